/* What a damaged file still holds: every record that stands by itself, and what names nothing that is lost. */
#include "format/project-load.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "model/defaults.h"

typedef struct
{
  MilieuLoader *loader;
  GHashTable *kept[MILIEU_N_RECORD_TYPES]; /* key -> MilieuRecord (owned) */
} Salvage;

static gboolean
has (Salvage *self, MilieuRecordType type, guint32 key)
{
  return g_hash_table_contains (self->kept[type], GUINT_TO_POINTER (key));
}

/* @record: (transfer full) */
static void
keep (Salvage *self, MilieuRecord *record)
{
  g_hash_table_replace (self->kept[record->type], GUINT_TO_POINTER (record->key), record);
}

/* kinds and types that actors and ties bear and the file lost: as Milieu begins with them, else under their id */
static void
stand_in (Salvage *self, MilieuRecordType type, guint32 key)
{
  const char *id = milieu_map_id (self->loader->map, type, key);
  g_autoptr (MilieuMap) defaults = milieu_map_new ();
  g_autoptr (MilieuGroup) group = milieu_group_new ("new-map", "");
  MilieuValue values[MILIEU_MAX_FIELDS] = { MILIEU_TEXT (id) };

  if (!milieu_loader_is_id (id))
    return;
  milieu_defaults_add (defaults, group);
  if (type == MILIEU_RECORD_TYPE)
    values[MILIEU_TYPE_CLASS] = MILIEU_TOKEN (MILIEU_CLASS_INTERACTION);
  for (guint i = 0; i < milieu_group_size (group); i++)
    {
      const MilieuRecord *begun = milieu_group_get (group, i)->after;

      if (begun->type == type && g_str_equal (begun->id, id))
        {
          keep (self, milieu_record_copy_as (begun, key, id));
          return;
        }
    }
  keep (self, milieu_record_new (type, key, id, values, NULL));
  milieu_report_add (self->loader->report, MILIEU_REPORT_REMARK, self->loader->name, 0,
                     _("%s “%s” was lost; one of that name stands in for it: look at it in the editor of kinds"),
                     milieu_record_type_token (type), id);
}

/* (transfer full): what we do not know cannot be trusted in a file that is no XML: it might not be read again */
static MilieuRecord *
known (Salvage *self, const MilieuRecord *record)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint n;

  if (!self->loader->ill_formed || record->extra == NULL)
    return milieu_record_ref (record);
  milieu_fields (record->type, &n);
  for (guint i = 0; i < n; i++)
    values[i] = milieu_record_get (record, i);
  return milieu_record_new (record->type, record->key, record->id, values, NULL);
}

/* what a claim says stays, if only who said it was lost */
static MilieuRecord *
mended (Salvage *self, const MilieuRecord *record)
{
  MilieuValue kind = record->type == MILIEU_RECORD_ACTOR ? milieu_record_get (record, MILIEU_ACTOR_KIND) : MILIEU_NO_VALUE;
  MilieuValue type = record->type == MILIEU_RECORD_TIE ? milieu_record_get (record, MILIEU_TIE_TYPE) : MILIEU_NO_VALUE;
  MilieuValue source = record->type == MILIEU_RECORD_CLAIM ? milieu_record_get (record, MILIEU_CLAIM_SOURCE) : MILIEU_NO_VALUE;

  if (kind.kind == MILIEU_VALUE_REFERENCE && !has (self, MILIEU_RECORD_KIND, kind.key))
    stand_in (self, MILIEU_RECORD_KIND, kind.key);
  if (type.kind == MILIEU_VALUE_REFERENCE && !has (self, MILIEU_RECORD_TYPE, type.key))
    stand_in (self, MILIEU_RECORD_TYPE, type.key);
  if (source.kind == MILIEU_VALUE_REFERENCE && !has (self, MILIEU_RECORD_SOURCE, source.key))
    {
      g_autoptr (MilieuRecord) whole = known (self, record);
      return milieu_record_with (whole, MILIEU_CLAIM_SOURCE, MILIEU_NO_VALUE);
    }
  return known (self, record);
}

/* Returns: whether @record names one that is not kept; @type, @key: (out): which */
static gboolean
dangles (Salvage *self, const MilieuRecord *record, MilieuRecordType *type, guint32 *key)
{
  guint n;
  const MilieuField *fields = milieu_fields (record->type, &n);

  *type = MILIEU_RECORD_ACTOR;
  *key = record->key;
  if (record->type == MILIEU_RECORD_SPOT)
    return !has (self, MILIEU_RECORD_ACTOR, record->key);
  for (guint i = 0; i < n; i++)
    {
      MilieuValue value = milieu_record_get (record, i);

      if (value.kind != MILIEU_VALUE_REFERENCE && value.kind != MILIEU_VALUE_SUBJECT)
        continue;
      *type = value.kind == MILIEU_VALUE_REFERENCE ? fields[i].of : value.type;
      *key = value.key;
      if (!has (self, *type, *key))
        return TRUE;
    }
  return FALSE;
}

static gboolean
drop_if_dangling (gpointer key, gpointer value, gpointer data)
{
  Salvage *self = data;
  MilieuLoader *loader = self->loader;
  const MilieuRecord *record = value;
  MilieuRecordType type;
  guint32 lost;

  if (!dangles (self, record, &type, &lost))
    return FALSE;
  /* of what never stood in the file it is said already that it is not there */
  if (milieu_project_line (loader->lines, type, lost) != 0)
    milieu_loader_problem (loader, milieu_project_line (loader->lines, record->type, record->key),
                           /* Translators: a record and what it names, as in: tie “t1” goes with actor “mel” */
                           _("%s “%s” goes with %s “%s”, which it names and which was lost: add both again"),
                           milieu_record_type_token (record->type), record->id, milieu_record_type_token (type),
                           milieu_map_id (loader->map, type, lost));
  return TRUE;
}

/* a claim about a tie goes with the tie, which goes with its actor */
static void
drop_dangling (Salvage *self)
{
  guint dropped;

  do
    {
      dropped = 0;
      for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
        dropped += g_hash_table_foreach_remove (self->kept[type], drop_if_dangling, self);
    }
  while (dropped > 0);
}

static MilieuGroup *
group_of (Salvage *self)
{
  MilieuGroup *group = milieu_group_new ("open", "");

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      GHashTableIter iter;
      gpointer record;

      g_hash_table_iter_init (&iter, self->kept[type]);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        milieu_group_change (group, NULL, milieu_record_ref (record));
    }
  return group;
}

void
milieu_loader_salvage (MilieuLoader *loader)
{
  Salvage self = { .loader = loader };

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    self.kept[type] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) milieu_record_unref);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < milieu_group_size (loader->group); i++)
      {
        const MilieuRecord *record = milieu_group_get (loader->group, i)->after;

        /* kinds, types and sources first, whatever the order of the file */
        if ((record->type < MILIEU_RECORD_ACTOR) == (pass == 0))
          keep (&self, mended (&self, record));
      }
  drop_dangling (&self);
  milieu_group_unref (loader->group);
  loader->group = group_of (&self);
  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    g_hash_table_unref (self.kept[type]);
}
