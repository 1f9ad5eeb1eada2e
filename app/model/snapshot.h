/* A snapshot: the map as it stood at one revision, for ever.
 *
 * Taking one costs nothing; any thread may read it; the main thread alone
 * takes and drops it. */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef struct _MilieuSnapshot MilieuSnapshot;

MilieuSnapshot *milieu_snapshot_ref (MilieuSnapshot *snapshot);
void milieu_snapshot_unref (MilieuSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuSnapshot, milieu_snapshot_unref)

/**
 * milieu_snapshot_without:
 * @actors: (array length=n_actors): keys
 * @ties: (array length=n_ties): keys; those of @actors have to be among them
 *
 * The map as if these were not there; what is said of them stays. Main thread.
 *
 * Returns: (transfer full): another snapshot, of the same revision
 */
MilieuSnapshot *milieu_snapshot_without (MilieuSnapshot *snapshot, const guint32 *actors, guint n_actors,
                                         const guint32 *ties, guint n_ties);

/** milieu_snapshot_revision: Returns: that of the map when it was taken */
guint64 milieu_snapshot_revision (MilieuSnapshot *snapshot);

/** milieu_snapshot_count: Returns: how many records of @type there are */
guint milieu_snapshot_count (MilieuSnapshot *snapshot, MilieuRecordType type);

/** milieu_snapshot_n_keys: Returns: one more than the largest key that may hold a record of @type */
guint32 milieu_snapshot_n_keys (MilieuSnapshot *snapshot, MilieuRecordType type);

/** milieu_snapshot_get: Returns: (nullable): the record, %NULL if there is none under @key */
const MilieuRecord *milieu_snapshot_get (MilieuSnapshot *snapshot, MilieuRecordType type, guint32 key);

#define milieu_snapshot_actor(s, k) ((const MilieuActor *) milieu_snapshot_get ((s), MILIEU_RECORD_ACTOR, (k)))
#define milieu_snapshot_tie(s, k) ((const MilieuTie *) milieu_snapshot_get ((s), MILIEU_RECORD_TIE, (k)))
#define milieu_snapshot_kind(s, k) ((const MilieuKind *) milieu_snapshot_get ((s), MILIEU_RECORD_KIND, (k)))
#define milieu_snapshot_type(s, k) ((const MilieuTieType *) milieu_snapshot_get ((s), MILIEU_RECORD_TYPE, (k)))
#define milieu_snapshot_claim(s, k) ((const MilieuClaim *) milieu_snapshot_get ((s), MILIEU_RECORD_CLAIM, (k)))
#define milieu_snapshot_source(s, k) ((const MilieuSource *) milieu_snapshot_get ((s), MILIEU_RECORD_SOURCE, (k)))
#define milieu_snapshot_spot(s, k) ((const MilieuSpot *) milieu_snapshot_get ((s), MILIEU_RECORD_SPOT, (k)))
#define milieu_snapshot_plate(s, k) ((const MilieuPlate *) milieu_snapshot_get ((s), MILIEU_RECORD_FIGURE, (k)))

/** milieu_snapshot_find: Returns: (nullable): the record of that id; takes time in proportion to the store */
const MilieuRecord *milieu_snapshot_find (MilieuSnapshot *snapshot, MilieuRecordType type, const char *id);

/**
 * milieu_snapshot_sorted:
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): the keys of all records of @type, by id, bytewise; free with g_free()
 */
guint32 *milieu_snapshot_sorted (MilieuSnapshot *snapshot, MilieuRecordType type, guint *n);

/** milieu_snapshot_setting: Returns: (nullable): the value of the setting @id */
const char *milieu_snapshot_setting (MilieuSnapshot *snapshot, const char *id);

/** milieu_snapshot_number: Returns: the setting @id as a number, @otherwise if it is absent or no number */
double milieu_snapshot_number (MilieuSnapshot *snapshot, const char *id, double otherwise);

/* meanings that more than one room needs */

/** milieu_snapshot_tie_class: Returns: the class of the tie's type, unset if the type has none */
MilieuClass milieu_snapshot_tie_class (MilieuSnapshot *snapshot, const MilieuTie *tie);
/** milieu_snapshot_tie_directed: the tie's own answer, else its type's, else %TRUE */
gboolean milieu_snapshot_tie_directed (MilieuSnapshot *snapshot, const MilieuTie *tie);
/** milieu_actor_is_core: scope core or unset */
gboolean milieu_actor_is_core (const MilieuActor *actor);
/** milieu_actor_is_located: has a longitude and a latitude */
gboolean milieu_actor_is_located (const MilieuActor *actor);
/** milieu_actor_has_tag: whether @tag is one of the actor's tags */
gboolean milieu_actor_has_tag (const MilieuActor *actor, const char *tag);

/**
 * milieu_snapshot_grounds:
 * @suggested: whether a claim may give a ground to an actor that has none: the first one by id with the field
 *   "ground" and a token of a ground as its value
 *
 * Returns: (transfer full): the ground of each actor key (MilieuGround), milieu_snapshot_n_keys() of them; g_free()
 */
guint8 *milieu_snapshot_grounds (MilieuSnapshot *snapshot, gboolean suggested);

G_END_DECLS
