/* The figure as a file, seen before it is written; and on paper. */
#pragma once

#include "figure/figure.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_export_dialog_present: @view: what is proposed first: what the window shows */
void milieu_export_dialog_present (MilieuSession *session, MilieuView view, GtkWindow *parent);

G_END_DECLS
