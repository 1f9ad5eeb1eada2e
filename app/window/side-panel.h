/* The right column: readings, and the inspector of what is selected. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SIDE_PANEL (milieu_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSidePanel, milieu_side_panel, MILIEU, SIDE_PANEL, AdwBin)

/** milieu_side_panel_fill: fills the next slot, for all at once would hold up a window that opens. Returns: %FALSE after the last */
gboolean milieu_side_panel_fill (MilieuSidePanel *panel, MilieuSession *session);

/** milieu_side_panel_stack: Returns: (transfer none): of the pages "readings" and "inspector" */
GtkStack *milieu_side_panel_stack (MilieuSidePanel *panel);

G_END_DECLS
