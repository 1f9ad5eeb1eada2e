/* How much of each there is, beside the switches of the left column. */
#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

typedef struct
{
  guint evidences[MILIEU_N_EVIDENCES]; /* ties of the scope with exactly that evidence */
  guint grounds[MILIEU_N_GROUNDS];     /* actors of the scope */
  guint classes[MILIEU_N_CLASSES];     /* ties that are asked for */
  guint *kinds;                        /* actors of the scope, by key of the kind */
  guint32 n_kinds;
  guint undated;                       /* actors of the scope without any date */
  guint first, last;                   /* years of the map's dates, 0 if it has none */
} MilieuCounts;

/** milieu_counts: what the canvas hides counts too, so that one sees what there is to show */
void milieu_counts (MilieuCounts *counts, MilieuSnapshot *snapshot, const MilieuFilter *filter);
void milieu_counts_clear (MilieuCounts *counts);

G_END_DECLS
