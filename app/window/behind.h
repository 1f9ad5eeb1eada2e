/* The actors and ties behind a number, as rows. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_behind_append: adds to @box a row for each actor and tie that the map still holds, under their number */
void milieu_behind_append (GtkBox *box, MilieuSession *session, const guint32 *actors, guint n_actors, const guint32 *ties,
                           guint n_ties);

G_END_DECLS
