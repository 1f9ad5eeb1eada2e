/* L5: who arrives, and do they connect? */
#include "reading/boundary.h"
#include "reading/levers.h"
#include "reading/tail.h"

#include <math.h>

/* indicators §2, L5b */
#define FEW_NEWCOMERS 10

void
milieu_arrivals_measure (const MilieuBasis *basis, MilieuArrivals *arrivals, guint8 *newcomers, guint8 *exits)
{
  guint window = milieu_basis_window (basis), year = basis->year;

  *arrivals = (MilieuArrivals) { 0 };
  for (guint i = 0; i < basis->n; i++)
    {
      guint start = milieu_date_year (basis->actors[i]->start), end = milieu_date_year (basis->actors[i]->end);
      gboolean entered = start > 0 && start + window > year && start <= year;
      gboolean left = end > 0 && end + window > year && end <= year;
      arrivals->entries += entered;
      arrivals->exits += left;
      arrivals->unknown_end += end == 0;
      arrivals->integrated += entered && milieu_graph_degree (basis->graphs[MILIEU_GRAPH_INTERACTION], i) > 0;
      if (newcomers)
        newcomers[i] = entered;
      if (exits)
        exits[i] = left;
    }
  arrivals->newcomers = arrivals->entries;
}

static gboolean
was_active (const MilieuActor *actor, guint year)
{
  guint start = milieu_date_year (actor->start), end = milieu_date_year (actor->end);

  return (start == 0 || start <= year) && (end == 0 || end >= year);
}

static MilieuPhrase *
unknown_ends (const MilieuBasis *basis, guint unknown)
{
  return milieu_phrase_phrase (milieu_phrase_new (N_("{percent} of actors with unknown end")), "percent",
                               milieu_percentage_phrase (unknown, basis->n, basis->n));
}

static void
add_entries (MilieuBasis *basis, GPtrArray *results, const MilieuArrivals *arrivals, const guint8 *moved)
{
  MilieuResult *result = milieu_results_add (results, "L5a", MILIEU_SIDE_STRUCTURAL);
  guint entries = 0, exits = 0, active = 0;

  for (guint i = 0; i < basis->n; i++)
    {
      const MilieuActor *actor = basis->actors[i];
      entries += basis->year > 0 && milieu_date_year (actor->start) == basis->year;
      exits += basis->year > 0 && milieu_date_year (actor->end) == basis->year;
      active += basis->year > 0 && was_active (actor, basis->year - 1);
    }
  milieu_result_behind (result, basis, moved, NULL);
  milieu_result_add (milieu_result_add (result, "entries", entries), "exits", exits);
  milieu_result_add (milieu_result_add (result, "active", active), "year", basis->year);
  milieu_result_add (milieu_result_add (result, "entries_window", arrivals->entries), "exits_window", arrivals->exits);
  milieu_result_remark (result, unknown_ends (basis, arrivals->unknown_end));
  if (basis->year == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("the map has no date")));
  else if (active == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("no actor was active the year before")));
  else
    milieu_result_set (result, ((double) entries - exits) / active, 4);
}

static void
add_integration (MilieuBasis *basis, GPtrArray *results, const MilieuArrivals *arrivals, const guint8 *newcomers)
{
  MilieuResult *result = milieu_results_add (results, "L5b", MILIEU_SIDE_INTERACTIONIST);

  milieu_result_behind (result, basis, newcomers, NULL);
  milieu_result_add (milieu_result_add (result, "newcomers", arrivals->newcomers), "integrated", arrivals->integrated);
  if (basis->year == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("the map has no date")));
  else if (arrivals->newcomers < FEW_NEWCOMERS)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} newcomer, {needed} needed", "{count} newcomers, {needed} needed", arrivals->newcomers),
      "needed", FEW_NEWCOMERS, 0));
  else
    milieu_result_set (result, (double) arrivals->integrated / arrivals->newcomers, 3);
}

/* tagged so, or standing outside the boundary where the map is of the region */
static guint
mark_external (const MilieuBasis *basis, guint8 *external)
{
  g_autofree guint8 *outside = milieu_basis_no_actors (basis);
  guint n = 0;

  milieu_outside_boundary (basis, outside);
  for (guint i = 0; i < basis->n; i++)
    n += external[i] = outside[i] || milieu_actor_has_tag (basis->actors[i], "external");
  return n;
}

static void
add_openness (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L5c", MILIEU_SIDE_INTERACTIONIST);
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  g_autofree guint8 *external = milieu_basis_no_actors (basis);
  guint n = mark_external (basis, external);
  double outward = 0, all = 0;

  for (guint i = 0; i < graph->m; i++)
    {
      all += graph->edges[i].weight;
      outward += external[graph->edges[i].a] != external[graph->edges[i].b] ? graph->edges[i].weight : 0;
    }
  milieu_result_behind (result, basis, external, NULL);
  milieu_result_add (milieu_result_add (result, "external", n), "strength", all);
  if (n == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("not documented: no actor stands outside the boundary or bears the tag “external”")));
  else if (!(all > 0))
    milieu_result_refuse (result, milieu_phrase_new (N_("no interaction")));
  else
    milieu_result_set (result, outward / all, 3);
}

void
milieu_read_attraction (MilieuBasis *basis, GPtrArray *results)
{
  g_autofree guint8 *newcomers = milieu_basis_no_actors (basis);
  g_autofree guint8 *moved = milieu_basis_no_actors (basis);
  MilieuArrivals arrivals;

  milieu_arrivals_measure (basis, &arrivals, newcomers, moved);
  for (guint i = 0; i < basis->n; i++)
    moved[i] |= newcomers[i];
  add_entries (basis, results, &arrivals, moved);
  add_integration (basis, results, &arrivals, newcomers);
  add_openness (basis, results);
}
