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

igraph_error_t
milieu_igraph_of (const MilieuGraph *graph, const igraph_t **copy)
{
  /* only the worker is here, and nobody else looks at it while the graph lives */
  MilieuGraph *holder = (MilieuGraph *) graph;
  igraph_error_t code = IGRAPH_SUCCESS;

  if (holder->igraph == NULL)
    {
      g_autofree igraph_t *made = g_new (igraph_t, 1);

      code = milieu_igraph_new (graph, made);
      if (code == IGRAPH_SUCCESS)
        holder->igraph = g_steal_pointer (&made);
    }
  *copy = holder->igraph;
  return code;
}

void
milieu_igraph_forget (gpointer copy)
{
  if (copy != NULL)
    igraph_destroy (copy);
  g_free (copy);
}
