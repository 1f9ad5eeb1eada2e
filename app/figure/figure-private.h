/* What figure.c, index.c and pick.c share. */
#pragma once

#include "figure/figure.h"
#include "figure/text.h"

G_BEGIN_DECLS

struct _MilieuFigure
{
  gint count; /* atomic */
  double width, height;
  MilieuLanguage language;
  char *title, *author, *recipe;
  MilieuFigureFacts facts;
  gboolean has_facts;
  GArray *panels, *marks;
  GPtrArray *memory; /* texts and points of the marks */

  /* a grid over the page: marks that stand for a record, by cell, in the order of painting */
  MilieuBox *boxes; /* of every mark */
  guint columns, rows;
  guint32 *cell_starts, *cell_marks;
};

#define MILIEU_FIGURE_CELL 48.0 /* px */

/** milieu_figure_index: computes boxes and grid, once */
void milieu_figure_index (MilieuFigure *figure);

/** milieu_figure_cell: Returns: the column or row of a coordinate, the nearest of @n where it is outside */
guint milieu_figure_cell (double coordinate, guint n);

G_END_DECLS
