/* Verbs of the editor for kinds of actors and types of ties. */
#pragma once

#include "edit/actor.h"

G_BEGIN_DECLS

/** milieu_edit_new_map: Returns: (transfer full): what a new map begins with: the default kinds and tie types */
MilieuGroup *milieu_edit_new_map (MilieuMap *map);

/**
 * milieu_edit_add_kind:
 * @label: its name for people; its id is made from it
 * @key: (out) (optional)
 */
MilieuGroup *milieu_edit_add_kind (MilieuMap *map, const char *label, MilieuSymbol symbol, guint32 *key);

/** milieu_edit_add_type: as milieu_edit_add_kind(), for a type of tie */
MilieuGroup *milieu_edit_add_type (MilieuMap *map, const char *label, MilieuClass tie_class, guint32 *key);

/**
 * milieu_edit_delete_kind:
 * @type: MILIEU_RECORD_KIND or MILIEU_RECORD_TYPE
 *
 * Returns: (transfer full): the group; refused, with their number, while actors or ties use it
 */
MilieuGroup *milieu_edit_delete_kind (MilieuMap *map, MilieuRecordType type, guint32 key, GError **error);

G_END_DECLS
