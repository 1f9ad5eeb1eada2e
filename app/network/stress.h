/* Stress of a small connected part, every pair of it: distances on paper in
 * proportion to steps in the network. */
#pragma once

#include "model/random.h"
#include "network/part.h"

G_BEGIN_DECLS

/* positions in steps, under the numbers of the part */
typedef struct
{
  const MilieuPart *part;
  guint n;
  guint8 *fixed;
  double *x, *y;
  gpointer terms; /* private: pairs with their distance and weight */
  guint n_terms;
  guint farthest;
} MilieuStress;

/** milieu_stress_new: Returns: (transfer full): all pairs of a connected part, so a few hundred vertices; positions all
 *  0. @part must outlive it */
MilieuStress *milieu_stress_new (const MilieuPart *part);
void milieu_stress_free (MilieuStress *stress);

/** milieu_stress_scatter: puts all that is not fixed at random */
void milieu_stress_scatter (MilieuStress *stress, MilieuRandom *random);

/** milieu_stress_descend: stochastic gradient descent (Zheng, Pawar & Goodman 2018), then
 *  majorisation (Gansner, Koren & North 2005). Fixed ones stay. */
void milieu_stress_descend (MilieuStress *stress, MilieuRandom *random);

G_END_DECLS
