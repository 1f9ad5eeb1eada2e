/* The three sides of a merge, as plain records by id. Private to app/edit. */
#pragma once

#include "model/plain.h"

G_BEGIN_DECLS

typedef struct
{
  GHashTable *of[MILIEU_N_RECORD_TYPES]; /* id -> MilieuPlain (owned) */
} MilieuSide;

/** milieu_side_new: Returns: (transfer full): the records of @snapshot, none if it is %NULL; @map bears its ids */
MilieuSide *milieu_side_new (MilieuSnapshot *snapshot, MilieuMap *map);
void milieu_side_free (MilieuSide *side);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuSide, milieu_side_free)

/** milieu_side_get: Returns: (transfer none) (nullable): the record, %NULL if this side has none */
MilieuPlain *milieu_side_get (const MilieuSide *side, MilieuRecordType type, const char *id);
/** milieu_side_put: takes a record in, or (with %NULL) out */
void milieu_side_put (MilieuSide *side, MilieuRecordType type, const char *id, MilieuPlain *plain);

/**
 * milieu_side_ids:
 * @sides: (array length=n): several sides
 * Returns: (transfer full): the ids of records of @type that any of them has, each once, sorted bytewise
 */
GPtrArray *milieu_side_ids (MilieuSide *const *sides, guint n, MilieuRecordType type);

/**
 * milieu_side_part_twins:
 * Two people may have given one id to two things: to two ties, two claims, two actors. One of the two gets another
 * id, and what refers to it on its side follows. Which one does not depend on which side is ours.
 */
void milieu_side_part_twins (const MilieuSide *base, MilieuSide *ours, MilieuSide *theirs);

G_END_DECLS
