/* What moves with the pointer, and the rings of what is selected. Little, and
 * only that, is drawn with cairo on the main thread. */
#include "window/canvas-overlay.h"

#include "figure/paint-cairo.h"
#include "figure/ties.h"
#include "window/sample.h"

#include <math.h>

#define HANDLE_RADIUS 6.0
#define HANDLE_AWAY 13.0 /* px from the middle of the symbol, to the upper left, where labels seldom are */
#define MAX_RINGS 200

typedef MilieuCanvasOverlay Overlay;

/* where the painting shows a symbol: on half a pixel of the screen, while it is shown as painted */
static MilieuPoint
symbol_at (const Overlay *overlay, const MilieuMark *mark)
{
  double steps = 2 * gtk_widget_get_scale_factor (GTK_WIDGET (overlay->canvas));
  MilieuPoint at = milieu_scene_mark_to_view (overlay->canvas->scene, mark, (MilieuPoint) { mark->symbol.x, mark->symbol.y });

  if (overlay->ratio != 1)
    return at;
  return (MilieuPoint) { floor (at.x * steps + 0.5) / steps, floor (at.y * steps + 0.5) / steps };
}

MilieuPoint
milieu_overlay_seen (const Overlay *overlay, const MilieuMark *mark, MilieuPoint page)
{
  return milieu_scene_mark_to_view (overlay->canvas->scene, mark, page);
}

static double
size_of (const Overlay *overlay, const MilieuMark *mark)
{
  return mark->symbol.size * (milieu_mark_is_on_glass (mark) ? 1 : overlay->ratio);
}

static void
set_colour (const Overlay *overlay, MilieuColour colour, double alpha)
{
  guint32 rgb = overlay->style->colours[colour];

  cairo_set_source_rgba (overlay->cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha);
}

void
milieu_overlay_paint_symbol (const Overlay *overlay, const MilieuMark *mark, MilieuPoint by)
{
  MilieuMark moved = *mark;
  MilieuPoint at = symbol_at (overlay, mark);

  moved.symbol.x = at.x + by.x;
  moved.symbol.y = at.y + by.y;
  moved.symbol.size = size_of (overlay, mark);
  milieu_paint_mark (overlay->cr, overlay->style, &moved);
}

static void
ring (const Overlay *overlay, guint32 actor, gboolean hover)
{
  const MilieuMark *mark;

  for (guint i = 0; i < MILIEU_MAX_SYMBOLS && (mark = milieu_scene_find_actor (overlay->canvas->scene, actor, i)); i++)
    {
      MilieuPoint at = symbol_at (overlay, mark);

      milieu_paint_ring (overlay->cr, overlay->style, mark->symbol.symbol, at.x, at.y,
                         size_of (overlay, mark), hover);
    }
}

/* over its ring, and over those of its neighbours */
static void
paint_again (const Overlay *overlay, guint32 actor)
{
  const MilieuMark *mark;

  for (guint i = 0; i < MILIEU_MAX_SYMBOLS && (mark = milieu_scene_find_actor (overlay->canvas->scene, actor, i)); i++)
    milieu_overlay_paint_symbol (overlay, mark, (MilieuPoint) { 0, 0 });
}

/* so many rings are drawn as plain circles, in one stroke */
static void
circle_all (const Overlay *overlay, const guint32 *keys, guint n)
{
  const MilieuMark *mark;

  cairo_new_path (overlay->cr);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < MILIEU_MAX_SYMBOLS && (mark = milieu_scene_find_actor (overlay->canvas->scene, keys[i], j)); j++)
      {
        MilieuPoint at = symbol_at (overlay, mark);

        cairo_new_sub_path (overlay->cr);
        cairo_arc (overlay->cr, at.x, at.y, size_of (overlay, mark) * 0.5 + 4, 0, 2 * G_PI);
      }
  set_colour (overlay, MILIEU_COLOUR_SELECT, 1);
  cairo_set_line_width (overlay->cr, 2);
  cairo_stroke (overlay->cr);
}

const MilieuMark *
milieu_overlay_find_tie (const Overlay *overlay, guint32 key)
{
  const MilieuPainting *painting = milieu_scene_painting (overlay->canvas->scene);
  const MilieuMark *mark = milieu_figure_find_tie (painting->ground, key, 0);

  return mark || !painting->glass ? mark : milieu_figure_find_tie (painting->glass, key, 0);
}

static void
trace_curve (const Overlay *overlay, const MilieuMark *mark)
{
  MilieuPoint points[17];

  milieu_curve_sample (&mark->tie.curve, points, G_N_ELEMENTS (points));
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      MilieuPoint at = milieu_overlay_seen (overlay, mark, points[i]);
      cairo_line_to (overlay->cr, at.x, at.y);
    }
}

static void
glow_tie (const Overlay *overlay, guint32 key, MilieuColour colour, double alpha)
{
  const MilieuMark *mark = milieu_overlay_find_tie (overlay, key);

  if (!mark)
    return;
  cairo_new_path (overlay->cr);
  trace_curve (overlay, mark);
  set_colour (overlay, colour, alpha);
  cairo_set_line_width (overlay->cr, mark->width * 1.5 + 6);
  cairo_set_line_cap (overlay->cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (overlay->cr);
}

static void
paint_selected (const Overlay *overlay)
{
  MilieuSelection *selection = milieu_session_selection (overlay->canvas->session);
  guint n;
  const guint32 *keys = milieu_selection_keys (selection, MILIEU_RECORD_TIE, &n);

  for (guint i = 0; i < MIN (n, MAX_RINGS); i++)
    glow_tie (overlay, keys[i], MILIEU_COLOUR_SELECT, 0.3);
  keys = milieu_selection_keys (selection, MILIEU_RECORD_ACTOR, &n);
  if (n > MAX_RINGS)
    {
      circle_all (overlay, keys, n);
      return;
    }
  for (guint i = 0; i < n; i++)
    ring (overlay, keys[i], FALSE);
  for (guint i = 0; i < n; i++)
    paint_again (overlay, keys[i]);
}

/* ring and symbol, as much as it has come */
static void
paint_hovered_actor (const Overlay *overlay, const MilieuHover *hover)
{
  const MilieuMark *mark;

  for (guint i = 0; i < MILIEU_MAX_SYMBOLS && (mark = milieu_scene_find_actor (overlay->canvas->scene, hover->key, i)); i++)
    {
      MilieuPoint at = symbol_at (overlay, mark);
      double size = size_of (overlay, mark), reach = 1.2 * size + 8;

      cairo_save (overlay->cr);
      cairo_rectangle (overlay->cr, at.x - reach, at.y - reach, 2 * reach, 2 * reach);
      cairo_clip (overlay->cr);
      cairo_push_group (overlay->cr);
      milieu_paint_ring (overlay->cr, overlay->style, mark->symbol.symbol, at.x, at.y, size, TRUE);
      milieu_overlay_paint_symbol (overlay, mark, (MilieuPoint) { 0, 0 });
      cairo_pop_group_to_source (overlay->cr);
      cairo_paint_with_alpha (overlay->cr, hover->amount);
      cairo_restore (overlay->cr);
    }
}

static void
paint_hovered (const Overlay *overlay)
{
  MilieuSelection *selection = milieu_session_selection (overlay->canvas->session);

  for (guint i = 0; i < overlay->canvas->n_hovers; i++)
    {
      const MilieuHover *hover = &overlay->canvas->hovers[i];

      if (milieu_selection_has (selection, hover->type, hover->key))
        continue;
      if (hover->type == MILIEU_RECORD_TIE)
        glow_tie (overlay, hover->key, MILIEU_COLOUR_HOVER, 0.22 * hover->amount);
      else
        paint_hovered_actor (overlay, hover);
    }
}

gboolean
milieu_canvas_handle (MilieuCanvas *self, guint32 *actor, MilieuPoint *point)
{
  *actor = milieu_selection_single (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR);
  if (*actor == MILIEU_NO_KEY || !milieu_canvas_where (self, *actor, point))
    return FALSE;
  point->x -= HANDLE_AWAY;
  point->y -= HANDLE_AWAY;
  return TRUE;
}

static void
paint_handle (const Overlay *overlay)
{
  MilieuPoint at;
  guint32 actor;
  cairo_t *cr = overlay->cr;

  if (overlay->canvas->tool.state == MILIEU_TOOL_MOVE || !milieu_canvas_handle (overlay->canvas, &actor, &at))
    return;
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, HANDLE_RADIUS, 0, 2 * G_PI);
  set_colour (overlay, MILIEU_COLOUR_SELECT, 1);
  cairo_fill_preserve (cr);
  set_colour (overlay, MILIEU_COLOUR_CASING, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_move_to (cr, at.x - 3, at.y);
  cairo_line_to (cr, at.x + 3, at.y);
  cairo_move_to (cr, at.x, at.y - 3);
  cairo_line_to (cr, at.x, at.y + 3);
  cairo_stroke (cr);
}

static void
paint_box (const Overlay *overlay)
{
  MilieuBox box = milieu_tool_box (&overlay->canvas->tool);

  cairo_rectangle (overlay->cr, box.x0 + 0.5, box.y0 + 0.5, box.x1 - box.x0, box.y1 - box.y0);
  set_colour (overlay, MILIEU_COLOUR_SELECT, 0.12);
  cairo_fill_preserve (overlay->cr);
  set_colour (overlay, MILIEU_COLOUR_SELECT, 0.9);
  cairo_set_line_width (overlay->cr, 1);
  cairo_stroke (overlay->cr);
}

/* a proposal, until it is let go over an actor */
static void
paint_ghost (const Overlay *overlay, guint32 source)
{
  MilieuCanvas *canvas = overlay->canvas;
  MilieuPoint from, to = canvas->pointer;
  gboolean on_target = canvas->tool.below.kind == MILIEU_HIT_ACTOR && canvas->tool.below.key != source;
  MilieuMark ghost = { .kind = MILIEU_MARK_TIE, .flags = MILIEU_MARK_GHOST, .width = 1.5, .stroke = MILIEU_COLOUR_GHOST };

  if (!milieu_canvas_where (canvas, source, &from))
    return;
  if (on_target)
    {
      milieu_canvas_where (canvas, canvas->tool.below.key, &to);
      ring (overlay, canvas->tool.below.key, TRUE);
      paint_again (overlay, canvas->tool.below.key);
    }
  ghost.tie.curve = milieu_curve_between (from, to, 0.13);
  ghost.tie.tie_class = MILIEU_CLASS_INTERACTION;
  milieu_curve_trim (&ghost.tie.curve, 11, on_target ? 11 : 0);
  milieu_paint_mark (overlay->cr, overlay->style, &ghost);
}

static gboolean
pair_is_selected (const Overlay *overlay, const MilieuGhost *pair)
{
  MilieuSelection *selection = milieu_session_selection (overlay->canvas->session);

  return milieu_selection_has (selection, MILIEU_RECORD_ACTOR, pair->a)
         && milieu_selection_has (selection, MILIEU_RECORD_ACTOR, pair->b);
}

static void
paint_proposal (const Overlay *overlay, const MilieuGhost *pair, double opacity)
{
  MilieuMark ghost = { .kind = MILIEU_MARK_TIE, .flags = MILIEU_MARK_GHOST, .width = 1.5, .fill_opacity = opacity,
                       .stroke = MILIEU_COLOUR_GHOST, .tie.tie_class = MILIEU_CLASS_INTERACTION };
  MilieuPoint from, to;

  if (!milieu_canvas_where (overlay->canvas, pair->a, &from) || !milieu_canvas_where (overlay->canvas, pair->b, &to))
    return;
  ghost.tie.curve = milieu_curve_between (from, to, 0.13);
  if (milieu_curve_trim (&ghost.tie.curve, 11, 11))
    milieu_paint_mark (overlay->cr, overlay->style, &ghost);
}

/* pairs that could meet, while their list is open; one that is selected stands out */
static void
paint_proposals (const Overlay *overlay)
{
  const MilieuMeetings *meetings = milieu_proposals_get (milieu_session_proposals (overlay->canvas->session));
  gboolean one = FALSE;

  for (guint i = 0; meetings && i < meetings->n_ghosts; i++)
    one |= pair_is_selected (overlay, &meetings->ghosts[i]);
  for (guint i = 0; meetings && i < meetings->n_ghosts; i++)
    paint_proposal (overlay, &meetings->ghosts[i], !one || pair_is_selected (overlay, &meetings->ghosts[i]) ? 1 : 0.25);
}

/* a line inside the edge, all along a simulation */
static void
paint_edge (const Overlay *overlay)
{
  GtkWidget *canvas = GTK_WIDGET (overlay->canvas);

  if (!milieu_simulation_is_on (milieu_session_simulation (overlay->canvas->session)))
    return;
  cairo_rectangle (overlay->cr, 1.5, 1.5, gtk_widget_get_width (canvas) - 3, gtk_widget_get_height (canvas) - 3);
  set_colour (overlay, MILIEU_COLOUR_WARNING, 1);
  cairo_set_line_width (overlay->cr, 3);
  cairo_stroke (overlay->cr);
}

/* an actor on its way from the tray */
static void
paint_drop (const Overlay *overlay)
{
  MilieuPoint at = overlay->canvas->pointer;

  cairo_new_path (overlay->cr);
  cairo_arc (overlay->cr, at.x, at.y, 9, 0, 2 * G_PI);
  set_colour (overlay, MILIEU_COLOUR_SELECT, 0.2);
  cairo_fill_preserve (overlay->cr);
  set_colour (overlay, MILIEU_COLOUR_SELECT, 1);
  cairo_set_line_width (overlay->cr, 2);
  cairo_stroke (overlay->cr);
}

/* most frames of a pan have nothing to draw here */
static gboolean
is_empty (MilieuCanvas *self)
{
  MilieuSelection *selection = milieu_session_selection (self->session);

  return self->n_hovers == 0 && self->tool.state <= MILIEU_TOOL_PAN && self->drop == MILIEU_NO_KEY
         && self->tie_source == MILIEU_NO_KEY && milieu_selection_count (selection, MILIEU_RECORD_ACTOR) == 0
         && milieu_selection_count (selection, MILIEU_RECORD_TIE) == 0
         && !milieu_simulation_is_on (milieu_session_simulation (self->session))
         && !milieu_proposals_get (milieu_session_proposals (self->session));
}

void
milieu_canvas_snapshot_overlay (MilieuCanvas *self, GtkSnapshot *snapshot)
{
  const MilieuPainting *painting = milieu_scene_painting (self->scene);
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                            gtk_widget_get_height (GTK_WIDGET (self)));
  Overlay overlay = {
    .canvas = self,
    .style = milieu_style (milieu_window_style ()),
    .ratio = milieu_scene_camera (self->scene).zoom / painting->zoom,
  };

  if (is_empty (self))
    return;
  overlay.cr = gtk_snapshot_append_cairo (snapshot, &box);
  paint_proposals (&overlay);
  paint_selected (&overlay);
  paint_hovered (&overlay);
  paint_handle (&overlay);
  if (self->tool.state == MILIEU_TOOL_BOX)
    paint_box (&overlay);
  else if (self->tool.state == MILIEU_TOOL_MOVE)
    milieu_canvas_paint_moved (&overlay);
  else if (self->tool.state == MILIEU_TOOL_TIE)
    paint_ghost (&overlay, self->tool.pressed.key);
  else if (self->tie_source != MILIEU_NO_KEY)
    paint_ghost (&overlay, self->tie_source);
  if (self->drop != MILIEU_NO_KEY)
    paint_drop (&overlay);
  paint_edge (&overlay);
  cairo_destroy (overlay.cr);
}
