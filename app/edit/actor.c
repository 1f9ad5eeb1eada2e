#include "edit/actor.h"

#include "edit/words.h"
#include "model/defaults.h"

/* the kind an actor gets when none is asked for; the defaults join the group if the map has no kind at all */
static guint32
kind_or_first (MilieuMap *map, MilieuGroup *group, guint32 kind)
{
  if (kind == MILIEU_NO_KEY)
    kind = milieu_map_key (map, MILIEU_RECORD_KIND, "organisation");
  if (kind != MILIEU_NO_KEY && milieu_map_get (map, MILIEU_RECORD_KIND, kind) != NULL)
    return kind;
  kind = milieu_edit_first (map, MILIEU_RECORD_KIND);
  if (kind != MILIEU_NO_KEY)
    return kind;
  milieu_defaults_add (map, group);
  return milieu_map_key (map, MILIEU_RECORD_KIND, "organisation");
}

static void
place_values (MilieuValue *values, double lon, double lat, double radius)
{
  values[MILIEU_ACTOR_LON] = MILIEU_NUMBER (lon);
  values[MILIEU_ACTOR_LAT] = MILIEU_NUMBER (lat);
  values[MILIEU_ACTOR_PRECISION] = MILIEU_TOKEN (radius > 0 ? MILIEU_PRECISION_APPROXIMATE : MILIEU_PRECISION_EXACT);
  values[MILIEU_ACTOR_RADIUS] = radius > 0 ? MILIEU_NUMBER (radius) : MILIEU_NO_VALUE;
}

MilieuGroup *
milieu_edit_add_actor (MilieuMap *map, const MilieuNewActor *actor, guint32 *key)
{
  g_autofree char *words = g_strdup_printf (_("Add “%s”"), actor->name);
  g_autofree char *id = milieu_map_new_id (map, MILIEU_RECORD_ACTOR, actor->name);
  MilieuGroup *group = milieu_group_new ("add-actor", words);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint32 new_key;

  values[MILIEU_ACTOR_NAME] = MILIEU_TEXT (actor->name);
  values[MILIEU_ACTOR_KIND] = MILIEU_REFERENCE (kind_or_first (map, group, actor->kind));
  values[MILIEU_ACTOR_GROUND] = MILIEU_TOKEN (actor->ground);
  values[MILIEU_ACTOR_SCOPE] = MILIEU_TOKEN (MILIEU_SCOPE_CORE);
  values[MILIEU_ACTOR_MUNICIPALITY] = milieu_edit_text (actor->municipality);
  values[MILIEU_ACTOR_INSEE] = milieu_edit_text (actor->insee);
  if (actor->placed)
    place_values (values, actor->lon, actor->lat, actor->radius);
  new_key = milieu_edit_put (map, group, MILIEU_RECORD_ACTOR, id, values);
  if (actor->spotted)
    {
      MilieuValue spot[] = { MILIEU_NUMBER (actor->x), MILIEU_NUMBER (actor->y), MILIEU_NO_VALUE };

      milieu_edit_put (map, group, MILIEU_RECORD_SPOT, id, spot);
    }
  if (key != NULL)
    *key = new_key;
  return group;
}

MilieuGroup *
milieu_edit_rename_actor (MilieuMap *map, guint32 actor, const char *name, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *words = g_strdup_printf (_("Rename to “%s”"), stripped);
  g_autoptr (MilieuGroup) group = milieu_group_new ("rename-actor", words);

  if (*stripped == '\0')
    {
      g_set_error_literal (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
                           _("An actor needs a name: type at least one letter"));
      return NULL;
    }
  milieu_edit_with (map, group, MILIEU_RECORD_ACTOR, actor, MILIEU_ACTOR_NAME, MILIEU_TEXT (stripped));
  return g_steal_pointer (&group);
}

static void
delete_claims (MilieuMap *map, MilieuGroup *group, MilieuRecordType type, guint32 key)
{
  guint n;
  const guint32 *claims = milieu_map_claims_of (map, type, key, &n);

  for (guint i = 0; i < n; i++)
    milieu_group_change (group, milieu_map_get (map, MILIEU_RECORD_CLAIM, claims[i]), NULL);
}

static void
delete_tie (MilieuMap *map, MilieuGroup *group, guint32 tie, GHashTable *gone)
{
  const MilieuRecord *record = milieu_map_get (map, MILIEU_RECORD_TIE, tie);

  if (record == NULL || !g_hash_table_add (gone, GUINT_TO_POINTER (tie)))
    return;
  delete_claims (map, group, MILIEU_RECORD_TIE, tie);
  milieu_group_change (group, record, NULL);
}

static void
delete_actor (MilieuMap *map, MilieuGroup *group, guint32 actor, GHashTable *gone_ties)
{
  const MilieuRecord *spot = milieu_map_get (map, MILIEU_RECORD_SPOT, actor);
  guint n;
  const guint32 *ties = milieu_map_ties_of (map, actor, &n);

  for (guint i = 0; i < n; i++)
    delete_tie (map, group, ties[i], gone_ties);
  delete_claims (map, group, MILIEU_RECORD_ACTOR, actor);
  if (spot != NULL)
    milieu_group_change (group, spot, NULL);
  milieu_group_change (group, milieu_map_get (map, MILIEU_RECORD_ACTOR, actor), NULL);
}

MilieuGroup *
milieu_edit_delete (MilieuMap *map, const guint32 *actors, guint n_actors, const guint32 *ties, guint n_ties)
{
  gboolean only_ties = n_actors == 0;
  MilieuGroup *group
      = only_ties ? milieu_edit_group (map, "delete", MILIEU_RECORD_TIE, ties, n_ties, _("Delete Tie “%s”"),
                                       ngettext ("Delete %u Tie", "Delete %u Ties", n_ties))
                  : milieu_edit_group (map, "delete", MILIEU_RECORD_ACTOR, actors, n_actors, _("Delete “%s”"),
                                       ngettext ("Delete %u Actor", "Delete %u Actors", n_actors));
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_ties; i++)
    delete_tie (map, group, ties[i], gone);
  for (guint i = 0; i < n_actors; i++)
    delete_actor (map, group, actors[i], gone);
  return group;
}

static void
place_actor (MilieuMap *map, MilieuGroup *group, guint32 actor, const MilieuValue *values)
{
  for (guint field = MILIEU_ACTOR_LON; field <= MILIEU_ACTOR_RADIUS; field++)
    milieu_edit_with (map, group, MILIEU_RECORD_ACTOR, actor, field, values[field]);
}

MilieuGroup *
milieu_edit_place_actors (MilieuMap *map, const guint32 *actors, guint n, double lon, double lat, double radius,
                          const char *municipality, const char *insee)
{
  MilieuGroup *group = milieu_edit_group (map, "place-actors", MILIEU_RECORD_ACTOR, actors, n, _("Place “%s”"),
                                          ngettext ("Place %u Actor", "Place %u Actors", n));
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  place_values (values, lon, lat, radius);
  for (guint i = 0; i < n; i++)
    {
      place_actor (map, group, actors[i], values);
      if (municipality == NULL)
        continue;
      milieu_edit_with (map, group, MILIEU_RECORD_ACTOR, actors[i], MILIEU_ACTOR_MUNICIPALITY,
                        milieu_edit_text (municipality));
      milieu_edit_with (map, group, MILIEU_RECORD_ACTOR, actors[i], MILIEU_ACTOR_INSEE, milieu_edit_text (insee));
    }
  return group;
}

MilieuGroup *
milieu_edit_unplace_actors (MilieuMap *map, const guint32 *actors, guint n)
{
  MilieuGroup *group = milieu_edit_group (map, "unplace-actors", MILIEU_RECORD_ACTOR, actors, n,
                                          _("Take “%s” off the Map"),
                                          ngettext ("Take %u Actor off the Map", "Take %u Actors off the Map", n));
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  for (guint i = 0; i < n; i++)
    place_actor (map, group, actors[i], values);
  return group;
}
