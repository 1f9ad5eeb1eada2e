/* Pairs that could meet: a list with its reasons. While it is seen, the canvas draws them as ghosts. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_COULD_MEET_PAGE (milieu_could_meet_page_get_type ())
G_DECLARE_FINAL_TYPE (MilieuCouldMeetPage, milieu_could_meet_page, MILIEU, COULD_MEET_PAGE, AdwBin)

/** milieu_could_meet_page_new: Returns: (transfer floating): a page that asks for its pairs while it is mapped */
GtkWidget *milieu_could_meet_page_new (MilieuSession *session);

G_END_DECLS
