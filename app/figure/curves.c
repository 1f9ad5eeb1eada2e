/* Quadratic Béziers: bends, trims, lengths and crossings. */
#include "figure/ties.h"

#include <math.h>

#define LENGTH_CHORDS 32
#define PICK_CHORDS 16
#define CUTS 60         /* halvings: the ends of double precision come as near as a page */
#define CUT_MARGIN 64.0 /* px: a cut end is not seen */

static MilieuPoint
between (MilieuPoint a, MilieuPoint b, double t)
{
  return (MilieuPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* the least t at which the curve is farther than `reach` from its start; 1 or more where it never is */
static double
leaves (const MilieuCurve *curve, double reach)
{
  double low = 0, high = 2;

  if (reach <= 0)
    return 0;
  for (guint i = 1; i <= LENGTH_CHORDS && high > 1; i++)
    {
      double t = (double) i / LENGTH_CHORDS;

      if (milieu_point_distance (milieu_curve_point (curve, t), curve->start) > reach)
        high = t;
      else
        low = t;
    }
  for (guint i = 0; i < 30 && high <= 1; i++)
    {
      double middle = (low + high) / 2;

      if (milieu_point_distance (milieu_curve_point (curve, middle), curve->start) > reach)
        high = middle;
      else
        low = middle;
    }
  return high;
}

MilieuCurve
milieu_curve_between (MilieuPoint a, MilieuPoint b, double bend)
{
  double dx = b.x - a.x, dy = b.y - a.y;

  /* the curve's middle is half as far from the chord as the control point */
  return (MilieuCurve) { a, { (a.x + b.x) / 2 + 2 * bend * dy, (a.y + b.y) / 2 - 2 * bend * dx }, b };
}

MilieuPoint
milieu_curve_point (const MilieuCurve *curve, double t)
{
  return between (between (curve->start, curve->control, t), between (curve->control, curve->end, t), t);
}

MilieuCurve
milieu_curve_part (const MilieuCurve *curve, double from, double to)
{
  MilieuPoint a = between (curve->start, curve->control, from), b = between (curve->control, curve->end, from);

  /* the blossom of the quadratic at (from, to) is the part's control point */
  return (MilieuCurve) { between (a, b, from), between (a, b, to), milieu_curve_point (curve, to) };
}

gboolean
milieu_curve_trim (MilieuCurve *curve, double start_reach, double end_reach)
{
  MilieuCurve backwards;
  double from = leaves (curve, start_reach), to;

  if (from >= 1)
    return FALSE;
  backwards = (MilieuCurve) { curve->end, curve->control, curve->start };
  to = 1 - leaves (&backwards, end_reach);
  if (to <= from)
    return FALSE;
  *curve = milieu_curve_part (curve, from, to);
  return TRUE;
}

static gboolean
part_meets (const MilieuCurve *curve, double from, double to, const MilieuBox *page)
{
  MilieuCurve part = milieu_curve_part (curve, from, to);
  MilieuBox box = milieu_curve_box (&part);

  return milieu_boxes_meet (&box, page, CUT_MARGIN);
}

static gboolean
is_far (MilieuPoint point, double far)
{
  return fabs (point.x) > far || fabs (point.y) > far;
}

void
milieu_curve_cut (MilieuCurve *curve, const MilieuBox *page, double far)
{
  double from = 0, to = 1;

  if (!is_far (curve->start, far) && !is_far (curve->control, far) && !is_far (curve->end, far))
    return;
  for (guint i = 0; i < CUTS && isfinite (curve->start.x + curve->start.y + curve->end.x + curve->end.y); i++)
    {
      double quarter = (to - from) / 4;

      if (!part_meets (curve, from, from + quarter, page))
        from += quarter;
      if (!part_meets (curve, to - quarter, to, page))
        to -= quarter;
    }
  *curve = milieu_curve_part (curve, from, to);
}

gboolean
milieu_curve_line (MilieuCurve *line, MilieuPoint a, MilieuPoint b, double start_reach, double end_reach)
{
  double length = milieu_point_distance (a, b), from, to;

  if (!(length > start_reach + end_reach))
    return FALSE;
  from = start_reach / length;
  to = 1 - end_reach / length;
  *line = milieu_curve_between (between (a, b, from), between (a, b, to), 0);
  return TRUE;
}

double
milieu_curve_length (const MilieuCurve *curve)
{
  MilieuPoint last = curve->start;
  double length = 0;

  if (milieu_curve_is_straight (curve))
    return milieu_point_distance (curve->start, curve->end);
  for (guint i = 1; i <= LENGTH_CHORDS; i++)
    {
      MilieuPoint next = milieu_curve_point (curve, (double) i / LENGTH_CHORDS);

      length += milieu_point_distance (last, next);
      last = next;
    }
  return length;
}

double
milieu_curve_at (const MilieuCurve *curve, double distance)
{
  MilieuPoint last = curve->start;
  double length = 0;

  for (guint i = 1; i <= LENGTH_CHORDS; i++)
    {
      MilieuPoint next = milieu_curve_point (curve, (double) i / LENGTH_CHORDS);
      double step = milieu_point_distance (last, next);

      if (length + step >= distance && step > 0)
        return (i - 1 + MAX (0, distance - length) / step) / LENGTH_CHORDS;
      length += step;
      last = next;
    }
  return 1;
}

gboolean
milieu_curve_is_straight (const MilieuCurve *curve)
{
  double dx = curve->control.x - (curve->start.x + curve->end.x) / 2;
  double dy = curve->control.y - (curve->start.y + curve->end.y) / 2;

  return dx * dx + dy * dy < 1e-6;
}

void
milieu_curve_sample (const MilieuCurve *curve, MilieuPoint *points, guint n)
{
  g_return_if_fail (n >= 2);

  for (guint i = 0; i < n; i++)
    points[i] = milieu_curve_point (curve, (double) i / (n - 1));
}

double
milieu_curve_distance (const MilieuCurve *curve, MilieuPoint point)
{
  MilieuPoint points[PICK_CHORDS + 1];
  double nearest = G_MAXDOUBLE;

  milieu_curve_sample (curve, points, PICK_CHORDS + 1);
  for (guint i = 0; i < PICK_CHORDS; i++)
    {
      double distance = milieu_segment_distance (points[i], points[i + 1], point);

      nearest = MIN (nearest, distance);
    }
  return nearest;
}

MilieuBox
milieu_curve_box (const MilieuCurve *curve)
{
  MilieuBox box = { curve->start.x, curve->start.y, curve->start.x, curve->start.y };

  guint n = milieu_curve_is_straight (curve) ? 1 : PICK_CHORDS;

  for (guint i = 1; i <= n; i++)
    {
      MilieuPoint point = milieu_curve_point (curve, (double) i / n);

      box.x0 = MIN (box.x0, point.x);
      box.y0 = MIN (box.y0, point.y);
      box.x1 = MAX (box.x1, point.x);
      box.y1 = MAX (box.y1, point.y);
    }
  return box;
}
