#include "model/plate-part.h"

#include "model/map.h"
#include "model/words.h"

#include <math.h>

static const struct
{
  const char *label; /* msgid */
  guint sides;       /* that a person may choose */
} parts[MILIEU_N_PARTS] = {
  [MILIEU_PART_TITLE] = { N_("Title"), 1 },
  [MILIEU_PART_MAP] = { N_("Map"), 2 },
  [MILIEU_PART_NETWORK] = { N_("Network"), 2 },
  [MILIEU_PART_CHART] = { N_("Chart"), 2 },
  [MILIEU_PART_LEGEND] = { N_("Legend"), 1 },
  [MILIEU_PART_NOTES] = { N_("Notes"), 1 },
  [MILIEU_PART_INSET] = { N_("Inset"), 2 },
  [MILIEU_PART_SCALE] = { N_("Scale bar"), 0 },
  [MILIEU_PART_NORTH] = { N_("North"), 0 },
  [MILIEU_PART_LOCATOR] = { N_("Locator map"), 1 },
};

gboolean
milieu_plate_part_is_of_map (MilieuPlatePart part)
{
  return part >= MILIEU_PART_INSET;
}

guint
milieu_plate_part_has_size (MilieuPlatePart part)
{
  return parts[part].sides;
}

const char *
milieu_plate_part_label (MilieuPlatePart part)
{
  return parts[part].label;
}

/* digits and one point, as the schema has it */
static gboolean
take_number (const char *word, double *number)
{
  char *end;

  if (*word != '-' && !g_ascii_isdigit (*word))
    return FALSE;
  for (const char *c = word + 1; *c != '\0'; c++)
    if (!g_ascii_isdigit (*c) && *c != '.')
      return FALSE;
  *number = g_ascii_strtod (word, &end);
  return *end == '\0' && end != word && fabs (*number) <= MILIEU_PART_FARTHEST;
}

static gboolean
take_words (char **words, guint n, MilieuPartPlace *place)
{
  double *numbers[] = { &place->x, &place->y, &place->width, &place->height };

  if (n > 0 && g_str_equal (words[n - 1], "hidden"))
    {
      place->hidden = TRUE;
      n--;
    }
  for (guint i = 0; i < n; i++)
    if (i >= G_N_ELEMENTS (numbers) || !take_number (words[i], numbers[i]))
      return FALSE;
  place->placed = n >= 2;
  place->sized = n == 4;
  if (place->sized && (place->width < MILIEU_PART_LEAST || place->height < MILIEU_PART_LEAST))
    return FALSE;
  return n == 4 || n == 2 || (n == 0 && place->hidden);
}

gboolean
milieu_plate_part_parse (const char *text, MilieuPartPlace *place)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", 6);

  *place = (MilieuPartPlace) { 0 };
  if (take_words (words, g_strv_length (words), place))
    return TRUE;
  *place = (MilieuPartPlace) { 0 };
  return FALSE;
}

char *
milieu_plate_part_format (const MilieuPartPlace *place)
{
  const double numbers[] = { place->x, place->y, place->width, place->height };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < (place->placed ? place->sized ? 4 : 2 : 0); i++)
    {
      g_autofree char *number = milieu_number_canonical (round (numbers[i] * 100) / 100, 2);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", number);
    }
  if (place->hidden)
    g_string_append (text, text->len > 0 ? " hidden" : "hidden");
  return g_string_free (text, FALSE);
}
