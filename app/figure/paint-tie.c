/* Ties: casing, dash, head and tick; stubs, ghosts and samples. */
#include "figure/paint-cairo.h"
#include "figure/paint-shapes.h"

#include <math.h>

#define CASING_OPACITY 0.8
#define GHOST_DISC 2.6
#define APART_OPACITY 0.9 /* above, an overlap is at most 1 % darker than its tie */

static void
trace_on (cairo_t *cr, const MilieuCurve *curve)
{
  MilieuPoint a = curve->start, c = curve->control, b = curve->end;

  cairo_move_to (cr, a.x, a.y);
  if (milieu_curve_is_straight (curve))
    cairo_line_to (cr, b.x, b.y);
  else /* the cubic that is this quadratic */
    cairo_curve_to (cr, a.x + (c.x - a.x) * 2 / 3, a.y + (c.y - a.y) * 2 / 3,
                    b.x + (c.x - b.x) * 2 / 3, b.y + (c.y - b.y) * 2 / 3, b.x, b.y);
}

static void
trace (cairo_t *cr, const MilieuCurve *curve)
{
  cairo_new_path (cr);
  trace_on (cr, curve);
}

static void
paint_head (cairo_t *cr, const MilieuTieShape *shape)
{
  const MilieuPoint *p = shape->head_points;

  cairo_new_path (cr);
  cairo_move_to (cr, p[0].x, p[0].y);
  cairo_line_to (cr, p[1].x, p[1].y);
  cairo_line_to (cr, p[2].x, p[2].y);
  if (shape->head == MILIEU_HEAD_TRIANGLE)
    {
      cairo_close_path (cr);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, shape->head_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (cr);
}

static void
paint_tick (cairo_t *cr, const MilieuTieShape *shape)
{
  cairo_new_path (cr);
  cairo_move_to (cr, shape->tick[0].x, shape->tick[0].y);
  cairo_line_to (cr, shape->tick[1].x, shape->tick[1].y);
  cairo_set_line_width (cr, shape->tick_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_stroke (cr);
}

static void
paint_casing (cairo_t *cr, const MilieuStyle *style, const MilieuTieShape *shape, double opacity)
{
  milieu_paint_set_colour (cr, style, MILIEU_COLOUR_CASING, CASING_OPACITY * opacity);
  cairo_set_line_width (cr, shape->casing);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  trace (cr, &shape->body);
  cairo_stroke (cr);
}

static void
stroke_body (cairo_t *cr, const MilieuTieShape *shape)
{
  cairo_set_line_width (cr, shape->width);
  cairo_set_line_cap (cr, shape->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, shape->dash, shape->n_dash, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_body (cairo_t *cr, const MilieuTieShape *shape)
{
  trace (cr, &shape->body);
  stroke_body (cr, shape);
}

/* px from the tip of the head to where the body may begin without lying on it */
static double
head_reach (const MilieuTieShape *shape)
{
  const MilieuPoint *p = shape->head_points;
  MilieuPoint base = { (p[0].x + p[2].x) / 2, (p[0].y + p[2].y) / 2 };
  double length = milieu_point_distance (p[1], base), half = milieu_point_distance (p[0], base);

  if (shape->head == MILIEU_HEAD_TRIANGLE)
    return length;
  /* the inner corner of the chevron, and half the way to where the body fills it */
  return shape->head_width / 2 * sqrt (length * length + half * half) / half + shape->width / 4 * length / half;
}

/* without what lies under head and tick */
static void
paint_body_apart (cairo_t *cr, const MilieuTieShape *shape)
{
  MilieuCurve body = shape->body;
  double middle = milieu_curve_length (&body) / 2, length;

  if (shape->head)
    milieu_curve_trim (&body, 0, head_reach (shape) - milieu_point_distance (body.end, shape->head_points[1]));
  length = milieu_curve_length (&body);
  cairo_new_path (cr);
  if (shape->has_tick && middle + shape->tick_width / 2 < length)
    {
      MilieuCurve before = milieu_curve_part (&body, 0, milieu_curve_at (&body, middle - shape->tick_width / 2));
      MilieuCurve after = milieu_curve_part (&body, milieu_curve_at (&body, middle + shape->tick_width / 2), 1);

      trace_on (cr, &before);
      trace_on (cr, &after);
    }
  else
    trace_on (cr, &body);
  stroke_body (cr, shape);
}

/* a tie that leaves an inset: solid at first, gone at its end */
static void
paint_stub (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, const MilieuTieShape *shape, double opacity)
{
  MilieuPoint a = shape->body.start, b = shape->body.end;
  guint32 rgb = milieu_style_rgb (style, milieu_tie_colour (mark));
  double red = (rgb >> 16) / 255.0, green = (rgb >> 8 & 255) / 255.0, blue = (rgb & 255) / 255.0;
  cairo_pattern_t *fade = cairo_pattern_create_linear (a.x, a.y, b.x, b.y);

  cairo_pattern_add_color_stop_rgba (fade, 0, red, green, blue, opacity);
  cairo_pattern_add_color_stop_rgba (fade, 0.45, red, green, blue, opacity);
  cairo_pattern_add_color_stop_rgba (fade, 1, red, green, blue, 0);
  cairo_set_source (cr, fade);
  cairo_pattern_destroy (fade);
  paint_body (cr, shape);
}

static void
paint_ghost (cairo_t *cr, const MilieuStyle *style, const MilieuTieShape *shape, double opacity)
{
  MilieuPoint ends[2] = { shape->body.start, shape->body.end };

  milieu_paint_set_colour (cr, style, MILIEU_COLOUR_GHOST, opacity);
  paint_body (cr, shape);
  for (guint i = 0; i < 2; i++)
    {
      cairo_arc (cr, ends[i].x, ends[i].y, GHOST_DISC, 0, 2 * G_PI);
      milieu_paint_set_colour (cr, style, MILIEU_COLOUR_CANVAS, opacity);
      cairo_fill_preserve (cr);
      milieu_paint_set_colour (cr, style, MILIEU_COLOUR_GHOST, opacity);
      cairo_set_line_width (cr, 1.3);
      cairo_stroke (cr);
    }
}

/* Body, head and tick overlap: where that would show, the body leaves room for them. A group, which would fade all
 * together, costs more than all the strokes, and a PDF an object of its own. */
static void
paint_line (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, const MilieuTieShape *shape, double opacity)
{
  milieu_paint_set_colour (cr, style, milieu_tie_colour (mark), opacity);
  if (opacity < APART_OPACITY && (shape->head || shape->has_tick))
    paint_body_apart (cr, shape);
  else
    paint_body (cr, shape);
  if (shape->head)
    paint_head (cr, shape);
  if (shape->has_tick)
    paint_tick (cr, shape);
}

void
milieu_paint_tie_mark (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, double opacity, double factor)
{
  MilieuTieShape shape = milieu_tie_shape (mark, style, factor);

  opacity *= mark->fill_opacity > 0 ? mark->fill_opacity : 1;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (mark->flags & MILIEU_MARK_GHOST)
    paint_ghost (cr, style, &shape, opacity);
  else if (mark->flags & MILIEU_MARK_FADES)
    paint_stub (cr, style, mark, &shape, opacity);
  else
    {
      if (shape.casing > 0)
        paint_casing (cr, style, &shape, opacity);
      paint_line (cr, style, mark, &shape, opacity);
    }
  cairo_restore (cr);
}

gboolean
milieu_paint_tie_line (const MilieuCanvasPixels *to, const cairo_matrix_t *place, const MilieuStyle *style,
                       const MilieuMark *mark, double opacity, double factor)
{
  MilieuPoint a = mark->tie.curve.start, b = mark->tie.curve.end;
  MilieuTieShape shape;
  double dash[4];

  if (!(mark->flags & MILIEU_MARK_QUIET) || mark->flags & (MILIEU_MARK_GHOST | MILIEU_MARK_FADES)
      || !milieu_curve_is_straight (&mark->tie.curve))
    return FALSE;
  shape = milieu_tie_shape (mark, style, factor);
  cairo_matrix_transform_point (place, &a.x, &a.y);
  cairo_matrix_transform_point (place, &b.x, &b.y);
  for (guint i = 0; i < shape.n_dash; i++)
    dash[i] = shape.dash[i] * place->xx;
  milieu_paint_line (to, a, b, shape.width * place->xx, milieu_style_rgb (style, milieu_tie_colour (mark)),
                     opacity * (mark->fill_opacity > 0 ? mark->fill_opacity : 1), dash, shape.n_dash, shape.round_caps);
  return TRUE;
}

void
milieu_paint_tie_sample (cairo_t *cr, const MilieuStyle *style, MilieuClass tie_class, MilieuEvidence evidence,
                         gboolean directed, double x, double y, double width)
{
  double bend = tie_class == MILIEU_CLASS_INTERACTION ? 0.13 : 0, drop = bend * width / 2;
  MilieuMark mark = {
    .kind = MILIEU_MARK_TIE, .flags = MILIEU_MARK_PLAIN, .width = milieu_tie_width (tie_class, 1, FALSE),
    .tie = { milieu_curve_between ((MilieuPoint) { x, y + drop }, (MilieuPoint) { x + width, y + drop }, bend),
             1, tie_class, evidence, directed },
  };

  milieu_paint_tie_mark (cr, style, &mark, 1, 1);
}
