#include "session/plate-mend.h"

#include "model/plate.h"
#include "model/words.h"

#include <math.h>
#include <string.h>

static void
put (MilieuMending *mending, const char *words, guint field, MilieuValue value)
{
  mending->words = words;
  mending->fields[mending->n] = field;
  mending->values[mending->n++] = value;
}

static void
put_style (const MilieuPlate *plate, MilieuMending *mending, const char *words, const char *style)
{
  guint token;

  if (milieu_vocabulary_parse (MILIEU_VOCABULARY_STYLE, style, &token) && plate->style != token)
    put (mending, words, MILIEU_PLATE_STYLE, MILIEU_TOKEN (token));
}

/* only what is too large is changed: a page by content may be cut by its width alone */
static void
fit_page (const MilieuPlate *plate, const MilieuPreset *preset, MilieuMending *mending)
{
  const char *words = N_("Fit the Page");

  if (isnan (plate->width) || plate->width > preset->width_mm)
    put (mending, words, MILIEU_PLATE_WIDTH, MILIEU_NUMBER (preset->width_mm));
  if (isnan (plate->height) || plate->height > preset->height_mm)
    put (mending, words, MILIEU_PLATE_HEIGHT, MILIEU_NUMBER (preset->height_mm));
}

static void
hide_persons (const MilieuPlate *plate, MilieuSnapshot *snapshot, MilieuMending *mending)
{
  MilieuFilter filter;

  milieu_plate_filter (plate, snapshot, &filter);
  for (guint32 key = 0; key < MIN (256, milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_KIND)); key++)
    {
      const MilieuKind *kind = (const MilieuKind *) milieu_snapshot_get (snapshot, MILIEU_RECORD_KIND, key);

      if (kind != NULL && kind->symbol == MILIEU_SYMBOL_PERSON)
        filter.hidden_kinds[key / 8] |= 1u << (key % 8);
    }
  mending->text = milieu_plate_hidden (&filter, snapshot);
  if (g_strcmp0 (mending->text, plate->hide) != 0)
    put (mending, N_("Leave Persons Out"), MILIEU_PLATE_HIDE, MILIEU_TEXT (mending->text));
}

static void
show_notes (const MilieuPlate *plate, MilieuMending *mending)
{
  MilieuPartPlace place;

  milieu_plate_part (plate, MILIEU_PART_NOTES, &place);
  if (!place.hidden)
    return;
  place.hidden = FALSE;
  mending->text = milieu_plate_part_format (&place);
  put (mending, N_("Show the Notes"), MILIEU_PLATE_PART + MILIEU_PART_NOTES,
       *mending->text != '\0' ? MILIEU_TEXT (mending->text) : MILIEU_NO_VALUE);
}

gboolean
milieu_plate_mend (const MilieuPlate *plate, MilieuSnapshot *snapshot, MilieuFindingKind kind, const MilieuPreset *preset,
                   MilieuMending *mending)
{
  memset (mending, 0, sizeof *mending);
  if (kind == MILIEU_FINDING_PAGE_LARGE)
    fit_page (plate, preset, mending);
  else if (kind == MILIEU_FINDING_TEXT_SMALL)
    put (mending, N_("Enlarge the Text"), MILIEU_PLATE_SMALLEST, MILIEU_NUMBER (preset->least_text));
  else if (kind == MILIEU_FINDING_LINE_THIN)
    put_style (plate, mending, N_("Use High Contrast"), "contrast");
  else if (kind == MILIEU_FINDING_COLOURS_ALIKE || kind == MILIEU_FINDING_COLOUR_ALONE)
    put_style (plate, mending, N_("Use Greys"), "grey");
  else if ((kind == MILIEU_FINDING_LABEL_CUT || kind == MILIEU_FINDING_LABEL_MISSING) && !isnan (plate->width)
           && plate->width < preset->width_mm)
    put (mending, N_("Widen the Page"), MILIEU_PLATE_WIDTH, MILIEU_NUMBER (preset->width_mm));
  else if (kind == MILIEU_FINDING_CREDIT_MISSING)
    show_notes (plate, mending);
  else if (kind == MILIEU_FINDING_PERSON_NAMED)
    hide_persons (plate, snapshot, mending);
  return mending->n > 0;
}

void
milieu_mending_clear (MilieuMending *mending)
{
  g_clear_pointer (&mending->text, g_free);
}
