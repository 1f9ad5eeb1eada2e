#include "format/project-extra.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *name;
  GString *text;
} Section;

static void
section_free (gpointer data)
{
  Section *section = data;

  g_free (section->name);
  g_string_free (section->text, TRUE);
  g_free (section);
}

static Section *
find (const MilieuExtra *extra, const char *name)
{
  for (guint i = 0; extra->sections != NULL && i < extra->sections->len; i++)
    {
      Section *section = g_ptr_array_index (extra->sections, i);

      if (g_str_equal (section->name, name))
        return section;
    }
  return NULL;
}

/* "NAME LENGTH\n", then the bytes and a line end */
static const char *
parse_section (MilieuExtra *extra, const char *text)
{
  const char *line_end = strchr (text, '\n');
  const char *space = line_end != NULL ? memchr (text, ' ', line_end - text) : NULL;
  g_autofree char *name = NULL;
  guint64 length;

  if (space == NULL)
    return NULL;
  length = g_ascii_strtoull (space + 1, NULL, 10);
  if (length >= strlen (line_end + 1))
    return NULL;
  name = g_strndup (text, space - text);
  g_string_append_len (milieu_extra_section (extra, name), line_end + 1, length);
  return line_end + 1 + length + 1;
}

void
milieu_extra_parse (MilieuExtra *extra, const char *text)
{
  extra->sections = NULL;
  while (text != NULL && *text != '\0')
    text = parse_section (extra, text);
}

void
milieu_extra_clear (MilieuExtra *extra)
{
  g_clear_pointer (&extra->sections, g_ptr_array_unref);
}

GString *
milieu_extra_section (MilieuExtra *extra, const char *name)
{
  Section *section = find (extra, name);

  if (section != NULL)
    return section->text;
  if (extra->sections == NULL)
    extra->sections = g_ptr_array_new_with_free_func (section_free);
  section = g_new0 (Section, 1);
  section->name = g_strdup (name);
  section->text = g_string_new (NULL);
  g_ptr_array_add (extra->sections, section);
  return section->text;
}

const char *
milieu_extra_get (const MilieuExtra *extra, const char *child, const char *name)
{
  g_autofree char *full = NULL;
  const Section *section;

  if (extra->sections == NULL)
    return "";
  full = child != NULL ? g_strconcat (child, "/", name, NULL) : g_strdup (name);
  section = find (extra, full);
  return section != NULL ? section->text->str : "";
}

char *
milieu_extra_format (const MilieuExtra *extra)
{
  GString *text;

  if (extra->sections == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < extra->sections->len; i++)
    {
      const Section *section = g_ptr_array_index (extra->sections, i);

      if (section->text->len > 0)
        g_string_append_printf (text, "%s %" G_GSIZE_FORMAT "\n%s\n", section->name, section->text->len, section->text->str);
    }
  return g_string_free (text, text->len == 0);
}
