#include "milieu-config.h"

/* before words.h, which brings its own N_ */
#include <glib/gi18n-lib.h>

#include "geo/gazetteer.h"
#include "geo/geojson.h"
#include "model/words.h"

#include <math.h>

#define FILE_NAME "communes-points.geojson"

struct _MilieuGazetteer
{
  gatomicrefcount count;
  GArray *towns;        /* of MilieuMunicipality, sorted by population */
  GHashTable *by_insee; /* code -> MilieuMunicipality in towns */
  GHashTable *by_name;  /* folded name -> GPtrArray of them */
  const char *attribution;
  GStringChunk *strings;
};

/* what people leave out or shorten: "St-André lez Lille" is "saint andre lez lille" */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = milieu_words_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], "st") || g_str_equal (words[i], "ste"))
      {
        char *whole = g_strdup (words[i][2] == 'e' ? "sainte" : "saint");

        g_free (words[i]);
        words[i] = whole;
      }
  return g_strjoinv (" ", words);
}

static const char *
keep (MilieuGazetteer *gazetteer, JsonObject *properties, const char *key)
{
  return g_string_chunk_insert_const (gazetteer->strings, milieu_json_text (properties, key));
}

static int
by_population (gconstpointer a, gconstpointer b)
{
  const MilieuMunicipality *x = a, *y = b;

  if (x->population != y->population)
    return x->population > y->population ? -1 : 1;
  return strcmp (x->insee, y->insee);
}

static gboolean
load_municipality (MilieuGazetteer *gazetteer, MilieuGeojson *geojson, guint i, GError **error)
{
  JsonObject *properties = milieu_geojson_properties (geojson, i, error);
  MilieuMunicipality town = { 0 };

  if (properties == NULL || !milieu_geojson_point (geojson, i, &town.degrees, &town.metres, error))
    return FALSE;
  town.insee = keep (gazetteer, properties, "insee");
  town.name = keep (gazetteer, properties, "nom");
  town.departement = keep (gazetteer, properties, "dep");
  town.epci = keep (gazetteer, properties, "epci");
  town.epci_name = keep (gazetteer, properties, "epci_nom");
  town.population = CLAMP (milieu_json_number (properties, "population", 0), 0, G_MAXINT);
  if (*town.insee == '\0' || *town.name == '\0')
    {
      milieu_json_damage (error, geojson->path, _("municipality %u has no INSEE code or no name"), i + 1);
      return FALSE;
    }
  g_array_append_val (gazetteer->towns, town);
  return TRUE;
}

static gboolean
index_towns (MilieuGazetteer *gazetteer, const char *path, GError **error)
{
  for (guint i = 0; i < gazetteer->towns->len; i++)
    {
      MilieuMunicipality *town = &g_array_index (gazetteer->towns, MilieuMunicipality, i);
      char *folded = fold_name (town->name);
      GPtrArray *namesakes = g_hash_table_lookup (gazetteer->by_name, folded);

      if (namesakes == NULL)
        g_hash_table_insert (gazetteer->by_name, g_strdup (folded), namesakes = g_ptr_array_new ());
      g_free (folded);
      g_ptr_array_add (namesakes, town);
      if (!g_hash_table_insert (gazetteer->by_insee, (gpointer) town->insee, town))
        {
          milieu_json_damage (error, path, _("two municipalities have the INSEE code %s"), town->insee);
          return FALSE;
        }
    }
  return TRUE;
}

static MilieuGazetteer *
gazetteer_new (void)
{
  MilieuGazetteer *gazetteer = g_new0 (MilieuGazetteer, 1);

  g_atomic_ref_count_init (&gazetteer->count);
  gazetteer->towns = g_array_new (FALSE, FALSE, sizeof (MilieuMunicipality));
  gazetteer->by_insee = g_hash_table_new (g_str_hash, g_str_equal);
  gazetteer->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  gazetteer->strings = g_string_chunk_new (16384);
  return gazetteer;
}

MilieuGazetteer *
milieu_gazetteer_load (const char *folder, GError **error)
{
  g_autofree char *shipped = folder == NULL ? milieu_basemap_folder () : NULL;
  g_autofree char *path = g_build_filename (folder != NULL ? folder : shipped, FILE_NAME, NULL);
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  g_autoptr (MilieuGazetteer) gazetteer = gazetteer_new ();
  g_auto (MilieuGeojson) geojson = { NULL };

  if (!milieu_geojson_open (&geojson, path, projection, error))
    return NULL;
  gazetteer->attribution = keep (gazetteer, geojson.root, "attribution");
  for (guint i = 0; i < json_array_get_length (geojson.features); i++)
    if (!load_municipality (gazetteer, &geojson, i, error))
      return NULL;
  g_array_sort (gazetteer->towns, by_population);
  if (!index_towns (gazetteer, path, error))
    return NULL;
  return g_steal_pointer (&gazetteer);
}

MilieuGazetteer *
milieu_gazetteer_ref (MilieuGazetteer *gazetteer)
{
  g_atomic_ref_count_inc (&gazetteer->count);
  return gazetteer;
}

void
milieu_gazetteer_unref (MilieuGazetteer *gazetteer)
{
  if (!g_atomic_ref_count_dec (&gazetteer->count))
    return;
  g_hash_table_unref (gazetteer->by_insee);
  g_hash_table_unref (gazetteer->by_name);
  g_array_unref (gazetteer->towns);
  g_string_chunk_free (gazetteer->strings);
  g_free (gazetteer);
}

const char *
milieu_gazetteer_attribution (MilieuGazetteer *gazetteer)
{
  return gazetteer->attribution;
}

const MilieuMunicipality *
milieu_gazetteer_towns (MilieuGazetteer *gazetteer, guint *n)
{
  *n = gazetteer->towns->len;
  return (const MilieuMunicipality *) gazetteer->towns->data;
}

const MilieuMunicipality *
milieu_gazetteer_by_insee (MilieuGazetteer *gazetteer, const char *insee)
{
  return insee != NULL ? g_hash_table_lookup (gazetteer->by_insee, insee) : NULL;
}

const MilieuMunicipality *const *
milieu_gazetteer_by_name (MilieuGazetteer *gazetteer, const char *name, guint *n)
{
  g_autofree char *folded = name != NULL ? fold_name (name) : NULL;
  GPtrArray *namesakes = folded != NULL ? g_hash_table_lookup (gazetteer->by_name, folded) : NULL;

  *n = namesakes != NULL ? namesakes->len : 0;
  return namesakes != NULL ? (const MilieuMunicipality *const *) namesakes->pdata : NULL;
}

const MilieuMunicipality *
milieu_gazetteer_nearest (MilieuGazetteer *gazetteer, MilieuMetres point, double *distance)
{
  const MilieuMunicipality *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < gazetteer->towns->len; i++)
    {
      const MilieuMunicipality *town = &g_array_index (gazetteer->towns, MilieuMunicipality, i);
      double dx = town->metres.x - point.x, dy = town->metres.y - point.y;

      if (dx * dx + dy * dy < least)
        {
          least = dx * dx + dy * dy;
          nearest = town;
        }
    }
  if (distance != NULL)
    *distance = sqrt (least);
  return nearest;
}
