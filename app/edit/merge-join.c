#include "edit/merge-private.h"

static void
copy_part (MilieuPlain *to, const MilieuPlain *from, const char *part)
{
  guint n;

  if (g_str_equal (part, "extra"))
    {
      g_free (to->extra);
      to->extra = g_strdup (from->extra);
      return;
    }
  milieu_fields (to->type, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (milieu_merge_part (to->type, i), part))
      milieu_plain_set (to, i, from->fields[i]);
}

static void
take_part (MilieuMerge *self, const MilieuTriple *triple, const char *part, gpointer data)
{
  MilieuChangedBy by = milieu_merge_changed_by (triple, part);
  MilieuMergeConflict *conflict = by == MILIEU_BY_BOTH ? milieu_merge_find (self, triple->ours->type, triple->ours->id, part) : NULL;

  if (by == MILIEU_BY_THEIRS || (conflict != NULL && conflict->choice == MILIEU_MERGE_THEIRS))
    copy_part (data, triple->theirs, part);
}

/* the records that a record hangs on or names, one after the other: @i is 0 at first; %NULL at the end */
static const char *
next_wanted (const MilieuPlain *plain, guint *i, MilieuRecordType *type)
{
  guint n;

  milieu_fields (plain->type, &n);
  for (; *i < n; ++*i)
    {
      const char *id = milieu_plain_reference (plain, *i, type);

      if (id != NULL)
        {
          ++*i;
          return id;
        }
    }
  *type = MILIEU_RECORD_ACTOR;
  return plain->type == MILIEU_RECORD_SPOT && (*i)++ == n ? plain->id : NULL;
}

/* what went with an actor comes back with it */
static gboolean
went_along (const MilieuPlain *plain, const MilieuSide *deleter, const MilieuSide *merged)
{
  MilieuRecordType type;
  const char *id;

  for (guint i = 0; (id = next_wanted (plain, &i, &type)) != NULL;)
    if (milieu_side_get (deleter, type, id) == NULL && milieu_side_get (merged, type, id) != NULL)
      return TRUE;
  return FALSE;
}

/* (transfer full) (nullable): a record that one side alone has */
static MilieuPlain *
merge_lone (MilieuMerge *self, const MilieuTriple *triple, const MilieuSide *merged)
{
  const MilieuPlain *lone = triple->ours != NULL ? triple->ours : triple->theirs;
  MilieuMergeConflict *conflict;

  if (lone == NULL || triple->base == NULL)
    return milieu_plain_copy (lone);
  conflict = milieu_merge_find (self, lone->type, lone->id, NULL);
  if (conflict != NULL)
    return milieu_plain_copy (conflict->choice == MILIEU_MERGE_OURS ? triple->ours : triple->theirs);
  if (lone->type == MILIEU_RECORD_SPOT && milieu_plain_compare (lone, triple->base) != 0)
    return milieu_plain_copy (lone);
  return went_along (lone, triple->ours != NULL ? self->theirs : self->ours, merged) ? milieu_plain_copy (lone) : NULL;
}

/* (transfer full) (nullable) */
static MilieuPlain *
merge_record (MilieuMerge *self, MilieuRecordType type, const char *id, const MilieuSide *merged)
{
  MilieuTriple triple = milieu_merge_triple (self, type, id);
  MilieuPlain *both;

  if (triple.ours == NULL || triple.theirs == NULL)
    return merge_lone (self, &triple, merged);
  both = milieu_plain_copy (triple.ours);
  milieu_merge_foreach_part (self, &triple, take_part, both);
  return both;
}

/* (transfer full) (nullable): the record as any side has it */
static MilieuPlain *
of_any (MilieuMerge *self, MilieuRecordType type, const char *id)
{
  MilieuTriple triple = milieu_merge_triple (self, type, id);
  const MilieuPlain *some = triple.ours != NULL ? triple.ours : triple.theirs != NULL ? triple.theirs : triple.base;

  return milieu_plain_copy (some);
}

/* @plain: (transfer full). What it names comes with it; what hangs on an actor that somebody chose to let go, goes. */
static void
put_merged (MilieuMerge *self, MilieuSide *merged, MilieuPlain *plain)
{
  MilieuRecordType type;
  const char *id;

  for (guint i = 0; plain != NULL && (id = next_wanted (plain, &i, &type)) != NULL;)
    {
      gboolean hangs = type >= MILIEU_RECORD_ACTOR;

      if (milieu_side_get (merged, type, id) != NULL)
        continue;
      if (!hangs || (plain->type != MILIEU_RECORD_SPOT && milieu_merge_find (self, type, id, NULL) == NULL))
        put_merged (self, merged, of_any (self, type, id));
      if (milieu_side_get (merged, type, id) == NULL)
        {
          milieu_plain_free (plain);
          return;
        }
    }
  if (plain != NULL)
    milieu_side_put (merged, plain->type, NULL, plain);
}

/* what is named comes before what names it, in the order of types */
MilieuSide *
milieu_merge_join (MilieuMerge *self)
{
  MilieuSide *const sides[] = { self->base, self->ours, self->theirs };
  MilieuSide *merged = milieu_side_new (NULL, NULL);

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      g_autoptr (GPtrArray) ids = milieu_side_ids (sides, G_N_ELEMENTS (sides), type);

      for (guint i = 0; i < ids->len; i++)
        if (milieu_side_get (merged, type, ids->pdata[i]) == NULL)
          put_merged (self, merged, merge_record (self, type, ids->pdata[i], merged));
    }
  return merged;
}
