/* Where things are: degrees as files and people give them, metres as maps
 * measure them, and boxes of metres. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* EPSG:4326, longitude first: east and north are positive */
typedef struct
{
  double lon, lat;
} MilieuDegrees;

/* EPSG:2154 (RGF93, Lambert-93): x to the east, y to the north */
typedef struct
{
  double x, y;
} MilieuMetres;

/* a box in metres; empty while west > east */
typedef struct
{
  double west, south, east, north;
} MilieuBounds;

/** milieu_bounds_init: @bounds becomes empty */
void milieu_bounds_init (MilieuBounds *bounds);

/** milieu_bounds_add: @bounds grows to hold @point */
void milieu_bounds_add (MilieuBounds *bounds, MilieuMetres point);

/** milieu_bounds_join: @bounds grows to hold @other; an empty @other changes nothing */
void milieu_bounds_join (MilieuBounds *bounds, const MilieuBounds *other);

/** milieu_bounds_is_empty: Returns: whether nothing was added yet; a single point is not empty */
gboolean milieu_bounds_is_empty (const MilieuBounds *bounds);

/** milieu_bounds_contain: Returns: whether @point lies in @bounds or on its edge */
gboolean milieu_bounds_contain (const MilieuBounds *bounds, MilieuMetres point);

/** milieu_bounds_meet: Returns: whether the two boxes share a point; an empty box meets nothing */
gboolean milieu_bounds_meet (const MilieuBounds *a, const MilieuBounds *b);

G_END_DECLS
