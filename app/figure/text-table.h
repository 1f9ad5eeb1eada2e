/* Rows of cells as text whose columns line up: the twins of charts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * milieu_text_table:
 * @cells: (array): texts, row by row, the head first; their number is a multiple of @columns
 *
 * Returns: (transfer full): lines, a rule below the head, two spaces between columns, no space at their ends
 */
char *milieu_text_table (GPtrArray *cells, guint columns);

G_END_DECLS
