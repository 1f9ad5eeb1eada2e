#include "network/igraph-graph.h"

igraph_error_t
milieu_igraph_new (const MilieuGraph *graph, igraph_t *copy)
{
  igraph_vector_int_t ends;

  IGRAPH_CHECK (igraph_vector_int_init (&ends, 2 * (igraph_integer_t) graph->m));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &ends);
  for (guint e = 0; e < graph->m; e++)
    {
      VECTOR (ends)[2 * e] = graph->edges[e].a;
      VECTOR (ends)[2 * e + 1] = graph->edges[e].b;
    }
  IGRAPH_CHECK (igraph_create (copy, &ends, graph->n, IGRAPH_UNDIRECTED));
  igraph_vector_int_destroy (&ends);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}
