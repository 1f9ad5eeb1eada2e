#include "reading/uncertainty.h"

#include "model/random.h"
#include "reading/basis.h"
#include "reading/hiding.h"

#include <math.h>
#include <string.h>

/* ---- ties drawn again ---- */

/* the ties of a graph, one by one */
typedef struct
{
  const MilieuBasis *basis;
  guint n;
  guint32 *pairs;   /* 2 · n */
  guint8 *classes;  /* n */
} Ties;

static void
ties_take (Ties *ties, const MilieuBasis *basis, MilieuGraphKind graph)
{
  ties->basis = basis;
  ties->n = 0;
  ties->pairs = g_new (guint32, 2 * basis->n_ties + 1);
  ties->classes = g_new (guint8, basis->n_ties + 1);
  for (guint i = 0; i < basis->n_ties; i++)
    if (milieu_basis_in_graph (basis, i, graph))
      {
        ties->pairs[2 * ties->n] = milieu_basis_source (basis, basis->ties[i]);
        ties->pairs[2 * ties->n + 1] = milieu_basis_target (basis, basis->ties[i]);
        ties->classes[ties->n++] = basis->classes[i];
      }
}

static void
ties_clear (Ties *ties)
{
  g_free (ties->pairs);
  g_free (ties->classes);
}

/* the graph of the chosen ties, of interactions alone or of all */
static MilieuGraph *
graph_of (const Ties *ties, const guint32 *chosen, guint n, MilieuGraphKind graph)
{
  g_autofree guint32 *pairs = g_new (guint32, 2 * n + 1);
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (graph == MILIEU_GRAPH_ALL || ties->classes[chosen[i]] == MILIEU_CLASS_INTERACTION)
      {
        pairs[2 * kept] = ties->pairs[2 * chosen[i]];
        pairs[2 * kept + 1] = ties->pairs[2 * chosen[i] + 1];
        kept++;
      }
  return milieu_graph_new_from_arrays (ties->basis->n, ties->basis->grounds, kept, pairs, NULL, NULL, NULL);
}

static void
take_ranks (const double *betweenness, const guint32 *ranking, guint n, guint *ranks)
{
  for (guint i = 0; i < n; i++)
    {
      guint32 v = ranking[i];
      guint32 before = i > 0 ? ranking[i - 1] : v;
      gboolean same = i > 0 && fabs (betweenness[v] - betweenness[before]) <= 1e-9;

      ranks[v] = same ? ranks[before] : i + 1;
    }
}

static int
compare_intervals (gconstpointer p, gconstpointer q, gpointer data)
{
  const MilieuRankInterval *a = p, *b = q;

  return (a->rank > b->rank) - (a->rank < b->rank);
}

typedef struct
{
  MilieuUncertainty *result;
  MilieuBasis *basis;
  MilieuReadingProgress progress;
  gpointer data;
  guint steps, done;
} Work;

static gboolean
step (Work *work)
{
  work->done++;
  if (work->progress)
    work->progress ((double) work->done / work->steps, work->data);
  return !milieu_basis_cancelled (work->basis);
}

/* the key of draws: they know ties and grounds, not who the actors are */
static GChecksum *
rests_on (const Work *work, const char *what, const Ties *ties, guint32 which, guint32 broker)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const MilieuUncertainty *result = work->result;
  gint64 numbers[] = { result->seed, result->bootstraps, result->hidings, work->basis->n, ties->n, which, broker };

  g_checksum_update (checksum, (const guchar *) what, strlen (what) + 1);
  g_checksum_update (checksum, (const guchar *) numbers, sizeof numbers);
  g_checksum_update (checksum, work->basis->grounds, work->basis->n);
  g_checksum_update (checksum, (const guchar *) ties->pairs, 2 * sizeof (guint32) * (gsize) ties->n);
  g_checksum_update (checksum, ties->classes, ties->n);
  return checksum;
}

/* Returns: FALSE if cancelled */
static gboolean
take_betweenness (const Work *work, const MilieuGraph *graph, double *betweenness)
{
  MilieuMeasureStatus status = milieu_graph_betweenness (graph, betweenness, work->basis->cancel);

  for (guint v = 0; status == MILIEU_MEASURE_FAILED && v < graph->n; v++)
    betweenness[v] = NAN;
  return status != MILIEU_MEASURE_CANCELLED;
}

static gboolean
draw_ranks (Work *work, MilieuGraphKind graph, const Ties *ties, double *drawn)
{
  guint n = work->basis->n, bootstraps = work->result->bootstraps;
  g_autofree guint *ranks = g_new (guint, n + 1);
  g_autofree double *betweenness = g_new (double, n + 1);
  g_autofree guint32 *ranking = g_new (guint32, n + 1);
  g_autofree guint32 *chosen = g_new (guint32, ties->n + 1);
  guint32 centre = n > 0 ? work->basis->measures[graph]->ranking[0] : 0;
  MilieuRandom random;

  milieu_random_init (&random, work->result->seed + graph);
  for (guint draw = 0; draw < bootstraps; draw++)
    {
      g_autoptr (MilieuGraph) again = NULL;

      for (guint i = 0; i < ties->n; i++)
        chosen[i] = milieu_random_below (&random, ties->n);
      again = graph_of (ties, chosen, ties->n, MILIEU_GRAPH_ALL);
      if (!take_betweenness (work, again, betweenness) || !step (work))
        return FALSE;
      milieu_vertices_by_betweenness (betweenness, n, ranking);
      take_ranks (betweenness, ranking, n, ranks);
      for (guint v = 0; v < n; v++)
        drawn[v * bootstraps + draw] = ranks[v];
      work->result->same_centre[graph] += n > 0 && ranking[0] == centre;
    }
  return TRUE;
}

/* @ends: low and high of each vertex */
static gboolean
draw_ends (Work *work, MilieuGraphKind graph, const Ties *ties, guint *ends)
{
  guint n = work->basis->n, bootstraps = work->result->bootstraps;
  g_autofree double *drawn = g_new (double, (gsize) n * bootstraps + 1);

  if (!draw_ranks (work, graph, ties, drawn))
    return FALSE;
  for (guint v = 0; v < n; v++)
    {
      double *of = drawn + (gsize) v * bootstraps;
      MilieuHiddenBand band = milieu_band_of (of, bootstraps);

      ends[2 * v] = band.low;
      ends[2 * v + 1] = band.high;
    }
  return TRUE;
}

/* the draws, or what they gave when the ties were the same */
static gboolean
recall_ends (Work *work, MilieuGraphKind graph, const Ties *ties, guint *ends)
{
  gsize size = sizeof (guint) * (2 * work->basis->n + 1);
  g_autoptr (GChecksum) key = rests_on (work, "ranks", ties, graph, 0);
  guint *same_centre = &ends[2 * work->basis->n]; /* goes with them */

  if (milieu_basis_recall (work->basis, key, ends, size))
    {
      work->result->same_centre[graph] = *same_centre;
      work->done += work->result->bootstraps;
      return TRUE;
    }
  if (!draw_ends (work, graph, ties, ends))
    return FALSE;
  *same_centre = work->result->same_centre[graph];
  milieu_basis_keep (work->basis, key, ends, size);
  return TRUE;
}

static gboolean
take_intervals (Work *work, MilieuGraphKind graph)
{
  MilieuUncertainty *result = work->result;
  guint n = work->basis->n;
  g_autofree guint *ends = g_new (guint, 2 * n + 1);
  g_autofree guint *ranks = g_new (guint, n + 1);
  MilieuRankInterval *intervals = g_new0 (MilieuRankInterval, n + 1);
  Ties ties;
  gboolean whole;

  result->ranks[graph] = intervals;
  ties_take (&ties, work->basis, graph);
  whole = recall_ends (work, graph, &ties, ends);
  ties_clear (&ties);
  take_ranks (work->basis->measures[graph]->betweenness, work->basis->measures[graph]->ranking, n, ranks);
  for (guint v = 0; whole && v < n; v++)
    intervals[v] = (MilieuRankInterval) { work->basis->actors[v]->record.key, ranks[v], ends[2 * v], ends[2 * v + 1] };
  /* stable: equal ranks stay in the order of ids */
  if (whole && n > 0)
    g_qsort_with_data (intervals, n, sizeof (MilieuRankInterval), compare_intervals, NULL);
  return whole;
}

/* ---- bands ---- */

typedef enum
{
  BAND_LAMBDA_ALL,
  BAND_LAMBDA_INTERACTION,
  BAND_GAP,
  BAND_EI_ALL,
  BAND_EI_INTERACTION,
  BAND_ROBUSTNESS,
  BAND_DEPENDENCE,
  BAND_ISOLATES_ALL,
  BAND_ISOLATES_INTERACTION,
  N_BANDS,
} BandName;

static const struct { const char *id, *part; MilieuSide side; guint decimals; } band_kinds[N_BANDS] = {
  { "L1b", "lambda_all", MILIEU_SIDE_BOTH, 4 }, { "L1b", "lambda_interaction", MILIEU_SIDE_BOTH, 4 },
  { "L1b", NULL, MILIEU_SIDE_BOTH, 4 },
  { "4.6", NULL, MILIEU_SIDE_STRUCTURAL, 2 }, { "4.6", NULL, MILIEU_SIDE_INTERACTIONIST, 2 },
  { "L6a", NULL, MILIEU_SIDE_INTERACTIONIST, 4 }, { "L6b", NULL, MILIEU_SIDE_INTERACTIONIST, 2 },
  { "4.0", NULL, MILIEU_SIDE_STRUCTURAL, 0 }, { "4.0", NULL, MILIEU_SIDE_INTERACTIONIST, 0 },
};

/* the headline values of a pair of graphs; @broker: whose leaving L6b tells of */
static void
take_values (const MilieuGraph *interactions, const MilieuGraph *all, guint32 broker, double *values)
{
  values[BAND_LAMBDA_ALL] = milieu_graph_lambda (all).value;
  values[BAND_LAMBDA_INTERACTION] = milieu_graph_lambda (interactions).value;
  values[BAND_GAP] = values[BAND_LAMBDA_ALL] - values[BAND_LAMBDA_INTERACTION];
  values[BAND_EI_ALL] = milieu_graph_external_internal (all, NULL).index.value;
  values[BAND_EI_INTERACTION] = milieu_graph_external_internal (interactions, NULL).index.value;
  values[BAND_ROBUSTNESS] = milieu_graph_robustness (interactions, 10).r_star;
  values[BAND_DEPENDENCE] = broker == MILIEU_NO_VERTEX ? NAN : milieu_graph_dependence (interactions, NULL, broker).value;
  values[BAND_ISOLATES_ALL] = milieu_graph_isolates (all);
  values[BAND_ISOLATES_INTERACTION] = milieu_graph_isolates (interactions);
}

/* @bands: N_BANDS */
static gboolean
hide (Work *work, const Ties *ties, guint share, guint32 broker, MilieuHiddenBand *bands)
{
  guint hidings = work->result->hidings, kept = milieu_hiding_keeps (ties->n, share);
  g_autofree guint32 *order = g_new (guint32, ties->n + 1);
  g_autofree double *drawn = g_new (double, N_BANDS * hidings + 1);
  MilieuRandom random;

  milieu_hiding_random (&random, work->result->seed, share);
  for (guint draw = 0; draw < hidings; draw++)
    {
      g_autoptr (MilieuGraph) interactions = NULL, all = NULL;
      double values[N_BANDS];

      milieu_hiding_draw (&random, order, ties->n);
      interactions = graph_of (ties, order, kept, MILIEU_GRAPH_INTERACTION);
      all = graph_of (ties, order, kept, MILIEU_GRAPH_ALL);
      take_values (interactions, all, broker, values);
      for (guint b = 0; b < N_BANDS; b++)
        drawn[b * hidings + draw] = values[b];
      if (!step (work))
        return FALSE;
    }
  for (guint b = 0; b < N_BANDS; b++)
    {
      MilieuHiddenBand band = milieu_band_of (drawn + b * hidings, hidings);

      /* one by one: what lies between the members is kept too, and must stay what it is */
      bands[b].low = band.low;
      bands[b].median = band.median;
      bands[b].high = band.high;
      bands[b].undefined = band.undefined;
    }
  return TRUE;
}

static gboolean
recall_hidden (Work *work, const Ties *ties, guint share, guint32 broker)
{
  MilieuHiddenBand bands[N_BANDS];
  g_autoptr (GChecksum) key = rests_on (work, "bands", ties, share, broker);

  memset (bands, 0, sizeof bands); /* what lies between members is kept too */
  if (milieu_basis_recall (work->basis, key, bands, sizeof bands))
    work->done += work->result->hidings;
  else if (hide (work, ties, share, broker, bands))
    milieu_basis_keep (work->basis, key, bands, sizeof bands);
  else
    return FALSE;
  for (guint b = 0; b < N_BANDS; b++)
    work->result->bands[b].bands[share] = bands[b];
  return TRUE;
}

static gboolean
take_bands (Work *work)
{
  MilieuBasis *basis = work->basis;
  MilieuUncertainty *result = work->result;
  const MilieuMeasures *measures = basis->measures[MILIEU_GRAPH_INTERACTION];
  guint32 broker = basis->n > 0 && measures->betweenness[measures->ranking[0]] > 0 ? measures->ranking[0] : MILIEU_NO_VERTEX;
  gboolean whole = TRUE;
  double values[N_BANDS];
  Ties ties;

  result->n_bands = N_BANDS;
  result->bands = g_new0 (MilieuHeadlineBand, N_BANDS);
  take_values (basis->graphs[MILIEU_GRAPH_INTERACTION], basis->graphs[MILIEU_GRAPH_ALL], broker, values);
  for (guint b = 0; b < N_BANDS; b++)
    result->bands[b] = (MilieuHeadlineBand) { band_kinds[b].id, band_kinds[b].part, band_kinds[b].side, values[b], band_kinds[b].decimals };
  ties_take (&ties, basis, MILIEU_GRAPH_ALL);
  for (guint share = 0; share < MILIEU_N_HIDDEN_SHARES && whole; share++)
    whole = recall_hidden (work, &ties, share, broker);
  ties_clear (&ties);
  return whole;
}

static gboolean
too_large (const MilieuBasis *basis)
{
  return (double) MILIEU_BOOTSTRAPS * basis->n * basis->graphs[MILIEU_GRAPH_ALL]->m > MILIEU_MEASURES_LIMIT;
}

MilieuUncertainty *
milieu_uncertainty_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, gboolean force,
                        const gint *cancel, MilieuReadingProgress progress, gpointer data)
{
  return milieu_uncertainty_new_after (NULL, snapshot, filter, force, cancel, progress, data);
}

MilieuUncertainty *
milieu_uncertainty_new_after (MilieuMemo *before, MilieuSnapshot *snapshot, const MilieuFilter *filter, gboolean force,
                              const gint *cancel, MilieuReadingProgress progress, gpointer data)
{
  g_autoptr (MilieuMemo) memo = milieu_memo_new (before);
  g_autoptr (MilieuBasis) basis = milieu_basis_new (snapshot, filter, MILIEU_NO_KEY, cancel);
  g_autoptr (MilieuUncertainty) result = g_new0 (MilieuUncertainty, 1);
  gboolean ranked = force || !too_large (basis);
  Work work = { result, basis, progress, data };

  result->revision = milieu_snapshot_revision (snapshot);
  result->seed = basis->seed;
  result->bootstraps = MILIEU_BOOTSTRAPS;
  result->hidings = MILIEU_HIDINGS;
  work.steps = (ranked ? MILIEU_N_GRAPHS * MILIEU_BOOTSTRAPS : 0) + MILIEU_N_HIDDEN_SHARES * MILIEU_HIDINGS;
  basis->memo = memo;
  milieu_basis_measure (basis);
  if (milieu_basis_cancelled (basis) || !take_bands (&work))
    return NULL;
  if (!ranked)
    result->reason = milieu_phrase_new (N_("the map is too large to draw its ties again unasked"));
  for (guint graph = 0; graph < MILIEU_N_GRAPHS && ranked; graph++)
    if (!take_intervals (&work, graph))
      return NULL;
  result->n_ranks = ranked ? basis->n : 0;
  result->memo = milieu_memo_finish (g_steal_pointer (&memo), &result->computed, &result->recalled);
  return g_steal_pointer (&result);
}

void
milieu_uncertainty_free (MilieuUncertainty *uncertainty)
{
  for (guint i = 0; i < MILIEU_N_GRAPHS; i++)
    g_free (uncertainty->ranks[i]);
  g_free (uncertainty->bands);
  milieu_memo_unref (uncertainty->memo);
  milieu_phrase_free (uncertainty->reason);
  g_free (uncertainty);
}

const MilieuRankInterval *
milieu_uncertainty_rank (const MilieuUncertainty *uncertainty, MilieuGraphKind graph, guint32 actor)
{
  for (guint i = 0; i < uncertainty->n_ranks; i++)
    if (uncertainty->ranks[graph][i].actor == actor)
      return &uncertainty->ranks[graph][i];
  return NULL;
}

MilieuPhrase *
milieu_rank_interval_phrase (const MilieuRankInterval *interval, guint bootstraps)
{
  /* xgettext:no-c-format */
  const char *msgid = N_("rank {rank}, from {low} to {high} in 95% of {draws} draws of the ties");
  MilieuPhrase *phrase = milieu_phrase_number (milieu_phrase_new (msgid), "rank", interval->rank, 0);

  milieu_phrase_number (phrase, "low", interval->low, 0);
  milieu_phrase_number (phrase, "high", interval->high, 0);
  return milieu_phrase_number (phrase, "draws", bootstraps, 0);
}
