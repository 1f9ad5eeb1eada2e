/* §4.8 and 4.9: do events make ties, does distance unmake them? */
#include "reading/conversion.h"
#include "geo/projection.h"
#include "model/random.h"

#include <math.h>

/* indicators §4.9 */
#define FEW_TIES 5
#define PERMUTATIONS 5000

/* the located actors, and for each pair of them log distance and tie */
typedef struct
{
  guint n, ties;
  guint32 *of;
  double *distance; /* n · n, log of metres + 1 */
  guint8 *tied;     /* n · n */
} Decay;

static void
decay_clear (Decay *decay)
{
  g_free (decay->of);
  g_free (decay->distance);
  g_free (decay->tied);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decay, decay_clear)

static void
decay_gather (const MilieuBasis *basis, Decay *decay)
{
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  g_autofree MilieuMetres *metres = g_new (MilieuMetres, basis->n + 1);

  decay->of = g_new (guint32, basis->n + 1);
  for (guint i = 0; i < basis->n; i++)
    if (milieu_actor_is_located (basis->actors[i])
        && milieu_projection_to_metres (projection, (MilieuDegrees) { basis->actors[i]->lon, basis->actors[i]->lat },
                                        &metres[decay->n]))
      decay->of[decay->n++] = i;
  decay->distance = g_new0 (double, (gsize) decay->n * decay->n + 1);
  decay->tied = g_new0 (guint8, (gsize) decay->n * decay->n + 1);
  for (guint i = 0; i < decay->n; i++)
    for (guint j = 0; j < decay->n; j++)
      {
        double dx = metres[i].x - metres[j].x, dy = metres[i].y - metres[j].y;
        gboolean tied = i != j && milieu_graph_edge (basis->graphs[MILIEU_GRAPH_INTERACTION], decay->of[i], decay->of[j])
                                    != MILIEU_NO_VERTEX;
        decay->distance[i * decay->n + j] = log (sqrt (dx * dx + dy * dy) + 1);
        decay->tied[i * decay->n + j] = tied;
        decay->ties += tied && i < j;
      }
}

static double
sum_tied (const Decay *decay, const guint32 *order)
{
  double sum = 0;

  for (guint i = 0; i < decay->n; i++)
    for (guint j = i + 1; j < decay->n; j++)
      if (decay->tied[i * decay->n + j])
        sum += decay->distance[order[i] * decay->n + order[j]];
  return sum;
}

/* Pearson's r between log distance and tie over the pairs, from the sum over the tied ones */
static double
correlation (const Decay *decay, double tied_sum)
{
  double pairs = decay->n * (decay->n - 1.0) / 2, sum = 0, squares = 0, share = decay->ties / pairs;

  for (guint i = 0; i < decay->n; i++)
    for (guint j = i + 1; j < decay->n; j++)
      {
        double d = decay->distance[i * decay->n + j];
        sum += d;
        squares += d * d;
      }
  return (tied_sum - decay->ties * sum / pairs)
         / sqrt ((squares - sum * sum / pairs) * pairs * share * (1 - share));
}

/* QAP: the actors change places, distances stay (Krackhardt 1988) */
static double
percentile (const MilieuBasis *basis, const Decay *decay, double observed)
{
  g_autofree guint32 *order = g_new (guint32, decay->n + 1);
  MilieuRandom random;
  guint at_most = 0;

  for (guint i = 0; i < decay->n; i++)
    order[i] = i;
  milieu_random_init (&random, basis->seed);
  for (guint draw = 0; draw < PERMUTATIONS && !milieu_basis_cancelled (basis); draw++)
    {
      milieu_random_shuffle (&random, order, decay->n);
      at_most += sum_tied (decay, order) <= observed + 1e-9;
    }
  return (double) at_most / PERMUTATIONS;
}

static void
add_decay (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "4.9", MILIEU_SIDE_INTERACTIONIST);
  g_auto (Decay) decay = { 0 };
  g_autofree guint32 *identity = NULL;
  double tied_sum, r;

  milieu_result_graph (result, basis, MILIEU_GRAPH_INTERACTION);
  if ((double) basis->n * basis->n * PERMUTATIONS > 50 * MILIEU_MEASURES_LIMIT)
    {
      milieu_result_refuse (result, milieu_measure_reason (MILIEU_MEASURE_TOO_LARGE));
      return;
    }
  decay_gather (basis, &decay);
  identity = g_new (guint32, decay.n + 1);
  for (guint i = 0; i < decay.n; i++)
    identity[i] = i;
  tied_sum = sum_tied (&decay, identity);
  r = decay.ties >= FEW_TIES ? correlation (&decay, tied_sum) : NAN;
  milieu_result_add (milieu_result_add (result, "ties", decay.ties), "located", decay.n);
  if (decay.ties < FEW_TIES)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} interaction between located actors, {needed} needed",
      "{count} interactions between located actors, {needed} needed", decay.ties), "needed", FEW_TIES, 0));
  else if (!isfinite (r))
    milieu_result_refuse (result, milieu_phrase_new (N_("all pairs are alike: as far, or as tied")));
  else
    {
      milieu_result_set (result, r, 3);
      milieu_result_add (result, "percentile", percentile (basis, &decay, tied_sum));
    }
}

void
milieu_read_events (MilieuBasis *basis, GPtrArray *results)
{
  milieu_conversion_add (basis, results, "4.8", "event");
  add_decay (basis, results);
}
