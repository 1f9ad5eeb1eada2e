/* The writer below paint-svg.c: elements, numbers, colours. */
#pragma once

#include "figure/mark.h"
#include "figure/style.h"
#include "figure/symbols.h"

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  const MilieuStyle *style;
  GHashTable *ids; /* every id written, for no id may stand twice */
  guint n_fades;
} MilieuSvg;

/** milieu_svg_number: writes @value with at most @decimals decimals, a point, and no zeros at the end */
void milieu_svg_number (MilieuSvg *svg, double value, guint decimals);

/** milieu_svg_attribute: writes ` name="value"` with two decimals */
void milieu_svg_attribute (MilieuSvg *svg, const char *name, double value);

/** milieu_svg_escape: writes @text as content or as an attribute's value */
void milieu_svg_escape (MilieuSvg *svg, const char *text);

/** milieu_svg_paint: writes ` name="#rrggbb"` and, below 1, ` name-opacity="…"`; "none" for MILIEU_COLOUR_NONE */
void milieu_svg_paint (MilieuSvg *svg, const char *name, MilieuColour colour, double opacity);

/** milieu_svg_id: writes ` id="…"` from @prefix and @id, made a valid and unique XML name */
void milieu_svg_id (MilieuSvg *svg, const char *prefix, const char *id);

/** milieu_svg_points: writes " x y x y …" with two decimals */
void milieu_svg_points (MilieuSvg *svg, const MilieuPoint *points, guint n);

/** milieu_svg_outline: opens a <path> of an outline in its unit box: the element stays open for attributes */
void milieu_svg_outline (MilieuSvg *svg, const MilieuOutline *outline);

/** milieu_svg_symbol: a SYMBOL; milieu_svg_tie: a TIE */
void milieu_svg_symbol (MilieuSvg *svg, const MilieuMark *mark);
void milieu_svg_tie (MilieuSvg *svg, const MilieuMark *mark);

G_END_DECLS
