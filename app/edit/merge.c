#include "edit/merge-private.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

static void
conflict_free (gpointer data)
{
  MilieuMergeConflict *conflict = data;

  g_free (conflict->id);
  g_free (conflict->part);
  g_free (conflict->base);
  g_free (conflict->ours);
  g_free (conflict->theirs);
  g_free (conflict);
}

/* ids have no white space */
static char *
name_of (MilieuRecordType type, const char *id, const char *part)
{
  return g_strdup_printf ("%s %s %s", milieu_record_type_token (type), id != NULL ? id : "", part != NULL ? part : "");
}

MilieuMergeConflict *
milieu_merge_find (MilieuMerge *self, MilieuRecordType type, const char *id, const char *part)
{
  g_autofree char *name = name_of (type, type == MILIEU_RECORD_SPOT ? NULL : id, part);

  return g_hash_table_lookup (self->by_name, name);
}

/* the part of a record to which a field belongs: what is decided as one */
const char *
milieu_merge_part (MilieuRecordType type, guint field)
{
  const MilieuField *of = &milieu_fields (type, NULL)[field];

  return type == MILIEU_RECORD_SPOT ? "spot" : of->child != NULL ? of->child : of->token;
}

static char *
words_of (const MilieuPlain *plain, const char *part)
{
  GString *words = g_string_new (NULL);
  guint n;
  const MilieuField *fields = milieu_fields (plain->type, &n);

  for (guint i = 0; i < n; i++)
    if (plain->fields[i] != NULL && g_str_equal (milieu_merge_part (plain->type, i), part))
      {
        if (g_str_equal (fields[i].token, part))
          g_string_append (words, plain->fields[i]);
        else
          g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", fields[i].token, plain->fields[i]);
      }
  return g_string_free (words, words->len == 0);
}

/* what a person is told of a whole record, or of one part of it */
static char *
told (const MilieuPlain *plain, const char *part)
{
  if (plain == NULL)
    return NULL;
  if (part == NULL)
    return g_strdup (plain->fields[0] != NULL ? plain->fields[0] : plain->id);
  return g_str_equal (part, "extra") ? g_strdup (plain->extra) : words_of (plain, part);
}

static void
add_conflict (MilieuMerge *self, const MilieuTriple *triple, const char *part, MilieuMergeSide choice)
{
  const MilieuPlain *any = triple->ours != NULL ? triple->ours : triple->theirs != NULL ? triple->theirs : triple->base;
  MilieuMergeConflict *conflict = milieu_merge_find (self, any->type, any->id, part);
  gboolean is_spot = any->type == MILIEU_RECORD_SPOT;

  if (conflict != NULL)
    {
      conflict->count += is_spot;
      return;
    }
  conflict = g_new0 (MilieuMergeConflict, 1);
  conflict->type = any->type;
  conflict->id = is_spot ? NULL : g_strdup (any->id);
  conflict->part = g_strdup (part);
  conflict->base = is_spot ? NULL : told (triple->base, part);
  conflict->ours = is_spot ? NULL : told (triple->ours, part);
  conflict->theirs = is_spot ? NULL : told (triple->theirs, part);
  conflict->count = 1;
  conflict->choice = choice;
  g_ptr_array_add (self->conflicts, conflict);
  g_hash_table_insert (self->by_name, name_of (any->type, conflict->id, part), conflict);
}

MilieuTriple
milieu_merge_triple (MilieuMerge *self, MilieuRecordType type, const char *id)
{
  return (MilieuTriple) { milieu_side_get (self->base, type, id), milieu_side_get (self->ours, type, id),
                    milieu_side_get (self->theirs, type, id) };
}

static gboolean
part_differs (const MilieuPlain *a, const MilieuPlain *b, const char *part)
{
  const MilieuPlain *some = a != NULL ? a : b;
  gboolean differs = FALSE;
  guint n;

  if (some == NULL)
    return FALSE;
  if (g_str_equal (part, "extra"))
    return g_strcmp0 (a != NULL ? a->extra : NULL, b != NULL ? b->extra : NULL) != 0;
  milieu_fields (some->type, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (milieu_merge_part (some->type, i), part))
      differs |= g_strcmp0 (a != NULL ? a->fields[i] : NULL, b != NULL ? b->fields[i] : NULL) != 0;
  return differs;
}

void
milieu_merge_foreach_part (MilieuMerge *self, const MilieuTriple *triple, MilieuPartFunc func, gpointer data)
{
  MilieuRecordType type = triple->ours->type;
  const char *last = NULL;
  guint n;

  milieu_fields (type, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *part = milieu_merge_part (type, i);

      if (g_strcmp0 (part, last) != 0)
        func (self, triple, part, data);
      last = part;
    }
  func (self, triple, "extra", data);
}

MilieuChangedBy
milieu_merge_changed_by (const MilieuTriple *triple, const char *part)
{
  if (!part_differs (triple->ours, triple->theirs, part) || !part_differs (triple->base, triple->theirs, part))
    return MILIEU_BY_NOBODY;
  return part_differs (triple->base, triple->ours, part) ? MILIEU_BY_BOTH : MILIEU_BY_THEIRS;
}

static void
note_part (MilieuMerge *self, const MilieuTriple *triple, const char *part, gpointer data)
{
  if (milieu_merge_changed_by (triple, part) == MILIEU_BY_BOTH)
    add_conflict (self, triple, part, MILIEU_MERGE_OURS);
}

/* one side deleted what the other changed: it stays, unless somebody chooses that it goes */
static void
note_deleted (MilieuMerge *self, const MilieuTriple *triple)
{
  if (triple->ours != NULL || triple->theirs != NULL)
    add_conflict (self, triple, NULL, triple->ours != NULL ? MILIEU_MERGE_OURS : MILIEU_MERGE_THEIRS);
}

static void
note_record (MilieuMerge *self, MilieuRecordType type, const char *id)
{
  MilieuTriple triple = milieu_merge_triple (self, type, id);

  if (triple.ours != NULL && triple.theirs != NULL)
    milieu_merge_foreach_part (self, &triple, note_part, NULL);
  else if (triple.base != NULL && type != MILIEU_RECORD_SPOT
           && milieu_plain_compare (triple.base, triple.ours != NULL ? triple.ours : triple.theirs) != 0)
    note_deleted (self, &triple);
}

/* a side that adds or changes a record wants those that it names, which the other may have deleted */
static void
note_wanted (MilieuMerge *self, const MilieuPlain *plain)
{
  guint n;

  if (plain == NULL || milieu_plain_compare (plain, milieu_side_get (self->base, plain->type, plain->id)) == 0)
    return;
  milieu_fields (plain->type, &n);
  for (guint i = 0; i < n; i++)
    {
      MilieuRecordType type;
      const char *id = milieu_plain_reference (plain, i, &type);
      MilieuTriple triple = id != NULL ? milieu_merge_triple (self, type, id) : (MilieuTriple) { 0 };

      if (triple.base != NULL && (triple.ours == NULL) != (triple.theirs == NULL))
        note_deleted (self, &triple);
    }
}

static void
note_conflicts (MilieuMerge *self)
{
  MilieuSide *const sides[] = { self->base, self->ours, self->theirs };

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      g_autoptr (GPtrArray) ids = milieu_side_ids (sides, G_N_ELEMENTS (sides), type);

      for (guint i = 0; i < ids->len; i++)
        {
          note_record (self, type, ids->pdata[i]);
          note_wanted (self, milieu_side_get (self->ours, type, ids->pdata[i]));
          note_wanted (self, milieu_side_get (self->theirs, type, ids->pdata[i]));
        }
    }
}

/* every record of @type that is other in @merged than in the map */
static gboolean
add_changes (MilieuMerge *self, const MilieuSide *merged, MilieuRecordType type, MilieuGroup *group, GError **error)
{
  MilieuSide *const sides[] = { self->ours, (MilieuSide *) merged };
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (self->map);
  g_autoptr (GPtrArray) ids = milieu_side_ids (sides, G_N_ELEMENTS (sides), type);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, type); key++)
    {
      const MilieuRecord *held = milieu_snapshot_get (snapshot, type, key);

      if (held != NULL && milieu_side_get (merged, type, held->id) == NULL)
        milieu_group_change (group, held, NULL);
    }
  for (guint i = 0; i < ids->len; i++)
    {
      const MilieuPlain *plain = milieu_side_get (merged, type, ids->pdata[i]);
      MilieuRecord *record = plain != NULL ? milieu_plain_record (plain, self->map, error) : NULL;

      if (plain != NULL && record == NULL)
        return FALSE;
      if (record != NULL)
        milieu_group_change (group, milieu_snapshot_get (snapshot, type, record->key), record);
    }
  return TRUE;
}

MilieuMerge *
milieu_merge_new (MilieuMap *ours, MilieuSnapshot *base, MilieuMap *base_map, MilieuMap *theirs)
{
  MilieuMerge *self = g_new0 (MilieuMerge, 1);
  g_autoptr (MilieuSnapshot) our_snapshot = milieu_map_snapshot (ours), their_snapshot = milieu_map_snapshot (theirs);

  self->map = g_object_ref (ours);
  self->base = milieu_side_new (base, base_map);
  self->ours = milieu_side_new (our_snapshot, ours);
  self->theirs = milieu_side_new (their_snapshot, theirs);
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  milieu_side_part_twins (self->base, self->ours, self->theirs);
  note_conflicts (self);
  return self;
}

void
milieu_merge_free (MilieuMerge *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->map);
  milieu_side_free (self->base);
  milieu_side_free (self->ours);
  milieu_side_free (self->theirs);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

guint
milieu_merge_n_conflicts (MilieuMerge *self)
{
  return self->conflicts->len;
}

const MilieuMergeConflict *
milieu_merge_conflict (MilieuMerge *self, guint i)
{
  g_return_val_if_fail (i < self->conflicts->len, NULL);
  return self->conflicts->pdata[i];
}

void
milieu_merge_choose (MilieuMerge *self, guint i, MilieuMergeSide side)
{
  g_return_if_fail (i < self->conflicts->len);
  ((MilieuMergeConflict *) self->conflicts->pdata[i])->choice = side;
}

MilieuGroup *
milieu_merge_group (MilieuMerge *self, GError **error)
{
  g_autoptr (MilieuSide) merged = milieu_merge_join (self);
  g_autoptr (MilieuGroup) group = milieu_group_new ("merge", _("Merge Changes"));

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    if (!add_changes (self, merged, type, group, error))
      return NULL;
  return g_steal_pointer (&group);
}
