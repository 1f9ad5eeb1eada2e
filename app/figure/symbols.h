/* The ten outlines of look.md §2: unit box, y down, origin at the centre of
 * mass, area 0.600 each, so that all weigh the same. Multiply by the size. */
#pragma once

#include "figure/mark.h"

G_BEGIN_DECLS

typedef struct
{
  char command;    /* 'M', 'L', 'C', 'Z'; 0 ends the path */
  double points[6]; /* x y, of a 'C' two controls first */
} MilieuSegment;

typedef struct
{
  MilieuSegment segments[16];
  double half;     /* the height that cuts the area in two */
  MilieuPoint pip; /* the middle of the pip */
  MilieuBox box;
} MilieuOutline;

/** milieu_outline: Returns: the outline of @symbol; that of an organisation for MILIEU_SYMBOL_UNSET */
const MilieuOutline *milieu_outline (MilieuSymbol symbol);

/** milieu_symbol_line_width: Returns: px of the outline at size @size: max (0.9, 0.075 s) */
double milieu_symbol_line_width (double size);

/** milieu_symbol_casing: Returns: px of casing beyond the outline's width, both sides together: max (2.4, 0.2 s) */
double milieu_symbol_casing (double size);

/** milieu_symbol_reach: Returns: px from the centre at which ties begin and end: 0.93 × the farthest side + 2.6 × @scale */
double milieu_symbol_reach (MilieuSymbol symbol, double size, double scale);

/** milieu_symbol_size: Returns: the size by a measure, √(min² + (max² − min²) · value / largest); min where it is unknown */
double milieu_symbol_size (double value, double largest, double minimum, double maximum);

/* sizes of look.md §2, px; print ones are mm */
#define MILIEU_SIZE_MAP 12.0
#define MILIEU_SIZE_NETWORK 13.0
#define MILIEU_SIZE_LEGEND 14.0
#define MILIEU_SIZE_CHIP 12.0
#define MILIEU_SIZE_MINIMUM 9.0
#define MILIEU_SIZE_MAXIMUM 30.0
#define MILIEU_SIZE_CROWD 6.0
#define MILIEU_PX_PER_MM (96.0 / 25.4)
#define MILIEU_PX_PER_POINT (96.0 / 72.0)

G_END_DECLS
