/* The figures that a map keeps, as pictures with their names. */
#pragma once

#include <gtk/gtk.h>

#include "session/session.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_FIGURES_LIST (milieu_figures_list_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFiguresList, milieu_figures_list, MILIEU, FIGURES_LIST, GtkBox)

/** MilieuFiguresList::opened: @key: of the figure that shall be composed */
/** MilieuFiguresList::selected: another figure, or none, is selected */

/** milieu_figures_list_new: Returns: (transfer floating) */
GtkWidget *milieu_figures_list_new (MilieuSession *session);

/** milieu_figures_list_selected: Returns: the key of the selected figure, MILIEU_NO_KEY for none */
guint32 milieu_figures_list_selected (MilieuFiguresList *self);

/** milieu_figures_list_select: selects a figure and gives it the keyboard */
void milieu_figures_list_select (MilieuFiguresList *self, guint32 key);

G_END_DECLS
