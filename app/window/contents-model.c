#include "window/contents-model.h"

#include "model/words.h"

#include <string.h>

#define LANE "contents"

struct _MilieuContentsItem
{
  GObject parent_instance;

  guint32 actor;
  guint ground, ties;
};

G_DEFINE_FINAL_TYPE (MilieuContentsItem, milieu_contents_item, G_TYPE_OBJECT)

static void
milieu_contents_item_class_init (MilieuContentsItemClass *klass)
{
}

static void
milieu_contents_item_init (MilieuContentsItem *self)
{
}

guint32
milieu_contents_item_actor (MilieuContentsItem *self)
{
  return self->actor;
}

guint
milieu_contents_item_ground (MilieuContentsItem *self)
{
  return self->ground;
}

guint
milieu_contents_item_ties (MilieuContentsItem *self)
{
  return self->ties;
}

typedef struct
{
  guint32 actor;
  guint ground, ties;
} Entry;

struct _MilieuContentsModel
{
  GObject parent_instance;

  MilieuSession *session; /* not owned */
  GArray *entries;
  guint idle;
};

static GType
get_item_type (GListModel *list)
{
  return MILIEU_TYPE_CONTENTS_ITEM;
}

static guint
get_n_items (GListModel *list)
{
  return MILIEU_CONTENTS_MODEL (list)->entries->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  MilieuContentsModel *self = MILIEU_CONTENTS_MODEL (list);
  MilieuContentsItem *item;
  const Entry *entry;

  if (position >= self->entries->len)
    return NULL;
  entry = &g_array_index (self->entries, Entry, position);
  item = g_object_new (MILIEU_TYPE_CONTENTS_ITEM, NULL);
  item->actor = entry->actor;
  item->ground = entry->ground;
  item->ties = entry->ties;
  return item;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MilieuContentsModel, milieu_contents_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* the job: who is shown, by name */

typedef struct
{
  Entry entry;
  char *folded;
} Sorted;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Sorted *x = a, *y = b;
  int by_name = strcmp (x->folded, y->folded);

  return by_name != 0 ? by_name : x->entry.actor < y->entry.actor ? -1 : 1;
}

static void
sorted_clear (gpointer sorted)
{
  g_free (((Sorted *) sorted)->folded);
}

static guint *
count_ties (MilieuSnapshot *snapshot, const MilieuFilter *filter, const guint8 *actors)
{
  g_autofree guint8 *ties = milieu_filter_ties (filter, snapshot, actors, TRUE);
  guint *counts = g_new0 (guint, milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR) + 1);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE); key++)
    if (ties[key])
      {
        const MilieuTie *tie = milieu_snapshot_tie (snapshot, key);

        counts[tie->source]++;
        counts[tie->target]++;
      }
  return counts;
}

static gpointer
work (MilieuJob *job, gpointer filter, GError **error)
{
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  g_autofree guint8 *actors = milieu_filter_actors (filter, snapshot, TRUE);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, ((const MilieuFilter *) filter)->suggested);
  g_autofree guint *ties = count_ties (snapshot, filter, actors);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_array_set_clear_func (sorted, sorted_clear);
  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    if (actors[key])
      {
        const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);
        Sorted one = { { key, grounds[key], ties[key] }, milieu_words_fold (actor->name != NULL ? actor->name : actor->record.id) };

        g_array_append_val (sorted, one);
      }
  g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (entries, g_array_index (sorted, Sorted, i).entry);
  return entries;
}

static void
on_sorted (MilieuJob *job, gpointer entries, const GError *error, gpointer owner)
{
  MilieuContentsModel *self = owner;
  guint before = self->entries->len;

  if (entries == NULL)
    return;
  g_array_unref (self->entries);
  self->entries = entries;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->entries->len);
}

static gboolean
ask (gpointer data)
{
  MilieuContentsModel *self = data;
  MilieuTask task = {
    .lane = LANE,
    .snapshot = milieu_session_snapshot (self->session),
    .work = work,
    .data = g_memdup2 (milieu_session_filter (self->session), sizeof (MilieuFilter)),
    .free_data = g_free,
    .free_result = (GDestroyNotify) g_array_unref,
    .done = on_sorted,
    .owner = self,
  };

  self->idle = 0;
  milieu_jobs_start (milieu_session_jobs (self->session), &task);
  return G_SOURCE_REMOVE;
}

static void
queue (MilieuContentsModel *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (ask, self);
}

static void
on_changed (MilieuContentsModel *self, guint mask)
{
  if (mask & ~(MILIEU_RECORDS_OF_LOOKS | 1u << MILIEU_RECORD_SETTING | 1u << MILIEU_RECORD_SOURCE))
    queue (self);
}

static void
milieu_contents_model_finalize (GObject *object)
{
  MilieuContentsModel *self = MILIEU_CONTENTS_MODEL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_array_unref (self->entries);
  G_OBJECT_CLASS (milieu_contents_model_parent_class)->finalize (object);
}

static void
milieu_contents_model_class_init (MilieuContentsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_contents_model_finalize;
}

static void
milieu_contents_model_init (MilieuContentsModel *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

MilieuContentsModel *
milieu_contents_model_new (MilieuSession *session)
{
  MilieuContentsModel *self = g_object_new (MILIEU_TYPE_CONTENTS_MODEL, NULL);
  MilieuDocument *document = milieu_session_document (session);

  self->session = session;
  g_signal_connect_object (document, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reset", G_CALLBACK (queue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_question (session), "changed", G_CALLBACK (queue), self, G_CONNECT_SWAPPED);
  queue (self);
  return self;
}

guint32
milieu_contents_model_key (MilieuContentsModel *self, guint position)
{
  g_return_val_if_fail (position < self->entries->len, MILIEU_NO_KEY);
  return g_array_index (self->entries, Entry, position).actor;
}
