/* One connected part of a graph under numbers of its own, and how many steps
 * its vertices are from some of them. */
#pragma once

#include "network/crew.h"
#include "network/graph.h"
#include "network/layout.h"

G_BEGIN_DECLS

/* local numbers 0 … n − 1 */
typedef struct
{
  guint n;
  const guint32 *vertices;     /* in the graph, ascending */
  guint32 *first, *neighbours; /* as in MilieuGraph */
} MilieuPart;

/**
 * milieu_part_new:
 * @vertices: (array length=n): ascending; must outlive the part
 * @local: a scratch array, one per vertex of the graph
 *
 * Ties to vertices that are not among @vertices are left out.
 *
 * Returns: (transfer full): the part of @graph on @vertices
 */
MilieuPart *milieu_part_new (const MilieuGraph *graph, const guint32 *vertices, guint n, guint32 *local);
void milieu_part_free (MilieuPart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuPart, milieu_part_free)

/** milieu_part_steps: @steps: (out caller-allocates): of each vertex from @start, G_MAXUINT32 if there is no way;
 *  @queue: scratch. Returns: the farthest */
guint32 milieu_part_steps (const MilieuPart *part, guint32 start, guint32 *steps, guint32 *queue);

/* pivots are taken so many at a time */
#define MILIEU_PIVOT_LANES 8

/* steps from every vertex to the pivots */
typedef struct
{
  guint n, k, stride;
  guint32 *pivots;  /* k different vertices in random order */
  guint16 *steps;   /* n rows of @stride, k of them used, the others 0; in @unit */
  guint unit;       /* 1 unless the part is longer than 65 535 steps */
} MilieuPivots;

/** milieu_pivots_row: Returns: (array length=stride): steps from @v to each pivot */
static inline const guint16 *
milieu_pivots_row (const MilieuPivots *pivots, guint32 v)
{
  return pivots->steps + (gsize) v * pivots->stride;
}

/**
 * milieu_pivots_new:
 * @part: connected
 * @k: how many, at most n
 *
 * Breadth first from 64 pivots at once, a bit each (Then et al. 2014, "The
 * More the Merrier: Efficient Multi-Source Graph Traversal").
 *
 * Returns: (transfer full) (nullable): %NULL if cancelled
 */
MilieuPivots *milieu_pivots_new (const MilieuPart *part, guint k, guint64 seed, MilieuCrew *crew,
                                 const MilieuLayoutRequest *request);
void milieu_pivots_free (MilieuPivots *pivots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuPivots, milieu_pivots_free)

/**
 * milieu_pivots_place:
 * @x, @y: (out caller-allocates): positions in steps
 *
 * PivotMDS (Brandes & Pich 2007, "Eigensolver Methods for Progressive
 * Multidimensional Scaling of Large Data") over the first 64 pivots.
 */
void milieu_pivots_place (const MilieuPivots *pivots, guint64 seed, float *x, float *y);

G_END_DECLS
