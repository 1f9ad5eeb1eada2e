/* Tables as people save them. */
#include "format/tables.h"

#include <string.h>

#include "format/report.h"

static MilieuTable *
parse (const char *text, gssize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize) size);
  g_autoptr (GError) error = NULL;
  MilieuTable *table = milieu_table_parse (bytes, "folder/t.csv", &error);

  g_assert_no_error (error);
  return table;
}

static void
test_plain (void)
{
  g_autoptr (MilieuTable) table = parse ("id,name\na,Anis\n\nb,\"La \"\"Transfo\"\", ateliers\"\n", -1);

  g_assert_cmpstr (milieu_table_name (table), ==, "t.csv");
  g_assert_cmpstr (milieu_table_encoding (table), ==, "UTF-8");
  g_assert_cmpuint (milieu_table_n_columns (table), ==, 2);
  g_assert_cmpuint (milieu_table_n_rows (table), ==, 2);
  g_assert_cmpstr (milieu_table_cell (table, 1, 1), ==, "La \"Transfo\", ateliers");
  g_assert_cmpuint (milieu_table_line (table, 0), ==, 2);
  g_assert_cmpuint (milieu_table_line (table, 1), ==, 4);
  g_assert_cmpstr (milieu_table_cell (table, 0, 7), ==, "");
  g_assert_cmpint (milieu_table_find (table, "NAME"), ==, 1);
  g_assert_cmpint (milieu_table_find (table, "nom"), ==, -1);
}

static void
test_lines_within_cells (void)
{
  g_autoptr (MilieuTable) table = parse ("id;note\r\na;\"one\r\ntwo\r\n\"\r\nb;three\r\n", -1);

  g_assert_cmpint (milieu_table_separator (table), ==, ';');
  g_assert_cmpstr (milieu_table_cell (table, 0, 1), ==, "one\ntwo\n");
  g_assert_cmpuint (milieu_table_line (table, 0), ==, 2);
  g_assert_cmpuint (milieu_table_line (table, 1), ==, 5);
  g_assert_cmpstr (milieu_table_cell (table, 1, 1), ==, "three");
}

static void
test_encodings (void)
{
  g_autoptr (MilieuTable) marked = parse ("\xef\xbb\xbfid,name\na,\xc3\xa9t\xc3\xa9\n", -1);
  g_autoptr (MilieuTable) windows = parse ("id,name\na,\x80 \xe9t\xe9 \xab\xa0oui\xa0\xbb l\x92" "art\n", -1);
  static const char wide[] = "\xff\xfe" "i\0d\0\t\0n\0\n\0a\0\t\0\xe9\0\n\0";
  g_autoptr (MilieuTable) utf16 = parse (wide, sizeof wide - 1);

  g_assert_cmpstr (milieu_table_column (marked, 0), ==, "id");
  g_assert_cmpstr (milieu_table_cell (marked, 0, 1), ==, "été");
  g_assert_cmpstr (milieu_table_encoding (windows), ==, "Windows-1252");
  g_assert_cmpstr (milieu_table_cell (windows, 0, 1), ==, "€ été «\302\240oui\302\240» l’art");
  g_assert_cmpstr (milieu_table_encoding (utf16), ==, "UTF-16");
  g_assert_cmpint (milieu_table_separator (utf16), ==, '\t');
  g_assert_cmpstr (milieu_table_cell (utf16, 0, 1), ==, "é");
}

static void
test_separators (void)
{
  /* a separator within quotes does not count */
  g_autoptr (MilieuTable) quoted = parse ("\"a,b,c\";d\n1;2\n", -1);
  g_autoptr (MilieuTable) single = parse ("id\na\n", -1);
  g_autoptr (MilieuTable) old_mac = parse ("a\tb\r1\t2\r3\t4", -1);

  g_assert_cmpint (milieu_table_separator (quoted), ==, ';');
  g_assert_cmpstr (milieu_table_column (quoted, 0), ==, "a,b,c");
  g_assert_cmpint (milieu_table_separator (single), ==, ',');
  g_assert_cmpuint (milieu_table_n_rows (old_mac), ==, 2);
  g_assert_cmpuint (milieu_table_line (old_mac, 1), ==, 3);
  g_assert_cmpstr (milieu_table_cell (old_mac, 1, 1), ==, "4");
}

static void
test_numbers (void)
{
  g_autoptr (MilieuTable) comma = parse ("id;lat\na;50,63\nb;50,1\nc;7\n", -1);
  g_autoptr (MilieuTable) point = parse ("id,lat\na,50.63\n", -1);
  static const char *const bad[] = { "", "nan", "inf", "0x10", "1e999", "1,2,3", "12 m", "--1" };
  double number;

  g_assert_true (milieu_table_has_decimal_comma (comma));
  g_assert_false (milieu_table_has_decimal_comma (point));
  g_assert_true (milieu_table_number (comma, " 50,63 ", &number));
  g_assert_cmpfloat (number, ==, 50.63);
  g_assert_true (milieu_table_number (point, "-1e3", &number));
  g_assert_cmpfloat (number, ==, -1000);
  g_assert_false (milieu_table_number (point, "50,63", &number));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (milieu_table_number (comma, bad[i], &number));
}

static void
test_faults (void)
{
  static const struct { const char *text; gsize size; const char *begins; } faults[] = {
    { "id,name\na,\"open\nand on\n", 0, "t.csv:2: " },
    { "id,name\na,\"shut\"more\n", 0, "t.csv:2: " },
    { "", 0, "t.csv:1: " },
    { "\n\n", 0, "t.csv:1: " },
    { "id\na\0b\n", 7, "t.csv:1: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (faults[i].text, faults[i].size > 0 ? faults[i].size : strlen (faults[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (milieu_table_parse (bytes, "t.csv", &error));
      g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, faults[i].begins));
    }
}

static void
test_bounds (void)
{
  g_autofree char *commas = g_strnfill (MILIEU_TABLE_MAX_COLUMNS + 1, ',');
  g_autofree char *letters = g_strnfill (MILIEU_TABLE_MAX_CELL + 1, 'x');
  g_autoptr (GBytes) wide = g_bytes_new_static (commas, strlen (commas));
  g_autoptr (GBytes) long_cell = g_bytes_new_static (letters, strlen (letters));
  g_autoptr (GError) error = NULL;

  g_assert_null (milieu_table_parse (wide, "t.csv", &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (milieu_table_parse (long_cell, "t.csv", &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (milieu_table_read ("/nowhere/t.csv", &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (milieu_table_read ("/", &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_FILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/tables/plain", test_plain);
  g_test_add_func ("/format/tables/lines-within-cells", test_lines_within_cells);
  g_test_add_func ("/format/tables/encodings", test_encodings);
  g_test_add_func ("/format/tables/separators", test_separators);
  g_test_add_func ("/format/tables/numbers", test_numbers);
  g_test_add_func ("/format/tables/faults", test_faults);
  g_test_add_func ("/format/tables/bounds", test_bounds);
  return g_test_run ();
}
