/* The inspector of the map itself, where nothing is selected. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_INSPECTOR_MAP (milieu_inspector_map_get_type ())
G_DECLARE_FINAL_TYPE (MilieuInspectorMap, milieu_inspector_map, MILIEU, INSPECTOR_MAP, GtkBox)

/** milieu_inspector_map_new: Returns: (transfer floating): shows nothing before milieu_inspector_map_show() */
GtkWidget *milieu_inspector_map_new (MilieuSession *session);

/** milieu_inspector_map_show: shows the map as it stands now */
void milieu_inspector_map_show (MilieuInspectorMap *inspector);

G_END_DECLS
