/* The marks that furniture, legends and bands are made of. */
#pragma once

#include "figure/box.h"
#include "figure/figure.h"
#include "figure/tools.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuFigureBuilder *builder;
  const MilieuFigureTools *tools;
  double unit;   /* page px of one px of look.md */
  guint8 panel;
  guint8 layer;  /* MilieuLayer */
} MilieuPen;

/* how milieu_pen_text_as() differs from the role */
typedef struct
{
  MilieuAlign align;   /* which side of the text x is */
  MilieuColour colour; /* NONE: the role's */
  MilieuColour halo;   /* NONE: no halo */
  double angle;        /* radians, clockwise */
  double halo_width;   /* px; 0: the role's */
  gboolean tabular;
} MilieuPenText;

/** milieu_pen_style: Returns: the style of @role at the pen's size */
MilieuTextStyle milieu_pen_style (const MilieuPen *pen, MilieuTextRole role);
double milieu_pen_width (const MilieuPen *pen, MilieuTextRole role, const char *text);

/** milieu_pen_text: one line, its middle at @y, its @align side at @x, no halo; Returns: its width */
double milieu_pen_text (const MilieuPen *pen, MilieuTextRole role, const char *text, double x, double y, MilieuAlign align);
double milieu_pen_text_as (const MilieuPen *pen, MilieuTextRole role, const char *text, double x, double y, const MilieuPenText *as);

/**
 * milieu_pen_lines:
 * @pen: draws nothing, only measures, while its builder is %NULL
 * @text: broken at spaces, each line as long as it can be within @width
 * @line: px from one line to the next
 *
 * Returns: how high they are; 0 for an empty text
 */
double milieu_pen_lines (const MilieuPen *pen, MilieuTextRole role, const char *text, double x, double top, double width, double line);

/** milieu_pen_line: an open polyline; @width: px; @opacity: over 0 to 1 */
void milieu_pen_line (const MilieuPen *pen, const MilieuPoint *points, guint n, MilieuColour stroke, double width, double opacity);
/** milieu_pen_polygon: a closed ring; @stroke: NONE for no outline, else @width px wide */
void milieu_pen_polygon (const MilieuPen *pen, const MilieuPoint *points, guint n,
                         MilieuColour fill, double fill_opacity, MilieuColour stroke, double width);
/** milieu_pen_disc: a filled circle of @radius px */
void milieu_pen_disc (const MilieuPen *pen, double x, double y, double radius, MilieuColour fill);

/** milieu_pen_box: a rectangle with rounded corners; @dash: px on and off, or %NULL */
void milieu_pen_box (const MilieuPen *pen, MilieuBox box, double radius,
                     MilieuColour fill, double fill_opacity,
                     MilieuColour stroke, double width, double stroke_opacity, const double *dash);

G_END_DECLS
