/* The events of the parser: which element is what. */
#include "format/project-load.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/project-write.h"

static gsize
length_of (const MilieuAttribute *attribute)
{
  return attribute->end - attribute->value;
}

/* the parser goes on over what is no UTF-8 when it salvages */
static gsize
hold (MilieuLoader *loader, const char *text, gsize length)
{
  gsize at = loader->held->len;

  if (loader->salvaging)
    {
      g_autofree char *valid = g_utf8_make_valid (text, length);
      g_string_append_len (loader->held, valid, strlen (valid) + 1);
      return at;
    }
  g_string_set_size (loader->held, at + length + 1);
  memcpy (loader->held->str + at, text, length);
  loader->held->str[at + length] = '\0';
  return at;
}

/* @child: the child element on which the attribute stands, or %NULL */
static int
find_field (MilieuRecordType type, const MilieuAttribute *attribute, const char *child)
{
  int i = attribute->prefix == NULL ? milieu_field_find (type, attribute->name) : -1;
  const MilieuField *field = i >= 0 ? &milieu_fields (type, NULL)[i] : NULL;

  if (field == NULL || (field->flags & MILIEU_FIELD_LONG) || (field->child != child && g_strcmp0 (field->child, child) != 0))
    return -1;
  return i;
}

/* Returns: FALSE if the attribute is none of ours */
static gboolean
take_attribute (MilieuLoader *loader, const MilieuAttribute *attribute, const char *child)
{
  MilieuElementText *element = &loader->element;
  gboolean is_id = child == NULL && attribute->prefix == NULL && strcmp (attribute->name, "id") == 0;
  int i = is_id ? -1 : find_field (element->type, attribute, child);

  if (is_id)
    {
      element->id = hold (loader, attribute->value, length_of (attribute));
      milieu_map_expect (loader->map, element->type, milieu_loader_text (loader, element->id));
    }
  else if (i >= 0)
    {
      element->texts[i] = hold (loader, attribute->value, length_of (attribute));
      element->lines[i] = milieu_loader_line (loader);
      if (milieu_fields (element->type, NULL)[i].kind == MILIEU_VALUE_REFERENCE)
        milieu_map_expect (loader->map, milieu_fields (element->type, NULL)[i].of, milieu_loader_text (loader, element->texts[i]));
    }
  return is_id || i >= 0;
}

/* where the attributes go that are none of ours */
static GString *
unknown_attributes (MilieuLoader *loader, const char *child)
{
  g_autofree char *name = g_strconcat (child != NULL ? child : "", child != NULL ? "/" : "", "attributes", NULL);

  return milieu_extra_section (&loader->element.extra, name);
}

static void
take_attributes (MilieuLoader *loader, const MilieuTag *tag, const char *child)
{
  GString *unknown = tag->n_namespaces > 0 ? unknown_attributes (loader, child) : NULL;

  if (unknown != NULL)
    milieu_unknown_keep_namespaces (unknown, tag);
  for (int i = 0; i < tag->n_attributes; i++)
    if (!take_attribute (loader, &tag->attributes[i], child))
      {
        if (unknown == NULL)
          unknown = unknown_attributes (loader, child);
        milieu_unknown_keep_attribute (unknown, &tag->attributes[i]);
      }
  if (unknown == NULL || unknown->len <= MILIEU_PROJECT_MAX_TEXT)
    return;
  milieu_loader_problem (loader, milieu_loader_line (loader), _("a text is longer than %d MB: shorten it"), MILIEU_PROJECT_MAX_TEXT >> 20);
  milieu_loader_stop (loader);
}

static void
take_version (MilieuLoader *loader, const MilieuAttribute *attribute)
{
  g_autofree char *version = g_strndup (attribute->value, length_of (attribute));
  guint64 number;

  if (!g_ascii_string_to_unsigned (version, 10, 1, G_MAXINT, &number, NULL))
    milieu_loader_problem (loader, milieu_loader_line (loader), _("“%s” is no version of a map file: write version=\"1\""), version);
  else if (number > MILIEU_PROJECT_VERSION)
    {
      loader->lines->newer = TRUE;
      g_string_append (milieu_extra_section (&loader->rest, "version"), version);
    }
}

static void
take_root (MilieuLoader *loader, const MilieuTag *tag)
{
  GString *unknown = milieu_extra_section (&loader->rest, "attributes");
  gboolean versioned = FALSE;

  milieu_unknown_keep_namespaces (unknown, tag);
  for (int i = 0; i < tag->n_attributes; i++)
    if (tag->attributes[i].prefix == NULL && strcmp (tag->attributes[i].name, "version") == 0)
      {
        versioned = TRUE;
        take_version (loader, &tag->attributes[i]);
      }
    else
      milieu_unknown_keep_attribute (unknown, &tag->attributes[i]);
  if (!versioned)
    milieu_loader_problem (loader, milieu_loader_line (loader), _("the file says no version: write version=\"1\" in <milieu>"));
}

static void
start_root (MilieuLoader *loader, const MilieuTag *tag)
{
  if (strcmp (tag->name, "milieu") == 0 && milieu_tag_is_ours (tag))
    {
      take_root (loader, tag);
      return;
    }
  milieu_loader_problem (loader, milieu_loader_line (loader),
                         _("this is no map file: its root must be <milieu xmlns=\"%s\">, not <%s>. Open another file, or import tables"),
                         MILIEU_PROJECT_NAMESPACE, tag->name);
  milieu_loader_stop (loader);
}

static void
start_record (MilieuLoader *loader, const MilieuTag *tag)
{
  guint n = milieu_tag_is_ours (tag) ? MILIEU_N_RECORD_TYPES : 0;

  for (guint type = 0; type < n; type++)
    if (tag->name[0] == milieu_record_type_token (type)[0] && strcmp (tag->name, milieu_record_type_token (type)) == 0)
      {
        loader->in_record = TRUE;
        loader->element.type = type;
        loader->element.line = milieu_loader_line (loader);
        take_attributes (loader, tag, NULL);
        return;
      }
  milieu_unknown_begin (loader, milieu_extra_section (&loader->rest, "elements"), 2);
  milieu_unknown_start (loader, tag);
}

/* the index of the first field that the child element bears, or -1 */
static int
find_child (MilieuRecordType type, const MilieuTag *tag)
{
  guint n;
  const MilieuField *fields = milieu_fields (type, &n);

  for (guint i = 0; milieu_tag_is_ours (tag) && i < n; i++)
    if (g_strcmp0 (fields[i].flags & MILIEU_FIELD_LONG ? fields[i].token : fields[i].child, tag->name) == 0)
      return (int) i;
  return -1;
}

static void
start_child (MilieuLoader *loader, const MilieuTag *tag)
{
  MilieuElementText *element = &loader->element;
  int i = find_child (element->type, tag);
  const MilieuField *field = i >= 0 ? &milieu_fields (element->type, NULL)[i] : NULL;

  if (field == NULL)
    {
      milieu_unknown_begin (loader, milieu_extra_section (&element->extra, "elements"), 4);
      milieu_unknown_start (loader, tag);
      return;
    }
  if (element->children & (G_GUINT64_CONSTANT (1) << i))
    milieu_loader_problem (loader, milieu_loader_line (loader), _("%s “%s” has two elements <%s>: keep one"),
                           milieu_record_type_token (element->type), element->id != 0 ? milieu_loader_text (loader, element->id) : "", tag->name);
  element->children |= G_GUINT64_CONSTANT (1) << i;
  loader->long_field = field->flags & MILIEU_FIELD_LONG ? i : -1;
  loader->child = loader->long_field >= 0 ? field->token : field->child;
  g_string_truncate (loader->text, 0);
  take_attributes (loader, tag, loader->child);
}

static void
start_in_child (MilieuLoader *loader, const MilieuTag *tag)
{
  g_autofree char *name = g_strconcat (loader->child, "/elements", NULL);

  if (loader->long_field >= 0)
    {
      milieu_loader_problem (loader, milieu_loader_line (loader), _("<%s> stands within <%s>, which holds text alone: escape the sign <"), tag->name, loader->child);
      milieu_loader_stop (loader);
      return;
    }
  milieu_unknown_begin (loader, milieu_extra_section (&loader->element.extra, name), 6);
  milieu_unknown_start (loader, tag);
}

static gboolean
is_bounded (MilieuLoader *loader, const MilieuTag *tag)
{
  gboolean bounded = loader->depth <= MILIEU_PROJECT_MAX_DEPTH;

  if (!bounded)
    milieu_loader_problem (loader, milieu_loader_line (loader), _("elements stand within elements more than %d deep: this is no map file"), MILIEU_PROJECT_MAX_DEPTH);
  for (int i = 0; bounded && i < tag->n_attributes; i++)
    if (length_of (&tag->attributes[i]) > MILIEU_PROJECT_MAX_TEXT)
      {
        milieu_loader_problem (loader, milieu_loader_line (loader), _("the text of “%s” is longer than %d MB: shorten it"), tag->attributes[i].name, MILIEU_PROJECT_MAX_TEXT >> 20);
        bounded = FALSE;
      }
  if (!bounded)
    milieu_loader_stop (loader);
  return bounded;
}

static void
start_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_namespaces,
               const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  MilieuLoader *loader = data;
  const MilieuTag tag = { (const char *) name, (const char *) prefix, (const char *) uri, n_namespaces, namespaces,
                          n_attributes, (const MilieuAttribute *) attributes };

  if (loader->stopped)
    return;
  loader->depth++;
  if (!is_bounded (loader, &tag))
    return;
  if (loader->unknown > 0)
    milieu_unknown_start (loader, &tag);
  else if (loader->depth == 1)
    start_root (loader, &tag);
  else if (!loader->in_record)
    start_record (loader, &tag);
  else if (loader->child == NULL)
    start_child (loader, &tag);
  else
    start_in_child (loader, &tag);
}

static void
end_child (MilieuLoader *loader)
{
  MilieuElementText *element = &loader->element;

  if (loader->long_field >= 0)
    {
      element->texts[loader->long_field] = hold (loader, loader->text->str, loader->text->len);
      element->lines[loader->long_field] = milieu_loader_line (loader);
    }
  loader->child = NULL;
  loader->long_field = -1;
}

static void
end_element (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  MilieuLoader *loader = data;
  const MilieuTag tag = { (const char *) name, (const char *) prefix, (const char *) uri };

  if (loader->stopped)
    return;
  loader->depth--;
  if (loader->unknown > 0)
    milieu_unknown_end (loader, &tag);
  else if (loader->child != NULL)
    end_child (loader);
  else if (loader->in_record)
    {
      loader->in_record = FALSE;
      milieu_loader_finish_record (loader);
    }
}

static void
stray_text (MilieuLoader *loader, const char *text, int length)
{
  for (int i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      {
        milieu_loader_problem (loader, milieu_loader_line (loader), _("text stands between the elements: take it out, or write it as a <note>"));
        return;
      }
}

static void
take_characters (void *data, const xmlChar *characters, int length)
{
  MilieuLoader *loader = data;
  GString *text = loader->unknown > 0 ? loader->kept : loader->text;

  if (loader->stopped)
    return;
  if (loader->unknown > 0)
    milieu_unknown_text (loader, (const char *) characters, length);
  else if (loader->long_field >= 0)
    g_string_append_len (text, (const char *) characters, length);
  else
    stray_text (loader, (const char *) characters, length);
  if (text->len <= MILIEU_PROJECT_MAX_TEXT)
    return;
  milieu_loader_problem (loader, milieu_loader_line (loader), _("a text is longer than %d MB: shorten it"), MILIEU_PROJECT_MAX_TEXT >> 20);
  milieu_loader_stop (loader);
}

/* declarations are refused before one of them is read, so that no entity ever is */
static void
refuse_declarations (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  MilieuLoader *loader = data;

  if (loader->stopped)
    return;
  milieu_loader_problem (loader, milieu_loader_line (loader), _("the file declares a document type, which map files do not: take <!DOCTYPE …> out"));
  milieu_loader_stop (loader);
}

static gboolean
is_end (MilieuLoader *loader)
{
  const xmlParserInput *input = loader->context->input;

  return loader->ended && input != NULL && input->end - input->cur <= 1;
}

static const char *
words_for (MilieuLoader *loader, const xmlError *fault)
{
  if (loader->taken == 0)
    return _("the file is empty: open another, or a copy");
  if (fault->code == XML_ERR_INVALID_ENCODING || fault->code == XML_ERR_INVALID_CHAR || fault->code == XML_I18N_CONV_FAILED)
    return _("a character here is not UTF-8, or none that XML allows: save the file in UTF-8");
  if (fault->code == XML_ERR_ATTRIBUTE_REDEFINED)
    return _("an attribute stands here twice: keep one");
  if (fault->code == XML_ERR_DOCUMENT_END || fault->code == XML_ERR_TAG_NOT_FINISHED || is_end (loader))
    return _("the file ends here in the middle: the rest of it is lost. Open an older copy");
  return NULL;
}

static void
take_fault (void *data, xmlErrorPtr fault)
{
  MilieuLoader *loader = data;
  const char *words;
  g_autofree char *message = NULL;

  if (loader->stopped || fault->level < XML_ERR_ERROR)
    return;
  loader->ill_formed = TRUE;
  words = words_for (loader, fault);
  message = g_strstrip (g_utf8_make_valid (fault->message != NULL ? fault->message : "", -1));
  if (words != NULL)
    milieu_loader_problem (loader, MAX (fault->line, 1), "%s", words);
  else
    milieu_loader_problem (loader, MAX (fault->line, 1), _("this is not well-formed XML (%s): mend it in a text editor, or open an older copy"), message);
  if (!loader->salvaging)
    milieu_loader_stop (loader);
}

void
milieu_loader_events (xmlSAXHandler *handler)
{
  memset (handler, 0, sizeof *handler);
  handler->initialized = XML_SAX2_MAGIC;
  handler->startElementNs = start_element;
  handler->endElementNs = end_element;
  handler->characters = take_characters;
  handler->ignorableWhitespace = take_characters;
  handler->cdataBlock = take_characters;
  handler->internalSubset = refuse_declarations;
  handler->serror = take_fault;
}
