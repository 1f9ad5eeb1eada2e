/* What is to be known of a figure before it is written: findings of the
 * preflight with their places and mendings, and its caption and description to
 * be copied. */
#pragma once

#include <gtk/gtk.h>

#include "session/page-work.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_FIGURE_CHECK (milieu_figure_check_get_type ())
G_DECLARE_FINAL_TYPE (MilieuFigureCheck, milieu_figure_check, MILIEU, FIGURE_CHECK, GtkBox)

/**
 * MilieuFigureCheck::pointed:
 * @place: a MilieuBox in px of the page: what the finding is about
 *
 * MilieuFigureCheck::mended:
 * @kind: MilieuFindingKind: the program shall do something about it
 */

/** milieu_figure_check_new: Returns: (transfer floating): nothing is shown before milieu_figure_check_show() */
GtkWidget *milieu_figure_check_new (void);

/** milieu_figure_check_show: shows what @result says of its figure, which is @plate drawn from @snapshot and judged for @preset */
void milieu_figure_check_show (MilieuFigureCheck *self, const MilieuPageResult *result, const MilieuPlate *plate,
                               MilieuSnapshot *snapshot, const MilieuPreset *preset);

G_END_DECLS
