#include "format/project-write.h"

#include <string.h>

#include "format/project-extra.h"
#include "format/project-read.h"
#include "model/map.h"

typedef struct
{
  GString *text;
  MilieuSnapshot *snapshot;
  guint left_out; /* 1 << MilieuRecordType */
} Writer;

static gboolean
is_xml (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xd800) || (c >= 0xe000 && c < 0xfffe)
         || (c >= 0x10000 && c <= 0x10ffff);
}

static const char *
escape_of (gunichar c, gboolean attribute)
{
  switch (c)
    {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '\r': return "&#13;";
    case '"': return attribute ? "&quot;" : NULL;
    case '\n': return attribute ? "&#10;" : NULL;
    case '\t': return attribute ? "&#9;" : NULL;
    default: return is_xml (c) ? NULL : "\357\277\275";
    }
}

/* how many bytes from here stand as they are: ASCII without the signs of XML */
static gsize
plain_length (const char *value, const char *end)
{
  const char *at = value;

  while (at < end && (guchar) *at >= 0x20 && (guchar) *at < 0x7f && *at != '&' && *at != '<' && *at != '>' && *at != '"')
    at++;
  return at - value;
}

void
milieu_xml_append_escaped (GString *text, const char *value, gssize length, gboolean attribute)
{
  const char *end = length < 0 ? value + strlen (value) : value + length;

  while (value < end)
    {
      gsize plain = plain_length (value, end);
      gunichar c;
      gboolean broken;
      const char *next, *escape;

      g_string_append_len (text, value, plain);
      value += plain;
      if (value == end)
        return;
      c = g_utf8_get_char_validated (value, end - value);
      broken = c >= (gunichar) -2;
      next = broken ? value + 1 : g_utf8_next_char (value);
      escape = broken ? "\357\277\275" : escape_of (c, attribute);
      if (escape != NULL)
        g_string_append (text, escape);
      else
        g_string_append_len (text, value, next - value);
      value = next;
    }
}

static void
append_attribute (GString *text, const char *name, const char *value)
{
  g_string_append_c (text, ' ');
  g_string_append (text, name);
  g_string_append (text, "=\"");
  milieu_xml_append_escaped (text, value, -1, TRUE);
  g_string_append_c (text, '"');
}

/* the attributes that stand on the element itself (@child NULL) or on one of its children */
static void
append_fields (Writer *writer, const MilieuRecord *record, const char *child)
{
  guint n;
  const MilieuField *fields = milieu_fields (record->type, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = NULL;
      MilieuValue value;

      if ((fields[i].flags & MILIEU_FIELD_LONG) || g_strcmp0 (fields[i].child, child) != 0)
        continue;
      value = milieu_record_get (record, i);
      if (value.kind == MILIEU_VALUE_NONE && !(fields[i].flags & MILIEU_FIELD_REQUIRED))
        continue;
      words = milieu_value_format (&fields[i], value, writer->snapshot);
      /* an empty name is written too, so that the file can be read again */
      if (*words != '\0' || ((fields[i].flags & MILIEU_FIELD_REQUIRED) && fields[i].kind == MILIEU_VALUE_TEXT))
        append_attribute (writer->text, fields[i].token, words);
    }
}

static void
append_child (Writer *writer, const MilieuRecord *record, const MilieuExtra *extra, const char *child)
{
  const char *inside = milieu_extra_get (extra, child, "elements");
  gsize start = writer->text->len, named;

  g_string_append (writer->text, "    <");
  g_string_append (writer->text, child);
  named = writer->text->len;
  append_fields (writer, record, child);
  g_string_append (writer->text, milieu_extra_get (extra, child, "attributes"));
  if (*inside != '\0')
    g_string_append_printf (writer->text, ">\n%s    </%s>\n", inside, child);
  else if (writer->text->len > named)
    g_string_append (writer->text, "/>\n");
  else
    g_string_truncate (writer->text, start);
}

static void
append_long (Writer *writer, const char *token, MilieuValue value, const MilieuExtra *extra)
{
  if (value.kind != MILIEU_VALUE_TEXT)
    return;
  g_string_append_printf (writer->text, "    <%s%s>", token, milieu_extra_get (extra, token, "attributes"));
  milieu_xml_append_escaped (writer->text, value.text, -1, FALSE);
  g_string_append_printf (writer->text, "</%s>\n", token);
}

/* each child stands where the first of its fields does in the schema */
static void
append_children (Writer *writer, const MilieuRecord *record, const MilieuExtra *extra)
{
  const char *last = NULL;
  guint n;
  const MilieuField *fields = milieu_fields (record->type, &n);

  for (guint i = 0; i < n; i++)
    {
      if (fields[i].flags & MILIEU_FIELD_LONG)
        append_long (writer, fields[i].token, milieu_record_get (record, i), extra);
      else if (fields[i].child != NULL && g_strcmp0 (fields[i].child, last) != 0)
        append_child (writer, record, extra, fields[i].child);
      last = fields[i].child;
    }
  g_string_append (writer->text, milieu_extra_get (extra, NULL, "elements"));
}

static void
append_record (Writer *writer, const MilieuRecord *record)
{
  const char *name = milieu_record_type_token (record->type);
  MilieuExtra extra;
  gsize inside;

  milieu_extra_parse (&extra, record->extra);
  g_string_append (writer->text, "  <");
  g_string_append (writer->text, name);
  append_attribute (writer->text, "id", record->id);
  append_fields (writer, record, NULL);
  g_string_append (writer->text, milieu_extra_get (&extra, NULL, "attributes"));
  g_string_append (writer->text, ">\n");
  inside = writer->text->len;
  append_children (writer, record, &extra);
  if (writer->text->len > inside)
    g_string_append_printf (writer->text, "  </%s>\n", name);
  else
    {
      g_string_truncate (writer->text, inside - 2);
      g_string_append (writer->text, "/>\n");
    }
  milieu_extra_clear (&extra);
}

static void
append_records (Writer *writer, MilieuRecordType type)
{
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (writer->snapshot, type, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuRecord *record = milieu_snapshot_get (writer->snapshot, type, keys[i]);

      if (type != MILIEU_RECORD_SETTING || !g_str_equal (record->id, MILIEU_PROJECT_REST))
        append_record (writer, record);
    }
}

static void
append_root (Writer *writer, const MilieuExtra *rest)
{
  const char *version = milieu_extra_get (rest, NULL, "version");

  g_string_append_printf (writer->text, "<milieu xmlns=\"" MILIEU_PROJECT_NAMESPACE "\" version=\"%s\"%s>\n",
                          *version != '\0' ? version : G_STRINGIFY (MILIEU_PROJECT_VERSION),
                          milieu_extra_get (rest, NULL, "attributes"));
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    if (!(writer->left_out >> type & 1))
      append_records (writer, type);
  g_string_append (writer->text, milieu_extra_get (rest, NULL, "elements"));
  g_string_append (writer->text, "</milieu>\n");
}

static GBytes *
write_without (MilieuSnapshot *snapshot, guint left_out)
{
  Writer writer = { g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), snapshot, left_out };
  const MilieuRecord *rest = milieu_snapshot_find (snapshot, MILIEU_RECORD_SETTING, MILIEU_PROJECT_REST);
  MilieuExtra extra;

  milieu_extra_parse (&extra, rest != NULL ? rest->extra : NULL);
  append_root (&writer, &extra);
  milieu_extra_clear (&extra);
  return g_string_free_to_bytes (writer.text);
}

GBytes *
milieu_project_write (MilieuSnapshot *snapshot)
{
  return write_without (snapshot, 0);
}

char *
milieu_project_facts_hash (MilieuSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = write_without (snapshot, 1u << MILIEU_RECORD_FIGURE);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

char *
milieu_project_hash (MilieuSnapshot *snapshot)
{
  g_autoptr (GBytes) bytes = milieu_project_write (snapshot);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}
