/* The actors that have no place, as chips under the canvas. A chip is selected
 * by a click and given a place by dragging it onto the map. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_TRAY (milieu_tray_get_type ())
G_DECLARE_FINAL_TYPE (MilieuTray, milieu_tray, MILIEU, TRAY, AdwBin)

/** MilieuTray::activated: @actor: key, by a double click or Enter */

/** milieu_tray_set_session: called once */
void milieu_tray_set_session (MilieuTray *tray, MilieuSession *session);

G_END_DECLS
