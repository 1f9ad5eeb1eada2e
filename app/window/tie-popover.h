/* What is known of a new tie, asked for where it was drawn: type, start, who
 * says so. Enter makes it, as one change; Escape leaves it. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_TIE_POPOVER (milieu_tie_popover_get_type ())
G_DECLARE_FINAL_TYPE (MilieuTiePopover, milieu_tie_popover, MILIEU, TIE_POPOVER, GtkPopover)

/** milieu_tie_popover_new: @source, @target: keys of actors; Returns: (transfer floating): to be given a parent and popped up */
GtkWidget *milieu_tie_popover_new (MilieuSession *session, guint32 source, guint32 target);

G_END_DECLS
