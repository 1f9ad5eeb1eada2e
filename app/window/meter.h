/* A small bar: which part of a whole a number is. Its words stand beside it. */
#pragma once

#include "figure/style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_METER (milieu_meter_get_type ())
G_DECLARE_FINAL_TYPE (MilieuMeter, milieu_meter, MILIEU, METER, GtkWidget)

/**
 * milieu_meter_new:
 * @height: px of the bar
 * @middle: whether a tick marks the middle, for bars that go both ways
 */
GtkWidget *milieu_meter_new (int height, gboolean middle);

/** milieu_meter_add: fills from @from to @to (0 to 1) in a colour of the window's figure style */
void milieu_meter_add (MilieuMeter *meter, double from, double to, MilieuColour colour);

G_END_DECLS
