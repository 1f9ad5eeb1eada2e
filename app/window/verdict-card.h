/* The verdict and the five questions, below the two columns. */
#pragma once

#include "reading/result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_verdict_count: Returns: (transfer full): how many of the tests that could be made have passed */
char *milieu_verdict_count (const MilieuVerdict *verdict);

/** milieu_verdict_head_new: Returns: (transfer floating): the outcome by sign and words, marked as exploratory where it is */
GtkWidget *milieu_verdict_head_new (const MilieuVerdict *verdict);

/**
 * milieu_verdict_card_new:
 *
 * Returns: (transfer floating): outcome and six tests told by sign and words. Its buttons
 *   ask for "readings.verdict" with what milieu_verdict_page_open() takes.
 */
GtkWidget *milieu_verdict_card_new (const MilieuVerdict *verdict);

G_END_DECLS
