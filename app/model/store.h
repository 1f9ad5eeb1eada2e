/* A store of records under dense keys, shared between the live map and its
 * snapshots: a directory of chunks, copied only where a change meets a share.
 * Private to app/model; main thread only, but for milieu_store_get(). */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

typedef struct _MilieuStore MilieuStore;

/** milieu_store_new: Returns: (transfer full): an empty store */
MilieuStore *milieu_store_new (void);
MilieuStore *milieu_store_ref (MilieuStore *store);
void milieu_store_unref (MilieuStore *store);

/**
 * milieu_store_put:
 * @store: (inout): replaced by a copy of its directory if a snapshot shares it
 * @record: (nullable): what stands under @key from now on; a reference is taken
 */
void milieu_store_put (MilieuStore **store, guint32 key, const MilieuRecord *record);

/** milieu_store_get: Returns: (nullable): the record under @key; any thread that holds the store */
const MilieuRecord *milieu_store_get (MilieuStore *store, guint32 key);

/** milieu_store_count: Returns: how many records */
guint milieu_store_count (MilieuStore *store);

/** milieu_store_n_keys: Returns: one more than the largest key with a place, a multiple of the chunk's size */
guint32 milieu_store_n_keys (MilieuStore *store);

G_END_DECLS
