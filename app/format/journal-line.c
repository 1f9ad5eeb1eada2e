#include "format/journal-line.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/report.h"
#include "model/plain.h"

/* verb, words, time, and for each change: type, id, the fields before, the fields after */
#define GROUP_TYPE "(ssxa(ssma{ss}ma{ss}))"
#define CHANGE_TYPE "(ssma{ss}ma{ss})"
#define SEAL 16 /* letters of the checksum */
#define EXTRA "" /* no field has an empty name */

static GVariant *
fields_of (const MilieuRecord *record, MilieuMap *map)
{
  g_autoptr (MilieuPlain) plain = record != NULL ? milieu_plain_new (record, map) : NULL;
  GVariantBuilder builder;
  guint n;
  const MilieuField *fields;

  if (plain == NULL)
    return g_variant_new_maybe (G_VARIANT_TYPE ("a{ss}"), NULL);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  fields = milieu_fields (plain->type, &n);
  for (guint i = 0; i < n; i++)
    if (plain->fields[i] != NULL)
      g_variant_builder_add (&builder, "{ss}", fields[i].token, plain->fields[i]);
  if (plain->extra != NULL)
    g_variant_builder_add (&builder, "{ss}", EXTRA, plain->extra);
  return g_variant_new_maybe (NULL, g_variant_builder_end (&builder));
}

char *
milieu_journal_line (MilieuGroup *group, MilieuMap *map)
{
  g_autoptr (GVariant) whole = NULL;
  g_autofree char *text = NULL;
  GVariantBuilder changes;

  g_variant_builder_init (&changes, G_VARIANT_TYPE ("a" CHANGE_TYPE));
  for (guint i = 0; i < milieu_group_size (group); i++)
    {
      const MilieuChange *change = milieu_group_get (group, i);
      const MilieuRecord *record = change->before != NULL ? change->before : change->after;

      g_variant_builder_add (&changes, "(ss@ma{ss}@ma{ss})", milieu_record_type_token (record->type), record->id,
                             fields_of (change->before, map), fields_of (change->after, map));
    }
  whole = g_variant_ref_sink (g_variant_new (GROUP_TYPE, milieu_group_verb (group), milieu_group_words (group),
                                             milieu_group_time (group), &changes));
  text = g_variant_print (whole, FALSE);
  return milieu_journal_sealed (text);
}

char *
milieu_journal_sealed (const char *text)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("%.*s %s\n", SEAL, sum, text);
}

char *
milieu_journal_unseal (const char *line, gsize length)
{
  g_autofree char *sum = NULL;

  if (length <= SEAL + 1 || length > MILIEU_JOURNAL_MAX_LINE || line[SEAL] != ' ' || memchr (line, '\0', length) != NULL)
    return NULL;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) line + SEAL + 1, length - SEAL - 1);
  return strncmp (sum, line, SEAL) == 0 ? g_strndup (line + SEAL + 1, length - SEAL - 1) : NULL;
}

static GVariant *
parse (const char *text, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gboolean is_text = g_utf8_validate (text, -1, NULL);
  GVariant *whole = is_text ? g_variant_parse (G_VARIANT_TYPE (GROUP_TYPE), text, NULL, NULL, &fault) : NULL;

  if (whole == NULL)
    g_set_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_SYNTAX, _("a line of the journal is no group of changes: %s"),
                 fault != NULL ? fault->message : "UTF-8");
  return whole;
}

static gboolean
find_type (const char *token, MilieuRecordType *type)
{
  for (guint i = 0; i < MILIEU_N_RECORD_TYPES; i++)
    if (g_str_equal (milieu_record_type_token (i), token))
      {
        *type = i;
        return TRUE;
      }
  return FALSE;
}

/* (nullable): fields that this version does not know make it none of ours */
static MilieuPlain *
plain_of (MilieuRecordType type, const char *id, GVariant *fields)
{
  g_autoptr (MilieuPlain) plain = g_new0 (MilieuPlain, 1);
  GVariantIter iter;
  const char *token, *value;

  plain->type = type;
  plain->id = g_strdup (id);
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "{&s&s}", &token, &value))
    {
      int field = milieu_field_find (type, token);

      if (field >= 0)
        milieu_plain_set (plain, field, value);
      else if (g_str_equal (token, EXTRA) && plain->extra == NULL)
        plain->extra = g_strdup (value);
      else
        return NULL;
    }
  return g_steal_pointer (&plain);
}

static gboolean
refuse (GError **error, const char *id)
{
  g_set_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_CONTENT,
               _("the journal does not fit the map: “%s” is not as the journal found it"), id);
  return FALSE;
}

/* adds the change of one record to @group, if the map (after what the group did before) holds what it found there */
static gboolean
add_change (MilieuGroup *group, MilieuMap *map, MilieuRecordType type, const char *id, GVariant *before, GVariant *after,
            GError **error)
{
  guint32 key = milieu_map_intern (map, type, id);
  const MilieuRecord *held = milieu_group_after (group, type, key, milieu_map_get (map, type, key));
  g_autoptr (MilieuPlain) here = held != NULL ? milieu_plain_new (held, map) : NULL;
  g_autoptr (MilieuPlain) then = before != NULL ? plain_of (type, id, before) : NULL;
  g_autoptr (MilieuPlain) next = after != NULL ? plain_of (type, id, after) : NULL;
  MilieuRecord *record = NULL;

  if ((before != NULL && then == NULL) || (after != NULL && next == NULL) || (before == NULL && after == NULL)
      || milieu_plain_compare (here, then) != 0)
    return refuse (error, id);
  if (next != NULL && (record = milieu_plain_record (next, map, error)) == NULL)
    return FALSE;
  milieu_group_change (group, held, record);
  return TRUE;
}

static gboolean
add_changes (MilieuGroup *group, MilieuMap *map, GVariant *whole, GError **error)
{
  g_autoptr (GVariant) changes = g_variant_get_child_value (whole, 3);
  gboolean good = TRUE;

  for (gsize i = 0; good && i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) before = NULL, after = NULL;
      const char *token, *id;
      MilieuRecordType type;
      g_autoptr (GVariant) change = g_variant_get_child_value (changes, i);

      g_variant_get (change, "(&s&sm@a{ss}m@a{ss})", &token, &id, &before, &after);
      good = find_type (token, &type) ? add_change (group, map, type, id, before, after, error) : refuse (error, id);
    }
  return good;
}

MilieuGroup *
milieu_journal_group (const char *text, MilieuMap *map, GError **error)
{
  g_autoptr (GVariant) whole = parse (text, error);
  g_autoptr (MilieuGroup) group = NULL;
  const char *verb, *words;
  gint64 time;

  if (whole == NULL)
    return NULL;
  g_variant_get_child (whole, 0, "&s", &verb);
  g_variant_get_child (whole, 1, "&s", &words);
  g_variant_get_child (whole, 2, "x", &time);
  group = milieu_group_new (verb, words);
  milieu_group_set_time (group, time);
  return add_changes (group, map, whole, error) ? g_steal_pointer (&group) : NULL;
}

void
milieu_journal_foreach_change (const char *text, MilieuJournalChanged func, gpointer data)
{
  g_autoptr (GVariant) whole = parse (text, NULL);
  g_autoptr (GVariant) changes = whole != NULL ? g_variant_get_child_value (whole, 3) : NULL;

  for (gsize i = 0; changes != NULL && i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) change = g_variant_get_child_value (changes, i), before = NULL, after = NULL;
      const char *token, *id;

      g_variant_get (change, "(&s&sm@a{ss}m@a{ss})", &token, &id, &before, &after);
      func (token, id, before, after, data);
    }
}

char *
milieu_journal_words (const char *text, gint64 *time)
{
  g_autoptr (GVariant) whole = parse (text, NULL);
  char *words = NULL;

  *time = 0;
  if (whole != NULL)
    {
      g_variant_get_child (whole, 1, "s", &words);
      g_variant_get_child (whole, 2, "x", time);
    }
  return words;
}
