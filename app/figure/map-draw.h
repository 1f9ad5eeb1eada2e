/* The map as part of a page: private to figures. */
#pragma once

#include "figure/map-figure.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuMapPlan *plan;
  const MilieuFigureTools *tools;
  MilieuFrame frame;   /* what is seen */
  MilieuPoint origin;  /* of the frame on the page */
  double margin;       /* px beyond the frame */
  const guint32 *wanted;
  guint n_wanted;
} MilieuMapDrawing;

/** milieu_map_draw: adds panels and marks to @builder */
void milieu_map_draw (MilieuFigureBuilder *builder, const MilieuMapDrawing *drawing);

G_END_DECLS
