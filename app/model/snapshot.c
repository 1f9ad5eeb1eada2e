#include "model/snapshot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/snapshot-private.h"

struct _MilieuSnapshot
{
  guint count;
  guint64 revision;
  MilieuStore *stores[MILIEU_N_RECORD_TYPES];
};

MilieuSnapshot *
milieu_snapshot_new (MilieuStore **stores, guint64 revision)
{
  MilieuSnapshot *snapshot = g_new0 (MilieuSnapshot, 1);

  snapshot->count = 1;
  snapshot->revision = revision;
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    snapshot->stores[type] = milieu_store_ref (stores[type]);
  return snapshot;
}

MilieuSnapshot *
milieu_snapshot_ref (MilieuSnapshot *snapshot)
{
  snapshot->count++;
  return snapshot;
}

void
milieu_snapshot_unref (MilieuSnapshot *snapshot)
{
  if (--snapshot->count > 0)
    return;
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    milieu_store_unref (snapshot->stores[type]);
  g_free (snapshot);
}

static void
take_out (MilieuSnapshot *snapshot, MilieuRecordType type, const guint32 *keys, guint n)
{
  for (guint i = 0; i < n; i++)
    if (milieu_store_get (snapshot->stores[type], keys[i]) != NULL)
      milieu_store_put (&snapshot->stores[type], keys[i], NULL);
}

MilieuSnapshot *
milieu_snapshot_without (MilieuSnapshot *snapshot, const guint32 *actors, guint n_actors, const guint32 *ties, guint n_ties)
{
  MilieuSnapshot *without = milieu_snapshot_new (snapshot->stores, snapshot->revision);

  take_out (without, MILIEU_RECORD_TIE, ties, n_ties);
  take_out (without, MILIEU_RECORD_ACTOR, actors, n_actors);
  return without;
}

guint64
milieu_snapshot_revision (MilieuSnapshot *snapshot)
{
  return snapshot->revision;
}

guint
milieu_snapshot_count (MilieuSnapshot *snapshot, MilieuRecordType type)
{
  return milieu_store_count (snapshot->stores[type]);
}

guint32
milieu_snapshot_n_keys (MilieuSnapshot *snapshot, MilieuRecordType type)
{
  return milieu_store_n_keys (snapshot->stores[type]);
}

const MilieuRecord *
milieu_snapshot_get (MilieuSnapshot *snapshot, MilieuRecordType type, guint32 key)
{
  return milieu_store_get (snapshot->stores[type], key);
}

const MilieuRecord *
milieu_snapshot_find (MilieuSnapshot *snapshot, MilieuRecordType type, const char *id)
{
  guint32 n = milieu_snapshot_n_keys (snapshot, type);

  for (guint32 key = 0; key < n; key++)
    {
      const MilieuRecord *record = milieu_snapshot_get (snapshot, type, key);

      if (record != NULL && strcmp (record->id, id) == 0)
        return record;
    }
  return NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const MilieuRecord *const *first = a, *const *second = b;

  return strcmp ((*first)->id, (*second)->id);
}

guint32 *
milieu_snapshot_sorted (MilieuSnapshot *snapshot, MilieuRecordType type, guint *n)
{
  guint32 n_keys = milieu_snapshot_n_keys (snapshot, type);
  guint count = milieu_snapshot_count (snapshot, type), i = 0;
  g_autofree const MilieuRecord **records = g_new (const MilieuRecord *, count + 1);
  guint32 *keys = g_new (guint32, count + 1);
  gboolean in_order = TRUE; /* as those of a file mostly are */

  for (guint32 key = 0; key < n_keys; key++)
    {
      const MilieuRecord *record = milieu_snapshot_get (snapshot, type, key);

      if (record == NULL)
        continue;
      in_order = in_order && (i == 0 || strcmp (records[i - 1]->id, record->id) < 0);
      records[i++] = record;
    }
  if (!in_order)
    qsort (records, count, sizeof *records, compare_ids);
  for (i = 0; i < count; i++)
    keys[i] = records[i]->key;
  *n = count;
  return keys;
}

const char *
milieu_snapshot_setting (MilieuSnapshot *snapshot, const char *id)
{
  const MilieuRecord *record = milieu_snapshot_find (snapshot, MILIEU_RECORD_SETTING, id);

  return record != NULL ? ((const MilieuSetting *) record)->value : NULL;
}

double
milieu_snapshot_number (MilieuSnapshot *snapshot, const char *id, double otherwise)
{
  const char *text = milieu_snapshot_setting (snapshot, id);
  char *end;
  double number;

  if (text == NULL)
    return otherwise;
  number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (number) ? number : otherwise;
}

MilieuClass
milieu_snapshot_tie_class (MilieuSnapshot *snapshot, const MilieuTie *tie)
{
  const MilieuTieType *type = milieu_snapshot_type (snapshot, tie->type);

  return type != NULL ? type->tie_class : MILIEU_CLASS_UNSET;
}

gboolean
milieu_snapshot_tie_directed (MilieuSnapshot *snapshot, const MilieuTie *tie)
{
  const MilieuTieType *type = milieu_snapshot_type (snapshot, tie->type);

  if (tie->directed != MILIEU_ANSWER_UNSET)
    return tie->directed == MILIEU_ANSWER_YES;
  return type == NULL || type->directed != MILIEU_ANSWER_NO;
}

gboolean
milieu_actor_is_core (const MilieuActor *actor)
{
  return actor->scope == MILIEU_SCOPE_UNSET || actor->scope == MILIEU_SCOPE_CORE;
}

gboolean
milieu_actor_is_located (const MilieuActor *actor)
{
  return !isnan (actor->lon) && !isnan (actor->lat);
}

gboolean
milieu_actor_has_tag (const MilieuActor *actor, const char *tag)
{
  gsize length = strlen (tag);

  for (const char *at = actor->tags; at != NULL && *at != '\0'; at += strspn (at, " "))
    {
      gsize word = strcspn (at, " ");

      if (word == length && strncmp (at, tag, length) == 0)
        return TRUE;
      at += word;
    }
  return FALSE;
}

static gboolean
suggests_ground (const MilieuClaim *claim, guint *ground)
{
  return claim != NULL && claim->subject_type == MILIEU_RECORD_ACTOR && g_strcmp0 (claim->field, "ground") == 0
         && claim->value != NULL && milieu_vocabulary_parse (MILIEU_VOCABULARY_GROUND, claim->value, ground)
         && *ground != MILIEU_GROUND_NONE;
}

static void
apply_suggestions (MilieuSnapshot *snapshot, guint8 *grounds, guint32 n)
{
  guint32 n_claims = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_CLAIM);
  g_autofree const MilieuClaim **first = g_new0 (const MilieuClaim *, n + 1);

  for (guint32 key = 0; key < n_claims; key++)
    {
      const MilieuClaim *claim = milieu_snapshot_claim (snapshot, key);
      const MilieuActor *actor;
      guint ground;

      if (!suggests_ground (claim, &ground))
        continue;
      actor = milieu_snapshot_actor (snapshot, claim->subject_key);
      if (actor == NULL || actor->ground != MILIEU_GROUND_NONE)
        continue;
      if (first[claim->subject_key] == NULL || strcmp (claim->record.id, first[claim->subject_key]->record.id) < 0)
        {
          first[claim->subject_key] = claim;
          grounds[claim->subject_key] = (guint8) ground;
        }
    }
}

guint8 *
milieu_snapshot_grounds (MilieuSnapshot *snapshot, gboolean suggested)
{
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  guint8 *grounds = g_new0 (guint8, n + 1);

  for (guint32 key = 0; key < n; key++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);

      if (actor != NULL)
        grounds[key] = actor->ground;
    }
  if (suggested)
    apply_suggestions (snapshot, grounds, n);
  return grounds;
}
