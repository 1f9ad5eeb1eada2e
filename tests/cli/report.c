/* milieu report: every number of the reading on paper, twice the same bytes, and how it refuses. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "../reading/maps.h"
#include "cli/commands.h"
#include "session/listing.h"

static char *folder, *example;

static int
run (const char *name, const char *options)
{
  g_autofree char *line = g_strdup_printf ("report %s -o %s/%s%s", example, folder, name, options);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char **argv = g_memdup2 (words, (g_strv_length (words) + 1) * sizeof (char *)); /* the parser moves them about */

  return milieu_cli_report (g_strv_length (words), argv);
}

static char *
contents (const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);
  return data;
}

/* the words of a PDF, by a program that is not ours; NULL where it is not installed */
static char *
words_of (const char *name)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *argv[] = { program, "-layout", "-enc", "UTF-8", path, "-", NULL }, *out = NULL;

  if (program)
    g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL));
  return out;
}

/* whether a line that begins with @id holds @value, rounded as it is written there */
static gboolean
line_holds (const char *text, const char *id, double value)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (lines[i], " |", -1);
      guint w = 0;

      while (words[w] && !*words[w])
        w++;
      if (!words[w] || strcmp (words[w], id) != 0)
        continue;
      for (w++; words[w]; w++)
        {
          const char *minus = g_str_has_prefix (words[w], "−") ? words[w] + strlen ("−") : NULL;
          char *end;
          double found = g_ascii_strtod (minus ? minus : words[w], &end);
          const char *point = strchr (words[w], '.');
          double half = point ? 0.5 * pow (10, -(double) strspn (point + 1, "0123456789")) : 0.5;

          if (end != (minus ? minus : words[w]) && fabs ((minus ? -found : found) - value) <= half * 1.0001)
            return TRUE;
        }
    }
  return FALSE;
}

static void
assert_numbers (const char *text)
{
  MilieuListing listing = { example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE), "Map", "00", MILIEU_LANGUAGE_ENGLISH };
  g_autofree char *json = milieu_listing_json (&listing);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *indicators = json_object_get_array_member (json_node_get_object (root), "indicators");
  guint checked = 0;

  for (guint i = 0; i < json_array_get_length (indicators); i++)
    {
      JsonObject *indicator = json_array_get_object_element (indicators, i);
      const char *id = json_object_get_string_member (indicator, "id");

      if (json_object_get_null_member (indicator, "value"))
        continue;
      g_test_message ("%s %g", id, json_object_get_double_member (indicator, "value"));
      g_assert_true (line_holds (text, id, json_object_get_double_member (indicator, "value")));
      checked++;
    }
  g_assert_cmpuint (checked, >, 20);
  g_assert_false (line_holds (text, "L1b", 0.5186)); /* it can fail */
}

static void
test_pdf (void)
{
  g_autofree char *text = NULL, *one = NULL, *two = NULL;
  gsize length, again;

  g_assert_cmpint (run ("a.pdf", " --lang en"), ==, 0);
  g_assert_cmpint (run ("b.pdf", " --lang en"), ==, 0);
  one = contents ("a.pdf", &length);
  two = contents ("b.pdf", &again);
  g_assert_cmpmem (one, length, two, again);
  text = words_of ("a.pdf");
  if (!text)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  assert_numbers (text);
  /* indicators §7, tasks C4 */
  g_assert_nonnull (strstr (text, "113 → 47"));
  g_assert_nonnull (strstr (text, "35 → 17"));
  g_assert_nonnull (strstr (text, "Réseau Catalyst innovation sociale et numérique"));
}

static void
test_markdown (void)
{
  static const char *const figures[] = { "r-map.svg", "r-network.svg", "r-ranks.svg", "r-verdict.svg" };
  g_autofree char *text = NULL;
  gsize length;

  g_assert_cmpint (run ("r.md", " --lang en"), ==, 0);
  text = contents ("r.md", &length);
  assert_numbers (text);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *svg = contents (figures[i], &length);

      g_assert_nonnull (strstr (text, figures[i]));
      g_assert_nonnull (strstr (svg, "<svg"));
    }
  /* of every quote that stands behind a shown tie, the very words */
  g_assert_nonnull (strstr (text, "Dispositif PICTANOVO (depuis 1985, CRRAV)"));
  g_assert_null (strchr (text, '{')); /* a place that nothing fills */
}

/* what is asked decides what is read; the language decides the words */
static void
test_question (void)
{
  g_autofree char *stated = NULL, *french = NULL;
  gsize length;

  g_assert_cmpint (run ("s.md", " --lang en --evidence stated"), ==, 0);
  stated = contents ("s.md", &length);
  g_assert_true (line_holds (stated, "4.0", 36)); /* isolates on B1, §7 */
  g_assert_null (strstr (stated, "La Ville, en partenariat avec")); /* quoted by a verified tie alone */
  g_assert_cmpint (run ("f.md", " --lang fr"), ==, 0);
  french = contents ("f.md", &length);
  g_assert_nonnull (strstr (french, "## Méthodes"));
  g_assert_nonnull (strstr (french, "0,8140"));
  g_assert_null (strstr (french, "0.8140"));
}

static void
test_refusals (void)
{
  static const char *const lines[] = { "report", "report a.milieu", "report a.milieu -o x.docx", "report a.milieu -o x.pdf --lang de",
                                       "report a.milieu -o x.pdf --evidence sure" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      g_autofree char **argv = g_memdup2 (words, (g_strv_length (words) + 1) * sizeof (char *));

      g_assert_cmpint (milieu_cli_report (g_strv_length (words), argv), ==, 2);
    }
  {
    char *argv[] = { "report", "/nowhere/a.milieu", "-o", "x.pdf", NULL };

    g_assert_cmpint (milieu_cli_report (4, argv), ==, 1);
    g_assert_false (g_file_test ("x.pdf", G_FILE_TEST_EXISTS));
  }
  g_assert_cmpint (run ("no/such/folder/x.pdf", ""), ==, 1);
}

static void
clear (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("milieu-report-XXXXXX", NULL);
  example = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_test_add_func ("/cli/report/pdf", test_pdf);
  g_test_add_func ("/cli/report/markdown", test_markdown);
  g_test_add_func ("/cli/report/question", test_question);
  g_test_add_func ("/cli/report/refusals", test_refusals);
  status = g_test_run ();
  clear ();
  g_free (folder);
  g_free (example);
  return status;
}
