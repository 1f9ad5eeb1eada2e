/* The geometry of ties, look.md §3. Pure; + − × ÷ √ only. */
#pragma once

#include "figure/mark.h"
#include "figure/style.h"

G_BEGIN_DECLS

/** milieu_tie_width: Returns: px of a tie: 1.4 for weight 1, +0.6 a unit, at most 3.8; location × 0.72; @print × 0.85, at
 * least 0.25 pt. A weight that is NAN counts as 1. */
double milieu_tie_width (MilieuClass tie_class, double weight, gboolean print);

/** milieu_tie_opacity: Returns: that of a tie among @n_ties: @base up to 150, then @base · √(150 / n), at least 0.25 */
double milieu_tie_opacity (double base, guint n_ties);

/** milieu_tie_bend: Returns: how far the middle stands off the chord, in its lengths: interaction 0.13 (0.10 under 60 px), else 0 */
double milieu_tie_bend (MilieuClass tie_class, double length);

/** milieu_tie_fan_bend: Returns: the bend of the @index-th of @n parallel ties (interaction first): (i − (n−1)/2) · 0.22.
 * @reversed: the tie points from the higher key to the lower: the other side is meant */
double milieu_tie_fan_bend (guint index, guint n, gboolean reversed);

/** milieu_tie_colour: Returns: the colour of a mark of a tie: its stroke if it has one, else that of its class */
MilieuColour milieu_tie_colour (const MilieuMark *mark);

/** milieu_curve_between: Returns: from @a to @b, its middle @bend × length off the chord, to the left of a → b */
MilieuCurve milieu_curve_between (MilieuPoint a, MilieuPoint b, double bend);

/**
 * milieu_curve_trim:
 * @curve: (inout): what lies over @start_reach from its start and over @end_reach from its end remains
 *
 * Returns: %FALSE, @curve unchanged, if nothing would remain
 */
gboolean milieu_curve_trim (MilieuCurve *curve, double start_reach, double end_reach);

/** milieu_curve_line: the straight one from @a to @b without what its ends reach; Returns: %FALSE if nothing remains */
gboolean milieu_curve_line (MilieuCurve *line, MilieuPoint a, MilieuPoint b, double start_reach, double end_reach);

/** milieu_curve_point: Returns: the point at parameter @t, 0 to 1 */
MilieuPoint milieu_curve_point (const MilieuCurve *curve, double t);
/** milieu_curve_length: Returns: px along the curve (32 chords) */
double milieu_curve_length (const MilieuCurve *curve);
/** milieu_curve_at: Returns: the parameter t at @distance px along the curve */
double milieu_curve_at (const MilieuCurve *curve, double distance);
/** milieu_curve_part: Returns: the part between parameters @from and @to */
MilieuCurve milieu_curve_part (const MilieuCurve *curve, double from, double to);
/**
 * milieu_curve_cut:
 * @curve: (inout): if any of its points lies farther than @far from the origin, the part of it that meets @page, as near
 *  as halving finds it
 */
void milieu_curve_cut (MilieuCurve *curve, const MilieuBox *page, double far);
gboolean milieu_curve_is_straight (const MilieuCurve *curve);
/** milieu_curve_sample: @points: (out caller-allocates) (array length=n): @n points at equal steps of t, ends included; 2 or more */
void milieu_curve_sample (const MilieuCurve *curve, MilieuPoint *points, guint n);
/** milieu_curve_distance: Returns: px from @point to the curve (16 chords) */
double milieu_curve_distance (const MilieuCurve *curve, MilieuPoint point);
MilieuBox milieu_curve_box (const MilieuCurve *curve);

/** milieu_point_distance: Returns: px between two points */
double milieu_point_distance (MilieuPoint a, MilieuPoint b);
/** milieu_segment_distance: Returns: px from @point to the segment @a @b */
double milieu_segment_distance (MilieuPoint a, MilieuPoint b, MilieuPoint point);
/** milieu_segments_cross: Returns: whether they properly cross; touching ends do not count */
gboolean milieu_segments_cross (MilieuPoint a, MilieuPoint b, MilieuPoint c, MilieuPoint d);
/** milieu_segment_length_in: Returns: px of the segment inside @box; 0 if it only touches */
double milieu_segment_length_in (MilieuPoint a, MilieuPoint b, const MilieuBox *box);
gboolean milieu_segment_meets (MilieuPoint a, MilieuPoint b, const MilieuBox *box);
/** milieu_boxes_meet: Returns: whether they come nearer than @gap (may be negative) on both axes */
gboolean milieu_boxes_meet (const MilieuBox *a, const MilieuBox *b, double gap);

typedef enum
{
  MILIEU_HEAD_NONE,
  MILIEU_HEAD_CHEVRON,  /* open */
  MILIEU_HEAD_TRIANGLE, /* filled */
} MilieuHead;

/* What painters draw of a TIE mark. */
typedef struct
{
  MilieuCurve body;    /* shorter than the mark's curve under a triangle */
  double width, casing; /* px; casing is the whole width of the stroke below, 0 for none */
  double dash[4];      /* px */
  guint n_dash;
  gboolean round_caps;
  MilieuHead head;
  MilieuPoint head_points[3]; /* tip in the middle */
  double head_width;          /* px of the chevron's stroke */
  gboolean has_tick;
  MilieuPoint tick[2];
  double tick_width;
} MilieuTieShape;

/**
 * milieu_tie_shape:
 * @mark: a TIE
 * @style: (nullable): adds its casing and factor of widths
 * @factor: of its width, for lit ties: 1.35 on the map, 1.5 in the network, else 1
 *
 * Returns: the shape
 */
MilieuTieShape milieu_tie_shape (const MilieuMark *mark, const MilieuStyle *style, double factor);

G_END_DECLS
