/* A change is the record before and the record after, either of which may be
 * absent. A group of changes is one verb: one undo step, one line of journal. */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuRecord *before; /* (nullable) (owned) */
  MilieuRecord *after;  /* (nullable) (owned) */
} MilieuChange;

typedef struct _MilieuGroup MilieuGroup;

/**
 * milieu_group_new:
 * @verb: a token for logs and tests ("move-actors")
 * @words: what the undo menu says, translated ("Move 3 Actors")
 *
 * Returns: (transfer full): an empty group, one reference
 */
MilieuGroup *milieu_group_new (const char *verb, const char *words);
MilieuGroup *milieu_group_ref (MilieuGroup *group);
void milieu_group_unref (MilieuGroup *group);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuGroup, milieu_group_unref)

/**
 * milieu_group_change:
 * @before: (nullable): the very record that the map holds
 * @after: (nullable) (transfer full): what stands after
 *
 * Nothing is added when both are equal. A later change of the same record in
 * one group takes the earlier @after as its @before.
 */
void milieu_group_change (MilieuGroup *group, const MilieuRecord *before, MilieuRecord *after);

/**
 * milieu_group_after:
 * @held: (nullable): what the map holds
 *
 * Returns: (transfer none) (nullable): the record that stands for @type and @key
 *   after this group: the last change in it, else @held
 */
const MilieuRecord *milieu_group_after (MilieuGroup *group, MilieuRecordType type, guint32 key,
                                        const MilieuRecord *held);

/** milieu_group_verb: Returns: (transfer none): the token; milieu_group_words(): what the undo menu says */
const char *milieu_group_verb (MilieuGroup *group);
const char *milieu_group_words (MilieuGroup *group);
/** milieu_group_time: Returns: when it was applied, microseconds since 1970, 0 before; set by the history */
gint64 milieu_group_time (MilieuGroup *group);
void milieu_group_set_time (MilieuGroup *group, gint64 time);
guint milieu_group_size (MilieuGroup *group);
const MilieuChange *milieu_group_get (MilieuGroup *group, guint i);

/** milieu_group_mask: Returns: 1 << type for each type of record that it touches */
guint milieu_group_mask (MilieuGroup *group);

/**
 * milieu_group_inverse:
 *
 * Returns: (transfer full): the same changes backwards with before and after swapped
 */
MilieuGroup *milieu_group_inverse (MilieuGroup *group);

G_END_DECLS
