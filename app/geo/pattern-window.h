/* The window of a point pattern: the ground on which its points might have lain.
 *
 * A rectangle, or an outline within one. It decides whether points look
 * clustered, so whoever tells of a pattern names it. */
#pragma once

#include "geo/basemap.h"
#include "model/random.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuBounds bounds;
  const MilieuFeature *outline; /* (nullable): borrowed; %NULL for the whole rectangle */
  double area;                  /* m² */
} MilieuPatternWindow;

/** milieu_pattern_window_box: Returns: a rectangle; without area where @bounds has no width or height */
MilieuPatternWindow milieu_pattern_window_box (MilieuBounds bounds);

/** milieu_pattern_window_around: Returns: the bounding box of points; without area under two of them */
MilieuPatternWindow milieu_pattern_window_around (const MilieuMetres *points, guint n);

/** milieu_pattern_window_outline: @outline: kept, not copied; its holes do not count as ground */
MilieuPatternWindow milieu_pattern_window_outline (const MilieuFeature *outline);

/** milieu_pattern_window_holds: Returns: whether @point lies within */
gboolean milieu_pattern_window_holds (const MilieuPatternWindow *window, MilieuMetres point);

/** milieu_pattern_window_throw: Returns: a point of the window, each as likely as any other */
MilieuMetres milieu_pattern_window_throw (const MilieuPatternWindow *window, MilieuRandom *random);

/** milieu_pattern_window_edge: Returns: metres from @point to the nearest edge of the window */
double milieu_pattern_window_edge (const MilieuPatternWindow *window, MilieuMetres point);

/**
 * milieu_pattern_window_ripley:
 * @points: sites within the window, not stacked actors
 * @r: metres, under a quarter of the shorter side of the window
 *
 * Ripley 1977: K(r) = A/(n(n−1))·Σ 1{d ≤ r}/e, corrected at the edges by translation in a rectangle; in an outline by its
 * border: only points at least @r from it are asked for their neighbours, K(r) = A/(n−1)·mean number within r.
 *
 * Returns: L(r) − r = √(K/π) − r in metres, 0 where chance rules, over it clustered; NAN if no point is far enough from the
 *   border, @n is under 2 or the window has no area
 */
double milieu_pattern_window_ripley (const MilieuPatternWindow *window, const MilieuMetres *points, guint n, double r);

G_END_DECLS
