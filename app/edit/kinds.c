#include "edit/kinds.h"

#include "edit/words.h"
#include "model/defaults.h"

MilieuGroup *
milieu_edit_new_map (MilieuMap *map)
{
  MilieuGroup *group = milieu_group_new ("new-map", _("New Map"));

  milieu_defaults_add (map, group);
  return group;
}

static MilieuGroup *
add (MilieuMap *map, MilieuRecordType type, const char *label, const MilieuValue *values, guint32 *key)
{
  g_autofree char *words = g_strdup_printf (_("Add “%s”"), label);
  g_autofree char *id = milieu_map_new_id (map, type, label);
  MilieuGroup *group = milieu_group_new ("add-kind", words);
  guint32 new_key = milieu_edit_put (map, group, type, id, values);

  if (key != NULL)
    *key = new_key;
  return group;
}

MilieuGroup *
milieu_edit_add_kind (MilieuMap *map, const char *label, MilieuSymbol symbol, guint32 *key)
{
  MilieuValue values[] = { MILIEU_TEXT (label), MILIEU_TOKEN (symbol), MILIEU_NO_VALUE, MILIEU_NO_VALUE };

  return add (map, MILIEU_RECORD_KIND, label, values, key);
}

MilieuGroup *
milieu_edit_add_type (MilieuMap *map, const char *label, MilieuClass tie_class, guint32 *key)
{
  MilieuValue values[] = { MILIEU_TEXT (label), MILIEU_TOKEN (tie_class), MILIEU_NO_VALUE };

  return add (map, MILIEU_RECORD_TYPE, label, values, key);
}

static guint
count_users (MilieuMap *map, MilieuRecordType type, guint32 key)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuRecordType of = type == MILIEU_RECORD_KIND ? MILIEU_RECORD_ACTOR : MILIEU_RECORD_TIE;
  guint field = type == MILIEU_RECORD_KIND ? (guint) MILIEU_ACTOR_KIND : (guint) MILIEU_TIE_TYPE;
  guint users = 0;

  for (guint32 i = 0; i < milieu_snapshot_n_keys (snapshot, of); i++)
    {
      const MilieuRecord *record = milieu_snapshot_get (snapshot, of, i);

      if (record != NULL && milieu_record_get (record, field).key == key)
        users++;
    }
  return users;
}

MilieuGroup *
milieu_edit_delete_kind (MilieuMap *map, MilieuRecordType type, guint32 key, GError **error)
{
  guint users = count_users (map, type, key);
  g_autofree char *name = milieu_edit_name (map, type, key);
  g_autofree char *words = g_strdup_printf (_("Delete “%s”"), name);
  MilieuGroup *group;

  if (users > 0)
    {
      g_set_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
                   type == MILIEU_RECORD_KIND
                       ? ngettext ("“%s” is the kind of %u actor: give it another kind first",
                                   "“%s” is the kind of %u actors: give them another kind first", users)
                       : ngettext ("“%s” is the type of %u tie: give it another type first",
                                   "“%s” is the type of %u ties: give them another type first", users),
                   name, users);
      return NULL;
    }
  group = milieu_group_new ("delete-kind", words);
  milieu_group_change (group, milieu_map_get (map, type, key), NULL);
  return group;
}
