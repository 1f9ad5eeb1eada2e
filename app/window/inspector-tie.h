/* The inspector of one tie. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_INSPECTOR_TIE (milieu_inspector_tie_get_type ())
G_DECLARE_FINAL_TYPE (MilieuInspectorTie, milieu_inspector_tie, MILIEU, INSPECTOR_TIE, GtkBox)

/** milieu_inspector_tie_new: Returns: (transfer floating): shows nothing before milieu_inspector_tie_show() */
GtkWidget *milieu_inspector_tie_new (MilieuSession *session);

/** milieu_inspector_tie_show: @tie: key of a tie that the map holds; shows it as it stands now */
void milieu_inspector_tie_show (MilieuInspectorTie *inspector, guint32 tie);

G_END_DECLS
