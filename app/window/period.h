/* A slider with two handles: from one year to another. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_PERIOD (milieu_period_get_type ())
G_DECLARE_FINAL_TYPE (MilieuPeriod, milieu_period, MILIEU, PERIOD, GtkWidget)

/** MilieuPeriod::changed: a person moved a handle */

/** milieu_period_set_limits: the years at both ends; @first ≤ @last */
void milieu_period_set_limits (MilieuPeriod *period, guint first, guint last);

/** milieu_period_set: the years of the handles, brought within the limits; says nothing */
void milieu_period_set (MilieuPeriod *period, guint from, guint to);
void milieu_period_get (MilieuPeriod *period, guint *from, guint *to);

G_END_DECLS
