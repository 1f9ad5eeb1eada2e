/* One view of the map, map or network: it shows what workers paint, and asks
 * what a person does with it. Nothing of the scene is drawn here: only what
 * moves with the pointer. */
#pragma once

#include "session/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_CANVAS (milieu_canvas_get_type ())
G_DECLARE_FINAL_TYPE (MilieuCanvas, milieu_canvas, MILIEU, CANVAS, GtkWidget)

/** MilieuCanvas::activated: @actor: key: open the inspector (double click, Enter) */

/** milieu_canvas_set_session: called once */
void milieu_canvas_set_session (MilieuCanvas *canvas, MilieuSession *session);

/** milieu_canvas_scene: Returns: (transfer none): what it shows */
MilieuScene *milieu_canvas_scene (MilieuCanvas *canvas);

/* what a canvas shows, kept to be shown after it has changed */
typedef struct
{
  GArray *tiles;     /* MilieuCanvasTile */
  GdkTexture *glass; /* (nullable) */
  double scale;      /* device px per px */
} MilieuCanvasSheets;

typedef struct
{
  GdkTexture *texture;
  graphene_rect_t box; /* px of the canvas */
} MilieuCanvasTile;

/** milieu_canvas_take_sheets: Returns: %FALSE if nothing is there yet, and @sheets empty */
gboolean milieu_canvas_take_sheets (MilieuCanvas *canvas, MilieuCanvasSheets *sheets);
void milieu_canvas_sheets_clear (MilieuCanvasSheets *sheets);
/** milieu_canvas_sheets_append: ground and glass */
void milieu_canvas_sheets_append (const MilieuCanvasSheets *sheets, GtkSnapshot *snapshot);

/** milieu_canvas_where: where an actor's symbol stands, px of the canvas; Returns: %FALSE if it is not shown */
gboolean milieu_canvas_where (MilieuCanvas *canvas, guint32 actor, MilieuPoint *point);

/** milieu_canvas_ground: @canvas: the map; Returns: the ground that it shows; empty before anything was painted */
MilieuBounds milieu_canvas_ground (MilieuCanvas *canvas);

/** milieu_canvas_zoom_step: nearer (1) or farther (-1) by one step about the middle, in motion */
void milieu_canvas_zoom_step (MilieuCanvas *canvas, int step);

/** milieu_canvas_fit: shows everything */
void milieu_canvas_fit (MilieuCanvas *canvas);

/** milieu_canvas_reveal: pans, if need be, until the actor is seen; zoom stays */
void milieu_canvas_reveal (MilieuCanvas *canvas, guint32 actor);

/** milieu_canvas_show_selection: looks at what is selected; Returns: %FALSE if nothing of it stands here */
gboolean milieu_canvas_show_selection (MilieuCanvas *canvas);

/** milieu_canvas_ask_actor: asks for the name of a new actor, at @point, or with %NULL in the middle and without a place */
void milieu_canvas_ask_actor (MilieuCanvas *canvas, const MilieuPoint *point);

/** milieu_canvas_ask_name: renames an actor where it stands */
void milieu_canvas_ask_name (MilieuCanvas *canvas, guint32 actor);

/** milieu_canvas_begin_tie: the next actor that is clicked, or chosen with the arrows and Enter, is tied to @source */
void milieu_canvas_begin_tie (MilieuCanvas *canvas, guint32 source);

/** milieu_canvas_stands: @canvas: the network; Returns: (element-type MilieuStand): in a map without spots, where
 *  everyone is seen; empty where spots say so */
GArray *milieu_canvas_stands (MilieuCanvas *canvas);

/** milieu_canvas_keep_spots: in a network without spots, gives everyone the spot where they are seen */
void milieu_canvas_keep_spots (MilieuCanvas *canvas);

G_END_DECLS
