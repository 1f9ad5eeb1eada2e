/* The numbers of L2a, L3, L5 and L6 that the verdict asks for too. Private. */
#pragma once

#include "reading/basis.h"

G_BEGIN_DECLS

/* years of the window that looks back: indicators §0 */
#define MILIEU_WINDOW 5

/** milieu_basis_window: Returns: the setting "window", 5 years unless told */
guint milieu_basis_window (const MilieuBasis *basis);

typedef struct
{
  guint dyads;   /* new dated ones of the window, the record's first years left out */
  guint distant; /* of them, joining actors that were 3 or more steps apart */
  double share;  /* NS; NAN without dyads: whether there are enough is for who asks */
} MilieuNovelty;

/** milieu_novelty_measure: @ties: (nullable): marks the new ties */
void milieu_novelty_measure (const MilieuBasis *basis, MilieuNovelty *novelty, guint8 *ties);

typedef struct
{
  guint of[MILIEU_N_ELEMENTS]; /* actors of each element */
  guint coverage;              /* elements that have one, 0 to 4 */
  double evenness;             /* NAN where all are empty */
} MilieuElements;

/** milieu_elements_measure: @actors: (nullable): marks them */
void milieu_elements_measure (const MilieuBasis *basis, MilieuElements *elements, guint8 *actors);

typedef struct
{
  guint entries, exits; /* dated in ]year − window, year] */
  guint newcomers, integrated; /* entries, and those of them with an interaction */
  guint unknown_end;    /* actors without a date of end */
} MilieuArrivals;

/** milieu_arrivals_measure: @newcomers, @exits: (nullable): mark them */
void milieu_arrivals_measure (const MilieuBasis *basis, MilieuArrivals *arrivals, guint8 *newcomers, guint8 *exits);

/** milieu_dependence_measure: L6b: @broker: (out): the most between vertex; reach: cross-ground pairs before and after */
MilieuMeasure milieu_dependence_measure (const MilieuBasis *basis, MilieuGraphKind graph, guint32 *broker,
                                         guint64 *before, guint64 *after);

/** milieu_mediation_measure: L3b; its statuses are TOO_LARGE where n·m is over what is computed unasked */
MilieuMediation milieu_mediation_measure (const MilieuBasis *basis, guint middle);

/** milieu_pairs_over_bridge: Returns: cross-ground pairs that only the edge @bridge joins */
guint64 milieu_pairs_over_bridge (const MilieuBasis *basis, const MilieuGraph *graph, guint32 bridge);

/** milieu_device_owner: Returns: L3c the ground of most who found, fund or produce a device; NONE where mixed or unknown */
MilieuGround milieu_device_owner (const MilieuBasis *basis, guint device);

/** milieu_ground_diversity: Returns: L4a normalised Blau by ground of some actors; NAN for fewer than three with a ground */
double milieu_ground_diversity (const MilieuBasis *basis, const guint8 *actors);

G_END_DECLS
