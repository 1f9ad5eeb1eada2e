#include "session/proposals.h"

#define LANE "could-meet"
/* more pairs than a person reads, or a canvas shows */
#define MOST_PAIRS 30
/* records that a pair rests on: all but spots */
#define RESTS_ON (~MILIEU_RECORDS_OF_LOOKS)

struct _MilieuProposals
{
  GObject parent;
  MilieuQuestion *question;
  MilieuSimulation *simulation;
  MilieuJobs *jobs;
  gboolean shown, places;
  MilieuMeetings *meetings; /* (nullable) */
  guint idle;
};

G_DEFINE_FINAL_TYPE (MilieuProposals, milieu_proposals, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  MilieuFilter filter;
  gboolean places;
} Request;

static gpointer
compute (MilieuJob *job, gpointer data, GError **error)
{
  const Request *request = data;
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  MilieuMeetingRequest what = { .limit = MOST_PAIRS };
  g_autofree guint32 *places = request->places ? milieu_meeting_places (snapshot, &request->filter, &what.n_among) : NULL;

  what.among = places;
  return milieu_could_meet (snapshot, &request->filter, &what, milieu_job_cancel_flag (job));
}

static void
on_computed (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuProposals *self = owner;

  if (!result)
    return;
  g_clear_pointer (&self->meetings, milieu_meetings_free);
  self->meetings = result;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
ask (gpointer data)
{
  MilieuProposals *self = data;
  Request *request = g_new0 (Request, 1);

  self->idle = 0;
  request->filter = *milieu_question_filter (self->question);
  request->places = self->places;
  milieu_jobs_start (self->jobs, &(MilieuTask) {
    .lane = LANE,
    .snapshot = milieu_simulation_snapshot (self->simulation),
    .work = compute,
    .data = request,
    .free_data = g_free,
    .free_result = (GDestroyNotify) milieu_meetings_free,
    .done = on_computed,
    .owner = self,
  });
  return G_SOURCE_REMOVE;
}

/* several changes in one turn of the main loop ask once */
static void
become_stale (MilieuProposals *self)
{
  if (self->shown && self->idle == 0)
    self->idle = g_idle_add (ask, self);
}

static void
forget (MilieuProposals *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  milieu_jobs_cancel (self->jobs, LANE);
  if (!self->meetings)
    return;
  g_clear_pointer (&self->meetings, milieu_meetings_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_reset (MilieuProposals *self)
{
  forget (self);
  become_stale (self);
}

static void
on_document_changed (MilieuProposals *self, guint mask)
{
  if (mask & RESTS_ON)
    become_stale (self);
}

static void
on_asked (MilieuProposals *self, gboolean asked)
{
  if (asked)
    become_stale (self);
}

static void
milieu_proposals_dispose (GObject *object)
{
  MilieuProposals *self = MILIEU_PROPOSALS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->meetings, milieu_meetings_free);
  g_clear_object (&self->question);
  g_clear_object (&self->simulation);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (milieu_proposals_parent_class)->dispose (object);
}

static void
milieu_proposals_class_init (MilieuProposalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_proposals_dispose;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_PROPOSALS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_proposals_init (MilieuProposals *self)
{
}

MilieuProposals *
milieu_proposals_new (MilieuDocument *document, MilieuQuestion *question, MilieuSimulation *simulation, MilieuJobs *jobs)
{
  MilieuProposals *self = g_object_new (MILIEU_TYPE_PROPOSALS, NULL);

  self->question = g_object_ref (question);
  self->simulation = g_object_ref (simulation);
  self->jobs = g_object_ref (jobs);
  g_signal_connect_object (document, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "changed", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (simulation, "changed", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
  return self;
}

void
milieu_proposals_show (MilieuProposals *self, gboolean shown, gboolean places)
{
  if (!self->shown == !shown && !self->places == !places)
    return;
  self->shown = shown;
  self->places = places;
  forget (self);
  become_stale (self);
}

const MilieuMeetings *
milieu_proposals_get (MilieuProposals *self)
{
  return self->meetings;
}
