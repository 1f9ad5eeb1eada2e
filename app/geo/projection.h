/* Degrees to metres and back, and true distances on the ellipsoid.
 *
 * The projection is Lambert-93 (EPSG:2154) from its published parameters, so
 * that neither PROJ's database nor a grid nor the network is asked: the same
 * metres on any machine. */
#pragma once

#include "geo/point.h"

G_BEGIN_DECLS

/* One thread at a time: it owns a PROJ context. Each job makes its own
 * (under a millisecond) and frees it. */
typedef struct _MilieuProjection MilieuProjection;

/** milieu_projection_new: Returns: (transfer full): a projection for the calling thread */
MilieuProjection *milieu_projection_new (void);
void milieu_projection_free (MilieuProjection *projection);

/**
 * milieu_projection_to_metres:
 * @metres: (out): where @degrees lies in Lambert-93; not touched on failure
 *
 * Returns: %FALSE if @degrees is no place (longitude beyond ±180, latitude
 *   beyond ±90, not a number) or has no image (the south pole)
 */
gboolean milieu_projection_to_metres (MilieuProjection *projection, MilieuDegrees degrees, MilieuMetres *metres);

/**
 * milieu_projection_to_degrees:
 * @degrees: (out): longitude in -180…180 and latitude; not touched on failure
 *
 * Returns: %FALSE if @metres is not a number or has no place
 */
gboolean milieu_projection_to_degrees (MilieuProjection *projection, MilieuMetres metres, MilieuDegrees *degrees);

/**
 * milieu_projection_stretch:
 *
 * How much longer a short line is in Lambert-93 than on the ground, the same
 * in every direction (the projection is conformal): 1 on the parallels 44° and
 * 49° N, 1.0017 at 50.6° N. PROJ's parallel_scale.
 *
 * Returns: the factor; NAN where milieu_projection_to_metres() fails
 */
double milieu_projection_stretch (MilieuProjection *projection, MilieuDegrees degrees);

/**
 * milieu_projection_distance:
 *
 * Returns: the shortest way over the ellipsoid in metres (PROJ's geodesic,
 *   Karney 2013), for words such as "Paris, 205 km"; NAN if one is no place
 */
double milieu_projection_distance (MilieuProjection *projection, MilieuDegrees from, MilieuDegrees to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuProjection, milieu_projection_free)

G_END_DECLS
