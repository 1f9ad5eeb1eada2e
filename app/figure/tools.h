/* What figures are made with. */
#pragma once

#include "figure/text.h"
#include "geo/basemap.h"
#include "geo/gazetteer.h"
#include "model/words.h"

G_BEGIN_DECLS

/* Borrowed for the call; the measure belongs to the calling thread. */
typedef struct
{
  MilieuTextMeasure *measure;
  MilieuLanguage language;
  MilieuBasemap *basemap;     /* (nullable): without it the map has no ground */
  MilieuGazetteer *gazetteer; /* (nullable): without it no towns */
  gboolean print;             /* sizes of paper */
  double text_scale;          /* of the desktop, or of a page that is drawn larger than look.md has it; 0 counts as 1 */
  const char *family;         /* (nullable): of all text; interned, so that marks may keep it */
} MilieuFigureTools;

/** milieu_figure_tools_scale: Returns: the text scale */
double milieu_figure_tools_scale (const MilieuFigureTools *tools);

/** milieu_figure_tools_unit: Returns: page px of one px of look.md: the text scale on screen, 0.85 of it in print (12 px are 2.7 mm) */
double milieu_figure_tools_unit (const MilieuFigureTools *tools);

/** milieu_figure_tools_style: Returns: the style of @role, of paper or of the screen's text scale */
MilieuTextStyle milieu_figure_tools_style (const MilieuFigureTools *tools, MilieuTextRole role);

G_END_DECLS
