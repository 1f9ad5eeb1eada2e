/* L3: the four elements, and whether the two worlds meet through a middle. */
#include "reading/levers.h"

#include <math.h>

/* indicators §2, L3c */
#define FEW_PARTICIPATIONS 5

void
milieu_elements_measure (const MilieuBasis *basis, MilieuElements *elements, guint8 *actors)
{
  double total = 0, entropy = 0;

  *elements = (MilieuElements) { .evenness = NAN };
  for (guint i = 0; i < basis->n; i++)
    {
      MilieuElement element = milieu_basis_element (basis, basis->actors[i]);
      elements->of[element]++;
      if (actors)
        actors[i] = element != MILIEU_ELEMENT_NONE;
    }
  for (guint e = MILIEU_ELEMENT_PLACE; e < MILIEU_N_ELEMENTS; e++)
    {
      total += elements->of[e];
      elements->coverage += elements->of[e] > 0;
    }
  for (guint e = MILIEU_ELEMENT_PLACE; e < MILIEU_N_ELEMENTS; e++)
    if (elements->of[e] > 0)
      entropy -= elements->of[e] / total * log (elements->of[e] / total);
  if (total > 0)
    elements->evenness = entropy / log (4);
}

static void
add_coverage (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L3a", MILIEU_SIDE_STRUCTURAL);
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  MilieuElements elements;
  guint commons = 0;

  for (guint i = 0; i < basis->n; i++)
    commons += milieu_actor_has_tag (basis->actors[i], "commons");
  milieu_elements_measure (basis, &elements, actors);
  milieu_result_behind (result, basis, actors, NULL);
  if (elements.coverage == 0)
    milieu_result_empty (result, milieu_phrase_new (N_("empty middleground: no place, space, project or event")));
  else
    milieu_result_set (result, elements.coverage, 0);
  milieu_result_add (result, "evenness", elements.evenness);
  milieu_result_add (result, "places", elements.of[MILIEU_ELEMENT_PLACE]);
  milieu_result_add (result, "spaces", elements.of[MILIEU_ELEMENT_SPACE]);
  milieu_result_add (result, "projects", elements.of[MILIEU_ELEMENT_PROJECT]);
  milieu_result_add (result, "events", elements.of[MILIEU_ELEMENT_EVENT]);
  milieu_result_add (result, "commons", commons);
}

static gboolean
mediation_allowed (const MilieuBasis *basis)
{
  return milieu_basis_allows (basis, (double) basis->n * basis->graphs[MILIEU_GRAPH_INTERACTION]->m);
}

static double
mediation_seconds (const MilieuBasis *basis)
{
  return (double) milieu_basis_count_ground (basis, MILIEU_GROUND_UPPERGROUND)
         * (basis->n + basis->graphs[MILIEU_GRAPH_INTERACTION]->m) / MILIEU_STEPS_PER_SECOND;
}

MilieuMediation
milieu_mediation_measure (const MilieuBasis *basis, guint middle)
{
  MilieuMeasure none = { NAN, MILIEU_MEASURE_TOO_LARGE };
  MilieuMediation found = { .reach = none, .mediation = none, .bridging = none };

  if (mediation_allowed (basis))
    return milieu_graph_mediation (basis->graphs[MILIEU_GRAPH_INTERACTION], basis->grounds, middle);
  found.pairs = (guint64) milieu_basis_count_ground (basis, MILIEU_GROUND_UPPERGROUND)
                * milieu_basis_count_ground (basis, MILIEU_GROUND_UNDERGROUND);
  return found;
}

static void
add_mediation (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L3b", MILIEU_SIDE_INTERACTIONIST);
  guint middle = 1u << MILIEU_GROUND_MIDDLEGROUND;
  MilieuMediation found = milieu_mediation_measure (basis, middle);
  MilieuMediation wide = milieu_mediation_measure (basis, middle | 1u << MILIEU_GROUND_EMERGING);
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);

  for (guint i = 0; i < basis->n; i++)
    actors[i] = basis->grounds[i] == MILIEU_GROUND_UPPERGROUND || basis->grounds[i] == MILIEU_GROUND_UNDERGROUND;
  milieu_result_graph (result, basis, MILIEU_GRAPH_INTERACTION);
  milieu_result_behind (result, basis, actors, NULL);
  if (found.reach.status == MILIEU_MEASURE_TOO_LARGE)
    milieu_result_postpone (result, 2 * mediation_seconds (basis));
  else if (found.reach.status == MILIEU_MEASURE_VALUE)
    milieu_result_set_measure (result, found.bridging, 4);
  else
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} pair of upperground and underground, {needed} needed",
      "{count} pairs of upperground and underground, {needed} needed", found.pairs), "needed", 9, 0));
  milieu_result_add (milieu_result_add (result, "reach", found.reach.value), "mediation", found.mediation.value);
  milieu_result_add (milieu_result_add (result, "pairs", found.pairs), "connected", found.connected);
  milieu_result_add (milieu_result_add (result, "mediation_with_emerging", wide.mediation.value),
                     "bridging_with_emerging", wide.bridging.value);
}

MilieuGround
milieu_device_owner (const MilieuBasis *basis, guint device)
{
  guint counts[MILIEU_N_GROUNDS] = { 0 };
  MilieuGround best = MILIEU_GROUND_NONE;
  gboolean mixed = FALSE;

  for (guint i = 0; i < basis->n_ties; i++)
    if (milieu_basis_target (basis, basis->ties[i]) == device
        && milieu_basis_is_type (basis, basis->ties[i], "founds funds produces"))
      counts[basis->grounds[milieu_basis_source (basis, basis->ties[i])]]++;
  counts[MILIEU_GROUND_NONE] = 0;
  for (guint g = MILIEU_GROUND_UPPERGROUND; g < MILIEU_N_GROUNDS; g++)
    {
      mixed = counts[g] > 0 && counts[g] == counts[best] ? TRUE : counts[g] > counts[best] ? FALSE : mixed;
      best = counts[g] > counts[best] ? g : best;
    }
  return mixed ? MILIEU_GROUND_NONE : best;
}

static void
add_asymmetry (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L3c", MILIEU_SIDE_INTERACTIONIST);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  guint to_upper = 0, to_under = 0;

  for (guint i = 0; i < basis->n_ties; i++)
    {
      const MilieuTie *tie = basis->ties[i];
      guint source = milieu_basis_source (basis, tie), device = milieu_basis_target (basis, tie);
      MilieuGround owner;
      if (!milieu_basis_is_type (basis, tie, "participates")
          || !milieu_basis_is_kind (basis, basis->actors[device], "event scheme infrastructure"))
        continue;
      owner = milieu_device_owner (basis, device);
      if (basis->grounds[source] == MILIEU_GROUND_UNDERGROUND && owner == MILIEU_GROUND_UPPERGROUND)
        to_upper += ties[i] = 1;
      if (basis->grounds[source] == MILIEU_GROUND_UPPERGROUND && owner == MILIEU_GROUND_UNDERGROUND)
        to_under += ties[i] = 1;
    }
  milieu_result_ends (result, basis, ties);
  milieu_result_add (milieu_result_add (result, "underground_in_upperground", to_upper),
                     "upperground_in_underground", to_under);
  if (to_upper + to_under < FEW_PARTICIPATIONS)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} participation across upperground and underground, {needed} needed",
      "{count} participations across upperground and underground, {needed} needed", to_upper + to_under),
      "needed", FEW_PARTICIPATIONS, 0));
  else
    milieu_result_set (result, ((double) to_upper - to_under) / (to_upper + to_under), 3);
}

void
milieu_read_middleground (MilieuBasis *basis, GPtrArray *results)
{
  add_coverage (basis, results);
  add_mediation (basis, results);
  add_asymmetry (basis, results);
}
