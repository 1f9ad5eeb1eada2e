/* What a press, a movement and a release on a page mean, and what keys do to
 * its parts. A state machine over points in mm: no event, no widget, so that
 * tests drive it. */
#pragma once

#include "window/compose-snap.h"

G_BEGIN_DECLS

/* px of the screen */
#define MILIEU_COMPOSE_REACH 7.0 /* of a handle, and of a line to which a part snaps */
#define MILIEU_COMPOSE_TREMOR 3.0

#define MILIEU_NO_PART G_MAXUINT

typedef enum
{
  MILIEU_COMPOSE_IDLE,
  MILIEU_COMPOSE_PRESSED,
  MILIEU_COMPOSE_MOVING, /* a part or its edges follow the pointer */
} MilieuComposeState;

typedef struct
{
  MilieuFigurePart parts[MILIEU_N_PARTS]; /* mm, in the order of painting */
  guint n_parts;
  double width, height, margin; /* mm, of the page */
  double px_per_mm;             /* of the screen, over 0 */
  guint selected;               /* MilieuPlatePart or MILIEU_NO_PART */

  MilieuComposeState state;
  guint grip;
  MilieuPoint start;
  MilieuBox before, box;        /* of the selected part: at the press, and now */
  MilieuGuide guides[MILIEU_MOST_GUIDES];
  guint n_guides;
} MilieuComposeTool;

/** milieu_compose_set_figure: takes the parts of @figure (nullable), a page with @margin mm; what is selected stays so if it is still there */
void milieu_compose_set_figure (MilieuComposeTool *tool, const MilieuFigure *figure, double margin);

/** milieu_compose_find: Returns: (nullable): where @part stands, mm */
const MilieuBox *milieu_compose_find (const MilieuComposeTool *tool, guint part);

/** milieu_compose_hit: @grip: (out): a handle of the selected part, or WHOLE; Returns: the part under @point, or MILIEU_NO_PART */
guint milieu_compose_hit (const MilieuComposeTool *tool, MilieuPoint point, guint *grip);

/** milieu_compose_press: selects what is under @point */
void milieu_compose_press (MilieuComposeTool *tool, MilieuPoint point);

/** milieu_compose_move: @free: whether it snaps to nothing */
void milieu_compose_move (MilieuComposeTool *tool, MilieuPoint point, gboolean free);

/** milieu_compose_release: Returns: whether the selected part is to stand at the tool's box from now on */
gboolean milieu_compose_release (MilieuComposeTool *tool);

/** milieu_compose_cancel: Escape: as if nothing had been pressed */
void milieu_compose_cancel (MilieuComposeTool *tool);

/**
 * milieu_compose_nudge:
 * @dx, @dy: mm
 * @sizing: its right and lower edge move, not the whole part
 *
 * Returns: whether the selected part is to stand at the tool's box from now on
 */
gboolean milieu_compose_nudge (MilieuComposeTool *tool, double dx, double dy, gboolean sizing);

/** milieu_compose_place: @place: (out): what the figure keeps for @part at @box */
void milieu_compose_place (const MilieuComposeTool *tool, guint part, MilieuBox box, MilieuPartPlace *place);

G_END_DECLS
