/* What `milieu export` says of a figure before it goes to the press. */
#pragma once

#include "figure/export.h"
#include "figure/preflight.h"
#include "model/record.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean preflight, strict, caption;
  const MilieuPreset *preset; /* (nullable): that of the page's width */
} MilieuPress;

/** milieu_press_take: takes the value of --preflight, %NULL for none; Returns: %FALSE and @error if no preset has that name */
gboolean milieu_press_take (MilieuPress *press, const char *value, GError **error);

/**
 * milieu_press_say:
 * @bytes: (nullable): the file to be
 *
 * Prints caption, description and findings as asked for.
 *
 * Returns: whether the figure may be written: %FALSE for a finding that is more than a remark, if @press is strict
 */
gboolean milieu_press_say (const MilieuPress *press, const MilieuFigure *figure, const MilieuStyle *style, GBytes *bytes,
                           MilieuTextMeasure *measure);

/** milieu_press_say_font: where @plate asks for a font that is not here, tells on standard error which one is used */
void milieu_press_say_font (const MilieuPlate *plate);

G_END_DECLS
