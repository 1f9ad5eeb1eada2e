/* The layout strata while it is made: slots, who sits in them, who may move. */
#pragma once

#include "network/layout-kinds.h"

G_BEGIN_DECLS

/* the owner of a slot that lies under a pinned actor */
#define MILIEU_SLOT_BLOCKED (G_MAXUINT32 - 1)

typedef struct
{
  const MilieuGraph *graph;
  const MilieuLayoutRequest *request;
  const guint8 *fixed;
  MilieuStrata strata;
  MilieuRandom random;
  guint n_slots, first_slot[MILIEU_N_GROUNDS + 1];
  double *slot_x, *slot_y;
  guint32 *owner;    /* of a slot: a vertex, MILIEU_NO_VERTEX, MILIEU_SLOT_BLOCKED */
  guint32 *slot;     /* of a vertex, MILIEU_NO_VERTEX while it has none */
  guint8 *anchored;  /* a vertex that keeps its slot */
  guint32 *movers;
  guint n_movers;
  double *weight;    /* of an edge */
  double *x, *y;
} MilieuBoard;

/** milieu_board_sit: puts @v into a free slot */
void milieu_board_sit (MilieuBoard *board, guint32 v, guint32 slot);

/** milieu_board_swap: exchanges slots until the cost is low; the best arrangement found stands. Returns: %FALSE if cancelled */
gboolean milieu_board_swap (MilieuBoard *board);

/** milieu_board_come_nearer: exchanges slots while that makes ties shorter. Returns: %FALSE if cancelled */
gboolean milieu_board_come_nearer (MilieuBoard *board);

G_END_DECLS
