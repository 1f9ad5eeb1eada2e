/* What stands on a map and is no part of the land: scale bar, north, locator,
 * credit, graticule,
 * inset card and lens. */
#pragma once

#include "figure/crowd.h"
#include "figure/pen.h"
#include "geo/frame.h"

G_BEGIN_DECLS

/** milieu_furniture_scale_bar: @right, @base: its right end and its foot; Returns: its length */
double milieu_furniture_scale_bar (const MilieuPen *pen, double right, double base, double metres_per_px, double most);
/** milieu_furniture_north: @x, @y: the middle of an arrow of 13 px */
void milieu_furniture_north (const MilieuPen *pen, double x, double y);

/** milieu_furniture_locator_height: Returns: of a locator of @width */
double milieu_furniture_locator_height (MilieuBasemap *basemap, double width);
/** milieu_furniture_locator: the region @width px wide at @x, @y, and @frame in it */
void milieu_furniture_locator (const MilieuPen *pen, MilieuBasemap *basemap, double x, double y, double width,
                               const MilieuFrame *frame);

/** milieu_furniture_graticule: ticks and degrees on the top and right edge; @avoid: (array length=n): boxes they keep clear of */
void milieu_furniture_graticule (const MilieuPen *pen, const MilieuFrame *frame, MilieuPoint origin,
                                 const MilieuBox *avoid, guint n);

/** milieu_furniture_lens: the part of the ground that the inset shows; @lens: a box of the page */
void milieu_furniture_lens (const MilieuPen *pen, MilieuBox lens);
/** milieu_furniture_sight: the lines from the lens to the card of the inset */
void milieu_furniture_sight (const MilieuPen *pen, MilieuBox lens, MilieuBox card);
/** milieu_furniture_card_shadow: under the card, on screen */
void milieu_furniture_card_shadow (const MilieuPen *pen, MilieuBox card);
/** milieu_furniture_card_head: name and number of actors */
void milieu_furniture_card_head (const MilieuPen *pen, MilieuBox card, double head, const char *name, guint n_actors);
/** milieu_furniture_card_frame: the line around it */
void milieu_furniture_card_frame (const MilieuPen *pen, MilieuBox card);

#define MILIEU_CARD_RADIUS 8.0

G_END_DECLS
