/* The network as part of a page: private to figures. */
#pragma once

#include "figure/network-figure.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuNetworkPlan *plan;
  const MilieuFigureTools *tools;
  MilieuNetworkView view; /* what is seen */
  MilieuPoint origin;     /* of the view on the page */
  double margin;          /* px beyond the view */
  const MilieuBox *page;  /* (nullable): in place of view and margin, where the view is the whole plane */
  const guint32 *wanted;
  guint n_wanted;
} MilieuNetworkDrawing;

/** milieu_network_draw: adds a panel and marks to @builder */
void milieu_network_draw (MilieuFigureBuilder *builder, const MilieuNetworkDrawing *drawing);

/** milieu_network_plan_extent: Returns: px of the view that bands and symbols cover at the opening view */
MilieuBox milieu_network_plan_extent (const MilieuNetworkPlan *plan);

G_END_DECLS
