/* A page for a paper: title, map or network or both, legend, credit. */
#pragma once

#include "figure/map-figure.h"
#include "figure/network-figure.h"

G_BEGIN_DECLS

/* zero it, then set what you need */
typedef struct
{
  MilieuView view;
  double width;            /* px of the page (milieu: 170 mm is 642.5 px), over 0 */
  double height;           /* px of the whole page; 0: by content */
  MilieuMapExtent extent;
  const char *title;       /* (nullable): the map's own title where %NULL; "" for none */
  const char *author;      /* (nullable): the map's authors where %NULL */
  const char *note;        /* (nullable): below the title and in the recipe: what the figure supposes */
  const MilieuDressing *dressing;  /* (nullable) */
  const char *const *insets; /* (nullable): as for the map figure */
  const char *remark;      /* (nullable): lines above the credit */
  gboolean no_legend;
  guint legend_columns;    /* 0: as many as fit */
  const guint *years;      /* (array length=n_years): small multiples of the map, ascending; MILIEU_MOST_YEARS at most */
  guint n_years;
  const MilieuLayout *layout; /* (nullable): as for the network figure */
  const MilieuGraph *graph;
  MilieuLayoutKind kind;
  guint64 seed;            /* of the layout, for the credit line */
  MilieuPartPlace parts[MILIEU_N_PARTS]; /* where a person put them: px of the page, those of the map px of the map */
} MilieuPageOptions;

/**
 * milieu_page_new:
 * @tools: print is taken as set
 *
 * Returns: (transfer full): the page as a figure, with title, author, recipe and facts
 */
MilieuFigure *milieu_page_new (MilieuSnapshot *snapshot, const MilieuFilter *filter,
                               const MilieuFigureTools *tools, const MilieuPageOptions *options);

G_END_DECLS
