/* A figure set on a page of its own: margins, a height, a recipe. */
#pragma once

#include "figure/figure.h"
#include "figure/tools.h"

G_BEGIN_DECLS

/* zero it, then set what you need */
typedef struct
{
  double margin;      /* px on each side */
  double width;       /* px of the page; 0: by content */
  double height;      /* px of the page; 0, or less than the figure and its margins need: by content */
  const char *title, *author, *recipe; /* (nullable): the figure's own */
  const MilieuFigureFacts *facts;      /* (nullable): the figure's own */
  const MilieuFigureTools *tools;      /* (nullable): for the words below: none without it */
  const char *head, *subhead, *foot;   /* (nullable): above the figure, and below it */
  const MilieuPartPlace *parts; /* (nullable) (array length=MILIEU_N_PARTS): the figure is a chart, one part of its page: px of the page */
} MilieuFraming;

/** milieu_figure_new_framed: Returns: (transfer full): the marks of @figure, moved within the margins of a larger page */
MilieuFigure *milieu_figure_new_framed (const MilieuFigure *figure, const MilieuFraming *framing);

G_END_DECLS
