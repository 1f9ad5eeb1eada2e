/* In which window a pattern of places is held against chance: a choice, kept in the map. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_study_window_row_new: Returns: (transfer floating): it shows what the map says now; choosing activates win.study-window */
GtkWidget *milieu_study_window_row_new (MilieuSession *session);

G_END_DECLS
