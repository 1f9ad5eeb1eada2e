/* A view of the map as a canvas shows it: figures, kept up with the map, the
 * question, the camera and the light, built and painted off the main thread.
 *
 * A plan is made when the map or the question changes; from it the ground, a
 * figure of what moves with the world, for each scale; and the glass, a figure
 * of what stands before it, whenever the camera moves. The ground is painted
 * in tiles (tiles.h), the glass in one piece; the worker begins at the first
 * of them that is stale.
 */
#pragma once

#include "figure/figure.h"
#include "figure/pick.h"
#include "figure/style.h"
#include "geo/frame.h"
#include "session/session.h"
#include "session/tiles.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_SCENE (milieu_scene_get_type ())
G_DECLARE_FINAL_TYPE (MilieuScene, milieu_scene, MILIEU, SCENE, GObject)

/* Where one looks: the point of the world in the middle of the view, and px per
 * unit. The world of the map is Lambert-93 with y southwards; that of the network
 * is the plane of the spots. */
typedef struct
{
  double x, y, zoom;
} MilieuCamera;

/* What the worker made last. */
typedef struct
{
  MilieuFigure *ground;         /* what moves with the world: a window onto its plane */
  MilieuPoint corner;           /* px of the plane at @zoom where the page of the ground begins */
  double zoom;                  /* px per unit of the world: of the ground */
  MilieuFigure *glass;          /* (nullable): what stands before it (furniture, insets): its page is the view */
  MilieuCamera camera;          /* from where the glass is seen */
  double width, height;         /* px of that view */
  GBytes *pixels;               /* (nullable): of the glass: premultiplied ARGB32 */
  int pixel_width, pixel_height, stride, device_scale;
  gboolean has_inset;
  MilieuBox card;               /* of the inset, on the glass: head and map */
  MilieuFrame inset;            /* what it shows below its head */
  guint64 revision;             /* of the map */
} MilieuPainting;

/** MilieuScene::painted: another painting is there */
/** MilieuScene::sharpened: tiles have arrived */
/** MilieuScene::camera-changed: it looks elsewhere */

/** milieu_scene_new: @view: MAP or NETWORK; nothing is made before it has a size */
MilieuScene *milieu_scene_new (MilieuSession *session, MilieuView view);

/** milieu_scene_session: Returns: (transfer none): whose map it shows */
MilieuSession *milieu_scene_session (MilieuScene *scene);
/** milieu_scene_view: Returns: MAP or NETWORK */
MilieuView milieu_scene_view (MilieuScene *scene);

/** milieu_scene_set_size: of the view in px; 0 × 0 while it is not shown, which lets it rest */
void milieu_scene_set_size (MilieuScene *scene, double width, double height, int device_scale);
void milieu_scene_set_style (MilieuScene *scene, MilieuStyleName style, double text_scale, MilieuLanguage language);

/** milieu_scene_set_covered: boxes of the view that widgets cover, where the opening view puts no label; at most 4 */
void milieu_scene_set_covered (MilieuScene *scene, const MilieuBox *boxes, guint n);

/** milieu_scene_painting: Returns: (nullable): the latest; it may be older than the map */
const MilieuPainting *milieu_scene_painting (MilieuScene *scene);

/** milieu_scene_camera: Returns: where one looks now; zoom 0 before anything was painted */
MilieuCamera milieu_scene_camera (MilieuScene *scene);
void milieu_scene_set_camera (MilieuScene *scene, MilieuCamera camera);
/** milieu_scene_pan: the world moves by @dx, @dy px */
void milieu_scene_pan (MilieuScene *scene, double dx, double dy);
/** milieu_scene_zoom: @factor over 1 comes nearer; what lies under the px @x, @y of the view stays there */
void milieu_scene_zoom (MilieuScene *scene, double factor, double x, double y);
/** milieu_scene_fit: back to the opening view, which then follows the map and the size until someone moves */
void milieu_scene_fit (MilieuScene *scene);
/** milieu_scene_hold: from now on the view stays where it is, whatever comes to the map */
void milieu_scene_hold (MilieuScene *scene);
/** milieu_scene_show: looks at these actors; Returns: %FALSE if none of them has a place here */
gboolean milieu_scene_show (MilieuScene *scene, const guint32 *actors, guint n);

/** milieu_scene_to_world: the world under a px of the view */
MilieuPoint milieu_scene_to_world (MilieuScene *scene, double x, double y);
MilieuPoint milieu_scene_to_view (MilieuScene *scene, MilieuPoint world);

/** milieu_scene_tiles: Returns: (transfer none): what is to be shown of the ground */
MilieuTiles *milieu_scene_tiles (MilieuScene *scene);
/** milieu_scene_look: Returns: the view in device px, as the tiles want it */
MilieuTileView milieu_scene_look (MilieuScene *scene);
/** milieu_scene_set_focus: px of the view where tiles are wanted first: where the pointer is */
void milieu_scene_set_focus (MilieuScene *scene, double x, double y);
/** milieu_scene_is_settled: Returns: whether all that is seen is as sharp and as new as it will be */
gboolean milieu_scene_is_settled (MilieuScene *scene);

/** milieu_scene_find_actor: Returns: (nullable): the @nth symbol of an actor, on the ground first, then on the glass */
const MilieuMark *milieu_scene_find_actor (MilieuScene *scene, guint32 actor, guint nth);
/** milieu_scene_pick: what is under a px of the view; as milieu_figure_pick() */
gboolean milieu_scene_pick (MilieuScene *scene, double x, double y, double tolerance, MilieuPick *pick);
/** milieu_scene_pick_box: @box: px of the view; as milieu_figure_pick_box() */
guint32 *milieu_scene_pick_box (MilieuScene *scene, const MilieuBox *box, guint *n);

/** milieu_scene_page_to_view: where a point of the ground's page is seen now */
MilieuPoint milieu_scene_page_to_view (MilieuScene *scene, double x, double y);
/** milieu_scene_mark_to_view: where a point of @mark is seen now: what is on the glass stands still */
MilieuPoint milieu_scene_mark_to_view (MilieuScene *scene, const MilieuMark *mark, MilieuPoint point);
/** milieu_scene_view_to_page: the point of the ground's page that is seen there, through the glass */
MilieuPoint milieu_scene_view_to_page (MilieuScene *scene, double x, double y);

/** milieu_scene_ground_at: @world: (out): the world that is seen at a px of the view, which on an inset is that of the
 *  inset; Returns: px per unit there; 0 on the head of an inset, where no ground is */
double milieu_scene_ground_at (MilieuScene *scene, double x, double y, MilieuPoint *world);
/** milieu_scene_inset_at: @camera: (out): from where the whole view shows the ground of the inset at that px; Returns:
 *  %FALSE if there is no inset */
gboolean milieu_scene_inset_at (MilieuScene *scene, double x, double y, MilieuCamera *camera);

/** milieu_scene_spot_of: @spot: (out): where an actor stands in the network, by its spot or by the layout that stands
 *  in for spots; Returns: %FALSE if it stands nowhere */
gboolean milieu_scene_spot_of (MilieuScene *scene, guint32 actor, MilieuPoint *spot);

G_END_DECLS
