/* What can be simulated: for the head of the readings, the main menu and the canvas. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_what_if_menu_new: Returns: (transfer full): departures of the selection, a ground, institutional ties; pairs that
 *  could meet; the way back. Its actions are the window's */
GMenuModel *milieu_what_if_menu_new (void);

/** milieu_what_if_button_new: Returns: (transfer floating): a small button that opens this menu */
GtkWidget *milieu_what_if_button_new (void);

G_END_DECLS
