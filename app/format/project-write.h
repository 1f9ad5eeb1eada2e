/* Maps into map files, canonical: one map, one sequence of bytes. */
#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

#define MILIEU_PROJECT_NAMESPACE "urn:milieu:map"
#define MILIEU_PROJECT_VERSION 1

/**
 * milieu_project_write:
 *
 * Records in the order of the types, by id bytewise; attributes in schema
 * order; absent fields are not written; UTF-8, LF, two spaces. A character
 * that XML cannot hold is written as U+FFFD. A pure function, any thread.
 *
 * Returns: (transfer full): the file
 */
GBytes *milieu_project_write (MilieuSnapshot *snapshot);

/** milieu_project_hash: Returns: (transfer full): SHA-256 of the canonical file, 64 hexadecimal digits */
char *milieu_project_hash (MilieuSnapshot *snapshot);

/** milieu_project_facts_hash: as milieu_project_hash() for the map without its figures: what figures are made of */
char *milieu_project_facts_hash (MilieuSnapshot *snapshot);

G_END_DECLS
