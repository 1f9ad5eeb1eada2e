/* A histogram: a bar a bin, and a line where what was observed lies. Its words
 * stand under it; a bin tells its own under the pointer. */
#pragma once

#include "figure/style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_HISTOGRAM (milieu_histogram_get_type ())
G_DECLARE_FINAL_TYPE (MilieuHistogram, milieu_histogram, MILIEU, HISTOGRAM, GtkWidget)

/**
 * milieu_histogram_new:
 * @words: what is said of it, for screen readers: the twin that stands beside it
 */
GtkWidget *milieu_histogram_new (MilieuColour colour, const char *words);

/** milieu_histogram_add: one more bin; @words: what the pointer reads on it */
void milieu_histogram_add (MilieuHistogram *histogram, double count, const char *words);

/** milieu_histogram_mark: marks what was observed; @bin: 0 is the middle of the first bin, 1 of the second */
void milieu_histogram_mark (MilieuHistogram *histogram, double bin);

G_END_DECLS
