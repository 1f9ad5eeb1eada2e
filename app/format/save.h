/* Bytes into a file, whole or not at all. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * milieu_save_bytes:
 * @path: symbolic links are followed; mode and owner of a file that is there are kept
 *
 * Temporary file in the same folder, fsync, rename, fsync of the folder: the
 * old file survives every failure, and no temporary file stays behind. A target
 * that exists and is no regular file is refused. Blocks; may run in any thread.
 *
 * Returns: %FALSE with @error (G_FILE_ERROR) naming the file, what happened and what to do
 */
gboolean milieu_save_bytes (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
