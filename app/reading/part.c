#include "reading/part.h"

#include "model/short-name.h"

#include <math.h>
#include <string.h>

/* in the order of the indicators; what several share stands where it comes first */
static const MilieuPartWords all_words[] = {
  { "table", N_("By ground and kind"), 0, MILIEU_ROWS_CROSS },
  { "sectors", N_("By ground and sector"), 0, MILIEU_ROWS_CROSS },
  { "decades", N_("By ground and decade of creation"), 0, MILIEU_ROWS_CROSS },
  { "S2.ties", N_("pairs of institutions that are tied"), 0, 0 },
  { "institutions", N_("institutions"), 0, 0 },
  { "per_100000", N_("institutions per 100,000 inhabitants"), 2, 0 },
  { "with_ground", N_("actors with a ground"), 0, 0 },
  { "without_ground", N_("actors without ground"), 0, 0 },
  { "visible", N_("of them to an infrastructure, an event or a scheme"), 0, 0 },
  { "S4.all", N_("ties by which institutions found, fund, host or produce"), 0, 0 },
  { "lon", N_("longitude"), 4, 0 },
  { "lat", N_("latitude"), 4, 0 },
  { "effective", N_("effective number of municipalities"), 2, 0 },
  { "gini", N_("Gini over the occupied municipalities"), 3, 0 },
  { "municipalities", N_("occupied municipalities"), 0, 0 },
  { "S7.precise", N_("index over the precise places alone"), 3, 0 },
  { "counts", N_("Actors by municipality"), 0, MILIEU_ROWS_TEXT },
  { "epci", N_("index over groupings of municipalities"), 3, 0 },
  { "epci_effective", N_("effective number of groupings"), 2, 0 },
  { "groupings", N_("Actors by grouping of municipalities"), 0, MILIEU_ROWS_TEXT },
  { "quotients", N_("Share of the actors over share of the inhabitants"), 2, MILIEU_ROWS_TEXT },
  { "area", N_("area of the window, in km²"), 0, 0 },
  { "corrected", N_("corrected for the edges (Donnelly)"), 3, 0 },
  { "z", N_("z"), 2, 0 },
  { "S8.percentile", N_("percentile among simulated patterns"), 2, 0 },
  { "simulations", N_("simulated patterns"), 0, 0 },
  { "n", N_("sites"), 0, 0 },
  { "S8.actors", N_("actors known precisely"), 0, 0 },
  { "r", N_("at a distance of, in km"), 1, 0 },
  { "S9.low", N_("lowest of 99 simulated patterns, in km"), 3, 0 },
  { "S9.high", N_("highest of 99 simulated patterns, in km"), 3, 0 },
  { "curve", N_("By distance, in km: L(r) − r and what chance gives"), 0, MILIEU_ROWS_EDITION },
  { "curve.L", N_("L(r) − r"), 3, 0 },
  { "curve.low", N_("chance from"), 3, 0 },
  { "curve.high", N_("to"), 3, 0 },
  { "exact", N_("share of exact places"), 3, 0 },
  { "approximate", N_("share of approximate places"), 3, 0 },
  { "municipality", N_("share known to their municipality"), 3, 0 },
  { "unknown", N_("share of unknown precision"), 3, 0 },
  { "S10.located", N_("actors with a place"), 0, 0 },
  { "unlocated", N_("actors without a place"), 0, 0 },
  { "external", N_("pairs between grounds"), 0, 0 },
  { "internal", N_("pairs within a ground"), 0, 0 },
  { "left_out", N_("pairs left out, an end without ground"), 0, 0 },
  { "by_chance", N_("by chance, the mean of the draws"), 3, 0 },
  { "lift", N_("lift: observed over chance"), 3, 0 },
  { "percentile", N_("percentile among the draws"), 3, 0 },
  { "analytic", N_("by chance, in closed form"), 3, 0 },
  { "draws", N_("draws"), 0, 0 },
  { "lambda_all", N_("λ with institutional ties"), 4, 0 },
  { "lambda_interaction", N_("λ by interactions alone"), 4, 0 },
  { "component_all", N_("actors in the largest component, all ties"), 0, 0 },
  { "component_interaction", N_("actors in the largest component, interactions alone"), 0, 0 },
  { "modularity", N_("modularity of the grounds"), 3, 0 },
  { "modularity_cut", N_("where the modularity is cut, median of rewired graphs"), 3, 0 },
  { "lift_cut", N_("where the lift is cut, median of rewired graphs"), 3, 0 },
  { "rewirings", N_("rewired graphs"), 0, 0 },
  { "L2a.dyads", N_("new dated pairs"), 0, 0 },
  { "distant", N_("of them three or more steps apart before"), 0, 0 },
  { "year", N_("reference year"), 0, 0 },
  { "actors", N_("actors with two partners or more"), 0, 0 },
  { "outputs", N_("outputs with a producer"), 0, 0 },
  { "crossing", N_("of them by two grounds or more"), 0, 0 },
  { "evenness", N_("evenness"), 3, 0 },
  { "places", N_("places"), 0, 0 },
  { "spaces", N_("spaces: communities"), 0, 0 },
  { "projects", N_("projects"), 0, 0 },
  { "events", N_("events"), 0, 0 },
  { "commons", N_("actors tagged as commons"), 0, 0 },
  { "reach", N_("reach ρ: pairs that are connected"), 4, 0 },
  { "mediation", N_("mediation μ: shortest paths through the middleground"), 3, 0 },
  { "L3b.pairs", N_("pairs of upperground and underground"), 0, 0 },
  { "L3b.connected", N_("of them connected"), 0, 0 },
  { "mediation_with_emerging", N_("μ through the middleground or the emerging ground"), 3, 0 },
  { "bridging_with_emerging", N_("β through the middleground or the emerging ground"), 4, 0 },
  { "underground_in_upperground", N_("participations of the underground in devices of the upperground"), 0, 0 },
  { "upperground_in_underground", N_("participations of the upperground in devices of the underground"), 0, 0 },
  { "participations", N_("participations"), 0, 0 },
  { "blau", N_("Blau’s index by ground, unscaled"), 3, 0 },
  { "by_kind", N_("diversity by kind"), 3, 0 },
  { "by_municipality", N_("diversity by municipality"), 3, 0 },
  { "by_sector", N_("diversity by sector"), 3, 0 },
  { "devices", N_("Device by device"), 0, MILIEU_ROWS_EDITION },
  { "devices.participants", N_("participants"), 0, 0 },
  { "devices.ground", N_("diversity by ground"), 2, 0 },
  { "devices.kind", N_("by kind"), 2, 0 },
  { "devices.municipality", N_("by municipality"), 2, 0 },
  { "devices.sector", N_("by sector"), 2, 0 },
  { "decided", N_("ties by which institutions found or fund"), 0, 0 },
  { "together", N_("interactions with institutions"), 0, 0 },
  { "pairs", N_("pairs that met and were not tied before"), 0, 0 },
  { "conversions", N_("of them tied within two years"), 0, 0 },
  { "ambiguous", N_("pairs left out: tied in the very year, or undated"), 0, 0 },
  { "conversion", N_("share that tied"), 3, 0 },
  { "baseline", N_("share that tied among those who did not meet"), 3, 0 },
  { "low", N_("lift, low end of the 95% interval"), 2, 0 },
  { "high", N_("lift, high end of the 95% interval"), 2, 0 },
  { "baseline_pairs", N_("pairs that did not meet"), 0, 0 },
  { "matched_on_degree", N_("compared with random pairs of like degrees (1: yes)"), 0, 0 },
  { "present_once", N_("pairs that met at least once"), 0, 0 },
  { "present_twice", N_("pairs that met twice or more"), 0, 0 },
  { "repeat", N_("repeat co-attendance"), 3, 0 },
  { "returning", N_("attendees in common between editions (Jaccard)"), 3, 0 },
  { "editions", N_("Edition by edition"), 0, MILIEU_ROWS_EDITION },
  { "editions.participants", N_("participants"), 0, 0 },
  { "editions.first_time", N_("share there for the first time"), 2, 0 },
  { "editions.blau_ground", N_("Blau by ground"), 2, 0 },
  { "editions.shannon_ground", N_("Shannon by ground"), 2, 0 },
  { "editions.blau_kind", N_("Blau by kind"), 2, 0 },
  { "editions.shannon_kind", N_("Shannon by kind"), 2, 0 },
  { "editions.blau_municipality", N_("Blau by municipality"), 2, 0 },
  { "editions.shannon_municipality", N_("Shannon by municipality"), 2, 0 },
  { "projection", N_("Pairs that met most, each edition counted as 1/(d − 1)"), 3, MILIEU_ROWS_PAIR },
  { "entries", N_("entries in the year"), 0, 0 },
  { "exits", N_("exits in the year"), 0, 0 },
  { "active", N_("actors active the year before"), 0, 0 },
  { "entries_window", N_("entries over the last years"), 0, 0 },
  { "exits_window", N_("exits over the last years"), 0, 0 },
  { "newcomers", N_("newcomers"), 0, 0 },
  { "integrated", N_("of them with an interaction"), 0, 0 },
  { "L5c.external", N_("actors outside"), 0, 0 },
  { "strength", N_("weight of all interactions"), 1, 0 },
  { "R", N_("R, actors removed by degree"), 4, 0 },
  { "R_betweenness", N_("R, actors removed by betweenness"), 4, 0 },
  { "R_without_isolates", N_("R without the isolated"), 4, 0 },
  { "R_star_without_isolates", N_("R* without the isolated"), 4, 0 },
  { "R_all", N_("R of all ties, by degree"), 4, 0 },
  { "R_betweenness_all", N_("R of all ties, by betweenness"), 4, 0 },
  { "before", N_("connected cross-ground pairs"), 0, 0 },
  { "after", N_("of them without the main broker"), 0, 0 },
  { "L6b.top", N_("What is lost without each"), 3, MILIEU_ROWS_RANKED },
  { "redundant", N_("connected cross-ground pairs with two separate paths"), 0, 0 },
  { "connected", N_("connected cross-ground pairs"), 0, 0 },
  { "without_upperground", N_("λ without the actors of the upperground"), 4, 0 },
  { "upperground", N_("actors of the upperground"), 0, 0 },
  { "4.0.actors", N_("of so many actors"), 0, 0 },
  { "looked_for", N_("of them whose ties were looked for"), 0, 0 },
  { "dyads", N_("pairs that are tied"), 0, 0 },
  { "4.1.highest", N_("most partners of one actor"), 0, 0 },
  { "density", N_("density"), 4, 0 },
  { "mean_strength", N_("mean weight an actor"), 2, 0 },
  { "multiplex", N_("pairs tied in two ways or more"), 0, 0 },
  { "highest_normalised", N_("most partners, over n − 1"), 3, 0 },
  { "normalised", N_("normalised"), 4, 0 },
  { "top", N_("Most between"), 1, MILIEU_ROWS_RANKED },
  { "effective_size", N_("mean effective size"), 2, 0 },
  { "least", N_("lowest"), 3, 0 },
  { "coordinator", N_("coordinator pairs"), 0, 0 },
  { "coordinator_expected", N_("coordinator pairs by chance"), 1, 0 },
  { "itinerant", N_("itinerant pairs"), 0, 0 },
  { "itinerant_expected", N_("itinerant pairs by chance"), 1, 0 },
  { "gatekeeper", N_("gatekeeper and representative pairs"), 0, 0 },
  { "gatekeeper_expected", N_("gatekeeper and representative pairs by chance"), 1, 0 },
  { "liaison", N_("liaison pairs"), 0, 0 },
  { "liaison_expected", N_("liaison pairs by chance"), 1, 0 },
  { "brokers", N_("Who links grounds, in pairs"), 0, MILIEU_ROWS_RANKED },
  { "highest", N_("highest"), 3, 0 },
  { "assortativity", N_("assortativity"), 4, 0 },
  { "grounds", N_("E-I index by ground"), 2, MILIEU_ROWS_GROUND },
  { "components", N_("components"), 0, 0 },
  { "largest", N_("actors in the largest component"), 0, 0 },
  { "max_core", N_("highest k-core"), 0, 0 },
  { "core_members", N_("actors in it"), 0, 0 },
  { "bridges", N_("bridges"), 0, 0 },
  { "cut_points", N_("cut points"), 0, 0 },
  { "reciprocity", N_("reciprocity, ties without direction counted as mutual"), 3, 0 },
  { "reciprocity_directed", N_("reciprocity of directed ties alone"), 3, 0 },
  { "core_grounds", N_("Grounds of the highest core"), 0, MILIEU_ROWS_GROUND },
  { "carried_by_actor", N_("Cross-ground pairs that each cut point carries"), 0, MILIEU_ROWS_RANKED },
  { "carried_by_bridge", N_("Cross-ground pairs that each bridge carries"), 0, MILIEU_ROWS_PAIR },
  { "communities", N_("communities of three or more"), 0, 0 },
  { "agreement_with_grounds", N_("agreement with the grounds (adjusted mutual information)"), 3, 0 },
  { "modularity_of_grounds", N_("modularity of the grounds"), 3, 0 },
  { "4.9.ties", N_("interactions between located actors"), 0, 0 },
  { "located", N_("actors with a place"), 0, 0 },
  { "tied_km", N_("median distance of the tied, in km"), 1, 0 },
  { "untied_km", N_("median distance of the untied, in km"), 1, 0 },
  { "kilometres", N_("Interactions, in km"), 1, MILIEU_ROWS_TIE },
};

static const MilieuPartWords *
find (const char *first, const char *second)
{
  gsize length = strlen (first);

  for (guint i = 0; i < G_N_ELEMENTS (all_words); i++)
    {
      const char *key = all_words[i].key;

      if (second == NULL ? strcmp (key, first) == 0
                         : strncmp (key, first, length) == 0 && key[length] == '.' && strcmp (key + length + 1, second) == 0)
        return &all_words[i];
    }
  return NULL;
}

const MilieuPartWords *
milieu_result_part_words (const MilieuResult *result, const MilieuPart *part, gboolean column)
{
  const MilieuPartWords *words;

  if (column)
    return part->table != NULL ? find (part->table, part->name) : NULL;
  words = find (result->id, part->table != NULL ? part->table : part->name);
  return words != NULL ? words : find (part->table != NULL ? part->table : part->name, NULL);
}

char *
milieu_part_value (const MilieuPart *part, const MilieuPartWords *words, MilieuLanguage language)
{
  if (!isfinite (part->value))
    return g_strdup ("–");
  if (part->table == NULL && strcmp (part->name, "year") == 0)
    return g_strdup_printf ("%.0f", part->value);
  return milieu_words_number (language, part->value, words != NULL ? words->decimals : 0);
}

static const MilieuReadingActor *
actor_of (const MilieuReading *reading, const char *id)
{
  for (guint i = 0; i < reading->n_actors; i++)
    if (strcmp (reading->actors[i].id, id) == 0)
      return &reading->actors[i];
  return NULL;
}

guint32
milieu_part_actor (const MilieuReading *reading, const char *token)
{
  const MilieuReadingActor *actor = actor_of (reading, token);

  return actor != NULL ? actor->key : MILIEU_NO_KEY;
}

static char *
actor_words (const MilieuReading *reading, const char *id)
{
  const MilieuReadingActor *actor = actor_of (reading, id);

  return actor != NULL ? milieu_short_name (actor->name) : g_strdup (id);
}

static char *
pair_words (const char *one, const char *other)
{
  return g_strdup_printf ("%s – %s", one, other);
}

static char *
tie_words (const MilieuReading *reading, const char *id)
{
  for (guint i = 0; i < reading->n_ties; i++)
    if (strcmp (reading->ties[i].id, id) == 0)
      {
        g_autofree char *source = milieu_short_name (reading->actors[reading->ties[i].source].name);
        g_autofree char *target = milieu_short_name (reading->actors[reading->ties[i].target].name);

        return pair_words (source, target);
      }
  return g_strdup (id);
}

/* ids hold no white space: what follows one is the year of an edition */
static char *
edition_words (const MilieuReading *reading, const char *token)
{
  const char *year = strchr (token, ' ');
  g_autofree char *id = year != NULL ? g_strndup (token, year - token) : g_strdup (token);
  g_autofree char *name = actor_words (reading, id);

  return year != NULL && strcmp (year, " 0") != 0 ? g_strconcat (name, year, NULL) : g_steal_pointer (&name);
}

static char *
ground_words (const char *token, MilieuLanguage language)
{
  for (guint ground = 0; ground < MILIEU_N_GROUNDS; ground++)
    if (g_strcmp0 (milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, ground), token) == 0)
      return g_strdup (milieu_words (language, milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground)));
  return g_strdup (token);
}

char *
milieu_part_row (const MilieuReading *reading, MilieuRowsForm form, const char *token, MilieuLanguage language)
{
  switch (form)
    {
    case MILIEU_ROWS_RANKED:
      return actor_words (reading, token);
    case MILIEU_ROWS_TIE:
      return tie_words (reading, token);
    case MILIEU_ROWS_EDITION:
      return edition_words (reading, token);
    case MILIEU_ROWS_GROUND:
    case MILIEU_ROWS_CROSS:
      return ground_words (token, language);
    case MILIEU_ROWS_PAIR:
      {
        g_auto (GStrv) ids = g_strsplit (token, " – ", 2);
        g_autofree char *one = actor_words (reading, ids[0]);
        g_autofree char *other = actor_words (reading, ids[0] != NULL && ids[1] != NULL ? ids[1] : "");

        return pair_words (one, other);
      }
    default:
      return g_strdup (token);
    }
}
