#include "model/change.h"

struct _MilieuGroup
{
  guint count;
  char *verb, *words;
  gint64 time;
  GArray *changes; /* MilieuChange */
};

static void
clear_change (gpointer data)
{
  MilieuChange *change = data;

  g_clear_pointer (&change->before, milieu_record_unref);
  g_clear_pointer (&change->after, milieu_record_unref);
}

MilieuGroup *
milieu_group_new (const char *verb, const char *words)
{
  MilieuGroup *group = g_new0 (MilieuGroup, 1);

  group->count = 1;
  group->verb = g_strdup (verb);
  group->words = g_strdup (words);
  group->changes = g_array_new (FALSE, FALSE, sizeof (MilieuChange));
  g_array_set_clear_func (group->changes, clear_change);
  return group;
}

MilieuGroup *
milieu_group_ref (MilieuGroup *group)
{
  group->count++;
  return group;
}

void
milieu_group_unref (MilieuGroup *group)
{
  if (--group->count > 0)
    return;
  g_array_unref (group->changes);
  g_free (group->verb);
  g_free (group->words);
  g_free (group);
}

static void
append (MilieuGroup *group, MilieuRecord *before, MilieuRecord *after)
{
  MilieuChange change = { before, after };

  g_array_append_val (group->changes, change);
}

void
milieu_group_change (MilieuGroup *group, const MilieuRecord *before, MilieuRecord *after)
{
  g_return_if_fail (group != NULL && (before != NULL || after != NULL));
  g_return_if_fail (before == NULL || after == NULL || (before->type == after->type && before->key == after->key));

  if (before != NULL && milieu_record_equal (before, after))
    {
      milieu_record_unref (after);
      return;
    }
  append (group, before != NULL ? milieu_record_ref (before) : NULL, after);
}

static gboolean
touches (const MilieuChange *change, MilieuRecordType type, guint32 key)
{
  const MilieuRecord *record = change->before != NULL ? change->before : change->after;

  return record->type == type && record->key == key;
}

const MilieuRecord *
milieu_group_after (MilieuGroup *group, MilieuRecordType type, guint32 key, const MilieuRecord *held)
{
  for (guint i = group->changes->len; i > 0; i--)
    {
      const MilieuChange *change = milieu_group_get (group, i - 1);

      if (touches (change, type, key))
        return change->after;
    }
  return held;
}

const char *
milieu_group_verb (MilieuGroup *group)
{
  return group->verb;
}

const char *
milieu_group_words (MilieuGroup *group)
{
  return group->words;
}

gint64
milieu_group_time (MilieuGroup *group)
{
  return group->time;
}

void
milieu_group_set_time (MilieuGroup *group, gint64 time)
{
  group->time = time;
}

guint
milieu_group_size (MilieuGroup *group)
{
  return group->changes->len;
}

const MilieuChange *
milieu_group_get (MilieuGroup *group, guint i)
{
  g_return_val_if_fail (i < group->changes->len, NULL);

  return &g_array_index (group->changes, MilieuChange, i);
}

guint
milieu_group_mask (MilieuGroup *group)
{
  guint mask = 0;

  for (guint i = 0; i < group->changes->len; i++)
    {
      const MilieuChange *change = milieu_group_get (group, i);

      mask |= 1u << (change->before != NULL ? change->before : change->after)->type;
    }
  return mask;
}

MilieuGroup *
milieu_group_inverse (MilieuGroup *group)
{
  MilieuGroup *inverse = milieu_group_new (group->verb, group->words);

  inverse->time = group->time;
  for (guint i = group->changes->len; i > 0; i--)
    {
      const MilieuChange *change = milieu_group_get (group, i - 1);

      append (inverse, change->after != NULL ? milieu_record_ref (change->after) : NULL,
              change->before != NULL ? milieu_record_ref (change->before) : NULL);
    }
  return inverse;
}
