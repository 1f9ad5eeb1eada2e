/* Who says so: the claims about a record, or about one field of it. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * milieu_claims_dialog_present:
 * @field: index of a field of @type, or -1 for all that is said of the record
 */
void milieu_claims_dialog_present (MilieuSession *session, MilieuRecordType type, guint32 key, int field, GtkWindow *parent);

G_END_DECLS
