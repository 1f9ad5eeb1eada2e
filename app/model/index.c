#include "model/index.h"

#include <string.h>

#define FEW 2 /* keys that stand in the list itself, as most lists have no more */

typedef struct
{
  guint32 n, room; /* room: of @many, 0 while there are few */
  union
  {
    guint32 few[FEW];
    guint32 *many;
  };
} List;

struct _MilieuIndex
{
  /* (element-type List) by type and key of what is referred to, keys of those who refer: ties under
   * an actor with the type TIE_OF, claims under their subject */
  GArray *lists[MILIEU_N_RECORD_TYPES + 1];
};

#define TIE_OF MILIEU_N_RECORD_TYPES /* apart from claims about actors */

static void
clear_list (gpointer list)
{
  if (((List *) list)->room > 0)
    g_free (((List *) list)->many);
}

MilieuIndex *
milieu_index_new (void)
{
  MilieuIndex *index = g_new0 (MilieuIndex, 1);

  for (guint type = 0; type <= TIE_OF; type++)
    {
      index->lists[type] = g_array_new (FALSE, TRUE, sizeof (List));
      g_array_set_clear_func (index->lists[type], clear_list);
    }
  return index;
}

void
milieu_index_free (MilieuIndex *index)
{
  for (guint type = 0; type <= TIE_OF; type++)
    g_array_unref (index->lists[type]);
  g_free (index);
}

/* Returns: (nullable) */
static List *
list_of (MilieuIndex *index, guint type, guint32 key)
{
  GArray *lists = index->lists[type];

  return key < lists->len ? &g_array_index (lists, List, key) : NULL;
}

static guint32 *
keys_of (List *list)
{
  return list->room > 0 ? list->many : list->few;
}

static void
add (MilieuIndex *index, guint type, guint32 key, guint32 referrer)
{
  List *list;

  if (key >= index->lists[type]->len)
    g_array_set_size (index->lists[type], key + 1);
  list = list_of (index, type, key);
  if (list->n == MAX (list->room, FEW))
    {
      guint32 *many = g_new (guint32, 4 * list->n);

      memcpy (many, keys_of (list), list->n * sizeof (guint32));
      clear_list (list);
      list->room = 4 * list->n;
      list->many = many;
    }
  keys_of (list)[list->n++] = referrer;
}

static void
drop (MilieuIndex *index, guint type, guint32 key, guint32 referrer)
{
  List *list = list_of (index, type, key);

  for (guint i = 0; list != NULL && i < list->n; i++)
    if (keys_of (list)[i] == referrer)
      {
        keys_of (list)[i] = keys_of (list)[--list->n];
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
all_of (List *list, guint *n)
{
  *n = list != NULL ? list->n : 0;
  return *n > 0 ? keys_of (list) : NULL;
}

const guint32 *
milieu_index_ties_of (MilieuIndex *index, guint32 actor, guint *n)
{
  return all_of (list_of (index, TIE_OF, actor), n);
}

const guint32 *
milieu_index_claims_of (MilieuIndex *index, MilieuRecordType type, guint32 key, guint *n)
{
  return all_of (list_of (index, type, key), n);
}
