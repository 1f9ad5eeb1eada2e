/* Verbs on ties. */
#pragma once

#include "edit/actor.h"

G_BEGIN_DECLS

/**
 * milieu_edit_add_tie:
 * @type: key of a tie type; MILIEU_NO_KEY: the first interaction, else the first type, made now if the map has none
 * @evidence: unset counts as stated
 * @key: (out) (optional): the key of the new tie
 *
 * Returns: (transfer full): the group; an actor tied to itself is refused
 */
MilieuGroup *milieu_edit_add_tie (MilieuMap *map, guint32 source, guint32 target, guint32 type, MilieuEvidence evidence,
                                  guint32 *key, GError **error);

/** milieu_edit_reverse_ties: swaps source and target */
MilieuGroup *milieu_edit_reverse_ties (MilieuMap *map, const guint32 *ties, guint n);

G_END_DECLS
