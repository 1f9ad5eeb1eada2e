/* The verdict in its eight cells: four evidence sets, strict and suggested
 * grounds. Told by words and a sign, never by colour alone, never by a score. */
#pragma once

#include "figure/figure.h"
#include "figure/tools.h"
#include "reading/result.h"

G_BEGIN_DECLS

#define MILIEU_VERDICT_EVIDENCES 4 /* stated, implied, verified, recalled */

typedef struct
{
  const MilieuVerdict *verdicts[MILIEU_VERDICT_EVIDENCES][2]; /* (nullable) each: [evidence][0 strict, 1 suggested] */
  MilieuEvidence evidence; /* the cell of the question asked, framed; UNSET for none */
  gboolean suggested;
} MilieuVerdictCells;

/** milieu_outcome_sign: Returns: a sign for an outcome: "?", "≠", "≈", "=" */
const char *milieu_outcome_sign (MilieuOutcome outcome);

/**
 * milieu_verdict_grid_new:
 * @width: px, over 0
 *
 * Returns: (transfer full): the grid, as high as it needs to be
 */
MilieuFigure *milieu_verdict_grid_new (const MilieuVerdictCells *cells, const MilieuFigureTools *tools, double width);

/** milieu_verdict_grid_text: Returns: (transfer full): the same as a table in plain text */
char *milieu_verdict_grid_text (const MilieuVerdictCells *cells, MilieuLanguage language);

G_END_DECLS
