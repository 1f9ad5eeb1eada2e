/* What the layouts share. Loops here use + − × ÷ √ alone, so that every
 * machine finds the same bytes. */
#pragma once

#include <math.h>

#include "model/random.h"
#include "network/layout.h"

G_BEGIN_DECLS

/* Each fills layout->x and layout->y for every vertex. layout->x and y come
 * filled with the old positions, NAN where there are none; @fixed marks the
 * vertices that must not move.
 *
 * Returns: %FALSE if cancelled */
gboolean milieu_layout_strata (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                               MilieuLayout *layout);
gboolean milieu_layout_organic (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                                MilieuLayout *layout);
gboolean milieu_layout_circle (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                               MilieuLayout *layout);
gboolean milieu_layout_communities (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                                    MilieuLayout *layout);

/* the slots of the bands of strata */
typedef struct
{
  double pitch_x, pitch_y, up; /* of a slot, and from its top to the symbol */
  guint columns;               /* of a band */
  guint rows[MILIEU_N_GROUNDS];
  guint none_columns, none_rows;
  guint n_bands;
  MilieuBand bands[MILIEU_N_GROUNDS];
} MilieuStrata;

/** milieu_strata_init: bands and slots for so many actors; @extents: (nullable): as given to the layout */
void milieu_strata_init (MilieuStrata *strata, guint n, const guint8 *grounds, const MilieuExtent *extents);

/** milieu_strata_slots: @x, @y: (out): where the slots of @ground are, row by row; g_free(). Returns: how many. */
guint milieu_strata_slots (const MilieuStrata *strata, MilieuGround ground, double **x, double **y);

/** milieu_layout_tick: Returns: %FALSE if the job was cancelled */
gboolean milieu_layout_tick (const MilieuLayoutRequest *request, double fraction);

/** milieu_layout_extent: Returns: the room of vertex @v */
MilieuExtent milieu_layout_extent (const MilieuLayoutRequest *request, guint32 v);

/* twice the area of a, b, p: its sign tells on which side of a-b p lies */
static inline double
milieu_layout_segment_side (double ax, double ay, double bx, double by, double px, double py)
{
  return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

/** milieu_layout_segments_cross: whether the segments a-b and c-d cross inside */
static inline gboolean
milieu_layout_segments_cross (double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
{
  double c = milieu_layout_segment_side (ax, ay, bx, by, cx, cy), d = milieu_layout_segment_side (ax, ay, bx, by, dx, dy);
  double a, b;

  if (!((c > 0 && d < 0) || (c < 0 && d > 0)))
    return FALSE;
  a = milieu_layout_segment_side (cx, cy, dx, dy, ax, ay);
  b = milieu_layout_segment_side (cx, cy, dx, dy, bx, by);
  return (a > 0 && b < 0) || (a < 0 && b > 0);
}

/** milieu_layout_segment_distance: Returns: from the point p to the segment a-b */
static inline double
milieu_layout_segment_distance (double px, double py, double ax, double ay, double bx, double by)
{
  double dx = bx - ax, dy = by - ay, length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((px - ax) * dx + (py - ay) * dy) / length2 : 0;

  t = CLAMP (t, 0, 1);
  dx = px - ax - t * dx;
  dy = py - ay - t * dy;
  return sqrt (dx * dx + dy * dy);
}

/**
 * milieu_layout_push_apart:
 * @leeway: how far who has an old position may get from it; INFINITY for anywhere
 * @vertices: (nullable) (array length=n): which; all of 0 … n − 1 if %NULL
 *
 * Moves boxes that overlap away from each other, those of @fixed vertices
 * excepted, until none do, or until those who may not move far have no room.
 * Who is stuck jumps to the nearest free place, or goes back to its old one.
 *
 * Returns: %FALSE if cancelled
 */
gboolean milieu_layout_push_apart (const MilieuLayoutRequest *request, const guint8 *fixed, double leeway,
                                   const guint32 *vertices, guint n, double *x, double *y);

G_END_DECLS
