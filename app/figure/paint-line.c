/* Straight lines without casing and head, set pixel by pixel: where there are
 * tens of thousands of them, cairo takes ten times as long for each. A pixel
 * is covered as far as a square of its size across the line would be. */
#include "figure/paint-line.h"

#include <math.h>

typedef struct
{
  double ax, ay, ux, uy, length; /* start, direction */
  double half, reach, most;      /* half the width; how far ink goes; of a pixel */
  gboolean round;
  guint32 colour;                /* premultiplied by the opacity */
} Line;

static guint32
scaled (guint32 argb, guint by)
{
  guint32 rb = (argb & 0xff00ff) * by + 0x800080, ag = (argb >> 8 & 0xff00ff) * by + 0x800080;

  rb = (rb + (rb >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  ag = (ag + (ag >> 8 & 0xff00ff)) & 0xff00ff00;
  return rb | ag;
}

static double
covered (const Line *line, double x, double y)
{
  double dx = x - line->ax, dy = y - line->ay;
  double along = dx * line->ux + dy * line->uy, across = fabs (dx * line->uy - dy * line->ux);
  double before = -along, after = along - line->length, out = MAX (before, after);

  if (line->round)
    return CLAMP (line->half + 0.5 - (out > 0 ? sqrt (out * out + across * across) : across), 0, line->most);
  return CLAMP (line->half + 0.5 - across, 0, line->most) * CLAMP (0.5 - out, 0, 1);
}

static void
set_row (const MilieuCanvasPixels *to, const Line *line, int y, double x0, double x1)
{
  guint32 *row = (guint32 *) (to->data + (gsize) y * to->stride);
  int from = (int) MAX (floor (x0), to->x0), last = (int) MIN (ceil (x1), to->x1 - 1.0);

  for (int x = from; x <= last; x++)
    {
      guint share = (guint) (255 * covered (line, x + 0.5, y + 0.5) + 0.5);
      guint32 ink;

      if (share == 0)
        continue;
      ink = share == 255 ? line->colour : scaled (line->colour, share);
      row[x] = ink + scaled (row[x], 255 - (ink >> 24));
    }
}

/* row by row, what lies within reach of the line and of its ends */
static void
set_line (const MilieuCanvasPixels *to, const Line *line, double bx, double by)
{
  double left = MIN (line->ax, bx) - line->reach, right = MAX (line->ax, bx) + line->reach;
  double top = MAX (floor (MIN (line->ay, by) - line->reach), to->y0);
  double bottom = MIN (ceil (MAX (line->ay, by) + line->reach), to->y1 - 1.0);
  gboolean level = fabs (line->uy) < 1e-6;
  double slope = level ? 0 : line->ux / line->uy, wide = level ? 0 : line->reach / fabs (line->uy) + fabs (slope) / 2;

  if (right < to->x0 || left > to->x1)
    return;
  for (int y = (int) top; y <= (int) bottom; y++)
    {
      double middle = line->ax + (y + 0.5 - line->ay) * slope;

      if (level)
        set_row (to, line, y, left, right);
      else
        set_row (to, line, y, MAX (left, middle - wide), MIN (right, middle + wide));
    }
}

static guint32
premultiplied (guint32 rgb, double opacity)
{
  return scaled (0xff000000 | rgb, (guint) (255 * CLAMP (opacity, 0, 1) + 0.5));
}

/* one stretch between two gaps, in px from the start */
static void
set_part (const MilieuCanvasPixels *to, Line line, double from, double end)
{
  double bx = line.ax + end * line.ux, by = line.ay + end * line.uy;

  line.ax += from * line.ux;
  line.ay += from * line.uy;
  line.length = end - from;
  set_line (to, &line, bx, by);
}

/* the stretch of the line that could touch what may be painted on */
static void
find_stretch (const MilieuCanvasPixels *to, const Line *line, double *from, double *end)
{
  double xs[2] = { to->x0, to->x1 }, ys[2] = { to->y0, to->y1 };

  *from = G_MAXDOUBLE;
  *end = -G_MAXDOUBLE;
  for (guint i = 0; i < 4; i++)
    {
      double along = (xs[i & 1] - line->ax) * line->ux + (ys[i >> 1] - line->ay) * line->uy;

      *from = MIN (*from, along - line->reach);
      *end = MAX (*end, along + line->reach);
    }
  *from = MAX (*from, 0);
  *end = MIN (*end, line->length);
}

static void
set_dashes (const MilieuCanvasPixels *to, const Line *line, const double *dash, guint n_dash)
{
  double at, from, end, sum = 0;

  for (guint i = 0; i < n_dash; i++)
    sum += dash[i];
  find_stretch (to, line, &from, &end);
  at = sum > 0 ? floor (from / sum) * sum : 0;
  for (guint i = 0; at <= end && sum > 0; at += dash[i], i = (i + 1) % n_dash)
    if (i % 2 == 0)
      set_part (to, *line, at, MIN (at + dash[i], line->length));
}

void
milieu_paint_line (const MilieuCanvasPixels *to, MilieuPoint a, MilieuPoint b, double width, guint32 rgb, double opacity,
                   const double *dash, guint n_dash, gboolean round)
{
  double length = hypot (b.x - a.x, b.y - a.y);
  Line line = { a.x, a.y, 1, 0, length, width / 2, width / 2 + 0.5, MIN (width, 1), round, premultiplied (rgb, opacity) };

  if (!(length > 0) || !(width > 0))
    return;
  line.ux = (b.x - a.x) / length;
  line.uy = (b.y - a.y) / length;
  if (n_dash > 0)
    set_dashes (to, &line, dash, n_dash);
  else
    set_line (to, &line, b.x, b.y);
}
