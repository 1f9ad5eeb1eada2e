/* The verdict in its eight cells: four evidence sets, strict and suggested
 * grounds. Told by words and a sign, never by colour alone, never by a score. */
#pragma once

#include "figure/figure.h"
#include "figure/tools.h"
#include "reading/result.h"

G_BEGIN_DECLS

/** milieu_outcome_sign: Returns: a sign for an outcome: "?", "≠", "≈", "=" */
const char *milieu_outcome_sign (MilieuOutcome outcome);

/**
 * milieu_verdict_grid_new:
 * @reading: its verdict's cells; the one that its filter asks for is framed
 * @width: px, over 0
 *
 * Returns: (transfer full): the grid, as high as it needs to be; without any mark if the reading has no verdict
 */
MilieuFigure *milieu_verdict_grid_new (const MilieuReading *reading, const MilieuFigureTools *tools, double width);

/** milieu_verdict_grid_text: Returns: (transfer full): the same as a table in plain text; "" without a verdict */
char *milieu_verdict_grid_text (const MilieuReading *reading, MilieuLanguage language);

G_END_DECLS
