/* The first page of the side panel: the two readings in two columns, row
 * against row, the gap between them, the verdict and the five questions. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_READINGS_PAGE (milieu_readings_page_get_type ())
G_DECLARE_FINAL_TYPE (MilieuReadingsPage, milieu_readings_page, MILIEU, READINGS_PAGE, AdwBin)

/** milieu_readings_page_new: Returns: (transfer floating): a page that follows the readings of @session */
GtkWidget *milieu_readings_page_new (MilieuSession *session);

G_END_DECLS
