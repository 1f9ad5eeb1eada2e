/* Below a page: how large it is shown, and how large it is. */
#pragma once

#include <gtk/gtk.h>

#include "figure/mark.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_ZOOM_BAR (milieu_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (MilieuZoomBar, milieu_zoom_bar, MILIEU, ZOOM_BAR, GtkBox)

/** MilieuZoomBar::changed: the page is to be shown larger or smaller */

/** milieu_zoom_bar_new: @scroll: in which the page stands; the whole page is shown until somebody zooms */
GtkWidget *milieu_zoom_bar_new (GtkScrolledWindow *scroll);

/** milieu_zoom_bar_set_page: its size in mm */
void milieu_zoom_bar_set_page (MilieuZoomBar *self, double width, double height);

/** milieu_zoom_bar_px_per_mm: Returns: px of the window per mm of the page */
double milieu_zoom_bar_px_per_mm (MilieuZoomBar *self);

/** milieu_zoom_bar_step: @step: 1 nearer, -1 farther, 0 true size; G_MAXINT: the whole page */
void milieu_zoom_bar_step (MilieuZoomBar *self, int step);

/** milieu_zoom_bar_scroll_to: @box: mm of the page, which comes into view */
void milieu_zoom_bar_scroll_to (MilieuZoomBar *self, MilieuBox box);

G_END_DECLS
