/* To what a part of a page snaps while it is moved or sized: pure, in mm. */
#pragma once

#include "figure/figure.h"

G_BEGIN_DECLS

/* the edges of a part that a hand moves; none of them: the whole part */
typedef enum
{
  MILIEU_GRIP_WHOLE = 0,
  MILIEU_GRIP_LEFT = 1 << 0,
  MILIEU_GRIP_TOP = 1 << 1,
  MILIEU_GRIP_RIGHT = 1 << 2,
  MILIEU_GRIP_BOTTOM = 1 << 3,
} MilieuGrip;

/* a line to which something snapped: across the whole page */
typedef struct
{
  gboolean upright;
  double at; /* mm from the left or from the top */
} MilieuGuide;
#define MILIEU_MOST_GUIDES 6

typedef struct
{
  double width, height, margin;  /* mm, of the page */
  const MilieuFigurePart *parts; /* mm */
  guint n_parts;
  MilieuPlatePart moved;         /* the part that does not snap to itself */
  double reach;                  /* mm: nearer than this snaps */
} MilieuSnapRequest;

/**
 * milieu_snap:
 * @grip: which edges move
 * @box: (inout): where the part would stand; moved by at most the reach
 * @guides: (out) (array): MILIEU_MOST_GUIDES
 *
 * Edges and middle of the part snap to edges and middle of the page, its
 * margins, and edges and middles of other parts; the nearest wins.
 *
 * Returns: how many guides it stands on now
 */
guint milieu_snap (const MilieuSnapRequest *request, guint grip, MilieuBox *box, MilieuGuide *guides);

G_END_DECLS
