/* Everything that the canvas shows, as a list that keyboard and screen reader
 * walk, with the canvas's own selection. */
#pragma once

#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_CONTENTS_LIST (milieu_contents_list_get_type ())
G_DECLARE_FINAL_TYPE (MilieuContentsList, milieu_contents_list, MILIEU, CONTENTS_LIST, AdwBin)

/** milieu_contents_list_new: Returns: (transfer floating): the list, kept up with @session, which must outlive it */
GtkWidget *milieu_contents_list_new (MilieuSession *session);

G_END_DECLS
