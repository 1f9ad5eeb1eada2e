/* The reference values of the indicators on the example map, and how well the
 * layouts draw it. */
#include <math.h>

#include "format/project-read.h"
#include "network/layout.h"
#include "network/measures.h"

static MilieuMap *map;
static MilieuSnapshot *snapshot;

/* one column of the table of reference values */
typedef struct
{
  MilieuEvidence evidence;
  guint classes;
  guint m, isolates, largest;
  guint strict_external, strict_internal, external, internal;
  double assortativity;
  guint bridges, core;
  double r, r_betweenness;
  const char *top;
  double betweenness;
  guint pairs, pairs_without; /* X, and X without POP Man */
} Column;

static const Column columns[] = {
  { MILIEU_EVIDENCE_STATED, MILIEU_TIES_INTERACTION, 6, 36, 7, 0, 0, 6, 0, -0.5319, 6, 1, 0.0227, 0.0227, "pop-man", 15, 17, 0 },
  { MILIEU_EVIDENCE_STATED, MILIEU_TIES_ALL, 10, 29, 8, 0, 2, 7, 3, 0.0141, 10, 1, 0.0249, 0.0249, "pop-man", 20, 23, 1 },
  { MILIEU_EVIDENCE_VERIFIED, MILIEU_TIES_INTERACTION, 25, 20, 17, 0, 2, 15, 10, 0.1667, 11, 2, 0.0416, 0.0400, "pop-man", 80.5, 113, 47 },
  { MILIEU_EVIDENCE_VERIFIED, MILIEU_TIES_ALL, 49, 6, 35, 1, 7, 20, 29, 0.3510, 10, 2, 0.0800, 0.0746, "mel", 310.717, 413, 213 },
};

static MilieuGraph *
graph_for (MilieuEvidence evidence, gboolean suggested, guint classes)
{
  MilieuFilter filter;

  milieu_filter_init (&filter);
  filter.evidence = evidence;
  filter.suggested = suggested;
  return milieu_graph_new (snapshot, &filter, classes, MILIEU_GRAPH_MEASURED);
}

static guint32
vertex (const MilieuGraph *graph, const char *id)
{
  guint32 v = milieu_graph_vertex (graph, milieu_map_key (map, MILIEU_RECORD_ACTOR, id));

  g_assert_cmpuint (v, <, graph->n);
  return v;
}

static void
assert_shown (double value, double as_printed, double precision)
{
  g_assert_cmpfloat_with_epsilon (value, as_printed, precision / 2 + 1e-9);
}

static void
check_grounds (const MilieuGraph *graph, const Column *column)
{
  g_autoptr (MilieuGraph) strict = graph_for (column->evidence, FALSE, column->classes);
  MilieuExternalInternal ei = milieu_graph_external_internal (strict, NULL);

  g_assert_cmpuint (ei.external, ==, column->strict_external);
  g_assert_cmpuint (ei.internal, ==, column->strict_internal);
  g_assert_cmpuint (ei.external + ei.internal + ei.left_out, ==, strict->m);
  g_assert_cmpint (ei.index.status, ==,
                   ei.external + ei.internal > 0 ? MILIEU_MEASURE_VALUE : MILIEU_MEASURE_NO_TIES);
  ei = milieu_graph_external_internal (graph, NULL);
  g_assert_cmpuint (ei.external, ==, column->external);
  g_assert_cmpuint (ei.internal, ==, column->internal);
  assert_shown (milieu_graph_assortativity (graph, NULL).value, column->assortativity, 1e-4);
  g_assert_cmpuint (milieu_graph_cross_pairs (graph, NULL, MILIEU_NO_VERTEX), ==, column->pairs);
  g_assert_cmpuint (milieu_graph_cross_pairs (graph, NULL, vertex (graph, "pop-man")), ==, column->pairs_without);
}

static void
check_shape (const MilieuGraph *graph, const Column *column)
{
  g_autoptr (MilieuComponents) components = milieu_components_new (graph);
  guint n;
  g_autofree guint32 *bridges = milieu_graph_bridges (graph, &n, NULL);

  g_assert_cmpuint (graph->n, ==, 43);
  g_assert_cmpuint (graph->m, ==, column->m);
  g_assert_cmpuint (components->isolates, ==, column->isolates);
  g_assert_cmpuint (milieu_graph_isolates (graph), ==, column->isolates);
  g_assert_cmpuint (components->sizes[0], ==, column->largest);
  assert_shown (milieu_graph_lambda (graph).value, column->largest / 43.0, 1e-9);
  g_assert_cmpuint (n, ==, column->bridges);
  assert_shown (milieu_graph_robustness (graph, 10).r, column->r, 1e-4);
  assert_shown (milieu_graph_robustness_by_betweenness (graph, 10, FALSE, NULL).r, column->r_betweenness, 1e-4);
}

static void
test_column (gconstpointer data)
{
  const Column *column = data;
  g_autoptr (MilieuGraph) graph = graph_for (column->evidence, TRUE, column->classes);
  g_autoptr (MilieuMeasures) measures = milieu_measures_new (graph, FALSE, NULL);
  guint core = 0;

  check_shape (graph, column);
  check_grounds (graph, column);
  for (guint v = 0; v < graph->n; v++)
    core = MAX (core, measures->core[v]);
  g_assert_cmpuint (core, ==, column->core);
  g_assert_cmpuint (measures->ranking[0], ==, vertex (graph, column->top));
  assert_shown (measures->betweenness[measures->ranking[0]], column->betweenness, 1e-3);
}

static guint64
brokered (const MilieuMeasures *measures, const MilieuGraph *graph, const char *id)
{
  const MilieuRoles *roles = &measures->roles[vertex (graph, id)];

  return roles->liaison + roles->gatekeeper;
}

static void
test_spanners (void)
{
  const char *const ranked[] = { "pop-man", "mairie-lille", "grand-barouf", "techshop", "catalyst", "mel" };
  const double scores[] = { 80.5, 51, 28.5, 28, 23, 22.5 };
  g_autoptr (MilieuGraph) graph = graph_for (MILIEU_EVIDENCE_VERIFIED, TRUE, MILIEU_TIES_INTERACTION);
  g_autoptr (MilieuMeasures) measures = milieu_measures_new (graph, FALSE, NULL);
  guint32 pop = vertex (graph, "pop-man");

  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpuint (measures->ranking[i], ==, vertex (graph, ranked[i]));
      assert_shown (measures->betweenness[measures->ranking[i]], scores[i], 1e-6);
    }
  g_assert_cmpuint (measures->degree[pop], ==, 6);
  assert_shown (measures->constraint[pop], 0.2039, 1e-4);
  assert_shown (measures->effective_size[pop], 5.667, 1e-3);
  assert_shown (measures->participation[pop], 0.611, 1e-3);
  g_assert_cmpuint (measures->roles[pop].liaison, ==, 10);
  g_assert_cmpuint (measures->roles[pop].itinerant, ==, 4);
  assert_shown (milieu_graph_dependence (graph, NULL, pop).value, 0.58, 1e-2);
  g_assert_cmpuint (brokered (measures, graph, "catalyst"), ==, 4);
  g_assert_cmpuint (brokered (measures, graph, "mairie-lille"), ==, 2);
  g_assert_cmpuint (brokered (measures, graph, "grand-barouf"), ==, 2);
  g_assert_cmpuint (brokered (measures, graph, "anis"), ==, 2);
  g_assert_cmpuint (brokered (measures, graph, "techshop"), ==, 1);
  g_assert_cmpuint (brokered (measures, graph, "mel"), ==, 1);
}

static void
test_reach_and_density (void)
{
  g_autoptr (MilieuGraph) graph = graph_for (MILIEU_EVIDENCE_VERIFIED, TRUE, MILIEU_TIES_INTERACTION);
  g_autoptr (MilieuGraph) institutions = graph_for (MILIEU_EVIDENCE_VERIFIED, TRUE, 1u << MILIEU_CLASS_INSTITUTION);
  MilieuMediation mediation = milieu_graph_mediation (graph, NULL, 1 << MILIEU_GROUND_MIDDLEGROUND);
  guint edges;

  assert_shown (mediation.reach.value, 0.16, 1e-2);
  assert_shown (mediation.mediation.value, 0.68, 1e-2);
  assert_shown (milieu_graph_robustness (graph, 10).r_star, 0.085, 1e-3);
  assert_shown (milieu_graph_density_in (institutions, MILIEU_GROUND_UPPERGROUND, &edges).value, 0.0877, 1e-4);
  g_assert_cmpuint (edges, ==, 15);
}

/* works are drawn, and stand outside measures */
static void
test_drawn (void)
{
  MilieuFilter filter;
  g_autoptr (MilieuGraph) graph = NULL;
  guint outside = 0;

  milieu_filter_init (&filter);
  graph = milieu_graph_new_drawn (snapshot, &filter);
  g_assert_cmpuint (graph->n, ==, 46);
  for (guint v = 0; v < graph->n; v++)
    outside += graph->outside[v];
  g_assert_cmpuint (outside, ==, 3);
}

static int
turn (const double *x, const double *y, guint a, guint b, guint c)
{
  double area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);

  return area > 0 ? 1 : area < 0 ? -1 : 0;
}

/* counted again, from the ties themselves */
static guint
crossings_again (const MilieuGraph *graph, const MilieuLayout *layout)
{
  const double *x = layout->x, *y = layout->y;
  guint n = 0;

  for (guint e = 0; e < graph->m; e++)
    for (guint f = e + 1; f < graph->m; f++)
      {
        guint a = graph->edges[e].a, b = graph->edges[e].b, c = graph->edges[f].a, d = graph->edges[f].b;

        n += turn (x, y, a, b, c) * turn (x, y, a, b, d) == -1 && turn (x, y, c, d, a) * turn (x, y, c, d, b) == -1;
      }
  return n;
}

/* the drawing of the look, made by hand and by 26 000 swaps, has 18 crossings in bands */
static void
test_layouts (void)
{
  const guint most[MILIEU_N_LAYOUTS] = { 24, 6, 90, 20, 20 };
  MilieuFilter filter;
  g_autoptr (MilieuGraph) graph = NULL;

  milieu_filter_init (&filter);
  graph = milieu_graph_new_drawn (snapshot, &filter);
  for (guint kind = 0; kind < MILIEU_N_LAYOUTS; kind++)
    {
      MilieuLayoutRequest request = { .kind = kind, .seed = 42 };
      g_autoptr (MilieuLayout) layout = milieu_layout_new (graph, &request);

      g_assert_cmpuint (layout->crossings, ==, crossings_again (graph, layout));
      g_assert_cmpuint (layout->crossings, <=, most[kind]);
      g_test_message ("%s: %u crossings, residual %g", milieu_layout_kind_token (kind), layout->crossings,
                      layout->residual);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  map = milieu_project_read (path, &error);
  g_assert_no_error (error);
  snapshot = milieu_map_snapshot (map);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *name = g_strdup_printf ("/example/%s-%s", i < 2 ? "stated" : "verified", i % 2 == 0 ? "interaction" : "all");

      g_test_add_data_func (name, &columns[i], test_column);
    }
  g_test_add_func ("/example/spanners", test_spanners);
  g_test_add_func ("/example/reach-and-density", test_reach_and_density);
  g_test_add_func ("/example/drawn", test_drawn);
  g_test_add_func ("/example/layouts", test_layouts);
  status = g_test_run ();
  milieu_snapshot_unref (snapshot);
  g_object_unref (map);
  return status;
}
