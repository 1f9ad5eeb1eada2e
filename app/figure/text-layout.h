/* How a text style becomes a Pango layout; shared by measure and painter. */
#pragma once

#include <pango/pango.h>

#include "figure/text.h"

G_BEGIN_DECLS

/** milieu_text_prepare_context: no hinting, no rounding, 96 dpi: the same widths at every scale */
void milieu_text_prepare_context (PangoContext *context);

/** milieu_text_prepare_layout: sets one line of text, @length bytes, in @style */
void milieu_text_prepare_layout (PangoLayout *layout, const char *text, gsize length, const MilieuTextStyle *style);

G_END_DECLS
