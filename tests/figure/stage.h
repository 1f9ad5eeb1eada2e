/* What tests of whole figures share: maps to draw, tools that no font changes,
 * and a count of what lies where it should not. */
#pragma once

#include "figure/map-figure.h"
#include "figure/network-figure.h"
#include "model/map.h"

/* runs the tests and lets go of the maps */
int stage_run (void);

/* the shipped example; snapshots belong to the stage */
MilieuSnapshot *stage_example (void);

/* a map with one kind (organisation) and one type (works_with), written down as the attributes of actors and ties, in the file's own words */
MilieuSnapshot *stage_map (const char *records);

/* @n actors in and about the region, a tenth without a place, and twice as many ties; the same for the same number */
MilieuSnapshot *stage_generated (guint n);

/* every character 0.6 em, French, with the shipped ground */
MilieuFigureTools stage_tools (void);

typedef struct
{
  guint labels, symbols;
  guint label_on_label, label_on_symbol, furniture_on_symbol, symbol_on_symbol, label_outside;
} StageCount;

/* counts over all panels of a figure; what an opaque panel hides does not count */
StageCount stage_count (const MilieuFigure *figure);

/* fails with the number of each kind of clash */
void stage_assert_clean (const MilieuFigure *figure);
