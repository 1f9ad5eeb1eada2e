/* Tables of actors, ties, grounds, scopes and claims, into the map or a new one. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * milieu_import_dialog_present:
 * @files: (element-type GFile) (nullable): tables to begin with; their names say which they are
 *
 * Reads chosen tables, shows the report, and adds them when a person says so.
 */
void milieu_import_dialog_present (MilieuSession *session, GtkWindow *parent, GSList *files);

G_END_DECLS
