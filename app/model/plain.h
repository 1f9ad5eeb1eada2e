/* A record in plain texts: ids where a map has keys, so that records of
 * different maps, or of yesterday's journal, can be compared and carried over. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuRecordType type;
  char *id;
  char *fields[MILIEU_MAX_FIELDS]; /* the canonical text of each, %NULL where absent */
  char *extra;                     /* (nullable): as in MilieuRecord */
} MilieuPlain;

/**
 * milieu_plain_new:
 * @record: a record of any snapshot of @map
 * @map: where its keys have their ids
 *
 * Returns: (transfer full): its texts
 */
MilieuPlain *milieu_plain_new (const MilieuRecord *record, MilieuMap *map);

/** milieu_plain_copy: Returns: (transfer full) (nullable): the same again; %NULL of %NULL */
MilieuPlain *milieu_plain_copy (const MilieuPlain *plain);
void milieu_plain_free (MilieuPlain *plain);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuPlain, milieu_plain_free)

/**
 * milieu_plain_compare:
 * Returns: less than, equal to or greater than 0, by id, then field by field, bytewise; %NULL comes first
 */
int milieu_plain_compare (const MilieuPlain *a, const MilieuPlain *b);

/** milieu_plain_set: replaces the text of a field; %NULL or "" for absent */
void milieu_plain_set (MilieuPlain *plain, guint field, const char *text);

/**
 * milieu_plain_reference:
 * @type: (out): the type of the record that the field names
 *
 * Returns: (nullable): the id of the record that the field names; %NULL if it names none
 */
const char *milieu_plain_reference (const MilieuPlain *plain, guint field, MilieuRecordType *type);

/** milieu_plain_set_reference: makes a field that names a record name @id of the same type instead */
void milieu_plain_set_reference (MilieuPlain *plain, guint field, const char *id);

/**
 * milieu_plain_record:
 * @map: where ids become keys
 *
 * Returns: (transfer full) (nullable): the record, %NULL with @error if a text is no value of its field
 */
MilieuRecord *milieu_plain_record (const MilieuPlain *plain, MilieuMap *map, GError **error);

G_END_DECLS
