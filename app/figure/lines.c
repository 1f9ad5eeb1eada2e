/* Lines of running text: as many words as fit. */
#include "figure/study-pages.h"

#include <string.h>

/* the longest beginning of @word that fits, one character at least */
static gsize
fitting (MilieuTextMeasure *measure, const char *word, const MilieuTextStyle *style, double width)
{
  gsize fits = g_utf8_next_char (word) - word;

  for (const char *at = word + fits; *at; at = g_utf8_next_char (at))
    {
      g_autofree char *part = g_strndup (word, g_utf8_next_char (at) - word);

      if (milieu_text_width (measure, part, style) > width)
        break;
      fits = strlen (part);
    }
  return fits;
}

static void
flush (GPtrArray *lines, GString *line)
{
  if (line->len > 0)
    g_ptr_array_add (lines, g_strdup (line->str));
  g_string_truncate (line, 0);
}

static void
add_word (GPtrArray *lines, GString *line, const char *word, MilieuTextMeasure *measure, const MilieuTextStyle *style, double width)
{
  g_autofree char *together = line->len > 0 ? g_strconcat (line->str, " ", word, NULL) : g_strdup (word);

  if (milieu_text_width (measure, together, style) <= width)
    {
      g_string_assign (line, together);
      return;
    }
  flush (lines, line);
  while (milieu_text_width (measure, word, style) > width && *g_utf8_next_char (word))
    {
      gsize fits = fitting (measure, word, style, width);

      g_ptr_array_add (lines, g_strndup (word, fits));
      word += fits;
    }
  g_string_assign (line, word);
}

GPtrArray *
milieu_lines_new (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL);
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      add_word (lines, line, words[i], measure, style, width);
  flush (lines, line);
  return lines;
}
