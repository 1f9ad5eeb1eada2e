/* What a press, a movement and a release on a canvas mean. A state machine
 * over points and keys: no event, no widget, so that tests drive it. */
#pragma once

#include "figure/mark.h"

G_BEGIN_DECLS

/* px that a hand trembles before it drags */
#define MILIEU_TOOL_THRESHOLD 4.0

typedef enum
{
  MILIEU_HIT_NOTHING,
  MILIEU_HIT_ACTOR,
  MILIEU_HIT_TIE,
  MILIEU_HIT_HANDLE, /* from which a tie is pulled; key is its actor's */
} MilieuHitKind;

typedef struct
{
  MilieuHitKind kind;
  guint32 key;
} MilieuHit;

typedef enum
{
  MILIEU_TOOL_IDLE,
  MILIEU_TOOL_PRESSED, /* not yet known what it will be */
  MILIEU_TOOL_PAN,
  MILIEU_TOOL_BOX,     /* a rectangle that selects */
  MILIEU_TOOL_MOVE,    /* actors follow the pointer */
  MILIEU_TOOL_TIE,     /* a tie follows the pointer */
} MilieuToolState;

typedef enum
{
  MILIEU_TOOL_ADD = 1 << 0,    /* Ctrl: to what is selected */
  MILIEU_TOOL_EXTEND = 1 << 1, /* Shift: a rectangle */
  MILIEU_TOOL_HAND = 1 << 2,   /* middle button or space: pan whatever is below */
} MilieuToolModifiers;

typedef struct
{
  gboolean moves_actors; /* whether a drag of what is pressed moves it; else it pans */
  MilieuToolState state;
  MilieuPoint start, now;
  MilieuHit pressed, below; /* what the press hit, what is under the pointer */
  guint modifiers;
} MilieuTool;

typedef enum
{
  MILIEU_DO_NOTHING,
  MILIEU_DO_SELECT,     /* what was pressed, nothing else; NOTHING clears */
  MILIEU_DO_TOGGLE,     /* what was pressed */
  MILIEU_DO_SELECT_BOX, /* actors between start and now; added if modifiers hold ADD */
  MILIEU_DO_MOVE,       /* actors by now − start: the pressed one, with the selected ones if it is selected */
  MILIEU_DO_TIE,        /* from the pressed actor to the one below, if there is one */
} MilieuToolDeed;

/** milieu_tool_press: a button goes down on @hit */
void milieu_tool_press (MilieuTool *tool, MilieuPoint point, MilieuHit hit, guint modifiers);

/**
 * milieu_tool_move:
 * @below: what is under the pointer
 * @pan: (out): how far the world moves now, while it pans; else 0, 0
 */
void milieu_tool_move (MilieuTool *tool, MilieuPoint point, MilieuHit below, MilieuPoint *pan);

/** milieu_tool_release: Returns: what is to be done; points, hits and modifiers stay to be read until the next press */
MilieuToolDeed milieu_tool_release (MilieuTool *tool, MilieuPoint point, MilieuHit below);

/** milieu_tool_cancel: Escape: as if nothing had been pressed */
void milieu_tool_cancel (MilieuTool *tool);

/** milieu_tool_box: Returns: the rectangle between start and now */
MilieuBox milieu_tool_box (const MilieuTool *tool);

G_END_DECLS
