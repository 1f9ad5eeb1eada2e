/* Who stands outside the territory (indicators L5c). Private. */
#pragma once

#include "geo/basemap.h"
#include "reading/basis.h"

G_BEGIN_DECLS

/** milieu_boundary_region: Returns: (nullable) (transfer none): the outline of the region of the basemap, read once a program */
const MilieuFeature *milieu_boundary_region (void);

/**
 * milieu_outside_boundary:
 * @outside: (out): 1 for each actor whose place lies outside the boundary
 *
 * The boundary is the outline of the region of the basemap, where half of the
 * located actors or more stand within it, else nobody is outside; the map's
 * setting "boundary" with the value "none" says that there is none. Those
 * without a place are never outside.
 */
void milieu_outside_boundary (const MilieuBasis *basis, guint8 *outside);

G_END_DECLS
