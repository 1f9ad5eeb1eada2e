/* The ground under the actors: coast, borders, rivers, names, in metres.
 *
 * Read once from data/basemap, then never changed: any thread may read it. */
#pragma once

#include "geo/point.h"
#include "model/words.h"

G_BEGIN_DECLS

/* in the order of drawing */
typedef enum
{
  MILIEU_LAYER_COUNTRIES,    /* code: ISO 3166 ("FRA"); the rest of the world is sea */
  MILIEU_LAYER_NEIGHBOURS,   /* French départements outside the region; code: "75" */
  MILIEU_LAYER_DEPARTEMENTS, /* of the region */
  MILIEU_LAYER_RIVERS,       /* lines, not rings */
  MILIEU_LAYER_REGION,       /* one feature: the region's outline */
} MilieuBasemapLayer;
#define MILIEU_N_BASEMAP_LAYERS 5

/* the tolerance of the simplification */
typedef enum
{
  MILIEU_DETAIL_500M,
  MILIEU_DETAIL_100M,
} MilieuDetail;
#define MILIEU_N_DETAILS 2

/* A ring (its last point is not its first again) or an open line. */
typedef struct
{
  const MilieuMetres *points;
  guint n_points; /* ring: at least 3; line: at least 2 */
  gboolean closed;
  MilieuBounds bounds;
} MilieuLine;

/* Its rings are drawn together: holes by the even-odd rule. */
typedef struct
{
  const char *code; /* "" if it has none */
  const char *name; /* in French, "" if it has none */
  guint level;      /* rivers: 1 large to 4 small; else 0 */
  const MilieuLine *lines;
  guint n_lines;
  MilieuBounds bounds;
} MilieuFeature;

/* Words on the ground: where their middle stands. */
typedef enum
{
  MILIEU_NAME_SEA,
  MILIEU_NAME_COUNTRY,
  MILIEU_NAME_REGION,
  MILIEU_NAME_DEPARTEMENT,
  MILIEU_NAME_RIVER,
} MilieuNameRole;

typedef struct
{
  MilieuNameRole role;
  const char *text[2]; /* by MilieuLanguage */
  MilieuMetres anchor; /* middle of the words */
  double angle;        /* degrees, clockwise on the page (rising words: below 0) */
  double finest, coarsest; /* metres per px between which it says something; 0 and infinity: always */
} MilieuPlaceName;

typedef struct _MilieuBasemap MilieuBasemap;

#define MILIEU_BASEMAP_ERROR (milieu_basemap_error_quark ())
GQuark milieu_basemap_error_quark (void);
typedef enum
{
  MILIEU_BASEMAP_ERROR_READ,   /* the file cannot be read */
  MILIEU_BASEMAP_ERROR_FORMAT, /* it holds something else than it should */
} MilieuBasemapError;

/** milieu_basemap_folder: Returns: (transfer full): where the shipped files are: $MILIEU_DATADIR/basemap, else the installed ones */
char *milieu_basemap_folder (void);

/**
 * milieu_basemap_load:
 * @folder: (nullable): %NULL for milieu_basemap_folder()
 * @error: MILIEU_BASEMAP_ERROR, the message names the file and what is wrong with it
 *
 * Takes some 50 ms: call it in a worker. Any thread.
 *
 * Returns: (transfer full): every layer at every detail; %NULL on error
 */
MilieuBasemap *milieu_basemap_load (const char *folder, GError **error);

/* counted atomically: any thread */
MilieuBasemap *milieu_basemap_ref (MilieuBasemap *basemap);
void milieu_basemap_unref (MilieuBasemap *basemap);

/** milieu_basemap_features: Returns: (array length=n_features): the features of a layer, in the order of the file */
const MilieuFeature *milieu_basemap_features (MilieuBasemap *basemap, MilieuBasemapLayer layer, MilieuDetail detail, guint *n_features);

/** milieu_basemap_region: Returns: the box of the region's outline */
MilieuBounds milieu_basemap_region (MilieuBasemap *basemap);

/** milieu_basemap_names: Returns: (array length=n_names): names of seas, countries, region, départements, rivers, most important first */
const MilieuPlaceName *milieu_basemap_names (MilieuBasemap *basemap, guint *n_names);

/** milieu_basemap_attributions: Returns: (array zero-terminated=1): who made the data, one line a source, as the files say it */
const char *const *milieu_basemap_attributions (MilieuBasemap *basemap);

/**
 * milieu_basemap_detail:
 * @metres_per_px: of the frame; on paper a pixel is 1/96 inch
 *
 * Returns: the coarsest detail whose simplification stays under 1 px and a
 *   half: 500 m from 350 metres per pixel on
 */
MilieuDetail milieu_basemap_detail (double metres_per_px);

/** milieu_feature_contains: Returns: whether @point lies inside the rings of @feature (even-odd rule); open lines hold nothing */
gboolean milieu_feature_contains (const MilieuFeature *feature, MilieuMetres point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuBasemap, milieu_basemap_unref)

G_END_DECLS
