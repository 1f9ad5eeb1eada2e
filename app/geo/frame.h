/* A window on the ground: which metres lie under which pixels.
 *
 * Pixels stand for any page unit: x to the right, y down, 0 at the top left. */
#pragma once

#include "geo/projection.h"

G_BEGIN_DECLS

typedef struct
{
  double width, height; /* px */
  MilieuMetres centre;  /* what lies in the middle */
  double scale;         /* metres of Lambert-93 per px, over 0 */
} MilieuFrame;

/* room left free on each side, px */
typedef struct
{
  double left, top, right, bottom;
} MilieuMargins;

/** milieu_frame_to_px: @x and @y (out): where @point lies in the frame, or outside it */
void milieu_frame_to_px (const MilieuFrame *frame, MilieuMetres point, double *x, double *y);

/** milieu_frame_to_metres: Returns: what lies under the pixel @x, @y */
MilieuMetres milieu_frame_to_metres (const MilieuFrame *frame, double x, double y);

/** milieu_frame_bounds: Returns: the ground that the frame shows */
MilieuBounds milieu_frame_bounds (const MilieuFrame *frame);

/**
 * milieu_frame_contains:
 * @margin: px that count as outside along each edge; below 0 to look beyond the edge
 */
gboolean milieu_frame_contains (const MilieuFrame *frame, MilieuMetres point, double margin);

/**
 * milieu_frame_fit:
 * @frame: its width and height are kept, centre and scale are set
 * @bounds: what must show; a single point is shown at @least
 * @margins: (nullable): px to leave free; if they leave no room they shrink in proportion
 * @least: smallest metres per px, so that one point or two neighbours do not fill the view
 *
 * Does nothing if @bounds is empty or the frame has no size.
 */
void milieu_frame_fit (MilieuFrame *frame, const MilieuBounds *bounds, const MilieuMargins *margins, double least);

/** milieu_frame_zoom: @factor over 1 comes nearer; what lies under @x, @y stays there */
void milieu_frame_zoom (MilieuFrame *frame, double factor, double x, double y);

/** milieu_frame_pan: the ground moves by @dx, @dy px */
void milieu_frame_pan (MilieuFrame *frame, double dx, double dy);

/**
 * milieu_frame_edge:
 * @margin: px from the frame's edge
 * @x: (out): where the line from the middle of the frame to @point crosses the margin's rectangle
 * @y: (out):
 * @angle: (out) (optional): direction of that line on the page, degrees clockwise from the right (down is 90)
 *
 * For markers of what lies outside.
 *
 * Returns: %FALSE if @point lies within the rectangle, or the margin leaves none
 */
gboolean milieu_frame_edge (const MilieuFrame *frame, MilieuMetres point, double margin, double *x, double *y, double *angle);

/**
 * milieu_frame_ground_scale:
 *
 * Returns: true metres on the ground per px at the middle of the frame, which
 *   is what a scale bar measures: the frame's scale without Lambert-93's
 *   stretch; NAN where the ground has no place
 */
double milieu_frame_ground_scale (const MilieuFrame *frame, MilieuProjection *projection);

/**
 * milieu_scale_bar_length:
 * @metres_per_px: from milieu_frame_ground_scale()
 * @most: longest bar, px
 * @px: (out): length of the bar
 *
 * Returns: the largest 1, 2 or 5 × 10ⁿ metres that fits, at least 1 m; 0 if
 *   none does or an argument is no positive number
 */
double milieu_scale_bar_length (double metres_per_px, double most, double *px);

G_END_DECLS
