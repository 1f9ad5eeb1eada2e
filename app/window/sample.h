/* A small drawing of a symbol or a tie, by the painter of figures, in the
 * window's style: for lists, legends and chips. Nothing for screen readers:
 * the words beside it say the same. */
#pragma once

#include "figure/style.h"
#include "model/vocabulary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_SAMPLE (milieu_sample_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSample, milieu_sample, MILIEU, SAMPLE, GtkWidget)

/** milieu_window_style: Returns: the figure style of windows now: light, dark or contrast, as the desktop asks */
MilieuStyleName milieu_window_style (void);

/**
 * milieu_sample_new_symbol:
 * @ground: MilieuGround, or MILIEU_GROUND_PLAIN for a kind without a ground
 * @size: px; the widget is a little larger
 */
GtkWidget *milieu_sample_new_symbol (MilieuSymbol symbol, guint ground, double size);

/** milieu_sample_new_tie: @tie_class: MILIEU_CLASS_UNSET draws in ink, for evidence alone; @width: px */
GtkWidget *milieu_sample_new_tie (MilieuClass tie_class, MilieuEvidence evidence, gboolean directed, int width);

/** milieu_sample_set_symbol: changes what a sample of a symbol shows */
void milieu_sample_set_symbol (MilieuSample *sample, MilieuSymbol symbol, guint ground);

G_END_DECLS
