/* Which font figures are set in, so that a recipe can name it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** milieu_font_families: Returns: (transfer full): @family (nullable), then those of the look, as Pango takes them */
char *milieu_font_families (const char *family);

/**
 * milieu_font_found:
 * @family: (nullable): what is asked for
 *
 * Returns: (transfer full): the family in which text is set here: @family, or the nearest that this machine has
 */
char *milieu_font_found (const char *family);

/**
 * milieu_font_used:
 * @family: (nullable): what is asked for
 *
 * The family that text is set in on this machine and a fingerprint of its
 * files (upright, bold and italic): two machines that say the same set the same
 * Latin text. Never holds a space.
 *
 * Returns: (transfer full): as "DejaVu-Sans:1a2b3c4d5e6f"
 */
char *milieu_font_used (const char *family);

G_END_DECLS
