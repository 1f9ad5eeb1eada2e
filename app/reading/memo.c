#include "reading/memo.h"

#include <string.h>

struct _MilieuMemo
{
  gint count; /* atomic */
  MilieuMemo *before;   /* (nullable): while this one is filled */
  GHashTable *values;   /* key → GBytes */
  GHashTable *measures; /* key → MilieuMeasures */
  guint computed, recalled;
};

static void
free_measures (gpointer measures)
{
  milieu_measures_free (measures);
}

MilieuMemo *
milieu_memo_new (MilieuMemo *before)
{
  MilieuMemo *memo = g_new0 (MilieuMemo, 1);

  memo->count = 1;
  memo->before = before ? milieu_memo_ref (before) : NULL;
  memo->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  memo->measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_measures);
  return memo;
}

MilieuMemo *
milieu_memo_ref (MilieuMemo *memo)
{
  g_atomic_int_inc (&memo->count);
  return memo;
}

void
milieu_memo_unref (MilieuMemo *memo)
{
  if (!memo || !g_atomic_int_dec_and_test (&memo->count))
    return;
  milieu_memo_unref (memo->before);
  g_hash_table_unref (memo->values);
  g_hash_table_unref (memo->measures);
  g_free (memo);
}

gboolean
milieu_memo_recall (MilieuMemo *memo, const char *key, gpointer value, gsize size)
{
  GBytes *bytes = memo ? g_hash_table_lookup (memo->values, key) : NULL;

  if (memo && !bytes && memo->before && (bytes = g_hash_table_lookup (memo->before->values, key)))
    g_hash_table_insert (memo->values, g_strdup (key), g_bytes_ref (bytes));
  if (!bytes || g_bytes_get_size (bytes) != size)
    return FALSE;
  memcpy (value, g_bytes_get_data (bytes, NULL), size);
  memo->recalled++;
  return TRUE;
}

void
milieu_memo_keep (MilieuMemo *memo, const char *key, gconstpointer value, gsize size)
{
  if (!memo)
    return;
  g_hash_table_insert (memo->values, g_strdup (key), g_bytes_new (value, size));
  memo->computed++;
}

MilieuMeasures *
milieu_memo_measures (MilieuMemo *memo, const char *key)
{
  MilieuMeasures *measures = memo ? g_hash_table_lookup (memo->measures, key) : NULL;

  if (memo && !measures && memo->before && (measures = g_hash_table_lookup (memo->before->measures, key)))
    g_hash_table_insert (memo->measures, g_strdup (key), milieu_measures_ref (measures));
  if (!measures)
    return NULL;
  memo->recalled++;
  return milieu_measures_ref (measures);
}

void
milieu_memo_keep_measures (MilieuMemo *memo, const char *key, MilieuMeasures *measures)
{
  if (!memo || !measures)
    return;
  g_hash_table_insert (memo->measures, g_strdup (key), milieu_measures_ref (measures));
  memo->computed++;
}

MilieuMemo *
milieu_memo_finish (MilieuMemo *memo, guint *computed, guint *recalled)
{
  g_clear_pointer (&memo->before, milieu_memo_unref);
  *computed = memo->computed;
  *recalled = memo->recalled;
  return memo;
}
