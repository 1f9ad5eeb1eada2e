#include "network/stress.h"

#include <math.h>
#include <string.h>

#define ROUNDS 32 /* a power of two: its root is taken by square roots */
#define MAJORISED 40

typedef struct
{
  guint32 a, b;
  float distance;
  float weight;
} Term;

static void
take_all_pairs (MilieuStress *stress)
{
  guint n = stress->n;
  g_autofree guint32 *steps = g_new (guint32, n);
  g_autofree guint32 *queue = g_new (guint32, n);

  stress->terms = g_new (Term, (gsize) n * (n - 1) / 2 + 1);
  for (guint32 a = 0; a < n; a++)
    {
      stress->farthest = MAX (stress->farthest, milieu_part_steps (stress->part, a, steps, queue));
      for (guint32 b = a + 1; b < n; b++)
        ((Term *) stress->terms)[stress->n_terms++] = (Term) { a, b, steps[b], 1 / ((double) steps[b] * steps[b]) };
    }
}

MilieuStress *
milieu_stress_new (const MilieuPart *part)
{
  MilieuStress *stress = g_new0 (MilieuStress, 1);

  stress->part = part;
  stress->n = part->n;
  stress->fixed = g_new0 (guint8, part->n);
  stress->x = g_new0 (double, part->n);
  stress->y = g_new0 (double, part->n);
  take_all_pairs (stress);
  return stress;
}

void
milieu_stress_free (MilieuStress *stress)
{
  g_free (stress->fixed);
  g_free (stress->x);
  g_free (stress->y);
  g_free (stress->terms);
  g_free (stress);
}

void
milieu_stress_scatter (MilieuStress *stress, MilieuRandom *random)
{
  double side = MAX (1, stress->farthest), left = 0, top = 0;

  for (guint v = 0; v < stress->n; v++)
    if (stress->fixed[v])
      {
        left = stress->x[v] - side / 2;
        top = stress->y[v] - side / 2;
        break;
      }
  for (guint v = 0; v < stress->n; v++)
    if (!stress->fixed[v])
      {
        stress->x[v] = left + side * milieu_random_fraction (random);
        stress->y[v] = top + side * milieu_random_fraction (random);
      }
}

/* draws the ends of one pair towards their distance, by no more than all of it */
static void
relax (MilieuStress *stress, const Term *term, double rate, MilieuRandom *random)
{
  guint32 a = term->a, b = term->b;
  double dx = stress->x[b] - stress->x[a], dy = stress->y[b] - stress->y[a];
  double length = sqrt (dx * dx + dy * dy), way;
  double pull_a = stress->fixed[a] ? 0 : MIN (1, rate * term->weight);
  double pull_b = stress->fixed[b] ? 0 : MIN (1, rate * term->weight);

  if (length < 1e-9)
    {
      dx = milieu_random_fraction (random) - 0.5;
      dy = milieu_random_fraction (random) - 0.5;
      length = sqrt (dx * dx + dy * dy) + 1e-9;
      way = -term->distance / 2;
    }
  else
    way = (length - term->distance) / 2;
  stress->x[a] += pull_a * way * dx / length;
  stress->y[a] += pull_a * way * dy / length;
  stress->x[b] -= pull_b * way * dx / length;
  stress->y[b] -= pull_b * way * dy / length;
}

/* one vertex after the other to where its stress is least, the others standing */
static void
majorise (MilieuStress *stress, double *sums)
{
  const Term *terms = stress->terms;
  double *sx = sums, *sy = sums + stress->n, *sw = sums + 2 * stress->n;

  memset (sums, 0, sizeof (double) * 3 * stress->n);
  for (guint i = 0; i < stress->n_terms; i++)
    {
      guint32 a = terms[i].a, b = terms[i].b;
      double dx = stress->x[a] - stress->x[b], dy = stress->y[a] - stress->y[b];
      double length = sqrt (dx * dx + dy * dy), ratio = length > 1e-9 ? terms[i].distance / length : 0;

      sx[a] += terms[i].weight * (stress->x[b] + ratio * dx);
      sy[a] += terms[i].weight * (stress->y[b] + ratio * dy);
      sw[a] += terms[i].weight;
      sx[b] += terms[i].weight * (stress->x[a] - ratio * dx);
      sy[b] += terms[i].weight * (stress->y[a] - ratio * dy);
      sw[b] += terms[i].weight;
    }
  for (guint v = 0; v < stress->n; v++)
    if (!stress->fixed[v] && sw[v] > 0)
      {
        stress->x[v] = sx[v] / sw[v];
        stress->y[v] = sy[v] / sw[v];
      }
}

/* terms come in another order each round, or the last ones would win */
static void
shuffle_terms (MilieuStress *stress, MilieuRandom *random)
{
  Term *terms = stress->terms;

  for (guint i = stress->n_terms; i > 1; i--)
    {
      guint j = milieu_random_below (random, i);
      Term kept = terms[i - 1];

      terms[i - 1] = terms[j];
      terms[j] = kept;
    }
}

void
milieu_stress_descend (MilieuStress *stress, MilieuRandom *random)
{
  g_autofree double *sums = g_new (double, 3 * (gsize) stress->n);
  double rate = (double) stress->farthest * stress->farthest, cooling = 0.1 / MAX (rate, 1);

  for (guint k = 1; k < ROUNDS; k *= 2)
    cooling = sqrt (cooling);
  for (guint round = 0; round < ROUNDS; round++, rate *= cooling)
    {
      shuffle_terms (stress, random);
      for (guint i = 0; i < stress->n_terms; i++)
        relax (stress, &((Term *) stress->terms)[i], rate, random);
    }
  for (guint round = 0; round < MAJORISED; round++)
    majorise (stress, sums);
}
