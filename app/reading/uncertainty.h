/* How far to trust the numbers: rank intervals, hidden ties, and how well each
 * actor is documented. Seeded with the setting "seed": the same bytes twice. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

#define MILIEU_BOOTSTRAPS 200
#define MILIEU_HIDINGS 100

/* where an actor stands when the ties are drawn again with replacement */
typedef struct
{
  guint32 actor;   /* key */
  guint rank;      /* by betweenness in the graph as it is, 1 first; equal ones share a rank */
  guint low, high; /* 95 % of the draws lie from low to high; low is the better rank */
} MilieuRankInterval;

/* what becomes of a headline value when a share of the ties is hidden */
#define MILIEU_N_HIDDEN_SHARES 3 /* 10, 20, 30 % */
typedef struct
{
  double low, median, high; /* 95 % of the draws; NAN if it was never defined */
  guint undefined;          /* draws in which it was not */
} MilieuHiddenBand;

typedef struct
{
  const char *id;    /* of the indicator: "L1b" */
  const char *part;  /* (nullable): a part of it, as in MilieuPart: "lambda_all" */
  MilieuSide side;
  double value;      /* with every tie; NAN if undefined */
  guint decimals;
  MilieuHiddenBand bands[MILIEU_N_HIDDEN_SHARES];
} MilieuHeadlineBand;

typedef struct
{
  guint64 revision;
  gint64 seed;
  guint bootstraps, hidings;
  MilieuRankInterval *ranks[MILIEU_N_GRAPHS]; /* by rank, then id; n_ranks each */
  guint n_ranks;
  MilieuHeadlineBand *bands;
  guint n_bands;
  guint same_centre[MILIEU_N_GRAPHS]; /* bootstraps in which the most central actor is the same */
  MilieuPhrase *reason; /* (nullable): why there are no ranks (too large a map); bands stand */
  guint computed, recalled; /* costly numbers computed for it, and taken over */
  struct _MilieuMemo *memo; /* private: costly numbers, for the next */
} MilieuUncertainty;

/**
 * milieu_uncertainty_new:
 * @force: compute the ranks even where bootstraps · n · m is over MILIEU_MEASURES_LIMIT
 * @cancel: (nullable): an atomic integer; not 0 to give up
 * @progress: (nullable): told between draws
 *
 * Ties are drawn one by one, parallel ones apart. Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL only if cancelled
 */
MilieuUncertainty *milieu_uncertainty_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, gboolean force,
                                           const gint *cancel, MilieuReadingProgress progress, gpointer data);
/** milieu_uncertainty_new_after: the same; draws whose ties are as they were are taken over from @before: (nullable): MilieuUncertainty.memo */
MilieuUncertainty *milieu_uncertainty_new_after (struct _MilieuMemo *before, MilieuSnapshot *snapshot,
                                                 const MilieuFilter *filter, gboolean force, const gint *cancel,
                                                 MilieuReadingProgress progress, gpointer data);
void milieu_uncertainty_free (MilieuUncertainty *uncertainty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuUncertainty, milieu_uncertainty_free)

/** milieu_hidden_share: Returns: 0.1, 0.2 or 0.3, by index */
double milieu_hidden_share (guint index);

/** milieu_uncertainty_rank: Returns: (nullable) (transfer none): the interval of an actor */
const MilieuRankInterval *milieu_uncertainty_rank (const MilieuUncertainty *uncertainty, MilieuGraphKind graph, guint32 actor);

/** milieu_rank_interval_phrase: Returns: (transfer full): "rank 1, between 1 and 4 in 95% of 200 draws of the ties" */
MilieuPhrase *milieu_rank_interval_phrase (const MilieuRankInterval *interval, guint bootstraps);

G_END_DECLS
