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

G_END_DECLS
