/* Exact quotes about a record, and what its ties rest on. */
#pragma once

#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_quotes_fill: fills @box anew with the exact quotes of the claims about a record, each with its source and evidence;
 *  Returns: how many */
guint milieu_quotes_fill (GtkBox *box, MilieuSession *session, MilieuRecordType type, guint32 key);

/** milieu_box_clear: removes all that @box holds */
void milieu_box_clear (GtkBox *box);

/**
 * milieu_ties_of:
 * @n_asked: (out): the first of them are asked for, the others are not
 *
 * Returns: (transfer full): keys of the ties of an actor, by class, type and id
 */
GArray *milieu_ties_of (MilieuSession *session, guint32 actor, guint *n_asked);

G_END_DECLS
