/* GeoJSON (RFC 7946): features with their geometry in metres. For this room only. */
#pragma once

#include "geo/basemap.h"
#include "geo/json.h"
#include "geo/projection.h"

G_BEGIN_DECLS

/* a file while it is read: who reads, where errors lie */
typedef struct
{
  char *path;
  JsonObject *root;
  JsonArray *features;
  MilieuProjection *projection; /* not owned */
} MilieuGeojson;

/** milieu_geojson_open: Returns: %FALSE with @error unless @path holds a collection of features; then @geojson needs milieu_geojson_close() */
gboolean milieu_geojson_open (MilieuGeojson *geojson, const char *path, MilieuProjection *projection, GError **error);
void milieu_geojson_close (MilieuGeojson *geojson);

/** milieu_geojson_properties: Returns: (nullable): the properties of feature @i, %NULL with @error if it has none */
JsonObject *milieu_geojson_properties (MilieuGeojson *geojson, guint i, GError **error);

/** milieu_geojson_point: reads feature @i as a point: where it lies, in degrees and metres */
gboolean milieu_geojson_point (MilieuGeojson *geojson, guint i, MilieuDegrees *degrees, MilieuMetres *metres, GError **error);

/** milieu_geojson_lines: fills lines, n_lines and bounds of @feature from feature @i, which milieu_geojson_clear_lines() frees */
gboolean milieu_geojson_lines (MilieuGeojson *geojson, guint i, MilieuFeature *feature, GError **error);
void milieu_geojson_clear_lines (MilieuFeature *feature);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MilieuGeojson, milieu_geojson_close)

G_END_DECLS
