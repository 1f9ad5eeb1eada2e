/* What is under a point of a figure, and what lies in a rectangle. */
#pragma once

#include "figure/figure.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuRecordType type; /* ACTOR, TIE */
  guint32 key;
  const MilieuMark *mark; /* the mark that was hit */
} MilieuPick;

/**
 * milieu_figure_pick:
 * @tolerance: px about the point, for fingers and thin lines
 * @pick: (out caller-allocates)
 *
 * Symbols come before labels, labels before ties; among symbols and among
 * ties the nearest, the last painted where they are as near.
 *
 * Returns: %FALSE if nothing that stands for a record is there
 */
gboolean milieu_figure_pick (const MilieuFigure *figure, double x, double y, double tolerance, MilieuPick *pick);

/**
 * milieu_figure_pick_box:
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): keys of the actors whose symbol's centre lies in the box and can be seen, sorted, each once
 */
guint32 *milieu_figure_pick_box (const MilieuFigure *figure, const MilieuBox *box, guint *n);

G_END_DECLS
