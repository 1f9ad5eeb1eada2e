/* A figure of the map, drawn and written as the map keeps it: the same for
 * window and command line, and again for whoever has its recipe. */
#pragma once

#include "figure/figure.h"
#include "figure/style.h"
#include "figure/tools.h"
#include "model/record.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/** milieu_plate_language: Returns: that of its words, the user's if it names none */
MilieuLanguage milieu_plate_language (const MilieuPlate *plate);

/** milieu_plate_style: Returns: (transfer none): print if it names none */
const MilieuStyle *milieu_plate_style (const MilieuPlate *plate);

/**
 * milieu_plate_draw:
 * @tools: their language is overruled by the plate's
 * @recipe: (nullable): to be kept within the files
 *
 * Any thread. A map that was never laid out gets a layout from its seed, for this figure alone.
 *
 * Returns: (transfer full): the figure
 */
MilieuFigure *milieu_plate_draw (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFigureTools *tools,
                                 const char *recipe);

/* zero it, then set what you need */
typedef struct
{
  const char *recipe;    /* (nullable): to be kept within the files */
  const char *note;      /* (nullable): below the title: what the figure supposes */
  const gint *cancelled; /* (nullable): an atomic integer: as milieu_job_cancel_flag() */
} MilieuPlateDrawing;

/** milieu_plate_draw_as: as milieu_plate_draw(), with more to say; Returns: (transfer full) (nullable): %NULL if cancelled */
MilieuFigure *milieu_plate_draw_as (MilieuSnapshot *snapshot, const MilieuPlate *plate, const MilieuFigureTools *tools,
                                    const MilieuPlateDrawing *drawing);

/**
 * milieu_plate_encode:
 * @figure: what milieu_plate_draw() gave
 * @path: its suffix says the kind: .pdf, .svg or .png
 *
 * Returns: (transfer full) (nullable): the file, %NULL and @error if it cannot be made
 */
GBytes *milieu_plate_encode (const MilieuFigure *figure, const MilieuPlate *plate, const char *path, GError **error);

G_END_DECLS
