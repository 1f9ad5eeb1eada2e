/* The last saves of the map's file: when, what was done, what differs from now; each opens as a copy. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_versions_dialog_present: @parent: the window of the map */
void milieu_versions_dialog_present (MilieuSession *session, GtkWindow *parent);

G_END_DECLS
