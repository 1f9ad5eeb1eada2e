/* Rows of a form, each bound to a field of a figure: they show what stands
 * there, whoever changes it, and what a person chooses is one change. */
#pragma once

#include <adwaita.h>

#include "session/figure-home.h"

G_BEGIN_DECLS

/** milieu_figure_choice_row: Returns: (transfer floating): the values of a TOKEN field; @otherwise: the token that an unset one means */
GtkWidget *milieu_figure_choice_row (MilieuFigureHome *home, guint field, guint otherwise);

/**
 * milieu_figure_number_row:
 * @otherwise: what an unset one means; NAN: "Automatic", which stands at the lowest number
 *
 * Returns: (transfer floating): a NUMBER field, within its limits or @most
 */
GtkWidget *milieu_figure_number_row (MilieuFigureHome *home, guint field, double otherwise, double most, double step);

/** milieu_figure_text_row: Returns: (transfer floating): a TEXT field; @otherwise: (nullable): what stands in its place while it is unset */
GtkWidget *milieu_figure_text_row (MilieuFigureHome *home, guint field, const char *otherwise);

/** milieu_figure_lines_row: Returns: (transfer floating): a TEXT field of several lines */
GtkWidget *milieu_figure_lines_row (MilieuFigureHome *home, guint field);

/** milieu_spin_row_new: Returns: (transfer floating): a row with a number at its end; @spin: (out) */
GtkWidget *milieu_spin_row_new (const char *title, double from, double to, double step, guint decimals, GtkSpinButton **spin);

G_END_DECLS
