/* The slope chart in the panel: a picture painted by a worker, in which a line
 * can be pointed at, clicked, or walked with the arrows. Its words and its list
 * stand beside it: see ranks-card.h. */
#pragma once

#include "figure/slope-ranks.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SLOPE_VIEW (milieu_slope_view_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSlopeView, milieu_slope_view, MILIEU, SLOPE_VIEW, GtkWidget)

/** MilieuSlopeView::changed: other ranks are shown */

/** milieu_slope_view_new: follows the readings of @session and the desktop's colours, text size and language */
GtkWidget *milieu_slope_view_new (MilieuSession *session);

/** milieu_slope_view_slopes: Returns: (transfer none) (nullable): who is shown; %NULL until it is painted */
const MilieuSlopes *milieu_slope_view_slopes (MilieuSlopeView *view);

/** milieu_slope_words_of: Returns: (transfer full): an actor's two ranks and what its slope says, in a sentence */
char *milieu_slope_words_of (const MilieuSlopeRow *row);

G_END_DECLS
