/* The name that a figure writes beside a symbol: short, in good typography.
 * The full name stands in tooltips and in the inspector. */
#pragma once

#include <glib.h>

#include "model/words.h"

G_BEGIN_DECLS

/**
 * milieu_short_name:
 * @name: the full name of an actor
 *
 * An acronym in brackets that matches the initials replaces the name; other
 * brackets go if the whole exceeds 14 characters; what follows " – " goes; over
 * 26 characters well-known words are abbreviated (Université → Univ.), over 48
 * the end gives way to "…". Apostrophes become ’, spaces inside « » do not break.
 *
 * Returns: (transfer full): the short name, never empty unless @name is
 */
char *milieu_short_name (const char *name);

/**
 * milieu_typographic:
 *
 * Returns: (transfer full): @text with ’ for ' and no-break spaces inside « »
 */
char *milieu_typographic (const char *text);

G_END_DECLS
