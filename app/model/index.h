/* Who refers to whom, kept by the live map: the ties of an actor, the claims
 * about a record. Private to app/model. */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef struct _MilieuIndex MilieuIndex;

/** milieu_index_new: Returns: (transfer full): an empty index */
MilieuIndex *milieu_index_new (void);
void milieu_index_free (MilieuIndex *index);

/** milieu_index_change: a record left (@before), came (@after) or both; either may be %NULL */
void milieu_index_change (MilieuIndex *index, const MilieuRecord *before, const MilieuRecord *after);

/** milieu_index_ties_of: Returns: (transfer none) (array length=n): keys in no set order, valid until the next change; so below */
const guint32 *milieu_index_ties_of (MilieuIndex *index, guint32 actor, guint *n);
const guint32 *milieu_index_claims_of (MilieuIndex *index, MilieuRecordType type, guint32 key, guint *n);

G_END_DECLS
