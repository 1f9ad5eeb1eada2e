/* Who made the basemap: said in About and on every exported map.
 *
 * Msgids, to be looked up with milieu_words() or gettext. */
#pragma once

#include "model/words.h"

/* on a figure */
#define MILIEU_CREDIT_SHORT N_ ("© IGN, OSM contributors, GSHHG, GeoNames, INSEE/Etalab")

/* in About and in captions with room for it */
#define MILIEU_CREDIT_LONG \
  N_ ("Départements: IGN – GEOFLA (Licence Ouverte), from the R package ade4 (GPL-2+). " \
      "Countries and coasts: © OpenStreetMap contributors, ODbL 1.0. " \
      "Rivers: GSHHG 2.3.7, P. Wessel & W. H. F. Smith (LGPL-3+). " \
      "Places: GeoNames (CC BY 4.0). " \
      "Codes, populations, groupings of municipalities: INSEE, DGCL, Etalab (Licence Ouverte 2.0).")

/* the projection, on printed figures */
#define MILIEU_CREDIT_PROJECTION N_ ("Lambert-93 (EPSG:2154)")
