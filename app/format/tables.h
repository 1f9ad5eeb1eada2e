/* Tables of text: RFC 4180 as people save it. Byte order mark, encoding
 * (UTF-8, UTF-16 with its mark, else Windows-1252), separator (comma, semicolon, tab) and
 * decimal comma are sniffed; each row knows its line. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MILIEU_TABLE_MAX_BYTES (256u << 20)
#define MILIEU_TABLE_MAX_COLUMNS 1000
#define MILIEU_TABLE_MAX_CELL (1u << 20)

typedef struct _MilieuTable MilieuTable;

/**
 * milieu_table_read:
 *
 * Returns: (transfer full): the table, or %NULL with @error (MILIEU_FORMAT_ERROR): `path:line: what, and what to do`
 */
MilieuTable *milieu_table_read (const char *path, GError **error);
MilieuTable *milieu_table_parse (GBytes *bytes, const char *name, GError **error);
void milieu_table_free (MilieuTable *table);
/** milieu_table_size: Returns: the bytes that it was read from; milieu_table_weight(): those of memory that it takes */
gsize milieu_table_size (const MilieuTable *table);
gsize milieu_table_weight (const MilieuTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuTable, milieu_table_free)

/** milieu_table_name: Returns: what errors and reports call it: the path's last part */
const char *milieu_table_name (const MilieuTable *table);
/** milieu_table_separator: Returns: ',', ';' or tab */
char milieu_table_separator (const MilieuTable *table);
/** milieu_table_encoding: Returns: "UTF-8", "UTF-16" or "Windows-1252" */
const char *milieu_table_encoding (const MilieuTable *table);
gboolean milieu_table_has_decimal_comma (const MilieuTable *table);

/** milieu_table_n_columns: Returns: how many cells the first row has, which names the columns */
guint milieu_table_n_columns (const MilieuTable *table);
const char *milieu_table_column (const MilieuTable *table, guint column);
/** milieu_table_find: Returns: the column of that name, case ignored, or -1 */
int milieu_table_find (const MilieuTable *table, const char *name);

/** milieu_table_n_rows: Returns: rows below the first, blank ones left out */
guint milieu_table_n_rows (const MilieuTable *table);
/** milieu_table_line: Returns: the line on which @row begins, from 1 */
guint milieu_table_line (const MilieuTable *table, guint row);
/** milieu_table_n_cells: Returns: how many cells @row has, fewer or more than there are columns */
guint milieu_table_n_cells (const MilieuTable *table, guint row);
/** milieu_table_cell: Returns: (transfer none): the text of a cell, as it stands; "" where there is none or @column is -1 */
const char *milieu_table_cell (const MilieuTable *table, guint row, int column);

/** milieu_table_number: Returns: %FALSE if @text is no finite number as this table writes them */
gboolean milieu_table_number (const MilieuTable *table, const char *text, double *number);

G_END_DECLS
