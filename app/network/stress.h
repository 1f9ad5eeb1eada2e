/* Stress layout of one connected component: distances on paper in proportion
 * to steps in the network. */
#pragma once

#include "model/random.h"
#include "network/graph.h"

G_BEGIN_DECLS

/* local numbers 0 … n − 1; positions in steps */
typedef struct
{
  guint n;
  guint32 *vertices;          /* in the graph, ascending */
  guint32 *first, *neighbours; /* as in MilieuGraph */
  guint8 *fixed;
  double *x, *y;
  gpointer terms;             /* private: pairs with their distance and weight */
  guint n_terms;
  guint farthest;
} MilieuStress;

/**
 * milieu_stress_new:
 * @local: a scratch array, one per vertex of the graph
 *
 * All pairs up to 2 000 vertices, above that pairs with pivots and neighbours
 * (Ortmann, Klimenta & Brandes 2017, "A Sparse Stress Model").
 *
 * Returns: (transfer full): the component of @vertices, positions all 0
 */
MilieuStress *milieu_stress_new (const MilieuGraph *graph, const guint32 *vertices, guint n, guint32 *local,
                                 MilieuRandom *random);
void milieu_stress_free (MilieuStress *stress);

/** milieu_stress_scatter: puts all that is not fixed at random */
void milieu_stress_scatter (MilieuStress *stress, MilieuRandom *random);

/** milieu_stress_descend: stochastic gradient descent (Zheng, Pawar & Goodman 2018), then, for up to 300 vertices,
 *  majorisation (Gansner, Koren & North 2005). Fixed ones stay. */
void milieu_stress_descend (MilieuStress *stress, MilieuRandom *random);

/** milieu_stress_residual: Returns: Σ w (d − l)² / Σ w d², w = d⁻² */
double milieu_stress_residual (const MilieuStress *stress);

G_END_DECLS
