/* The bytes of a table as UTF-8, and how it is separated. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * milieu_table_decode:
 * @encoding: (out): "UTF-8", "UTF-16" or "Windows-1252"
 *
 * Returns: (transfer full): the text without its byte order mark; %NULL if @bytes are no text (a NUL, half a character of UTF-16)
 */
GString *milieu_table_decode (GBytes *bytes, const char **encoding);

/** milieu_table_sniff_separator: Returns: the most frequent of comma, semicolon and tab outside quotes in the first row; comma if there is none */
char milieu_table_sniff_separator (const char *text, gsize size);

G_END_DECLS
