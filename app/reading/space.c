/* Structural reading, where it lies: centre, spread, concentration, pattern. */
#include "reading/basis.h"
#include "geo/projection.h"
#include "geo/statistics.h"
#include "model/random.h"

#include <math.h>
#include <string.h>

/* metres: closer points are one address */
#define SAME_SITE 1.0
/* Ripley: fewest sites, simulated patterns */
#define FEW_SITES 20
#define PATTERNS 99
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

/* complete spatial randomness */
static void
throw_sites (MilieuRandom *random, const MilieuBounds *window, MilieuMetres *drawn, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      drawn[i].x = window->west + milieu_random_fraction (random) * (window->east - window->west);
      drawn[i].y = window->south + milieu_random_fraction (random) * (window->north - window->south);
    }
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
  milieu_result_remark (result, precision_remark (located));
}

/* the window decides the sign, the precision how far to trust it: both always stand beside */
static MilieuPhrase *
window_remark (const Located *precise, guint n)
{
  MilieuPhrase *phrase = milieu_phrase_new (n < MILIEU_STATISTICS_CLARK_EVANS_CAUTION
                                              ? N_("{window}; only {sites}; {precision}") : N_("{window}; {sites}; {precision}"));

  milieu_phrase_phrase (phrase, "window", milieu_phrase_new (N_("window: bounding box")));
  milieu_phrase_phrase (phrase, "sites", milieu_phrase_new_plural ("{count} site", "{count} sites", n));
  return milieu_phrase_phrase (phrase, "precision", precision_remark (precise));
}

/* P3: where R stands among those of as many sites thrown into the same window */
static void
add_simulated_percentile (MilieuBasis *basis, MilieuResult *result, const MilieuMetres *sites, guint n, double ratio)
{
  g_autofree MilieuMetres *drawn = g_new (MilieuMetres, n + 1);
  MilieuRandom random;
  MilieuBounds window;
  guint at_most = 0;

  milieu_bounds_init (&window);
  for (guint i = 0; i < n; i++)
    milieu_bounds_add (&window, sites[i]);
  if (!milieu_basis_allows (basis, (double) n * n * SIMULATIONS))
    return;
  milieu_random_init (&random, basis->seed);
  for (guint draw = 0; draw < SIMULATIONS && !milieu_basis_cancelled (basis); draw++)
    {
      MilieuClarkEvans pattern;
      throw_sites (&random, &window, drawn, n);
      at_most += milieu_statistics_clark_evans (drawn, n, &window, &pattern) && pattern.ratio <= ratio;
    }
  milieu_result_add (milieu_result_add (result, "percentile", (double) at_most / SIMULATIONS), "simulations", SIMULATIONS);
}

static void
add_clark_evans (MilieuBasis *basis, GPtrArray *results, const Located *precise, const MilieuMetres *sites, guint n)
{
  MilieuResult *result = milieu_results_add (results, "S8", MILIEU_SIDE_STRUCTURAL);
  MilieuClarkEvans pattern;

  milieu_result_behind (result, basis, precise->mask, NULL);
  if (n < MILIEU_STATISTICS_CLARK_EVANS_FEW)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} site known precisely, {needed} needed", "{count} sites known precisely, {needed} needed", n),
      "needed", MILIEU_STATISTICS_CLARK_EVANS_FEW, 0));
  else if (!milieu_statistics_clark_evans (sites, n, NULL, &pattern))
    milieu_result_refuse (result, milieu_phrase_new (N_("the sites lie on one line: their window has no area")));
  else
    {
      milieu_result_set (result, pattern.ratio, 3);
      milieu_result_add (milieu_result_add (result, "corrected", pattern.corrected), "z", pattern.z);
      milieu_result_remark (result, window_remark (precise, n));
      add_simulated_percentile (basis, result, sites, n, pattern.ratio);
    }
  milieu_result_add (milieu_result_add (result, "n", n), "actors", precise->n);
}

/* L(r) − r with the translation correction in a rectangle */
static double
ripley (const MilieuMetres *sites, guint n, const MilieuBounds *window, double r)
{
  double width = window->east - window->west, height = window->north - window->south;
  double area = width * height, sum = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        double dx = fabs (sites[i].x - sites[j].x), dy = fabs (sites[i].y - sites[j].y);
        if (dx * dx + dy * dy <= r * r)
          sum += 2 * area / ((width - dx) * (height - dy));
      }
  return sqrt (area / ((double) n * (n - 1)) * sum / G_PI) - r;
}

static void
simulate_ripley (MilieuBasis *basis, guint n, const MilieuBounds *window, double r, double *low, double *high)
{
  g_autofree MilieuMetres *drawn = g_new (MilieuMetres, n);
  MilieuRandom random;

  milieu_random_init (&random, basis->seed);
  *low = INFINITY;
  *high = -INFINITY;
  for (guint draw = 0; draw < PATTERNS && !milieu_basis_cancelled (basis); draw++)
    {
      double value;
      throw_sites (&random, window, drawn, n);
      value = ripley (drawn, n, window, r);
      *low = MIN (*low, value);
      *high = MAX (*high, value);
    }
}

static void
add_ripley (MilieuBasis *basis, GPtrArray *results, const Located *precise, const MilieuMetres *sites, guint n)
{
  MilieuResult *result = milieu_results_add (results, "S9", MILIEU_SIDE_STRUCTURAL);
  MilieuBounds window;
  g_autoptr (GChecksum) rests_on = NULL;
  double r, band[2];

  milieu_bounds_init (&window);
  for (guint i = 0; i < n; i++)
    milieu_bounds_add (&window, sites[i]);
  milieu_result_behind (result, basis, precise->mask, NULL);
  r = MIN (window.east - window.west, window.north - window.south) / 4;
  if (n < FEW_SITES || !(r > 0))
    {
      milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
        "{count} site known precisely, {needed} needed", "{count} sites known precisely, {needed} needed", n),
        "needed", FEW_SITES, 0));
      return;
    }
  if (!milieu_basis_allows (basis, (double) n * n * PATTERNS / 5))
    {
      milieu_result_postpone (result, (double) n * n * PATTERNS / MILIEU_STEPS_PER_SECOND);
      return;
    }
  rests_on = milieu_basis_rests_on (basis, "patterns", basis->graphs[MILIEU_GRAPH_ALL]);
  g_checksum_update (rests_on, (const guchar *) sites, sizeof *sites * n);
  if (!milieu_basis_recall (basis, rests_on, band, sizeof band))
    {
      simulate_ripley (basis, n, &window, r, &band[0], &band[1]);
      milieu_basis_keep (basis, rests_on, band, sizeof band);
    }
  milieu_result_set (result, ripley (sites, n, &window, r) / 1000, 3);
  milieu_result_add (milieu_result_add (result, "r", r / 1000), "low", band[0] / 1000);
  milieu_result_add (milieu_result_add (result, "high", band[1] / 1000), "n", n);
  result->unit = "km";
  milieu_result_remark (result, window_remark (precise, n));
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
  g_autofree MilieuMetres *sites = g_new (MilieuMetres, basis->n + 1);
  guint n;

  locate (basis, FALSE, projection, &located);
  locate (basis, TRUE, projection, &precise);
  n = milieu_statistics_sites (precise.metres, precise.n, SAME_SITE, sites);
  add_centre (basis, results, projection, &located);
  add_concentration (basis, results, &located, &precise);
  add_clark_evans (basis, results, &precise, sites, n);
  add_ripley (basis, results, &precise, sites, n);
  add_precision (basis, results, &located);
}
