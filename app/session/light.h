/* What the selection, or a number of the readings, lights on the canvas. */
#pragma once

#include "session/session.h"

G_BEGIN_DECLS

/**
 * milieu_light_sets:
 * @actors: (out) (transfer full) (nullable): a set of keys as pointers; %NULL, as @ties, where nothing is to be dimmed
 *
 * What a number has lit; else the selected actors with their neighbours and
 * the ties between, and the selected ties with their ends.
 */
void milieu_light_sets (MilieuSession *session, GHashTable **actors, GHashTable **ties);

/** milieu_light_wanted: Returns: (transfer full) (array length=n): keys of actors whose labels must show; g_free() */
guint32 *milieu_light_wanted (MilieuSession *session, guint *n);

G_END_DECLS
