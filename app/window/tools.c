#include "window/tools.h"

static gboolean
trembles (const MilieuTool *tool)
{
  double dx = tool->now.x - tool->start.x, dy = tool->now.y - tool->start.y;

  return dx * dx + dy * dy < MILIEU_TOOL_THRESHOLD * MILIEU_TOOL_THRESHOLD;
}

/* what a drag that has begun will be */
static MilieuToolState
drag_state (const MilieuTool *tool)
{
  if (tool->modifiers & MILIEU_TOOL_HAND)
    return MILIEU_TOOL_PAN;
  if (tool->pressed.kind == MILIEU_HIT_HANDLE)
    return MILIEU_TOOL_TIE;
  if (tool->modifiers & MILIEU_TOOL_EXTEND)
    return MILIEU_TOOL_BOX;
  if (tool->moves_actors && tool->pressed.kind == MILIEU_HIT_ACTOR)
    return MILIEU_TOOL_MOVE;
  return MILIEU_TOOL_PAN;
}

void
milieu_tool_press (MilieuTool *tool, MilieuPoint point, MilieuHit hit, guint modifiers)
{
  tool->state = MILIEU_TOOL_PRESSED;
  tool->start = tool->now = point;
  tool->pressed = tool->below = hit;
  tool->modifiers = modifiers;
}

void
milieu_tool_move (MilieuTool *tool, MilieuPoint point, MilieuHit below, MilieuPoint *pan)
{
  MilieuPoint last = tool->now;

  *pan = (MilieuPoint) { 0, 0 };
  tool->now = point;
  tool->below = below;
  if (tool->state == MILIEU_TOOL_PRESSED && !trembles (tool))
    {
      tool->state = drag_state (tool);
      last = tool->start;
    }
  if (tool->state == MILIEU_TOOL_PAN)
    *pan = (MilieuPoint) { point.x - last.x, point.y - last.y };
}

static MilieuToolDeed
deed_of_click (const MilieuTool *tool)
{
  if (tool->modifiers & MILIEU_TOOL_HAND)
    return MILIEU_DO_NOTHING;
  if (tool->modifiers & (MILIEU_TOOL_ADD | MILIEU_TOOL_EXTEND))
    return tool->pressed.kind == MILIEU_HIT_NOTHING ? MILIEU_DO_NOTHING : MILIEU_DO_TOGGLE;
  return MILIEU_DO_SELECT;
}

MilieuToolDeed
milieu_tool_release (MilieuTool *tool, MilieuPoint point, MilieuHit below)
{
  MilieuToolState state = tool->state;

  tool->now = point;
  tool->below = below;
  tool->state = MILIEU_TOOL_IDLE;
  switch (state)
    {
    case MILIEU_TOOL_PRESSED: return deed_of_click (tool);
    case MILIEU_TOOL_BOX: return MILIEU_DO_SELECT_BOX;
    case MILIEU_TOOL_MOVE: return MILIEU_DO_MOVE;
    case MILIEU_TOOL_TIE:
      return below.kind == MILIEU_HIT_ACTOR && below.key != tool->pressed.key ? MILIEU_DO_TIE : MILIEU_DO_NOTHING;
    case MILIEU_TOOL_IDLE:
    case MILIEU_TOOL_PAN:
    default: return MILIEU_DO_NOTHING;
    }
}

void
milieu_tool_cancel (MilieuTool *tool)
{
  tool->state = MILIEU_TOOL_IDLE;
}

MilieuBox
milieu_tool_box (const MilieuTool *tool)
{
  return (MilieuBox) { MIN (tool->start.x, tool->now.x), MIN (tool->start.y, tool->now.y),
                       MAX (tool->start.x, tool->now.x), MAX (tool->start.y, tool->now.y) };
}
