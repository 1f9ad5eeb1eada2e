/* The municipalities of the region: find them by code, by name, by place.
 *
 * Read once from data/basemap, then never changed: any thread may read it. */
#pragma once

#include "geo/point.h"

G_BEGIN_DECLS

typedef struct
{
  const char *insee;       /* "59350" */
  const char *name;        /* "Lille" */
  const char *departement; /* "59" */
  const char *epci;        /* SIREN of the grouping of municipalities, "" if none */
  const char *epci_name;   /* "Métropole Européenne de Lille" */
  guint population;        /* 0 if unknown */
  MilieuDegrees degrees;
  MilieuMetres metres;
} MilieuMunicipality;

typedef struct _MilieuGazetteer MilieuGazetteer;

/**
 * milieu_gazetteer_load:
 * @folder: (nullable): %NULL for milieu_basemap_folder()
 * @error: MILIEU_BASEMAP_ERROR, the message names the file and what is wrong with it
 *
 * Any thread.
 *
 * Returns: (transfer full): the municipalities; %NULL on error
 */
MilieuGazetteer *milieu_gazetteer_load (const char *folder, GError **error);

/* counted atomically: any thread */
MilieuGazetteer *milieu_gazetteer_ref (MilieuGazetteer *gazetteer);
void milieu_gazetteer_unref (MilieuGazetteer *gazetteer);

/** milieu_gazetteer_attribution: Returns: who made the data, as the file says it */
const char *milieu_gazetteer_attribution (MilieuGazetteer *gazetteer);

/** milieu_gazetteer_towns: Returns: (array length=n): all of them, the most populous first, then by INSEE code */
const MilieuMunicipality *milieu_gazetteer_towns (MilieuGazetteer *gazetteer, guint *n);

/** milieu_gazetteer_by_insee: Returns: (nullable): the municipality of that INSEE code */
const MilieuMunicipality *milieu_gazetteer_by_insee (MilieuGazetteer *gazetteer, const char *insee);

/**
 * milieu_gazetteer_by_name:
 * @name: as people write it: accents, case, hyphens and apostrophes do not count, "St" and "Ste" are Saint and Sainte
 * @n: (out): how many bear it: 0 unknown, 1 found, more: ask which
 *
 * Returns: (nullable) (array length=n) (transfer none): those of that whole name, the most
 *   populous first; %NULL if none
 */
const MilieuMunicipality *const *milieu_gazetteer_by_name (MilieuGazetteer *gazetteer, const char *name, guint *n);

/**
 * milieu_gazetteer_nearest:
 * @distance: (out) (optional): to its point, in metres of Lambert-93
 *
 * Returns: (nullable): the municipality whose point is nearest, of equally near ones the most populous
 */
const MilieuMunicipality *milieu_gazetteer_nearest (MilieuGazetteer *gazetteer, MilieuMetres point, double *distance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuGazetteer, milieu_gazetteer_unref)

G_END_DECLS
