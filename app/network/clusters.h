/* Groups of actors for a layout. Those of the readings (network/communities.h)
 * draw by exp (); these are the same on any processor. */
#pragma once

#include "network/graph.h"

G_BEGIN_DECLS

/**
 * milieu_clusters_find:
 * @of: (out caller-allocates) (array length=n): cluster of each vertex, numbered by first vertex
 *
 * Louvain (Blondel, Guillaume, Lambiotte & Lefebvre 2008, "Fast unfolding of
 * communities in large networks"): modularity by moving vertices, then
 * clusters, one at a time. Who has no tie is a cluster alone.
 *
 * Returns: how many clusters
 */
guint milieu_clusters_find (const MilieuGraph *graph, guint64 seed, guint *of);

G_END_DECLS
