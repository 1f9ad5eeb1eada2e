/* What the files of a scene share. */
#pragma once

#include "session/scene-work.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_STALE_VIEW = 1,      /* one looks elsewhere */
  MILIEU_STALE_PAINTING = 3,  /* light or style */
  MILIEU_STALE_FIGURE = 7,    /* and so the painting */
  MILIEU_STALE_PLAN = 15,
  MILIEU_STALE_LAYOUT = 31,   /* of a map without spots */
} MilieuStale;

struct _MilieuScene
{
  GObject parent;
  MilieuSession *session; /* not owned: the session outlives its scenes' canvases */
  MilieuView view;
  MilieuFilter filter; /* the question of the last time */
  double width, height, text_scale;
  int device_scale;
  MilieuStyleName style;
  MilieuLanguage language;
  MilieuBox covered[4];
  guint n_covered;
  gboolean opening; /* nobody has moved yet: the opening view follows the map */
  gboolean held;    /* nobody has moved, but the map changes: the opening view stays as it is */
  MilieuCamera camera;
  MilieuPoint focus;
  MilieuTiles *tiles;
  gboolean has_painting;
  MilieuPainting painting;
  MilieuMapPlan *map_plan;
  MilieuNetworkPlan *network_plan;
  MilieuStandIns *stand_ins;
  guint stale;
  guint serial, plan_serial; /* of the last change that made figure or plan stale */
  guint content;             /* of the last change of what tiles show */
  guint painting_serial;     /* when the painting's figures were asked for */
  gboolean painting_inset;   /* its ground leaves room for the inset */
  gboolean light_stale;      /* what follows follows the selection */
  GHashTable *lit_actors, *lit_ties; /* both or none */
  guint32 *wanted;
  guint n_wanted;
  guint idle;
};

/** milieu_scene_moved: the camera is another one, or the size: asks for tiles, and soon for the worker */
void milieu_scene_moved (MilieuScene *scene);

/** milieu_scene_lane: Returns: that of its jobs */
const char *milieu_scene_lane (MilieuScene *scene);

/** milieu_scene_become_stale: asks the worker anew, soon; several changes in one turn of the main loop ask once */
void milieu_scene_become_stale (MilieuScene *scene, MilieuStale stale);

G_END_DECLS
