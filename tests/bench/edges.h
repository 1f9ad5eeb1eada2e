/* The simple graph of a map as the peers read it: "N", then "A B" a line. */
#pragma once

#include "network/graph.h"

#include <stdio.h>

static inline void
bench_write_edges (const MilieuGraph *graph, const char *path)
{
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  fprintf (file, "%u\n", graph->n);
  for (guint e = 0; e < graph->m; e++)
    fprintf (file, "%u %u\n", graph->edges[e].a, graph->edges[e].b);
  fclose (file);
}
