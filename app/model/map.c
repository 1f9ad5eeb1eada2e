#include "model/map.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/index.h"
#include "model/names.h"
#include "model/snapshot-private.h"
#include "model/words.h"

struct _MilieuMap
{
  GObject parent_instance;

  guint64 revision;
  MilieuNames *names[MILIEU_N_RECORD_TYPES];
  MilieuStore *stores[MILIEU_N_RECORD_TYPES];
  MilieuIndex *index;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuMap, milieu_map, G_TYPE_OBJECT)
G_DEFINE_QUARK (milieu-map-error-quark, milieu_map_error)

/* a spot bears its actor's id, so both share one table of names */
static MilieuNames *
names_of (MilieuMap *self, MilieuRecordType type)
{
  return self->names[type == MILIEU_RECORD_SPOT ? MILIEU_RECORD_ACTOR : type];
}

static gboolean
exists (MilieuMap *self, MilieuRecordType type, guint32 key)
{
  return milieu_map_get (self, type, key) != NULL;
}

static gboolean
dangles (const MilieuRecord *record, const char *token, const char *id, GError **error)
{
  g_set_error (error, MILIEU_MAP_ERROR, MILIEU_MAP_ERROR_DANGLING,
               /* Translators: type and id of a record, a field, the id that it names */
               _("%s “%s”: its %s “%s” does not exist"),
               milieu_record_type_token (record->type), record->id, token, id);
  return FALSE;
}

static gboolean
check_outgoing (MilieuMap *self, const MilieuRecord *record, GError **error)
{
  guint n;
  const MilieuField *fields = milieu_fields (record->type, &n);

  if (record->type == MILIEU_RECORD_SPOT && !exists (self, MILIEU_RECORD_ACTOR, record->key))
    return dangles (record, "actor", record->id, error);
  for (guint i = 0; i < n; i++)
    {
      MilieuValue value;
      MilieuRecordType type;

      if (fields[i].kind != MILIEU_VALUE_REFERENCE && fields[i].kind != MILIEU_VALUE_SUBJECT)
        continue;
      value = milieu_record_get (record, i);
      type = value.kind == MILIEU_VALUE_SUBJECT ? value.type : (MilieuRecordType) fields[i].of;
      if ((value.kind == MILIEU_VALUE_REFERENCE || value.kind == MILIEU_VALUE_SUBJECT)
          && !exists (self, type, value.key))
        return dangles (record, fields[i].token, milieu_map_id (self, type, value.key), error);
    }
  return TRUE;
}

/* kinds, types and sources go rarely: a walk through their referrers does */
static const MilieuRecord *
find_referrer (MilieuMap *self, MilieuRecordType type, guint32 key)
{
  static const struct { MilieuRecordType of, by; guint field; } references[] = {
    { MILIEU_RECORD_KIND, MILIEU_RECORD_ACTOR, MILIEU_ACTOR_KIND },
    { MILIEU_RECORD_TYPE, MILIEU_RECORD_TIE, MILIEU_TIE_TYPE },
    { MILIEU_RECORD_SOURCE, MILIEU_RECORD_CLAIM, MILIEU_CLAIM_SOURCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    for (guint32 by = 0; references[i].of == type && by < milieu_store_n_keys (self->stores[references[i].by]); by++)
      {
        const MilieuRecord *record = milieu_map_get (self, references[i].by, by);
        MilieuValue value = record != NULL ? milieu_record_get (record, references[i].field) : MILIEU_NO_VALUE;

        if (value.kind == MILIEU_VALUE_REFERENCE && value.key == key)
          return record;
      }
  return NULL;
}

static gboolean
check_incoming (MilieuMap *self, const MilieuRecord *gone, GError **error)
{
  guint n;
  const guint32 *keys = milieu_map_claims_of (self, gone->type, gone->key, &n);
  const MilieuRecord *referrer = n > 0 ? milieu_map_get (self, MILIEU_RECORD_CLAIM, keys[0]) : NULL;

  if (referrer == NULL && gone->type == MILIEU_RECORD_ACTOR)
    {
      keys = milieu_map_ties_of (self, gone->key, &n);
      referrer = n > 0 ? milieu_map_get (self, MILIEU_RECORD_TIE, keys[0])
                       : milieu_map_get (self, MILIEU_RECORD_SPOT, gone->key);
    }
  if (referrer == NULL)
    referrer = find_referrer (self, gone->type, gone->key);
  if (referrer == NULL)
    return TRUE;
  return dangles (referrer, milieu_record_type_token (gone->type), gone->id, error);
}

static gboolean
check_references (MilieuMap *self, MilieuGroup *group, GError **error)
{
  for (guint i = 0; i < milieu_group_size (group); i++)
    {
      const MilieuChange *change = milieu_group_get (group, i);
      const MilieuRecord *record = change->after != NULL ? change->after : change->before;
      const MilieuRecord *held = milieu_map_get (self, record->type, record->key);

      if (held != NULL && held == change->after && !check_outgoing (self, held, error))
        return FALSE;
      if (held == NULL && change->after == NULL && !check_incoming (self, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
put (MilieuMap *self, const MilieuRecord *before, const MilieuRecord *after)
{
  const MilieuRecord *record = after != NULL ? after : before;

  milieu_index_change (self->index, before, after);
  milieu_store_put (&self->stores[record->type], record->key, after);
}

static gboolean
is_stale (MilieuMap *self, const MilieuChange *change)
{
  const MilieuRecord *record = change->before != NULL ? change->before : change->after;

  return milieu_map_get (self, record->type, record->key) != change->before;
}

static void
take_back (MilieuMap *self, MilieuGroup *group, guint n)
{
  for (guint i = n; i > 0; i--)
    put (self, milieu_group_get (group, i - 1)->after, milieu_group_get (group, i - 1)->before);
}

static void
milieu_map_finalize (GObject *object)
{
  MilieuMap *self = MILIEU_MAP (object);

  milieu_index_free (self->index);
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      milieu_names_free (self->names[type]);
      milieu_store_unref (self->stores[type]);
    }
  G_OBJECT_CLASS (milieu_map_parent_class)->finalize (object);
}

static void
milieu_map_class_init (MilieuMapClass *class)
{
  G_OBJECT_CLASS (class)->finalize = milieu_map_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
milieu_map_init (MilieuMap *self)
{
  self->index = milieu_index_new ();
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      self->stores[type] = milieu_store_new ();
      self->names[type] = milieu_names_new ();
    }
}

MilieuMap *
milieu_map_new (void)
{
  return g_object_new (MILIEU_TYPE_MAP, NULL);
}

guint32
milieu_map_intern (MilieuMap *self, MilieuRecordType type, const char *id)
{
  g_return_val_if_fail (MILIEU_IS_MAP (self) && type < MILIEU_N_RECORD_TYPES && id != NULL, MILIEU_NO_KEY);

  return milieu_names_take (names_of (self, type), id);
}

void
milieu_map_expect (MilieuMap *self, MilieuRecordType type, const char *id)
{
  milieu_names_expect (names_of (self, type), id);
}

guint32
milieu_map_key (MilieuMap *self, MilieuRecordType type, const char *id)
{
  g_return_val_if_fail (MILIEU_IS_MAP (self) && type < MILIEU_N_RECORD_TYPES && id != NULL, MILIEU_NO_KEY);

  return milieu_names_find (names_of (self, type), id);
}

const GRefString *
milieu_map_id (MilieuMap *self, MilieuRecordType type, guint32 key)
{
  return milieu_names_get (names_of (self, type), key);
}

static char *
slug (const char *stem)
{
  g_autofree char *folded = milieu_words_fold (stem);
  GString *slugged = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slugged, *c);
    else if (slugged->len > 0 && slugged->str[slugged->len - 1] != '-')
      g_string_append_c (slugged, '-');
  while (slugged->len > 0 && slugged->str[slugged->len - 1] == '-')
    g_string_truncate (slugged, slugged->len - 1);
  return g_string_free (slugged, FALSE);
}

char *
milieu_map_new_id (MilieuMap *self, MilieuRecordType type, const char *stem)
{
  g_autofree char *base = slug (stem);
  g_autofree char *id = g_strdup (*base != '\0' ? base : milieu_record_type_token (type));
  g_autofree char *start = g_strdup (id);

  for (guint i = 2; milieu_map_find (self, type, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", start, i);
    }
  return g_steal_pointer (&id);
}

const MilieuRecord *
milieu_map_get (MilieuMap *self, MilieuRecordType type, guint32 key)
{
  g_return_val_if_fail (MILIEU_IS_MAP (self) && type < MILIEU_N_RECORD_TYPES, NULL);

  return milieu_store_get (self->stores[type], key);
}

const MilieuRecord *
milieu_map_find (MilieuMap *self, MilieuRecordType type, const char *id)
{
  guint32 key = milieu_map_key (self, type, id);

  return key != MILIEU_NO_KEY ? milieu_map_get (self, type, key) : NULL;
}

guint
milieu_map_count (MilieuMap *self, MilieuRecordType type)
{
  g_return_val_if_fail (MILIEU_IS_MAP (self) && type < MILIEU_N_RECORD_TYPES, 0);

  return milieu_store_count (self->stores[type]);
}

guint64
milieu_map_revision (MilieuMap *self)
{
  return self->revision;
}

MilieuSnapshot *
milieu_map_snapshot (MilieuMap *self)
{
  g_return_val_if_fail (MILIEU_IS_MAP (self), NULL);

  return milieu_snapshot_new (self->stores, self->revision);
}

const guint32 *
milieu_map_ties_of (MilieuMap *self, guint32 actor, guint *n)
{
  return milieu_index_ties_of (self->index, actor, n);
}

const guint32 *
milieu_map_claims_of (MilieuMap *self, MilieuRecordType type, guint32 key, guint *n)
{
  return milieu_index_claims_of (self->index, type, key, n);
}

gboolean
milieu_map_apply (MilieuMap *self, MilieuGroup *group, GError **error)
{
  guint done = 0;

  g_return_val_if_fail (MILIEU_IS_MAP (self) && group != NULL, FALSE);

  for (; done < milieu_group_size (group); done++)
    {
      const MilieuChange *change = milieu_group_get (group, done);

      if (is_stale (self, change))
        {
          take_back (self, group, done);
          g_set_error (error, MILIEU_MAP_ERROR, MILIEU_MAP_ERROR_STALE,
                       _("“%s” was changed meanwhile; nothing was done"),
                       (change->before != NULL ? change->before : change->after)->id);
          return FALSE;
        }
      put (self, change->before, change->after);
    }
  if (!check_references (self, group, error))
    {
      take_back (self, group, done);
      return FALSE;
    }
  self->revision++;
  g_signal_emit (self, signals[CHANGED], 0, group);
  return TRUE;
}
