/* The page of the figure on paper. */
#pragma once

#include "figure/figure.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_print: makes the page off the main thread, then asks for a printer */
void milieu_print (MilieuSession *session, MilieuView view, GtkWindow *parent);

G_END_DECLS
