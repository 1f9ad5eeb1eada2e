#include "format/tables.h"

#include "milieu-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format/report.h"
#include "format/tables-text.h"

struct _MilieuTable
{
  char *name;
  GString *cells; /* all cells one after the other, each ended by NUL */
  GArray *starts; /* guint32: where each cell begins */
  GArray *rows;   /* Row, the first being the names of the columns */
  gsize size; /* of the file */
  const char *encoding;
  char separator;
  gboolean decimal_comma;
};

typedef struct { guint first, line; } Row; /* its cells end where those of the next row begin */

typedef struct
{
  MilieuTable *table;
  const char *at, *end;
  guint line;
} Reader;

static gboolean
fail (const Reader *reader, guint line, const char *words, GError **error)
{
  g_set_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_SYNTAX, "%s:%u: %s", reader->table->name, line, words);
  return FALSE;
}

static gboolean
at_line_end (const Reader *reader)
{
  return reader->at == reader->end || *reader->at == '\n' || *reader->at == '\r';
}

/* LF, CRLF or CR */
static void
pass_line_end (Reader *reader)
{
  if (reader->at < reader->end && *reader->at == '\r')
    reader->at++;
  else if (reader->at < reader->end)
    {
      reader->at++;
      reader->line++;
      return;
    }
  else
    return;
  if (reader->at < reader->end && *reader->at == '\n')
    reader->at++;
  reader->line++;
}

static gboolean
read_quoted (Reader *reader, GError **error)
{
  GString *cells = reader->table->cells;
  guint begun = reader->line;

  for (reader->at++; reader->at < reader->end; reader->at++)
    {
      if (*reader->at == '"' && reader->at + 1 < reader->end && reader->at[1] == '"')
        reader->at++;
      else if (*reader->at == '"')
        break;
      /* a line end within a cell is LF, whatever the file's own are */
      else if (*reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n')
        continue;
      else if (*reader->at == '\n')
        reader->line++;
      g_string_append_c (cells, *reader->at);
    }
  if (reader->at == reader->end)
    return fail (reader, begun, g_dgettext (GETTEXT_PACKAGE, "a quotation mark opens here and never closes: close it, or double the marks inside a cell"), error);
  reader->at++;
  if (!at_line_end (reader) && *reader->at != reader->table->separator)
    return fail (reader, reader->line, g_dgettext (GETTEXT_PACKAGE, "text follows a closing quotation mark: double the marks inside a cell"), error);
  return TRUE;
}

static gboolean
read_cell (Reader *reader, GError **error)
{
  GString *cells = reader->table->cells;
  guint32 start = (guint32) cells->len;

  g_array_append_val (reader->table->starts, start);
  if (reader->at < reader->end && *reader->at == '"')
    {
      if (!read_quoted (reader, error))
        return FALSE;
    }
  else
    {
      const char *from = reader->at;

      while (!at_line_end (reader) && *reader->at != reader->table->separator)
        reader->at++;
      g_string_append_len (cells, from, reader->at - from);
    }
  if (cells->len - start > MILIEU_TABLE_MAX_CELL)
    return fail (reader, reader->line, g_dgettext (GETTEXT_PACKAGE, "a cell holds more than a million characters: is a quotation mark missing?"), error);
  g_string_append_c (cells, '\0');
  return TRUE;
}

/* a line with nothing on it is no row */
static void
keep_row (MilieuTable *table, Row row)
{
  gsize start = g_array_index (table->starts, guint32, row.first);

  for (gsize i = start; i < table->cells->len; i++)
    if (table->cells->str[i] != '\0')
      {
        g_array_append_val (table->rows, row);
        return;
      }
  table->cells->len = start;
  g_array_set_size (table->starts, row.first);
}

static gboolean
read_row (Reader *reader, GError **error)
{
  Row row = { reader->table->starts->len, reader->line };

  for (guint n = 0;; n++)
    {
      if (n == MILIEU_TABLE_MAX_COLUMNS)
        return fail (reader, row.line, g_dgettext (GETTEXT_PACKAGE, "a row has more than 1000 cells: is this a table?"), error);
      if (!read_cell (reader, error))
        return FALSE;
      if (at_line_end (reader))
        break;
      reader->at++;
    }
  pass_line_end (reader);
  keep_row (reader->table, row);
  return TRUE;
}

/* digits, one mark, digits: 1 for a comma, -1 for a point, 0 for anything else */
static int
decimal_mark (const char *text)
{
  const char *mark;

  text += *text == '-' || *text == '+';
  mark = text + strspn (text, "0123456789");
  if (mark == text || (*mark != ',' && *mark != '.') || mark[1] == '\0' || mark[1 + strspn (mark + 1, "0123456789")] != '\0')
    return 0;
  return *mark == ',' ? 1 : -1;
}

static gboolean
sniff_decimal_comma (const MilieuTable *table)
{
  gint64 balance = 0;

  for (guint i = 0; i < table->starts->len; i++)
    balance += decimal_mark (table->cells->str + g_array_index (table->starts, guint32, i));
  return balance > 0;
}

static GBytes *
read_file (const char *path, GError **error)
{
  struct stat about;
  char *data = NULL;
  gsize size = 0;
  int number = stat (path, &about) < 0 ? errno : 0;

  if (number == 0 && !S_ISREG (about.st_mode))
    number = S_ISDIR (about.st_mode) ? EISDIR : EINVAL;
  if (number == 0 && about.st_size > (goffset) MILIEU_TABLE_MAX_BYTES)
    number = EFBIG;
  if (number == 0 && !g_file_get_contents (path, &data, &size, NULL))
    number = errno != 0 ? errno : EIO;
  if (number != 0)
    {
      g_set_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_FILE,
                   g_dgettext (GETTEXT_PACKAGE, "%s: the table cannot be read: %s. Check its name and your permissions"),
                   path, g_strerror (number));
      return NULL;
    }
  return g_bytes_new_take (data, size);
}

/* as many cells, rows and letters as there can be, so that nothing is copied when it grows */
static void
make_room (MilieuTable *table, const GString *text)
{
  gsize cells = 1, rows = 1;

  for (gsize i = 0; i < text->len; i++)
    {
      cells += text->str[i] == table->separator || text->str[i] == '\n' || text->str[i] == '\r';
      rows += text->str[i] == '\n' || text->str[i] == '\r';
    }
  table->cells = g_string_sized_new (text->len + 2);
  table->starts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), cells);
  table->rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), rows);
}

static MilieuTable *
table_new (const char *name, GBytes *bytes)
{
  MilieuTable *table = g_new0 (MilieuTable, 1);

  table->size = g_bytes_get_size (bytes);
  table->name = g_path_get_basename (name);
  return table;
}

/* @taken: (transfer full); @text: (transfer full) (nullable); Returns: (transfer full) (nullable): @taken with its cells */
static MilieuTable *
read_text (MilieuTable *taken, GString *text, GError **error)
{
  g_autoptr (MilieuTable) table = taken;
  Reader reader = { table, NULL, NULL, 1 };
  gboolean good = TRUE;

  if (text == NULL)
    {
      fail (&reader, 1, g_dgettext (GETTEXT_PACKAGE, "this is no table of text: save it as CSV in UTF-8"), error);
      return NULL;
    }
  table->separator = milieu_table_sniff_separator (text->str, text->len);
  reader.at = text->str;
  reader.end = text->str + text->len;
  make_room (table, text);
  while (good && reader.at < reader.end)
    good = read_row (&reader, error);
  g_string_free (text, TRUE);
  if (good && table->rows->len == 0)
    good = fail (&reader, 1, g_dgettext (GETTEXT_PACKAGE, "the table is empty: its first row must name the columns"), error);
  if (!good)
    return NULL;
  table->decimal_comma = sniff_decimal_comma (table);
  return g_steal_pointer (&table);
}

MilieuTable *
milieu_table_parse (GBytes *bytes, const char *name, GError **error)
{
  MilieuTable *table = table_new (name, bytes);

  return read_text (table, milieu_table_decode (bytes, &table->encoding), error);
}

MilieuTable *
milieu_table_read (const char *path, GError **error)
{
  GBytes *bytes = read_file (path, error);
  MilieuTable *table = bytes != NULL ? table_new (path, bytes) : NULL;
  GString *text = bytes != NULL ? milieu_table_decode (bytes, &table->encoding) : NULL;

  /* the file as it was read goes before its cells come */
  g_clear_pointer (&bytes, g_bytes_unref);
  return table != NULL ? read_text (table, text, error) : NULL;
}

gsize
milieu_table_size (const MilieuTable *table)
{
  return table->size;
}

gsize
milieu_table_weight (const MilieuTable *table)
{
  return table->cells->allocated_len + table->starts->len * sizeof (guint32) + table->rows->len * sizeof (Row);
}

void
milieu_table_free (MilieuTable *table)
{
  if (table == NULL)
    return;
  g_free (table->name);
  if (table->cells != NULL)
    g_string_free (table->cells, TRUE);
  g_clear_pointer (&table->starts, g_array_unref);
  g_clear_pointer (&table->rows, g_array_unref);
  g_free (table);
}

const char *
milieu_table_name (const MilieuTable *table)
{
  return table->name;
}

char
milieu_table_separator (const MilieuTable *table)
{
  return table->separator;
}

const char *
milieu_table_encoding (const MilieuTable *table)
{
  return table->encoding;
}

gboolean
milieu_table_has_decimal_comma (const MilieuTable *table)
{
  return table->decimal_comma;
}

static guint
cells_of (const MilieuTable *table, guint row)
{
  guint end = row + 1 < table->rows->len ? g_array_index (table->rows, Row, row + 1).first : table->starts->len;

  return end - g_array_index (table->rows, Row, row).first;
}

static const char *
cell_of (const MilieuTable *table, guint row, int column)
{
  const Row *held = &g_array_index (table->rows, Row, row);

  if (column < 0 || (guint) column >= cells_of (table, row))
    return "";
  return table->cells->str + g_array_index (table->starts, guint32, held->first + column);
}

guint
milieu_table_n_columns (const MilieuTable *table)
{
  return cells_of (table, 0);
}

const char *
milieu_table_column (const MilieuTable *table, guint column)
{
  return cell_of (table, 0, column);
}

int
milieu_table_find (const MilieuTable *table, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < milieu_table_n_columns (table); i++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (milieu_table_column (table, i)));
      g_autofree char *folded = g_utf8_casefold (stripped, -1);

      if (g_str_equal (folded, wanted))
        return i;
    }
  return -1;
}

guint
milieu_table_n_rows (const MilieuTable *table)
{
  return table->rows->len - 1;
}

guint
milieu_table_line (const MilieuTable *table, guint row)
{
  return g_array_index (table->rows, Row, row + 1).line;
}

guint
milieu_table_n_cells (const MilieuTable *table, guint row)
{
  return cells_of (table, row + 1);
}

const char *
milieu_table_cell (const MilieuTable *table, guint row, int column)
{
  g_return_val_if_fail (row < milieu_table_n_rows (table), "");
  return cell_of (table, row + 1, column);
}

gboolean
milieu_table_number (const MilieuTable *table, const char *text, double *number)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  char *comma = table->decimal_comma ? strchr (plain, ',') : NULL;
  char *end;

  if (comma != NULL)
    *comma = '.';
  /* no hexadecimal, no "nan" */
  if (*plain == '\0' || plain[strspn (plain, "+-.0123456789eE")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (plain, &end);
  return *end == '\0' && isfinite (*number);
}
