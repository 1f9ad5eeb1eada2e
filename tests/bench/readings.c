/* readings MAP EDGES ROUNDS: all readings of a map with null models and
 * bootstraps, and the verdict alone; its network goes to EDGES, for the peer. */
#include "bench/edges.h"
#include "bench/stopwatch.h"

#include "format/project-read.h"
#include "reading/tests.h"
#include "reading/uncertainty.h"

#include <stdlib.h>

typedef struct
{
  MilieuSnapshot *snapshot;
  MilieuFilter filter;
} Asked;

static void
read_all (gpointer data)
{
  Asked *asked = data;

  milieu_reading_unref (milieu_reading_compute (asked->snapshot, &asked->filter, NULL, NULL, NULL));
}

static void
draw_again (gpointer data)
{
  Asked *asked = data;

  milieu_uncertainty_free (milieu_uncertainty_new (asked->snapshot, &asked->filter, FALSE, NULL, NULL, NULL));
}

static void
read_and_draw (gpointer data)
{
  read_all (data);
  draw_again (data);
}

static void
judge (gpointer basis)
{
  milieu_verdict_free (milieu_read_verdict (basis));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = argc == 4 ? milieu_project_read (argv[1], &error) : NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuBasis) basis = NULL;
  Asked asked;
  guint rounds;

  if (map == NULL)
    {
      g_printerr ("readings: %s\n", error != NULL ? error->message : "MAP EDGES ROUNDS");
      return 2;
    }
  rounds = atoi (argv[3]);
  snapshot = asked.snapshot = milieu_map_snapshot (map);
  milieu_filter_init (&asked.filter);
  graph = milieu_graph_new_all (snapshot, &asked.filter);
  bench_write_edges (graph, argv[2]);
  stopwatch_time ("readings with bootstraps", rounds, read_and_draw, &asked);
  stopwatch_time ("readings", rounds, read_all, &asked);
  stopwatch_time ("bootstraps and bands", rounds, draw_again, &asked);
  basis = milieu_basis_new (snapshot, &asked.filter, MILIEU_NO_KEY, NULL);
  milieu_basis_measure (basis);
  stopwatch_time ("verdict", rounds, judge, basis);
  return 0;
}
