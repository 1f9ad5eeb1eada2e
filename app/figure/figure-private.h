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
  GArray *panels, *marks, *parts;
  GPtrArray *memory; /* texts and points of the marks */
  gboolean window;   /* of a larger plane */
  gpointer holder;   /* (nullable): of borrowed ids */
  GDestroyNotify let_go;

  /* a grid over the page: marks by cell, in the order of painting; a tie is in the cells that it runs through */
  MilieuBox *boxes; /* of every mark */
  double cell;      /* px */
  guint columns, rows;
  guint32 *cell_starts, *cell_marks;

  /* who is where: by key, then in the order of painting */
  struct _MilieuFigureOwner *actors, *ties;
  guint n_actors, n_ties;
};

typedef struct _MilieuFigureOwner
{
  guint32 key, mark;
} MilieuFigureOwner;

/** milieu_figure_index: computes boxes and grid, once */
void milieu_figure_index (MilieuFigure *figure);

/** milieu_figure_box_of: Returns: what a mark covers */
MilieuBox milieu_figure_box_of (const MilieuMark *mark);

/** milieu_figure_cell: Returns: the column or row of a coordinate, the nearest of @n where it is outside */
guint milieu_figure_cell (const MilieuFigure *figure, double coordinate, guint n);

G_END_DECLS
