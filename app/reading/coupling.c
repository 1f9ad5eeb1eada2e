/* L1: do the grounds work with one another, or are they only held together? */
#include "reading/coupling.h"

#include "reading/null.h"

#include <math.h>

/* of what chance gave */
#define MOST_BINS 40

/* draws by their external dyads */
static void
count_draw (const MilieuEdges *edges, guint draw, gpointer data)
{
  guint *by_external = data, internal;

  by_external[milieu_edges_external (edges, &internal)]++;
}

static void
measure_degrees (const MilieuBasis *basis, const MilieuGraph *graph, MilieuCoupling *coupling)
{
  double mass[MILIEU_N_GROUNDS] = { 0 }, known = coupling->external + coupling->internal;

  for (guint i = 0; i < graph->m; i++)
    {
      guint8 a = basis->grounds[graph->edges[i].a], b = basis->grounds[graph->edges[i].b];
      if (a != MILIEU_GROUND_NONE && b != MILIEU_GROUND_NONE)
        {
          mass[a]++;
          mass[b]++;
        }
    }
  coupling->analytic = 1;
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    {
      coupling->analytic -= mass[g] / (2 * known) * (mass[g] / (2 * known));
      coupling->grounds += mass[g] > 0;
    }
}

/* Returns: (transfer full): of known + 1 numbers: how many draws had so many external dyads */
static guint *
draw_grounds (const MilieuBasis *basis, const MilieuGraph *graph, guint known)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "coupling", graph);
  gsize size = sizeof (guint) * (known + 1);
  guint *by_external = g_malloc0 (size);

  if (milieu_basis_recall (basis, rests_on, by_external, size))
    return by_external;
  milieu_null_permute (basis, graph, basis->draws, count_draw, by_external);
  milieu_basis_keep (basis, rests_on, by_external, size);
  return by_external;
}

static void
compare_with_chance (MilieuCoupling *coupling, const guint *by_external, guint asked)
{
  guint known = coupling->external + coupling->internal;
  guint64 sum = 0, at_most = 0, draws = 0;

  for (guint e = 0; e <= known; e++)
    {
      draws += by_external[e];
      sum += (guint64) by_external[e] * e;
      at_most += e <= coupling->external ? by_external[e] : 0;
    }
  if (draws == 0)
    {
      coupling->status = asked > 0 ? MILIEU_MEASURE_CANCELLED : MILIEU_MEASURE_VALUE;
      return;
    }
  coupling->by_chance = sum / ((double) known * draws);
  coupling->status = sum > 0 ? MILIEU_MEASURE_VALUE : MILIEU_MEASURE_ONE_GROUND;
  if (sum == 0)
    return;
  coupling->lift = coupling->share / coupling->by_chance;
  coupling->percentile = (double) at_most / draws;
}

/* @by_external: (out) (nullable) (transfer full): of known + 1 numbers */
static void
measure (const MilieuBasis *basis, const MilieuGraph *graph, MilieuCoupling *coupling, guint **by_external)
{
  MilieuExternalInternal dyads = milieu_graph_external_internal (graph, basis->grounds);
  guint known = dyads.external + dyads.internal;
  g_autofree guint *drawn = NULL;

  *coupling = (MilieuCoupling) { dyads.external, dyads.internal, dyads.left_out, 0, NAN, NAN, NAN, NAN, NAN,
                                 MILIEU_MEASURE_NO_TIES };
  if (known == 0)
    return;
  measure_degrees (basis, graph, coupling);
  coupling->share = dyads.external / (double) known;
  drawn = draw_grounds (basis, graph, known);
  compare_with_chance (coupling, drawn, basis->draws);
  if (by_external)
    *by_external = g_steal_pointer (&drawn);
}

void
milieu_coupling_measure (const MilieuBasis *basis, const MilieuGraph *graph, MilieuCoupling *coupling)
{
  measure (basis, graph, coupling, NULL);
}

double
milieu_gap_measure (const MilieuBasis *basis, double *lambda_all, double *lambda_interaction)
{
  *lambda_all = milieu_graph_lambda (basis->graphs[MILIEU_GRAPH_ALL]).value;
  *lambda_interaction = milieu_graph_lambda (basis->graphs[MILIEU_GRAPH_INTERACTION]).value;
  return basis->n > 0 ? *lambda_all - *lambda_interaction : NAN;
}

/* what chance gave, from the least that it gave to the most */
static void
add_chance (MilieuResult *result, const guint *by_external, guint known)
{
  MilieuSpread *chance = &result->chance;
  guint first = 0, last = known, width;

  while (first < known && by_external[first] == 0)
    first++;
  while (last > first && by_external[last] == 0)
    last--;
  width = (last - first) / MOST_BINS + 1;
  chance->n = (last - first) / width + 1;
  chance->counts = g_new0 (guint, chance->n);
  for (guint e = first; e <= last; e++)
    chance->counts[(e - first) / width] += by_external[e];
  chance->low = (first + (width - 1) / 2.0) / known;
  chance->high = chance->low + (chance->n - 1) * (double) width / known;
}

static void
add_share (MilieuBasis *basis, GPtrArray *results, const MilieuCoupling *coupling, const guint *by_external)
{
  MilieuResult *result = milieu_results_add (results, "L1a", MILIEU_SIDE_INTERACTIONIST);

  milieu_result_graph (result, basis, MILIEU_GRAPH_INTERACTION);
  if (coupling->status == MILIEU_MEASURE_VALUE)
    {
      milieu_result_set (result, coupling->share, 3);
      if (basis->draws > 0)
        add_chance (result, by_external, coupling->external + coupling->internal);
    }
  else if (coupling->status == MILIEU_MEASURE_NO_TIES)
    milieu_result_refuse (result, milieu_phrase_new (N_("no interaction joins two actors whose grounds are known")));
  else
    milieu_result_refuse (result, milieu_measure_reason (coupling->status));
  milieu_result_add (milieu_result_add (result, "external", coupling->external), "internal", coupling->internal);
  milieu_result_add (milieu_result_add (result, "left_out", coupling->left_out), "by_chance", coupling->by_chance);
  milieu_result_add (milieu_result_add (result, "lift", coupling->lift), "percentile", coupling->percentile);
  milieu_result_add (milieu_result_add (result, "analytic", coupling->analytic), "draws", basis->draws);
  if (coupling->left_out > 0)
    milieu_result_remark (result, milieu_phrase_new_plural ("{count} interaction left out: an end without ground",
                                                            "{count} interactions left out: an end without ground",
                                                            coupling->left_out));
}

/* who holds to the main component only through institutional ties */
static void
mark_held (MilieuBasis *basis, guint8 *actors)
{
  g_autoptr (MilieuComponents) all = milieu_components_new (basis->graphs[MILIEU_GRAPH_ALL]);
  g_autoptr (MilieuComponents) interaction = milieu_components_new (basis->graphs[MILIEU_GRAPH_INTERACTION]);

  for (guint i = 0; i < basis->n; i++)
    actors[i] = all->of[i] == 0 && interaction->of[i] != 0;
}

static void
add_gap (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L1b", MILIEU_SIDE_BOTH);
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  double all, interaction, gap = milieu_gap_measure (basis, &all, &interaction);

  mark_held (basis, actors);
  for (guint i = 0; i < basis->n_ties; i++)
    ties[i] = basis->classes[i] == MILIEU_CLASS_INSTITUTION;
  milieu_result_behind (result, basis, actors, ties);
  if (basis->n == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("no actor")));
  else if (basis->graphs[MILIEU_GRAPH_ALL]->m == 0)
    milieu_result_empty (result, milieu_phrase_new (N_("graph without ties")));
  else
    milieu_result_set (result, gap, 4);
  milieu_result_add (milieu_result_add (result, "lambda_all", all), "lambda_interaction", interaction);
  milieu_result_add (result, "component_all", round (all * basis->n));
  milieu_result_add (result, "component_interaction", round (interaction * basis->n));
}

typedef struct
{
  double *modularity, *lift;
  double by_chance;
} Profile;

/* where the quadrants part: medians under P2 */
typedef struct
{
  double modularity, lift;
} Cuts;

static void
profile_draw (const MilieuEdges *edges, guint draw, gpointer data)
{
  Profile *profile = data;
  guint internal, external = milieu_edges_external (edges, &internal);
  double q = milieu_edges_modularity (edges);

  profile->modularity[draw] = isnan (q) ? NAN : MAX (0, q);
  profile->lift[draw] = external + internal > 0 ? external / (double) (external + internal) / profile->by_chance : NAN;
}

static MilieuPhrase *
quadrant (gboolean split, gboolean coupled)
{
  if (split)
    return milieu_phrase_new (coupled ? N_("loosely coupled") : N_("decoupled"));
  return milieu_phrase_new (coupled ? N_("tightly coupled") : N_("non-coupled"));
}

static Cuts
draw_cuts (const MilieuBasis *basis, const MilieuGraph *graph, double by_chance)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "profile", graph);
  g_autofree double *modularity = g_new (double, basis->rewirings + 1);
  g_autofree double *lift = g_new (double, basis->rewirings + 1);
  Profile profile = { modularity, lift, by_chance };
  Cuts cuts;

  if (milieu_basis_recall (basis, rests_on, &cuts, sizeof cuts))
    return cuts;
  for (guint i = 0; i < basis->rewirings; i++)
    modularity[i] = lift[i] = NAN;
  milieu_null_rewire (basis, graph, basis->rewirings, profile_draw, &profile);
  cuts = (Cuts) { milieu_null_median (modularity, basis->rewirings), milieu_null_median (lift, basis->rewirings) };
  milieu_basis_keep (basis, rests_on, &cuts, sizeof cuts);
  return cuts;
}

static void
add_profile (MilieuBasis *basis, GPtrArray *results, const MilieuCoupling *coupling)
{
  MilieuResult *result = milieu_results_add (results, "L1c", MILIEU_SIDE_INTERACTIONIST);
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  g_autoptr (MilieuEdges) edges = milieu_edges_new (graph, basis->grounds);
  Cuts cuts;
  double x;

  milieu_result_graph (result, basis, MILIEU_GRAPH_INTERACTION);
  if (coupling->status != MILIEU_MEASURE_VALUE)
    {
      milieu_result_refuse (result, milieu_measure_reason (coupling->status));
      return;
    }
  x = MAX (0, milieu_edges_modularity (edges));
  milieu_result_add (milieu_result_add (result, "modularity", x), "lift", coupling->lift);
  if (!milieu_basis_allows (basis, (double) graph->n * graph->m))
    {
      milieu_result_postpone (result, milieu_null_rewire_seconds (basis, graph));
      return;
    }
  cuts = draw_cuts (basis, graph, coupling->by_chance);
  milieu_result_set (result, NAN, 3); /* a point: its parts say it all */
  milieu_result_add (milieu_result_add (result, "modularity_cut", cuts.modularity), "lift_cut", cuts.lift);
  milieu_result_add (result, "rewirings", basis->rewirings);
  milieu_result_remark (result, quadrant (x >= cuts.modularity, coupling->lift >= cuts.lift));
}

void
milieu_read_coupling (MilieuBasis *basis, GPtrArray *results)
{
  MilieuCoupling coupling;
  g_autofree guint *by_external = NULL;

  measure (basis, basis->graphs[MILIEU_GRAPH_INTERACTION], &coupling, &by_external);
  add_share (basis, results, &coupling, by_external);
  add_gap (basis, results);
  add_profile (basis, results, &coupling);
}
