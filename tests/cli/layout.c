/* milieu layout: what it writes, twice the same, and how it refuses. */
#include <glib/gstdio.h>
#include <string.h>

#include "cli/commands.h"
#include "format/project-read.h"

static char *folder, *example;
static GString *printed;

static void
keep_printed (const char *text)
{
  g_string_append (printed, text);
}

static char *
path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* the words of @line, split at spaces, as a command line */
static int
run (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char **argv = g_memdup2 (words, (g_strv_length (words) + 1) * sizeof (char *)); /* the parser moves them about */
  GPrintFunc print = g_set_print_handler (keep_printed);
  int status;

  g_string_truncate (printed, 0);
  status = milieu_cli_layout (g_strv_length (words), argv);
  g_set_print_handler (print);
  return status;
}

static char *
lay_out (const char *from, const char *options, const char *name)
{
  g_autofree char *to = path (name);
  g_autofree char *line = g_strdup_printf ("layout %s%s -o %s", from, options, to);
  char *text;

  g_assert_cmpint (run (line), ==, 0);
  g_assert_nonnull (strstr (printed->str, "stress: 0."));
  g_assert_nonnull (strstr (printed->str, "crossings: "));
  g_assert_true (g_file_get_contents (to, &text, NULL, NULL));
  return text;
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

static void
test_twice (void)
{
  const char *const kinds[] = { "strata", "organic", "circle", "communities", "forces" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *options = g_strdup_printf (" --kind %s --seed 7", kinds[i]);
      g_autofree char *once = lay_out (example, options, "once.milieu");
      g_autofree char *between = path ("once.milieu");
      g_autofree char *again = lay_out (example, options, "again.milieu");
      g_autofree char *onward = lay_out (between, "", "onward.milieu"); /* kind and seed stand in the map */

      g_assert_cmpuint (count (once, "<spot "), ==, 46);
      g_assert_cmpstr (once, ==, again);
      g_assert_cmpstr (once, ==, onward);
      g_assert_nonnull (strstr (once, kinds[i]));
    }
}

static void
test_scope (void)
{
  g_autofree char *all = lay_out (example, " --scope all --evidence session --grounds strict", "all.milieu");

  g_assert_cmpuint (count (all, "<spot "), ==, 93);
}

static void
test_refusals (void)
{
  g_autofree char *to = path ("refused.milieu");
  g_autofree char *kind = g_strdup_printf ("layout %s --kind spiral -o %s", example, to);
  g_autofree char *seed = g_strdup_printf ("layout %s --seed -1 -o %s", example, to);
  g_autofree char *evidence = g_strdup_printf ("layout %s --evidence heard -o %s", example, to);
  g_autofree char *option = g_strdup_printf ("layout %s --shape round -o %s", example, to);
  g_autofree char *output = g_strdup_printf ("layout %s", example);
  g_autofree char *missing = g_strdup_printf ("layout %s/none.milieu -o %s", folder, to);
  g_autofree char *unwritable = g_strdup_printf ("layout %s -o %s/none/out.milieu", example, folder);

  g_assert_cmpint (run (kind), ==, 2);
  g_assert_cmpint (run (seed), ==, 2);
  g_assert_cmpint (run (evidence), ==, 2);
  g_assert_cmpint (run (option), ==, 2);
  g_assert_cmpint (run (output), ==, 2);
  g_assert_cmpint (run ("layout"), ==, 2);
  g_assert_cmpint (run (missing), ==, 1);
  g_assert_cmpint (run (unwritable), ==, 1);
  g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
}

static void
remove_folder (void)
{
  const char *const names[] = { "once.milieu", "again.milieu", "onward.milieu", "all.milieu" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = path (names[i]);

      g_unlink (file);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  printed = g_string_new (NULL);
  example = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  folder = g_dir_make_tmp ("milieu-layout-XXXXXX", NULL);
  g_assert_nonnull (folder);
  g_test_add_func ("/cli/layout/twice", test_twice);
  g_test_add_func ("/cli/layout/scope", test_scope);
  g_test_add_func ("/cli/layout/refusals", test_refusals);
  status = g_test_run ();
  remove_folder ();
  g_string_free (printed, TRUE);
  g_free (folder);
  g_free (example);
  return status;
}
