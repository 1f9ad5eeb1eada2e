/* Verbs of the inspector: one field of one record or of several, and who says so. */
#pragma once

#include "edit/actor.h"

G_BEGIN_DECLS

/**
 * milieu_edit_set_field:
 * @keys: (array length=n): records of @type
 *
 * Writes @value into a field of every record. A value that a source gave is
 * never lost: where nobody claims the old value and the record itself has a
 * source, a claim of that source keeps it.
 *
 * Returns: (transfer full): the group; refused if a required field would be empty or an end be before its start
 */
MilieuGroup *milieu_edit_set_field (MilieuMap *map, MilieuRecordType type, const guint32 *keys, guint n, guint field,
                                    MilieuValue value, GError **error);

/** milieu_edit_set_text: as milieu_edit_set_field() with what a person typed; a decimal comma counts as a point */
MilieuGroup *milieu_edit_set_text (MilieuMap *map, MilieuRecordType type, const guint32 *keys, guint n, guint field,
                                   const char *text, GError **error);

/**
 * milieu_edit_add_claim:
 * @field: (nullable): token of a field, %NULL for the whole record
 * @source: (nullable): title of a source; made if no source bears it
 *
 * Returns: (transfer full): the group
 */
MilieuGroup *milieu_edit_add_claim (MilieuMap *map, MilieuRecordType type, guint32 key, const char *field,
                                    const char *value, MilieuEvidence evidence, const char *source, const char *quote);

/** milieu_edit_none_found: the claim that ties of @actor were looked for and none was found: field "ties", value "none" */
MilieuGroup *milieu_edit_none_found (MilieuMap *map, guint32 actor);

/** milieu_edit_adopt_claim: writes a claim's value into the record; the value that stood there stays as a claim */
MilieuGroup *milieu_edit_adopt_claim (MilieuMap *map, guint32 claim, GError **error);

/** milieu_edit_delete_claim: Returns: (transfer full): the group */
MilieuGroup *milieu_edit_delete_claim (MilieuMap *map, guint32 claim);

/** milieu_edit_set_setting: @value %NULL or empty removes the setting */
MilieuGroup *milieu_edit_set_setting (MilieuMap *map, const char *id, const char *value);

G_END_DECLS
