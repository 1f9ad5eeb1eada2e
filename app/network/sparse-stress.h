/* Stress of a connected part of any size: each vertex sees its neighbours and
 * the pivots, which stand for their regions (Ortmann, Klimenta & Brandes 2017,
 * "A Sparse Stress Model"). Float arithmetic, eight sums side by side, each in
 * a fixed order: the same bytes from any processor and number of threads. */
#pragma once

#include "network/part.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuPart *part;
  const MilieuPivots *pivots;
  float *x, *y;                       /* positions in steps: the start, then the result */
  const guint8 *fixed;                /* (nullable): 1 for those who stay */
  guint sweeps, last_sweeps;          /* over some of the pivots, then over all */
} MilieuSparseStress;

/**
 * milieu_sparse_stress_descend:
 *
 * Localised majorisation: each vertex goes to where its stress is least, the
 * others standing. Early sweeps see a part of the pivots each and go ever
 * shorter ways; the last see all. Always the same number of sweeps.
 *
 * Returns: %FALSE if cancelled
 */
gboolean milieu_sparse_stress_descend (const MilieuSparseStress *stress, MilieuCrew *crew,
                                       const MilieuLayoutRequest *request);

G_END_DECLS
