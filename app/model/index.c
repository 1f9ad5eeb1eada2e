#include "model/index.h"

struct _MilieuIndex
{
  /* by type and key of what is referred to, GArray of keys or NULL: ties under
   * an actor with the type TIE_OF, claims under their subject */
  GPtrArray *lists[MILIEU_N_RECORD_TYPES + 1];
};

#define TIE_OF MILIEU_N_RECORD_TYPES /* apart from claims about actors */

static void
list_free (gpointer list)
{
  if (list != NULL)
    g_array_unref (list);
}

MilieuIndex *
milieu_index_new (void)
{
  MilieuIndex *index = g_new0 (MilieuIndex, 1);

  for (guint type = 0; type <= TIE_OF; type++)
    index->lists[type] = g_ptr_array_new_with_free_func (list_free);
  return index;
}

void
milieu_index_free (MilieuIndex *index)
{
  for (guint type = 0; type <= TIE_OF; type++)
    g_ptr_array_unref (index->lists[type]);
  g_free (index);
}

static GArray *
list_of (MilieuIndex *index, guint type, guint32 key)
{
  GPtrArray *lists = index->lists[type];

  return key < lists->len ? g_ptr_array_index (lists, key) : NULL;
}

static void
add (MilieuIndex *index, guint type, guint32 key, guint32 referrer)
{
  GArray *list = list_of (index, type, key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint32));
      if (key >= index->lists[type]->len)
        g_ptr_array_set_size (index->lists[type], key + 1);
      g_ptr_array_index (index->lists[type], key) = list;
    }
  g_array_append_val (list, referrer);
}

static void
drop (MilieuIndex *index, guint type, guint32 key, guint32 referrer)
{
  GArray *list = list_of (index, type, key);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_array_index (list, guint32, i) == referrer)
      {
        g_array_remove_index_fast (list, i);
        return;
      }
}

static void
each_reference (MilieuIndex *index, const MilieuRecord *record,
                void (*what) (MilieuIndex *index, guint type, guint32 key, guint32 referrer))
{
  const MilieuTie *tie = (const MilieuTie *) record;
  const MilieuClaim *claim = (const MilieuClaim *) record;

  if (record->type == MILIEU_RECORD_TIE)
    {
      what (index, TIE_OF, tie->source, record->key);
      if (tie->target != tie->source)
        what (index, TIE_OF, tie->target, record->key);
    }
  else if (record->type == MILIEU_RECORD_CLAIM)
    what (index, claim->subject_type, claim->subject_key, record->key);
}

void
milieu_index_change (MilieuIndex *index, const MilieuRecord *before, const MilieuRecord *after)
{
  if (before != NULL)
    each_reference (index, before, drop);
  if (after != NULL)
    each_reference (index, after, add);
}

static const guint32 *
keys_of (GArray *list, guint *n)
{
  *n = list != NULL ? list->len : 0;
  return *n > 0 ? (const guint32 *) (gpointer) list->data : NULL;
}

const guint32 *
milieu_index_ties_of (MilieuIndex *index, guint32 actor, guint *n)
{
  return keys_of (list_of (index, TIE_OF, actor), n);
}

const guint32 *
milieu_index_claims_of (MilieuIndex *index, MilieuRecordType type, guint32 key, guint *n)
{
  return keys_of (list_of (index, type, key), n);
}
