/* What a newer file holds and we do not know: kept as it stands, written back. */
#include "format/project-load.h"

#include <string.h>

#include "format/project-write.h"

static void
close_tag (MilieuLoader *loader)
{
  if (loader->tag_open)
    g_string_append_c (loader->kept, '>');
  loader->tag_open = FALSE;
}

/* the writer has our namespace as the default one, so that no prefix is needed */
static void
append_name (GString *text, const MilieuTag *tag)
{
  if (tag->prefix != NULL && !milieu_tag_is_ours (tag))
    g_string_append_printf (text, "%s:", tag->prefix);
  g_string_append (text, tag->name);
}

gboolean
milieu_tag_is_ours (const MilieuTag *tag)
{
  return g_strcmp0 (tag->uri, MILIEU_PROJECT_NAMESPACE) == 0;
}

void
milieu_unknown_keep_attribute (GString *text, const MilieuAttribute *attribute)
{
  g_string_append_c (text, ' ');
  if (attribute->prefix != NULL)
    g_string_append_printf (text, "%s:", attribute->prefix);
  g_string_append_printf (text, "%s=\"", attribute->name);
  milieu_xml_append_escaped (text, attribute->value, attribute->end - attribute->value, TRUE);
  g_string_append_c (text, '"');
}

void
milieu_unknown_keep_namespaces (GString *text, const MilieuTag *tag)
{
  for (int i = 0; i < tag->n_namespaces; i++)
    {
      const char *prefix = (const char *) tag->namespaces[2 * i];
      const char *uri = (const char *) tag->namespaces[2 * i + 1];

      if (prefix == NULL && g_strcmp0 (uri, MILIEU_PROJECT_NAMESPACE) == 0)
        continue;
      g_string_append_printf (text, " xmlns%s%s=\"", prefix != NULL ? ":" : "", prefix != NULL ? prefix : "");
      milieu_xml_append_escaped (text, uri != NULL ? uri : "", -1, TRUE);
      g_string_append_c (text, '"');
    }
}

void
milieu_unknown_begin (MilieuLoader *loader, GString *into, guint indent)
{
  loader->kept_from = into->len;
  loader->kept = into;
  loader->tag_open = FALSE;
  g_string_append_printf (into, "%*s", (int) indent, "");
}

void
milieu_unknown_start (MilieuLoader *loader, const MilieuTag *tag)
{
  close_tag (loader);
  loader->unknown++;
  g_string_append_c (loader->kept, '<');
  append_name (loader->kept, tag);
  milieu_unknown_keep_namespaces (loader->kept, tag);
  for (int i = 0; i < tag->n_attributes; i++)
    milieu_unknown_keep_attribute (loader->kept, &tag->attributes[i]);
  loader->tag_open = TRUE;
}

void
milieu_unknown_text (MilieuLoader *loader, const char *text, int length)
{
  close_tag (loader);
  milieu_xml_append_escaped (loader->kept, text, length, FALSE);
}

void
milieu_unknown_end (MilieuLoader *loader, const MilieuTag *tag)
{
  if (loader->tag_open)
    g_string_append (loader->kept, "/>");
  else
    {
      g_string_append (loader->kept, "</");
      append_name (loader->kept, tag);
      g_string_append_c (loader->kept, '>');
    }
  loader->tag_open = FALSE;
  if (--loader->unknown == 0)
    g_string_append_c (loader->kept, '\n');
}
