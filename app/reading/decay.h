/* §4.9: does distance unmake ties? Private. */
#pragma once

#include "geo/point.h"
#include "reading/basis.h"

G_BEGIN_DECLS

/* indicators §4.9: fewest ties to correlate; permutations */
#define MILIEU_DECAY_FEW 5
#define MILIEU_DECAY_PERMUTATIONS 5000

typedef struct
{
  guint pairs, tied;   /* of the located; tied ones of the graph */
  double r;            /* Pearson's, log (metres + 1) against tie; NAN for fewer than five ties or where all pairs are alike */
  double percentile;   /* QAP: share of permutations in which the tied are as near or nearer; NAN as r */
  double tied_km, untied_km; /* medians; NAN where there are none */
  double near_share, share;  /* tied of the nearer half of the pairs, tied of all */
} MilieuDecay;

/**
 * milieu_decay_measure:
 * @of: (array length=n): vertices of @graph
 * @metres: (array length=n): where they stand
 *
 * Mantel; Krackhardt 1988: the actors change places, distances stay. O(n² + permutations · ties).
 */
void milieu_decay_measure (const MilieuBasis *basis, const MilieuGraph *graph, const guint32 *of, const MilieuMetres *metres,
                           guint n, MilieuDecay *decay);

G_END_DECLS
