/* All indicators, a line each, chapter by chapter. */
#pragma once

#include "reading/result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * milieu_indicators_list_new:
 * @clicked: (GtkButton *, @data): the button bears its result as the data "milieu-result"
 *
 * Returns: (transfer floating): three lists that open: landscape and space, six levers, interactions
 */
GtkWidget *milieu_indicators_list_new (const MilieuReading *reading, GCallback clicked, gpointer data);

G_END_DECLS
