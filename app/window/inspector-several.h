/* The inspector of several actors and ties at once. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_INSPECTOR_SEVERAL (milieu_inspector_several_get_type ())
G_DECLARE_FINAL_TYPE (MilieuInspectorSeveral, milieu_inspector_several, MILIEU, INSPECTOR_SEVERAL, GtkBox)

/** milieu_inspector_several_new: Returns: (transfer floating): shows nothing before milieu_inspector_several_show() */
GtkWidget *milieu_inspector_several_new (MilieuSession *session);

/** milieu_inspector_several_show: shows what is selected, as it stands now */
void milieu_inspector_several_show (MilieuInspectorSeveral *inspector);

G_END_DECLS
