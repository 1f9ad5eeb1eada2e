/* Undo and redo without limit: applied groups in a row, and a place in it. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_HISTORY (milieu_history_get_type ())
G_DECLARE_FINAL_TYPE (MilieuHistory, milieu_history, MILIEU, HISTORY, GObject)

/** MilieuHistory::changed: undo, redo or saved state may be other than before */

MilieuHistory *milieu_history_new (MilieuMap *map);

/**
 * milieu_history_commit:
 * @group: (transfer none): applied to the map and remembered; what was undone is forgotten. An empty group does nothing and succeeds.
 */
gboolean milieu_history_commit (MilieuHistory *history, MilieuGroup *group, GError **error);
gboolean milieu_history_undo (MilieuHistory *history);
gboolean milieu_history_redo (MilieuHistory *history);

/** milieu_history_undo_words: Returns: (nullable): the words of the group that undo would take back, %NULL if there is none */
const char *milieu_history_undo_words (MilieuHistory *history);
const char *milieu_history_redo_words (MilieuHistory *history);

/** milieu_history_mark_saved: the map as it stands is what the file holds */
void milieu_history_mark_saved (MilieuHistory *history);
gboolean milieu_history_is_saved (MilieuHistory *history);

/** milieu_history_size: Returns: how many groups are remembered; @place of them are applied */
guint milieu_history_size (MilieuHistory *history, guint *place);
MilieuGroup *milieu_history_get (MilieuHistory *history, guint i);

G_END_DECLS
