/* §4.8 and 4.9: do events make ties, does distance unmake them? */
#include "reading/conversion.h"
#include "reading/decay.h"

#include "geo/projection.h"

#include <math.h>

/* permutations weigh as much as so many walks over the ties */
#define DECAY_PER_SECOND 2e7

/* the located actors and where they stand */
static guint
locate (const MilieuBasis *basis, guint32 *of, MilieuMetres *metres)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  guint n = 0;

  for (guint i = 0; i < basis->n; i++)
    if (milieu_actor_is_located (basis->actors[i])
        && milieu_projection_to_metres (projection, (MilieuDegrees) { basis->actors[i]->lon, basis->actors[i]->lat }, &metres[n]))
      of[n++] = i;
  return n;
}

/* behind it: interactions whose ends both have a place; too few of them are listed */
static void
add_located_ties (MilieuBasis *basis, MilieuResult *result, const guint32 *of, const MilieuMetres *metres, guint n,
                  gboolean few)
{
  g_autofree guint32 *index = g_new (guint32, basis->n + 1);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);

  for (guint v = 0; v < basis->n; v++)
    index[v] = MILIEU_NO_VERTEX;
  for (guint i = 0; i < n; i++)
    index[of[i]] = i;
  for (guint i = 0; i < basis->n_ties; i++)
    {
      guint32 a = index[milieu_basis_source (basis, basis->ties[i])], b = index[milieu_basis_target (basis, basis->ties[i])];
      ties[i] = basis->classes[i] == MILIEU_CLASS_INTERACTION && a != MILIEU_NO_VERTEX && b != MILIEU_NO_VERTEX;
      if (ties[i] && few)
        milieu_result_add_cell (result, "kilometres", NULL, basis->ties[i]->record.id,
                                hypot (metres[a].x - metres[b].x, metres[a].y - metres[b].y) / 1000);
    }
  milieu_result_ends (result, basis, ties);
}

static void
set_decay (MilieuResult *result, const MilieuDecay *decay)
{
  milieu_result_add (milieu_result_add (result, "tied_km", decay->tied_km), "untied_km", decay->untied_km);
  if (decay->tied < MILIEU_DECAY_FEW)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} interaction between located actors, {needed} needed",
      "{count} interactions between located actors, {needed} needed", decay->tied), "needed", MILIEU_DECAY_FEW, 0));
  else if (isnan (decay->r))
    milieu_result_refuse (result, milieu_phrase_new (N_("all pairs are alike: as far, or as tied")));
  else
    milieu_result_add (milieu_result_set (result, decay->r, 3), "percentile", decay->percentile);
}

static void
add_decay (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "4.9", MILIEU_SIDE_INTERACTIONIST);
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  g_autofree guint32 *of = g_new (guint32, basis->n + 1);
  g_autofree MilieuMetres *metres = g_new (MilieuMetres, basis->n + 1);
  guint n = locate (basis, of, metres);
  double work = (double) graph->m * MILIEU_DECAY_PERMUTATIONS + (double) n * n;
  MilieuDecay decay;

  if (!milieu_basis_allows (basis, MAX ((double) n * n, (double) basis->n * graph->m)))
    {
      milieu_result_postpone (result, work / DECAY_PER_SECOND);
      return;
    }
  milieu_decay_measure (basis, graph, of, metres, n, &decay);
  add_located_ties (basis, result, of, metres, n, decay.tied < MILIEU_DECAY_FEW);
  milieu_result_add (milieu_result_add (result, "ties", decay.tied), "located", n);
  set_decay (result, &decay);
}

void
milieu_read_events (MilieuBasis *basis, GPtrArray *results)
{
  milieu_conversion_add (basis, results, "4.8", "event");
  add_decay (basis, results);
}
