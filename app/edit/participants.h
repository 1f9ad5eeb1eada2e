/* Who took part in an edition of an event. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/**
 * milieu_edit_add_participants:
 * @event: key of an actor
 * @year: of the edition; 0 for none: then the year in which the event began counts
 * @actors: (array length=n): keys of those who took part
 * @evidence: unset counts as stated
 *
 * Adds a tie "participates" of each to the event; who already has one of that
 * year is passed over. The type of tie is made if the map has none.
 *
 * Returns: (transfer full) (nullable): the group; %NULL with @error if nobody is left to add
 */
MilieuGroup *milieu_edit_add_participants (MilieuMap *map, guint32 event, guint year, const guint32 *actors, guint n,
                                           MilieuEvidence evidence, GError **error);

G_END_DECLS
