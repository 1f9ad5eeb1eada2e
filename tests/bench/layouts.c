/* layouts MAP EDGES KIND POSITIONS ROUNDS: laying out what the network view of
 * a map draws; its simple graph goes to EDGES, where the actors stand to
 * POSITIONS ("X Y" a line). */
#include "bench/edges.h"
#include "bench/stopwatch.h"

#include "format/project-read.h"
#include "network/layout.h"

#include <stdlib.h>

#define SEED 42

typedef struct
{
  const MilieuGraph *graph;
  MilieuLayoutKind kind;
  MilieuLayout *layout;
} Work;

static void
lay_out (gpointer data)
{
  Work *work = data;
  MilieuLayoutRequest request = { .kind = work->kind, .seed = SEED };

  g_clear_pointer (&work->layout, milieu_layout_free);
  work->layout = milieu_layout_new (work->graph, &request);
}

static void
write_positions (const MilieuLayout *layout, const char *path)
{
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  for (guint v = 0; v < layout->n; v++)
    fprintf (file, "%.3f %.3f\n", layout->x[v], layout->y[v]);
  fclose (file);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = argc == 6 ? milieu_project_read (argv[1], &error) : NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (MilieuGraph) graph = NULL;
  Work work = { 0 };
  MilieuFilter filter;

  if (map == NULL || !milieu_layout_kind_parse (argv[3], &work.kind))
    {
      g_printerr ("layouts: %s\n", error != NULL ? error->message : "MAP EDGES KIND POSITIONS ROUNDS");
      return 2;
    }
  snapshot = milieu_map_snapshot (map);
  milieu_filter_init (&filter);
  work.graph = graph = milieu_graph_new_drawn (snapshot, &filter);
  bench_write_edges (graph, argv[2]);
  stopwatch_time (argv[3], atoi (argv[5]), lay_out, &work);
  write_positions (work.layout, argv[4]);
  milieu_layout_free (work.layout);
  return 0;
}
