/* Boxes of the page, and chords: straight lines with two ends. */
#pragma once

#include "figure/mark.h"

G_BEGIN_DECLS

typedef struct { MilieuPoint from, to; } MilieuChord;

/** milieu_box_around: Returns: the square of half side @radius about a point */
MilieuBox milieu_box_around (double x, double y, double radius);
/** milieu_box_grow: Returns: @box, larger by @margin on each side */
MilieuBox milieu_box_grow (MilieuBox box, double margin);
/** milieu_box_union: Returns: the smallest box that holds both */
MilieuBox milieu_box_union (MilieuBox a, MilieuBox b);
/** milieu_box_holds: whether @inner lies in @outer */
gboolean milieu_box_holds (MilieuBox outer, MilieuBox inner);
gboolean milieu_box_has_point (MilieuBox box, double x, double y);
/** milieu_chord_box: Returns: the box that a chord spans */
MilieuBox milieu_chord_box (MilieuChord chord);

G_END_DECLS
