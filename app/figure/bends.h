/* Which way a tie of the network goes round what stands between its ends. */
#pragma once

#include "figure/box.h"
#include "figure/cast.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuCast *cast;
  const MilieuPoint *at;    /* per actor of the cast; NAN where it does not stand */
  const double *reach;      /* per actor: where its ties begin */
  const MilieuBox *labels;  /* per actor: where its label will probably stand */
  double size;              /* of symbols */
} MilieuBendRequest;

/**
 * milieu_bends_choose:
 *
 * Institutions run straight and interactions bow, unless another actor stands
 * in the way: then the first of the bends of look.md §3 that meets no other
 * symbol and fewest labels. Parallel ties are fanned about it. Longest pairs
 * first, in two passes. Above 600 ties only the default bends.
 *
 * Returns: (transfer full) (array): the bend of each tie of the cast, for milieu_curve_between(); g_free()
 */
double *milieu_bends_choose (const MilieuBendRequest *request);

G_END_DECLS
