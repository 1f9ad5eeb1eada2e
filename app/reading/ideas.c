/* L2: does the network keep joining what was apart? */
#include "reading/levers.h"

#include <math.h>
#include <string.h>

/* indicators §2, L2 */
#define FEW_DYADS 10
#define DISTANT 3
#define FEW_OUTPUTS 3

guint
milieu_basis_window (const MilieuBasis *basis)
{
  double years = milieu_snapshot_number (basis->snapshot, "window", MILIEU_WINDOW);

  return years >= 1 && years <= 1000 ? (guint) years : MILIEU_WINDOW;
}

/* the first year of each edge of the interaction graph, 0 if none is dated */
static guint *
first_years (const MilieuBasis *basis, const MilieuGraph *graph, guint *earliest)
{
  guint *years = g_new0 (guint, graph->m + 1);

  *earliest = 0;
  for (guint i = 0; i < basis->n_ties; i++)
    {
      guint year = milieu_date_year (basis->ties[i]->start), edge;
      if (year == 0 || basis->classes[i] != MILIEU_CLASS_INTERACTION)
        continue;
      edge = milieu_graph_edge (graph, milieu_basis_source (basis, basis->ties[i]),
                                milieu_basis_target (basis, basis->ties[i]));
      years[edge] = years[edge] ? MIN (years[edge], year) : year;
      *earliest = *earliest ? MIN (*earliest, year) : year;
    }
  return years;
}

/* whether a and b were fewer than DISTANT steps apart by edges older than year:
 * never tied before, so only a common partner can bring them near */
static gboolean
were_near (const MilieuGraph *graph, const guint *years, const MilieuEdge *pair, guint year)
{
  for (guint i = graph->first[pair->a]; i < graph->first[pair->a + 1]; i++)
    {
      guint through = graph->edge_of[i], onward;
      if (years[through] == 0 || years[through] >= year)
        continue;
      onward = milieu_graph_edge (graph, graph->neighbours[i], pair->b);
      if (onward != MILIEU_NO_VERTEX && years[onward] > 0 && years[onward] < year)
        return TRUE;
    }
  return FALSE;
}

void
milieu_novelty_measure (const MilieuBasis *basis, MilieuNovelty *novelty, guint8 *ties)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  guint earliest, window = milieu_basis_window (basis);
  g_autofree guint *years = first_years (basis, graph, &earliest);
  g_autofree guint8 *fresh = g_new0 (guint8, graph->m + 1);

  *novelty = (MilieuNovelty) { .share = NAN };
  for (guint i = 0; i < graph->m; i++)
    {
      if (years[i] == 0 || years[i] + window <= basis->year || years[i] > basis->year || years[i] < earliest + window)
        continue;
      fresh[i] = 1;
      novelty->dyads++;
      novelty->distant += !were_near (graph, years, &graph->edges[i], years[i]);
    }
  if (novelty->dyads > 0)
    novelty->share = (double) novelty->distant / novelty->dyads;
  for (guint i = 0; ties && i < basis->n_ties; i++)
    if (basis->classes[i] == MILIEU_CLASS_INTERACTION)
      ties[i] = fresh[milieu_graph_edge (graph, milieu_basis_source (basis, basis->ties[i]),
                                         milieu_basis_target (basis, basis->ties[i]))];
}

static MilieuPhrase *
dated_remark (const MilieuBasis *basis)
{
  guint dated = 0, all = 0;

  for (guint i = 0; i < basis->n_ties; i++)
    if (basis->classes[i] == MILIEU_CLASS_INTERACTION)
      {
        all++;
        dated += milieu_date_year (basis->ties[i]->start) > 0;
      }
  return milieu_phrase_number (milieu_phrase_new_plural ("{count} of {all} interactions dated",
                                                         "{count} of {all} interactions dated", dated),
                               "all", all, 0);
}

static void
add_novelty (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L2a", MILIEU_SIDE_INTERACTIONIST);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  MilieuNovelty novelty;

  milieu_novelty_measure (basis, &novelty, ties);
  milieu_result_ends (result, basis, ties);
  milieu_result_add (milieu_result_add (result, "dyads", novelty.dyads), "distant", novelty.distant);
  milieu_result_add (result, "year", basis->year);
  milieu_result_remark (result, dated_remark (basis));
  if (basis->year == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("the map has no date")));
  else if (novelty.dyads < FEW_DYADS)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} new dated interaction, {needed} needed", "{count} new dated interactions, {needed} needed",
      novelty.dyads), "needed", FEW_DYADS, 0));
  else
    milieu_result_set (result, novelty.share, 3);
}

static void
add_brokerage (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L2b", MILIEU_SIDE_INTERACTIONIST);
  const MilieuMeasures *measures = basis->measures[MILIEU_GRAPH_INTERACTION];
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  double sum = 0;
  guint n = 0;
  gboolean triangles = FALSE;

  for (guint v = 0; v < basis->n; v++)
    if (measures->degree[v] >= 2)
      {
        actors[v] = 1;
        n++;
        sum += measures->effective_size[v] / measures->degree[v];
        triangles |= measures->effective_size[v] < measures->degree[v];
      }
  milieu_result_behind (result, basis, actors, NULL);
  milieu_result_add (result, "actors", n);
  if (n == 0)
    {
      milieu_result_refuse (result, milieu_phrase_new (N_("no actor has two partners")));
      return;
    }
  milieu_result_set (result, sum / n, 2);
  if (!triangles)
    milieu_result_remark (result, milieu_phrase_new (N_("graph without triangle: 1 by construction")));
}

/* how many produce each actor, by key, and their grounds as bits; works, which
 * stand outside the graphs, are produced too */
static guint *
count_producers (const MilieuBasis *basis, guint8 *grounds)
{
  g_autofree guint8 *asked = milieu_filter_actors (basis->filter, basis->snapshot, FALSE);
  g_autofree guint8 *chosen = milieu_filter_ties (basis->filter, basis->snapshot, asked, FALSE);
  guint32 n_keys = milieu_snapshot_n_keys (basis->snapshot, MILIEU_RECORD_TIE);
  guint *producers = g_new0 (guint, basis->n_actor_keys + 1);

  for (guint32 key = 0; key < n_keys; key++)
    {
      const MilieuTie *tie = chosen[key] ? milieu_snapshot_tie (basis->snapshot, key) : NULL;
      guint source = tie ? milieu_basis_source (basis, tie) : MILIEU_NO_VERTEX;
      if (source == MILIEU_NO_VERTEX || tie->target >= basis->n_actor_keys || tie->target == tie->source
          || !milieu_basis_is_type (basis, tie, "produces"))
        continue;
      producers[tie->target]++;
      if (basis->grounds[source] != MILIEU_GROUND_NONE)
        grounds[tie->target] |= 1u << basis->grounds[source];
    }
  return producers;
}

static void
add_coproduction (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L2c", MILIEU_SIDE_INTERACTIONIST);
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  g_autofree guint8 *grounds = g_new0 (guint8, basis->n_actor_keys + 1);
  g_autofree guint *producers = count_producers (basis, grounds);
  guint outputs = 0, crossing = 0;

  for (guint i = 0; i < basis->n + basis->n_works; i++)
    {
      const MilieuActor *actor = i < basis->n ? basis->actors[i] : basis->works[i - basis->n];
      guint32 key = actor->record.key;
      if (producers[key] == 0 || (i < basis->n && !milieu_basis_is_kind (basis, actor, "scheme event")))
        continue;
      outputs++;
      crossing += producers[key] >= 2 && (grounds[key] & (grounds[key] - 1)) != 0;
      actors[MIN (i, basis->n)] = 1;
    }
  milieu_result_behind (result, basis, actors, NULL);
  milieu_result_add (milieu_result_add (result, "outputs", outputs), "crossing", crossing);
  if (outputs < FEW_OUTPUTS)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} output with a producer, {needed} needed", "{count} outputs with a producer, {needed} needed",
      outputs), "needed", FEW_OUTPUTS, 0));
  else
    milieu_result_set (result, (double) crossing / outputs, 3);
}

void
milieu_read_ideas (MilieuBasis *basis, GPtrArray *results)
{
  add_novelty (basis, results);
  add_brokerage (basis, results);
  add_coproduction (basis, results);
}
