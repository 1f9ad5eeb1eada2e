/* §5.5: are the meeting places in ordered dispersion, and is that a brake? */
#include "reading/questions.h"

#include "geo/projection.h"
#include "geo/statistics.h"
#include "reading/decay.h"
#include "reading/study-window.h"

#include <math.h>
#include <string.h>

/* metres: closer points are one address */
#define SAME_SITE 1.0
/* of a standard normal z, and of a permutation test */
#define FAR_FROM_CHANCE 1.96
#define BY_CHANCE 0.05
/* pairs that files name */
#define MANY_PLACES 60

typedef struct
{
  guint n, n_sites; /* places, precise or not, and their sites; centroids stack */
  guint n_precise;  /* precise sites */
  guint32 *of;
  MilieuMetres *metres, *sites;
  MilieuStudyWindow study; /* of the sites */
} Places;

typedef enum { NOT_EVALUABLE, DOES_NOT_HOLD, HOLDS } Claim;

typedef struct
{
  double ratio, corrected, z, concentration;
  guint pairs, tied, partners;
  double near, far; /* median kilometres of tied and untied pairs, NAN where there are none */
  MilieuDecay decay;
  Claim ordered, brake;
} Dispersion;

static void
places_clear (Places *places)
{
  g_free (places->of);
  g_free (places->metres);
  g_free (places->sites);
  milieu_study_window_clear (&places->study);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

/* the sites of points within the window; how many there are */
static guint
take_sites (const MilieuBasis *basis, Places *places, const MilieuMetres *points, guint n)
{
  guint n_sites = milieu_statistics_sites (points, n, SAME_SITE, places->sites);

  milieu_study_window_clear (&places->study);
  milieu_study_window_take (basis->snapshot, places->sites, n_sites, &places->study);
  return milieu_study_window_keep (&places->study, places->sites, n_sites);
}

/* the pattern is that of the precise sites; of all of them, for information, if those are too few */
static void
places_gather (const MilieuBasis *basis, Places *places)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  g_autofree MilieuMetres *precise = g_new (MilieuMetres, basis->n + 1);
  guint n = 0;

  places->of = g_new (guint32, basis->n + 1);
  places->metres = g_new (MilieuMetres, basis->n + 1);
  places->sites = g_new (MilieuMetres, basis->n + 1);
  for (guint v = 0; v < basis->n; v++)
    {
      const MilieuActor *actor = basis->actors[v];
      if (!milieu_basis_is_meeting_place (basis, v)
          || !milieu_projection_to_metres (projection, (MilieuDegrees) { actor->lon, actor->lat }, &places->metres[places->n]))
        continue;
      if (actor->precision == MILIEU_PRECISION_EXACT || actor->precision == MILIEU_PRECISION_APPROXIMATE)
        precise[n++] = places->metres[places->n];
      places->of[places->n++] = v;
    }
  places->n_sites = places->n_precise = take_sites (basis, places, precise, n);
  if (places->n_precise < MILIEU_STATISTICS_CLARK_EVANS_FEW)
    places->n_sites = take_sites (basis, places, places->metres, places->n);
}

/* R and its corrected form for information, whatever the number of sites */
static void
measure_pattern (const Places *places, Dispersion *dispersion)
{
  g_autofree double *nearest = g_new (double, places->n_sites + 1);
  const MilieuBounds *bounds = &places->study.window.bounds;
  double area = places->study.window.area, perimeter = 2 * (bounds->east - bounds->west + bounds->north - bounds->south);
  double mean = 0, expected, n = places->n_sites;

  if (!milieu_statistics_nearest (places->sites, places->n_sites, nearest) || !(area > 0))
    return;
  for (guint i = 0; i < places->n_sites; i++)
    mean += nearest[i] / n;
  expected = sqrt (area / n) / 2;
  dispersion->ratio = mean / expected;
  if (!places->study.window.outline) /* Donnelly's correction is for rectangles */
    dispersion->corrected = mean / (expected + (0.0514 + 0.0412 / sqrt (n)) * perimeter / n);
  dispersion->z = (mean - expected) / (sqrt ((4 - G_PI) * area / (4 * G_PI)) / n);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
measure_concentration (const MilieuBasis *basis, const Places *places, Dispersion *dispersion, MilieuResult *answer)
{
  g_autofree const char **names = g_new (const char *, places->n + 1);
  g_autofree guint *counts = g_new (guint, places->n + 1);
  guint known = 0, n = 0;

  for (guint i = 0; i < places->n; i++)
    if (basis->actors[places->of[i]]->municipality)
      names[known++] = basis->actors[places->of[i]]->municipality;
  qsort (names, known, sizeof (char *), compare_names);
  for (guint i = 0, run; i < known; i += run)
    {
      for (run = 1; i + run < known && strcmp (names[i], names[i + run]) == 0; run++);
      counts[n++] = run;
      milieu_result_add_cell (answer, "municipalities", NULL, names[i], run);
    }
  dispersion->concentration = milieu_statistics_concentration (counts, n, NULL);
}

/* somebody with whom both do something */
static gboolean
share_partner (const MilieuGraph *graph, guint32 a, guint32 b)
{
  for (guint i = graph->first[a]; i < graph->first[a + 1]; i++)
    if (milieu_graph_edge (graph, graph->neighbours[i], b) != MILIEU_NO_VERTEX)
      return TRUE;
  return FALSE;
}

static void
add_pair (const MilieuBasis *basis, const Places *places, guint i, guint j, gboolean tied, gboolean partner, MilieuResult *answer)
{
  g_autofree char *text = g_strdup_printf ("%s – %s", basis->actors[places->of[i]]->record.id,
                                           basis->actors[places->of[j]]->record.id);
  const char *name = g_string_chunk_insert_const (basis->strings, text);

  milieu_result_add_cell (answer, "between", name, "kilometres", hypot (places->metres[i].x - places->metres[j].x,
                                                                      places->metres[i].y - places->metres[j].y) / 1000);
  milieu_result_add_cell (answer, "between", name, "tied", tied);
  milieu_result_add_cell (answer, "between", name, "partner", partner);
}

static void
measure_pairs (const MilieuBasis *basis, const Places *places, Dispersion *dispersion, MilieuResult *answer)
{
  const MilieuGraph *interaction = basis->graphs[MILIEU_GRAPH_INTERACTION], *all = basis->graphs[MILIEU_GRAPH_ALL];
  MilieuDecay of_all;

  for (guint i = 0; i < places->n; i++)
    for (guint j = i + 1; j < places->n; j++)
      {
        gboolean tied = milieu_graph_edge (all, places->of[i], places->of[j]) != MILIEU_NO_VERTEX;
        gboolean partner = !tied && share_partner (interaction, places->of[i], places->of[j]);
        dispersion->tied += tied;
        dispersion->partners += partner;
        dispersion->pairs++;
        if (places->n <= MANY_PLACES)
          add_pair (basis, places, i, j, tied, partner, answer);
      }
  milieu_decay_measure (basis, interaction, places->of, places->metres, places->n, &dispersion->decay);
  milieu_decay_measure (basis, all, places->of, places->metres, places->n, &of_all);
  dispersion->near = of_all.tied_km;
  dispersion->far = of_all.untied_km;
}

/* A: more regular than chance; B: and distance lowers ties, without which there would be more */
static void
judge (const Places *places, Dispersion *dispersion)
{
  const MilieuDecay *decay = &dispersion->decay;

  dispersion->ordered = dispersion->brake = NOT_EVALUABLE;
  if (places->n_precise >= MILIEU_STATISTICS_CLARK_EVANS_FEW && !isnan (dispersion->z))
    dispersion->ordered = dispersion->ratio > 1 && dispersion->z > FAR_FROM_CHANCE ? HOLDS : DOES_NOT_HOLD;
  if (!isnan (decay->r))
    dispersion->brake = decay->r < 0 && decay->percentile < BY_CHANCE && decay->near_share > decay->share ? HOLDS : DOES_NOT_HOLD;
}

/* both claims must hold; one that fails is enough to say no */
static Claim
conclude (const Dispersion *dispersion)
{
  if (dispersion->ordered != HOLDS)
    return dispersion->ordered;
  return dispersion->brake;
}

/* ---- the sentence ---- */

static MilieuPhrase *
pattern_phrase (const Places *places, const Dispersion *dispersion)
{
  if (dispersion->ordered == NOT_EVALUABLE)
    return milieu_phrase_number (milieu_phrase_new (N_("for information ({needed} places needed)")), "needed",
                                 MILIEU_STATISTICS_CLARK_EVANS_FEW, 0);
  if (dispersion->z > FAR_FROM_CHANCE)
    return milieu_phrase_new (N_("pattern ordered"));
  return milieu_phrase_new (dispersion->z < -FAR_FROM_CHANCE ? N_("pattern clustered") : N_("pattern random"));
}

static MilieuPhrase *
tied_phrase (const Dispersion *dispersion)
{
  return milieu_phrase_number (milieu_phrase_new_plural ("{count} of {pairs} pairs tied directly",
                                                         "{count} of {pairs} pairs tied directly", dispersion->tied),
                               "pairs", dispersion->pairs, 0);
}

static MilieuPhrase *
distances_phrase (const Dispersion *dispersion)
{
  MilieuPhrase *phrase;

  if (dispersion->tied == 0)
    return milieu_phrase_number (milieu_phrase_new (N_("median distance {far} km")), "far", dispersion->far, 0);
  phrase = milieu_phrase_new (N_("median distance {near} km tied, {far} km untied"));
  return milieu_phrase_number (milieu_phrase_number (phrase, "near", dispersion->near, 0), "far", dispersion->far, 0);
}

static MilieuPhrase *
test_phrase (const Dispersion *dispersion)
{
  if (dispersion->brake == NOT_EVALUABLE)
    return milieu_phrase_number (milieu_phrase_new_plural (
      "whether distance lowers ties is not evaluable: {count} interaction among them, {needed} needed",
      "whether distance lowers ties is not evaluable: {count} interactions among them, {needed} needed",
      dispersion->decay.tied), "needed", MILIEU_DECAY_FEW, 0);
  return milieu_phrase_number (milieu_phrase_new (dispersion->brake == HOLDS
    ? N_("distance lowers ties (permutation p {p})") : N_("distance does not lower ties (permutation p {p})")),
    "p", dispersion->decay.percentile, 3);
}

/* the one that somebody chose is named */
static MilieuPhrase *
window_phrase (const Places *places)
{
  if (!places->study.chosen)
    return milieu_phrase_new (N_("In their bounding box"));
  return milieu_phrase_phrase (milieu_phrase_new (N_("In the window “{name}”")), "name", milieu_phrase_copy (places->study.name));
}

static MilieuPhrase *
sentence_of (const Places *places, const Dispersion *dispersion)
{
  static const char *const words[] = { N_("not evaluable"), N_("not supported"), N_("supported") };
  MilieuPhrase *phrase = milieu_phrase_new (N_("{window}, {places} places: R = {ratio} ({corrected} corrected), {pattern}. {tied}, {partners} share a partner; {distances}; {test}. The dispersion-as-brake hypothesis is {brake}."));

  milieu_phrase_phrase (phrase, "window", window_phrase (places));
  milieu_phrase_number (milieu_phrase_number (phrase, "places", places->n, 0), "ratio", dispersion->ratio, 3);
  milieu_phrase_number (phrase, "corrected", dispersion->corrected, 3);
  milieu_phrase_phrase (phrase, "pattern", pattern_phrase (places, dispersion));
  milieu_phrase_phrase (phrase, "tied", tied_phrase (dispersion));
  milieu_phrase_number (phrase, "partners", dispersion->partners, 0);
  milieu_phrase_phrase (phrase, "distances", distances_phrase (dispersion));
  milieu_phrase_phrase (phrase, "test", test_phrase (dispersion));
  return milieu_phrase_phrase (phrase, "brake", milieu_phrase_new (words[conclude (dispersion)]));
}

static void
fill_answer (const MilieuBasis *basis, const Places *places, const Dispersion *dispersion, MilieuResult *answer)
{
  static const char *const words[] = { "not-evaluable", "not-supported", "supported" };
  static const char *const claims[] = { "not-evaluable", "does-not-hold", "holds" };
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);

  for (guint i = 0; i < places->n; i++)
    actors[places->of[i]] = 1;
  milieu_result_behind (answer, basis, actors, NULL);
  milieu_result_add (milieu_result_add (answer, "places", places->n), "precise_sites", places->n_precise);
  milieu_result_add (milieu_result_add (answer, "R", dispersion->ratio), "corrected", dispersion->corrected);
  milieu_result_add (milieu_result_add (answer, "z", dispersion->z), "concentration", dispersion->concentration);
  milieu_result_add (milieu_result_add (answer, "pairs", dispersion->pairs), "tied", dispersion->tied);
  milieu_result_add (milieu_result_add (answer, "partners", dispersion->partners), "interactions", dispersion->decay.tied);
  milieu_result_add (milieu_result_add (answer, "tied_km", dispersion->near), "untied_km", dispersion->far);
  milieu_result_add (milieu_result_add (answer, "distance_r", dispersion->decay.r), "distance_p", dispersion->decay.percentile);
  milieu_result_add (milieu_result_add (answer, "near_share", dispersion->decay.near_share), "share", dispersion->decay.share);
  milieu_result_add_text (answer, "claim_ordered", claims[dispersion->ordered]);
  milieu_result_add_text (answer, "claim_brake", claims[dispersion->brake]);
  milieu_result_add_text (answer, "hypothesis", words[conclude (dispersion)]);
}

MilieuPhrase *
milieu_ask_dispersion (const MilieuBasis *basis, MilieuResult *answer)
{
  g_auto (Places) places = { 0 };
  Dispersion dispersion = { .ratio = NAN, .corrected = NAN, .z = NAN, .concentration = NAN };
  MilieuPhrase *sentence;

  places_gather (basis, &places);
  if (places.n < 2)
    return milieu_answer_refuse (answer, milieu_phrase_new (N_("Not evaluable: fewer than two located meeting places. Enter places and infrastructures, their grounds and where they are.")));
  if (!milieu_basis_allows (basis, (double) places.n * places.n))
    return milieu_answer_refuse (answer, milieu_measure_reason (MILIEU_MEASURE_TOO_LARGE));
  measure_pattern (&places, &dispersion);
  measure_concentration (basis, &places, &dispersion, answer);
  measure_pairs (basis, &places, &dispersion, answer);
  judge (&places, &dispersion);
  fill_answer (basis, &places, &dispersion, answer);
  sentence = sentence_of (&places, &dispersion);
  if (conclude (&dispersion) == NOT_EVALUABLE)
    return milieu_answer_refuse (answer, sentence);
  milieu_result_set (answer, dispersion.ratio, 3);
  return sentence;
}
