/* At a glance: what people would rather look at than read, as small bars and
 * histograms, each with its words. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_glance_card_new: Returns: (transfer floating): counts by ground and kind, degrees, chance, dates */
GtkWidget *milieu_glance_card_new (MilieuSession *session, const MilieuReading *reading);

/** milieu_chance_chart_new: Returns: (transfer floating) (nullable): what the null model gave, the observed value marked; %NULL where there is none */
GtkWidget *milieu_chance_chart_new (const MilieuResult *result);

G_END_DECLS
