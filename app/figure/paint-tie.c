/* Ties: casing, dash, head and tick; stubs, ghosts and samples. */
#include "figure/paint-cairo.h"
#include "figure/paint-shapes.h"

#include <math.h>

#define CASING_OPACITY 0.8
#define GHOST_DISC 2.6
#define GROUP_OPACITY 0.9 /* above, an overlap is at most 1 % darker than its tie */

static void
trace (cairo_t *cr, const MilieuCurve *curve)
{
  MilieuPoint a = curve->start, c = curve->control, b = curve->end;

  cairo_new_path (cr);
  cairo_move_to (cr, a.x, a.y);
  if (milieu_curve_is_straight (curve))
    cairo_line_to (cr, b.x, b.y);
  else /* the cubic that is this quadratic */
    cairo_curve_to (cr, a.x + (c.x - a.x) * 2 / 3, a.y + (c.y - a.y) * 2 / 3,
                    b.x + (c.x - b.x) * 2 / 3, b.y + (c.y - b.y) * 2 / 3, b.x, b.y);
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
paint_body (cairo_t *cr, const MilieuTieShape *shape)
{
  trace (cr, &shape->body);
  cairo_set_line_width (cr, shape->width);
  cairo_set_line_cap (cr, shape->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, shape->dash, shape->n_dash, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
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

/* Body, head and tick overlap: where that would show, they are faded together,
 * in a group no larger than the tie. Groups cost more than all the strokes. */
static void
paint_line (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, const MilieuTieShape *shape, double opacity)
{
  gboolean group = opacity < GROUP_OPACITY && (shape->head || shape->has_tick);
  MilieuBox box = milieu_curve_box (&mark->tie.curve);

  if (group)
    {
      cairo_rectangle (cr, box.x0 - 6, box.y0 - 6, box.x1 - box.x0 + 12, box.y1 - box.y0 + 12);
      cairo_clip (cr);
      cairo_push_group (cr);
    }
  milieu_paint_set_colour (cr, style, milieu_tie_colour (mark), group ? 1 : opacity);
  paint_body (cr, shape);
  if (shape->head)
    paint_head (cr, shape);
  if (shape->has_tick)
    paint_tick (cr, shape);
  if (group)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, opacity);
    }
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
