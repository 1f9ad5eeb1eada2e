/* The network as a figure: who is tied to whom, where the spots say.
 *
 * As with the map: a plan for a revision and a filter, a figure for each view. */
#pragma once

#include "figure/dressing.h"
#include "figure/figure.h"
#include "figure/tools.h"
#include "model/filter.h"
#include "network/layout.h"

G_BEGIN_DECLS

/* a window onto the plane of the spots */
typedef struct
{
  double width, height; /* px */
  MilieuPoint centre;   /* spot units, what lies in the middle */
  double scale;         /* px per spot unit, over 0 */
} MilieuNetworkView;

/** milieu_network_view_to_px: @spot in spot units; Returns: px of the view */
MilieuPoint milieu_network_view_to_px (const MilieuNetworkView *view, MilieuPoint spot);
MilieuPoint milieu_network_view_to_spot (const MilieuNetworkView *view, MilieuPoint px);
/** milieu_network_view_zoom: @factor over 1 comes nearer; what lies under @x, @y stays there */
void milieu_network_view_zoom (MilieuNetworkView *view, double factor, double x, double y);

/* zero it, then set what you need */
typedef struct
{
  double width, height;     /* of what is seen, px, over 0 */
  const MilieuLayout *layout; /* (nullable): positions to use in place of spots; with @graph */
  const MilieuGraph *graph;   /* the graph of @layout */
  MilieuLayoutKind kind;      /* of the layout: bands are drawn for strata */
  const MilieuDressing *dressing; /* (nullable): as for the map */
  MilieuBox taken[4];         /* as for the map */
  guint n_taken;
} MilieuNetworkOptions;

typedef struct _MilieuNetworkPlan MilieuNetworkPlan;

/**
 * milieu_network_kind:
 *
 * Returns: the layout that the map's setting layout.kind names; strata if it names none
 */
MilieuLayoutKind milieu_network_kind (MilieuSnapshot *snapshot);

/**
 * milieu_network_extents:
 * @graph: from milieu_graph_new_drawn()
 * @kind: the layout that is asked for; the map may still stand in another
 *
 * Returns: (transfer full) (array): the room that each vertex needs for its symbol and label, for milieu_layout_new(); g_free()
 */
MilieuExtent *milieu_network_extents (MilieuSnapshot *snapshot, const MilieuGraph *graph, MilieuLayoutKind kind,
                                      const MilieuFigureTools *tools);

/**
 * milieu_network_plan_new:
 * @snapshot: read during the call only
 *
 * Actors without a spot stand in rows below the others until a layout is run.
 *
 * Returns: (transfer full): the plan
 */
MilieuNetworkPlan *milieu_network_plan_new (MilieuSnapshot *snapshot, const MilieuFilter *filter,
                                            const MilieuFigureTools *tools, const MilieuNetworkOptions *options);

/* counted atomically: any thread */
MilieuNetworkPlan *milieu_network_plan_ref (MilieuNetworkPlan *plan);
void milieu_network_plan_unref (MilieuNetworkPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuNetworkPlan, milieu_network_plan_unref)

/** milieu_network_plan_opening_view: Returns: the view that shows everything */
MilieuNetworkView milieu_network_plan_opening_view (const MilieuNetworkPlan *plan);
/** milieu_network_plan_view_of: Returns: the view that shows these actors */
MilieuNetworkView milieu_network_plan_view_of (const MilieuNetworkPlan *plan, const guint32 *actors, guint n);

/**
 * milieu_network_figure_new:
 * @view: (nullable): what is seen; %NULL for the opening view
 * @margin: px that the figure holds beyond the view on each side
 * @wanted: (nullable) (array length=n_wanted): keys of actors whose labels must show
 *
 * Returns: (transfer full): the figure; its facts are set
 */
MilieuFigure *milieu_network_figure_new (MilieuNetworkPlan *plan, const MilieuFigureTools *tools,
                                         const MilieuNetworkView *view, double margin,
                                         const guint32 *wanted, guint n_wanted);

/**
 * milieu_network_window_new:
 * @scale: px per spot unit
 * @window: whole px of the plane, whose origin is that of the spots: the page
 *
 * What a canvas shows at @scale. Two windows of one scale show the same where they meet.
 *
 * Returns: (transfer full): the figure; it holds @plan
 */
MilieuFigure *milieu_network_window_new (MilieuNetworkPlan *plan, const MilieuFigureTools *tools, double scale,
                                         const MilieuBox *window, const guint32 *wanted, guint n_wanted);

G_END_DECLS
