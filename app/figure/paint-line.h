/* Plain lines of the cairo painter. For paint-cairo.c alone. */
#pragma once

#include "figure/mark.h"

G_BEGIN_DECLS

/* premultiplied ARGB32, and the part of it that may be painted on */
typedef struct
{
  guint8 *data;
  int stride, x0, y0, x1, y1;
} MilieuCanvasPixels;

/**
 * milieu_paint_line:
 * @a, @b: px of the pixels
 * @rgb: 0xRRGGBB
 * @dash: (array length=n_dash): px on and off
 * @round: ends of dashes are round, else cut
 */
void milieu_paint_line (const MilieuCanvasPixels *to, MilieuPoint a, MilieuPoint b, double width, guint32 rgb, double opacity,
                        const double *dash, guint n_dash, gboolean round);

G_END_DECLS
