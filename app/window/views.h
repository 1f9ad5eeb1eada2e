/* The middle of the window: map, network, or both side by side; and the motion
 * of each actor from its place to its spot. */
#pragma once

#include "window/canvas.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_VIEWS (milieu_views_get_type ())
G_DECLARE_FINAL_TYPE (MilieuViews, milieu_views, MILIEU, VIEWS, AdwBin)

/** MilieuViews:shown: "map", "network" or "both" */
/** MilieuViews::activated: @actor: key: open the inspector */

/** milieu_views_set_session: called once */
void milieu_views_set_session (MilieuViews *views, MilieuSession *session);

/** milieu_views_shown: Returns: MAP, NETWORK or BOTH */
MilieuView milieu_views_shown (MilieuViews *views);

/** milieu_views_canvas: Returns: (transfer none): the canvas that commands act on: the one last touched, of those shown */
MilieuCanvas *milieu_views_canvas (MilieuViews *views);

/** milieu_views_map: Returns: (transfer none): also for the one below */
MilieuCanvas *milieu_views_map (MilieuViews *views);
MilieuCanvas *milieu_views_network (MilieuViews *views);

G_END_DECLS
