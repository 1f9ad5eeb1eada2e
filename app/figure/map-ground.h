/* The ground of a map: sea, coast, borders, rivers, region names. */
#pragma once

#include "figure/pen.h"
#include "geo/frame.h"

G_BEGIN_DECLS

/**
 * milieu_map_ground_draw:
 * @origin: of the frame on the page
 * @page: what is drawn, the frame and what lies about it: a box of the page
 */
void milieu_map_ground_draw (MilieuPen pen, MilieuBasemap *basemap, const MilieuFrame *frame,
                             MilieuPoint origin, MilieuBox page);

/* a region name that fits, as placed */
typedef struct
{
  const MilieuPlaceName *name;
  double x, y, width; /* middle of the words, on the page */
} MilieuGroundName;

/**
 * milieu_map_ground_names:
 * @frame: the names must stand whole in it
 * @avoid: (array length=n_avoid): boxes of the page that no name touches
 *
 * Returns: (transfer full) (element-type MilieuGroundName): those with room
 */
GArray *milieu_map_ground_names (const MilieuPen *pen, MilieuBasemap *basemap, const MilieuFrame *frame,
                                 MilieuPoint origin, const MilieuBox *avoid, guint n_avoid);

/** milieu_map_ground_name_boxes: appends what a name covers to @boxes, as small boxes along its words */
void milieu_map_ground_name_boxes (const MilieuPen *pen, const MilieuGroundName *name, GArray *boxes);
void milieu_map_ground_draw_name (const MilieuPen *pen, const MilieuGroundName *name, MilieuPoint shift);

G_END_DECLS
