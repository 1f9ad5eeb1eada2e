/* Null models, seeded: what chance alone would give. Private. */
#pragma once

#include "reading/basis.h"

G_BEGIN_DECLS

/* one simple edge list with grounds at its ends */
typedef struct
{
  guint m;
  guint32 *pairs;  /* 2 · m vertices */
  double *weights; /* m */
  guint8 *grounds; /* of vertices */
} MilieuEdges;

/** milieu_edges_new: Returns: (transfer full): a copy of the edges of @graph, to be rewired or relabelled */
MilieuEdges *milieu_edges_new (const MilieuGraph *graph, const guint8 *grounds);
void milieu_edges_free (MilieuEdges *edges);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuEdges, milieu_edges_free)

/** milieu_edges_external: Returns: edges between grounds; @internal: (out): edges within one */
guint milieu_edges_external (const MilieuEdges *edges, guint *internal);

/** milieu_edges_modularity: Returns: Q of the partition by ground over edges with both known, weighted; NAN without any */
double milieu_edges_modularity (const MilieuEdges *edges);

/**
 * MilieuNullDraw:
 * @edges: as the draw made them
 * @draw: from 0
 */
typedef void (*MilieuNullDraw) (const MilieuEdges *edges, guint draw, gpointer data);

/** milieu_null_permute: P1: the labels of the non-isolated actors with a ground change places; @draws times */
void milieu_null_permute (const MilieuBasis *basis, const MilieuGraph *graph, guint draws, MilieuNullDraw func, gpointer data);

/** milieu_null_rewire: P2: every draw starts from @graph and tries 10 · m swaps of edge ends (Maslov & Sneppen 2002) */
void milieu_null_rewire (const MilieuBasis *basis, const MilieuGraph *graph, guint draws, MilieuNullDraw func, gpointer data);

/** milieu_null_rewire_seconds: Returns: about how long basis->rewirings draws take */
double milieu_null_rewire_seconds (const MilieuBasis *basis, const MilieuGraph *graph);

/** milieu_null_median: Returns: the median of the numbers among @values (sorted in place), NAN if there is none */
double milieu_null_median (double *values, guint n);

G_END_DECLS
