/* §4.7: communities against chance and against the grounds. Private. */
#pragma once

#include "reading/basis.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;            /* of three actors or more */
  double modularity;  /* Q of the best of the restarts; NAN if it failed */
  double percentile;  /* of Q under P2 */
  double agreement;   /* adjusted mutual information with the grounds; NAN if undefined */
  double seconds;     /* about how long the percentile takes if it was left out, else 0 */
} MilieuCommunities;

/** milieu_communities_measure: Leiden's partition of @graph, its Q against rewired graphs, its agreement with the grounds */
void milieu_communities_measure (const MilieuBasis *basis, const MilieuGraph *graph, MilieuCommunities *communities);

/**
 * milieu_adjusted_mutual_information:
 * @a, @b: labels of @n things, from 0
 *
 * Vinh, Epps & Bailey 2010, normalised by the mean of the entropies.
 *
 * Returns: 1 for the same partition, about 0 by chance; NAN if @n is 0
 */
double milieu_adjusted_mutual_information (const guint *a, const guint *b, guint n);

G_END_DECLS
