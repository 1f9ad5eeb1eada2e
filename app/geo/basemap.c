#include "milieu-config.h"

/* before words.h, which brings its own N_ */
#include <glib/gi18n-lib.h>

#include "geo/basemap.h"
#include "geo/geojson.h"

#include <math.h>

/* a file is simplified to 500 m: that is under a pixel and a half from here on */
#define COARSE_FROM_METRES_PER_PX (500.0 / 1.5)

typedef struct
{
  MilieuFeature *features;
  guint n_features;
} Layer;

struct _MilieuBasemap
{
  gatomicrefcount count;
  Layer layers[MILIEU_N_BASEMAP_LAYERS][MILIEU_N_DETAILS];
  GArray *names; /* of MilieuPlaceName */
  GPtrArray *attributions;
  GStringChunk *strings; /* every text above */
};

static const char *const layer_files[MILIEU_N_BASEMAP_LAYERS] = {
  [MILIEU_LAYER_COUNTRIES] = "pays",
  [MILIEU_LAYER_NEIGHBOURS] = "france-voisine",
  [MILIEU_LAYER_DEPARTEMENTS] = "departements",
  [MILIEU_LAYER_RIVERS] = "rivieres",
  [MILIEU_LAYER_REGION] = "region",
};

static const char *const detail_files[MILIEU_N_DETAILS] = {
  [MILIEU_DETAIL_500M] = "500m",
  [MILIEU_DETAIL_100M] = "100m",
};

static const char *const role_tokens[] = {
  [MILIEU_NAME_SEA] = "sea",
  [MILIEU_NAME_COUNTRY] = "country",
  [MILIEU_NAME_REGION] = "region",
  [MILIEU_NAME_DEPARTEMENT] = "departement",
  [MILIEU_NAME_RIVER] = "river",
};

G_DEFINE_QUARK (milieu-basemap-error-quark, milieu_basemap_error)

static const char *
keep (MilieuBasemap *basemap, const char *text)
{
  return g_string_chunk_insert_const (basemap->strings, text);
}

static void
keep_attribution (MilieuBasemap *basemap, const char *text)
{
  /* the chunk holds each text once: equal texts are equal pointers */
  gpointer kept = (gpointer) keep (basemap, text);

  if (*text != '\0' && !g_ptr_array_find (basemap->attributions, kept, NULL))
    g_ptr_array_add (basemap->attributions, kept);
}

static gboolean
load_feature (MilieuBasemap *basemap, MilieuGeojson *geojson, guint i, MilieuFeature *feature, GError **error)
{
  JsonObject *properties = milieu_geojson_properties (geojson, i, error);
  const char *code;

  if (properties == NULL || !milieu_geojson_lines (geojson, i, feature, error))
    return FALSE;
  code = milieu_json_text (properties, "code");
  feature->code = keep (basemap, *code != '\0' ? code : milieu_json_text (properties, "iso_a3"));
  feature->name = keep (basemap, milieu_json_text (properties, "nom"));
  feature->level = CLAMP (milieu_json_number (properties, "niveau", 0), 0, 9);
  return TRUE;
}

static gboolean
load_layer (MilieuBasemap *basemap, const char *path, Layer *layer, MilieuProjection *projection, GError **error)
{
  g_auto (MilieuGeojson) geojson = { NULL };
  guint n;

  if (!milieu_geojson_open (&geojson, path, projection, error))
    return FALSE;
  keep_attribution (basemap, milieu_json_text (geojson.root, "attribution"));
  n = json_array_get_length (geojson.features);
  layer->features = g_new0 (MilieuFeature, n);
  for (guint i = 0; i < n; i++)
    {
      if (!load_feature (basemap, &geojson, i, &layer->features[i], error))
        return FALSE;
      layer->n_features++;
    }
  if (n > 0)
    return TRUE;
  milieu_json_damage (error, path, _("it holds no feature"));
  return FALSE;
}

static gboolean
load_layers (MilieuBasemap *basemap, const char *folder, MilieuProjection *projection, GError **error)
{
  for (guint layer = 0; layer < MILIEU_N_BASEMAP_LAYERS; layer++)
    for (guint detail = 0; detail < MILIEU_N_DETAILS; detail++)
      {
        g_autofree char *name = g_strdup_printf ("%s-%s.geojson", layer_files[layer], detail_files[detail]);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (!load_layer (basemap, path, &basemap->layers[layer][detail], projection, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
parse_role (const char *token, MilieuNameRole *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_tokens); i++)
    if (g_str_equal (token, role_tokens[i]))
      {
        *role = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
load_name (MilieuBasemap *basemap, JsonObject *object, MilieuProjection *projection)
{
  MilieuPlaceName name = { 0 };
  MilieuDegrees anchor;

  if (object == NULL || !parse_role (milieu_json_text (object, "role"), &name.role))
    return FALSE;
  anchor.lon = milieu_json_number (object, "lon", NAN);
  anchor.lat = milieu_json_number (object, "lat", NAN);
  if (!milieu_projection_to_metres (projection, anchor, &name.anchor))
    return FALSE;
  name.text[MILIEU_LANGUAGE_ENGLISH] = keep (basemap, milieu_json_text (object, "en"));
  name.text[MILIEU_LANGUAGE_FRENCH] = keep (basemap, milieu_json_text (object, "fr"));
  if (*name.text[MILIEU_LANGUAGE_ENGLISH] == '\0' || *name.text[MILIEU_LANGUAGE_FRENCH] == '\0')
    return FALSE;
  name.angle = milieu_json_number (object, "angle", 0);
  name.finest = milieu_json_number (object, "finest", 0);
  name.coarsest = milieu_json_number (object, "coarsest", INFINITY);
  g_array_append_val (basemap->names, name);
  return TRUE;
}

static gboolean
load_names (MilieuBasemap *basemap, const char *folder, MilieuProjection *projection, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "names.json", NULL);
  g_autoptr (JsonObject) root = milieu_json_read (path, error);
  JsonArray *names;

  if (root == NULL)
    return FALSE;
  names = milieu_json_array (root, "names");
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (!load_name (basemap, milieu_json_nth_object (names, i), projection))
      {
        milieu_json_damage (error, path, _("name %u lacks its role, its place or its words"), i + 1);
        return FALSE;
      }
  return TRUE;
}

static MilieuBasemap *
basemap_new (void)
{
  MilieuBasemap *basemap = g_new0 (MilieuBasemap, 1);

  g_atomic_ref_count_init (&basemap->count);
  basemap->names = g_array_new (FALSE, FALSE, sizeof (MilieuPlaceName));
  basemap->attributions = g_ptr_array_new ();
  basemap->strings = g_string_chunk_new (4096);
  return basemap;
}

static void
basemap_free (MilieuBasemap *basemap)
{
  for (guint i = 0; i < MILIEU_N_BASEMAP_LAYERS * MILIEU_N_DETAILS; i++)
    {
      Layer *layer = &basemap->layers[i / MILIEU_N_DETAILS][i % MILIEU_N_DETAILS];

      for (guint k = 0; k < layer->n_features; k++)
        milieu_geojson_clear_lines (&layer->features[k]);
      g_free (layer->features);
    }
  g_array_unref (basemap->names);
  g_ptr_array_unref (basemap->attributions);
  g_string_chunk_free (basemap->strings);
  g_free (basemap);
}

char *
milieu_basemap_folder (void)
{
  const char *data = g_getenv ("MILIEU_DATADIR");

  return g_build_filename (data != NULL && *data != '\0' ? data : MILIEU_PKGDATADIR, "basemap", NULL);
}

MilieuBasemap *
milieu_basemap_load (const char *folder, GError **error)
{
  g_autofree char *shipped = folder == NULL ? milieu_basemap_folder () : NULL;
  g_autoptr (MilieuProjection) projection = milieu_projection_new ();
  g_autoptr (MilieuBasemap) basemap = basemap_new ();

  if (folder == NULL)
    folder = shipped;
  if (!load_layers (basemap, folder, projection, error) || !load_names (basemap, folder, projection, error))
    return NULL;
  g_ptr_array_add (basemap->attributions, NULL);
  return g_steal_pointer (&basemap);
}

MilieuBasemap *
milieu_basemap_ref (MilieuBasemap *basemap)
{
  g_atomic_ref_count_inc (&basemap->count);
  return basemap;
}

void
milieu_basemap_unref (MilieuBasemap *basemap)
{
  if (g_atomic_ref_count_dec (&basemap->count))
    basemap_free (basemap);
}

const MilieuFeature *
milieu_basemap_features (MilieuBasemap *basemap, MilieuBasemapLayer layer, MilieuDetail detail, guint *n_features)
{
  g_return_val_if_fail (layer < MILIEU_N_BASEMAP_LAYERS && detail < MILIEU_N_DETAILS, NULL);
  *n_features = basemap->layers[layer][detail].n_features;
  return basemap->layers[layer][detail].features;
}

MilieuBounds
milieu_basemap_region (MilieuBasemap *basemap)
{
  const Layer *region = &basemap->layers[MILIEU_LAYER_REGION][MILIEU_DETAIL_100M];
  MilieuBounds bounds;

  milieu_bounds_init (&bounds);
  for (guint i = 0; i < region->n_features; i++)
    milieu_bounds_join (&bounds, &region->features[i].bounds);
  return bounds;
}

const MilieuPlaceName *
milieu_basemap_names (MilieuBasemap *basemap, guint *n_names)
{
  *n_names = basemap->names->len;
  return (const MilieuPlaceName *) basemap->names->data;
}

const char *const *
milieu_basemap_attributions (MilieuBasemap *basemap)
{
  return (const char *const *) basemap->attributions->pdata;
}

MilieuDetail
milieu_basemap_detail (double metres_per_px)
{
  return metres_per_px >= COARSE_FROM_METRES_PER_PX ? MILIEU_DETAIL_500M : MILIEU_DETAIL_100M;
}

static gboolean
crosses (MilieuMetres a, MilieuMetres b, MilieuMetres point)
{
  return (a.y > point.y) != (b.y > point.y)
         && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x;
}

gboolean
milieu_feature_contains (const MilieuFeature *feature, MilieuMetres point)
{
  gboolean inside = FALSE;

  for (guint k = 0; k < feature->n_lines; k++)
    {
      const MilieuLine *line = &feature->lines[k];

      if (!line->closed || !milieu_bounds_contain (&line->bounds, point))
        continue;
      for (guint i = 0, j = line->n_points - 1; i < line->n_points; j = i++)
        inside ^= crosses (line->points[i], line->points[j], point);
    }
  return inside;
}
