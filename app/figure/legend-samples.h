/* The samples beside the words of a legend. Lengths are px of paper. */
#pragma once

#include "figure/pen.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_SAMPLE_GROUND,
  MILIEU_SAMPLE_KIND,
  MILIEU_SAMPLE_CLASS,
  MILIEU_SAMPLE_EVIDENCE,
  MILIEU_SAMPLE_EXACT,
  MILIEU_SAMPLE_APPROXIMATE,
  MILIEU_SAMPLE_MUNICIPALITY,
  MILIEU_SAMPLE_CROWD,
  MILIEU_SAMPLE_MOVED,
} MilieuSampleType;

/* a pen's unit on paper: its page px of one px of paper is unit over this */
#define MILIEU_LEGEND_UNIT 0.85

/** milieu_legend_sample: @value: the ground, symbol, class or evidence that @type shows; @x, @y: left end and middle */
void milieu_legend_sample (const MilieuPen *pen, MilieuSampleType type, guint value, double x, double y);

/** milieu_legend_symbol: a symbol of @size px of paper about @x, @y; @ground may be MILIEU_GROUND_PLAIN */
void milieu_legend_symbol (const MilieuPen *pen, double x, double y, double size, MilieuSymbol symbol, guint ground);

G_END_DECLS
