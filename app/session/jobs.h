/* Jobs: work off the main thread, with a title, a fraction and a way to stop.
 *
 * Jobs stand in lanes. A lane runs one job at a time, and a new request for a
 * lane cancels what runs and replaces what waits, so that only the latest wish
 * counts. Each lane has one thread, which stays. A job holds a snapshot, which is let go on the main thread when the
 * job comes back. pthreads and atomic integers only: ThreadSanitizer sees them.
 */
#pragma once

#include "model/snapshot.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_JOBS (milieu_jobs_get_type ())
G_DECLARE_FINAL_TYPE (MilieuJobs, milieu_jobs, MILIEU, JOBS, GObject)

typedef struct _MilieuJob MilieuJob;

/**
 * MilieuJobWork:
 * @data: what the task brought
 *
 * Runs on a thread of its own. Long loops ask milieu_job_is_cancelled().
 *
 * Returns: (transfer full) (nullable): the result
 */
typedef gpointer (*MilieuJobWork) (MilieuJob *job, gpointer data, GError **error);

/**
 * MilieuJobDone:
 * @result: (transfer full) (nullable): what the work gave
 * @error: (nullable): why it could not be done
 * @owner: of the task
 *
 * Runs on the main thread. Not called for a job that was cancelled, or whose owner is gone.
 */
typedef void (*MilieuJobDone) (MilieuJob *job, gpointer result, const GError *error, gpointer owner);

typedef struct
{
  const char *lane;         /* a static string */
  const char *title;        /* (nullable): what a person reads while waiting, translated */
  MilieuSnapshot *snapshot; /* (nullable) (transfer none): held while the job lives */
  MilieuJobWork work;
  gpointer data;            /* (transfer full) */
  GDestroyNotify free_data;   /* (nullable): on the main thread */
  GDestroyNotify free_result; /* (nullable): of a result that nobody takes; on the main thread */
  MilieuJobDone done;
  gpointer owner;           /* a GObject, held weakly */
  gboolean patient;         /* lets the job that runs in its lane come back, for a picture a little late beats none */
} MilieuTask;

/** MilieuJobs::changed: a job has started, advanced or ended */

MilieuJobs *milieu_jobs_new (void);

/**
 * milieu_jobs_start:
 * @task: copied
 *
 * Starts the job, or lets it wait for its lane. The latest request of a lane wins.
 */
void milieu_jobs_start (MilieuJobs *jobs, const MilieuTask *task);

/** milieu_jobs_cancel: cancels what runs and what waits in @lane; nothing is called back */
void milieu_jobs_cancel (MilieuJobs *jobs, const char *lane);

/** milieu_jobs_is_busy: Returns: whether @lane, or with %NULL any lane, has a job that is not cancelled */
gboolean milieu_jobs_is_busy (MilieuJobs *jobs, const char *lane);

/**
 * milieu_jobs_progress:
 * @fraction: (out): 0 to 1, or -1 if the job does not tell
 * @since: (out): monotonic time of its request, microseconds
 *
 * Returns: (nullable) (transfer none): the title of the oldest job that has a title, %NULL if none runs
 */
const char *milieu_jobs_progress (MilieuJobs *jobs, double *fraction, gint64 *since);

/** milieu_job_data: Returns: (transfer none): what the task brought */
gpointer milieu_job_data (MilieuJob *job);

/* from the thread of the work */
gboolean milieu_job_is_cancelled (MilieuJob *job);
/** milieu_job_cancel_flag: Returns: an atomic integer that becomes 1 when the job is cancelled, for rooms that know no jobs */
const gint *milieu_job_cancel_flag (MilieuJob *job);
void milieu_job_set_fraction (MilieuJob *job, double fraction);
MilieuSnapshot *milieu_job_snapshot (MilieuJob *job);

G_END_DECLS
