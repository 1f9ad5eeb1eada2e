/* What differs between two maps, record by record, wherever they were read from. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuRecord *before, *after; /* (nullable): %NULL where the map has none; either may be absent, not both */
} MilieuDifference;

/**
 * milieu_differences:
 * @before: a snapshot of @before_map
 * @after: a snapshot of @after_map
 *
 * Records are borrowed from the snapshots. Main thread.
 *
 * Returns: (transfer full) (element-type MilieuDifference): in the order of the file; free with g_array_unref()
 */
GArray *milieu_differences (MilieuSnapshot *before, MilieuMap *before_map, MilieuSnapshot *after, MilieuMap *after_map);

G_END_DECLS
