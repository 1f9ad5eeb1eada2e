/* §4.7: communities, cores, and what the network hangs on, in both graphs. */
#include "reading/communities.h"
#include "reading/levers.h"

#include <math.h>

/* below so many actors communities say nothing */
#define FEW_ACTORS 15

/* arcs that are answered, ties without direction left aside */
static double
strict_reciprocity (const MilieuBasis *basis, const MilieuGraph *graph)
{
  g_autoptr (GHashTable) arcs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;
  guint answered = 0;

  for (guint i = 0; i < graph->n_ties; i++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (basis->snapshot, graph->ties[i]);
      guint64 arc = (guint64) milieu_basis_source (basis, tie) << 32 | milieu_basis_target (basis, tie);
      if (milieu_snapshot_tie_directed (basis->snapshot, tie))
        g_hash_table_add (arcs, g_memdup2 (&arc, sizeof arc));
    }
  g_hash_table_iter_init (&iter, arcs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint64 arc = *(guint64 *) key, back = arc << 32 | arc >> 32;
      answered += g_hash_table_contains (arcs, &back);
    }
  return g_hash_table_size (arcs) > 0 ? (double) answered / g_hash_table_size (arcs) : NAN;
}

static guint
count_cut_points (const MilieuMeasures *measures, guint n)
{
  guint count = 0;

  for (guint v = 0; v < n; v++)
    count += measures->cut_point[v];
  return count;
}

/* what hangs on each: cross-ground pairs that are lost without it */
static void
add_weak_points (MilieuBasis *basis, MilieuResult *result, MilieuGraphKind kind, const guint32 *bridges, guint n_bridges)
{
  const MilieuGraph *graph = basis->graphs[kind];
  const MilieuMeasures *measures = basis->measures[kind];
  guint64 whole = milieu_graph_cross_pairs (graph, basis->grounds, MILIEU_NO_VERTEX);

  if (!milieu_basis_allows (basis, (double) (n_bridges + count_cut_points (measures, basis->n)) * (basis->n + graph->m)))
    return;
  for (guint v = 0; v < basis->n; v++)
    if (measures->cut_point[v])
      milieu_result_add_cell (result, "carried_by_actor", NULL, basis->actors[v]->record.id,
                              whole - milieu_graph_cross_pairs (graph, basis->grounds, v));
  for (guint i = 0; i < n_bridges; i++)
    {
      const MilieuEdge *edge = &graph->edges[bridges[i]];
      g_autofree char *name = g_strdup_printf ("%s – %s", basis->actors[edge->a]->record.id, basis->actors[edge->b]->record.id);
      milieu_result_add_cell (result, "carried_by_bridge", NULL, g_string_chunk_insert_const (basis->strings, name),
                              milieu_pairs_over_bridge (basis, graph, bridges[i]));
    }
}

/* the grounds of those in the innermost core */
static void
add_core_grounds (MilieuBasis *basis, MilieuResult *result, MilieuGraphKind kind, guint highest)
{
  guint counts[MILIEU_N_GROUNDS] = { 0 };

  for (guint v = 0; v < basis->n; v++)
    counts[basis->grounds[v]] += basis->measures[kind]->core[v] == highest;
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    if (counts[g] > 0)
      milieu_result_add_cell (result, "core_grounds", NULL, milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, g), counts[g]);
}

static void
add_cores (MilieuBasis *basis, MilieuResult *result, MilieuGraphKind kind)
{
  const MilieuGraph *graph = basis->graphs[kind];
  const MilieuMeasures *measures = basis->measures[kind];
  guint highest = 0, members = 0, bridges;
  g_autofree guint32 *found = milieu_graph_bridges (graph, &bridges, basis->cancel);

  for (guint v = 0; v < basis->n; v++)
    highest = MAX (highest, measures->core[v]);
  for (guint v = 0; v < basis->n; v++)
    members += measures->core[v] == highest;
  milieu_result_add (milieu_result_add (result, "max_core", highest), "core_members", members);
  milieu_result_add (milieu_result_add (result, "bridges", bridges), "cut_points", count_cut_points (measures, basis->n));
  milieu_result_add (result, "reciprocity", milieu_graph_reciprocity (graph).value);
  milieu_result_add (result, "reciprocity_directed", strict_reciprocity (basis, graph));
  add_core_grounds (basis, result, kind, highest);
  add_weak_points (basis, result, kind, found, bridges);
}

static void
add_communities (MilieuBasis *basis, GPtrArray *results, MilieuGraphKind kind, MilieuSide side)
{
  MilieuResult *result = milieu_results_add (results, "4.7", side);
  const MilieuGraph *graph = basis->graphs[kind];
  g_autoptr (MilieuComponents) components = milieu_components_new (graph);
  MilieuCommunities communities;

  milieu_result_graph (result, basis, kind);
  milieu_result_add (result, "components", components->n_components);
  milieu_result_add (result, "largest", basis->n > 0 ? components->sizes[0] : NAN);
  if (basis->n > 0)
    add_cores (basis, result, kind);
  if (basis->n < FEW_ACTORS || graph->m == 0)
    {
      milieu_result_refuse (result, basis->n < FEW_ACTORS
        ? milieu_phrase_number (milieu_phrase_new_plural ("{count} actor, {needed} needed",
                                                          "{count} actors, {needed} needed", basis->n),
                                "needed", FEW_ACTORS, 0)
        : milieu_measure_reason (MILIEU_MEASURE_NO_TIES));
      return;
    }
  milieu_communities_measure (basis, graph, &communities);
  if (isnan (communities.modularity))
    milieu_result_refuse (result, milieu_measure_reason (MILIEU_MEASURE_FAILED));
  else
    milieu_result_set (result, communities.modularity, 3);
  milieu_result_add (milieu_result_add (result, "communities", communities.n), "percentile", communities.percentile);
  milieu_result_add (result, "rewirings", communities.seconds > 0 ? 0 : basis->rewirings);
  if (communities.seconds > 0)
    milieu_result_leave_out (result, N_("percentile: {takes}"), communities.seconds);
  milieu_result_add (result, "agreement_with_grounds", communities.agreement);
  milieu_result_add (result, "modularity_of_grounds", milieu_graph_modularity (graph, basis->grounds).value);
}

void
milieu_read_groups (MilieuBasis *basis, GPtrArray *results)
{
  add_communities (basis, results, MILIEU_GRAPH_INTERACTION, MILIEU_SIDE_INTERACTIONIST);
  add_communities (basis, results, MILIEU_GRAPH_ALL, MILIEU_SIDE_STRUCTURAL);
}
