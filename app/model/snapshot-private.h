/* How the live map makes snapshots. Private to app/model. */
#pragma once

#include "model/snapshot.h"
#include "model/store.h"

G_BEGIN_DECLS

/** milieu_snapshot_new: Returns: (transfer full): a snapshot that shares @stores, one per type of record */
MilieuSnapshot *milieu_snapshot_new (MilieuStore **stores, guint64 revision);

G_END_DECLS
