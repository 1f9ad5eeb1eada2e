/* The last saves of a file, kept beside the journals. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MILIEU_VERSIONS_KEPT 10

typedef struct
{
  gint64 time;    /* of the save, microseconds since 1970 */
  char *path;     /* of a map file */
  guint added, changed, removed; /* records, since the version before; spots aside */
  guint moved;    /* spots that came, went or changed */
  char **words;   /* of the edits since the version before, oldest first; empty for a file as it was found */
} MilieuVersion;

/**
 * milieu_versions_add:
 * @before: (nullable): what the file held when it was opened, kept too if no version of it is
 * @bytes: what the file holds now
 * @lines: (element-type utf8): the lines of the journal since the version before
 *
 * Keeps what was saved in $XDG_STATE_HOME/milieu/versions/, under the hash of the file's path, ten at most. Any thread.
 * A failure is silent: the file itself is saved.
 */
void milieu_versions_add (GFile *file, GBytes *before, GBytes *bytes, GPtrArray *lines);

/** milieu_versions_list: Returns: (transfer full) (element-type MilieuVersion): the versions of @file, the newest first */
GPtrArray *milieu_versions_list (GFile *file);

G_END_DECLS
