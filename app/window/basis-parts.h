/* What a number is made of: its parts and their tables, as words, bars and grids. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_basis_parts_append: nothing where the value says it all */
void milieu_basis_parts_append (GtkBox *box, MilieuSession *session, const MilieuReading *reading, const MilieuResult *result);

G_END_DECLS
