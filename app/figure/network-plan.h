/* What is decided about a network before anybody zooms: private to its figure. */
#pragma once

#include "figure/bends.h"
#include "figure/labels.h"
#include "figure/name-words.h"
#include "figure/network-figure.h"

G_BEGIN_DECLS

struct _MilieuNetworkPlan
{
  gint count;
  MilieuNetworkOptions options; /* without layout and graph */
  double unit;
  double edge;            /* px of look.md that bands keep from the edge of the view */
  MilieuCast *cast;
  MilieuPoint *spots;     /* per actor */
  MilieuWords *words;     /* per actor */
  guint *rank;            /* per actor: 0 has most ties */
  MilieuBand bands[MILIEU_N_GROUNDS]; /* strata only */
  guint n_bands;
  double *bends;          /* per tie */
  MilieuNetworkView opening;
  MilieuLabelPlace *places; /* per actor, at the opening view */
  double *from;           /* per actor: over this scale its label shows */
  guint8 *sides;          /* per actor: 1 + MilieuLabelSide of its label at the opening view, 0 */
};

/** milieu_network_plan_place: Returns: (transfer full) (array): where the labels stand in @view; @solve: as the opening view */
MilieuLabelPlace *milieu_network_plan_place (const MilieuNetworkPlan *plan, const MilieuFigureTools *tools,
                                             const MilieuNetworkView *view, gboolean solve);

/** milieu_network_plan_points: Returns: (transfer full) (array): px of the view, per actor */
MilieuPoint *milieu_network_plan_points (const MilieuNetworkPlan *plan, const MilieuNetworkView *view);
/** milieu_network_plan_size: Returns: px of an actor's symbol */
double milieu_network_plan_size (const MilieuNetworkPlan *plan, guint actor);
double *milieu_network_plan_reaches (const MilieuNetworkPlan *plan);
/** milieu_network_plan_wish: where the label of an actor at @at would stand */
MilieuLabelWish milieu_network_plan_wish (const MilieuNetworkPlan *plan, guint actor, MilieuPoint at);
MilieuBox milieu_network_plan_band (const MilieuNetworkView *view, const MilieuBand *band);

/* of a band's title, px of look.md */
#define MILIEU_BAND_TITLE 24.0

G_END_DECLS
