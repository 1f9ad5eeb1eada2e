/* How symbols share a disc, and how they move apart. Pure geometry. */
#pragma once

#include "figure/mark.h"

G_BEGIN_DECLS

/**
 * milieu_pack_disc:
 * @n: how many symbols, 1 or more
 * @pitch: between their centres
 * @offsets: (out caller-allocates) (array length=n): from the disc's centre; the
 *   outermost ring comes first, from the top, clockwise
 *
 * A core of one to five, then rings one pitch apart: the fewest rings, then
 * the smallest core that holds @n.
 *
 * Returns: the disc's radius
 */
double milieu_pack_disc (guint n, double pitch, MilieuPoint *offsets);

/**
 * milieu_pack_rosette:
 * @step: between rows
 *
 * Symbols on the rim at equal vertical steps, row by row, left then right, so
 * that each label stands beside its symbol: left of those with offset x < 0.
 *
 * Returns: the disc's radius
 */
double milieu_pack_rosette (guint n, double step, MilieuPoint *offsets);

/**
 * milieu_relax:
 * @points: (inout) (array length=n): true places; moved until no two are closer than @distance
 *
 * Pairs push each other apart, a pull of 4 % draws each to its true place.
 * The same points give the same result on any machine.
 */
void milieu_relax (MilieuPoint *points, guint n, double distance);

G_END_DECLS
