/* Structural reading, where it lies: centre, spread, concentration, pattern. */
#include "reading/municipalities.h"
#include "reading/study-window.h"

#include "geo/projection.h"
#include "geo/statistics.h"

#include <math.h>
#include <string.h>

/* metres: closer points are one address */
#define SAME_SITE 1.0
/* Ripley: fewest sites, simulated patterns, distances up to a quarter of the window's shorter side */
#define FEW_SITES 20
#define PATTERNS 99
#define DISTANCES 10
/* patterns that Clark-Evans is compared with */
#define SIMULATIONS 999

/* the located actors of the n, in metres */
typedef struct
{
  guint n;
  guint *of; /* index of the actor */
  MilieuMetres *metres;
  guint8 *mask;
  guint by_precision[MILIEU_N_PRECISIONS];
} Located;

static void
located_clear (Located *located)
{
  g_free (located->of);
  g_free (located->metres);
  g_free (located->mask);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Located, located_clear)

static void
locate (MilieuBasis *basis, gboolean precise, MilieuProjection *projection, Located *located)
{
  memset (located, 0, sizeof *located);
  located->of = g_new (guint, basis->n + 1);
  located->metres = g_new (MilieuMetres, basis->n + 1);
  located->mask = milieu_basis_no_actors (basis);
  for (guint i = 0; i < basis->n; i++)
    {
      const MilieuActor *actor = basis->actors[i];
      MilieuDegrees degrees = { actor->lon, actor->lat };
      gboolean sharp = actor->precision == MILIEU_PRECISION_EXACT || actor->precision == MILIEU_PRECISION_APPROXIMATE;
      if (!milieu_actor_is_located (actor) || (precise && !sharp)
          || !milieu_projection_to_metres (projection, degrees, &located->metres[located->n]))
        continue;
      located->by_precision[MIN (actor->precision, MILIEU_N_PRECISIONS - 1)]++;
      located->mask[i] = 1;
      located->of[located->n++] = i;
    }
}

/* the precise sites within the window in which their pattern is read */
typedef struct
{
  MilieuStudyWindow study;
  MilieuMetres *metres;
  guint n, outside;
} Sites;

static void
sites_clear (Sites *sites)
{
  milieu_study_window_clear (&sites->study);
  g_free (sites->metres);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sites, sites_clear)

static void
take_sites (const MilieuBasis *basis, const Located *precise, Sites *sites)
{
  guint n;

  sites->metres = g_new (MilieuMetres, precise->n + 1);
  n = milieu_statistics_sites (precise->metres, precise->n, SAME_SITE, sites->metres);
  milieu_study_window_take (basis->snapshot, sites->metres, n, &sites->study);
  sites->n = milieu_study_window_keep (&sites->study, sites->metres, n);
  sites->outside = n - sites->n;
}

/* complete spatial randomness */
static void
throw_sites (MilieuRandom *random, const MilieuPatternWindow *window, MilieuMetres *drawn, guint n)
{
  for (guint i = 0; i < n; i++)
    drawn[i] = milieu_pattern_window_throw (window, random);
}

static MilieuPhrase *
too_few_places (guint n, guint needed)
{
  return milieu_phrase_number (milieu_phrase_new_plural ("{count} located actor, {needed} needed",
                                                         "{count} located actors, {needed} needed", n),
                               "needed", needed, 0);
}

static MilieuPhrase *
precision_remark (const Located *located)
{
  MilieuPhrase *phrase = milieu_phrase_new (
    N_("places: {exact} exact, {approximate} approximate, {municipality} known to their municipality"));

  milieu_phrase_number (phrase, "exact", located->by_precision[MILIEU_PRECISION_EXACT], 0);
  milieu_phrase_number (phrase, "approximate", located->by_precision[MILIEU_PRECISION_APPROXIMATE], 0);
  return milieu_phrase_number (phrase, "municipality", located->by_precision[MILIEU_PRECISION_MUNICIPALITY], 0);
}

static void
add_centre (MilieuBasis *basis, GPtrArray *results, MilieuProjection *projection, const Located *located)
{
  MilieuResult *centre = milieu_results_add (results, "S5", MILIEU_SIDE_STRUCTURAL);
  MilieuResult *distance = milieu_results_add (results, "S6", MILIEU_SIDE_STRUCTURAL);
  MilieuMetres metres;
  MilieuDegrees degrees;

  milieu_result_behind (centre, basis, located->mask, NULL);
  milieu_result_behind (distance, basis, located->mask, NULL);
  if (!milieu_statistics_centre (located->metres, located->n, &metres)
      || !milieu_projection_to_degrees (projection, metres, &degrees))
    {
      milieu_result_refuse (centre, too_few_places (located->n, MILIEU_STATISTICS_FEW));
      milieu_result_refuse (distance, too_few_places (located->n, MILIEU_STATISTICS_FEW));
      return;
    }
  milieu_result_set (centre, NAN, 4); /* a point: its parts say it all */
  milieu_result_add (milieu_result_add (centre, "lon", degrees.lon), "lat", degrees.lat);
  milieu_result_remark (centre, precision_remark (located));
  milieu_result_set (distance, milieu_statistics_standard_distance (located->metres, located->n) / 1000, 1);
  milieu_result_remark (distance, precision_remark (located));
  distance->unit = "km";
}

static char *
municipality_of (const MilieuActor *actor)
{
  if (actor->insee)
    return g_strdup (actor->insee);
  return actor->municipality ? milieu_words_fold (actor->municipality) : NULL;
}

/* counts of actors by municipality, in the order of first appearance */
static guint
count_municipalities (MilieuBasis *basis, const Located *located, guint *counts, const char **names)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < located->n; i++)
    {
      const MilieuActor *actor = basis->actors[located->of[i]];
      char *key = municipality_of (actor);
      gpointer at;
      if (!key)
        continue;
      if (g_hash_table_lookup_extended (found, key, NULL, &at))
        g_free (key);
      else
        {
          at = GUINT_TO_POINTER (n);
          names[n] = actor->municipality ? actor->municipality : actor->insee;
          counts[n++] = 0;
          g_hash_table_insert (found, key, at);
        }
      counts[GPOINTER_TO_UINT (at)]++;
    }
  return n;
}

static void
add_concentration (MilieuBasis *basis, GPtrArray *results, const Located *located, const Located *precise)
{
  MilieuResult *result = milieu_results_add (results, "S7", MILIEU_SIDE_STRUCTURAL);
  g_autofree guint *counts = g_new0 (guint, basis->n + 1);
  g_autofree const char **names = g_new0 (const char *, basis->n + 1);
  guint n = count_municipalities (basis, precise, counts, names);
  double of_precise = milieu_statistics_concentration (counts, n, NULL), effective, index;

  n = count_municipalities (basis, located, counts, names);
  index = milieu_statistics_concentration (counts, n, &effective);
  milieu_result_behind (result, basis, located->mask, NULL);
  if (n == 0)
    {
      milieu_result_refuse (result, milieu_phrase_new (N_("no located actor has a municipality")));
      return;
    }
  milieu_result_set (result, index, 3);
  milieu_result_add (milieu_result_add (result, "effective", effective), "gini", milieu_statistics_gini (counts, n));
  milieu_result_add (milieu_result_add (result, "municipalities", n), "precise", of_precise);
  for (guint i = 0; i < n; i++)
    milieu_result_add_cell (result, "counts", NULL, names[i], counts[i]);
  milieu_municipalities_add (basis, located->of, located->n, result);
  milieu_result_remark (result, precision_remark (located));
}

/* the window decides the sign, the precision how far to trust it: both always stand beside */
static MilieuPhrase *
window_remark (const Located *precise, const Sites *sites)
{
  MilieuPhrase *phrase = milieu_phrase_new (sites->n < MILIEU_STATISTICS_CLARK_EVANS_CAUTION
                                              ? N_("{window}; only {sites}; {precision}") : N_("{window}; {sites}; {precision}"));
  MilieuPhrase *window = milieu_phrase_new (sites->outside > 0 ? N_("window: {name}, {outside} left out") : N_("window: {name}"));

  milieu_phrase_phrase (window, "name", milieu_phrase_copy (sites->study.name));
  milieu_phrase_phrase (window, "outside", milieu_phrase_new_plural ("{count} site", "{count} sites", sites->outside));
  milieu_phrase_phrase (phrase, "window", window);
  milieu_phrase_phrase (phrase, "sites", milieu_phrase_new_plural ("{count} site", "{count} sites", sites->n));
  return milieu_phrase_phrase (phrase, "precision", precision_remark (precise));
}

static MilieuPhrase *
too_few_sites (const Sites *sites, guint needed)
{
  MilieuPhrase *phrase = milieu_phrase_new_plural ("{count} site known precisely in the window ({window}), {needed} needed",
                                                   "{count} sites known precisely in the window ({window}), {needed} needed",
                                                   sites->n);

  milieu_phrase_phrase (phrase, "window", milieu_phrase_copy (sites->study.name));
  return milieu_phrase_number (phrase, "needed", needed, 0);
}

/* P3: where R stands among those of as many sites thrown into the same window */
static void
add_simulated_percentile (MilieuBasis *basis, MilieuResult *result, const Sites *sites, double ratio)
{
  const MilieuPatternWindow *window = &sites->study.window;
  g_autofree MilieuMetres *drawn = g_new (MilieuMetres, sites->n + 1);
  MilieuRandom random;
  guint at_most = 0;

  if (!milieu_basis_allows (basis, (double) sites->n * sites->n * SIMULATIONS))
    return;
  milieu_random_init (&random, basis->seed);
  for (guint draw = 0; draw < SIMULATIONS && !milieu_basis_cancelled (basis); draw++)
    {
      MilieuClarkEvans pattern;
      throw_sites (&random, window, drawn, sites->n);
      at_most += milieu_statistics_clark_evans (drawn, sites->n, window, &pattern) && pattern.ratio <= ratio;
    }
  milieu_result_add (milieu_result_add (result, "percentile", (double) at_most / SIMULATIONS), "simulations", SIMULATIONS);
}

static void
add_clark_evans (MilieuBasis *basis, GPtrArray *results, const Located *precise, const Sites *sites)
{
  MilieuResult *result = milieu_results_add (results, "S8", MILIEU_SIDE_STRUCTURAL);
  MilieuClarkEvans pattern;

  milieu_result_behind (result, basis, precise->mask, NULL);
  if (sites->n < MILIEU_STATISTICS_CLARK_EVANS_FEW)
    milieu_result_refuse (result, too_few_sites (sites, MILIEU_STATISTICS_CLARK_EVANS_FEW));
  else if (!milieu_statistics_clark_evans (sites->metres, sites->n, &sites->study.window, &pattern))
    milieu_result_refuse (result, milieu_phrase_new (N_("the sites lie on one line: their window has no area")));
  else
    {
      milieu_result_set (result, pattern.ratio, 3);
      milieu_result_add (milieu_result_add (result, "corrected", pattern.corrected), "z", pattern.z);
      milieu_result_remark (result, window_remark (precise, sites));
      add_simulated_percentile (basis, result, sites, pattern.ratio);
      milieu_result_add (result, "area", pattern.area / 1e6);
    }
  milieu_result_add (milieu_result_add (result, "n", sites->n), "actors", precise->n);
}

/* L(r) − r at each distance, and between what chance gives it; metres */
typedef struct
{
  double r[DISTANCES], found[DISTANCES], low[DISTANCES], high[DISTANCES];
} Ripley;

static void
simulate_ripley (MilieuBasis *basis, const Sites *sites, Ripley *ripley)
{
  const MilieuPatternWindow *window = &sites->study.window;
  g_autofree MilieuMetres *drawn = g_new (MilieuMetres, sites->n);
  MilieuRandom random;

  milieu_random_init (&random, basis->seed);
  for (guint i = 0; i < DISTANCES; i++)
    {
      ripley->low[i] = INFINITY;
      ripley->high[i] = -INFINITY;
    }
  for (guint draw = 0; draw < PATTERNS && !milieu_basis_cancelled (basis); draw++)
    {
      throw_sites (&random, window, drawn, sites->n);
      for (guint i = 0; i < DISTANCES; i++)
        {
          double value = milieu_pattern_window_ripley (window, drawn, sites->n, ripley->r[i]);

          ripley->low[i] = fmin (ripley->low[i], value);
          ripley->high[i] = fmax (ripley->high[i], value);
        }
    }
}

static void
measure_ripley (MilieuBasis *basis, const Sites *sites, double most, Ripley *ripley)
{
  const MilieuPatternWindow *window = &sites->study.window;
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "patterns", basis->graphs[MILIEU_GRAPH_ALL]);

  g_checksum_update (rests_on, (const guchar *) sites->metres, sizeof (MilieuMetres) * sites->n);
  g_checksum_update (rests_on, (const guchar *) &window->bounds, sizeof window->bounds);
  g_checksum_update (rests_on, (const guchar *) &window->area, sizeof window->area);
  if (milieu_basis_recall (basis, rests_on, ripley, sizeof *ripley))
    return;
  for (guint i = 0; i < DISTANCES; i++)
    {
      ripley->r[i] = most * (i + 1) / DISTANCES;
      ripley->found[i] = milieu_pattern_window_ripley (window, sites->metres, sites->n, ripley->r[i]);
    }
  simulate_ripley (basis, sites, ripley);
  milieu_basis_keep (basis, rests_on, ripley, sizeof *ripley);
}

static void
set_ripley (MilieuBasis *basis, MilieuResult *result, const Ripley *ripley)
{
  guint last = DISTANCES - 1;

  /* far from any border nobody may be left */
  while (last > 0 && !isfinite (ripley->found[last]))
    last--;
  if (!isfinite (ripley->found[last]))
    {
      milieu_result_refuse (result, milieu_phrase_new (N_("no site is far enough from the border of the window")));
      return;
    }
  milieu_result_set (result, ripley->found[last] / 1000, 3);
  milieu_result_add (result, "r", ripley->r[last] / 1000);
  milieu_result_add (milieu_result_add (result, "low", ripley->low[last] / 1000), "high", ripley->high[last] / 1000);
  for (guint i = 0; i <= last; i++)
    {
      g_autofree char *r = g_strdup_printf ("%.3f", ripley->r[i] / 1000);
      const char *row = g_string_chunk_insert_const (basis->strings, r);

      milieu_result_add_cell (result, "curve", row, "L", ripley->found[i] / 1000);
      milieu_result_add_cell (result, "curve", row, "low", isfinite (ripley->low[i]) ? ripley->low[i] / 1000 : NAN);
      milieu_result_add_cell (result, "curve", row, "high", isfinite (ripley->high[i]) ? ripley->high[i] / 1000 : NAN);
    }
}

static void
add_ripley (MilieuBasis *basis, GPtrArray *results, const Located *precise, const Sites *sites)
{
  MilieuResult *result = milieu_results_add (results, "S9", MILIEU_SIDE_STRUCTURAL);
  const MilieuBounds *bounds = &sites->study.window.bounds;
  double most = sites->study.window.area > 0 ? MIN (bounds->east - bounds->west, bounds->north - bounds->south) / 4 : 0;
  double work = (double) sites->n * sites->n * PATTERNS * DISTANCES;
  Ripley ripley;

  milieu_result_behind (result, basis, precise->mask, NULL);
  milieu_result_add (result, "n", sites->n);
  if (sites->n < FEW_SITES || !(most > 0))
    {
      milieu_result_refuse (result, too_few_sites (sites, FEW_SITES));
      return;
    }
  if (!milieu_basis_allows (basis, work / 10))
    {
      milieu_result_postpone (result, work / MILIEU_STEPS_PER_SECOND);
      return;
    }
  measure_ripley (basis, sites, most, &ripley);
  result->unit = "km";
  milieu_result_remark (result, window_remark (precise, sites));
  set_ripley (basis, result, &ripley);
}

static void
add_precision (MilieuBasis *basis, GPtrArray *results, const Located *located)
{
  MilieuResult *result = milieu_results_add (results, "S10", MILIEU_SIDE_STRUCTURAL);
  double n = located->n;

  milieu_result_behind (result, basis, located->mask, NULL);
  if (located->n == 0)
    {
      milieu_result_refuse (result, too_few_places (0, 1));
      return;
    }
  milieu_result_set (result, (located->by_precision[MILIEU_PRECISION_EXACT]
                              + located->by_precision[MILIEU_PRECISION_APPROXIMATE]) / n, 3);
  milieu_result_add (result, "exact", located->by_precision[MILIEU_PRECISION_EXACT] / n);
  milieu_result_add (result, "approximate", located->by_precision[MILIEU_PRECISION_APPROXIMATE] / n);
  milieu_result_add (result, "municipality", located->by_precision[MILIEU_PRECISION_MUNICIPALITY] / n);
  milieu_result_add (result, "unknown", located->by_precision[MILIEU_PRECISION_NONE] / n);
  milieu_result_add (result, "located", n);
  milieu_result_add (result, "unlocated", basis->n - n);
}

void
milieu_read_space (MilieuBasis *basis, GPtrArray *results)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  g_auto (Located) located = { 0 };
  g_auto (Located) precise = { 0 };
  g_auto (Sites) sites = { 0 };

  locate (basis, FALSE, projection, &located);
  locate (basis, TRUE, projection, &precise);
  take_sites (basis, &precise, &sites);
  add_centre (basis, results, projection, &located);
  add_concentration (basis, results, &located, &precise);
  add_clark_evans (basis, results, &precise, &sites);
  add_ripley (basis, results, &precise, &sites);
  add_precision (basis, results, &located);
}
