/* The second page of the side panel: what is selected, field by field, with
 * who says so; the map's own page where nothing is. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_INSPECTOR_PAGE (milieu_inspector_page_get_type ())
G_DECLARE_FINAL_TYPE (MilieuInspectorPage, milieu_inspector_page, MILIEU, INSPECTOR_PAGE, AdwBin)

/** milieu_inspector_page_new: Returns: (transfer floating): the page, kept up with @session, which must outlive it */
GtkWidget *milieu_inspector_page_new (MilieuSession *session);

G_END_DECLS
