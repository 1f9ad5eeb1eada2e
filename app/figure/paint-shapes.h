/* The parts of the cairo painter: symbols and ties. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "figure/mark.h"
#include "figure/paint-line.h"
#include "figure/style.h"
#include "figure/symbols.h"
#include "figure/ties.h"

G_BEGIN_DECLS

/** milieu_paint_set_colour: sets the source of @cr to a class of @style */
void milieu_paint_set_colour (cairo_t *cr, const MilieuStyle *style, MilieuColour colour, double opacity);

/** milieu_paint_symbol_mark: a SYMBOL at @opacity of its own */
void milieu_paint_symbol_mark (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, double opacity);

/** milieu_paint_tie_mark: a TIE at @opacity of its own, @factor × as wide */
void milieu_paint_tie_mark (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, double opacity, double factor);

/** milieu_paint_label_mark: a LABEL in @colour at @opacity of its own; @layout: (inout): created when it is first needed;
 *  @strong: 600 at least */
void milieu_paint_label_mark (cairo_t *cr, PangoLayout **layout, const MilieuStyle *style, const MilieuMark *mark,
                              MilieuColour colour, double opacity, gboolean strong);

/** milieu_symbol_colour: Returns: the class of @ground in @role: 'f'ill, 't'int, 'l'ine; soft text for MILIEU_GROUND_PLAIN */
MilieuColour milieu_symbol_colour (guint ground, char role);

/** milieu_style_casing: Returns: px that the casing of a symbol adds to its outline, both sides together */
double milieu_style_casing (const MilieuStyle *style, double size);

/** milieu_paint_tie_line: a TIE that is no more than a line, set pixel by pixel; @place: from px of the mark to those of @to;
 *  Returns: %FALSE if it is more */
gboolean milieu_paint_tie_line (const MilieuCanvasPixels *to, const cairo_matrix_t *place, const MilieuStyle *style,
                                const MilieuMark *mark, double opacity, double factor);

G_END_DECLS
