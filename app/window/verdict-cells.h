/* The verdict on each evidence set with strict and suggested grounds: eight
 * buttons, each of which asks for its evidence and its grounds. */
#pragma once

#include "reading/result.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_VERDICT_CELLS (milieu_verdict_cells_get_type ())
G_DECLARE_FINAL_TYPE (MilieuVerdictCells, milieu_verdict_cells, MILIEU, VERDICT_CELLS, GtkGrid)

/** milieu_verdict_cells_new: Returns: (transfer floating): the eight buttons, without words until a reading is shown */
GtkWidget *milieu_verdict_cells_new (MilieuSession *session);

/** milieu_verdict_cells_show: @reading: with a verdict */
void milieu_verdict_cells_show (MilieuVerdictCells *cells, const MilieuReading *reading);

G_END_DECLS
