/* drawing EDGES POSITIONS: how good a drawing is, a line each.
 *
 * stress: how far its distances are from steps in the network: the mean of
 * (s · d / l − 1)² over the pairs of 200 actors with all others they can reach,
 * at the scale s that makes it least.
 * neighbours: of how many of the actors nearest to 500 actors, as many as each
 * has ties, are tied to it: Jaccard's share, on average.
 * crossings: of ties as straight lines, from 400 000 pairs of them. */
#include "model/random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define SOURCES 200
#define ASKED 500
#define PAIRS 400000
#define SEED 7

typedef struct
{
  guint n, m;
  guint *first, *to; /* as in MilieuGraph */
  double *x, *y;
} Drawing;

static void
read_edges (Drawing *drawing, const char *path)
{
  FILE *file = fopen (path, "r");
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *next = NULL;
  guint a;

  if (file == NULL || fscanf (file, "%u", &drawing->n) != 1)
    g_error ("%s cannot be read", path);
  while (fscanf (file, "%u", &a) == 1)
    g_array_append_val (pairs, a);
  fclose (file);
  drawing->m = pairs->len / 2;
  drawing->first = g_new0 (guint, drawing->n + 2);
  drawing->to = g_new (guint, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++)
    drawing->first[g_array_index (pairs, guint, i) + 1]++;
  for (guint v = 0; v < drawing->n; v++)
    drawing->first[v + 1] += drawing->first[v];
  next = g_memdup2 (drawing->first, sizeof (guint) * (drawing->n + 1));
  for (guint i = 0; i < pairs->len; i++)
    drawing->to[next[g_array_index (pairs, guint, i)]++] = g_array_index (pairs, guint, i ^ 1);
}

static void
read_positions (Drawing *drawing, const char *path)
{
  FILE *file = fopen (path, "r");

  drawing->x = g_new (double, drawing->n + 1);
  drawing->y = g_new (double, drawing->n + 1);
  for (guint v = 0; v < drawing->n; v++)
    if (file == NULL || fscanf (file, "%lf %lf", &drawing->x[v], &drawing->y[v]) != 2)
      g_error ("%s has no %u positions", path, drawing->n);
  fclose (file);
}

/* the queue holds those that were reached, in the order of steps */
static guint
walk (const Drawing *drawing, guint from, guint *steps, guint *queue)
{
  guint reached = 1;

  for (guint v = 0; v < drawing->n; v++)
    steps[v] = G_MAXUINT;
  steps[from] = 0;
  queue[0] = from;
  for (guint done = 0; done < reached; done++)
    for (guint i = drawing->first[queue[done]]; i < drawing->first[queue[done] + 1]; i++)
      if (steps[drawing->to[i]] == G_MAXUINT)
        {
          steps[drawing->to[i]] = steps[queue[done]] + 1;
          queue[reached++] = drawing->to[i];
        }
  return reached;
}

/* Σ (s r − 1)² with r = d / l is least at s = Σ r / Σ r², and is then N − (Σ r)² / Σ r² */
static double
stress_of (const Drawing *drawing)
{
  g_autofree guint *steps = g_new (guint, drawing->n + 1), *queue = g_new (guint, drawing->n + 1);
  double sum = 0, squares = 0, pairs = 0;
  MilieuRandom random;

  milieu_random_init (&random, SEED);
  for (guint i = 0; i < SOURCES; i++)
    {
      guint from = milieu_random_below (&random, drawing->n), reached = walk (drawing, from, steps, queue);

      for (guint q = 1; q < reached; q++)
        {
          double r = hypot (drawing->x[queue[q]] - drawing->x[from], drawing->y[queue[q]] - drawing->y[from]) / steps[queue[q]];

          sum += r;
          squares += r * r;
          pairs++;
        }
    }
  return squares > 0 ? 1 - sum * sum / squares / pairs : 1;
}

/* the k-th nearest is looked for k times: k is small */
static guint
tied_among_nearest (const Drawing *drawing, guint from, guint k, double *far)
{
  guint tied = 0;

  for (guint v = 0; v < drawing->n; v++)
    far[v] = v == from ? INFINITY : hypot (drawing->x[v] - drawing->x[from], drawing->y[v] - drawing->y[from]);
  while (k-- > 0)
    {
      guint nearest = from;

      for (guint v = 0; v < drawing->n; v++)
        if (far[v] < far[nearest])
          nearest = v;
      far[nearest] = INFINITY;
      for (guint i = drawing->first[from]; i < drawing->first[from + 1]; i++)
        tied += drawing->to[i] == nearest;
    }
  return tied;
}

static double
neighbours_of (const Drawing *drawing)
{
  g_autofree double *far = g_new (double, drawing->n + 1);
  double sum = 0, n = 0;
  MilieuRandom random;

  milieu_random_init (&random, SEED);
  for (guint i = 0; i < ASKED; i++)
    {
      guint from = milieu_random_below (&random, drawing->n), k = drawing->first[from + 1] - drawing->first[from];
      guint tied = tied_among_nearest (drawing, from, k, far);

      sum += k > 0 ? (double) tied / (2 * k - tied) : 0;
      n += k > 0;
    }
  return n > 0 ? sum / n : 0;
}

static double
side (const Drawing *drawing, guint a, guint b, guint c)
{
  return (drawing->x[b] - drawing->x[a]) * (drawing->y[c] - drawing->y[a])
         - (drawing->y[b] - drawing->y[a]) * (drawing->x[c] - drawing->x[a]);
}

/* a tie: where its two ends stand in @to */
static guint
some_tie (const Drawing *drawing, MilieuRandom *random, guint *end)
{
  guint place = milieu_random_below (random, 2 * drawing->m), low = 0, high = drawing->n;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (drawing->first[middle] <= place)
        low = middle;
      else
        high = middle;
    }
  *end = drawing->to[place];
  return low;
}

static double
crossings_of (const Drawing *drawing)
{
  double crossed = 0;
  MilieuRandom random;

  milieu_random_init (&random, SEED);
  for (guint i = 0; drawing->m > 0 && i < PAIRS; i++)
    {
      guint b, d, a = some_tie (drawing, &random, &b), c = some_tie (drawing, &random, &d);

      crossed += a != c && a != d && b != c && b != d && side (drawing, a, b, c) * side (drawing, a, b, d) < 0
                 && side (drawing, c, d, a) * side (drawing, c, d, b) < 0;
    }
  return crossed / PAIRS * drawing->m * drawing->m / 2;
}

int
main (int argc, char **argv)
{
  Drawing drawing = { 0 };

  if (argc != 3)
    {
      fprintf (stderr, "usage: drawing EDGES POSITIONS\n");
      return 2;
    }
  read_edges (&drawing, argv[1]);
  read_positions (&drawing, argv[2]);
  printf ("stress\t%.6f\n", stress_of (&drawing));
  printf ("neighbours\t%.6f\n", neighbours_of (&drawing));
  printf ("crossings\t%.0f\n", crossings_of (&drawing));
  g_free (drawing.first);
  g_free (drawing.to);
  g_free (drawing.x);
  g_free (drawing.y);
  return 0;
}
