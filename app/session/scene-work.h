/* What a scene asks of its worker, and what it gets. For scene.c and page-work.c alone. */
#pragma once

#include "figure/map-figure.h"
#include "figure/network-figure.h"
#include "figure/simulated.h"
#include "session/jobs.h"
#include "session/scene.h"

G_BEGIN_DECLS

/* Spots of a map that has none: a layout from its seed stands in for them.
 * Counted atomically, never changed. */
typedef struct
{
  MilieuGraph *graph;
  MilieuLayout *layout;
  GHashTable *index; /* actor key → vertex + 1 */
} MilieuStandIns;

MilieuStandIns *milieu_stand_ins_ref (MilieuStandIns *stand_ins);
void milieu_stand_ins_unref (MilieuStandIns *stand_ins);

typedef struct
{
  MilieuView view;
  MilieuFilter filter;
  double width, height, margin, text_scale;
  int device_scale;
  MilieuStyleName style;
  MilieuLanguage language;
  MilieuBox covered[4];
  guint n_covered;

  /* (nullable): what is still fresh */
  MilieuMapPlan *map_plan;
  MilieuNetworkPlan *network_plan;
  MilieuStandIns *stand_ins;
  MilieuFigure *figure;

  gboolean opening; /* else the camera */
  gboolean held;    /* the camera stands for the opening view */
  MilieuCamera camera;
  guint32 *wanted;
  guint n_wanted;
  GHashTable *lit_actors, *lit_ties; /* both or none */
  MilieuGone gone; /* its arrays are owned; all empty without a simulation */
} MilieuSceneRequest;

typedef struct
{
  MilieuMapPlan *map_plan;
  MilieuNetworkPlan *network_plan;
  MilieuStandIns *stand_ins;
  MilieuPainting painting;
} MilieuSceneResult;

void milieu_scene_request_free (gpointer request);
void milieu_scene_result_free (gpointer result);

/** milieu_scene_work: a MilieuJobWork: MilieuSceneRequest to MilieuSceneResult, %NULL if cancelled */
gpointer milieu_scene_work (MilieuJob *job, gpointer request, GError **error);

/** milieu_scene_tools: Returns: the measure of the calling thread and the ground, read once for all; for workers */
MilieuFigureTools milieu_scene_tools (MilieuLanguage language, double text_scale);

/** milieu_scene_frame: Returns: the map's frame for a camera */
MilieuFrame milieu_scene_frame (MilieuCamera camera, double width, double height);
MilieuCamera milieu_scene_camera_of_frame (const MilieuFrame *frame);
MilieuNetworkView milieu_scene_network_view (MilieuCamera camera, double width, double height);
MilieuCamera milieu_scene_camera_of_network_view (const MilieuNetworkView *view);

G_END_DECLS
