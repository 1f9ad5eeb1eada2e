/* The window of the figures: those that the map keeps, and one on its page. */
#pragma once

#include <adwaita.h>

#include "figure/figure.h"
#include "session/session.h"

G_BEGIN_DECLS

/** milieu_figures_window_present: the figures that the map keeps; @view: what a new one shows first. A window that is open comes forward. */
void milieu_figures_window_present (MilieuSession *session, MilieuView view, GtkWindow *parent);

/** milieu_figures_window_present_draft: the present view on a page, to be exported or kept */
void milieu_figures_window_present_draft (MilieuSession *session, MilieuView view, GtkWindow *parent);

G_END_DECLS
