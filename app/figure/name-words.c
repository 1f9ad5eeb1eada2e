#include "figure/name-words.h"

#define WORD 1.5 /* of the lines' width: the longest word */
#define LINE 2.2 /* … and the longest line */

/* the longest words lose their middle, so that one word does not run across the map */
static char *
shorten_words (MilieuTextMeasure *measure, const char *name, const MilieuTextStyle *style, double width)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *shorter = milieu_text_shorten (measure, words[i], style, WORD * width);

      g_free (words[i]);
      words[i] = shorter;
    }
  return g_strjoinv (" ", words);
}

/* wrapped, then each line that is still too long */
static void
fit (MilieuWords *words, MilieuTextMeasure *measure, const MilieuTextStyle *style, double width)
{
  g_auto (GStrv) lines = g_strsplit (words->text, "\n", -1);

  words->width = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *shorter = milieu_text_shorten (measure, lines[i], style, LINE * width);
      double wide = milieu_text_width (measure, shorter, style);

      g_free (lines[i]);
      lines[i] = shorter;
      words->width = MAX (words->width, wide);
    }
  g_free (words->text);
  words->text = g_strjoinv ("\n", lines);
}

MilieuWords *
milieu_name_words_new (const MilieuCast *cast, const MilieuFigureTools *tools, MilieuTextRole role,
                       double width, guint lines)
{
  MilieuWords *words = g_new0 (MilieuWords, MAX (cast->n_actors, 1));
  MilieuTextStyle style = milieu_figure_tools_style (tools, role);

  for (guint i = 0; i < cast->n_actors; i++)
    {
      guint n = 1;
      g_autofree char *name = shorten_words (tools->measure, cast->actors[i].short_name, &style, width);

      words[i].text = milieu_text_wrap (tools->measure, name, &style, width, lines, &words[i].width, &n);
      if (words[i].width > LINE * width)
        fit (&words[i], tools->measure, &style, width);
      words[i].height = n * style.size * MILIEU_LINE_HEIGHT;
    }
  return words;
}

void
milieu_name_words_free (MilieuWords *words, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (words[i].text);
  g_free (words);
}
