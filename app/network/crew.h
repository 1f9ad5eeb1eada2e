/* A few threads that share one loop. What is computed must not depend on who
 * computes it: each block writes to places of its own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MilieuCrew MilieuCrew;

/** MilieuCrewFunc: does the block of this number, on any thread */
typedef void (*MilieuCrewFunc) (gpointer data, guint block);

/**
 * milieu_crew_new:
 * @threads: how many, the caller's among them; 0 for one a processor, 8 at most
 *
 * Where threads cannot be had, fewer work: at least the caller's.
 */
MilieuCrew *milieu_crew_new (guint threads);
void milieu_crew_free (MilieuCrew *crew);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuCrew, milieu_crew_free)

/** milieu_crew_run: calls @func for 0 … @n_blocks − 1 in any order, several at a time; returns when all are done */
void milieu_crew_run (MilieuCrew *crew, guint n_blocks, MilieuCrewFunc func, gpointer data);

G_END_DECLS
