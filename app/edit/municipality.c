#include "edit/municipality.h"

#include <string.h>

#include "edit/words.h"

/* "Condé (62)": among those of the name, the one of the département */
static const MilieuMunicipality *
find_in_departement (MilieuGazetteer *gazetteer, const char *text)
{
  const char *open = strrchr (text, '('), *close = open != NULL ? strchr (open, ')') : NULL;
  const MilieuMunicipality *const *towns;
  g_autofree char *name = NULL;
  guint n;

  if (close == NULL || close[1] != '\0')
    return NULL;
  name = g_strstrip (g_strndup (text, (gsize) (open - text)));
  towns = milieu_gazetteer_by_name (gazetteer, name, &n);
  for (guint i = 0; i < n; i++)
    if (strlen (towns[i]->departement) == (gsize) (close - open - 1)
        && strncmp (towns[i]->departement, open + 1, (gsize) (close - open - 1)) == 0)
      return towns[i];
  return NULL;
}

/* %FALSE where several bear the name; *@town is %NULL where none does */
static gboolean
find_town (MilieuGazetteer *gazetteer, const char *text, const MilieuMunicipality **town, GError **error)
{
  const MilieuMunicipality *const *towns;
  g_autofree char *words = NULL;
  guint n;

  *town = gazetteer != NULL ? milieu_gazetteer_by_insee (gazetteer, text) : NULL;
  if (*town != NULL || gazetteer == NULL)
    return TRUE;
  towns = milieu_gazetteer_by_name (gazetteer, text, &n);
  *town = n == 1 ? towns[0] : n == 0 ? find_in_departement (gazetteer, text) : NULL;
  if (n < 2)
    return TRUE;
  words = milieu_edit_municipality_words (gazetteer, towns[0]);
  g_set_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
               _("%u municipalities are called “%s”: add the département, as in “%s”"), n, text, words);
  return FALSE;
}

/* where those stand who are known only to it, so that all stand together; else its own point */
static MilieuDegrees
point_of (MilieuMap *map, const MilieuMunicipality *town)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);

      if (actor != NULL && actor->precision == MILIEU_PRECISION_MUNICIPALITY && milieu_actor_is_located (actor)
          && g_strcmp0 (actor->insee, town->insee) == 0)
        return (MilieuDegrees) { actor->lon, actor->lat };
    }
  return town->degrees;
}

static void
move (MilieuMap *map, MilieuGroup *group, guint32 actor, const MilieuMunicipality *town)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  if (town != NULL)
    {
      MilieuDegrees point = point_of (map, town);

      values[MILIEU_ACTOR_LON] = MILIEU_NUMBER (point.lon);
      values[MILIEU_ACTOR_LAT] = MILIEU_NUMBER (point.lat);
      values[MILIEU_ACTOR_PRECISION] = MILIEU_TOKEN (MILIEU_PRECISION_MUNICIPALITY);
    }
  for (guint field = MILIEU_ACTOR_LON; field <= MILIEU_ACTOR_RADIUS; field++)
    milieu_edit_with (map, group, MILIEU_RECORD_ACTOR, actor, field, values[field]);
}

static void
set_one (MilieuMap *map, MilieuGroup *group, guint32 key, const char *name, const MilieuMunicipality *town)
{
  const MilieuActor *actor = (const MilieuActor *) milieu_map_get (map, MILIEU_RECORD_ACTOR, key);
  gboolean moves;

  if (actor == NULL || (g_strcmp0 (actor->municipality, *name != '\0' ? name : NULL) == 0
                        && (town == NULL || milieu_actor_is_located (actor))))
    return;
  moves = !milieu_actor_is_located (actor) || actor->precision == MILIEU_PRECISION_MUNICIPALITY;
  milieu_edit_keep_value (map, group, &actor->record, MILIEU_ACTOR_MUNICIPALITY);
  milieu_edit_with (map, group, MILIEU_RECORD_ACTOR, key, MILIEU_ACTOR_MUNICIPALITY, milieu_edit_text (name));
  milieu_edit_with (map, group, MILIEU_RECORD_ACTOR, key, MILIEU_ACTOR_INSEE, milieu_edit_text (town != NULL ? town->insee : NULL));
  if (moves && (town != NULL || milieu_actor_is_located (actor)))
    move (map, group, key, town);
}

MilieuGroup *
milieu_edit_set_municipality (MilieuMap *map, MilieuGazetteer *gazetteer, const guint32 *actors, guint n,
                              const char *text, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  const MilieuMunicipality *town;
  const char *name;
  MilieuGroup *group;

  if (!find_town (gazetteer, typed, &town, error))
    return NULL;
  name = town != NULL ? town->name : typed;
  group = milieu_edit_group (map, "set-municipality", MILIEU_RECORD_ACTOR, actors, n, _("Change Municipality of “%s”"),
                             ngettext ("Change Municipality of %u Actor", "Change Municipality of %u Actors", n));
  for (guint i = 0; i < n; i++)
    set_one (map, group, actors[i], name, town);
  return group;
}

char *
milieu_edit_municipality_words (MilieuGazetteer *gazetteer, const MilieuMunicipality *municipality)
{
  guint n;

  milieu_gazetteer_by_name (gazetteer, municipality->name, &n);
  return n > 1 ? g_strdup_printf ("%s (%s)", municipality->name, municipality->departement)
               : g_strdup (municipality->name);
}
