#include "figure/name-words.h"

MilieuWords *
milieu_name_words_new (const MilieuCast *cast, const MilieuFigureTools *tools, MilieuTextRole role,
                       double width, guint lines)
{
  MilieuWords *words = g_new0 (MilieuWords, MAX (cast->n_actors, 1));
  MilieuTextStyle style = milieu_figure_tools_style (tools, role);

  for (guint i = 0; i < cast->n_actors; i++)
    {
      guint n = 1;

      words[i].text = milieu_text_wrap (tools->measure, cast->actors[i].short_name, &style, width, lines,
                                        &words[i].width, &n);
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
