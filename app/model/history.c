#include "model/history.h"

struct _MilieuHistory
{
  GObject parent_instance;

  MilieuMap *map;
  GPtrArray *groups; /* (element-type MilieuGroup) */
  guint place;       /* groups before it are applied */
  gint64 saved;      /* the place that the file holds, -1 if none does any more */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuHistory, milieu_history, G_TYPE_OBJECT)

static void
milieu_history_finalize (GObject *object)
{
  MilieuHistory *self = MILIEU_HISTORY (object);

  g_ptr_array_unref (self->groups);
  g_object_unref (self->map);
  G_OBJECT_CLASS (milieu_history_parent_class)->finalize (object);
}

static void
milieu_history_class_init (MilieuHistoryClass *class)
{
  G_OBJECT_CLASS (class)->finalize = milieu_history_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
milieu_history_init (MilieuHistory *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) milieu_group_unref);
}

MilieuHistory *
milieu_history_new (MilieuMap *map)
{
  MilieuHistory *self = g_object_new (MILIEU_TYPE_HISTORY, NULL);

  self->map = g_object_ref (map);
  return self;
}

gboolean
milieu_history_commit (MilieuHistory *self, MilieuGroup *group, GError **error)
{
  g_return_val_if_fail (MILIEU_IS_HISTORY (self) && group != NULL, FALSE);

  if (milieu_group_size (group) == 0)
    return TRUE;
  /* who hears of the change wants to know when it was */
  milieu_group_set_time (group, g_get_real_time ());
  if (!milieu_map_apply (self->map, group, error))
    return FALSE;
  if (self->saved > (gint64) self->place)
    self->saved = -1;
  g_ptr_array_set_size (self->groups, (int) self->place);
  g_ptr_array_add (self->groups, milieu_group_ref (group));
  self->place++;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
milieu_history_undo (MilieuHistory *self)
{
  g_autoptr (MilieuGroup) inverse = NULL;

  g_return_val_if_fail (MILIEU_IS_HISTORY (self), FALSE);

  if (self->place == 0)
    return FALSE;
  inverse = milieu_group_inverse (g_ptr_array_index (self->groups, self->place - 1));
  milieu_group_set_time (inverse, g_get_real_time ());
  if (!milieu_map_apply (self->map, inverse, NULL))
    g_return_val_if_reached (FALSE);
  self->place--;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
milieu_history_redo (MilieuHistory *self)
{
  g_return_val_if_fail (MILIEU_IS_HISTORY (self), FALSE);

  if (self->place == self->groups->len)
    return FALSE;
  if (!milieu_map_apply (self->map, g_ptr_array_index (self->groups, self->place), NULL))
    g_return_val_if_reached (FALSE);
  self->place++;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

const char *
milieu_history_undo_words (MilieuHistory *self)
{
  g_return_val_if_fail (MILIEU_IS_HISTORY (self), NULL);

  return self->place > 0 ? milieu_group_words (g_ptr_array_index (self->groups, self->place - 1)) : NULL;
}

const char *
milieu_history_redo_words (MilieuHistory *self)
{
  g_return_val_if_fail (MILIEU_IS_HISTORY (self), NULL);

  return self->place < self->groups->len ? milieu_group_words (g_ptr_array_index (self->groups, self->place)) : NULL;
}

void
milieu_history_mark_saved (MilieuHistory *self)
{
  g_return_if_fail (MILIEU_IS_HISTORY (self));

  self->saved = self->place;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
milieu_history_is_saved (MilieuHistory *self)
{
  g_return_val_if_fail (MILIEU_IS_HISTORY (self), FALSE);

  return self->saved == (gint64) self->place;
}

guint
milieu_history_size (MilieuHistory *self, guint *place)
{
  g_return_val_if_fail (MILIEU_IS_HISTORY (self), 0);

  if (place != NULL)
    *place = self->place;
  return self->groups->len;
}

MilieuGroup *
milieu_history_get (MilieuHistory *self, guint i)
{
  g_return_val_if_fail (MILIEU_IS_HISTORY (self) && i < self->groups->len, NULL);

  return g_ptr_array_index (self->groups, i);
}
