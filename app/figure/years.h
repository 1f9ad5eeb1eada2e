/* Small multiples: one map for each of some years, on the same places. */
#pragma once

#include "figure/map-figure.h"
#include "figure/pen.h"

G_BEGIN_DECLS

/* where the panels of a series stand */
typedef struct
{
  guint n, columns;
  MilieuPoint origin;           /* of the whole */
  double width, height;         /* of a panel, px */
  double head, gap;             /* of the year above it; between panels */
} MilieuYearGrid;

/**
 * milieu_year_grid:
 * @k: page px of one px of paper
 * @ratio: height of a panel to its width, if @room is 0
 * @room: px for the whole; 0: as high as it becomes
 */
MilieuYearGrid milieu_year_grid (guint n, double width, double k, double ratio, double room);

/** milieu_year_grid_height: Returns: of the whole */
double milieu_year_grid_height (const MilieuYearGrid *grid);

/** milieu_years_draw: the panels with their years; @plan: of a panel's size; @years: (array length=grid->n): ascending */
void milieu_years_draw (MilieuFigureBuilder *builder, const MilieuYearGrid *grid, MilieuMapPlan *plan,
                        const MilieuFigureTools *tools, const guint *years);

/**
 * milieu_years_disputes:
 *
 * Returns: (transfer full) (nullable): "Dates in dispute: Rubika 2007 or 2013; …" of those who appear; %NULL if there are none
 */
char *milieu_years_disputes (MilieuSnapshot *snapshot, const MilieuMapPlan *plan, MilieuLanguage language);

/** milieu_years_placed: Returns: how many actors have both a start year and a place: those who can appear in a panel */
guint milieu_years_placed (const MilieuMapPlan *plan);

G_END_DECLS
