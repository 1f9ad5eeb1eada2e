/* The writer below paint-tikz.c: numbers, colours, text. But for comments it is ASCII, so
 * that a document's own input encoding and engine do not matter. */
#pragma once

#include "figure/mark.h"
#include "figure/style.h"
#include "figure/symbols.h"

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  const MilieuStyle *style;
} MilieuTikz;

/** milieu_tikz_number: writes @value with at most three decimals and a point */
void milieu_tikz_number (MilieuTikz *tikz, double value);

/** milieu_tikz_point: writes "(x,y)" in px */
void milieu_tikz_point (MilieuTikz *tikz, double x, double y);

/** milieu_tikz_length: writes ", name=…bp" for @px */
void milieu_tikz_length (MilieuTikz *tikz, const char *name, double px);

/** milieu_tikz_colour: writes ", name=milieu-…" and, below 1, ", name opacity=…"; nothing for NONE */
void milieu_tikz_colour (MilieuTikz *tikz, const char *name, MilieuColour colour, double opacity);

/** milieu_tikz_dash: writes ", dash pattern=…" of @n lengths in px; nothing where all are 0 */
void milieu_tikz_dash (MilieuTikz *tikz, const double *dash, guint n);

/** milieu_tikz_comment: a line for people; what would end it is left out */
void milieu_tikz_comment (MilieuTikz *tikz, const char *first, const char *rest);

/**
 * milieu_tikz_escape:
 * @length: bytes of @text
 * @tracking: px after each character
 *
 * Writes text that LaTeX sets as it is: its special characters escaped, accents
 * as commands, and \milieuchar{code}{substitute} for what its old fonts lack.
 */
void milieu_tikz_escape (MilieuTikz *tikz, const char *text, gssize length, double tracking);

/** milieu_tikz_outlines: defines the outline of each symbol of @used, a bit each */
void milieu_tikz_outlines (MilieuTikz *tikz, guint used);

/** milieu_tikz_symbol: a SYMBOL; milieu_tikz_tie: a TIE */
void milieu_tikz_symbol (MilieuTikz *tikz, const MilieuMark *mark);
void milieu_tikz_tie (MilieuTikz *tikz, const MilieuMark *mark);

G_END_DECLS
