/* The map as a figure: where the actors are, and who is tied to whom.
 *
 * In two steps, both pure and for any thread. The plan is made once for a
 * revision, a filter and a size of view: who appears, the opening frame, the
 * proposed inset, on which side each label stands. A figure is made from the
 * plan for each frame that a person looks at. */
#pragma once

#include "figure/dressing.h"
#include "figure/figure.h"
#include "figure/tools.h"
#include "geo/frame.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* which actors the opening frame holds */
typedef enum
{
  MILIEU_EXTENT_REGION, /* those of the basemap's region; all, if it holds none */
  MILIEU_EXTENT_CROWD,  /* those of the densest place ("lille" for the example) */
  MILIEU_EXTENT_ALL,
} MilieuMapExtent;

typedef enum
{
  MILIEU_MAP_INSET = 1 << 0,     /* the proposed inset, if there is a crowd */
  MILIEU_MAP_SCALE = 1 << 1,     /* scale bar and north */
  MILIEU_MAP_LOCATOR = 1 << 2,
  MILIEU_MAP_CREDIT = 1 << 3,    /* at the bottom right, inside the map */
  MILIEU_MAP_GRATICULE = 1 << 4, /* ticks with degrees on the top and right edge */
  MILIEU_MAP_BORDER = 1 << 5,    /* a line around the map */
} MilieuMapParts;
#define MILIEU_MAP_SCREEN (MILIEU_MAP_INSET | MILIEU_MAP_SCALE | MILIEU_MAP_LOCATOR | MILIEU_MAP_CREDIT)
#define MILIEU_MAP_PRINT \
  (MILIEU_MAP_INSET | MILIEU_MAP_SCALE | MILIEU_MAP_LOCATOR | MILIEU_MAP_GRATICULE | MILIEU_MAP_BORDER)

/* where a person put what stands on the map: px of the view */
typedef struct
{
  MilieuPartPlace inset, scale, north, locator;
} MilieuMapPlaces;

/* zero it, then set what you need */
typedef struct
{
  double width, height; /* of what is seen, px, over 0 */
  MilieuMapExtent extent;
  guint parts;          /* MilieuMapParts */
  MilieuBox taken[4];   /* boxes of the view that widgets cover (zoom buttons): no label there at the opening view */
  guint n_taken;
  const MilieuDressing *dressing; /* (nullable): borrowed for the call that makes the plan */
  const char *const *insets; /* (nullable): strv: epci:CODE, insee:CODE or west,south,east,north, instead of the proposed one; an empty one: none */
  MilieuFrame held;     /* that someone looks at, and which becomes the opening frame; scale 0: the frame is chosen */
  MilieuMapPlaces places;
} MilieuMapOptions;

typedef struct _MilieuMapPlan MilieuMapPlan;

/**
 * milieu_map_plan_new:
 * @snapshot: read during the call only
 *
 * Returns: (transfer full): the plan
 */
MilieuMapPlan *milieu_map_plan_new (MilieuSnapshot *snapshot, const MilieuFilter *filter,
                                    const MilieuFigureTools *tools, const MilieuMapOptions *options);

/* counted atomically: any thread */
MilieuMapPlan *milieu_map_plan_ref (MilieuMapPlan *plan);
void milieu_map_plan_unref (MilieuMapPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuMapPlan, milieu_map_plan_unref)

/** milieu_map_plan_opening_frame: Returns: what a person sees first: all actors of the extent, with room for labels and inset */
MilieuFrame milieu_map_plan_opening_frame (const MilieuMapPlan *plan);

/** milieu_map_plan_frame_of: @actors: (array length=n): keys; Returns: the frame, of the view's size, that shows those of them who have a place */
MilieuFrame milieu_map_plan_frame_of (const MilieuMapPlan *plan, const guint32 *actors, guint n);

#define MILIEU_MOST_INSETS 4

/** milieu_map_plan_inset: of the first inset: @card: (out): of the view, head and map; @frame: (out): what it shows below its head; Returns: %FALSE if there is none */
gboolean milieu_map_plan_inset (const MilieuMapPlan *plan, MilieuBox *card, MilieuFrame *frame);

/**
 * milieu_map_figure_new:
 * @tools: as given to the plan
 * @frame: (nullable): what is seen; %NULL for the opening frame. Its size may differ from the plan's
 * @margin: px that the figure holds beyond the frame on each side, for panning
 * @wanted: (nullable) (array length=n_wanted): keys of actors whose labels must show (selection, hover)
 *
 * The page is the frame and its margin: the frame's top left corner is at
 * (@margin, @margin). Furniture and inset stand within the frame. At the
 * opening scale labels stand where the solver put them; at another they keep
 * their side and show where there is room, which depends on the scale alone.
 *
 * Returns: (transfer full): the figure; its facts are set
 */
MilieuFigure *milieu_map_figure_new (MilieuMapPlan *plan, const MilieuFigureTools *tools,
                                     const MilieuFrame *frame, double margin,
                                     const guint32 *wanted, guint n_wanted);

/** milieu_map_plan_shows_inset: Returns: whether the inset stands in @frame: its lens in view and small, nobody under its card */
gboolean milieu_map_plan_shows_inset (const MilieuMapPlan *plan, const MilieuFrame *frame);

/**
 * milieu_map_window_new:
 * @scale: metres per px
 * @inset: whether milieu_map_plan_shows_inset(): those whom it shows are dots in its lens
 * @window: whole px of the plane, whose origin is that of Lambert-93, y southwards: the page
 *
 * The ground of a map that a canvas shows at @scale. Two windows of one scale show the same where they meet.
 *
 * Returns: (transfer full): the figure; it holds @plan
 */
MilieuFigure *milieu_map_window_new (MilieuMapPlan *plan, const MilieuFigureTools *tools, double scale, gboolean inset,
                                     const MilieuBox *window, const guint32 *wanted, guint n_wanted);

/** milieu_map_glass_new: Returns: (transfer full): what stands before the ground in @frame: furniture and inset */
MilieuFigure *milieu_map_glass_new (MilieuMapPlan *plan, const MilieuFigureTools *tools, const MilieuFrame *frame,
                                    const guint32 *wanted, guint n_wanted);

G_END_DECLS
