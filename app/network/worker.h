/* One call at a time into igraph, which is not thread-safe here and whose
 * handlers are global. The worker is the thread whose turn it is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MILIEU_NETWORK_DONE,
  MILIEU_NETWORK_CANCELLED,
  MILIEU_NETWORK_FAILED, /* igraph refused: no memory, or a bug of ours */
} MilieuNetworkOutcome;

/**
 * MilieuNetworkFunc:
 *
 * Runs on the worker. What it allocates with igraph is on igraph's finally
 * stack or its own to free.
 *
 * Returns: 0, or the error code of the igraph call that failed
 */
typedef int (*MilieuNetworkFunc) (gpointer data);

/**
 * milieu_network_call:
 * @cancel: (nullable): an atomic integer; once it is not 0 the call ends as soon as igraph asks
 *
 * Waits for its turn and runs @func, on the calling thread; calls are served
 * in the order they come. Any thread may call, the worker itself too.
 *
 * Returns: how it ended
 */
MilieuNetworkOutcome milieu_network_call (MilieuNetworkFunc func, gpointer data, const gint *cancel);

/** milieu_network_cancelled: (on the worker) Returns: whether the running call should end; loops of ours ask it too */
gboolean milieu_network_cancelled (void);

G_END_DECLS
