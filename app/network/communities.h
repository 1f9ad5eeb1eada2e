/* Communities: groups more tied within than chance would have it. */
#pragma once

#include "network/measures.h"

G_BEGIN_DECLS

/**
 * milieu_graph_leiden:
 * @resolution: γ, 1 for plain modularity
 * @restarts: of which the best is kept
 * @membership: (out caller-allocates) (array length=n): community of each vertex, numbered by first vertex
 *
 * Traag, Waltman & van Eck 2019, objective modularity, weighted. The same
 * @seed gives the same communities.
 *
 * Returns: Q; undefined without edges
 */
MilieuMeasure milieu_graph_leiden (const MilieuGraph *graph, double resolution, guint restarts, guint64 seed,
                                   guint *membership, const gint *cancel);

/**
 * milieu_graph_leiden_once:
 * @membership: (out caller-allocates) (array length=n): community of each vertex, numbered by first vertex
 *
 * One start of the same algorithm, resolution 1, without igraph: for draws of
 * null models, which need hundreds of them on small graphs. Any thread. Compare
 * it with itself: it draws other numbers than milieu_graph_leiden().
 *
 * Returns: Q; undefined without edges
 */
MilieuMeasure milieu_graph_leiden_once (const MilieuGraph *graph, guint64 seed, guint *membership);

G_END_DECLS
