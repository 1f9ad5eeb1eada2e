/* The inspector of one actor. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_INSPECTOR_ACTOR (milieu_inspector_actor_get_type ())
G_DECLARE_FINAL_TYPE (MilieuInspectorActor, milieu_inspector_actor, MILIEU, INSPECTOR_ACTOR, GtkBox)

/** milieu_inspector_actor_new: Returns: (transfer floating): shows nothing before milieu_inspector_actor_show() */
GtkWidget *milieu_inspector_actor_new (MilieuSession *session);

/** milieu_inspector_actor_show: @actor: key of an actor that the map holds; shows it as it stands now */
void milieu_inspector_actor_show (MilieuInspectorActor *inspector, guint32 actor);

G_END_DECLS
