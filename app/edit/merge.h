/* Three-way merge: what two people changed since they had the same map. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

typedef enum { MILIEU_MERGE_OURS, MILIEU_MERGE_THEIRS } MilieuMergeSide;

/* Both changed the same thing, each in another way. One field, or all that says where an actor is (place), or
 * whether the record is there at all (@part %NULL). The places of actors in the network are one conflict,
 * however many they are (@id %NULL). */
typedef struct
{
  MilieuRecordType type;
  char *id;         /* (nullable) */
  char *part;       /* (nullable): the token of a field, of a child element, or "extra" */
  char *base;       /* (nullable): what stood there, %NULL where it was absent */
  char *ours;       /* (nullable): %NULL where it is absent, or was deleted */
  char *theirs;     /* (nullable) */
  guint count;      /* how many records it is about */
  MilieuMergeSide choice;
} MilieuMergeConflict;

typedef struct _MilieuMerge MilieuMerge;

/**
 * milieu_merge_new:
 * @ours: the map that will hold the result
 * @base: (nullable): the map as both had it; without it, only what one side adds is known to be new
 * @base_map: (nullable): the map of which @base is a snapshot, which may be @ours
 * @theirs: the other map
 *
 * What only one side changed is taken, field by field. Where both changed one field, ours stands until
 * milieu_merge_choose() says otherwise; a record that one side deleted and the other changed or uses stays.
 *
 * Returns: (transfer full): the merge; free with milieu_merge_free()
 */
MilieuMerge *milieu_merge_new (MilieuMap *ours, MilieuSnapshot *base, MilieuMap *base_map, MilieuMap *theirs);
void milieu_merge_free (MilieuMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuMerge, milieu_merge_free)

/** milieu_merge_n_conflicts: Returns: how many there are; their order is that of the file */
guint milieu_merge_n_conflicts (MilieuMerge *merge);
/** milieu_merge_conflict: Returns: (transfer none): the conflict @i */
const MilieuMergeConflict *milieu_merge_conflict (MilieuMerge *merge, guint i);
/** milieu_merge_choose: whose change is to stand */
void milieu_merge_choose (MilieuMerge *merge, guint i, MilieuMergeSide side);

/**
 * milieu_merge_group:
 *
 * Returns: (transfer full) (nullable): what is to change in ours, verb "merge"; empty if theirs brings nothing;
 *   %NULL with @error if a value cannot be read
 */
MilieuGroup *milieu_merge_group (MilieuMerge *merge, GError **error);

G_END_DECLS
