/* Above everything while something is simulated: who is gone, that the map stays as it is, and the way back. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SIMULATION_BANNER (milieu_simulation_banner_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSimulationBanner, milieu_simulation_banner, MILIEU, SIMULATION_BANNER, AdwBin)

/** milieu_simulation_banner_set_session: called once */
void milieu_simulation_banner_set_session (MilieuSimulationBanner *banner, MilieuSession *session);

G_END_DECLS
