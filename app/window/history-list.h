/* What was done to the map: each group of changes with its words and time,
 * and what stood in each field before and after. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_history_list_fill: fills @box anew with the latest groups, newest first; what was undone is dim */
void milieu_history_list_fill (GtkBox *box, MilieuSession *session);

G_END_DECLS
