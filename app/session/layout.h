/* Layouts as jobs: one undoable group when it comes back. */
#pragma once

#include "network/layout.h"
#include "session/session.h"

G_BEGIN_DECLS

/** MilieuLaidOut: @group: (transfer full): to be committed */
typedef void (*MilieuLaidOut) (MilieuGroup *group, gpointer owner);

/**
 * milieu_session_lay_out:
 * @done: on the main thread; not called if a later layout, or a closed map, has overtaken it
 * @owner: a GObject, held weakly
 *
 * Lays out the actors that are asked for, from the map's seed; what is pinned stays.
 */
void milieu_session_lay_out (MilieuSession *session, MilieuLayoutKind kind, MilieuLaidOut done, GObject *owner);

G_END_DECLS
