#include "session/simulation.h"

#include <stdlib.h>

#define LANE "what-if"
/* records that a simulation rests on: all but spots */
#define RESTS_ON (~MILIEU_RECORDS_OF_LOOKS)

struct _MilieuSimulation
{
  GObject parent;
  MilieuDocument *document;
  MilieuQuestion *question;
  MilieuJobs *jobs;
  GArray *actors; /* keys that leave by name, ascending */
  MilieuDeparture departure;
  GArray *gone_actors, *gone_ties;
  MilieuSnapshot *without; /* (nullable): while it is on */
  MilieuWhatIf *result;    /* (nullable) */
};

G_DEFINE_FINAL_TYPE (MilieuSimulation, milieu_simulation, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- keys in order ---- */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return x < y ? -1 : x > y;
}

static gboolean
has_key (const GArray *keys, guint32 key)
{
  return keys->len > 0 && bsearch (&key, keys->data, keys->len, sizeof key, compare_keys) != NULL;
}

static GArray *
keys_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint32));
}

static gboolean
remove_key (GArray *keys, guint32 key)
{
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint32, i) == key)
      {
        g_array_remove_index (keys, i);
        return TRUE;
      }
  return FALSE;
}

/* ---- who and what is gone ---- */

static GArray *
find_actors (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuDeparture *departure)
{
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  g_autofree guint8 *asked = milieu_filter_actors (filter, snapshot, FALSE);
  g_autofree guint8 *grounds = milieu_filter_grounds (filter, snapshot);
  g_autofree guint8 *named = g_new0 (guint8, n + 1);
  GArray *actors = keys_new ();

  for (guint i = 0; i < departure->n_actors; i++)
    if (departure->actors[i] < n)
      named[departure->actors[i]] = 1;
  for (guint32 key = 0; key < n; key++)
    if (milieu_snapshot_actor (snapshot, key)
        && (named[key] || (asked[key] && departure->grounds & 1u << grounds[key])))
      g_array_append_val (actors, key);
  return actors;
}

void
milieu_departure_gone (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuDeparture *departure,
                       GArray **actors, GArray **ties)
{
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE);

  *actors = find_actors (snapshot, filter, departure);
  *ties = keys_new ();
  for (guint32 key = 0; key < n; key++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, key);

      if (tie && (has_key (*actors, tie->source) || has_key (*actors, tie->target)
                  || (departure->institutional_ties && milieu_snapshot_tie_class (snapshot, tie) == MILIEU_CLASS_INSTITUTION)))
        g_array_append_val (*ties, key);
    }
}

/* ---- what is lost, by a job ---- */

typedef struct
{
  MilieuFilter filter;
  MilieuDeparture departure; /* its actors are owned */
} Request;

static Request *
request_new (MilieuSimulation *self)
{
  Request *request = g_new0 (Request, 1);

  request->filter = *milieu_question_filter (self->question);
  request->departure = self->departure;
  request->departure.actors = g_memdup2 (self->departure.actors, self->departure.n_actors * sizeof (guint32));
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free ((gpointer) request->departure.actors);
  g_free (request);
}

static gpointer
compute (MilieuJob *job, gpointer data, GError **error)
{
  Request *request = data;

  return milieu_what_if_new (milieu_job_snapshot (job), &request->filter, &request->departure, milieu_job_cancel_flag (job));
}

static void
on_computed (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuSimulation *self = owner;

  if (!result)
    return;
  g_clear_pointer (&self->result, milieu_what_if_free);
  self->result = result;
  g_signal_emit (self, signals[CHANGED], 0, FALSE);
}

static void
ask (MilieuSimulation *self)
{
  milieu_jobs_start (self->jobs, &(MilieuTask) {
    .lane = LANE,
    .snapshot = milieu_document_snapshot (self->document),
    .work = compute,
    .data = request_new (self),
    .free_data = request_free,
    .free_result = (GDestroyNotify) milieu_what_if_free,
    .done = on_computed,
    .owner = self,
  });
}

/* ---- keeping up ---- */

static void
forget (MilieuSimulation *self)
{
  g_clear_pointer (&self->gone_actors, g_array_unref);
  g_clear_pointer (&self->gone_ties, g_array_unref);
  g_clear_pointer (&self->without, milieu_snapshot_unref);
  g_clear_pointer (&self->result, milieu_what_if_free);
}

static void
find_gone (MilieuSimulation *self)
{
  MilieuSnapshot *snapshot = milieu_document_snapshot (self->document);
  const guint32 *actors, *ties;
  guint n_actors, n_ties;

  milieu_departure_gone (snapshot, milieu_question_filter (self->question), &self->departure,
                         &self->gone_actors, &self->gone_ties);
  actors = milieu_simulation_gone (self, MILIEU_RECORD_ACTOR, &n_actors);
  ties = milieu_simulation_gone (self, MILIEU_RECORD_TIE, &n_ties);
  self->without = milieu_snapshot_without (snapshot, actors, n_actors, ties, n_ties);
}

static void
become_stale (MilieuSimulation *self)
{
  self->departure.actors = (const guint32 *) (void *) self->actors->data;
  self->departure.n_actors = self->actors->len;
  forget (self);
  if (milieu_simulation_is_on (self))
    {
      find_gone (self);
      ask (self);
    }
  else
    milieu_jobs_cancel (self->jobs, LANE);
  g_signal_emit (self, signals[CHANGED], 0, TRUE);
}

/* an actor that was deleted has no departure to simulate */
static void
on_document_changed (MilieuSimulation *self, guint mask)
{
  MilieuSnapshot *snapshot = milieu_document_snapshot (self->document);

  if (!milieu_simulation_is_on (self) || !(mask & RESTS_ON))
    return;
  for (guint i = self->actors->len; i-- > 0;)
    if (!milieu_snapshot_actor (snapshot, g_array_index (self->actors, guint32, i)))
      g_array_remove_index (self->actors, i);
  become_stale (self);
}

static void
on_question_changed (MilieuSimulation *self, gboolean asked)
{
  if (asked && milieu_simulation_is_on (self))
    become_stale (self);
}

static void
milieu_simulation_dispose (GObject *object)
{
  MilieuSimulation *self = MILIEU_SIMULATION (object);

  forget (self);
  g_clear_object (&self->document);
  g_clear_object (&self->question);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (milieu_simulation_parent_class)->dispose (object);
}

static void
milieu_simulation_finalize (GObject *object)
{
  g_array_unref (MILIEU_SIMULATION (object)->actors);
  G_OBJECT_CLASS (milieu_simulation_parent_class)->finalize (object);
}

static void
milieu_simulation_class_init (MilieuSimulationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_simulation_dispose;
  G_OBJECT_CLASS (klass)->finalize = milieu_simulation_finalize;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_SIMULATION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
milieu_simulation_init (MilieuSimulation *self)
{
  self->actors = keys_new ();
}

MilieuSimulation *
milieu_simulation_new (MilieuDocument *document, MilieuQuestion *question, MilieuJobs *jobs)
{
  MilieuSimulation *self = g_object_new (MILIEU_TYPE_SIMULATION, NULL);

  self->document = g_object_ref (document);
  self->question = g_object_ref (question);
  self->jobs = g_object_ref (jobs);
  g_signal_connect_object (document, "reset", G_CALLBACK (milieu_simulation_restore), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (question, "changed", G_CALLBACK (on_question_changed), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
milieu_simulation_is_on (MilieuSimulation *self)
{
  return self->actors->len > 0 || self->departure.grounds || self->departure.institutional_ties;
}

const MilieuDeparture *
milieu_simulation_departure (MilieuSimulation *self)
{
  return &self->departure;
}

void
milieu_simulation_set_actors (MilieuSimulation *self, const guint32 *actors, guint n, gboolean gone)
{
  MilieuSnapshot *snapshot = milieu_document_snapshot (self->document);
  gboolean other = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gboolean named = milieu_simulation_names (self, actors[i]);

      if (gone && !named && milieu_snapshot_actor (snapshot, actors[i]))
        {
          g_array_append_val (self->actors, actors[i]);
          g_array_sort (self->actors, compare_keys);
          other = TRUE;
        }
      else if (!gone && named)
        other = remove_key (self->actors, actors[i]);
    }
  if (other)
    become_stale (self);
}

void
milieu_simulation_set_ground (MilieuSimulation *self, MilieuGround ground, gboolean gone)
{
  guint grounds = gone ? self->departure.grounds | 1u << ground : self->departure.grounds & ~(1u << ground);

  if (grounds == self->departure.grounds)
    return;
  self->departure.grounds = grounds;
  become_stale (self);
}

void
milieu_simulation_set_institutional_ties (MilieuSimulation *self, gboolean gone)
{
  if (!self->departure.institutional_ties == !gone)
    return;
  self->departure.institutional_ties = gone;
  become_stale (self);
}

void
milieu_simulation_restore (MilieuSimulation *self)
{
  if (!milieu_simulation_is_on (self))
    return;
  g_array_set_size (self->actors, 0);
  self->departure = (MilieuDeparture) { 0 };
  become_stale (self);
}

gboolean
milieu_simulation_names (MilieuSimulation *self, guint32 actor)
{
  return has_key (self->actors, actor);
}

const guint32 *
milieu_simulation_gone (MilieuSimulation *self, MilieuRecordType type, guint *n)
{
  GArray *gone = type == MILIEU_RECORD_ACTOR ? self->gone_actors : self->gone_ties;

  *n = gone ? gone->len : 0;
  return gone ? (const guint32 *) (void *) gone->data : NULL;
}

gboolean
milieu_simulation_is_gone (MilieuSimulation *self, MilieuRecordType type, guint32 key)
{
  GArray *gone = type == MILIEU_RECORD_ACTOR ? self->gone_actors : self->gone_ties;

  return gone && has_key (gone, key);
}

const MilieuWhatIf *
milieu_simulation_result (MilieuSimulation *self)
{
  return self->result;
}

MilieuSnapshot *
milieu_simulation_snapshot (MilieuSimulation *self)
{
  return self->without ? self->without : milieu_document_snapshot (self->document);
}
