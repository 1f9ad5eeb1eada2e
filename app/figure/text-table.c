#include "figure/text-table.h"

static guint
column_width (GPtrArray *cells, guint columns, guint column)
{
  guint width = 0;

  for (guint i = column; i < cells->len; i += columns)
    width = MAX (width, g_utf8_strlen (cells->pdata[i], -1));
  return width;
}

static void
append_row (GString *text, GPtrArray *cells, guint columns, guint row, const guint *widths)
{
  for (guint column = 0; column < columns; column++)
    {
      const char *cell = cells->pdata[row * columns + column];
      guint length = g_utf8_strlen (cell, -1);

      g_string_append (text, cell);
      for (guint i = length; column + 1 < columns && i < widths[column] + 2; i++)
        g_string_append_c (text, ' ');
    }
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

char *
milieu_text_table (GPtrArray *cells, guint columns)
{
  GString *text = g_string_new (NULL);
  g_autofree guint *widths = g_new0 (guint, columns);
  guint total = 0;

  for (guint column = 0; column < columns; column++)
    {
      widths[column] = column_width (cells, columns, column);
      total += widths[column] + (column > 0 ? 2 : 0);
    }
  for (guint row = 0; row < cells->len / columns; row++)
    {
      append_row (text, cells, columns, row, widths);
      for (guint i = 0; row == 0 && i < total; i++)
        g_string_append (text, "─");
      if (row == 0)
        g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
