/* What is known of the municipalities in which actors stand: their population, and their grouping. */
#pragma once

#include "geo/gazetteer.h"
#include "reading/basis.h"

G_BEGIN_DECLS

/** milieu_municipalities: Returns: (nullable) (transfer none): the gazetteer, read once a program; %NULL if it cannot be. Any thread. */
MilieuGazetteer *milieu_municipalities (void);

/** milieu_municipality_of: Returns: (nullable): by INSEE code, else by a name that only one bears */
const MilieuMunicipality *milieu_municipality_of (const MilieuActor *actor);

/** milieu_municipalities_box: Returns: around the places of the municipalities of a grouping; empty if none is known */
MilieuBounds milieu_municipalities_box (const char *epci);

/**
 * milieu_main_grouping:
 *
 * Returns: (nullable): a municipality of the grouping in which most of the actors with a place stand; of equal ones that
 *   of the smallest code
 */
const MilieuMunicipality *milieu_main_grouping (MilieuSnapshot *snapshot);

/**
 * milieu_municipalities_add:
 * @actors: (array length=n): indices of located actors
 *
 * The concentration again by groupings of municipalities, for how the land is cut changes it ("epci", "epci_effective",
 * table "groupings"), and each municipality's share of the actors over its share of the inhabitants of all occupied ones
 * (table "quotients").
 */
void milieu_municipalities_add (const MilieuBasis *basis, const guint *actors, guint n, MilieuResult *result);

G_END_DECLS
