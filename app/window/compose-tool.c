#include "window/compose-tool.h"

#include "figure/box.h"
#include "figure/symbols.h"

#include <math.h>

void
milieu_compose_set_figure (MilieuComposeTool *tool, const MilieuFigure *figure, double margin)
{
  guint n = 0;
  const MilieuFigurePart *parts = figure != NULL ? milieu_figure_parts (figure, &n) : NULL;

  tool->n_parts = MIN (n, MILIEU_N_PARTS);
  tool->width = figure != NULL ? milieu_figure_width (figure) / MILIEU_PX_PER_MM : 0;
  tool->height = figure != NULL ? milieu_figure_height (figure) / MILIEU_PX_PER_MM : 0;
  tool->margin = margin;
  for (guint i = 0; i < tool->n_parts; i++)
    {
      MilieuBox b = parts[i].box;

      tool->parts[i] = (MilieuFigurePart) { parts[i].part, { b.x0 / MILIEU_PX_PER_MM, b.y0 / MILIEU_PX_PER_MM,
                                                             b.x1 / MILIEU_PX_PER_MM, b.y1 / MILIEU_PX_PER_MM } };
    }
  if (milieu_compose_find (tool, tool->selected) == NULL)
    {
      tool->selected = MILIEU_NO_PART;
      milieu_compose_cancel (tool);
    }
}

const MilieuBox *
milieu_compose_find (const MilieuComposeTool *tool, guint part)
{
  for (guint i = 0; i < tool->n_parts; i++)
    if (tool->parts[i].part == part)
      return &tool->parts[i].box;
  return NULL;
}

/* the edges that a hand may move */
static guint
grips_of (guint part)
{
  static const guint grips[] = { 0, MILIEU_GRIP_LEFT | MILIEU_GRIP_RIGHT,
                                 MILIEU_GRIP_LEFT | MILIEU_GRIP_RIGHT | MILIEU_GRIP_TOP | MILIEU_GRIP_BOTTOM };

  return part != MILIEU_NO_PART ? grips[milieu_plate_part_has_size (part)] : 0;
}

static guint
grip_at (const MilieuComposeTool *tool, const MilieuBox *box, MilieuPoint p, double reach)
{
  guint grip = 0;

  if (!milieu_box_has_point (milieu_box_grow (*box, reach), p.x, p.y))
    return 0;
  grip |= fabs (p.x - box->x0) <= reach ? MILIEU_GRIP_LEFT : fabs (p.x - box->x1) <= reach ? MILIEU_GRIP_RIGHT : 0;
  grip |= fabs (p.y - box->y0) <= reach ? MILIEU_GRIP_TOP : fabs (p.y - box->y1) <= reach ? MILIEU_GRIP_BOTTOM : 0;
  return grip & grips_of (tool->selected);
}

guint
milieu_compose_hit (const MilieuComposeTool *tool, MilieuPoint point, guint *grip)
{
  const MilieuBox *selected = milieu_compose_find (tool, tool->selected);

  *grip = selected != NULL ? grip_at (tool, selected, point, MILIEU_COMPOSE_REACH / tool->px_per_mm) : 0;
  if (*grip != 0)
    return tool->selected;
  for (guint i = tool->n_parts; i > 0; i--)
    if (milieu_box_has_point (tool->parts[i - 1].box, point.x, point.y))
      return tool->parts[i - 1].part;
  return MILIEU_NO_PART;
}

void
milieu_compose_press (MilieuComposeTool *tool, MilieuPoint point)
{
  const MilieuBox *box;

  tool->selected = milieu_compose_hit (tool, point, &tool->grip);
  box = milieu_compose_find (tool, tool->selected);
  tool->state = box != NULL ? MILIEU_COMPOSE_PRESSED : MILIEU_COMPOSE_IDLE;
  tool->start = point;
  tool->n_guides = 0;
  if (box != NULL)
    tool->before = tool->box = *box;
}

static double
round_to (double value, double step)
{
  return round (value / step) * step;
}

static void
move_edges (MilieuBox *box, guint grip, double dx, double dy)
{
  gboolean whole = grip == MILIEU_GRIP_WHOLE;

  box->x0 += whole || grip & MILIEU_GRIP_LEFT ? dx : 0;
  box->x1 += whole || grip & MILIEU_GRIP_RIGHT ? dx : 0;
  box->y0 += whole || grip & MILIEU_GRIP_TOP ? dy : 0;
  box->y1 += whole || grip & MILIEU_GRIP_BOTTOM ? dy : 0;
}

/* no part shrinks to nothing: the edge that moves stops */
static void
keep_least (MilieuBox *box, guint grip, MilieuBox before)
{
  double width = MIN (MILIEU_PART_LEAST, before.x1 - before.x0), height = MIN (MILIEU_PART_LEAST, before.y1 - before.y0);

  if (grip & MILIEU_GRIP_LEFT)
    box->x0 = MIN (box->x0, box->x1 - width);
  if (grip & MILIEU_GRIP_RIGHT)
    box->x1 = MAX (box->x1, box->x0 + width);
  if (grip & MILIEU_GRIP_TOP)
    box->y0 = MIN (box->y0, box->y1 - height);
  if (grip & MILIEU_GRIP_BOTTOM)
    box->y1 = MAX (box->y1, box->y0 + height);
}

void
milieu_compose_move (MilieuComposeTool *tool, MilieuPoint point, gboolean free)
{
  double dx = point.x - tool->start.x, dy = point.y - tool->start.y;

  if (tool->state == MILIEU_COMPOSE_PRESSED && hypot (dx, dy) * tool->px_per_mm >= MILIEU_COMPOSE_TREMOR)
    tool->state = MILIEU_COMPOSE_MOVING;
  if (tool->state != MILIEU_COMPOSE_MOVING)
    return;
  tool->box = tool->before;
  move_edges (&tool->box, tool->grip, round_to (dx, 0.1), round_to (dy, 0.1));
  tool->n_guides = free ? 0 : milieu_snap (&(MilieuSnapRequest) {
    .width = tool->width, .height = tool->height, .margin = tool->margin, .parts = tool->parts, .n_parts = tool->n_parts,
    .moved = tool->selected, .reach = MILIEU_COMPOSE_REACH / tool->px_per_mm }, tool->grip, &tool->box, tool->guides);
  keep_least (&tool->box, tool->grip, tool->before);
}

/* the part stands there from now on; what stands on the map goes with it */
static void
settle (MilieuComposeTool *tool)
{
  double dx = tool->box.x0 - tool->before.x0, dy = tool->box.y0 - tool->before.y0;

  for (guint i = 0; i < tool->n_parts; i++)
    if (tool->parts[i].part == tool->selected)
      tool->parts[i].box = tool->box;
    else if (tool->selected == MILIEU_PART_MAP && milieu_plate_part_is_of_map (tool->parts[i].part))
      move_edges (&tool->parts[i].box, MILIEU_GRIP_WHOLE, dx, dy);
}

gboolean
milieu_compose_release (MilieuComposeTool *tool)
{
  gboolean moved = tool->state == MILIEU_COMPOSE_MOVING;

  tool->state = MILIEU_COMPOSE_IDLE;
  tool->n_guides = 0;
  moved = moved && (tool->box.x0 != tool->before.x0 || tool->box.y0 != tool->before.y0
                    || tool->box.x1 != tool->before.x1 || tool->box.y1 != tool->before.y1);
  if (moved)
    settle (tool);
  return moved;
}

void
milieu_compose_cancel (MilieuComposeTool *tool)
{
  tool->state = MILIEU_COMPOSE_IDLE;
  tool->n_guides = 0;
  tool->box = tool->before;
}

gboolean
milieu_compose_nudge (MilieuComposeTool *tool, double dx, double dy, gboolean sizing)
{
  const MilieuBox *box = milieu_compose_find (tool, tool->selected);
  guint grip = sizing ? grips_of (tool->selected) & (MILIEU_GRIP_RIGHT | MILIEU_GRIP_BOTTOM) : MILIEU_GRIP_WHOLE;

  if (box == NULL || tool->state != MILIEU_COMPOSE_IDLE || (sizing && grip == 0))
    return FALSE;
  tool->before = tool->box = *box;
  move_edges (&tool->box, grip, dx, dy);
  keep_least (&tool->box, grip, tool->before);
  settle (tool);
  return TRUE;
}

void
milieu_compose_place (const MilieuComposeTool *tool, guint part, MilieuBox box, MilieuPartPlace *place)
{
  const MilieuBox *map = milieu_plate_part_is_of_map (part) ? milieu_compose_find (tool, MILIEU_PART_MAP) : NULL;
  guint sides = milieu_plate_part_has_size (part);

  *place = (MilieuPartPlace) { .placed = TRUE, .sized = sides > 0, .x = box.x0, .y = box.y0 };
  if (map != NULL)
    {
      place->x -= map->x0;
      place->y -= map->y0;
    }
  if (sides > 0)
    {
      place->width = MAX (box.x1 - box.x0, MILIEU_PART_LEAST);
      place->height = MAX (box.y1 - box.y0, MILIEU_PART_LEAST);
    }
}
