/* What two people changed differently: whose change is to stand, one by one or all at once. */
#pragma once

#include "edit/merge.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MilieuMergeDecided:
 * @merge: (transfer none): with its choices
 * @of_file: as it was given
 */
typedef void (*MilieuMergeDecided) (MilieuMerge *merge, gboolean of_file, gpointer data);

/**
 * milieu_merge_dialog_present:
 * @session: of the map that is open; the other map is still known to its document
 * @merge: (transfer full): with conflicts
 * @of_file: whether the other map stands in the open map's own file
 * @decided: called when the person asks to merge, with @data (not owned)
 */
void milieu_merge_dialog_present (MilieuSession *session, MilieuMerge *merge, gboolean of_file, GtkWindow *parent,
                                  MilieuMergeDecided decided, gpointer data);

G_END_DECLS
