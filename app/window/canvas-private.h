/* What the files of the canvas share. */
#pragma once

#include "window/canvas.h"
#include "window/tools.h"

G_BEGIN_DECLS

/* what the pointer rests on, or has just left */
typedef struct
{
  MilieuRecordType type; /* an actor or a tie */
  guint32 key;
  double amount;         /* 0 to 1 */
  gboolean in;           /* else on its way out */
} MilieuHover;

struct _MilieuCanvas
{
  GtkWidget parent;
  MilieuView view;
  MilieuSession *session; /* not owned */
  MilieuScene *scene;

  GdkTexture *glass;             /* of the scene's painting: what stands before the ground */
  MilieuCanvasSheets old;        /* fades out under what is shown while only the light has changed */
  gpointer described;            /* the ground that the description is of: never looked into */
  gint64 fade_start;
  guint fade_tick;

  MilieuCamera from, to; /* of a camera in motion */
  gint64 motion_start;
  guint motion_tick;

  MilieuHover hovers[6];
  guint n_hovers, hover_tick;
  gint64 hover_time;

  MilieuTool tool;
  MilieuPoint pointer;
  gboolean pointer_inside;
  gboolean space;         /* is held: drag pans */
  guint32 tie_source;     /* of a tie that waits for its target, MILIEU_NO_KEY */
  double pinch;           /* last scale of a pinch */
  guint32 drop;           /* actor that hovers over the map from the tray, MILIEU_NO_KEY */

  guint32 walk_from;      /* Tab walks along the ties of this actor */
  guint walk_next;
  GtkWidget *popover;       /* asks what a verb needs to know */
  GtkWidget *zoom_box;    /* buttons in a corner */
};

/* canvas.c: whether motion is wanted, and seen */
gboolean milieu_canvas_animates (MilieuCanvas *self);

/* canvas-sheets.c: ground and glass, the old ones fading */
void milieu_canvas_append_sheets (MilieuCanvas *self, GtkSnapshot *snapshot);
void milieu_canvas_painted (MilieuCanvas *self);
void milieu_canvas_sharpened (MilieuCanvas *self);
void milieu_canvas_stop_fade (MilieuCanvas *self);

/* canvas-camera.c: moves the camera there, in motion */
void milieu_canvas_look (MilieuCanvas *self, MilieuCamera to);
void milieu_canvas_stop_motion (MilieuCanvas *self);

/* canvas-overlay.c: what moves with the pointer, and the rings of what is selected */
void milieu_canvas_snapshot_overlay (MilieuCanvas *self, GtkSnapshot *snapshot);
/* where the handle of an actor is, from which ties are pulled */
gboolean milieu_canvas_handle (MilieuCanvas *self, guint32 *actor, MilieuPoint *point);

/* canvas-hover.c: the hovered actor or tie is another one */
void milieu_canvas_hover_changed (MilieuCanvas *self);

/* canvas-input.c */
void milieu_canvas_add_controllers (MilieuCanvas *self);
MilieuHit milieu_canvas_hit (MilieuCanvas *self, double x, double y);

/* canvas-keys.c */
gboolean milieu_canvas_key (MilieuCanvas *self, guint keyval, GdkModifierType state);

/* canvas-edit.c: verbs */
void milieu_canvas_move_actors (MilieuCanvas *self, const guint32 *actors, guint n, double dx, double dy);
void milieu_canvas_tie (MilieuCanvas *self, guint32 source, guint32 target);
void milieu_canvas_place_actor (MilieuCanvas *self, guint32 actor, double x, double y);

G_END_DECLS
