/* What the files of the overlay share. */
#pragma once

#include "window/canvas-private.h"

#include "figure/style.h"

G_BEGIN_DECLS

#define MILIEU_MAX_SYMBOLS 3 /* an actor may stand on the map and in an inset */

typedef struct
{
  MilieuCanvas *canvas;
  cairo_t *cr;
  const MilieuStyle *style;
  double ratio; /* of the camera's zoom to that of the ground */
} MilieuCanvasOverlay;

/** milieu_overlay_seen: Returns: where a point of @mark is seen, px of the canvas */
MilieuPoint milieu_overlay_seen (const MilieuCanvasOverlay *overlay, const MilieuMark *mark, MilieuPoint page);
/** milieu_overlay_find_tie: Returns: (nullable): the mark of a tie, on the ground or on the glass */
const MilieuMark *milieu_overlay_find_tie (const MilieuCanvasOverlay *overlay, guint32 key);
/** milieu_overlay_paint_symbol: a SYMBOL, moved @by px */
void milieu_overlay_paint_symbol (const MilieuCanvasOverlay *overlay, const MilieuMark *mark, MilieuPoint by);

/** milieu_canvas_paint_moved: the actors that are dragged, with their ties */
void milieu_canvas_paint_moved (const MilieuCanvasOverlay *overlay);

G_END_DECLS
