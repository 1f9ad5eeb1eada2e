/* A threshold of the verdict: what is held against it, its value to be edited
 * in place, and where it differs from the convention, the way back. */
#pragma once

#include "reading/verdict.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_THRESHOLD_ROW (milieu_threshold_row_get_type ())
G_DECLARE_FINAL_TYPE (MilieuThresholdRow, milieu_threshold_row, MILIEU, THRESHOLD_ROW, GtkBox)

/** milieu_threshold_row_new: Returns: (transfer floating): the row of one threshold, in the language of the window */
GtkWidget *milieu_threshold_row_new (MilieuSession *session, MilieuThresholdName name);

/** milieu_threshold_row_show: the map's threshold as it stands, and the value that @verdict (nullable) holds against it */
void milieu_threshold_row_show (MilieuThresholdRow *row, const MilieuVerdict *verdict);

G_END_DECLS
