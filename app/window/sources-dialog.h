/* The sources behind what is shown, with their quotes, to be read and copied. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_sources_dialog_present: shows them; nothing until there is a reading */
void milieu_sources_dialog_present (MilieuSession *session, GtkWindow *parent);

G_END_DECLS
