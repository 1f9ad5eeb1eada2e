/* How ties look: widths, bends, dashes, heads and ticks of look.md §3. */
#include "figure/ties.h"

#include <math.h>

#define HEAD_LENGTH 6.4
#define HEAD_HALF_WIDTH 0.40 /* of its length */
#define TICK_HALF_LENGTH 2.6
#define TICK_SHORTEST_TIE 16.0
#define CASING 1.1 /* px each side */
#define QUARTER_POINT (0.25 * 96 / 72)

/* in units of the width */
static const double dashes[MILIEU_N_EVIDENCES][4] =
{
  [MILIEU_EVIDENCE_IMPLIED] = { 4, 2.5 },
  [MILIEU_EVIDENCE_RECALLED] = { 0, 2.6 },
  [MILIEU_EVIDENCE_SESSION] = { 6, 3, 0, 3 },
};
static const guint n_dashes[MILIEU_N_EVIDENCES] =
{
  [MILIEU_EVIDENCE_IMPLIED] = 2,
  [MILIEU_EVIDENCE_RECALLED] = 2,
  [MILIEU_EVIDENCE_SESSION] = 4,
};

static void
set_dash (MilieuTieShape *shape, const MilieuMark *mark)
{
  guint evidence = MIN (mark->tie.evidence, MILIEU_N_EVIDENCES - 1);

  if (mark->flags & MILIEU_MARK_FADES)
    return;
  if (mark->flags & MILIEU_MARK_GHOST)
    {
      shape->n_dash = 2;
      shape->dash[0] = 7;
      shape->dash[1] = 4;
      return;
    }
  shape->n_dash = n_dashes[evidence];
  for (guint i = 0; i < shape->n_dash; i++)
    shape->dash[i] = dashes[evidence][i] * shape->width;
  shape->round_caps = evidence == MILIEU_EVIDENCE_RECALLED || evidence == MILIEU_EVIDENCE_SESSION;
}

static void
set_head (MilieuTieShape *shape, const MilieuMark *mark, double scale, double length)
{
  const MilieuCurve *curve = &mark->tie.curve;
  gboolean chevron = mark->tie.tie_class == MILIEU_CLASS_INTERACTION;
  double head = MIN (HEAD_LENGTH * scale, 0.45 * length), half = HEAD_HALF_WIDTH * head;
  /* it looks along the chord of its own length, so that it sits straight on a curve */
  MilieuPoint tip = curve->end, back = milieu_curve_point (curve, milieu_curve_at (curve, length - head));
  double chord = milieu_point_distance (back, tip), dx, dy;

  if (chord <= 0)
    return;
  dx = (tip.x - back.x) / chord;
  dy = (tip.y - back.y) / chord;
  shape->head = chevron ? MILIEU_HEAD_CHEVRON : MILIEU_HEAD_TRIANGLE;
  shape->head_width = MAX (shape->width, 1.2 * scale);
  if (chevron)
    {
      head *= 0.9;
      half *= 1.15;
    }
  else
    milieu_curve_trim (&shape->body, 0, head * 0.8);
  shape->head_points[0] = (MilieuPoint) { tip.x - dx * head - dy * half, tip.y - dy * head + dx * half };
  shape->head_points[1] = tip;
  shape->head_points[2] = (MilieuPoint) { tip.x - dx * head + dy * half, tip.y - dy * head - dx * half };
}

static void
set_tick (MilieuTieShape *shape, double scale)
{
  double t = milieu_curve_at (&shape->body, milieu_curve_length (&shape->body) / 2);
  MilieuPoint middle = milieu_curve_point (&shape->body, t);
  MilieuPoint a = milieu_curve_point (&shape->body, t - 0.01), b = milieu_curve_point (&shape->body, t + 0.01);
  double length = milieu_point_distance (a, b), half = TICK_HALF_LENGTH * scale, dx, dy;

  if (length <= 0)
    return;
  dx = (b.x - a.x) / length * half;
  dy = (b.y - a.y) / length * half;
  shape->has_tick = TRUE;
  shape->tick_width = MAX (scale, 0.8 * shape->width);
  shape->tick[0] = (MilieuPoint) { middle.x - dy, middle.y + dx };
  shape->tick[1] = (MilieuPoint) { middle.x + dy, middle.y - dx };
}

MilieuColour
milieu_tie_colour (const MilieuMark *mark)
{
  if (mark->flags & MILIEU_MARK_GHOST)
    return MILIEU_COLOUR_GHOST;
  return mark->stroke != MILIEU_COLOUR_NONE ? mark->stroke : MILIEU_COLOUR_TIE (mark->tie.tie_class);
}

double
milieu_tie_width (MilieuClass tie_class, double weight, gboolean print)
{
  double width = 1.4 + 0.6 * (isnan (weight) ? 0 : weight - 1);

  width = CLAMP (width, 0.8, 3.8);
  if (tie_class == MILIEU_CLASS_LOCATION)
    width *= 0.72;
  return print ? MAX (0.85 * width, QUARTER_POINT) : width;
}

double
milieu_tie_opacity (double base, guint n_ties)
{
  double opacity = n_ties > 150 ? base * sqrt (150.0 / n_ties) : base;

  return MAX (opacity, 0.25);
}

double
milieu_tie_bend (MilieuClass tie_class, double length)
{
  if (tie_class != MILIEU_CLASS_INTERACTION)
    return 0;
  return length > 60 ? 0.13 : 0.10;
}

double
milieu_tie_fan_bend (guint index, guint n, gboolean reversed)
{
  double bend = (index - (n - 1) / 2.0) * 0.22;

  return reversed ? -bend : bend;
}

MilieuTieShape
milieu_tie_shape (const MilieuMark *mark, const MilieuStyle *style, double factor)
{
  double scale = mark->tie.scale > 0 ? mark->tie.scale : 1;
  double length = milieu_curve_length (&mark->tie.curve);
  double casing = style && style->casing > 0 ? style->casing : CASING;
  gboolean bare = (mark->flags & (MILIEU_MARK_GHOST | MILIEU_MARK_FADES)) != 0;
  gboolean quiet = (mark->flags & MILIEU_MARK_QUIET) != 0;
  MilieuTieShape shape = { .body = mark->tie.curve };

  shape.width = mark->width * factor * (style ? style->tie_factor : 1);
  set_dash (&shape, mark);
  if (!(mark->flags & MILIEU_MARK_PLAIN) && !bare)
    shape.casing = shape.width + 2 * casing * scale;
  if (mark->tie.directed && !bare && !quiet && length > 0)
    set_head (&shape, mark, scale, length);
  if (mark->tie.evidence == MILIEU_EVIDENCE_VERIFIED && !bare && !quiet && !(mark->flags & MILIEU_MARK_NO_TICK)
      && length > TICK_SHORTEST_TIE * scale)
    set_tick (&shape, scale);
  return shape;
}
