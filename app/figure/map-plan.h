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
  MilieuBox bar;       /* of scale bar and north */
  gboolean has_scale, has_north;
  double bar_right, bar_base;
  MilieuBox scale;     /* of the scale bar alone */
  MilieuPoint north;
  MilieuBox north_box; /* of the arrow alone */
} MilieuFurniture;

/* corners of the view */
typedef enum
{
  MILIEU_CORNER_BOTTOM_RIGHT,
  MILIEU_CORNER_BOTTOM_LEFT,
  MILIEU_CORNER_TOP_RIGHT,
  MILIEU_CORNER_TOP_LEFT,
  MILIEU_CORNER_UNDER_TOP_RIGHT, /* below what is taken there */
  MILIEU_CORNER_NOWHERE,
} MilieuCorner;

typedef struct
{
  MilieuInset inset;
  gboolean fixed;         /* its frame is what somebody drew */
  char *name;
  guint n;                /* actors */
  MilieuMapPanel *detail; /* as the opening view places it */
} MilieuMapInset;

struct _MilieuMapPlan
{
  gint count;
  MilieuMapOptions options;
  double unit, head;
  MilieuMapContent content;
  MilieuMetres *members;  /* of the extent: whom the opening frame shows */
  guint n_members;
  guint8 *is_member, *located; /* per actor */
  guint8 *in_inset;       /* per actor: 1 + index of its inset, 0 for none */
  guint8 *sides;          /* per actor: 1 + MilieuLabelSide of its label at the opening view, 0 */
  MilieuFrame opening;
  guint n_insets;
  MilieuMapInset insets[MILIEU_MOST_INSETS];
  MilieuCorner locator_at, bar_at;
  GArray *names;          /* MilieuGroundName of the opening view */
  MilieuMapPanel *main;   /* as the opening view places it */
};

/** milieu_map_plan_furniture: where it stands in a view that may hold the cards of @insets: as at the opening, or in a corner without an actor */
MilieuFurniture milieu_map_plan_furniture (const MilieuMapPlan *plan, const MilieuFrame *frame, gboolean insets);

/** milieu_map_ground_scale: Returns: metres of ground per px, which a scale bar measures */
double milieu_map_ground_scale (const MilieuFrame *frame);

/** milieu_map_place_furniture: moves what a person has put elsewhere, and tells the boxes of bar and arrow */
void milieu_map_place_furniture (const MilieuMapPlan *plan, const MilieuFrame *frame, MilieuFurniture *f);

/** milieu_furniture_boxes: @boxes: (out) (array length=3): what it covers; Returns: how many */
guint milieu_furniture_boxes (const MilieuMapPlan *plan, const MilieuFurniture *f, MilieuBox *boxes);

/** milieu_map_place_inset: gives the first inset the card that a person chose, or takes all away */
void milieu_map_place_inset (MilieuMapPlan *plan);

/** milieu_map_plan_choose_corners: the first ones where no actor of the opening view is */
void milieu_map_plan_choose_corners (MilieuMapPlan *plan);

/** milieu_map_plan_outside: Returns: (transfer full) (array length=n): those outside the extent and @frame, into the cast */
guint *milieu_map_plan_outside (const MilieuMapPlan *plan, const MilieuFrame *frame, guint *n);

/**
 * milieu_map_inset_frame:
 *
 * @index: of the inset
 *
 * The finest frame of its card in which the discs of its actors find
 * room to open as rosettes, as near to their towns as can be.
 *
 * Returns: what the inset shows
 */
MilieuFrame milieu_map_inset_frame (const MilieuMapPlan *plan, guint index);

/** milieu_map_plan_open: chooses opening frame and insets; @region: (nullable) */
void milieu_map_plan_open (MilieuMapPlan *plan, const MilieuFeature *region);

/** milieu_map_plan_lens: Returns: what inset @index shows, px of @frame's view */
MilieuBox milieu_map_plan_lens (const MilieuMapPlan *plan, const MilieuFrame *frame, guint index);

/** milieu_map_plan_add_places: appends the boxes of symbols at their places in @frame, which edge markers keep clear of, to @boxes;
 * none on a map of so many that no marker could */
void milieu_map_plan_add_places (const MilieuMapPlan *plan, const MilieuFrame *frame, MilieuPoint origin, GArray *boxes);

/** milieu_map_plan_panel: the main map's panel for a frame; @solve: as the opening view, with @avoid; @muted: (nullable): whose names are not written */
MilieuMapPanel *milieu_map_plan_panel (const MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame,
                                       gboolean inset, gboolean solve, const MilieuBox *avoid, guint n_avoid, const guint8 *muted);

/** milieu_map_plan_boxes: (element-type MilieuBox): furniture, edge markers, card and names of the opening view: what its labels keep clear of */
GArray *milieu_map_plan_boxes (const MilieuMapPlan *plan, const MilieuFigureTools *tools);

/** milieu_map_plan_names: the region names that have room in @frame; @panel: (nullable): what already stands there */
GArray *milieu_map_plan_names (const MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame,
                               gboolean inset, const MilieuMapPanel *panel);

G_END_DECLS
