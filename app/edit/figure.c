#include "edit/figure.h"

#include "edit/words.h"
#include "model/plate.h"

static MilieuValue
number (double value)
{
  return value > 0 ? MILIEU_NUMBER (value) : MILIEU_NO_VALUE;
}

static MilieuValue
token (guint value)
{
  return value != 0 ? MILIEU_TOKEN (value) : MILIEU_NO_VALUE;
}

/* the figure that bears @name, or MILIEU_NO_KEY */
static guint32
find_name (MilieuMap *map, const char *name)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_FIGURE); key++)
    {
      const MilieuPlate *plate = milieu_snapshot_plate (snapshot, key);

      if (plate != NULL && g_strcmp0 (plate->name, name) == 0)
        return key;
    }
  return MILIEU_NO_KEY;
}

/* Returns: (nullable): @name without blanks around; @self: the figure that may bear it */
static char *
take_name (MilieuMap *map, const char *name, guint32 self, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));
  guint32 bearer = *stripped != '\0' ? find_name (map, stripped) : MILIEU_NO_KEY;

  if (*stripped == '\0')
    g_set_error_literal (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED, _("A figure needs a name: write one"));
  else if (bearer != MILIEU_NO_KEY && bearer != self)
    g_set_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
                 _("Another figure is called “%s”: choose another name"), stripped);
  else
    return g_steal_pointer (&stripped);
  return NULL;
}

static void
take_page (const MilieuNewFigure *figure, MilieuValue *values)
{
  values[MILIEU_PLATE_WIDTH] = number (figure->width);
  values[MILIEU_PLATE_HEIGHT] = number (figure->height);
  values[MILIEU_PLATE_MARGIN] = number (figure->margin);
  values[MILIEU_PLATE_DPI] = number (figure->dpi);
  values[MILIEU_PLATE_FAMILY] = milieu_edit_text (figure->family);
  values[MILIEU_PLATE_SMALLEST] = number (figure->smallest);
}

static void
take_drawing (const MilieuNewFigure *figure, MilieuValue *values)
{
  values[MILIEU_PLATE_SIZE] = token (figure->size);
  values[MILIEU_PLATE_YEARS] = milieu_edit_text (figure->years);
  values[MILIEU_PLATE_INSETS] = milieu_edit_text (figure->insets);
  values[MILIEU_PLATE_LABELS] = milieu_edit_text (figure->labels);
  values[MILIEU_PLATE_COLUMNS] = number (figure->columns);
}

static void
take_question (const MilieuFilter *filter, const char *hide, MilieuValue *values)
{
  values[MILIEU_PLATE_EVIDENCE] = token (filter->evidence);
  values[MILIEU_PLATE_GROUNDS] = MILIEU_TOKEN (filter->suggested ? MILIEU_ASKED_GROUNDS_SUGGESTED : MILIEU_ASKED_GROUNDS_STRICT);
  values[MILIEU_PLATE_SCOPE] = MILIEU_TOKEN (filter->all_scopes ? MILIEU_ASKED_SCOPE_ALL : MILIEU_ASKED_SCOPE_CORE);
  values[MILIEU_PLATE_YEAR] = number (filter->year);
  values[MILIEU_PLATE_SLICE] = number (filter->slice);
  values[MILIEU_PLATE_HIDE] = milieu_edit_text (hide);
}

/* @hide: of the filter, alive as long as @values */
static void
take_values (const MilieuNewFigure *figure, const char *name, const char *hide, MilieuValue *values)
{
  values[MILIEU_PLATE_NAME] = MILIEU_TEXT (name);
  values[MILIEU_PLATE_VIEW] = MILIEU_TOKEN (figure->view != 0 ? figure->view : MILIEU_PLATE_VIEW_MAP);
  values[MILIEU_PLATE_TITLE] = milieu_edit_text (figure->title);
  values[MILIEU_PLATE_FRAME] = token (figure->frame);
  values[MILIEU_PLATE_STYLE] = token (figure->style);
  values[MILIEU_PLATE_LANGUAGE] = token (figure->language);
  values[MILIEU_PLATE_LEGEND] = token (figure->no_legend ? MILIEU_ANSWER_NO : MILIEU_ANSWER_UNSET);
  values[MILIEU_PLATE_CAPTION] = milieu_edit_text (figure->caption);
  take_page (figure, values);
  take_drawing (figure, values);
  take_question (&figure->filter, hide, values);
}

static MilieuGroup *
put (MilieuMap *map, const char *verb, const char *words, guint32 key, const MilieuValue *values)
{
  const MilieuRecord *before = milieu_map_get (map, MILIEU_RECORD_FIGURE, key);
  g_autofree char *text = NULL;
  MilieuGroup *group;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (words, values[MILIEU_PLATE_NAME].text);
#pragma GCC diagnostic pop
  group = milieu_group_new (verb, text);
  milieu_group_change (group, before,
                       milieu_record_new (MILIEU_RECORD_FIGURE, key, milieu_map_id (map, MILIEU_RECORD_FIGURE, key), values,
                                          before != NULL ? before->extra : NULL));
  return group;
}

MilieuRecord *
milieu_edit_figure_record (MilieuSnapshot *snapshot, const MilieuNewFigure *figure)
{
  g_autofree char *hide = milieu_plate_hidden (&figure->filter, snapshot);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  take_values (figure, figure->name, hide, values);
  return milieu_record_new (MILIEU_RECORD_FIGURE, MILIEU_NO_KEY, "figure", values, NULL);
}

MilieuGroup *
milieu_edit_add_figure (MilieuMap *map, const MilieuNewFigure *figure, guint32 *key, GError **error)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree char *name = take_name (map, figure->name, MILIEU_NO_KEY, error);
  g_autofree char *hide = milieu_plate_hidden (&figure->filter, snapshot);
  g_autofree char *id = name != NULL ? milieu_map_new_id (map, MILIEU_RECORD_FIGURE, name) : NULL;
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint32 new_key;

  if (name == NULL)
    return NULL;
  new_key = milieu_map_intern (map, MILIEU_RECORD_FIGURE, id);
  if (key != NULL)
    *key = new_key;
  take_values (figure, name, hide, values);
  return put (map, "add-figure", _("Add the Figure “%s”"), new_key, values);
}

MilieuGroup *
milieu_edit_change_figure (MilieuMap *map, guint32 key, const MilieuNewFigure *figure, GError **error)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree char *name = take_name (map, figure->name, key, error);
  g_autofree char *hide = milieu_plate_hidden (&figure->filter, snapshot);
  const MilieuRecord *before = milieu_map_get (map, MILIEU_RECORD_FIGURE, key);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint n;

  if (name == NULL)
    return NULL;
  milieu_fields (MILIEU_RECORD_FIGURE, &n);
  for (guint i = 0; i < n; i++)
    values[i] = milieu_record_get (before, i);
  take_values (figure, name, hide, values);
  return put (map, "change-figure", _("Change the Figure “%s”"), key, values);
}

static MilieuGroup *
change (MilieuMap *map, guint32 key)
{
  return milieu_edit_group (map, "change-figure", MILIEU_RECORD_FIGURE, &key, 1, _("Change the Figure “%s”"), "");
}

MilieuGroup *
milieu_edit_set_figure (MilieuMap *map, guint32 key, const guint *fields, const MilieuValue *values, guint n)
{
  MilieuGroup *group = change (map, key);

  for (guint i = 0; i < n; i++)
    milieu_edit_with (map, group, MILIEU_RECORD_FIGURE, key, fields[i], values[i]);
  return group;
}

/* the legend has a field of its own that says whether it shows */
MilieuGroup *
milieu_edit_place_part (MilieuMap *map, guint32 key, MilieuPlatePart part, const MilieuPartPlace *place)
{
  MilieuPartPlace stored = place != NULL ? *place : (MilieuPartPlace) { 0 };
  g_autofree char *text = NULL;
  MilieuGroup *group = milieu_edit_group (map, "place-part", MILIEU_RECORD_FIGURE, &key, 1, _("Arrange the Figure “%s”"), "");

  if (part == MILIEU_PART_LEGEND)
    {
      milieu_edit_with (map, group, MILIEU_RECORD_FIGURE, key, MILIEU_PLATE_LEGEND,
                        token (stored.hidden ? MILIEU_ANSWER_NO : MILIEU_ANSWER_UNSET));
      stored.hidden = FALSE;
    }
  text = milieu_plate_part_format (&stored);
  milieu_edit_with (map, group, MILIEU_RECORD_FIGURE, key, MILIEU_PLATE_PART + part, milieu_edit_text (text));
  return group;
}

MilieuGroup *
milieu_edit_place_parts_anew (MilieuMap *map, guint32 key)
{
  MilieuGroup *group = milieu_edit_group (map, "place-parts", MILIEU_RECORD_FIGURE, &key, 1, _("Arrange the Figure “%s”"), "");

  milieu_edit_with (map, group, MILIEU_RECORD_FIGURE, key, MILIEU_PLATE_LEGEND, MILIEU_NO_VALUE);
  for (guint i = 0; i < MILIEU_N_PARTS; i++)
    milieu_edit_with (map, group, MILIEU_RECORD_FIGURE, key, MILIEU_PLATE_PART + i, MILIEU_NO_VALUE);
  return group;
}

MilieuGroup *
milieu_edit_rename_figure (MilieuMap *map, guint32 key, const char *name, GError **error)
{
  g_autofree char *taken = take_name (map, name, key, error);
  MilieuGroup *group;

  if (taken == NULL)
    return NULL;
  group = milieu_edit_group (map, "rename-figure", MILIEU_RECORD_FIGURE, &key, 1, _("Rename the Figure “%s”"), "");
  milieu_edit_with (map, group, MILIEU_RECORD_FIGURE, key, MILIEU_PLATE_NAME, MILIEU_TEXT (taken));
  return group;
}

char *
milieu_edit_figure_name (MilieuMap *map, const char *stem)
{
  g_autofree char *name = g_strdup (stem);

  for (guint i = 2; find_name (map, name) != MILIEU_NO_KEY; i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", stem, i);
    }
  return g_steal_pointer (&name);
}

/* adds @original once more, under the first free name that begins with @stem; Returns: its key */
static guint32
add_copy (MilieuMap *map, MilieuGroup *group, const MilieuRecord *original, const char *stem)
{
  g_autofree char *name = milieu_edit_figure_name (map, stem);
  g_autofree char *id = milieu_map_new_id (map, MILIEU_RECORD_FIGURE, name);
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_FIGURE, id);
  g_autoptr (MilieuRecord) same = milieu_record_copy_as (original, key, id);

  milieu_group_change (group, NULL, milieu_record_with (same, MILIEU_PLATE_NAME, MILIEU_TEXT (name)));
  return key;
}

MilieuGroup *
milieu_edit_duplicate_figure (MilieuMap *map, guint32 key, guint32 *copy)
{
  const MilieuRecord *original = milieu_map_get (map, MILIEU_RECORD_FIGURE, key);
  g_autofree char *stem = g_strdup_printf (_("%s (copy)"), ((const MilieuPlate *) original)->name);
  MilieuGroup *group = milieu_edit_group (map, "duplicate-figure", MILIEU_RECORD_FIGURE, &key, 1,
                                          _("Duplicate the Figure “%s”"), "");
  guint32 new_key = add_copy (map, group, original, stem);

  if (copy != NULL)
    *copy = new_key;
  return group;
}

MilieuGroup *
milieu_edit_keep_figure (MilieuMap *map, const MilieuPlate *plate, guint32 *key)
{
  const char *stem = plate->name != NULL ? plate->name : _("Figure");
  g_autofree char *words = g_strdup_printf (_("Add the Figure “%s”"), stem);
  MilieuGroup *group = milieu_group_new ("add-figure", words);
  guint32 new_key = add_copy (map, group, &plate->record, stem);

  if (key != NULL)
    *key = new_key;
  return group;
}

MilieuGroup *
milieu_edit_delete_figure (MilieuMap *map, guint32 key)
{
  MilieuGroup *group = milieu_edit_group (map, "delete-figure", MILIEU_RECORD_FIGURE, &key, 1, _("Delete the Figure “%s”"), "");
  guint n;
  const guint32 *claims = milieu_map_claims_of (map, MILIEU_RECORD_FIGURE, key, &n);

  for (guint i = 0; i < n; i++)
    milieu_group_change (group, milieu_map_get (map, MILIEU_RECORD_CLAIM, claims[i]), NULL);
  milieu_group_change (group, milieu_map_get (map, MILIEU_RECORD_FIGURE, key), NULL);
  return group;
}
