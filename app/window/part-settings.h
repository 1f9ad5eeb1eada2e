/* The parts of a page as a list: which of them show, and where the selected
 * one stands, in numbers. */
#pragma once

#include <adwaita.h>

#include "session/figure-home.h"
#include "window/page-view.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_PART_SETTINGS (milieu_part_settings_get_type ())
G_DECLARE_FINAL_TYPE (MilieuPartSettings, milieu_part_settings, MILIEU, PART_SETTINGS, GtkBox)

/** milieu_part_settings_new: Returns: (transfer floating): for the parts that @view shows of the figure at @home */
GtkWidget *milieu_part_settings_new (MilieuFigureHome *home, MilieuPageView *view);

/** milieu_part_settings_refresh: the page has other parts, or they stand elsewhere */
void milieu_part_settings_refresh (MilieuPartSettings *self);

G_END_DECLS
