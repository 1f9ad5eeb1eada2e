#include "reading/hiding.h"

#include <math.h>
#include <string.h>

#include "reading/basis.h"

static const double hidden_shares[MILIEU_N_HIDDEN_SHARES] = { 0.1, 0.2, 0.3 };
/* draws of ranks and of hidings must not be the same */
#define HIDING_STREAM 7919
/* a reading of so many actors and ties takes about a second */
#define READ_PER_SECOND 2e5

double
milieu_hidden_share (guint index)
{
  g_return_val_if_fail (index < MILIEU_N_HIDDEN_SHARES, NAN);
  return hidden_shares[index];
}

guint
milieu_hiding_keeps (guint n_ties, guint share)
{
  return n_ties - (guint) (hidden_shares[share] * n_ties + 0.5);
}

void
milieu_hiding_random (MilieuRandom *random, gint64 seed, guint share)
{
  milieu_random_init (random, seed + HIDING_STREAM + share);
}

void
milieu_hiding_draw (MilieuRandom *random, guint32 *order, guint n_ties)
{
  for (guint i = 0; i < n_ties; i++)
    order[i] = i;
  milieu_random_shuffle (random, order, n_ties);
}

static int
compare_numbers (const void *p, const void *q)
{
  double a = *(const double *) p, b = *(const double *) q;

  return (a > b) - (a < b);
}

/* the least of @n sorted values that a share @p of them does not exceed */
static double
quantile (const double *sorted, guint n, double p)
{
  guint at = (guint) ceil (p * n - 1e-9);

  return sorted[CLAMP (at, 1, n) - 1];
}

MilieuHiddenBand
milieu_band_of (double *drawn, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (isfinite (drawn[i]))
      drawn[kept++] = drawn[i];
  if (kept == 0)
    return (MilieuHiddenBand) { NAN, NAN, NAN, n };
  qsort (drawn, kept, sizeof (double), compare_numbers);
  return (MilieuHiddenBand) { quantile (drawn, kept, 0.025), quantile (drawn, kept, 0.5), quantile (drawn, kept, 0.975), n - kept };
}

/* ---- every value ---- */

/* those that ties decide; space and dates alone change nothing */
static void (*const chapters[]) (MilieuBasis *basis, GPtrArray *results) = {
  milieu_read_landscape, milieu_read_coupling, milieu_read_ideas, milieu_read_middleground, milieu_read_devices,
  milieu_read_attraction, milieu_read_resilience, milieu_read_network, milieu_read_groups,
};

typedef struct
{
  MilieuSnapshot *snapshot;
  MilieuFilter filter;
  const gint *cancel;
  MilieuReadingProgress progress;
  gpointer data;
  guint n;        /* results of a reading */
  double *drawn;  /* n · hidings */
} Work;

static void
result_free (gpointer data)
{
  MilieuResult *result = data;

  milieu_phrase_free (result->reason);
  milieu_phrase_free (result->remark);
  g_free (result->parts);
  g_free (result->actors);
  g_free (result->ties);
  g_free (result->chance.counts);
  g_free (result);
}

/* the values of the chapters, without what chance gives beside them; NULL if cancelled */
static GPtrArray *
read_again (MilieuBasis *basis)
{
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (result_free);

  basis->draws = basis->rewirings = 0;
  milieu_basis_measure (basis);
  for (guint i = 0; i < G_N_ELEMENTS (chapters) && !milieu_basis_cancelled (basis); i++)
    chapters[i] (basis, results);
  return milieu_basis_cancelled (basis) ? NULL : g_steal_pointer (&results);
}

/* Returns: FALSE if cancelled */
static gboolean
draw (Work *work, guint at, const MilieuBasis *whole, const guint32 *order, guint kept)
{
  g_autofree guint8 *without = g_new0 (guint8, milieu_snapshot_n_keys (work->snapshot, MILIEU_RECORD_TIE) + 1);
  g_autoptr (MilieuBasis) basis = NULL;
  g_autoptr (GPtrArray) results = NULL;

  for (guint i = kept; i < whole->n_ties; i++)
    without[whole->ties[order[i]]->record.key] = 1;
  work->filter.without_ties = without;
  basis = milieu_basis_new (work->snapshot, &work->filter, MILIEU_NO_KEY, work->cancel);
  results = read_again (basis);
  work->filter.without_ties = NULL;
  for (guint r = 0; results && r < work->n; r++)
    work->drawn[(gsize) r * MILIEU_HIDINGS + at] = ((MilieuResult *) results->pdata[r])->value;
  return results != NULL;
}

static gboolean
draw_share (Work *work, const MilieuBasis *whole, guint share)
{
  g_autofree guint32 *order = g_new (guint32, whole->n_ties + 1);
  MilieuRandom random;

  milieu_hiding_random (&random, whole->seed, share);
  for (guint at = 0; at < MILIEU_HIDINGS; at++)
    {
      milieu_hiding_draw (&random, order, whole->n_ties);
      if (!draw (work, at, whole, order, milieu_hiding_keeps (whole->n_ties, share)))
        return FALSE;
      if (work->progress)
        work->progress ((share + (at + 1.0) / MILIEU_HIDINGS) / MILIEU_N_HIDDEN_SHARES, work->data);
    }
  return TRUE;
}

/* what no tie changes needs no band */
static gboolean
is_moved (const MilieuHeadlineBand *band)
{
  for (guint share = 0; share < MILIEU_N_HIDDEN_SHARES; share++)
    if (band->bands[share].undefined > 0 || band->bands[share].low != band->value || band->bands[share].high != band->value)
      return TRUE;
  return FALSE;
}

static void
keep_moved (MilieuHidden *hidden)
{
  guint kept = 0;

  for (guint i = 0; i < hidden->n_bands; i++)
    if (isfinite (hidden->bands[i].value) && is_moved (&hidden->bands[i]))
      hidden->bands[kept++] = hidden->bands[i];
  hidden->n_bands = kept;
}

MilieuHidden *
milieu_hidden_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, const gint *cancel, MilieuReadingProgress progress,
                   gpointer data)
{
  Work work = { snapshot, *filter, cancel, progress, data, 0, NULL };
  g_autoptr (MilieuHidden) hidden = g_new0 (MilieuHidden, 1);
  g_autoptr (MilieuBasis) whole = milieu_basis_new (snapshot, filter, MILIEU_NO_KEY, cancel);
  g_autoptr (GPtrArray) results = read_again (whole);
  g_autofree double *drawn = NULL;

  if (!results)
    return NULL;
  work.n = hidden->n_bands = results->len;
  work.drawn = drawn = g_new (double, (gsize) work.n * MILIEU_HIDINGS + 1);
  hidden->revision = milieu_snapshot_revision (snapshot);
  hidden->hidings = MILIEU_HIDINGS;
  hidden->bands = g_new0 (MilieuHeadlineBand, work.n + 1);
  for (guint r = 0; r < work.n; r++)
    {
      const MilieuResult *result = results->pdata[r];

      hidden->bands[r] = (MilieuHeadlineBand) { result->id, NULL, result->side, result->value, result->decimals };
    }
  for (guint share = 0; share < MILIEU_N_HIDDEN_SHARES; share++)
    {
      if (!draw_share (&work, whole, share))
        return NULL;
      for (guint r = 0; r < work.n; r++)
        hidden->bands[r].bands[share] = milieu_band_of (drawn + (gsize) r * MILIEU_HIDINGS, MILIEU_HIDINGS);
    }
  keep_moved (hidden);
  return g_steal_pointer (&hidden);
}

void
milieu_hidden_free (MilieuHidden *hidden)
{
  if (!hidden)
    return;
  g_free (hidden->bands);
  g_free (hidden);
}

const MilieuHeadlineBand *
milieu_hidden_find (const MilieuHidden *hidden, const char *id, MilieuSide side)
{
  for (guint i = 0; i < hidden->n_bands; i++)
    if (strcmp (hidden->bands[i].id, id) == 0 && hidden->bands[i].side == side)
      return &hidden->bands[i];
  return NULL;
}

double
milieu_hidden_seconds (const MilieuReading *reading)
{
  double draws = MILIEU_N_HIDDEN_SHARES * MILIEU_HIDINGS, n = reading->n_actors, m = reading->n_dyads[MILIEU_GRAPH_ALL];

  return draws * n * m <= MILIEU_MEASURES_LIMIT ? 0 : draws * (2 * n * m / MILIEU_STEPS_PER_SECOND + (n + m) / READ_PER_SECOND);
}
