/* What goes to the clipboard from the readings. */
#pragma once

#include "reading/result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_copy_table: @result: (nullable): one indicator; %NULL for the whole reading. Tab-separated and HTML */
void milieu_copy_table (GtkWidget *widget, const MilieuReading *reading, const MilieuResult *result);

/** milieu_copy_sentence: the same in sentences */
void milieu_copy_sentence (GtkWidget *widget, const MilieuReading *reading, const MilieuResult *result);

G_END_DECLS
