/* PivotMDS: where the stress begins. */
#include "network/part.h"

#include "model/random.h"

#include <math.h>

#define MOST_COLUMNS 64
#define TURNS 60

/* squared distances, double centred: rows of @columns, one a vertex, made when they are needed */
typedef struct
{
  const MilieuPivots *pivots;
  guint columns;
  double *means; /* of each column */
  double mean;
} Centred;

static void
centred_row (const Centred *c, guint32 v, double *row)
{
  const guint16 *steps = milieu_pivots_row (c->pivots, v);
  double sum = 0;

  for (guint i = 0; i < c->columns; i++)
    sum += row[i] = (double) steps[i] * steps[i];
  for (guint i = 0; i < c->columns; i++)
    row[i] = (sum / c->columns + c->means[i] - c->mean - row[i]) / 2;
}

static void
centred_init (Centred *c, const MilieuPivots *pivots)
{
  c->pivots = pivots;
  c->columns = MIN (pivots->k, MOST_COLUMNS);
  c->means = g_new0 (double, c->columns);
  c->mean = 0;
  for (guint32 v = 0; v < pivots->n; v++)
    for (guint i = 0; i < c->columns; i++)
      {
        double d = milieu_pivots_row (pivots, v)[i];

        c->means[i] += d * d;
      }
  for (guint i = 0; i < c->columns; i++)
    {
      c->means[i] /= pivots->n;
      c->mean += c->means[i] / c->columns;
    }
}

/* the products of all columns with all columns */
static double *
centred_square (const Centred *c)
{
  guint k = c->columns;
  double *square = g_new0 (double, k * k);
  g_autofree double *row = g_new (double, k);

  for (guint32 v = 0; v < c->pivots->n; v++)
    {
      centred_row (c, v, row);
      for (guint i = 0; i < k; i++)
        for (guint j = i; j < k; j++)
          square[i * k + j] += row[i] * row[j];
    }
  for (guint i = 0; i < k; i++)
    for (guint j = 0; j < i; j++)
      square[i * k + j] = square[j * k + i];
  return square;
}

static double
product (const double *a, const double *b, guint k)
{
  double sum = 0;

  for (guint i = 0; i < k; i++)
    sum += a[i] * b[i];
  return sum;
}

static void
normalise (double *vector, guint k)
{
  double length = sqrt (product (vector, vector, k));

  for (guint i = 0; i < k; i++)
    vector[i] = length > 0 ? vector[i] / length : 0;
}

/* the eigenvector of the greatest eigenvalue at right angles to @other, by power iteration */
static void
find_axis (const double *square, guint k, const double *other, MilieuRandom *random, double *axis)
{
  g_autofree double *turned = g_new (double, k);

  for (guint i = 0; i < k; i++)
    axis[i] = milieu_random_fraction (random) - 0.5;
  for (guint turn = 0; turn < TURNS; turn++)
    {
      double along = other != NULL ? product (axis, other, k) : 0;

      for (guint i = 0; other != NULL && i < k; i++)
        axis[i] -= along * other[i];
      for (guint i = 0; i < k; i++)
        turned[i] = product (square + i * k, axis, k);
      for (guint i = 0; i < k; i++)
        axis[i] = turned[i];
      normalise (axis, k);
    }
}

/* those that no distance tells apart get a place of their own; in steps */
static double
jitter (MilieuRandom *random)
{
  return 0.1 * (milieu_random_fraction (random) - 0.5);
}

/* on average as long as the distances are */
static double
right_scale (const MilieuPivots *pivots, guint columns, const float *x, const float *y)
{
  double steps = 0, lengths = 0;

  for (guint32 v = 0; v < pivots->n; v++)
    for (guint i = 0; i < MIN (columns, 8); i++)
      {
        guint32 p = pivots->pivots[i];
        double dx = x[v] - x[p], dy = y[v] - y[p];

        steps += (double) pivots->unit * milieu_pivots_row (pivots, v)[i];
        lengths += sqrt (dx * dx + dy * dy);
      }
  return lengths > 0 ? steps / lengths : 1;
}

void
milieu_pivots_place (const MilieuPivots *pivots, guint64 seed, float *x, float *y)
{
  Centred c;
  g_autofree double *square = NULL, *row = NULL, *across = NULL, *along = NULL;
  MilieuRandom random;
  double scale;

  milieu_random_init (&random, seed);
  centred_init (&c, pivots);
  square = centred_square (&c);
  row = g_new (double, c.columns);
  across = g_new (double, c.columns);
  along = g_new (double, c.columns);
  find_axis (square, c.columns, NULL, &random, across);
  find_axis (square, c.columns, across, &random, along);
  for (guint32 v = 0; v < pivots->n; v++)
    {
      centred_row (&c, v, row);
      x[v] = product (row, across, c.columns);
      y[v] = product (row, along, c.columns);
    }
  scale = right_scale (pivots, c.columns, x, y);
  for (guint32 v = 0; v < pivots->n; v++)
    {
      x[v] = x[v] * scale + jitter (&random);
      y[v] = y[v] * scale + jitter (&random);
    }
  g_free (c.means);
}
