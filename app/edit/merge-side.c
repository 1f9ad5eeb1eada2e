#include "edit/merge-side.h"

#include <string.h>

MilieuSide *
milieu_side_new (MilieuSnapshot *snapshot, MilieuMap *map)
{
  MilieuSide *side = g_new0 (MilieuSide, 1);

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      guint32 n = snapshot != NULL ? milieu_snapshot_n_keys (snapshot, type) : 0;

      side->of[type] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) milieu_plain_free);
      for (guint32 key = 0; key < n; key++)
        {
          const MilieuRecord *record = milieu_snapshot_get (snapshot, type, key);

          if (record != NULL)
            milieu_side_put (side, type, NULL, milieu_plain_new (record, map));
        }
    }
  return side;
}

void
milieu_side_free (MilieuSide *side)
{
  if (side == NULL)
    return;
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    g_hash_table_unref (side->of[type]);
  g_free (side);
}

MilieuPlain *
milieu_side_get (const MilieuSide *side, MilieuRecordType type, const char *id)
{
  return g_hash_table_lookup (side->of[type], id);
}

void
milieu_side_put (MilieuSide *side, MilieuRecordType type, const char *id, MilieuPlain *plain)
{
  if (plain != NULL)
    g_hash_table_replace (side->of[type], plain->id, plain);
  else
    g_hash_table_remove (side->of[type], id);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
milieu_side_ids (MilieuSide *const *sides, guint n, MilieuRecordType type)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, sides[i]->of[type]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (g_hash_table_add (seen, id))
          g_ptr_array_add (ids, g_strdup (id));
    }
  g_ptr_array_sort (ids, compare_ids);
  return ids;
}

G_STATIC_ASSERT (MILIEU_MAX_FIELDS <= 64);

/* the fields that say which thing a record is about: two that differ in one of them are two things */
static gboolean
is_identity (MilieuRecordType type, guint field)
{
  static const guint64 identity[MILIEU_N_RECORD_TYPES] = {
    [MILIEU_RECORD_SOURCE] = 1u << MILIEU_SOURCE_TITLE,
    [MILIEU_RECORD_KIND] = 1u << MILIEU_KIND_LABEL,
    [MILIEU_RECORD_TYPE] = 1u << MILIEU_TYPE_LABEL,
    [MILIEU_RECORD_ACTOR] = 1u << MILIEU_ACTOR_NAME,
    [MILIEU_RECORD_TIE] = 1u << MILIEU_TIE_SOURCE | 1u << MILIEU_TIE_TARGET | 1u << MILIEU_TIE_TYPE,
    [MILIEU_RECORD_CLAIM] = 1u << MILIEU_CLAIM_SUBJECT | 1u << MILIEU_CLAIM_FIELD | 1u << MILIEU_CLAIM_VALUE
                            | 1u << MILIEU_CLAIM_SOURCE,
    [MILIEU_RECORD_FIGURE] = 1u << MILIEU_PLATE_NAME,
  };

  return (identity[type] & G_GUINT64_CONSTANT (1) << field) != 0;
}

static gboolean
are_twins (const MilieuPlain *a, const MilieuPlain *b)
{
  for (guint i = 0; i < MILIEU_MAX_FIELDS; i++)
    if (is_identity (a->type, i) && g_strcmp0 (a->fields[i], b->fields[i]) != 0)
      return TRUE;
  return FALSE;
}

static char *
free_id (const MilieuSide *const sides[3], MilieuRecordType type, const char *id)
{
  for (guint number = 2;; number++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%u", id, number);
      gboolean taken = FALSE;

      for (guint i = 0; i < 3; i++)
        taken = taken || milieu_side_get (sides[i], type, other) != NULL;
      if (!taken)
        return g_steal_pointer (&other);
    }
}

static void
rename_record (MilieuSide *side, MilieuRecordType type, const char *id, const char *other)
{
  MilieuPlain *plain = milieu_plain_copy (milieu_side_get (side, type, id));

  if (plain == NULL)
    return;
  g_free (plain->id);
  plain->id = g_strdup (other);
  milieu_side_put (side, type, id, NULL);
  milieu_side_put (side, type, other, plain);
}

static void
rename_references (MilieuPlain *plain, MilieuRecordType of, GHashTable *renamed)
{
  guint n;

  milieu_fields (plain->type, &n);
  for (guint i = 0; i < n; i++)
    {
      MilieuRecordType type;
      const char *id = milieu_plain_reference (plain, i, &type);
      const char *other = id != NULL && type == of ? g_hash_table_lookup (renamed, id) : NULL;

      if (other != NULL)
        milieu_plain_set_reference (plain, i, other);
    }
}

/* a spot bears the id of its actor */
static void
follow (MilieuSide *side, MilieuRecordType of, GHashTable *renamed)
{
  GHashTableIter iter;
  gpointer id, other, plain;

  if (g_hash_table_size (renamed) == 0)
    return;
  for (guint type = of + 1; type < MILIEU_N_RECORD_TYPES; type++)
    {
      g_hash_table_iter_init (&iter, side->of[type]);
      while (g_hash_table_iter_next (&iter, NULL, &plain))
        rename_references (plain, of, renamed);
    }
  g_hash_table_iter_init (&iter, renamed);
  while (of == MILIEU_RECORD_ACTOR && g_hash_table_iter_next (&iter, &id, &other))
    rename_record (side, MILIEU_RECORD_SPOT, id, other);
}

void
milieu_side_part_twins (const MilieuSide *base, MilieuSide *ours, MilieuSide *theirs)
{
  const MilieuSide *sides[3] = { base, ours, theirs };

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      g_autoptr (GPtrArray) ids = milieu_side_ids (&ours, 1, type);
      g_autoptr (GHashTable) in_ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_autoptr (GHashTable) in_theirs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

      for (guint i = 0; i < ids->len; i++)
        {
          const char *id = ids->pdata[i];
          const MilieuPlain *a = milieu_side_get (ours, type, id), *b = milieu_side_get (theirs, type, id);
          gboolean mine = a != NULL && b != NULL && milieu_plain_compare (a, b) > 0;
          char *other;

          if (a == NULL || b == NULL || milieu_side_get (base, type, id) != NULL || !are_twins (a, b))
            continue;
          other = free_id (sides, type, id);
          rename_record (mine ? ours : theirs, type, id, other);
          g_hash_table_insert (mine ? in_ours : in_theirs, g_strdup (id), other);
        }
      follow (ours, type, in_ours);
      follow (theirs, type, in_theirs);
    }
}
