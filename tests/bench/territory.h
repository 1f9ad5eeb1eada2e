/* A territory that nobody made: planted communities whose actors attach to
 * those who have many ties already. For measuring, and for tests that need
 * another map than the example. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* actors of one community, and the share of ties that stay inside */
#define TERRITORY_BLOCK 40
#define TERRITORY_INSIDE 0.75

typedef enum
{
  TERRITORY_COMMUNITIES, /* planted, and preferential attachment within */
  TERRITORY_ATTACHMENT,  /* preferential attachment alone */
} TerritoryKind;

/**
 * territory_new:
 * @actors: at least 1
 * @ties: at least @actors − 1, and few enough for a simple graph of blocks
 * @seed: the same numbers and seed give the same map
 *
 * One connected network without loops or parallel ties: each actor comes with
 * a tie to one who is there, in its block if @kind plants some, chosen in proportion to
 * degree (Barabási & Albert 1999); the other ties follow in the same way. Actors have kinds, grounds,
 * places, dates and spots, ties have types, dates and evidence; a tenth of all
 * that may be absent is.
 *
 * Returns: (transfer full): the map
 */
MilieuMap *territory_new (TerritoryKind kind, guint actors, guint ties, guint64 seed);

G_END_DECLS
