/* How points lie on the ground: pure functions on arrays of metres.
 *
 * What cannot be said is %FALSE or NAN, never 0; the caller, who knows n,
 * says why. Points must be finite: project first. Distances are those of
 * Lambert-93, 0.17 % longer than the ground's at 50.6° N. */
#pragma once

#include "geo/pattern-window.h"

G_BEGIN_DECLS

/* fewest points for centre and standard distance, and for Clark-Evans;
 * below the third number Clark-Evans wants a warning */
#define MILIEU_STATISTICS_FEW 3
#define MILIEU_STATISTICS_CLARK_EVANS_FEW 8
#define MILIEU_STATISTICS_CLARK_EVANS_CAUTION 30

/**
 * milieu_statistics_centre:
 * @centre: (out): (Σx/n, Σy/n): a point, not an actor
 *
 * Returns: %FALSE if @n is under %MILIEU_STATISTICS_FEW: not evaluable
 */
gboolean milieu_statistics_centre (const MilieuMetres *points, guint n, MilieuMetres *centre);

/**
 * milieu_statistics_standard_distance:
 *
 * Returns: √(Σ((x−x̄)²+(y−ȳ)²)/n) in metres; 0 if all stand at one site;
 *   NAN if @n is under %MILIEU_STATISTICS_FEW
 */
double milieu_statistics_standard_distance (const MilieuMetres *points, guint n);

/**
 * milieu_statistics_concentration:
 * @counts: how many actors each municipality has; empty ones change nothing
 * @effective: (out) (optional): 1/HHI: how many equally filled municipalities would be as concentrated
 *
 * Returns: Herfindahl and Hirschman's Σ p², 1/n when even, 1 when all are in
 *   one; NAN (and @effective NAN) if nobody is anywhere
 */
double milieu_statistics_concentration (const guint *counts, guint n, double *effective);

/**
 * milieu_statistics_gini:
 * @counts: how many actors each municipality has; empty ones are left out,
 *   so that this is the Gini over occupied municipalities
 *
 * Returns: 2·Σ i·x₍ᵢ₎/(nΣx) − (n+1)/n, 0 when even or when one municipality is
 *   occupied; NAN if none is
 */
double milieu_statistics_gini (const guint *counts, guint n);

/**
 * milieu_statistics_sites:
 * @within: metres: points at most so far from the first point of a site belong to it; 1 for "the same address"
 * @sites: (out caller-allocates) (array length=n): the sites, each the place of its first point, in the order of @points
 *
 * Stacked points would make Clark-Evans say "clustered" of people who share a house.
 *
 * Returns: how many sites there are
 */
guint milieu_statistics_sites (const MilieuMetres *points, guint n, double within, MilieuMetres *sites);

/**
 * milieu_statistics_nearest:
 * @distances: (out caller-allocates) (array length=n): from each point to the nearest other one, in metres
 *
 * Returns: %FALSE if @n is under 2: there is no other one
 */
gboolean milieu_statistics_nearest (const MilieuMetres *points, guint n, double *distances);

typedef struct
{
  guint n;            /* points, set even if not evaluable */
  double area;        /* of the window, m² */
  double perimeter;   /* of the window, m; NAN for an outline */
  double mean;        /* d̄: mean distance to the nearest neighbour, m */
  double expected;    /* E = ½√(A/n), m */
  double ratio;       /* R = d̄/E: under 1 clustered, 1 random, at most 2.1491 */
  double z;           /* (d̄−E)/SE, SE = √((4−π)A/(4π))/n */
  double corrected;   /* R with Donnelly's expectation E + (0.0514 + 0.0412/√n)·P/n, for rectangles only; else NAN */
} MilieuClarkEvans;

/**
 * milieu_statistics_clark_evans:
 * @points: sites, not stacked actors: see milieu_statistics_sites(); no municipality centroids
 * @window: (nullable): where they might have lain; %NULL for their bounding box
 * @result: (out): its doubles are NAN if not evaluable
 *
 * Clark & Evans 1954, Donnelly 1978; formulas as in spatstat's clarkevans().
 *
 * Returns: %FALSE if @n is under %MILIEU_STATISTICS_CLARK_EVANS_FEW or the window has no area
 */
gboolean milieu_statistics_clark_evans (const MilieuMetres *points, guint n, const MilieuPatternWindow *window, MilieuClarkEvans *result);

G_END_DECLS
