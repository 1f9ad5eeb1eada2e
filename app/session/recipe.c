#include "session/recipe.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "figure/font.h"
#include "format/project-write.h"
#include "session/plate-draw.h"

#define BEGIN "milieu-figure 1 "
#define END " ."
#define LONGEST 65536

G_DEFINE_QUARK (milieu-recipe-error-quark, milieu_recipe_error)

/* ---- writing ---- */

static void
add (GString *recipe, const char *name, const char *value)
{
  g_autofree char *escaped = g_uri_escape_string (value, ":/,@", FALSE);

  g_string_append_printf (recipe, "%s=%s ", name, escaped);
}

static void
add_fields (GString *recipe, const MilieuPlate *plate, MilieuSnapshot *snapshot)
{
  guint n;
  const MilieuField *fields = milieu_fields (MILIEU_RECORD_FIGURE, &n);

  for (guint i = 0; i < n; i++)
    {
      MilieuValue value = milieu_record_get (&plate->record, i);
      g_autofree char *text = milieu_value_format (&fields[i], value, snapshot);

      /* a caption stands beside the figure, not in it */
      if (i == MILIEU_PLATE_LANGUAGE)
        add (recipe, fields[i].token, milieu_language_code (milieu_plate_language (plate)));
      else if (i != MILIEU_PLATE_CAPTION && *text != '\0')
        add (recipe, fields[i].token, text);
    }
}

char *
milieu_recipe_new (MilieuSnapshot *snapshot, const MilieuPlate *plate)
{
  GString *recipe = g_string_new (BEGIN);
  g_autofree char *hash = milieu_project_facts_hash (snapshot), *font = milieu_font_used (plate->family);
  g_autofree char *seed = milieu_number_canonical (milieu_snapshot_number (snapshot, "layout.seed", 42), 0);
  const char *date = g_getenv ("SOURCE_DATE_EPOCH");

  add (recipe, "version", MILIEU_VERSION);
  add (recipe, "map", hash);
  add (recipe, "font", font);
  add (recipe, "seed", seed);
  if (date != NULL && *date != '\0')
    add (recipe, "date", date);
  add_fields (recipe, plate, snapshot);
  g_string_truncate (recipe, recipe->len - 1);
  g_string_append (recipe, END);
  return g_string_free (recipe, FALSE);
}

/* ---- finding ---- */

char *
milieu_recipe_find (GBytes *bytes, GError **error)
{
  gsize length, end;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *begin = length > 0 ? memmem (data, length, BEGIN, strlen (BEGIN)) : NULL;

  if (begin == NULL)
    {
      g_set_error_literal (error, MILIEU_RECIPE_ERROR, MILIEU_RECIPE_ERROR_NONE,
                           _("the file has no recipe: it is no figure of Milieu, or one that shows a simulation"));
      return NULL;
    }
  length = MIN (length - (gsize) (begin - data), LONGEST);
  for (end = strlen (BEGIN) - 1; end < length && begin[end] >= ' ' && begin[end] <= '~'; end++)
    if (end + 1 < length && strncmp (begin + end, END, 2) == 0)
      return g_strndup (begin, end + 2);
  g_set_error_literal (error, MILIEU_RECIPE_ERROR, MILIEU_RECIPE_ERROR_DAMAGED, _("the recipe of the file is damaged: its end is missing"));
  return NULL;
}

/* ---- reading ---- */

/* Returns: (nullable): the value of @name */
static char *
get (const char *recipe, const char *name)
{
  g_auto (GStrv) words = g_strsplit (recipe, " ", -1);
  gsize length = strlen (name);

  for (guint i = 0; words[i] != NULL; i++)
    if (strncmp (words[i], name, length) == 0 && words[i][length] == '=')
      return g_uri_unescape_string (words[i] + length + 1, NULL);
  return NULL;
}

char *
milieu_recipe_date (const char *recipe)
{
  return get (recipe, "date");
}

static gboolean
agrees (const char *recipe, const char *name, const char *here, const char *words, GError **error)
{
  g_autofree char *there = get (recipe, name);

  if (g_strcmp0 (there, here) == 0)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, MILIEU_RECIPE_ERROR, MILIEU_RECIPE_ERROR_OTHER, words, there != NULL ? there : "?", here);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
agrees_with_here (const char *recipe, MilieuSnapshot *snapshot, GError **error)
{
  g_autofree char *family = get (recipe, "family");
  g_autofree char *hash = milieu_project_facts_hash (snapshot), *font = milieu_font_used (family);

  return agrees (recipe, "map", hash,
                 _("the figure was made from another map, or this one has changed since: its hash was %s and is %s. Give the map as it was"), error)
         && agrees (recipe, "font", font, _("the figure was set in another font: %s, here %s. Install that font"), error)
         && agrees (recipe, "version", MILIEU_VERSION, _("the figure was made by version %s of Milieu, this is %s. Use that version"), error);
}

MilieuRecord *
milieu_recipe_plate (const char *recipe, MilieuSnapshot *snapshot, GError **error)
{
  g_autoptr (MilieuMap) nowhere = milieu_map_new (); /* fields of a figure name no record */
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const MilieuField *fields = milieu_fields (MILIEU_RECORD_FIGURE, &n);

  if (!agrees_with_here (recipe, snapshot, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      char *text = get (recipe, fields[i].token);

      g_ptr_array_add (texts, text); /* values borrow it */
      if (!milieu_value_parse (&fields[i], text, nowhere, &values[i], error))
        {
          g_prefix_error (error, "%s", _("the recipe of the file is damaged: "));
          return NULL;
        }
    }
  if (values[MILIEU_PLATE_VIEW].kind == MILIEU_VALUE_NONE)
    {
      g_set_error_literal (error, MILIEU_RECIPE_ERROR, MILIEU_RECIPE_ERROR_DAMAGED, _("the recipe of the file is damaged: it says no view"));
      return NULL;
    }
  return milieu_record_new (MILIEU_RECORD_FIGURE, MILIEU_NO_KEY, "figure", values, NULL);
}
