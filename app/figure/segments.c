/* Segments and boxes, for ties and for the solver of labels. */
#include "figure/ties.h"

#include <math.h>

/* Liang and Barsky 1984: the share of the segment inside the box, FALSE if none */
static gboolean
clip (MilieuPoint a, MilieuPoint b, const MilieuBox *box, double *from, double *to)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double p[4] = { -dx, dx, -dy, dy };
  double q[4] = { a.x - box->x0, box->x1 - a.x, a.y - box->y0, box->y1 - a.y };

  *from = 0;
  *to = 1;
  for (guint i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] < 0)
            return FALSE;
        }
      else if (p[i] < 0)
        *from = MAX (*from, q[i] / p[i]);
      else
        *to = MIN (*to, q[i] / p[i]);
      if (*from > *to)
        return FALSE;
    }
  return TRUE;
}

/* twice the area of the triangle, signed */
static double
side (MilieuPoint p, MilieuPoint q, MilieuPoint r)
{
  return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
}

double
milieu_point_distance (MilieuPoint a, MilieuPoint b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

double
milieu_segment_distance (MilieuPoint a, MilieuPoint b, MilieuPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
  double t = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0;

  t = CLAMP (t, 0, 1);
  return milieu_point_distance (point, (MilieuPoint) { a.x + t * dx, a.y + t * dy });
}

gboolean
milieu_segments_cross (MilieuPoint a, MilieuPoint b, MilieuPoint c, MilieuPoint d)
{
  return side (a, b, c) * side (a, b, d) < 0 && side (c, d, a) * side (c, d, b) < 0;
}

double
milieu_segment_length_in (MilieuPoint a, MilieuPoint b, const MilieuBox *box)
{
  double from, to;

  return clip (a, b, box, &from, &to) ? (to - from) * milieu_point_distance (a, b) : 0;
}

gboolean
milieu_segment_meets (MilieuPoint a, MilieuPoint b, const MilieuBox *box)
{
  double from, to;

  return clip (a, b, box, &from, &to);
}

gboolean
milieu_boxes_meet (const MilieuBox *a, const MilieuBox *b, double gap)
{
  return a->x0 < b->x1 + gap && b->x0 < a->x1 + gap && a->y0 < b->y1 + gap && b->y0 < a->y1 + gap;
}
