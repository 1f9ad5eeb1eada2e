/* An actor's measures in the latest reading, and the network without it. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_measures_fill: fills @box anew; interactions alone, the graph of what actors do together */
void milieu_measures_fill (GtkBox *box, MilieuSession *session, guint32 actor);

G_END_DECLS
