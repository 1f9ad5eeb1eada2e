/* Who took part in which edition of an event: what the fourth question asks for. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_participants_dialog_present: each edition that is added is one step of undo; the dialog stays for the next */
void milieu_participants_dialog_present (MilieuSession *session, GtkWindow *parent);

G_END_DECLS
