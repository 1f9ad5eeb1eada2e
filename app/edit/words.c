#include "edit/words.h"

G_DEFINE_QUARK (milieu-edit-error-quark, milieu_edit_error)

#define LONGEST_NAME 40

static const char *
label_of (const MilieuRecord *record)
{
  static const guint fields[] = { [MILIEU_RECORD_SOURCE] = MILIEU_SOURCE_TITLE,
                                  [MILIEU_RECORD_KIND] = MILIEU_KIND_LABEL,
                                  [MILIEU_RECORD_TYPE] = MILIEU_TYPE_LABEL,
                                  [MILIEU_RECORD_ACTOR] = MILIEU_ACTOR_NAME,
                                  [MILIEU_RECORD_FIGURE] = MILIEU_PLATE_NAME };
  MilieuValue value = MILIEU_NO_VALUE;

  if ((record->type >= MILIEU_RECORD_SOURCE && record->type <= MILIEU_RECORD_ACTOR) || record->type == MILIEU_RECORD_FIGURE)
    value = milieu_record_get (record, fields[record->type]);
  return value.kind == MILIEU_VALUE_TEXT ? value.text : record->id;
}

char *
milieu_edit_name (MilieuMap *map, MilieuRecordType type, guint32 key)
{
  const MilieuRecord *record = milieu_map_get (map, type, key);
  const char *label = record != NULL ? label_of (record) : "";
  g_autofree char *start = NULL;

  if (g_utf8_strlen (label, -1) <= LONGEST_NAME)
    return g_strdup (label);
  start = g_utf8_substring (label, 0, LONGEST_NAME - 1);
  return g_strconcat (start, "…", NULL);
}

MilieuGroup *
milieu_edit_group (MilieuMap *map, const char *verb, MilieuRecordType type, const guint32 *keys, guint n,
                   const char *one, const char *many)
{
  g_autofree char *name = n == 1 ? milieu_edit_name (map, type, keys[0]) : NULL;
  g_autofree char *words = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = n == 1 ? g_strdup_printf (one, name) : g_strdup_printf (many, n);
#pragma GCC diagnostic pop
  return milieu_group_new (verb, words);
}

static gboolean
is_taken (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, const char *id)
{
  guint32 key = milieu_map_key (map, type, id);

  return key != MILIEU_NO_KEY && milieu_group_after (group, type, key, milieu_map_get (map, type, key)) != NULL;
}

char *
milieu_edit_new_id (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, const char *stem)
{
  g_autofree char *base = milieu_map_new_id (map, type, stem);
  g_autofree char *id = g_strdup (base);

  for (guint i = 2; is_taken (map, group, type, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, i);
    }
  return g_steal_pointer (&id);
}

guint32
milieu_edit_put (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, const char *id, const MilieuValue *values)
{
  guint32 key = milieu_map_intern (map, type, id);

  milieu_group_change (group, NULL, milieu_record_new (type, key, id, values, NULL));
  return key;
}

void
milieu_edit_with (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, guint32 key, guint field, MilieuValue value)
{
  const MilieuRecord *record = milieu_group_after (group, type, key, milieu_map_get (map, type, key));

  if (record != NULL)
    milieu_group_change (group, record, milieu_record_with (record, field, value));
}

MilieuValue
milieu_edit_text (const char *text)
{
  return text != NULL && *text != '\0' ? MILIEU_TEXT (text) : MILIEU_NO_VALUE;
}

static guint32
find_source (MilieuMap *map, const char *title)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_SOURCE); key++)
    {
      const MilieuSource *source = milieu_snapshot_source (snapshot, key);

      if (source != NULL && g_strcmp0 (source->title, title) == 0)
        return key;
    }
  return MILIEU_NO_KEY;
}

MilieuValue
milieu_edit_source (MilieuMap *map, MilieuGroup *group, const char *title)
{
  g_autofree char *stripped = g_strstrip (g_strdup (title != NULL ? title : ""));
  guint32 key;

  if (*stripped == '\0')
    return MILIEU_NO_VALUE;
  key = find_source (map, stripped);
  if (key == MILIEU_NO_KEY)
    {
      g_autofree char *id = milieu_map_new_id (map, MILIEU_RECORD_SOURCE, stripped);
      MilieuValue values[MILIEU_MAX_FIELDS] = { MILIEU_TEXT (stripped) };

      key = milieu_edit_put (map, group, MILIEU_RECORD_SOURCE, id, values);
    }
  return MILIEU_REFERENCE (key);
}

void
milieu_edit_put_claim (MilieuMap *map, MilieuGroup *group, const char *stem, const MilieuValue *values)
{
  g_autofree char *id = milieu_edit_new_id (map, group, MILIEU_RECORD_CLAIM, stem);

  milieu_edit_put (map, group, MILIEU_RECORD_CLAIM, id, values);
}

guint32
milieu_edit_first (MilieuMap *map, MilieuRecordType type)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, type, &n);

  return n > 0 ? keys[0] : MILIEU_NO_KEY;
}
