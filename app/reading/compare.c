#include "reading/compare.h"

#include "reading/null.h"

#include <math.h>
#include <string.h>

#define MANY_VALUES 200

double
milieu_cliff_delta (const double *a, guint n_a, const double *b, guint n_b)
{
  gint64 sum = 0;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      sum += (a[i] > b[j]) - (a[i] < b[j]);
  return n_a > 0 && n_b > 0 ? sum / ((double) n_a * n_b) : NAN;
}

/* twice the mean rank of each value among all, a whole number whatever the ties */
static void
double_ranks (const double *values, guint n, guint *ranks)
{
  for (guint i = 0; i < n; i++)
    {
      ranks[i] = 1;
      for (guint j = 0; j < n; j++)
        ranks[i] += (values[j] < values[i]) + (values[j] <= values[i]);
    }
}

/* counts[k·width + s]: ways to choose k values whose doubled ranks sum to s */
static double *
count_sums (const guint *ranks, guint n, guint k, guint width)
{
  double *counts = g_new0 (double, (gsize) (k + 1) * width);

  counts[0] = 1;
  for (guint i = 0; i < n; i++)
    for (guint chosen = MIN (k, i + 1); chosen > 0; chosen--)
      for (guint s = ranks[i]; s < width; s++)
        counts[chosen * width + s] += counts[(chosen - 1) * width + s - ranks[i]];
  return counts;
}

double
milieu_exact_p (const double *a, guint n_a, const double *b, guint n_b)
{
  guint n = n_a + n_b, width = n * (n + 1) + 1, observed = 0;
  g_autofree double *values = g_new (double, n + 1);
  g_autofree guint *ranks = g_new (guint, n + 1);
  g_autofree double *counts = NULL;
  double far, all = 0, as_far = 0;

  if (n_a == 0 || n_b == 0 || n > MANY_VALUES)
    return NAN;
  memcpy (values, a, n_a * sizeof (double));
  memcpy (values + n_a, b, n_b * sizeof (double));
  double_ranks (values, n, ranks);
  for (guint i = 0; i < n_a; i++)
    observed += ranks[i];
  counts = count_sums (ranks, n, n_a, width);
  /* by chance the doubled ranks of a sum to n_a·(n + 1) */
  far = fabs ((double) observed - (double) n_a * (n + 1));
  for (guint s = 0; s < width; s++)
    {
      all += counts[n_a * width + s];
      as_far += fabs ((double) s - (double) n_a * (n + 1)) >= far ? counts[n_a * width + s] : 0;
    }
  return as_far / all;
}

double
milieu_theil_sen (const double *x, const double *y, guint n)
{
  g_autofree double *slopes = g_new (double, (gsize) n * n / 2 + 1);
  guint found = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (x[i] != x[j])
        slopes[found++] = (y[j] - y[i]) / (x[j] - x[i]);
  return milieu_null_median (slopes, found);
}
