/* §4.0 to 4.6: who is where in the network, in both graphs. */
#include "reading/basis.h"

#include "reading/documentation.h"
#include "reading/null.h"
#include "reading/questions.h"

#include <math.h>

/* how many actors a ranking names */
#define TOP 5

typedef struct
{
  MilieuGraphKind kind;
  MilieuSide side;
} Column;

/* interactionist first: what a reader of files finds under an id is its headline */
static const Column columns[] = {
  { MILIEU_GRAPH_INTERACTION, MILIEU_SIDE_INTERACTIONIST },
  { MILIEU_GRAPH_ALL, MILIEU_SIDE_STRUCTURAL },
};

static MilieuResult *
refuse_without_actors (MilieuResult *result)
{
  return milieu_result_refuse (result, milieu_phrase_new (N_("no actor")));
}

/* an absent tie is no tie that was looked for and not found: how many of them were */
static guint
count_looked_for (const MilieuBasis *basis, const guint8 *actors)
{
  g_autoptr (MilieuDocumentation) documentation = milieu_documentation_new (basis->snapshot, basis->filter);
  guint n = 0;

  for (guint i = 0; i < basis->n && i < documentation->n_actors; i++)
    n += actors[i] && documentation->actors[i].none_found;
  return n;
}

static void
add_isolates (MilieuBasis *basis, GPtrArray *results, Column column)
{
  MilieuResult *result = milieu_results_add (results, "4.0", column.side);
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  guint n = 0;

  for (guint v = 0; v < basis->n; v++)
    n += actors[v] = milieu_graph_degree (basis->graphs[column.kind], v) == 0;
  milieu_result_behind (result, basis, actors, NULL);
  milieu_result_add (result, "actors", basis->n);
  if (basis->draws > 0)
    milieu_result_add (result, "looked_for", count_looked_for (basis, actors));
  if (basis->n == 0)
    refuse_without_actors (result);
  else
    milieu_result_set (result, n, 0);
}

/* dyads of the graph that more than one type of tie joins */
static guint
count_multiplex (const MilieuBasis *basis, const MilieuGraph *graph)
{
  guint multiplex = 0;

  for (guint e = 0; e < graph->m; e++)
    {
      guint32 first = 0;
      for (guint i = 0; i < graph->edges[e].n_ties; i++)
        {
          guint32 type = milieu_snapshot_tie (basis->snapshot, graph->ties[graph->edges[e].first_tie + i])->type;
          if (i > 0 && type != first)
            {
              multiplex++;
              break;
            }
          first = type;
        }
    }
  return multiplex;
}

static void
add_degree (MilieuBasis *basis, GPtrArray *results, Column column)
{
  MilieuResult *result = milieu_results_add (results, "4.1", column.side);
  const MilieuGraph *graph = basis->graphs[column.kind];
  const MilieuMeasures *measures = basis->measures[column.kind];
  guint most = 0;
  double strength = 0;

  for (guint v = 0; v < basis->n; v++)
    {
      most = MAX (most, measures->degree[v]);
      strength += measures->strength[v];
    }
  milieu_result_graph (result, basis, column.kind);
  milieu_result_add (milieu_result_add (result, "dyads", graph->m), "highest", most);
  milieu_result_add (result, "density", milieu_graph_density (graph).value);
  milieu_result_add (result, "mean_strength", basis->n > 0 ? strength / basis->n : NAN);
  milieu_result_add (result, "multiplex", count_multiplex (basis, graph));
  milieu_result_add (result, "highest_normalised", basis->n > 1 ? most / (basis->n - 1.0) : NAN);
  if (basis->n < 2)
    milieu_result_refuse (result, milieu_phrase_new (N_("fewer than two actors")));
  else
    milieu_result_set (result, 2.0 * graph->m / basis->n, 2);
}

static void
add_betweenness (MilieuBasis *basis, GPtrArray *results, Column column)
{
  MilieuResult *result = milieu_results_add (results, "4.2", column.side);
  const MilieuMeasures *measures = basis->measures[column.kind];
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  double pairs = ((double) basis->n - 1) * ((double) basis->n - 2) / 2;
  guint32 top;
  guint n = 0;

  if (basis->n == 0 || measures->betweenness_status != MILIEU_MEASURE_VALUE)
    {
      milieu_result_refuse_betweenness (result, basis, column.kind);
      return;
    }
  top = measures->ranking[0];
  if (!(measures->betweenness[top] > 0))
    {
      milieu_result_empty (result, milieu_phrase_new (N_("nobody stands between two others")));
      return;
    }
  while (n < MIN (TOP, basis->n) && measures->betweenness[measures->ranking[n]] > 0)
    n++;
  for (guint i = 0; i < basis->n_ties; i++)
    ties[i] = milieu_basis_in_graph (basis, i, column.kind)
              && (milieu_basis_source (basis, basis->ties[i]) == top || milieu_basis_target (basis, basis->ties[i]) == top);
  milieu_result_set (result, measures->betweenness[top], 1);
  milieu_result_behind (result, basis, NULL, ties);
  milieu_result_rank (result, basis, measures->ranking, n);
  milieu_result_add_text (result, "actor", basis->actors[top]->record.id);
  milieu_result_add (result, "normalised", pairs > 0 ? measures->betweenness[top] / pairs : NAN);
  for (guint i = 0; i < n; i++)
    milieu_result_add_cell (result, "top", NULL, basis->actors[measures->ranking[i]]->record.id,
                            measures->betweenness[measures->ranking[i]]);
}

static void
add_constraint (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "4.3", MILIEU_SIDE_INTERACTIONIST);
  const MilieuMeasures *measures = basis->measures[MILIEU_GRAPH_INTERACTION];
  double constraint = 0, size = 0;
  guint n = 0, least = 0;

  for (guint v = 0; v < basis->n; v++)
    if (measures->degree[v] > 0)
      {
        least = n == 0 || measures->constraint[v] < measures->constraint[least] ? v : least;
        constraint += measures->constraint[v];
        size += measures->effective_size[v];
        n++;
      }
  milieu_result_graph (result, basis, MILIEU_GRAPH_INTERACTION);
  if (n == 0)
    {
      milieu_result_refuse (result, milieu_phrase_new (N_("no interaction")));
      return;
    }
  milieu_result_set (result, constraint / n, 3);
  milieu_result_add (milieu_result_add (result, "effective_size", size / n), "least", measures->constraint[least]);
  milieu_result_add_text (result, "actor", basis->actors[least]->record.id);
}

typedef struct
{
  const MilieuGraph *graph;
  double sums[4];
  guint draws;
} RoleDraws;

static void
sum_roles (const MilieuRoles *roles, guint n, double *sums)
{
  for (guint v = 0; v < n; v++)
    if (roles[v].defined)
      {
        sums[0] += roles[v].coordinator;
        sums[1] += roles[v].itinerant;
        sums[2] += roles[v].gatekeeper;
        sums[3] += roles[v].liaison;
      }
}

static void
roles_draw (const MilieuEdges *edges, guint draw, gpointer data)
{
  RoleDraws *draws = data;
  g_autofree MilieuRoles *roles = milieu_graph_roles (draws->graph, edges->grounds);

  sum_roles (roles, draws->graph->n, draws->sums);
  draws->draws++;
}

guint
milieu_brokerage (const MilieuRoles *roles)
{
  return roles->defined ? roles->liaison + roles->gatekeeper : 0;
}

/* by cross-ground brokerage, then by betweenness: both fall; the ranking is by
 * betweenness already and the sort is stable */
guint
milieu_brokers_rank (const MilieuMeasures *measures, guint n, guint32 *brokers)
{
  guint found = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 v = measures->ranking[i];
      guint at = found;
      if (measures->degree[v] < 2 || milieu_brokerage (&measures->roles[v]) == 0)
        continue;
      while (at > 0 && milieu_brokerage (&measures->roles[brokers[at - 1]]) < milieu_brokerage (&measures->roles[v]))
        {
          brokers[at] = brokers[at - 1];
          at--;
        }
      brokers[at] = v;
      found++;
    }
  return found;
}

static void
draw_roles (const MilieuBasis *basis, RoleDraws *draws)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "roles", draws->graph);
  RoleDraws kept;

  if (milieu_basis_recall (basis, rests_on, &kept, sizeof kept))
    {
      kept.graph = draws->graph;
      *draws = kept;
      return;
    }
  milieu_null_permute (basis, draws->graph, basis->draws, roles_draw, draws);
  milieu_basis_keep (basis, rests_on, draws, sizeof *draws);
}

static void
add_roles (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "4.4", MILIEU_SIDE_INTERACTIONIST);
  static const char *const names[] = { "coordinator", "itinerant", "gatekeeper", "liaison" };
  static const char *const expected[] = { "coordinator_expected", "itinerant_expected", "gatekeeper_expected",
                                          "liaison_expected" };
  const MilieuMeasures *measures = basis->measures[MILIEU_GRAPH_INTERACTION];
  RoleDraws draws = { basis->graphs[MILIEU_GRAPH_INTERACTION] };
  g_autofree guint32 *brokers = g_new (guint32, basis->n + 1);
  guint n = milieu_brokers_rank (measures, basis->n, brokers);
  double sums[4] = { 0 };

  milieu_result_rank (result, basis, brokers, n);
  sum_roles (measures->roles, basis->n, sums);
  if (sums[0] + sums[1] + sums[2] + sums[3] == 0)
    {
      milieu_result_refuse (result, milieu_phrase_new (N_("nobody stands between two actors whose grounds are known")));
      return;
    }
  milieu_result_set (result, sums[2] + sums[3], 0);
  if (milieu_basis_allows (basis, (double) basis->n * draws.graph->m))
    draw_roles (basis, &draws);
  else
    milieu_result_leave_out (result, N_("expected by chance: {takes}"), basis->draws * draws.graph->m / 1e6);
  for (guint i = 0; i < 4; i++)
    {
      milieu_result_add (result, names[i], sums[i]);
      milieu_result_add (result, expected[i], draws.draws > 0 ? draws.sums[i] / draws.draws : NAN);
    }
  for (guint i = 0; i < n; i++)
    milieu_result_add_cell (result, "brokers", NULL, basis->actors[brokers[i]]->record.id,
                            milieu_brokerage (&measures->roles[brokers[i]]));
}

static void
add_participation (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "4.5", MILIEU_SIDE_INTERACTIONIST);
  const MilieuMeasures *measures = basis->measures[MILIEU_GRAPH_INTERACTION];
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  double sum = 0, most = 0;
  guint n = 0;

  for (guint v = 0; v < basis->n; v++)
    if (measures->degree[v] >= 2 && !isnan (measures->participation[v]))
      {
        actors[v] = 1;
        n++;
        sum += measures->participation[v];
        most = MAX (most, measures->participation[v]);
      }
  milieu_result_behind (result, basis, actors, NULL);
  if (n == 0)
    {
      milieu_result_refuse (result, milieu_phrase_new (N_("no actor has two partners")));
      return;
    }
  milieu_result_set (result, sum / n, 3);
  milieu_result_add (milieu_result_add (result, "highest", most), "actors", n);
}

typedef struct
{
  guint observed, at_most, draws;
} External;

static void
external_draw (const MilieuEdges *edges, guint draw, gpointer data)
{
  External *external = data;
  guint internal;

  external->at_most += milieu_edges_external (edges, &internal) <= external->observed;
  external->draws++;
}

static void
draw_external (const MilieuBasis *basis, const MilieuGraph *graph, External *chance)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "external", graph);

  if (milieu_basis_recall (basis, rests_on, chance, sizeof *chance))
    return;
  milieu_null_permute (basis, graph, basis->draws, external_draw, chance);
  milieu_basis_keep (basis, rests_on, chance, sizeof *chance);
}

static void
add_external_internal (MilieuBasis *basis, GPtrArray *results, Column column)
{
  MilieuResult *result = milieu_results_add (results, "4.6", column.side);
  const MilieuGraph *graph = basis->graphs[column.kind];
  MilieuExternalInternal dyads = milieu_graph_external_internal (graph, basis->grounds);
  External chance = { dyads.external };

  milieu_result_graph (result, basis, column.kind);
  milieu_result_add (milieu_result_add (result, "external", dyads.external), "internal", dyads.internal);
  milieu_result_add (result, "left_out", dyads.left_out);
  milieu_result_add (result, "assortativity", milieu_graph_assortativity (graph, basis->grounds).value);
  if (dyads.index.status != MILIEU_MEASURE_VALUE)
    {
      milieu_result_refuse (result, milieu_phrase_new (N_("no tie joins two actors whose grounds are known")));
      return;
    }
  milieu_result_set (result, dyads.index.value, 2);
  draw_external (basis, graph, &chance);
  milieu_result_add (result, "percentile", chance.draws > 0 ? (double) chance.at_most / chance.draws : NAN);
  for (guint ground = MILIEU_GROUND_UPPERGROUND; ground < MILIEU_N_GROUNDS; ground++)
    milieu_result_add_cell (result, "grounds", NULL, milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, ground),
                            milieu_graph_external_internal_in (graph, basis->grounds, ground).index.value);
}

void
milieu_read_network (MilieuBasis *basis, GPtrArray *results)
{
  static void (*const both[]) (MilieuBasis *, GPtrArray *, Column) = { add_isolates, add_degree, add_betweenness };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
      both[i] (basis, results, columns[c]);
  add_constraint (basis, results);
  add_roles (basis, results);
  add_participation (basis, results);
  for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
    add_external_internal (basis, results, columns[c]);
}
