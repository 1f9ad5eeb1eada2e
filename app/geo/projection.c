#include "geo/projection.h"

#include <math.h>
#include <proj.h>

/* EPSG:2154 as IGN publishes it. WGS 84 and RGF93 are taken as one (EPSG:1671,
 * a null transformation, good to a metre), as every French web map does. */
#define LAMBERT_93 "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80"

struct _MilieuProjection
{
  PJ_CONTEXT *context;
  PJ *lambert;
};

static gboolean
is_place (MilieuDegrees degrees)
{
  return fabs (degrees.lon) <= 180 && fabs (degrees.lat) <= 90;
}

static PJ_COORD
radians (MilieuDegrees degrees)
{
  return proj_coord (proj_torad (degrees.lon), proj_torad (degrees.lat), 0, 0);
}

static void
be_silent (void *data, int level, const char *message)
{
}

MilieuProjection *
milieu_projection_new (void)
{
  MilieuProjection *projection = g_new0 (MilieuProjection, 1);

  projection->context = proj_context_create ();
  proj_context_set_enable_network (projection->context, FALSE);
  /* a place without image is an answer of ours, no line on standard error;
   * nor is a missing database, which this projection does not need */
  proj_log_func (projection->context, NULL, be_silent);
  projection->lambert = proj_create (projection->context, LAMBERT_93);
  g_assert (projection->lambert != NULL); /* a constant: only a broken PROJ refuses it */
  return projection;
}

void
milieu_projection_free (MilieuProjection *projection)
{
  if (projection == NULL)
    return;
  proj_destroy (projection->lambert);
  proj_context_destroy (projection->context);
  g_free (projection);
}

gboolean
milieu_projection_to_metres (MilieuProjection *projection, MilieuDegrees degrees, MilieuMetres *metres)
{
  PJ_COORD image;

  g_return_val_if_fail (projection != NULL, FALSE);
  if (!is_place (degrees))
    return FALSE;
  proj_errno_reset (projection->lambert);
  image = proj_trans (projection->lambert, PJ_FWD, radians (degrees));
  if (!isfinite (image.xy.x) || !isfinite (image.xy.y))
    return FALSE;
  *metres = (MilieuMetres) { image.xy.x, image.xy.y };
  return TRUE;
}

gboolean
milieu_projection_to_degrees (MilieuProjection *projection, MilieuMetres metres, MilieuDegrees *degrees)
{
  PJ_COORD place;

  g_return_val_if_fail (projection != NULL, FALSE);
  if (!isfinite (metres.x) || !isfinite (metres.y))
    return FALSE;
  proj_errno_reset (projection->lambert);
  place = proj_trans (projection->lambert, PJ_INV, proj_coord (metres.x, metres.y, 0, 0));
  if (!isfinite (place.lp.lam) || !isfinite (place.lp.phi))
    return FALSE;
  *degrees = (MilieuDegrees) { proj_todeg (place.lp.lam), proj_todeg (place.lp.phi) };
  return TRUE;
}

double
milieu_projection_stretch (MilieuProjection *projection, MilieuDegrees degrees)
{
  PJ_FACTORS factors;

  g_return_val_if_fail (projection != NULL, NAN);
  if (!is_place (degrees))
    return NAN;
  proj_errno_reset (projection->lambert);
  factors = proj_factors (projection->lambert, radians (degrees));
  if (proj_errno (projection->lambert) != 0 || !isfinite (factors.parallel_scale))
    return NAN;
  return factors.parallel_scale;
}

/* v[0]: metres, v[1]: forward azimuth at the first point, degrees */
static PJ_COORD
geodesic (MilieuProjection *projection, MilieuDegrees from, MilieuDegrees to)
{
  if (!is_place (from) || !is_place (to))
    return proj_coord (NAN, NAN, NAN, NAN);
  return proj_geod (projection->lambert, radians (from), radians (to));
}

double
milieu_projection_distance (MilieuProjection *projection, MilieuDegrees from, MilieuDegrees to)
{
  g_return_val_if_fail (projection != NULL, NAN);
  return geodesic (projection, from, to).v[0];
}
