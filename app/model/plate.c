#include "model/plate.h"

#include "model/map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- words ---- */

static void
add_word (GString *words, const char *what, const char *value)
{
  g_string_append_printf (words, "%s%s%s", words->len > 0 ? " " : "", what, value);
}

static void
add_tokens (GString *words, const char *what, MilieuVocabulary vocabulary, guint hidden)
{
  for (guint i = 0; i < milieu_vocabulary_size (vocabulary); i++)
    if ((hidden >> i & 1) && *milieu_vocabulary_token (vocabulary, i) != '\0')
      add_word (words, what, milieu_vocabulary_token (vocabulary, i));
}

static void
add_ids (GString *words, const char *what, MilieuSnapshot *snapshot, MilieuRecordType type, const guint8 *hidden)
{
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, type, &n);

  for (guint i = 0; i < n; i++)
    if (keys[i] < 256 && (hidden[keys[i] / 8] >> (keys[i] % 8) & 1))
      add_word (words, what, milieu_snapshot_get (snapshot, type, keys[i])->id);
}

char *
milieu_plate_hidden (const MilieuFilter *filter, MilieuSnapshot *snapshot)
{
  GString *words = g_string_new (NULL);

  add_tokens (words, "ground:", MILIEU_VOCABULARY_GROUND, filter->hidden_grounds);
  add_tokens (words, "class:", MILIEU_VOCABULARY_CLASS, filter->hidden_classes);
  add_ids (words, "kind:", snapshot, MILIEU_RECORD_KIND, filter->hidden_kinds);
  add_ids (words, "type:", snapshot, MILIEU_RECORD_TYPE, filter->hidden_types);
  if (filter->period_from != 0 || filter->period_to != 0)
    {
      g_autofree char *period = g_strdup_printf ("%u/%u", filter->period_from, filter->period_to);

      add_word (words, "period:", period);
    }
  if (filter->hide_undated)
    add_word (words, "undated", "");
  return g_string_free (words, FALSE);
}

/* ---- and back ---- */

static gboolean
hide_token (const char *token, MilieuVocabulary vocabulary, guint *hidden)
{
  guint value;

  if (*token == '\0' || !milieu_vocabulary_parse (vocabulary, token, &value))
    return FALSE;
  *hidden |= 1u << value;
  return TRUE;
}

static gboolean
hide_id (const char *id, MilieuSnapshot *snapshot, MilieuRecordType type, guint8 *hidden)
{
  const MilieuRecord *record = milieu_snapshot_find (snapshot, type, id);

  if (record != NULL && record->key < 256)
    hidden[record->key / 8] |= 1u << (record->key % 8);
  return *id != '\0';
}

/* years from 0, open, to 9999 */
static gboolean
take_period (const char *text, MilieuFilter *filter)
{
  g_auto (GStrv) years = g_strsplit (text, "/", 3);
  guint64 from, to;

  if (g_strv_length (years) != 2 || !g_ascii_string_to_unsigned (years[0], 10, 0, 9999, &from, NULL)
      || !g_ascii_string_to_unsigned (years[1], 10, 0, 9999, &to, NULL))
    return FALSE;
  filter->period_from = (guint) from;
  filter->period_to = (guint) to;
  return TRUE;
}

static gboolean
hide_word (const char *word, MilieuSnapshot *snapshot, MilieuFilter *filter)
{
  if (g_str_has_prefix (word, "ground:"))
    return hide_token (word + 7, MILIEU_VOCABULARY_GROUND, &filter->hidden_grounds);
  if (g_str_has_prefix (word, "class:"))
    return hide_token (word + 6, MILIEU_VOCABULARY_CLASS, &filter->hidden_classes);
  if (g_str_has_prefix (word, "kind:"))
    return hide_id (word + 5, snapshot, MILIEU_RECORD_KIND, filter->hidden_kinds);
  if (g_str_has_prefix (word, "type:"))
    return hide_id (word + 5, snapshot, MILIEU_RECORD_TYPE, filter->hidden_types);
  if (g_str_has_prefix (word, "period:"))
    return take_period (word + 7, filter);
  if (!g_str_equal (word, "undated"))
    return FALSE;
  filter->hide_undated = TRUE;
  return TRUE;
}

char *
milieu_plate_hide (const char *words, MilieuSnapshot *snapshot, MilieuFilter *filter)
{
  g_auto (GStrv) each = g_strsplit (words != NULL ? words : "", " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0' && !hide_word (each[i], snapshot, filter))
      return g_strdup (each[i]);
  return NULL;
}

void
milieu_plate_filter (const MilieuPlate *plate, MilieuSnapshot *snapshot, MilieuFilter *filter)
{
  g_autofree char *unknown = NULL;

  milieu_filter_init (filter);
  if (plate->evidence != MILIEU_EVIDENCE_UNSET)
    filter->evidence = plate->evidence;
  filter->suggested = plate->grounds != MILIEU_ASKED_GROUNDS_STRICT;
  filter->all_scopes = plate->scope == MILIEU_ASKED_SCOPE_ALL;
  filter->year = isnan (plate->year) ? 0 : (guint) plate->year;
  filter->slice = isnan (plate->slice) ? 0 : (guint) plate->slice;
  /* what a later version hides, this one shows */
  unknown = milieu_plate_hide (plate->hide, snapshot, filter);
}

/* ---- years ---- */

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

guint *
milieu_plate_years (const char *words, guint *n)
{
  g_auto (GStrv) each = g_strsplit_set (words != NULL ? words : "", " ,", -1);
  guint *years = g_new0 (guint, MAX (g_strv_length (each), 1));
  guint found = 0;
  guint64 year;

  *n = 0;
  for (guint i = 0; each[i] != NULL; i++)
    if (g_ascii_string_to_unsigned (each[i], 10, 1, 9999, &year, NULL))
      years[found++] = (guint) year;
  qsort (years, found, sizeof *years, compare_years);
  for (guint i = 0; i < found; i++)
    if (i == 0 || years[i] != years[i - 1])
      years[(*n)++] = years[i];
  return years;
}

/* ---- labels ---- */

#define FARTHEST 2000.0 /* mm */

static const char *const panels[] = { "map:", "network:" };

static gboolean
parse_offset (const char *text, double *dx, double *dy)
{
  char *end;

  *dx = g_ascii_strtod (text, &end);
  if (end == text || *end != ',')
    return FALSE;
  text = end + 1;
  *dy = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && fabs (*dx) <= FARTHEST && fabs (*dy) <= FARTHEST;
}

static gboolean
parse_label (const char *word, MilieuSnapshot *snapshot, MilieuHandLabel *label)
{
  const char *at = strrchr (word, '@');
  const MilieuRecord *actor;
  g_autofree char *id = NULL;

  label->network = g_str_has_prefix (word, panels[1]);
  if (at == NULL || !g_str_has_prefix (word, panels[label->network]) || !parse_offset (at + 1, &label->dx, &label->dy))
    return FALSE;
  word += strlen (panels[label->network]);
  if (word > at)
    return FALSE;
  id = g_strndup (word, at - word);
  actor = milieu_snapshot_find (snapshot, MILIEU_RECORD_ACTOR, id);
  label->actor = actor != NULL ? actor->key : MILIEU_NO_KEY;
  return actor != NULL;
}

GArray *
milieu_plate_labels (const char *words, MilieuSnapshot *snapshot)
{
  g_auto (GStrv) each = g_strsplit (words != NULL ? words : "", " ", -1);
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (MilieuHandLabel));
  MilieuHandLabel label;

  for (guint i = 0; each[i] != NULL; i++)
    if (parse_label (each[i], snapshot, &label))
      g_array_append_val (labels, label);
  return labels;
}

char *
milieu_plate_labels_with (const char *words, const MilieuHandLabel *label, MilieuSnapshot *snapshot)
{
  g_auto (GStrv) each = g_strsplit (words != NULL ? words : "", " ", -1);
  g_autofree char *start = g_strdup_printf ("%s%s@", panels[label->network],
                                            milieu_snapshot_get (snapshot, MILIEU_RECORD_ACTOR, label->actor)->id);
  g_autofree char *dx = NULL, *dy = NULL;
  GString *all = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0' && !(g_str_has_prefix (each[i], start) && strrchr (each[i], '@') == each[i] + strlen (start) - 1))
      add_word (all, each[i], "");
  if (isnan (label->dx) || isnan (label->dy))
    return g_string_free (all, FALSE);
  dx = milieu_number_canonical (label->dx, 2);
  dy = milieu_number_canonical (label->dy, 2);
  add_word (all, start, "");
  g_string_append_printf (all, "%s,%s", dx, dy);
  return g_string_free (all, FALSE);
}

/* ---- parts ---- */

void
milieu_plate_part (const MilieuPlate *plate, MilieuPlatePart part, MilieuPartPlace *place)
{
  milieu_plate_part_parse (plate->parts[part], place);
  if (part == MILIEU_PART_LEGEND && plate->legend == MILIEU_ANSWER_NO)
    place->hidden = TRUE;
}
