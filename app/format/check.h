/* Is this map file sound? Errors make it invalid, remarks ask for a look. */
#pragma once

#include "format/report.h"

G_BEGIN_DECLS

/**
 * milieu_check:
 * @path: a map file
 * @report: takes errors (schema, unknown token, number out of range, duplicate id, dangling reference, end before
 *   start) and remarks (tie older than its actor, no source, disputed value), by line
 *
 * Returns: whether the file has no error
 */
gboolean milieu_check (const char *path, MilieuReport *report);

G_END_DECLS
