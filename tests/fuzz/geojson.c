/* Any bytes as a GeoJSON file: what is read is whole lines of finite points within their bounds, and the municipalities
 * of it can be found again. */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

#include "geo/gazetteer.h"
#include "geo/geojson.h"

/* (transfer none): a folder for as long as the process lives, that holds the bytes as the file of the municipalities */
static const char *
put (const guint8 *bytes, gsize size, char **path)
{
  static char *folder;

  if (folder == NULL)
    {
      folder = g_strdup_printf ("%s/milieu-fuzz-geo-%d", g_get_tmp_dir (), (int) getpid ());
      g_mkdir (folder, 0700);
    }
  *path = g_build_filename (folder, "communes-points.geojson", NULL);
  g_assert_true (g_file_set_contents_full (*path, (const char *) bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return folder;
}

static void
check_lines (const MilieuFeature *feature)
{
  for (guint i = 0; i < feature->n_lines; i++)
    {
      const MilieuLine *line = &feature->lines[i];

      g_assert_cmpuint (line->n_points, >=, line->closed ? 3 : 2);
      for (guint k = 0; k < line->n_points; k++)
        {
          g_assert_true (isfinite (line->points[k].x) && isfinite (line->points[k].y));
          g_assert_true (milieu_bounds_contain (&line->bounds, line->points[k]));
          g_assert_true (milieu_bounds_contain (&feature->bounds, line->points[k]));
        }
    }
}

static void
read_features (const char *path, MilieuProjection *projection)
{
  g_auto (MilieuGeojson) geojson = { NULL };
  g_autoptr (GError) fault = NULL;

  if (!milieu_geojson_open (&geojson, path, projection, &fault))
    {
      g_assert_nonnull (fault);
      return;
    }
  for (guint i = 0; i < json_array_get_length (geojson.features); i++)
    {
      g_autoptr (GError) no_properties = NULL, no_point = NULL, no_lines = NULL;
      MilieuFeature feature = { 0 };
      MilieuDegrees degrees;
      MilieuMetres metres;

      g_assert_true ((milieu_geojson_properties (&geojson, i, &no_properties) != NULL) == (no_properties == NULL));
      if (milieu_geojson_point (&geojson, i, &degrees, &metres, &no_point))
        g_assert_true (isfinite (metres.x) && isfinite (metres.y));
      if (milieu_geojson_lines (&geojson, i, &feature, &no_lines))
        check_lines (&feature);
      milieu_geojson_clear_lines (&feature);
      g_assert_true (no_point != NULL || no_lines != NULL);
    }
}

static void
read_towns (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuGazetteer) gazetteer = milieu_gazetteer_load (folder, &error);
  const MilieuMunicipality *towns;
  guint n = 0;

  g_assert_true ((gazetteer != NULL) != (error != NULL));
  towns = gazetteer != NULL ? milieu_gazetteer_towns (gazetteer, &n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      guint namesakes;

      g_assert_true (milieu_gazetteer_by_insee (gazetteer, towns[i].insee) == &towns[i]);
      milieu_gazetteer_by_name (gazetteer, towns[i].name, &namesakes);
      g_assert_cmpuint (namesakes, >, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static MilieuProjection *projection;
  g_autofree char *path = NULL;
  const char *folder = put (bytes, size, &path);

  if (projection == NULL)
    projection = milieu_projection_new ();
  read_features (path, projection);
  read_towns (folder);
  return 0;
}
