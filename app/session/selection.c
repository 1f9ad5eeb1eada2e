#include "session/selection.h"

#include <string.h>

enum { ACTORS, TIES, N_SETS };

struct _MilieuSelection
{
  GObject parent;
  GArray *selected[N_SETS]; /* guint32, ascending */
  GArray *lit[N_SETS];
  gboolean is_lit;
  guint32 hovered[N_SETS];
};

G_DEFINE_FINAL_TYPE (MilieuSelection, milieu_selection, G_TYPE_OBJECT)

enum { CHANGED, HOVER_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
set_of (MilieuRecordType type)
{
  return type == MILIEU_RECORD_TIE ? TIES : ACTORS;
}

static void
changed (MilieuSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return x < y ? -1 : x > y;
}

static void
add_sorted (GArray *set, const guint32 *keys, guint n)
{
  guint kept = 0;

  g_array_append_vals (set, keys, n);
  g_array_sort (set, compare_keys);
  for (guint i = 0; i < set->len; i++)
    if (kept == 0 || g_array_index (set, guint32, i) != g_array_index (set, guint32, kept - 1))
      g_array_index (set, guint32, kept++) = g_array_index (set, guint32, i);
  g_array_set_size (set, kept);
}

static gboolean
same (GArray *set, const guint32 *keys, guint n)
{
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (guint32));

  add_sorted (other, keys, n);
  return other->len == set->len
         && (set->len == 0 || memcmp (other->data, set->data, set->len * sizeof (guint32)) == 0);
}

static void
drop_lit (MilieuSelection *self)
{
  g_array_set_size (self->lit[ACTORS], 0);
  g_array_set_size (self->lit[TIES], 0);
  self->is_lit = FALSE;
}

static void
milieu_selection_finalize (GObject *object)
{
  MilieuSelection *self = MILIEU_SELECTION (object);

  for (guint i = 0; i < N_SETS; i++)
    {
      g_array_unref (self->selected[i]);
      g_array_unref (self->lit[i]);
    }
  G_OBJECT_CLASS (milieu_selection_parent_class)->finalize (object);
}

static void
milieu_selection_class_init (MilieuSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_selection_finalize;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HOVER_CHANGED] = g_signal_new ("hover-changed", MILIEU_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_selection_init (MilieuSelection *self)
{
  for (guint i = 0; i < N_SETS; i++)
    {
      self->selected[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->lit[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      self->hovered[i] = MILIEU_NO_KEY;
    }
}

MilieuSelection *
milieu_selection_new (void)
{
  return g_object_new (MILIEU_TYPE_SELECTION, NULL);
}

void
milieu_selection_clear (MilieuSelection *self)
{
  milieu_selection_set (self, NULL, 0, NULL, 0);
}

void
milieu_selection_set (MilieuSelection *self, const guint32 *actors, guint n_actors,
                      const guint32 *ties, guint n_ties)
{
  g_return_if_fail (MILIEU_IS_SELECTION (self));
  if (!self->is_lit && same (self->selected[ACTORS], actors, n_actors) && same (self->selected[TIES], ties, n_ties))
    return;
  drop_lit (self);
  g_array_set_size (self->selected[ACTORS], 0);
  g_array_set_size (self->selected[TIES], 0);
  add_sorted (self->selected[ACTORS], actors, n_actors);
  add_sorted (self->selected[TIES], ties, n_ties);
  changed (self);
}

void
milieu_selection_only (MilieuSelection *self, MilieuRecordType type, guint32 key)
{
  if (type == MILIEU_RECORD_TIE)
    milieu_selection_set (self, NULL, 0, &key, 1);
  else
    milieu_selection_set (self, &key, 1, NULL, 0);
}

void
milieu_selection_add (MilieuSelection *self, MilieuRecordType type, const guint32 *keys, guint n)
{
  g_return_if_fail (MILIEU_IS_SELECTION (self));
  drop_lit (self);
  add_sorted (self->selected[set_of (type)], keys, n);
  changed (self);
}

void
milieu_selection_toggle (MilieuSelection *self, MilieuRecordType type, guint32 key)
{
  GArray *set = self->selected[set_of (type)];
  guint i;

  if (g_array_binary_search (set, &key, compare_keys, &i))
    {
      drop_lit (self);
      g_array_remove_index (set, i);
      changed (self);
    }
  else
    milieu_selection_add (self, type, &key, 1);
}

gboolean
milieu_selection_has (MilieuSelection *self, MilieuRecordType type, guint32 key)
{
  return g_array_binary_search (self->selected[set_of (type)], &key, compare_keys, NULL);
}

guint
milieu_selection_count (MilieuSelection *self, MilieuRecordType type)
{
  return self->selected[set_of (type)]->len;
}

const guint32 *
milieu_selection_keys (MilieuSelection *self, MilieuRecordType type, guint *n)
{
  GArray *set = self->selected[set_of (type)];

  *n = set->len;
  return (const guint32 *) set->data;
}

guint32
milieu_selection_single (MilieuSelection *self, MilieuRecordType type)
{
  GArray *set = self->selected[set_of (type)];

  if (set->len != 1 || self->selected[ACTORS]->len + self->selected[TIES]->len != 1)
    return MILIEU_NO_KEY;
  return g_array_index (set, guint32, 0);
}

void
milieu_selection_light (MilieuSelection *self, const guint32 *actors, guint n_actors,
                        const guint32 *ties, guint n_ties)
{
  g_return_if_fail (MILIEU_IS_SELECTION (self));
  drop_lit (self);
  g_array_set_size (self->selected[ACTORS], 0);
  g_array_set_size (self->selected[TIES], 0);
  add_sorted (self->lit[ACTORS], actors, n_actors);
  add_sorted (self->lit[TIES], ties, n_ties);
  self->is_lit = TRUE;
  changed (self);
}

void
milieu_selection_unlight (MilieuSelection *self)
{
  if (!self->is_lit)
    return;
  drop_lit (self);
  changed (self);
}

gboolean
milieu_selection_is_lit (MilieuSelection *self)
{
  return self->is_lit;
}

const guint32 *
milieu_selection_lit (MilieuSelection *self, MilieuRecordType type, guint *n)
{
  GArray *set = self->lit[set_of (type)];

  *n = set->len;
  return (const guint32 *) set->data;
}

void
milieu_selection_hover (MilieuSelection *self, MilieuRecordType type, guint32 key)
{
  guint32 actor = set_of (type) == ACTORS ? key : MILIEU_NO_KEY;
  guint32 tie = set_of (type) == TIES ? key : MILIEU_NO_KEY;

  if (self->hovered[ACTORS] == actor && self->hovered[TIES] == tie)
    return;
  self->hovered[ACTORS] = actor;
  self->hovered[TIES] = tie;
  g_signal_emit (self, signals[HOVER_CHANGED], 0);
}

guint32
milieu_selection_hovered (MilieuSelection *self, MilieuRecordType type)
{
  return self->hovered[set_of (type)];
}

static gboolean
prune_set (GArray *set, MilieuSnapshot *snapshot, MilieuRecordType type)
{
  guint before = set->len, kept = 0;

  for (guint i = 0; i < set->len; i++)
    if (milieu_snapshot_get (snapshot, type, g_array_index (set, guint32, i)))
      g_array_index (set, guint32, kept++) = g_array_index (set, guint32, i);
  g_array_set_size (set, kept);
  return kept != before;
}

void
milieu_selection_prune (MilieuSelection *self, MilieuSnapshot *snapshot)
{
  static const MilieuRecordType types[N_SETS] = { MILIEU_RECORD_ACTOR, MILIEU_RECORD_TIE };
  gboolean any = FALSE;

  for (guint i = 0; i < N_SETS; i++)
    {
      any |= prune_set (self->selected[i], snapshot, types[i]);
      any |= prune_set (self->lit[i], snapshot, types[i]);
      if (self->hovered[i] != MILIEU_NO_KEY && !milieu_snapshot_get (snapshot, types[i], self->hovered[i]))
        {
          self->hovered[i] = MILIEU_NO_KEY;
          any = TRUE;
        }
    }
  if (any)
    changed (self);
}
