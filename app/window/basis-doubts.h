/* How far to trust a number: chance, hidden ties, ranks, places, dates; and what was left out for its cost. */
#pragma once

#include "reading/result.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_basis_doubts_fill: appends to @box what is known now; nothing where nothing is to be said */
void milieu_basis_doubts_fill (GtkBox *box, MilieuSession *session, const MilieuReading *reading, const MilieuResult *result);

G_END_DECLS
