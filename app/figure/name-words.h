/* The names of a cast as lines of text, and the room they take. */
#pragma once

#include "figure/cast.h"
#include "figure/tools.h"

G_BEGIN_DECLS

typedef struct
{
  char *text; /* lines separated by \n */
  double width, height;
} MilieuWords;

/**
 * milieu_name_words_new:
 * @width: of lines, page px
 * @lines: at most so many
 *
 * Returns: (transfer full) (array): the short name of each actor of @cast
 */
MilieuWords *milieu_name_words_new (const MilieuCast *cast, const MilieuFigureTools *tools, MilieuTextRole role,
                                    double width, guint lines);
void milieu_name_words_free (MilieuWords *words, guint n);

G_END_DECLS
