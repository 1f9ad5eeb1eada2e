/* Find an actor by its name; accents, case and punctuation do not count. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SEARCH (milieu_search_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSearch, milieu_search, MILIEU, SEARCH, GtkPopover)

/** MilieuSearch::found: @actor: key of the actor that a person chose */

/** milieu_search_set_session: called once */
void milieu_search_set_session (MilieuSearch *search, MilieuSession *session);

G_END_DECLS
