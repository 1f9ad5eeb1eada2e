#include "milieu-config.h"

/* before words.h, which brings its own N_ */
#include <glib/gi18n-lib.h>

#include "geo/geojson.h"

/* which geometries there are: how deep their coordinates nest above a position */
static const struct
{
  const char *type;
  guint levels;
  gboolean closed;
} shapes[] = {
  { "Point", 0, FALSE },
  { "LineString", 1, FALSE },
  { "MultiLineString", 2, FALSE },
  { "Polygon", 2, TRUE },
  { "MultiPolygon", 3, TRUE },
};

/* the coordinates of feature @i, and the index of their shape; NULL with @error */
static JsonArray *
coordinates (MilieuGeojson *geojson, guint i, guint *shape, GError **error)
{
  JsonObject *feature = milieu_json_nth_object (geojson->features, i);
  JsonNode *node = feature != NULL ? json_object_get_member (feature, "geometry") : NULL;
  JsonObject *geometry = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array = geometry != NULL ? milieu_json_array (geometry, "coordinates") : NULL;

  for (*shape = 0; array != NULL && *shape < G_N_ELEMENTS (shapes); (*shape)++)
    if (g_str_equal (shapes[*shape].type, milieu_json_text (geometry, "type")))
      return array;
  milieu_json_damage (error, geojson->path, _("feature %u has no geometry of points, lines or polygons"), i + 1);
  return NULL;
}

static gboolean
position (MilieuGeojson *geojson, guint i, JsonArray *array, MilieuDegrees *degrees, MilieuMetres *metres, GError **error)
{
  if (milieu_json_nth_number (array, 0, &degrees->lon) && milieu_json_nth_number (array, 1, &degrees->lat)
      && milieu_projection_to_metres (geojson->projection, *degrees, metres))
    return TRUE;
  milieu_json_damage (error, geojson->path, _("a position of feature %u is no longitude and latitude in degrees"), i + 1);
  return FALSE;
}

static gboolean
nested (MilieuGeojson *geojson, guint i, JsonArray *array, guint k, JsonArray **inner, GError **error)
{
  JsonNode *node = json_array_get_element (array, k);

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      *inner = json_node_get_array (node);
      return TRUE;
    }
  milieu_json_damage (error, geojson->path, _("the coordinates of feature %u are not nested as its type asks"), i + 1);
  return FALSE;
}

static void
clear_line (MilieuLine *line)
{
  g_free ((gpointer) line->points);
}

static gboolean
add_line (MilieuGeojson *geojson, guint i, JsonArray *array, gboolean closed, GArray *lines, GError **error)
{
  guint n = json_array_get_length (array);
  g_autofree MilieuMetres *points = g_new (MilieuMetres, MAX (n, 1));
  MilieuLine line = { .closed = closed };
  MilieuDegrees degrees;
  JsonArray *inner;

  milieu_bounds_init (&line.bounds);
  for (guint k = 0; k < n; k++)
    {
      if (!nested (geojson, i, array, k, &inner, error)
          || !position (geojson, i, inner, &degrees, &points[k], error))
        return FALSE;
      milieu_bounds_add (&line.bounds, points[k]);
    }
  if (closed && n > 1 && points[0].x == points[n - 1].x && points[0].y == points[n - 1].y)
    n--;
  if (n < (closed ? 3 : 2))
    {
      milieu_json_damage (error, geojson->path, _("a line of feature %u has too few points"), i + 1);
      return FALSE;
    }
  line.n_points = n;
  line.points = g_steal_pointer (&points);
  g_array_append_val (lines, line);
  return TRUE;
}

/* @levels: 1 is a line, 2 lines, 3 lists of lines */
static gboolean
add_lines (MilieuGeojson *geojson, guint i, JsonArray *array, guint levels, gboolean closed, GArray *lines, GError **error)
{
  JsonArray *inner;

  if (levels == 1)
    return add_line (geojson, i, array, closed, lines, error);
  for (guint k = 0; k < json_array_get_length (array); k++)
    if (!nested (geojson, i, array, k, &inner, error)
        || !add_lines (geojson, i, inner, levels - 1, closed, lines, error))
      return FALSE;
  return TRUE;
}

gboolean
milieu_geojson_open (MilieuGeojson *geojson, const char *path, MilieuProjection *projection, GError **error)
{
  JsonObject *root = milieu_json_read (path, error);
  JsonArray *features = root != NULL ? milieu_json_array (root, "features") : NULL;

  *geojson = (MilieuGeojson) { NULL };
  if (root == NULL)
    return FALSE;
  if (features == NULL)
    {
      milieu_json_damage (error, path, _("it is no GeoJSON collection of features"));
      json_object_unref (root);
      return FALSE;
    }
  *geojson = (MilieuGeojson) { g_strdup (path), root, features, projection };
  return TRUE;
}

void
milieu_geojson_close (MilieuGeojson *geojson)
{
  g_clear_pointer (&geojson->path, g_free);
  g_clear_pointer (&geojson->root, json_object_unref);
}

JsonObject *
milieu_geojson_properties (MilieuGeojson *geojson, guint i, GError **error)
{
  JsonObject *feature = milieu_json_nth_object (geojson->features, i);
  JsonNode *node = feature != NULL ? json_object_get_member (feature, "properties") : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  milieu_json_damage (error, geojson->path, _("feature %u has no properties"), i + 1);
  return NULL;
}

gboolean
milieu_geojson_point (MilieuGeojson *geojson, guint i, MilieuDegrees *degrees, MilieuMetres *metres, GError **error)
{
  guint shape;
  JsonArray *array = coordinates (geojson, i, &shape, error);

  if (array == NULL)
    return FALSE;
  if (shapes[shape].levels == 0)
    return position (geojson, i, array, degrees, metres, error);
  milieu_json_damage (error, geojson->path, _("feature %u is no point"), i + 1);
  return FALSE;
}

gboolean
milieu_geojson_lines (MilieuGeojson *geojson, guint i, MilieuFeature *feature, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (MilieuLine));
  guint shape;
  JsonArray *array = coordinates (geojson, i, &shape, error);

  if (array == NULL)
    return FALSE;
  g_array_set_clear_func (lines, (GDestroyNotify) clear_line);
  if (shapes[shape].levels > 0
      && !add_lines (geojson, i, array, shapes[shape].levels, shapes[shape].closed, lines, error))
    return FALSE;
  if (lines->len == 0)
    {
      milieu_json_damage (error, geojson->path, _("feature %u has no line"), i + 1);
      return FALSE;
    }
  milieu_bounds_init (&feature->bounds);
  for (guint k = 0; k < lines->len; k++)
    milieu_bounds_join (&feature->bounds, &g_array_index (lines, MilieuLine, k).bounds);
  feature->n_lines = lines->len;
  feature->lines = (MilieuLine *) g_array_steal (lines, NULL);
  return TRUE;
}

void
milieu_geojson_clear_lines (MilieuFeature *feature)
{
  for (guint k = 0; k < feature->n_lines; k++)
    clear_line ((MilieuLine *) &feature->lines[k]);
  g_free ((gpointer) feature->lines);
}
