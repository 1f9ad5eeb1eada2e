/* The editor for kinds of actors and types of ties. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_kinds_dialog_present: each change is committed as it is made */
void milieu_kinds_dialog_present (MilieuSession *session, GtkWindow *parent);

G_END_DECLS
