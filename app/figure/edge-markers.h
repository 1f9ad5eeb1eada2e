/* What lies outside the map's frame: a triangle on its edge that points there,
 * with symbol, name and distance. */
#pragma once

#include "figure/cast.h"
#include "figure/pen.h"
#include "geo/frame.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuCast *cast;
  const MilieuMetres *metres; /* by index in the cast */
  const guint *who;           /* (array length=n): those outside */
  guint n;
  const MilieuFrame *frame;
  MilieuPoint origin;         /* of the frame on the page */
  const MilieuBox *avoid;     /* (array length=n_avoid): what markers slide along the edge from */
  guint n_avoid;
} MilieuEdgeRequest;

/**
 * milieu_edge_markers_draw:
 *
 * Markers give way to one another along the edge and round its corners; an
 * edge holds as many as it has room for, six at most, then "+3".
 */
void milieu_edge_markers_draw (const MilieuPen *pen, const MilieuEdgeRequest *request);

/** milieu_edge_markers_boxes: appends what they cover to @boxes */
void milieu_edge_markers_boxes (const MilieuPen *pen, const MilieuEdgeRequest *request, GArray *boxes);

G_END_DECLS
