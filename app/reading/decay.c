#include "reading/decay.h"

#include "model/random.h"
#include "reading/null.h"

#include <math.h>

typedef struct
{
  const MilieuMetres *metres;
  guint n;
  guint32 *ties; /* 2 · n_ties indices of located actors */
  guint n_ties;
} Located;

static double
metres_between (const Located *located, guint i, guint j)
{
  double dx = located->metres[i].x - located->metres[j].x, dy = located->metres[i].y - located->metres[j].y;

  return sqrt (dx * dx + dy * dy);
}

static void
find_ties (Located *located, const MilieuGraph *graph, const guint32 *of)
{
  g_autofree guint32 *index = g_new (guint32, graph->n + 1);

  for (guint v = 0; v < graph->n; v++)
    index[v] = MILIEU_NO_VERTEX;
  for (guint i = 0; i < located->n; i++)
    index[of[i]] = i;
  located->ties = g_new (guint32, 2 * graph->m + 1);
  for (guint e = 0; e < graph->m; e++)
    {
      guint32 a = index[graph->edges[e].a], b = index[graph->edges[e].b];
      if (a == MILIEU_NO_VERTEX || b == MILIEU_NO_VERTEX)
        continue;
      located->ties[2 * located->n_ties] = a;
      located->ties[2 * located->n_ties++ + 1] = b;
    }
}

/* log distances of the tied when actor i stands where order[i] stood */
static double
sum_tied (const Located *located, const guint32 *order)
{
  double sum = 0;

  for (guint i = 0; i < located->n_ties; i++)
    sum += log (metres_between (located, order[located->ties[2 * i]], order[located->ties[2 * i + 1]]) + 1);
  return sum;
}

/* Pearson's r from the sum over the tied pairs, a tie being 1 and none 0 */
static double
correlation (const Located *located, double tied_sum)
{
  double pairs = located->n * (located->n - 1.0) / 2, share = located->n_ties / pairs, sum = 0, squares = 0;

  for (guint i = 0; i < located->n; i++)
    for (guint j = i + 1; j < located->n; j++)
      {
        double d = log (metres_between (located, i, j) + 1);
        sum += d;
        squares += d * d;
      }
  if (!(squares - sum * sum / pairs > 1e-9 * squares) || share >= 1)
    return NAN;
  return (tied_sum - located->n_ties * sum / pairs) / sqrt ((squares - sum * sum / pairs) * pairs * share * (1 - share));
}

static double
percentile (const MilieuBasis *basis, const Located *located, double observed)
{
  g_autofree guint32 *order = g_new (guint32, located->n + 1);
  MilieuRandom random;
  guint at_most = 0;

  for (guint i = 0; i < located->n; i++)
    order[i] = i;
  milieu_random_init (&random, basis->seed);
  for (guint draw = 0; draw < MILIEU_DECAY_PERMUTATIONS && !milieu_basis_cancelled (basis); draw++)
    {
      milieu_random_shuffle (&random, order, located->n);
      at_most += sum_tied (located, order) <= observed + 1e-9;
    }
  return (double) at_most / MILIEU_DECAY_PERMUTATIONS;
}

/* medians of tied and untied pairs, and how many of the nearer half are tied */
static void
compare_distances (const Located *located, const MilieuGraph *graph, const guint32 *of, MilieuDecay *decay)
{
  g_autofree double *tied = g_new (double, decay->pairs + 1);
  g_autofree double *untied = g_new (double, decay->pairs + 1);
  g_autofree double *all = g_new (double, decay->pairs + 1);
  guint n_tied = 0, n_untied = 0, near = 0, near_tied = 0;
  double middle;

  for (guint i = 0; i < located->n; i++)
    for (guint j = i + 1; j < located->n; j++)
      {
        double kilometres = metres_between (located, i, j) / 1000;
        all[n_tied + n_untied] = kilometres;
        if (milieu_graph_edge (graph, of[i], of[j]) != MILIEU_NO_VERTEX)
          tied[n_tied++] = kilometres;
        else
          untied[n_untied++] = kilometres;
      }
  middle = milieu_null_median (all, decay->pairs);
  decay->tied_km = milieu_null_median (tied, n_tied);
  decay->untied_km = milieu_null_median (untied, n_untied);
  for (guint i = 0; i < n_tied; i++)
    near_tied += tied[i] <= middle;
  for (guint i = 0; i < n_untied; i++)
    near += untied[i] <= middle;
  near += near_tied;
  decay->near_share = near > 0 ? (double) near_tied / near : NAN;
}

static void
measure (const MilieuBasis *basis, const MilieuGraph *graph, const guint32 *of, const MilieuMetres *metres, guint n,
         MilieuDecay *decay)
{
  Located located = { metres, n };
  g_autofree guint32 *order = g_new (guint32, n + 1);
  double tied_sum;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  find_ties (&located, graph, of);
  *decay = (MilieuDecay) { n > 0 ? (gsize) n * (n - 1) / 2 : 0, located.n_ties, NAN, NAN, NAN, NAN, NAN, NAN };
  compare_distances (&located, graph, of, decay);
  if (decay->pairs > 0)
    decay->share = (double) decay->tied / decay->pairs;
  tied_sum = sum_tied (&located, order);
  if (located.n_ties >= MILIEU_DECAY_FEW)
    decay->r = correlation (&located, tied_sum);
  if (!isnan (decay->r))
    decay->percentile = percentile (basis, &located, tied_sum);
  g_free (located.ties);
}

void
milieu_decay_measure (const MilieuBasis *basis, const MilieuGraph *graph, const guint32 *of, const MilieuMetres *metres,
                      guint n, MilieuDecay *decay)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "decay", graph);

  g_checksum_update (rests_on, (const guchar *) of, sizeof *of * n);
  g_checksum_update (rests_on, (const guchar *) metres, sizeof *metres * n);
  if (milieu_basis_recall (basis, rests_on, decay, sizeof *decay))
    return;
  measure (basis, graph, of, metres, n, decay);
  milieu_basis_keep (basis, rests_on, decay, sizeof *decay);
}
