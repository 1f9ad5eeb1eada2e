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

/**
 * milieu_igraph_of:
 * @copy: (out) (transfer none): the same, made once and kept as long as @graph lives; not to be changed
 *
 * Returns: an error code of igraph
 */
igraph_error_t milieu_igraph_of (const MilieuGraph *graph, const igraph_t **copy);

/** milieu_igraph_forget: (any thread): frees what milieu_igraph_of() made for a graph that dies */
void milieu_igraph_forget (gpointer copy);

G_END_DECLS
