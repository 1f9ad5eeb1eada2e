/* What the files of a scene share. */
#pragma once

#include "session/scene-work.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_STALE_PAINTING = 1,
  MILIEU_STALE_FIGURE = 3, /* and so the painting */
  MILIEU_STALE_PLAN = 7,
  MILIEU_STALE_LAYOUT = 15, /* of a map without spots */
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
  gboolean has_painting;
  MilieuPainting painting;
  MilieuMapPlan *map_plan;
  MilieuNetworkPlan *network_plan;
  MilieuStandIns *stand_ins;
  guint stale;
  guint serial; /* of the last change that made plan or figure stale */
  guint plan_serial;
  guint idle;
};

/** milieu_scene_become_stale: asks the worker anew, soon; several changes in one turn of the main loop ask once */
void milieu_scene_become_stale (MilieuScene *scene, MilieuStale stale);

G_END_DECLS
