/* What is dragged: its symbols and ties follow the pointer. */
#include "window/canvas-overlay.h"

#include "figure/paint-cairo.h"

static gboolean
is_dragged (MilieuCanvas *canvas, guint32 actor)
{
  MilieuSelection *selection = milieu_session_selection (canvas->session);
  guint32 pressed = canvas->tool.pressed.key;

  if (actor == pressed)
    return TRUE;
  return milieu_selection_has (selection, MILIEU_RECORD_ACTOR, pressed)
         && milieu_selection_has (selection, MILIEU_RECORD_ACTOR, actor);
}

static void
paint_moved_tie (const MilieuCanvasOverlay *overlay, const MilieuMark *mark, MilieuPoint by)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (overlay->canvas->session);
  const MilieuTie *tie = milieu_snapshot_tie (snapshot, mark->owner);
  double source = tie && is_dragged (overlay->canvas, tie->source), target = tie && is_dragged (overlay->canvas, tie->target);
  double both = (source + target) / 2;
  MilieuMark moved = *mark;
  MilieuCurve *curve = &moved.tie.curve;

  curve->start = milieu_overlay_seen (overlay, mark, curve->start);
  curve->control = milieu_overlay_seen (overlay, mark, curve->control);
  curve->end = milieu_overlay_seen (overlay, mark, curve->end);
  curve->start.x += by.x * source;
  curve->start.y += by.y * source;
  curve->control.x += by.x * both;
  curve->control.y += by.y * both;
  curve->end.x += by.x * target;
  curve->end.y += by.y * target;
  milieu_paint_mark (overlay->cr, overlay->style, &moved);
}

/* a tie of two who move is one of both: it is painted with the first */
static void
paint_moved_ties (const MilieuCanvasOverlay *overlay, guint32 actor, MilieuPoint by)
{
  MilieuCanvas *canvas = overlay->canvas;
  MilieuSnapshot *snapshot = milieu_session_snapshot (canvas->session);
  guint n;
  const guint32 *keys = milieu_map_ties_of (milieu_session_map (canvas->session), actor, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, keys[i]);
      const MilieuMark *mark = milieu_overlay_find_tie (overlay, keys[i]);
      guint32 other = tie ? (tie->source == actor ? tie->target : tie->source) : actor;

      if (mark && !(other < actor && is_dragged (canvas, other)))
        paint_moved_tie (overlay, mark, by);
    }
}

void
milieu_canvas_paint_moved (const MilieuCanvasOverlay *overlay)
{
  const MilieuTool *tool = &overlay->canvas->tool;
  MilieuSelection *selection = milieu_session_selection (overlay->canvas->session);
  MilieuPoint by = { tool->now.x - tool->start.x, tool->now.y - tool->start.y };
  guint32 pressed = tool->pressed.key;
  const guint32 *keys = &pressed;
  const MilieuMark *mark;
  guint n = 1;

  if (milieu_selection_has (selection, MILIEU_RECORD_ACTOR, pressed))
    keys = milieu_selection_keys (selection, MILIEU_RECORD_ACTOR, &n);
  for (guint i = 0; i < n; i++)
    paint_moved_ties (overlay, keys[i], by);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < MILIEU_MAX_SYMBOLS && (mark = milieu_scene_find_actor (overlay->canvas->scene, keys[i], k)); k++)
      milieu_overlay_paint_symbol (overlay, mark, by);
}
