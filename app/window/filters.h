/* The left column: what is asked of the map, and what the canvas shows of it. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_FILTERS (milieu_filters_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFilters, milieu_filters, MILIEU, FILTERS, AdwBin)

/** milieu_filters_set_session: called once */
void milieu_filters_set_session (MilieuFilters *filters, MilieuSession *session);

G_END_DECLS
