/* Journals whose program is gone: what was done and never saved. */
#pragma once

#include "model/map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MilieuRecovery MilieuRecovery;

/**
 * milieu_recovery_find:
 *
 * Takes up each journal that no living process holds; nobody else can while the result lives.
 *
 * Returns: (transfer full) (element-type MilieuRecovery): newest first
 */
GPtrArray *milieu_recovery_find (void);
void milieu_recovery_free (MilieuRecovery *recovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuRecovery, milieu_recovery_free)

/** milieu_recovery_file: Returns: (nullable) (transfer none): where the map is saved; %NULL if it never was */
GFile *milieu_recovery_file (MilieuRecovery *recovery);
/** milieu_recovery_title: Returns: what a person knew the map by */
const char *milieu_recovery_title (MilieuRecovery *recovery);
/** milieu_recovery_size: Returns: how many groups of changes there are */
guint milieu_recovery_size (MilieuRecovery *recovery);
/** milieu_recovery_words: Returns: (transfer full): what the undo menu called the group @i; @time: (out): when, microseconds since 1970 */
char *milieu_recovery_words (MilieuRecovery *recovery, guint i, gint64 *time);

/**
 * milieu_recovery_open:
 * @fits: (out): whether the file is still what the changes were made on; if not, the map is a copy without a file,
 *   for nothing is put over what another program wrote
 * @first: (out): the first group that the map does not hold yet
 *
 * Returns: (transfer full) (nullable): the map before the group @first, %NULL with @error
 */
MilieuMap *milieu_recovery_open (MilieuRecovery *recovery, gboolean *fits, guint *first, GError **error);

/** milieu_recovery_base: Returns: (transfer full) (nullable): the bytes of the map before the first group */
GBytes *milieu_recovery_base (MilieuRecovery *recovery);
/** milieu_recovery_is_damaged: Returns: whether there are lines that cannot be read */
gboolean milieu_recovery_is_damaged (MilieuRecovery *recovery);

/**
 * milieu_recovery_group:
 * @map: as it stands after the group before @i
 *
 * Returns: (transfer full) (nullable): the group, to be committed; %NULL with @error if it does not fit @map
 */
MilieuGroup *milieu_recovery_group (MilieuRecovery *recovery, guint i, MilieuMap *map, GError **error);

/** milieu_recovery_forget: the changes are elsewhere, or not wanted: takes the journal off the disk */
void milieu_recovery_forget (MilieuRecovery *recovery);

/** milieu_recovery_put_aside: the journal cannot be applied: keeps it where nobody looks for it again; Returns: (transfer full): where */
char *milieu_recovery_put_aside (MilieuRecovery *recovery);

G_END_DECLS
