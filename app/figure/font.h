/* Which font figures are set in, so that a recipe can name it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * milieu_font_used:
 *
 * The family that text is set in on this machine and a fingerprint of its
 * files (upright, bold and italic): two machines that say the same set the same
 * Latin text. Never holds a space.
 *
 * Returns: (transfer full): as "DejaVu-Sans:1a2b3c4d5e6f"
 */
char *milieu_font_used (void);

G_END_DECLS
