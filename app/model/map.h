/* The live map. Only the main thread touches it, and only groups change it. */
#pragma once

#include <glib-object.h>

#include "model/change.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_MAP (milieu_map_get_type ())
G_DECLARE_FINAL_TYPE (MilieuMap, milieu_map, MILIEU, MAP, GObject)

#define MILIEU_MAP_ERROR (milieu_map_error_quark ())
GQuark milieu_map_error_quark (void);
typedef enum
{
  MILIEU_MAP_ERROR_STALE,    /* a change whose before is not what the map holds */
  MILIEU_MAP_ERROR_DANGLING, /* a reference to a record that is not there */
} MilieuMapError;

/**
 * MilieuMap::changed:
 * @group: (type gpointer): the MilieuGroup that was applied
 *
 * Comes once per group, after all of it was applied.
 */

MilieuMap *milieu_map_new (void);

/**
 * milieu_map_intern:
 *
 * Returns: the key of @id among records of @type, made now if the id was never seen. Spots share the keys of actors.
 */
guint32 milieu_map_intern (MilieuMap *map, MilieuRecordType type, const char *id);

/** milieu_map_expect: says that @id will soon be interned or looked up, so that a large map need not wait for memory then */
void milieu_map_expect (MilieuMap *map, MilieuRecordType type, const char *id);

/** milieu_map_key: Returns: the key of @id, MILIEU_NO_KEY if the id was never seen */
guint32 milieu_map_key (MilieuMap *map, MilieuRecordType type, const char *id);

/** milieu_map_id: Returns: the id of a key, even if no record bears it */
const GRefString *milieu_map_id (MilieuMap *map, MilieuRecordType type, guint32 key);

/** milieu_map_new_id: Returns: (transfer full): an id that no record bears: @stem in ASCII small letters, or with -2, -3 … */
char *milieu_map_new_id (MilieuMap *map, MilieuRecordType type, const char *stem);

/** milieu_map_get: Returns: (transfer none) (nullable): the record that stands under a key, or bears an id */
const MilieuRecord *milieu_map_get (MilieuMap *map, MilieuRecordType type, guint32 key);
const MilieuRecord *milieu_map_find (MilieuMap *map, MilieuRecordType type, const char *id);
/** milieu_map_count: Returns: how many records of @type there are */
guint milieu_map_count (MilieuMap *map, MilieuRecordType type);
/** milieu_map_revision: Returns: a number that grows with every group */
guint64 milieu_map_revision (MilieuMap *map);

/** milieu_map_snapshot: Returns: (transfer full): the map as it stands; O(1) */
MilieuSnapshot *milieu_map_snapshot (MilieuMap *map);

/** milieu_map_ties_of: Returns: (transfer none) (array length=n): keys of the ties that touch an actor, in no set order */
const guint32 *milieu_map_ties_of (MilieuMap *map, guint32 actor, guint *n);

/** milieu_map_claims_of: Returns: (transfer none) (array length=n): keys of the claims about a record */
const guint32 *milieu_map_claims_of (MilieuMap *map, MilieuRecordType type, guint32 key, guint *n);

/**
 * milieu_map_apply:
 *
 * Applies all of @group or nothing. Refused if a before is not the very record
 * that the map holds, or if a reference would dangle.
 */
gboolean milieu_map_apply (MilieuMap *map, MilieuGroup *group, GError **error);

/**
 * milieu_value_format:
 *
 * Returns: (transfer full): the canonical text of a value, as files write it; "" if absent
 */
char *milieu_value_format (const MilieuField *field, MilieuValue value, MilieuSnapshot *snapshot);

/**
 * milieu_value_parse:
 * @map: where ids become keys; an id never seen is interned (it dangles until a record bears it)
 * @value: (out): borrowed from @text where it is a text
 *
 * Returns: %FALSE with @error saying what was expected
 */
gboolean milieu_value_parse (const MilieuField *field, const char *text, MilieuMap *map, MilieuValue *value, GError **error);

#define MILIEU_VALUE_ERROR (milieu_value_error_quark ())
GQuark milieu_value_error_quark (void);
typedef enum { MILIEU_VALUE_ERROR_INVALID } MilieuValueError;

/** milieu_number_canonical: Returns: (transfer full): @value with at most @decimals, trailing zeros cut, always a point, no -0 */
char *milieu_number_canonical (double value, guint decimals);

G_END_DECLS
