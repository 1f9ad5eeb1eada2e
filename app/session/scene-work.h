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
  double width, height, text_scale;
  int device_scale;
  MilieuStyleName style;
  MilieuLanguage language;
  MilieuBox covered[4];
  guint n_covered;

  /* (nullable): what is still fresh */
  MilieuMapPlan *map_plan;
  MilieuNetworkPlan *network_plan;
  MilieuStandIns *stand_ins;
  MilieuFigure *ground; /* with corner, zoom and whether it leaves room for the inset */
  MilieuPoint corner;
  double zoom;
  gboolean inset;

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
  gboolean inset; /* the ground leaves those out whom the inset shows */
} MilieuSceneResult;

void milieu_scene_request_free (gpointer request);
void milieu_scene_result_free (gpointer result);
/** milieu_painting_clear: lets go what it holds */
void milieu_painting_clear (MilieuPainting *painting);

/* factors of the width of lit ties */
#define MILIEU_LIT_ON_MAP 1.35
#define MILIEU_LIT_IN_NETWORK 1.5

/** milieu_scene_work: a MilieuJobWork: MilieuSceneRequest to MilieuSceneResult, %NULL if cancelled */
gpointer milieu_scene_work (MilieuJob *job, gpointer request, GError **error);

/** milieu_scene_tools: Returns: the measure of the calling thread and the ground, read once for all; for workers */
MilieuFigureTools milieu_scene_tools (MilieuLanguage language, double text_scale);

/** milieu_scene_frame: Returns: the map's frame for a camera */
MilieuFrame milieu_scene_frame (MilieuCamera camera, double width, double height);
MilieuCamera milieu_scene_camera_of_frame (const MilieuFrame *frame);
/** milieu_scene_corner: Returns: the device px of the plane at the corner of a view: whole ones */
MilieuPoint milieu_scene_corner (MilieuCamera camera, double width, double height, int device_scale);
/** milieu_scene_suits: Returns: whether the page of @ground, which begins at @corner, holds a view and what lies about it */
gboolean milieu_scene_suits (const MilieuFigure *ground, MilieuPoint corner, MilieuCamera camera,
                             double width, double height, int device_scale);
MilieuCamera milieu_scene_camera_of_network_view (const MilieuNetworkView *view);

G_END_DECLS
