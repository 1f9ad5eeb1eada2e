/* What makes a map file invalid, and what asks for a look. */
#include "format/check.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "<milieu xmlns=\"urn:milieu:map\" version=\"1\">\n"
#define KIND "<kind id=\"k\" label=\"K\"/>\n<type id=\"y\" label=\"Y\" class=\"interaction\"/>\n"

static MilieuReport *
check (const char *text)
{
  MilieuReport *report = milieu_report_new ();
  g_autofree char *folder = g_dir_make_tmp ("milieu-check-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "t.milieu", NULL);
  gboolean good;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  good = milieu_check (path, report);
  g_assert_true (good == (milieu_report_count (report, MILIEU_REPORT_ERROR) == 0));
  g_remove (path);
  g_rmdir (folder);
  return report;
}

static guint
find (MilieuReport *report, MilieuReportKind kind, guint line, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < milieu_report_size (report); i++)
    {
      const MilieuReportEntry *entry = milieu_report_get (report, i);

      n += entry->kind == kind && entry->line == line && strstr (entry->words, words) != NULL;
    }
  return n;
}

static void
test_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_autoptr (MilieuReport) report = milieu_report_new ();

  g_assert_true (milieu_check (path, report));
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_ERROR), ==, 0);
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_REMARK), >, 0);
}

static void
test_periods (void)
{
  g_autoptr (MilieuReport) report = check (
    HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\" start=\"2010\" end=\"2009-12\"/>\n"
    "<actor id=\"b\" name=\"B\" kind=\"k\" start=\"2010-03\" end=\"2010\"/>\n"
    "<tie id=\"t\" source=\"a\" target=\"b\" type=\"y\" start=\"2009\" end=\"2008\" evidence=\"stated\"/></milieu>");

  g_assert_cmpuint (find (report, MILIEU_REPORT_ERROR, 4, "ends (2009-12) before it starts (2010)"), ==, 1);
  g_assert_cmpuint (find (report, MILIEU_REPORT_ERROR, 5, ""), ==, 0);
  g_assert_cmpuint (find (report, MILIEU_REPORT_ERROR, 6, "ends (2008) before it starts (2009)"), ==, 1);
  g_assert_cmpuint (find (report, MILIEU_REPORT_REMARK, 6, "before its actor"), ==, 2);
}

static void
test_remarks (void)
{
  g_autoptr (MilieuReport) report = check (
    HEAD "<source id=\"s\" title=\"S\"/>\n" KIND "<actor id=\"a\" name=\"A\" kind=\"k\" start=\"2010\"/>\n"
    "<actor id=\"b\" name=\"B\" kind=\"k\" ground=\"underground\"/>\n"
    "<tie id=\"t\" source=\"a\" target=\"a\" type=\"y\" evidence=\"stated\"/>\n"
    "<claim id=\"c\" subject=\"actor:a\" field=\"start\" value=\"2011\" evidence=\"verified\" source=\"s\"/>\n"
    "<claim id=\"d\" subject=\"actor:b\" field=\"ground\" value=\"underground\" evidence=\"verified\"/></milieu>");

  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_ERROR), ==, 0);
  g_assert_cmpuint (find (report, MILIEU_REPORT_REMARK, 5, "disputed (“2010”, “2011”)"), ==, 1);
  g_assert_cmpuint (find (report, MILIEU_REPORT_REMARK, 5, "no source"), ==, 0);
  g_assert_cmpuint (find (report, MILIEU_REPORT_REMARK, 6, "disputed"), ==, 0);
  g_assert_cmpuint (find (report, MILIEU_REPORT_REMARK, 6, "no source"), ==, 1);
  g_assert_cmpuint (find (report, MILIEU_REPORT_REMARK, 7, "to itself"), ==, 1);
}

/* what the reader keeps and the schema does not know: an attribute misspelt, an element out of its order */
static void
test_schema (void)
{
  g_autoptr (MilieuReport) misspelt = check (HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\" grond=\"underground\"/></milieu>");
  g_autoptr (MilieuReport) disordered = check (HEAD "<type id=\"y\" label=\"Y\" class=\"interaction\"/>\n<kind id=\"k\" label=\"K\"/></milieu>");
  g_autoptr (MilieuReport) foreign = check ("<milieu xmlns=\"urn:milieu:map\" version=\"1\" xmlns:x=\"urn:x\" x:a=\"1\">\n"
                                            "<kind id=\"k\" label=\"K\" x:b=\"2\"><x:c d=\"3\">e</x:c></kind></milieu>");
  g_autoptr (MilieuReport) newer = check ("<milieu xmlns=\"urn:milieu:map\" version=\"2\"><kind id=\"k\" label=\"K\" new=\"1\"/></milieu>");

  g_assert_cmpuint (milieu_report_count (misspelt, MILIEU_REPORT_ERROR), >, 0);
  g_assert_cmpuint (find (misspelt, MILIEU_REPORT_ERROR, 4, "milieu.rng"), ==, 1);
  g_assert_cmpuint (milieu_report_count (disordered, MILIEU_REPORT_ERROR), >, 0);
  g_assert_cmpuint (milieu_report_size (foreign), ==, 0);
  g_assert_cmpuint (milieu_report_count (newer, MILIEU_REPORT_ERROR), ==, 0);
  g_assert_cmpuint (milieu_report_count (newer, MILIEU_REPORT_REMARK), ==, 1);
}

/* an error that the reader has said is not said again by the schema */
static void
test_once (void)
{
  g_autoptr (MilieuReport) report = check (HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\" ground=\"sea\"/></milieu>");
  g_autoptr (MilieuReport) broken = check (HEAD "<actor");

  g_assert_cmpuint (find (report, MILIEU_REPORT_ERROR, 4, ""), ==, 1);
  g_assert_cmpuint (milieu_report_size (broken), ==, 1);
}

static void
test_lines_of_reports (void)
{
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autofree char *text = NULL;

  milieu_report_add_row (report, MILIEU_REPORT_ADDED, "b.csv", 4);
  milieu_report_add (report, MILIEU_REPORT_REMARK, "a.csv", 0, "whole %s", "file");
  milieu_report_add_row (report, MILIEU_REPORT_ADDED, "b.csv", 2);
  milieu_report_add_row (report, MILIEU_REPORT_MERGED, "b.csv", 5);
  milieu_report_add (report, MILIEU_REPORT_REMARK, "b.csv", 4, "odd");
  milieu_report_add_row (report, MILIEU_REPORT_ADDED, "b.csv", 3);
  milieu_report_sort (report);
  text = milieu_report_text (report);
  g_assert_cmpstr (text, ==, "b.csv:2-4: 3 rows added\nb.csv:4: odd\nb.csv:5: 1 row merged\na.csv: whole file\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/check/example", test_example);
  g_test_add_func ("/format/check/periods", test_periods);
  g_test_add_func ("/format/check/remarks", test_remarks);
  g_test_add_func ("/format/check/schema", test_schema);
  g_test_add_func ("/format/check/once", test_once);
  g_test_add_func ("/format/check/lines-of-reports", test_lines_of_reports);
  return g_test_run ();
}
