/* L6: what would be lost. */
#include "reading/levers.h"

#include <math.h>

/* indicators §2, L6 */
#define FEW_ACTORS 10
#define TOP 5

/* the betweenness of all anew after each removal */
static double
robustness_by_betweenness (const MilieuBasis *basis, const MilieuGraph *graph)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "robustness", graph);
  double r;

  if (basis->draws == 0 || !milieu_basis_allows (basis, (double) graph->n * graph->n * (graph->n + graph->m)))
    return NAN;
  if (milieu_basis_recall (basis, rests_on, &r, sizeof r))
    return r;
  r = milieu_graph_robustness_by_betweenness (graph, FEW_ACTORS, basis->force, basis->cancel).r;
  milieu_basis_keep (basis, rests_on, &r, sizeof r);
  return r;
}

static void
add_robustness (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L6a", MILIEU_SIDE_INTERACTIONIST);
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION], *all = basis->graphs[MILIEU_GRAPH_ALL];
  MilieuRobustness robustness = milieu_graph_robustness (graph, FEW_ACTORS);
  MilieuRobustness whole = milieu_graph_robustness (all, FEW_ACTORS);

  milieu_result_graph (result, basis, MILIEU_GRAPH_INTERACTION);
  if (basis->n > 0 && basis->n < FEW_ACTORS)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} actor, {needed} needed", "{count} actors, {needed} needed", basis->n), "needed", FEW_ACTORS, 0));
  else
    milieu_result_set_measure (result, (MilieuMeasure) { robustness.r_star, robustness.status }, 3);
  milieu_result_add (milieu_result_add (result, "R", robustness.r), "R_betweenness", robustness_by_betweenness (basis, graph));
  milieu_result_add (result, "R_without_isolates", robustness.r_without_isolates);
  milieu_result_add (result, "R_star_without_isolates", robustness.r_star_without_isolates);
  milieu_result_add (milieu_result_add (result, "R_all", whole.r), "R_betweenness_all",
                     robustness_by_betweenness (basis, all));
  if (result->status == MILIEU_STATUS_VALUE && !milieu_basis_allows (basis, (double) all->n * all->n * (all->n + all->m)))
    milieu_result_leave_out (result, N_("by betweenness: {takes}"),
                             (double) all->n * all->n * (all->n + all->m) / MILIEU_STEPS_PER_SECOND);
}

MilieuMeasure
milieu_dependence_measure (const MilieuBasis *basis, MilieuGraphKind kind, guint32 *broker, guint64 *before,
                           guint64 *after)
{
  const MilieuGraph *graph = basis->graphs[kind];

  *broker = basis->n > 0 ? basis->measures[kind]->ranking[0] : MILIEU_NO_VERTEX;
  *before = milieu_graph_cross_pairs (graph, basis->grounds, MILIEU_NO_VERTEX);
  *after = basis->n > 0 ? milieu_graph_cross_pairs (graph, basis->grounds, *broker) : 0;
  if (*before == 0)
    return (MilieuMeasure) { NAN, MILIEU_MEASURE_NO_TIES };
  if (basis->measures[kind]->betweenness_status != MILIEU_MEASURE_VALUE)
    return (MilieuMeasure) { NAN, basis->measures[kind]->betweenness_status };
  return (MilieuMeasure) { 1 - (double) *after / *before, MILIEU_MEASURE_VALUE };
}

static void
add_dependence (MilieuBasis *basis, GPtrArray *results, MilieuGraphKind kind, MilieuSide side)
{
  MilieuResult *result = milieu_results_add (results, "L6b", side);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  const guint32 *ranking = basis->measures[kind]->ranking;
  guint top = MIN (TOP, basis->n);
  guint32 broker;
  guint64 before, after;
  MilieuMeasure dependence = milieu_dependence_measure (basis, kind, &broker, &before, &after);

  if (dependence.status == MILIEU_MEASURE_VALUE)
    milieu_result_set (result, dependence.value, 3);
  else if (dependence.status == MILIEU_MEASURE_NO_TIES)
    milieu_result_refuse (result, milieu_phrase_new (N_("no two actors of different grounds are connected")));
  else
    milieu_result_refuse_betweenness (result, basis, kind);
  milieu_result_add (milieu_result_add (result, "before", before), "after", after);
  for (guint i = 0; i < basis->n_ties && broker != MILIEU_NO_VERTEX; i++)
    ties[i] = milieu_basis_in_graph (basis, i, kind) && (milieu_basis_source (basis, basis->ties[i]) == broker
                                                         || milieu_basis_target (basis, basis->ties[i]) == broker);
  milieu_result_behind (result, basis, NULL, ties);
  if (dependence.status != MILIEU_MEASURE_VALUE)
    return;
  milieu_result_add_text (result, "actor", basis->actors[broker]->record.id);
  milieu_result_rank (result, basis, ranking, top);
  for (guint i = 0; i < top; i++)
    milieu_result_add_cell (result, "top", NULL, basis->actors[ranking[i]]->record.id,
                            milieu_graph_dependence (basis->graphs[kind], basis->grounds, ranking[i]).value);
}

/* the grounds of all who can be reached from a vertex without crossing an edge */
static void
count_side (const MilieuBasis *basis, const MilieuGraph *graph, guint32 from, guint32 without, guint64 *counts)
{
  g_autofree guint8 *seen = milieu_basis_no_actors (basis);
  g_autofree guint32 *queue = g_new (guint32, graph->n + 1);
  guint head = 0, tail = 0;

  seen[from] = 1;
  queue[tail++] = from;
  while (head < tail)
    {
      guint32 v = queue[head++];
      counts[basis->grounds[v]]++;
      for (guint i = graph->first[v]; i < graph->first[v + 1]; i++)
        if (graph->edge_of[i] != without && !seen[graph->neighbours[i]])
          {
            seen[graph->neighbours[i]] = 1;
            queue[tail++] = graph->neighbours[i];
          }
    }
}

guint64
milieu_pairs_over_bridge (const MilieuBasis *basis, const MilieuGraph *graph, guint32 bridge)
{
  guint64 one[MILIEU_N_GROUNDS] = { 0 }, other[MILIEU_N_GROUNDS] = { 0 }, pairs = 0;

  count_side (basis, graph, graph->edges[bridge].a, bridge, one);
  count_side (basis, graph, graph->edges[bridge].b, bridge, other);
  for (guint g = MILIEU_GROUND_UPPERGROUND; g < MILIEU_N_GROUNDS; g++)
    for (guint h = MILIEU_GROUND_UPPERGROUND; h < MILIEU_N_GROUNDS; h++)
      pairs += g != h ? one[g] * other[h] : 0;
  return pairs;
}

static void
add_redundancy (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L6c", MILIEU_SIDE_INTERACTIONIST);
  MilieuRedundancy redundancy = milieu_graph_redundancy (basis->graphs[MILIEU_GRAPH_INTERACTION], basis->grounds,
                                                         basis->cancel);

  milieu_result_graph (result, basis, MILIEU_GRAPH_INTERACTION);
  if (redundancy.share.status == MILIEU_MEASURE_VALUE)
    milieu_result_set (result, redundancy.share.value, 3);
  else
    milieu_result_refuse (result, milieu_phrase_new (N_("no two actors of different grounds are connected")));
  milieu_result_add (milieu_result_add (result, "redundant", redundancy.redundant), "connected", redundancy.connected);
}

static void
add_withdrawal (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L6d", MILIEU_SIDE_BOTH);
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  MilieuMeasure all = milieu_graph_lambda (basis->graphs[MILIEU_GRAPH_ALL]);
  MilieuMeasure interaction = milieu_graph_lambda (basis->graphs[MILIEU_GRAPH_INTERACTION]);
  MilieuMeasure without = milieu_graph_lambda_without (basis->graphs[MILIEU_GRAPH_ALL], MILIEU_GROUND_UPPERGROUND);

  for (guint i = 0; i < basis->n; i++)
    actors[i] = basis->grounds[i] == MILIEU_GROUND_UPPERGROUND;
  for (guint i = 0; i < basis->n_ties; i++)
    ties[i] = basis->classes[i] == MILIEU_CLASS_INSTITUTION;
  milieu_result_behind (result, basis, actors, ties);
  milieu_result_set_measure (result, interaction, 4);
  milieu_result_add (result, "without_upperground", without.value);
  milieu_result_add (result, "component_all", round (all.value * basis->n));
  milieu_result_add (result, "component_interaction", round (interaction.value * basis->n));
  milieu_result_add (result, "upperground", milieu_basis_count_ground (basis, MILIEU_GROUND_UPPERGROUND));
}

void
milieu_read_resilience (MilieuBasis *basis, GPtrArray *results)
{
  add_robustness (basis, results);
  add_dependence (basis, results, MILIEU_GRAPH_INTERACTION, MILIEU_SIDE_INTERACTIONIST);
  add_dependence (basis, results, MILIEU_GRAPH_ALL, MILIEU_SIDE_STRUCTURAL);
  add_redundancy (basis, results);
  add_withdrawal (basis, results);
}
