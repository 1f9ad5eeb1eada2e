/* Who has a file open: one process and one window at a time holds the lock, the others are told. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MilieuOpenLock MilieuOpenLock;

/**
 * milieu_open_lock_take:
 * @elsewhere: (out): whether somebody else has @file open; %FALSE where locks cannot be had
 *
 * The lock lies in $XDG_STATE_HOME/milieu/open/, under the hash of the file's path, and goes with the process.
 *
 * Returns: (transfer full) (nullable): the lock, %NULL if it cannot be had
 */
MilieuOpenLock *milieu_open_lock_take (GFile *file, gboolean *elsewhere);
void milieu_open_lock_free (MilieuOpenLock *lock);

/**
 * milieu_save_lock_take:
 * @path: of a file that is about to be looked at and then replaced
 *
 * Waits until no other program of ours is between the two in the same folder.
 *
 * Returns: a descriptor, which holds the lock until it is closed; -1 where locks cannot be had
 */
int milieu_save_lock_take (const char *path);

G_END_DECLS
