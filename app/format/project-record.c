/* From the text of an element to a record, checked from the table of fields. */
#include "format/project-load.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
label (MilieuLoader *loader)
{
  return milieu_record_type_token (loader->element.type);
}

static const char *
id_of (MilieuLoader *loader)
{
  return milieu_loader_text (loader, loader->element.id);
}

gboolean
milieu_loader_is_id (const char *id)
{
  const char *c = id;

  while ((guchar) *c > ' ' && (guchar) *c < 0x7f)
    c++;
  for (; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)) || g_unichar_iscntrl (g_utf8_get_char (c)))
      return FALSE;
  return *id != '\0';
}

static gboolean
check_id (MilieuLoader *loader)
{
  const char *id = id_of (loader);
  guint line = loader->element.line;

  if (id == NULL || *id == '\0')
    {
      milieu_loader_problem (loader, line, _("%s has no id: give it one that no other %s bears"), label (loader), label (loader));
      return FALSE;
    }
  if (!milieu_loader_is_id (id))
    {
      milieu_loader_problem (loader, line, _("the id “%s” of %s holds a space or a control character: take it out, here and where it is named"),
                             id, label (loader));
      return FALSE;
    }
  return TRUE;
}

/* remembers the line too, so that a record with another fault does not leave others dangling */
static gboolean
check_unique (MilieuLoader *loader, guint32 key)
{
  GArray *lines = loader->lines->of[loader->element.type];
  guint *line;

  if (key >= lines->len)
    g_array_set_size (lines, key + 1);
  line = &g_array_index (lines, guint, key);
  if (*line == 0)
    {
      *line = loader->element.line;
      return TRUE;
    }
  milieu_loader_problem (loader, loader->element.line, _("the id “%s” is that of another %s too, on line %u: give one of them another id"),
                         id_of (loader), label (loader), *line);
  return FALSE;
}

static gboolean
parse_field (MilieuLoader *loader, const MilieuField *field, guint i, MilieuValue *value)
{
  g_autoptr (GError) error = NULL;
  const char *text = milieu_loader_text (loader, loader->element.texts[i]);
  guint line = loader->element.lines[i] != 0 ? loader->element.lines[i] : loader->element.line;

  if (!milieu_value_parse (field, text, loader->map, value, &error))
    {
      milieu_loader_problem (loader, line, "%s “%s”: %s", label (loader), id_of (loader), error->message);
      return FALSE;
    }
  /* an empty text is a value that is blank; anything else must be there */
  if ((field->flags & MILIEU_FIELD_REQUIRED) && value->kind == MILIEU_VALUE_NONE
      && (text == NULL || field->kind != MILIEU_VALUE_TEXT))
    {
      milieu_loader_problem (loader, line, _("%s “%s” lacks its %s: write it"), label (loader), id_of (loader), field->token);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_place (MilieuLoader *loader, const MilieuValue *values)
{
  const MilieuElementText *element = &loader->element;
  gboolean lon, lat;

  if (element->type != MILIEU_RECORD_ACTOR)
    return TRUE;
  lon = values[MILIEU_ACTOR_LON].kind != MILIEU_VALUE_NONE;
  lat = values[MILIEU_ACTOR_LAT].kind != MILIEU_VALUE_NONE;
  if (lon == lat)
    return TRUE;
  milieu_loader_problem (loader, element->lines[lon ? MILIEU_ACTOR_LON : MILIEU_ACTOR_LAT],
                         _("actor “%s” has one of lon and lat: write both, or neither"), id_of (loader));
  return FALSE;
}

static gboolean
parse_fields (MilieuLoader *loader, MilieuValue *values)
{
  guint n;
  const MilieuField *fields = milieu_fields (loader->element.type, &n);
  gboolean good = TRUE;

  for (guint i = 0; i < n; i++)
    if ((loader->element.texts[i] != 0 || (fields[i].flags & MILIEU_FIELD_REQUIRED))
        && !parse_field (loader, &fields[i], i, &values[i]))
      {
        values[i] = MILIEU_NO_VALUE;
        /* a record can do without a field, when it is that or nothing */
        good = good && loader->salvaging && !(fields[i].flags & MILIEU_FIELD_REQUIRED);
      }
  if (check_place (loader, values))
    return good;
  values[MILIEU_ACTOR_LON] = values[MILIEU_ACTOR_LAT] = MILIEU_NO_VALUE;
  return good && loader->salvaging;
}

static gboolean
check_reference (MilieuLoader *loader, const MilieuRecord *record, const char *token, MilieuRecordType type, guint32 key)
{
  if (milieu_project_line (loader->lines, type, key) != 0)
    return TRUE;
  milieu_loader_problem (loader, milieu_project_line (loader->lines, record->type, record->key),
                         _("%s “%s”: its %s “%s” is no %s of this file: add it, or name another"),
                         milieu_record_type_token (record->type), record->id, token,
                         milieu_map_id (loader->map, type, key), milieu_record_type_token (type));
  return FALSE;
}

static void
check_record (MilieuLoader *loader, const MilieuRecord *record)
{
  guint n;
  const MilieuField *fields = milieu_fields (record->type, &n);

  if (record->type == MILIEU_RECORD_SPOT)
    check_reference (loader, record, "id", MILIEU_RECORD_ACTOR, record->key);
  for (guint i = 0; i < n; i++)
    if (fields[i].kind == MILIEU_VALUE_REFERENCE || fields[i].kind == MILIEU_VALUE_SUBJECT)
      {
        MilieuValue value = milieu_record_get (record, i);

        if (value.kind == MILIEU_VALUE_REFERENCE)
          check_reference (loader, record, fields[i].token, fields[i].of, value.key);
        else if (value.kind == MILIEU_VALUE_SUBJECT)
          check_reference (loader, record, fields[i].token, value.type, value.key);
      }
}

void
milieu_loader_check_references (MilieuLoader *loader)
{
  for (guint i = 0; i < milieu_group_size (loader->group); i++)
    check_record (loader, milieu_group_get (loader->group, i)->after);
}

void
milieu_loader_finish_record (MilieuLoader *loader)
{
  MilieuRecordType type = loader->element.type;
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  g_autofree char *extra = NULL;
  guint32 key;
  gboolean good;

  if (!check_id (loader))
    {
      milieu_loader_clear_element (loader);
      return;
    }
  key = milieu_map_intern (loader->map, type, id_of (loader));
  good = check_unique (loader, key);
  if (parse_fields (loader, values) && good)
    {
      extra = milieu_extra_format (&loader->element.extra);
      milieu_group_change (loader->group, NULL,
                           milieu_record_new_shared (type, key, milieu_map_id (loader->map, type, key), values, extra));
    }
  milieu_loader_clear_element (loader);
}

const char *
milieu_loader_text (const MilieuLoader *loader, gsize at)
{
  return at != 0 ? loader->held->str + at : NULL;
}

void
milieu_loader_clear_element (MilieuLoader *loader)
{
  milieu_extra_clear (&loader->element.extra);
  memset (&loader->element, 0, sizeof loader->element);
  g_string_truncate (loader->held, 1);
  if (loader->held->allocated_len <= MILIEU_PROJECT_MAX_TEXT)
    return;
  g_string_free (loader->held, TRUE);
  loader->held = g_string_new (" ");
}
