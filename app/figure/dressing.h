/* What a figure does to its actors beyond what the map says of them: sizes by a
 * measure, and labels that somebody put where they are. */
#pragma once

#include "figure/cast.h"
#include "model/plate.h"

G_BEGIN_DECLS

/* Borrowed for the call that takes it. */
typedef struct
{
  MilieuSizeBy size;             /* UNSET: all are of one size */
  const double *values;          /* (array length=n_values): of the measure by actor key, NAN where undefined */
  guint n_values;
  double largest;                /* of @values, 0 if there is none */
  const MilieuHandLabel *labels; /* (array length=n_labels) */
  guint n_labels;
} MilieuDressing;

/* px of look.md of a symbol by a measure: of 0 and of the largest value */
#define MILIEU_SIZED_LEAST 9.0
#define MILIEU_SIZED_MOST 24.0

/** milieu_dressing_apply: @dressing: (nullable); @network: whose labels; @px_per_mm: of the page */
void milieu_dressing_apply (const MilieuDressing *dressing, MilieuCast *cast, gboolean network, double px_per_mm);

G_END_DECLS
