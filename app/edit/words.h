/* What the verbs share: keys, records and the words of the undo menu. Private to app/edit. */
#pragma once

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "edit/actor.h"

G_BEGIN_DECLS

/** milieu_edit_name: Returns: (transfer full): a short name of a record for the undo menu, at most 40 characters */
char *milieu_edit_name (MilieuMap *map, MilieuRecordType type, guint32 key);

/**
 * milieu_edit_group:
 * @verb: token
 * @one: translated words with %s for the name of the only record
 * @many: translated words with %u for how many
 *
 * Returns: (transfer full): an empty group with its words
 */
MilieuGroup *milieu_edit_group (MilieuMap *map, const char *verb, MilieuRecordType type, const guint32 *keys, guint n,
                                const char *one, const char *many);

/** milieu_edit_new_id: Returns: (transfer full): as milieu_map_new_id(), free in @group as well */
char *milieu_edit_new_id (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, const char *stem);

/** milieu_edit_put: adds a record of a new id to @group; Returns: its key */
guint32 milieu_edit_put (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, const char *id,
                         const MilieuValue *values);

/** milieu_edit_with: changes one field of what @group leaves of a record; a record that is not there is passed over */
void milieu_edit_with (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, guint32 key, guint field,
                       MilieuValue value);

/** milieu_edit_text: Returns: the text as a value; no value for %NULL and "" */
MilieuValue milieu_edit_text (const char *text);

/** milieu_edit_keep_value: before @record's @field is overwritten, adds a claim of what its source said of it to @group */
void milieu_edit_keep_value (MilieuMap *map, MilieuGroup *group, const MilieuRecord *record, guint field);

/** milieu_edit_source: @title: (nullable); Returns: the source that bears @title, added to @group if none does; no value for none */
MilieuValue milieu_edit_source (MilieuMap *map, MilieuGroup *group, const char *title);

/** milieu_edit_put_claim: adds a claim to @group, under an id made of @stem */
void milieu_edit_put_claim (MilieuMap *map, MilieuGroup *group, const char *stem, const MilieuValue *values);

/** milieu_edit_first: Returns: the key of the first record of @type by id that the map or @group holds, or MILIEU_NO_KEY */
guint32 milieu_edit_first (MilieuMap *map, MilieuRecordType type);

G_END_DECLS
