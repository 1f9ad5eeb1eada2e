#include "network/stress.h"

#include <math.h>
#include <string.h>

#define MOST_PAIRED 2000
#define PIVOTS 60
#define ROUNDS 32 /* a power of two: its root is taken by square roots */
#define MOST_MAJORISED 300

typedef struct
{
  guint32 a, b;
  float distance;
  float pull_a, pull_b; /* weights with which each end is drawn */
} Term;

static void
add_term (MilieuStress *stress, guint32 a, guint32 b, double distance, double pull_a, double pull_b)
{
  Term *terms = stress->terms;

  terms[stress->n_terms++] = (Term) { a, b, distance, pull_a, pull_b };
  stress->farthest = MAX (stress->farthest, (guint) distance);
}

static void
measure_from (const MilieuStress *stress, guint32 start, guint32 *steps, guint32 *queue)
{
  guint n = 1;

  for (guint v = 0; v < stress->n; v++)
    steps[v] = G_MAXUINT32;
  steps[start] = 0;
  queue[0] = start;
  for (guint done = 0; done < n; done++)
    for (guint32 i = stress->first[queue[done]]; i < stress->first[queue[done] + 1]; i++)
      {
        guint32 next = stress->neighbours[i];

        if (steps[next] != G_MAXUINT32)
          continue;
        steps[next] = steps[queue[done]] + 1;
        queue[n++] = next;
      }
}

static void
take_all_pairs (MilieuStress *stress)
{
  g_autofree guint32 *steps = g_new (guint32, stress->n);
  g_autofree guint32 *queue = g_new (guint32, stress->n);

  stress->terms = g_new (Term, (gsize) stress->n * (stress->n - 1) / 2 + 1);
  for (guint32 a = 0; a < stress->n; a++)
    {
      measure_from (stress, a, steps, queue);
      for (guint32 b = a + 1; b < stress->n; b++)
        add_term (stress, a, b, steps[b], 1.0 / ((double) steps[b] * steps[b]), 1.0 / ((double) steps[b] * steps[b]));
    }
}

/* each next pivot is the vertex farthest from those before */
static guint32
next_pivot (const MilieuStress *stress, const guint32 *nearest)
{
  guint32 best = 0;

  for (guint32 v = 1; v < stress->n; v++)
    if (nearest[v] > nearest[best])
      best = v;
  return best;
}

/* how many of the pivot's region lie at most half as far from it: its weight for a vertex that far away */
static void
take_pivot_terms (MilieuStress *stress, guint32 pivot, guint pivot_number, const guint32 *steps, const guint *region)
{
  g_autofree guint *within = g_new0 (guint, stress->n + 1);

  for (guint32 v = 0; v < stress->n; v++)
    if (region[v] == pivot_number)
      within[steps[v]]++;
  for (guint d = 1; d <= stress->n; d++)
    within[d] += within[d - 1];
  for (guint32 v = 0; v < stress->n; v++)
    if (steps[v] > 1)
      add_term (stress, v, pivot, steps[v], within[steps[v] / 2] / ((double) steps[v] * steps[v]), 0);
}

static void
take_sparse_pairs (MilieuStress *stress, MilieuRandom *random)
{
  guint n_neighbours = stress->first[stress->n];
  g_autofree guint32 *steps = g_new (guint32, (gsize) stress->n * PIVOTS);
  g_autofree guint32 *queue = g_new (guint32, stress->n), *nearest = g_new (guint32, stress->n);
  g_autofree guint *region = g_new0 (guint, stress->n);
  guint32 pivots[PIVOTS];

  stress->terms = g_new (Term, (gsize) stress->n * PIVOTS + n_neighbours);
  for (guint v = 0; v < stress->n; v++)
    nearest[v] = G_MAXUINT32;
  for (guint k = 0; k < PIVOTS; k++)
    {
      pivots[k] = k == 0 ? milieu_random_below (random, stress->n) : next_pivot (stress, nearest);
      measure_from (stress, pivots[k], steps + (gsize) k * stress->n, queue);
      for (guint v = 0; v < stress->n; v++)
        if (steps[(gsize) k * stress->n + v] < nearest[v])
          {
            nearest[v] = steps[(gsize) k * stress->n + v];
            region[v] = k;
          }
    }
  for (guint k = 0; k < PIVOTS; k++)
    take_pivot_terms (stress, pivots[k], k, steps + (gsize) k * stress->n, region);
  for (guint32 a = 0; a < stress->n; a++)
    for (guint32 i = stress->first[a]; i < stress->first[a + 1]; i++)
      if (a < stress->neighbours[i])
        add_term (stress, a, stress->neighbours[i], 1, 1, 1);
}

MilieuStress *
milieu_stress_new (const MilieuGraph *graph, const guint32 *vertices, guint n, guint32 *local, MilieuRandom *random)
{
  MilieuStress *stress = g_new0 (MilieuStress, 1);
  guint used = 0;

  stress->n = n;
  stress->vertices = g_memdup2 (vertices, sizeof (guint32) * n);
  stress->first = g_new0 (guint32, n + 1);
  stress->fixed = g_new0 (guint8, n);
  stress->x = g_new0 (double, n);
  stress->y = g_new0 (double, n);
  for (guint i = 0; i < n; i++)
    {
      local[vertices[i]] = i;
      stress->first[i + 1] = stress->first[i] + milieu_graph_degree (graph, vertices[i]);
    }
  stress->neighbours = g_new (guint32, stress->first[n] + 1);
  for (guint i = 0; i < n; i++)
    for (guint32 k = graph->first[vertices[i]]; k < graph->first[vertices[i] + 1]; k++)
      stress->neighbours[used++] = local[graph->neighbours[k]];
  if (n <= MOST_PAIRED)
    take_all_pairs (stress);
  else
    take_sparse_pairs (stress, random);
  return stress;
}

void
milieu_stress_free (MilieuStress *stress)
{
  g_free (stress->vertices);
  g_free (stress->first);
  g_free (stress->neighbours);
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
  double pull_a = stress->fixed[a] ? 0 : MIN (1, rate * term->pull_a);
  double pull_b = stress->fixed[b] ? 0 : MIN (1, rate * term->pull_b);

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

      sx[a] += terms[i].pull_a * (stress->x[b] + ratio * dx);
      sy[a] += terms[i].pull_a * (stress->y[b] + ratio * dy);
      sw[a] += terms[i].pull_a;
      sx[b] += terms[i].pull_b * (stress->x[a] - ratio * dx);
      sy[b] += terms[i].pull_b * (stress->y[a] - ratio * dy);
      sw[b] += terms[i].pull_b;
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
  for (guint round = 0; stress->n <= MOST_MAJORISED && round < 40; round++)
    majorise (stress, sums);
}

double
milieu_stress_residual (const MilieuStress *stress)
{
  const Term *terms = stress->terms;
  double sum = 0, whole = 0;

  for (guint i = 0; i < stress->n_terms; i++)
    {
      double dx = stress->x[terms[i].a] - stress->x[terms[i].b], dy = stress->y[terms[i].a] - stress->y[terms[i].b];
      double error = sqrt (dx * dx + dy * dy) - terms[i].distance;

      sum += terms[i].pull_a * error * error;
      whole += (double) terms[i].pull_a * terms[i].distance * terms[i].distance;
    }
  return whole > 0 ? sum / whole : 0;
}
