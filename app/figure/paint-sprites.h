/* Sprites of the cairo painter. For paint-cairo.c alone. */
#pragma once

#include "figure/paint-cairo.h"

G_BEGIN_DECLS

/** milieu_sprites_symbol: a SYMBOL, on the nearest half of a device px; @place: from px of the mark to device px */
void milieu_sprites_symbol (MilieuSprites *sprites, cairo_t *cr, const cairo_matrix_t *place, const MilieuStyle *style,
                            const MilieuMark *mark, double opacity);

/** milieu_sprites_label: a LABEL that is not turned, its corner on the nearest whole device px */
void milieu_sprites_label (MilieuSprites *sprites, cairo_t *cr, const cairo_matrix_t *place, const MilieuStyle *style,
                           const MilieuMark *mark, MilieuColour colour, double opacity, gboolean strong);

G_END_DECLS
