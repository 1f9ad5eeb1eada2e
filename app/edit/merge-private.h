/* What the two halves of a merge share: finding the conflicts, and joining by the choices. Private to app/edit. */
#pragma once

#include "edit/merge.h"
#include "edit/merge-side.h"

G_BEGIN_DECLS

struct _MilieuMerge
{
  MilieuMap *map;
  MilieuSide *base, *ours, *theirs;
  GPtrArray *conflicts;
  GHashTable *by_name; /* "type id part" -> MilieuMergeConflict */
};

/* a record as its three sides have it */
typedef struct { const MilieuPlain *base, *ours, *theirs; } MilieuTriple;

/** milieu_merge_triple: Returns: a record of each side, %NULL where it has none */
MilieuTriple milieu_merge_triple (MilieuMerge *merge, MilieuRecordType type, const char *id);

/** milieu_merge_find: Returns: (nullable): the conflict about a part of a record, or (@part %NULL) about its being there */
MilieuMergeConflict *milieu_merge_find (MilieuMerge *merge, MilieuRecordType type, const char *id, const char *part);

/** milieu_merge_part: Returns: the part of a record to which a field belongs: what is decided as one */
const char *milieu_merge_part (MilieuRecordType type, guint field);

typedef enum { MILIEU_BY_NOBODY, MILIEU_BY_THEIRS, MILIEU_BY_BOTH } MilieuChangedBy;

/** milieu_merge_changed_by: Returns: whose change of a part has to come into ours */
MilieuChangedBy milieu_merge_changed_by (const MilieuTriple *triple, const char *part);

typedef void (*MilieuPartFunc) (MilieuMerge *merge, const MilieuTriple *triple, const char *part, gpointer data);

/** milieu_merge_foreach_part: calls @func for each part of a record that both sides have */
void milieu_merge_foreach_part (MilieuMerge *merge, const MilieuTriple *triple, MilieuPartFunc func, gpointer data);

/** milieu_merge_join: Returns: (transfer full): all records as the choices stand; nothing dangles */
MilieuSide *milieu_merge_join (MilieuMerge *merge);

G_END_DECLS
