/* A reading as rows of cells, for a clipboard: tab-separated for spreadsheets, HTML for word processors. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/**
 * milieu_table_of:
 * @result: (nullable): one indicator, with its parts; %NULL for the whole reading
 * @columns: (out): cells a row
 *
 * Returns: (transfer full): texts, row by row, the head first, worded in @language
 */
GPtrArray *milieu_table_of (const MilieuReading *reading, const MilieuResult *result, MilieuLanguage language, guint *columns);

/** milieu_table_to_tabs: Returns: (transfer full): a line a row, tabs between cells; tabs and line ends in a cell become spaces */
char *milieu_table_to_tabs (GPtrArray *cells, guint columns);

/** milieu_table_to_html: Returns: (transfer full): a <table>, its first row a head */
char *milieu_table_to_html (GPtrArray *cells, guint columns);

/** milieu_sentences_of: Returns: (transfer full): both readings, the gap and the verdict in sentences, one a line, with their evidence tail */
char *milieu_sentences_of (const MilieuReading *reading, MilieuLanguage language);

G_END_DECLS
