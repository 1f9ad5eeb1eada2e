/* The fields of a source. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_source_dialog_present: @source: its key; each change is committed as it is made */
void milieu_source_dialog_present (MilieuSession *session, guint32 source, GtkWindow *parent);

G_END_DECLS
