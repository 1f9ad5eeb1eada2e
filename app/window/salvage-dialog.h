/* What was left out of a damaged file. */
#pragma once

#include "format/report.h"
#include "model/snapshot.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** milieu_salvage_dialog_present: lists over @parent how much of the file @snapshot holds, and what @report says of the rest */
void milieu_salvage_dialog_present (GtkWindow *parent, MilieuSnapshot *snapshot, MilieuReport *report);

G_END_DECLS
