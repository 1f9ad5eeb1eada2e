#include "model/plain.h"

#include <string.h>

static char *
or_null (char *text)
{
  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* a key has its id in the map even after its record went */
static char *
text_of (const MilieuField *field, MilieuValue value, MilieuMap *map)
{
  switch (value.kind)
    {
    case MILIEU_VALUE_REFERENCE:
      return g_strdup (value.key != MILIEU_NO_KEY ? milieu_map_id (map, field->of, value.key) : NULL);
    case MILIEU_VALUE_SUBJECT:
      return g_strconcat (milieu_record_type_token (value.type), ":", milieu_map_id (map, value.type, value.key), NULL);
    case MILIEU_VALUE_TEXT:
    case MILIEU_VALUE_TOKEN:
    case MILIEU_VALUE_DATE:
    case MILIEU_VALUE_NUMBER:
    case MILIEU_VALUE_NONE:
    default:
      return or_null (milieu_value_format (field, value, NULL));
    }
}

MilieuPlain *
milieu_plain_new (const MilieuRecord *record, MilieuMap *map)
{
  MilieuPlain *plain = g_new0 (MilieuPlain, 1);
  guint n;
  const MilieuField *fields = milieu_fields (record->type, &n);

  plain->type = record->type;
  plain->id = g_strdup (record->id);
  plain->extra = g_strdup (record->extra);
  for (guint i = 0; i < n; i++)
    plain->fields[i] = text_of (&fields[i], milieu_record_get (record, i), map);
  return plain;
}

MilieuPlain *
milieu_plain_copy (const MilieuPlain *plain)
{
  MilieuPlain *copy;

  if (plain == NULL)
    return NULL;
  copy = g_new0 (MilieuPlain, 1);
  copy->type = plain->type;
  copy->id = g_strdup (plain->id);
  copy->extra = g_strdup (plain->extra);
  for (guint i = 0; i < MILIEU_MAX_FIELDS; i++)
    copy->fields[i] = g_strdup (plain->fields[i]);
  return copy;
}

void
milieu_plain_free (MilieuPlain *plain)
{
  if (plain == NULL)
    return;
  for (guint i = 0; i < MILIEU_MAX_FIELDS; i++)
    g_free (plain->fields[i]);
  g_free (plain->extra);
  g_free (plain->id);
  g_free (plain);
}

int
milieu_plain_compare (const MilieuPlain *a, const MilieuPlain *b)
{
  int order;

  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);
  order = a->type != b->type ? (int) a->type - (int) b->type : strcmp (a->id, b->id);
  for (guint i = 0; order == 0 && i < MILIEU_MAX_FIELDS; i++)
    order = g_strcmp0 (a->fields[i], b->fields[i]);
  return order != 0 ? order : g_strcmp0 (a->extra, b->extra);
}

void
milieu_plain_set (MilieuPlain *plain, guint field, const char *text)
{
  char *copy = or_null (g_strdup (text));

  g_free (plain->fields[field]);
  plain->fields[field] = copy;
}

const char *
milieu_plain_reference (const MilieuPlain *plain, guint field, MilieuRecordType *type)
{
  const MilieuField *of = &milieu_fields (plain->type, NULL)[field];
  const char *text = plain->fields[field];
  const char *colon = text != NULL ? strchr (text, ':') : NULL;

  if (text != NULL && of->kind == MILIEU_VALUE_REFERENCE)
    {
      *type = of->of;
      return text;
    }
  if (of->kind != MILIEU_VALUE_SUBJECT || colon == NULL)
    return NULL;
  for (guint i = 0; i < MILIEU_N_RECORD_TYPES; i++)
    if (strncmp (milieu_record_type_token (i), text, colon - text) == 0
        && milieu_record_type_token (i)[colon - text] == '\0')
      {
        *type = i;
        return colon + 1;
      }
  return NULL;
}

void
milieu_plain_set_reference (MilieuPlain *plain, guint field, const char *id)
{
  MilieuRecordType type;
  const char *old = milieu_plain_reference (plain, field, &type);
  g_autofree char *subject = NULL;

  g_return_if_fail (old != NULL);
  if (milieu_fields (plain->type, NULL)[field].kind == MILIEU_VALUE_SUBJECT)
    subject = g_strconcat (milieu_record_type_token (type), ":", id, NULL);
  milieu_plain_set (plain, field, subject != NULL ? subject : id);
}

MilieuRecord *
milieu_plain_record (const MilieuPlain *plain, MilieuMap *map, GError **error)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint n;
  const MilieuField *fields = milieu_fields (plain->type, &n);

  for (guint i = 0; i < n; i++)
    if (plain->fields[i] != NULL && !milieu_value_parse (&fields[i], plain->fields[i], map, &values[i], error))
      {
        g_prefix_error (error, "%s “%s”, %s: ", milieu_record_type_token (plain->type), plain->id, fields[i].token);
        return NULL;
      }
  return milieu_record_new (plain->type, milieu_map_intern (map, plain->type, plain->id), plain->id, values, plain->extra);
}
