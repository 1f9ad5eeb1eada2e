/* The editor for kinds of actors and types of ties. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void milieu_kinds_dialog_present (MilieuSession *session, GtkWindow *parent);

G_END_DECLS
