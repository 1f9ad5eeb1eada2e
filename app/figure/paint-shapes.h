/* The parts of the cairo painter: symbols and ties. */
#pragma once

#include <cairo.h>

#include "figure/mark.h"
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

/** milieu_symbol_colour: Returns: the class of @ground in @role: 'f'ill, 't'int, 'l'ine; soft text for MILIEU_GROUND_PLAIN */
MilieuColour milieu_symbol_colour (guint ground, char role);

/** milieu_style_casing: Returns: px that the casing of a symbol adds to its outline, both sides together */
double milieu_style_casing (const MilieuStyle *style, double size);

G_END_DECLS
