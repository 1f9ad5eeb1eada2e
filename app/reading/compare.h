/* Two small groups set against each other without assuming anything of their shape. Private. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** milieu_cliff_delta: Returns: how much more often one of @a is above one of @b than below, −1 to 1 (Cliff 1993); NAN if one is empty */
double milieu_cliff_delta (const double *a, guint n_a, const double *b, guint n_b);

/**
 * milieu_exact_p:
 *
 * Every way of calling @n_a of all the values "a" is as likely: the share of
 * them whose Cliff's delta is at least as far from 0 as the observed one. Two
 * sided; ties share their mean rank. Counted by dynamic programming over rank
 * sums, O(n³·n_a).
 *
 * Returns: 0 to 1; NAN if one is empty or together they are more than 200
 */
double milieu_exact_p (const double *a, guint n_a, const double *b, guint n_b);

/** milieu_theil_sen: Returns: the median of the slopes between all pairs of points (Sen 1968), pairs with one x left out; NAN without any */
double milieu_theil_sen (const double *x, const double *y, guint n);

G_END_DECLS
