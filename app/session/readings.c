#include "session/readings.h"

#define LANE "readings"
/* records that a reading rests on: all but spots */
#define RESTS_ON (~MILIEU_RECORDS_OF_LOOKS)

struct _MilieuReadings
{
  GObject parent;
  MilieuDocument *document;
  MilieuQuestion *question;
  MilieuSimulation *simulation;
  MilieuJobs *jobs;
  MilieuReading *reading;
  gboolean stale;
  guint idle;
};

G_DEFINE_FINAL_TYPE (MilieuReadings, milieu_readings, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
tell (double fraction, gpointer data)
{
  milieu_job_set_fraction (data, fraction);
}

/* what is asked, and the reading that stands: what an edit left as it was is taken from it */
typedef struct
{
  MilieuFilter filter;
  MilieuReading *before; /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  milieu_reading_unref (request->before);
  g_free (request);
}

static gpointer
compute (MilieuJob *job, gpointer data, GError **error)
{
  const Request *request = data;

  return milieu_reading_compute_after (request->before, milieu_job_snapshot (job), &request->filter,
                                       milieu_job_cancel_flag (job), tell, job);
}

static void
on_computed (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuReadings *self = owner;

  if (!result)
    return;
  g_clear_pointer (&self->reading, milieu_reading_unref);
  self->reading = result;
  self->stale = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static Request *
request_new (MilieuReadings *self)
{
  Request *request = g_new0 (Request, 1);

  request->filter = *milieu_question_filter (self->question);
  request->filter.simulated = milieu_simulation_is_on (self->simulation);
  request->before = self->reading ? milieu_reading_ref (self->reading) : NULL;
  return request;
}

static gboolean
ask (gpointer data)
{
  MilieuReadings *self = data;
  MilieuTask task = {
    .lane = LANE,
    .snapshot = milieu_simulation_snapshot (self->simulation),
    .work = compute,
    .data = request_new (self),
    .free_data = request_free,
    .free_result = (GDestroyNotify) milieu_reading_unref,
    .done = on_computed,
    .owner = self,
  };

  self->idle = 0;
  milieu_jobs_start (self->jobs, &task);
  return G_SOURCE_REMOVE;
}

/* several changes in one turn of the main loop ask once */
static void
become_stale (MilieuReadings *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (ask, self);
  if (self->stale)
    return;
  self->stale = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_reset (MilieuReadings *self)
{
  g_clear_pointer (&self->reading, milieu_reading_unref);
  self->stale = FALSE;
  become_stale (self);
}

static void
on_document_changed (MilieuReadings *self, guint mask)
{
  if (mask & RESTS_ON)
    become_stale (self);
}

static void
on_question_changed (MilieuReadings *self, gboolean asked)
{
  if (asked)
    become_stale (self);
}

static void
on_simulation_changed (MilieuReadings *self, gboolean departed)
{
  if (departed)
    become_stale (self);
}

static void
milieu_readings_dispose (GObject *object)
{
  MilieuReadings *self = MILIEU_READINGS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->reading, milieu_reading_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->question);
  g_clear_object (&self->simulation);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (milieu_readings_parent_class)->dispose (object);
}

static void
milieu_readings_class_init (MilieuReadingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_readings_dispose;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_READINGS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_readings_init (MilieuReadings *self)
{
}

MilieuReadings *
milieu_readings_new (MilieuDocument *document, MilieuQuestion *question, MilieuSimulation *simulation, MilieuJobs *jobs)
{
  MilieuReadings *self = g_object_new (MILIEU_TYPE_READINGS, NULL);

  self->document = g_object_ref (document);
  self->question = g_object_ref (question);
  self->simulation = g_object_ref (simulation);
  self->jobs = g_object_ref (jobs);
  g_signal_connect_object (document, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "changed", G_CALLBACK (on_question_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (simulation, "changed", G_CALLBACK (on_simulation_changed), self, G_CONNECT_SWAPPED);
  become_stale (self);
  return self;
}

MilieuReading *
milieu_readings_get (MilieuReadings *self)
{
  return self->reading;
}

gboolean
milieu_readings_is_stale (MilieuReadings *self)
{
  return self->stale;
}
