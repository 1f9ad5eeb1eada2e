/* What becomes of every value when a share of the ties is hidden at random
 * (indicators §6.5). The draws are those of the headline bands in uncertainty.h. */
#pragma once

#include "model/random.h"
#include "reading/uncertainty.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 revision;
  guint hidings;
  MilieuHeadlineBand *bands; /* of each result that has a number and that ties change, in the order of the reading; part is %NULL */
  guint n_bands;
} MilieuHidden;

/**
 * milieu_hidden_new:
 * @cancel: (nullable): an atomic integer; not 0 to give up
 * @progress: (nullable): told between draws
 *
 * Reads the map again for each draw, without draws of null models. Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL only if cancelled
 */
MilieuHidden *milieu_hidden_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, const gint *cancel,
                                 MilieuReadingProgress progress, gpointer data);
void milieu_hidden_free (MilieuHidden *hidden);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuHidden, milieu_hidden_free)

/** milieu_hidden_find: Returns: (nullable) (transfer none): the bands of a result */
const MilieuHeadlineBand *milieu_hidden_find (const MilieuHidden *hidden, const char *id, MilieuSide side);

/** milieu_hidden_seconds: Returns: about how long it takes; %0 where nobody has to be asked before */
double milieu_hidden_seconds (const MilieuReading *reading);

/* one draw of a share, for all who hide ties alike */
guint milieu_hiding_keeps (guint n_ties, guint share);
void milieu_hiding_random (MilieuRandom *random, gint64 seed, guint share);
/** milieu_hiding_draw: @order: (out) (array length=n_ties): the first of them, milieu_hiding_keeps(), stay */
void milieu_hiding_draw (MilieuRandom *random, guint32 *order, guint n_ties);

/** milieu_band_of: @drawn: sorted on return; Returns: what lies in the middle of those that are numbers */
MilieuHiddenBand milieu_band_of (double *drawn, guint n);

G_END_DECLS
