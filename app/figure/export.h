/* A figure as a file: the same figure, the same bytes, anywhere. */
#pragma once

#include "figure/figure.h"
#include "figure/style.h"

G_BEGIN_DECLS

#define MILIEU_FIGURE_ERROR (milieu_figure_error_quark ())
GQuark milieu_figure_error_quark (void);

typedef enum
{
  MILIEU_FIGURE_ERROR_TOO_LARGE,
  MILIEU_FIGURE_ERROR_FAILED,
} MilieuFigureError;

/**
 * milieu_figure_to_svg:
 *
 * Real <text>, one per line; <g id="actor-…">, <title>, <desc>; size in mm.
 * Never fails.
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *milieu_figure_to_svg (const MilieuFigure *figure, const MilieuStyle *style);

/**
 * milieu_figure_to_tikz:
 *
 * LaTeX that stands alone or is \input: colours defined once, real text in the
 * document's font, groups named in comments. Never fails.
 *
 * Returns: (transfer full): UTF-8, of which only comments are not ASCII
 */
GBytes *milieu_figure_to_tikz (const MilieuFigure *figure, const MilieuStyle *style);

/**
 * milieu_figure_to_pdf:
 *
 * One page of the figure's size, fonts embedded, dated SOURCE_DATE_EPOCH or 1970.
 *
 * Returns: (transfer full) (nullable): %NULL and @error if cairo cannot write it
 */
GBytes *milieu_figure_to_pdf (const MilieuFigure *figure, const MilieuStyle *style, GError **error);

/**
 * milieu_figure_to_png:
 * @dpi: 36 to 1200
 *
 * Returns: (transfer full) (nullable): %NULL and @error if the image would be over 400 megapixels or cannot be written
 */
GBytes *milieu_figure_to_png (const MilieuFigure *figure, const MilieuStyle *style, double dpi, GError **error);

/** milieu_creation_date: Returns: (transfer full): what files say of their making: SOURCE_DATE_EPOCH, else 1970, as ISO 8601 */
char *milieu_creation_date (void);

G_END_DECLS
