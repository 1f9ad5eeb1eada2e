/* A graph of ours as one of igraph's. Only inside a milieu_network_call(). */
#pragma once

#include <igraph/igraph.h>

#include "network/graph.h"

G_BEGIN_DECLS

/**
 * milieu_igraph_new:
 * @copy: (out caller-allocates): the same vertices and edges under the same numbers; igraph_destroy()
 *
 * Returns: an error code of igraph
 */
igraph_error_t milieu_igraph_new (const MilieuGraph *graph, igraph_t *copy);

G_END_DECLS
