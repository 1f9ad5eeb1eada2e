#include "geo/frame.h"

#include <math.h>

void
milieu_frame_to_px (const MilieuFrame *frame, MilieuMetres point, double *x, double *y)
{
  *x = frame->width / 2 + (point.x - frame->centre.x) / frame->scale;
  *y = frame->height / 2 - (point.y - frame->centre.y) / frame->scale;
}

MilieuMetres
milieu_frame_to_metres (const MilieuFrame *frame, double x, double y)
{
  return (MilieuMetres) { frame->centre.x + (x - frame->width / 2) * frame->scale,
                          frame->centre.y - (y - frame->height / 2) * frame->scale };
}

MilieuBounds
milieu_frame_bounds (const MilieuFrame *frame)
{
  double dx = frame->width / 2 * frame->scale, dy = frame->height / 2 * frame->scale;

  return (MilieuBounds) { frame->centre.x - dx, frame->centre.y - dy,
                          frame->centre.x + dx, frame->centre.y + dy };
}

gboolean
milieu_frame_contains (const MilieuFrame *frame, MilieuMetres point, double margin)
{
  double x, y;

  milieu_frame_to_px (frame, point, &x, &y);
  return x >= margin && x <= frame->width - margin && y >= margin && y <= frame->height - margin;
}

/* what is left of @size between two margins, which shrink to half of it in all
 * if they ask for more; @middle is where the middle of the rest lies */
static double
room_between (double size, double before, double after, double *middle)
{
  double asked = MAX (before, 0) + MAX (after, 0), shrink = asked >= size ? size / 2 / asked : 1;

  before = MAX (before, 0) * shrink;
  after = MAX (after, 0) * shrink;
  *middle = (before + size - after) / 2;
  return size - before - after;
}

void
milieu_frame_fit (MilieuFrame *frame, const MilieuBounds *bounds, const MilieuMargins *margins, double least)
{
  MilieuMargins m = margins != NULL ? *margins : (MilieuMargins) { 0 };
  double width, height, x, y;

  g_return_if_fail (least > 0);
  if (milieu_bounds_is_empty (bounds) || !(frame->width > 0) || !(frame->height > 0))
    return;
  width = room_between (frame->width, m.left, m.right, &x);
  height = room_between (frame->height, m.top, m.bottom, &y);
  frame->scale = MAX ((bounds->east - bounds->west) / width, (bounds->north - bounds->south) / height);
  frame->scale = MAX (frame->scale, least);
  frame->centre.x = (bounds->west + bounds->east) / 2 + (frame->width / 2 - x) * frame->scale;
  frame->centre.y = (bounds->south + bounds->north) / 2 - (frame->height / 2 - y) * frame->scale;
}

void
milieu_frame_zoom (MilieuFrame *frame, double factor, double x, double y)
{
  MilieuMetres under = milieu_frame_to_metres (frame, x, y);

  g_return_if_fail (factor > 0);
  frame->scale /= factor;
  frame->centre.x = under.x - (x - frame->width / 2) * frame->scale;
  frame->centre.y = under.y + (y - frame->height / 2) * frame->scale;
}

void
milieu_frame_pan (MilieuFrame *frame, double dx, double dy)
{
  frame->centre.x -= dx * frame->scale;
  frame->centre.y += dy * frame->scale;
}

gboolean
milieu_frame_edge (const MilieuFrame *frame, MilieuMetres point, double margin, double *x, double *y, double *angle)
{
  double half_width = frame->width / 2 - margin, half_height = frame->height / 2 - margin;
  double dx, dy, reach;

  milieu_frame_to_px (frame, point, &dx, &dy);
  dx -= frame->width / 2;
  dy -= frame->height / 2;
  if (!(half_width > 0) || !(half_height > 0))
    return FALSE;
  reach = MAX (fabs (dx) / half_width, fabs (dy) / half_height);
  if (!(reach > 1))
    return FALSE;
  *x = frame->width / 2 + dx / reach;
  *y = frame->height / 2 + dy / reach;
  if (angle != NULL)
    *angle = atan2 (dy, dx) * 180 / G_PI;
  return TRUE;
}

double
milieu_frame_ground_scale (const MilieuFrame *frame, MilieuProjection *projection)
{
  MilieuDegrees middle;

  if (!milieu_projection_to_degrees (projection, frame->centre, &middle))
    return NAN;
  return frame->scale / milieu_projection_stretch (projection, middle);
}

double
milieu_scale_bar_length (double metres_per_px, double most, double *px)
{
  static const double steps[] = { 1, 2, 5 };
  double length = 0, power;

  *px = 0;
  if (!(metres_per_px > 0) || !(most > 0) || !isfinite (metres_per_px) || !isfinite (most))
    return 0;
  for (power = 1; power <= 1e7; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if (power * steps[i] / metres_per_px <= most)
        length = power * steps[i];
  *px = length / metres_per_px;
  return length;
}
