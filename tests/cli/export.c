/* milieu export: each kind of file, twice the same, and how it refuses. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "cli/commands.h"

static char *folder, *example;

/* the words of @options, split at spaces, after the example and an output of that name */
static int
run (const char *name, const char *options)
{
  g_autofree char *line = g_strdup_printf ("export %s -o %s/%s%s", example, folder, name, options);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char **argv = g_memdup2 (words, (g_strv_length (words) + 1) * sizeof (char *)); /* the parser moves them about */

  return milieu_cli_export (g_strv_length (words), argv);
}

static GBytes *
written (const char *name, const char *options)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *data;
  gsize length;

  g_assert_cmpint (run (name, options), ==, 0);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static gboolean
holds (GBytes *bytes, const char *words)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strstr_len (data, length, words) != NULL;
}

/* each format begins as it must */
static void
test_formats (void)
{
  g_autoptr (GBytes) pdf = written ("a.pdf", " --view map");
  g_autoptr (GBytes) svg = written ("a.svg", " --view both --style dark");
  g_autoptr (GBytes) png = written ("a.PNG", " --view network --dpi 72 --style grey");

  g_assert_cmpint (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5), ==, 0);
  g_assert_true (holds (svg, "<svg"));
  g_assert_cmpint (memcmp (g_bytes_get_data (png, NULL), "\211PNG", 4), ==, 0);
}

/* 170 mm is 17 cm is the width that nobody asked for */
static void
test_width (void)
{
  g_autoptr (GBytes) none = written ("w.svg", "");
  g_autoptr (GBytes) mm = written ("w.svg", " --width 170mm");
  g_autoptr (GBytes) cm = written ("w.svg", " --width 17cm");
  g_autoptr (GBytes) wide = written ("w.svg", " --width 200");

  g_assert_true (g_bytes_equal (none, mm));
  g_assert_true (g_bytes_equal (none, cm));
  g_assert_true (holds (none, "width=\"170mm\""));
  g_assert_true (holds (wide, "width=\"200mm\""));
}

static void
test_height (void)
{
  g_autoptr (GBytes) svg = written ("h.svg", " --view both --width 170mm --height 240mm");

  g_assert_true (holds (svg, "height=\"240mm\""));
}

/* the language is an option; the process's locale says nothing */
static void
test_language (void)
{
  g_autoptr (GBytes) english = written ("l.svg", " --lang en"), french = NULL;

  setlocale (LC_ALL, "C");
  french = written ("l.svg", " --lang fr");
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_true (holds (english, "No ground"));
  g_assert_true (holds (french, "Sans strate"));
  g_assert_true (holds (french, "Supinfogames"));
}

/* what is asked changes what is drawn: 56 ties up to verified, of which 13 stated */
static void
test_question (void)
{
  g_autoptr (GBytes) verified = written ("q.svg", " --lang en --view network");
  g_autoptr (GBytes) stated = written ("q.svg", " --lang en --view network --evidence stated");

  g_assert_true (holds (verified, "56 ties"));
  g_assert_true (holds (stated, "13 ties"));
}

static void
test_twice (void)
{
  static const char *const names[] = { "t.pdf", "t.svg", "t.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) once = written (names[i], " --view both --dpi 60");
      g_autoptr (GBytes) again = written (names[i], " --view both --dpi 60");

      g_assert_true (g_bytes_equal (once, again));
    }
}

static void
test_preflight (void)
{
  g_autofree char *path = g_build_filename (folder, "p.pdf", NULL);
  g_autoptr (GBytes) judged = written ("p.pdf", " --preflight"), plain = NULL;

  plain = written ("p.pdf", "");
  g_assert_true (g_bytes_equal (judged, plain));
  g_remove (path);
  /* at 170 mm the example's map has remarks alone; no poster is read from afar with 7 points */
  g_assert_cmpint (run ("p.pdf", " --preflight page --strict"), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_remove (path);
  g_assert_cmpint (run ("p.pdf", " --preflight=poster"), ==, 0);
  g_remove (path);
  g_assert_cmpint (run ("p.pdf", " --preflight=poster --strict"), ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_refusals (void)
{
  static const struct { const char *name, *options; } wrong[] = {
    { "r.eps", "" }, { "r", "" }, { "r.pdf", " --view here" }, { "r.pdf", " --style pink" }, { "r.pdf", " --width 3mm" },
    { "r.pdf", " --width wide" }, { "r.pdf", " --dpi 5" }, { "r.pdf", " --lang de" }, { "r.pdf", " --evidence none" },
    { "r.pdf", " --frame moon" }, { "r.pdf", " --preflight=moon" }, { "r.pdf", " --slice 20000" }, { "r.pdf", " --what" }, { "r.pdf", " another.milieu" },
  };
  g_autofree char *right = example;
  g_autofree char *path = g_build_filename (folder, "r.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (run (wrong[i].name, wrong[i].options), ==, 2);
  example = g_strdup ("/nowhere/at/all.milieu");
  g_assert_cmpint (run ("r.pdf", ""), ==, 1);
  g_free (example);
  example = g_steal_pointer (&right);
  g_assert_cmpint (run ("no/such/folder/r.pdf", ""), ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
remove_folder (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("milieu-XXXXXX", NULL);
  example = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_test_add_func ("/cli/export/formats", test_formats);
  g_test_add_func ("/cli/export/width", test_width);
  g_test_add_func ("/cli/export/height", test_height);
  g_test_add_func ("/cli/export/language", test_language);
  g_test_add_func ("/cli/export/question", test_question);
  g_test_add_func ("/cli/export/twice", test_twice);
  g_test_add_func ("/cli/export/preflight", test_preflight);
  g_test_add_func ("/cli/export/refusals", test_refusals);
  status = g_test_run ();
  remove_folder ();
  g_free (folder);
  g_free (example);
  return status;
}
