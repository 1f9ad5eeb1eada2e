#include "session/session.h"

struct _MilieuSession
{
  GObject parent;
  MilieuJobs *jobs;
  MilieuDocument *document;
  MilieuQuestion *question;
  MilieuSelection *selection;
  MilieuSimulation *simulation;
  MilieuReadings *readings;
  MilieuTrust *trust;
  MilieuProposals *proposals;
};

G_DEFINE_FINAL_TYPE (MilieuSession, milieu_session, G_TYPE_OBJECT)

static void
on_document_reset (MilieuSession *self)
{
  milieu_selection_hover (self->selection, MILIEU_RECORD_ACTOR, MILIEU_NO_KEY);
  milieu_selection_clear (self->selection);
}

static void
on_document_changed (MilieuSession *self)
{
  milieu_selection_prune (self->selection, milieu_document_snapshot (self->document));
}

static void
milieu_session_dispose (GObject *object)
{
  MilieuSession *self = MILIEU_SESSION (object);

  g_clear_object (&self->proposals);
  g_clear_object (&self->trust);
  g_clear_object (&self->readings);
  g_clear_object (&self->simulation);
  g_clear_object (&self->selection);
  g_clear_object (&self->question);
  if (self->jobs)
    g_object_run_dispose (G_OBJECT (self->jobs)); /* threads end before what they read goes */
  g_clear_object (&self->document);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (milieu_session_parent_class)->dispose (object);
}

static void
milieu_session_class_init (MilieuSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_session_dispose;
}

static void
milieu_session_init (MilieuSession *self)
{
  self->jobs = milieu_jobs_new ();
  self->document = milieu_document_new (self->jobs);
  self->question = milieu_question_new ();
  self->selection = milieu_selection_new ();
  self->simulation = milieu_simulation_new (self->document, self->question, self->jobs);
  self->readings = milieu_readings_new (self->document, self->question, self->simulation, self->jobs);
  self->trust = milieu_trust_new (self->simulation, self->question, self->readings, self->jobs);
  self->proposals = milieu_proposals_new (self->document, self->question, self->simulation, self->jobs);
  g_signal_connect_object (self->document, "reset", G_CALLBACK (on_document_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
}

MilieuSession *
milieu_session_new (void)
{
  return g_object_new (MILIEU_TYPE_SESSION, NULL);
}

MilieuDocument *
milieu_session_document (MilieuSession *self)
{
  return self->document;
}

MilieuQuestion *
milieu_session_question (MilieuSession *self)
{
  return self->question;
}

MilieuSelection *
milieu_session_selection (MilieuSession *self)
{
  return self->selection;
}

MilieuJobs *
milieu_session_jobs (MilieuSession *self)
{
  return self->jobs;
}

MilieuSimulation *
milieu_session_simulation (MilieuSession *self)
{
  return self->simulation;
}

MilieuProposals *
milieu_session_proposals (MilieuSession *self)
{
  return self->proposals;
}

MilieuReadings *
milieu_session_readings (MilieuSession *self)
{
  return self->readings;
}

MilieuTrust *
milieu_session_trust (MilieuSession *self)
{
  return self->trust;
}

MilieuMap *
milieu_session_map (MilieuSession *self)
{
  return milieu_document_map (self->document);
}

MilieuSnapshot *
milieu_session_snapshot (MilieuSession *self)
{
  return milieu_document_snapshot (self->document);
}

const MilieuFilter *
milieu_session_filter (MilieuSession *self)
{
  return milieu_question_filter (self->question);
}
