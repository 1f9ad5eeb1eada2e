/* What was done before the program died: for each map what it was, to be recovered or discarded. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * milieu_recovery_dialog_present:
 * @parent: a window of the application; the first map that is recovered may stand in it if it is blank
 * @found: (transfer full) (element-type MilieuRecovery): at least one; what is neither recovered nor discarded is there
 *   at the next start
 */
void milieu_recovery_dialog_present (GtkWindow *parent, GPtrArray *found);

G_END_DECLS
