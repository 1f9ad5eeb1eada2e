#include "session/trust.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "reading/memo.h"

#define LANE "trust"
#define LANE_HIDDEN "hidden ties"

struct _MilieuTrust
{
  GObject parent;
  MilieuSimulation *simulation;
  MilieuQuestion *question;
  MilieuReadings *readings; /* not owned: both belong to the session */
  MilieuJobs *jobs;
  MilieuReading *asked; /* the reading that was last asked about; (nullable) */
  MilieuUncertainty *uncertainty;
  MilieuDocumentation *documentation;
  MilieuHidden *hidden;  /* (nullable): only once somebody asks */
  MilieuReading *hiding; /* (nullable): the reading that it is asked for */
  MilieuMemo *memo; /* costly numbers of the last uncertainty; (nullable) */
};

G_DEFINE_FINAL_TYPE (MilieuTrust, milieu_trust, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  MilieuFilter filter;
  MilieuMemo *memo; /* (nullable) */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  milieu_memo_unref (asked->memo);
  g_free (asked);
}

typedef struct
{
  MilieuUncertainty *uncertainty;
  MilieuDocumentation *documentation;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_clear_pointer (&known->uncertainty, milieu_uncertainty_free);
  g_clear_pointer (&known->documentation, milieu_documentation_free);
  g_free (known);
}

static void
tell (double fraction, gpointer job)
{
  milieu_job_set_fraction (job, fraction);
}

static gpointer
compute (MilieuJob *job, gpointer data, GError **error)
{
  Asked *asked = data;
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  Known *known = g_new0 (Known, 1);

  known->documentation = milieu_documentation_new (snapshot, &asked->filter);
  known->uncertainty = milieu_uncertainty_new_after (asked->memo, snapshot, &asked->filter, FALSE,
                                                     milieu_job_cancel_flag (job), tell, job);
  if (known->uncertainty)
    return known;
  known_free (known);
  return NULL;
}

static void
on_computed (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuTrust *self = owner;
  Known *known = result;

  if (!known)
    return;
  g_clear_pointer (&self->uncertainty, milieu_uncertainty_free);
  g_clear_pointer (&self->documentation, milieu_documentation_free);
  self->uncertainty = g_steal_pointer (&known->uncertainty);
  self->documentation = g_steal_pointer (&known->documentation);
  g_clear_pointer (&self->memo, milieu_memo_unref);
  self->memo = milieu_memo_ref (self->uncertainty->memo);
  known_free (known);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
forget (MilieuTrust *self)
{
  g_clear_pointer (&self->asked, milieu_reading_unref);
  g_clear_pointer (&self->uncertainty, milieu_uncertainty_free);
  g_clear_pointer (&self->documentation, milieu_documentation_free);
  g_clear_pointer (&self->hiding, milieu_reading_unref);
  g_clear_pointer (&self->hidden, milieu_hidden_free);
}

/* what is known of another map or question would mislead: it goes at once */
static void
ask (MilieuTrust *self)
{
  MilieuReading *reading = milieu_readings_get (self->readings);
  Asked *asked;
  MilieuTask task = {
    .lane = LANE,
    .snapshot = milieu_simulation_snapshot (self->simulation),
    .work = compute,
    .free_data = asked_free,
    .free_result = known_free,
    .done = on_computed,
    .owner = self,
  };

  if (reading == self->asked || milieu_readings_is_stale (self->readings))
    return;
  forget (self);
  milieu_jobs_cancel (self->jobs, LANE_HIDDEN);
  g_signal_emit (self, signals[CHANGED], 0);
  if (!reading)
    return;
  self->asked = milieu_reading_ref (reading);
  asked = g_new (Asked, 1);
  *asked = (Asked) { *milieu_question_filter (self->question), self->memo ? milieu_memo_ref (self->memo) : NULL };
  task.data = asked;
  milieu_jobs_start (self->jobs, &task);
}

static void
milieu_trust_dispose (GObject *object)
{
  MilieuTrust *self = MILIEU_TRUST (object);

  forget (self);
  g_clear_pointer (&self->memo, milieu_memo_unref);
  g_clear_object (&self->simulation);
  g_clear_object (&self->question);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (milieu_trust_parent_class)->dispose (object);
}

static void
milieu_trust_class_init (MilieuTrustClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_trust_dispose;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_TRUST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_trust_init (MilieuTrust *self)
{
}

MilieuTrust *
milieu_trust_new (MilieuSimulation *simulation, MilieuQuestion *question, MilieuReadings *readings, MilieuJobs *jobs)
{
  MilieuTrust *self = g_object_new (MILIEU_TYPE_TRUST, NULL);

  self->simulation = g_object_ref (simulation);
  self->question = g_object_ref (question);
  self->jobs = g_object_ref (jobs);
  self->readings = readings;
  g_signal_connect_object (readings, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return self;
}

const MilieuUncertainty *
milieu_trust_uncertainty (MilieuTrust *self)
{
  return self->uncertainty;
}

/* ---- every value with ties hidden ---- */

static gpointer
hide (MilieuJob *job, gpointer data, GError **error)
{
  return milieu_hidden_new (milieu_job_snapshot (job), data, milieu_job_cancel_flag (job), tell, job);
}

static void
on_hidden (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuTrust *self = owner;

  if (!result)
    return;
  g_clear_pointer (&self->hidden, milieu_hidden_free);
  self->hidden = result;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hidden_free (gpointer hidden)
{
  milieu_hidden_free (hidden);
}

void
milieu_trust_hide_ties (MilieuTrust *self)
{
  MilieuTask task = {
    .lane = LANE_HIDDEN,
    .title = _("Hiding Ties at Random"),
    .snapshot = milieu_simulation_snapshot (self->simulation),
    .work = hide,
    .data = g_memdup2 (milieu_question_filter (self->question), sizeof (MilieuFilter)),
    .free_data = g_free,
    .free_result = hidden_free,
    .done = on_hidden,
    .owner = self,
  };

  if (!self->asked || self->hiding == self->asked)
    {
      g_free (task.data);
      return;
    }
  g_clear_pointer (&self->hiding, milieu_reading_unref);
  self->hiding = milieu_reading_ref (self->asked);
  milieu_jobs_start (self->jobs, &task);
}

const MilieuHidden *
milieu_trust_hidden (MilieuTrust *self)
{
  return self->hidden;
}

const MilieuDocumentation *
milieu_trust_documentation (MilieuTrust *self)
{
  return self->documentation;
}
