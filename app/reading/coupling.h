/* The numbers of L1, which the verdict asks for too. Private. */
#pragma once

#include "reading/basis.h"

G_BEGIN_DECLS

typedef struct
{
  guint external, internal, left_out; /* dyads of the interaction graph */
  guint grounds;   /* how many different ones stand at its ends */
  double share;    /* CL = E/(E+I); NAN if undefined */
  double by_chance; /* CL0: mean under P1 */
  double lift, percentile;
  double analytic; /* CL under the configuration model */
  MilieuMeasureStatus status; /* of lift and percentile; of share too where it is NO_TIES */
} MilieuCoupling;

/** milieu_coupling_measure: L1a on @graph, against basis->draws permutations of the grounds */
void milieu_coupling_measure (const MilieuBasis *basis, const MilieuGraph *graph, MilieuCoupling *coupling);

/** milieu_gap_measure: Returns: Δ = λ(G_A) − λ(G_I), NAN without actors */
double milieu_gap_measure (const MilieuBasis *basis, double *lambda_all, double *lambda_interaction);

G_END_DECLS
