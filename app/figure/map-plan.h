/* What is decided about a map before anybody zooms: private to the figure of the map. */
#pragma once

#include "figure/crowd.h"
#include "figure/map-figure.h"
#include "figure/map-ground.h"
#include "figure/map-panel.h"

G_BEGIN_DECLS

/* where furniture stands, px of the view */
typedef struct
{
  gboolean has_locator;
  MilieuBox locator;
  double bar_right, bar_base;
  MilieuPoint north;
  MilieuBox box; /* all of it */
} MilieuFurniture;

struct _MilieuMapPlan
{
  gint count;
  MilieuMapOptions options;
  double unit, head;
  MilieuMapContent content;
  MilieuMetres *members;  /* of the extent: whom the opening frame shows */
  guint n_members;
  guint8 *is_member, *in_inset, *located; /* per actor */
  guint8 *sides;          /* per actor: 1 + MilieuSide of its label at the opening view, 0 */
  MilieuFrame opening;
  gboolean has_inset;
  MilieuInset inset;
  char *inset_name;
  guint n_inset;
  guint corner;           /* of the furniture */
  GArray *names;          /* MilieuGroundName of the opening view */
  MilieuMapPanel *main, *detail; /* as the opening view places them; detail may be NULL */
};

/** milieu_map_plan_furniture: in @corner (0 bottom right, 1 bottom left, 2 top right, 3 top left) of a view that may hold a card */
MilieuFurniture milieu_map_plan_furniture (const MilieuMapPlan *plan, double width, double height,
                                           const MilieuBox *card, guint corner, gboolean locator);

/** milieu_map_plan_lens: Returns: what the inset shows, px of @frame's view */
MilieuBox milieu_map_plan_lens (const MilieuMapPlan *plan, const MilieuFrame *frame);

/** milieu_map_plan_panel: the main map's panel for a frame; @solve: as the opening view, with @avoid */
MilieuMapPanel *milieu_map_plan_panel (const MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame,
                                       gboolean inset, gboolean solve, const MilieuBox *avoid, guint n_avoid);

/** milieu_map_plan_names: the region names that have room in @frame */
GArray *milieu_map_plan_names (const MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame,
                               gboolean inset);

G_END_DECLS
