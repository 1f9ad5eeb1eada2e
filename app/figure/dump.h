/* A figure as text, a line per mark: golden tests. */
#pragma once

#include "figure/figure.h"

G_BEGIN_DECLS

/** milieu_figure_dump: Returns: (transfer full): one line per mark in the order of painting, numbers with two decimals and a point */
char *milieu_figure_dump (const MilieuFigure *figure);

G_END_DECLS
