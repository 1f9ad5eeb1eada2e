/* Layouts as jobs: one undoable group when it comes back. */
#pragma once

#include "network/layout.h"
#include "session/session.h"

G_BEGIN_DECLS

/** MilieuLaidOut: @group: (transfer full): to be committed; @layout: how good it is */
typedef void (*MilieuLaidOut) (MilieuGroup *group, const MilieuLayout *layout, gpointer owner);

/**
 * milieu_session_lay_out:
 * @keep: who has a spot stays, or moves no farther than MILIEU_LAYOUT_LEEWAY; the others find their place among them
 * @done: on the main thread; not called if a later layout, or a closed map, has overtaken it
 * @owner: a GObject, held weakly
 *
 * Lays out the actors that are asked for, from the map's seed; what is pinned stays.
 */
void milieu_session_lay_out (MilieuSession *session, MilieuLayoutKind kind, gboolean keep, MilieuLaidOut done, GObject *owner);

G_END_DECLS
