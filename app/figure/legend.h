/* The legend of a figure, made from what it shows (look.md §6). */
#pragma once

#include "figure/cast.h"
#include "figure/pen.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_LEGEND_GROUNDS = 1 << 0,
  MILIEU_LEGEND_KINDS = 1 << 1,
  MILIEU_LEGEND_TIES = 1 << 2,      /* with evidence */
  MILIEU_LEGEND_PRECISION = 1 << 3, /* of the place */
  MILIEU_LEGEND_MOVED = 1 << 4,     /* somebody stands beside his place */
  MILIEU_LEGEND_UNLOCATED = 1 << 5, /* names of those without a place */
  MILIEU_LEGEND_CROWD = 1 << 6,     /* a disc stands for more actors than have room */
  MILIEU_LEGEND_SIZES = 1 << 8,     /* what makes symbols large: 0, ¼, ½ and 1 of the largest value */
  MILIEU_LEGEND_UNDATED = 1 << 7,   /* names of those without a start year */
} MilieuLegendGroups;
#define MILIEU_LEGEND_MAP \
  (MILIEU_LEGEND_GROUNDS | MILIEU_LEGEND_KINDS | MILIEU_LEGEND_TIES | MILIEU_LEGEND_PRECISION | MILIEU_LEGEND_UNLOCATED)
#define MILIEU_LEGEND_NETWORK (MILIEU_LEGEND_GROUNDS | MILIEU_LEGEND_KINDS | MILIEU_LEGEND_TIES)

/**
 * milieu_legend_draw:
 * @pen: draws nothing, only measures, while its builder is %NULL
 * @groups: MilieuLegendGroups; of those only what is present appears
 * @columns: groups beside one another at most; 0: as many as fit
 * @box: left, top and right of the legend are used
 *
 * Groups stand side by side, and in further rows where the width ends.
 *
 * Returns: its height, 0 if there is nothing to say
 */
double milieu_legend_draw (const MilieuPen *pen, const MilieuCast *cast, guint groups, guint columns, MilieuBox box);

G_END_DECLS
