#include "window/place-words.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "edit/municipality.h"
#include "session/ground.h"
#include "window/suggestions.h"

/* "50.6318, 3.0471", "50,6318 3,0471", "50.6318;3.0471" */
static gboolean
parse_coordinates (const char *text, double *lat, double *lon)
{
  g_auto (GStrv) parts = g_strsplit_set (text, strchr (text, '.') != NULL ? ", ;\t" : " ;\t", -1);
  double numbers[2];
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *end;

      g_strdelimit (parts[i], ",", '.');
      if (*parts[i] == '\0')
        continue;
      if (n == 2)
        return FALSE;
      numbers[n++] = g_ascii_strtod (parts[i], &end);
      if (*end != '\0')
        return FALSE;
    }
  if (n != 2 || !(numbers[0] >= -90 && numbers[0] <= 90) || !(numbers[1] >= -180 && numbers[1] <= 180))
    return FALSE;
  *lat = numbers[0];
  *lon = numbers[1];
  return TRUE;
}

MilieuGroup *
milieu_coordinates_group (MilieuMap *map, const guint32 *actors, guint n, const char *text, GError **error)
{
  double lat, lon;

  if (*text == '\0')
    return milieu_edit_unplace_actors (map, actors, n);
  if (parse_coordinates (text, &lat, &lon))
    return milieu_edit_place_actors (map, actors, n, lon, lat, 0, NULL, NULL);
  g_set_error_literal (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
                       _("Write the latitude and the longitude in degrees: 50.6318, 3.0471"));
  return NULL;
}

char *
milieu_coordinates_words (const MilieuActor *actor)
{
  g_autofree char *lat = NULL, *lon = NULL;

  if (actor == NULL || !milieu_actor_is_located (actor))
    return g_strdup ("");
  lat = milieu_number_canonical (actor->lat, 6);
  lon = milieu_number_canonical (actor->lon, 6);
  return g_strdup_printf ("%s, %s", lat, lon);
}

/* the gazetteer has the most populous first */
GStrv
milieu_municipalities_like (const char *folded, gpointer data)
{
  MilieuGazetteer *gazetteer = milieu_ground_gazetteer ();
  GStrvBuilder *names = g_strv_builder_new ();
  guint n = 0;
  const MilieuMunicipality *towns = gazetteer != NULL ? milieu_gazetteer_towns (gazetteer, &n) : NULL;
  GStrv found;

  for (guint i = 0; i < n; i++)
    if (milieu_suggestions_match (towns[i].name, folded))
      {
        g_autofree char *words = milieu_edit_municipality_words (gazetteer, &towns[i]);

        g_strv_builder_add (names, words);
      }
  found = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  return found;
}
