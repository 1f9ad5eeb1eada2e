/* milieu export --figure and --all, milieu rebuild: what stays in its folder, what comes again byte for byte, what is refused. */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/figures.h"
#include "session/figure-files.h"

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* the example with @figures before its end; Returns: (transfer full): its path */
static char *
map_with (const char *name, const char *figures)
{
  g_autofree char *example = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_autofree char *text = NULL, *whole = NULL;
  char *path = path_of (name);

  g_assert_true (g_file_get_contents (example, &text, NULL, NULL));
  *strstr (text, "</milieu>") = '\0';
  whole = g_strconcat (text, figures, "</milieu>\n", NULL);
  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
  return path;
}

static int
run (MilieuCommand command, const char *const *words)
{
  g_autofree char **argv = g_memdup2 (words, (g_strv_length ((char **) words) + 1) * sizeof (char *));

  return command (g_strv_length (argv), argv);
}

static int
export (const char *map, const char *figure, const char *output)
{
  return run (milieu_cli_export, (const char *const[]) { "export", map, "--figure", figure, "-o", output, NULL });
}

static int
rebuild (const char *figure, const char *map, const char *output)
{
  return run (milieu_cli_rebuild, (const char *const[]) { "rebuild", figure, "--map", map, "-o", output, NULL });
}

static GBytes *
contents (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static gboolean
holds (GBytes *bytes, const char *words)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, words, strlen (words)) != NULL;
}

#define FIGURES \
  "  <figure id=\"a\" name=\"R\303\251seau\" view=\"network\" title=\"Qui (et) avec \\qui\" language=\"fr\">\n" \
  "    <page width=\"84\" margin=\"3\"/>\n    <question evidence=\"stated\" hide=\"ground:underground\"/>\n  </figure>\n" \
  "  <figure id=\"b\" name=\"Carte\" view=\"map\" style=\"grey\">\n    <page width=\"100\" height=\"150\" dpi=\"60\"/>\n  </figure>\n" \
  "  <figure id=\"c\" name=\"../../Rangs\" view=\"slope\"/>\n" \
  "  <figure id=\"d\" name=\"../../rangs\" view=\"verdict\"/>\n"

/* what another locale, another zone and another date say changes nothing */
static void
test_again (gconstpointer suffix)
{
  g_autofree char *map = map_with ("again.milieu", FIGURES), *file = g_strdup_printf ("first.%s", (const char *) suffix);
  g_autofree char *second = g_strdup_printf ("second.%s", (const char *) suffix);
  g_autofree char *one = path_of (file), *two = path_of (second);
  static const char *const figures[] = { "Réseau", "Carte" };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GBytes) first = NULL, again = NULL;

      g_setenv ("TZ", "UTC", TRUE);
      g_setenv ("LANGUAGE", "fr", TRUE);
      if (i == 1)
        g_setenv ("SOURCE_DATE_EPOCH", "1600000000", TRUE);
      g_assert_cmpint (export (map, figures[i], one), ==, 0);
      g_setenv ("TZ", "Asia/Tokyo", TRUE);
      g_setenv ("LANGUAGE", "en", TRUE);
      g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
      setlocale (LC_ALL, "C");
      g_assert_cmpint (rebuild (one, map, two), ==, 0);
      setlocale (LC_ALL, "C.UTF-8");
      first = contents (one);
      again = contents (two);
      g_assert_true (g_bytes_equal (first, again));
      g_assert_true (holds (first, "milieu-figure 1 version="));
      g_unsetenv ("SOURCE_DATE_EPOCH");
    }
  g_unsetenv ("TZ");
  g_setenv ("LANGUAGE", "en", TRUE);
}

/* what options alone asked for comes again too, and another figure in the map changes nothing */
static void
test_options_again (void)
{
  g_autofree char *map = map_with ("options.milieu", ""), *more = map_with ("more.milieu", FIGURES);
  g_autofree char *one = path_of ("one.svg"), *two = path_of ("two.svg");
  g_autoptr (GBytes) first = NULL, again = NULL;

  g_assert_cmpint (run (milieu_cli_export, (const char *const[]) { "export", map, "-o", one, "--view", "both", "--width", "6.7in", "--style",
                                                                  "dark", "--grounds", "strict", "--scope", "all", "--no-legend", NULL }), ==, 0);
  g_assert_cmpint (rebuild (one, more, two), ==, 0);
  first = contents (one);
  again = contents (two);
  g_assert_true (g_bytes_equal (first, again));
  g_assert_true (holds (first, "width=170.18"));
}

static void
test_page (void)
{
  g_autofree char *map = map_with ("page.milieu", FIGURES), *a = path_of ("a.svg"), *b = path_of ("b.svg");
  g_autoptr (GBytes) network = NULL, on_map = NULL;

  g_assert_cmpint (export (map, "Réseau", a), ==, 0);
  g_assert_cmpint (export (map, "b", b), ==, 0);
  network = contents (a);
  on_map = contents (b);
  g_assert_true (holds (network, "width=\"84mm\""));
  g_assert_true (holds (network, "Qui (et) avec \\qui"));
  g_assert_true (holds (on_map, "width=\"100mm\" height=\"150mm\""));
}

/* every name stays in its folder, and no file is written twice */
static void
test_all (void)
{
  g_autofree char *map = map_with ("all.milieu", FIGURES), *out = path_of ("out");
  static const char *const files[] = { "Réseau.svg", "Carte.svg", "-.-..-Rangs.svg", "-.-..-rangs-2.svg" };

  g_assert_cmpint (run (milieu_cli_export, (const char *const[]) { "export", map, "--all", "--format", "svg", "-o", out, NULL }), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (out, files[i], NULL);

      g_test_message ("%s", path);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (out), ==, 0);
}

static void
test_file_names (void)
{
  g_autofree char *long_name = g_strnfill (300, 'x'), *wide = NULL;
  const char *const names[] = { "..", ".", "", "/", "a/../../b", "../x", "\\..\\", "a\nb", "a\x01", long_name, "\360\237\230\200" };
  GString *many = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (many, "\344\270\255");
  wide = g_string_free (many, FALSE);
  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_autofree char *file = milieu_figure_file_name (i < G_N_ELEMENTS (names) ? names[i] : wide);

      g_assert_cmpuint (strlen (file), <=, 120);
      g_assert_cmpuint (strlen (file), >, 0);
      g_assert_null (strpbrk (file, "/\\\n\x01"));
      g_assert_cmpint (file[0], !=, '.');
      g_assert_true (g_utf8_validate (file, -1, NULL));
    }
}

static void
test_refusals (void)
{
  g_autofree char *map = map_with ("r.milieu", FIGURES), *none = map_with ("none.milieu", ""), *out = path_of ("r.pdf");
  g_autofree char *twice = map_with ("twice.milieu", "  <figure id=\"a\" name=\"A\" view=\"map\"/>\n  <figure id=\"b\" name=\"A\" view=\"map\"/>\n");
  g_autofree char *bad = map_with ("bad.milieu", "  <figure id=\"a\" name=\"A\" view=\"globe\"/>\n");
  g_autofree char *text = path_of ("r.txt"), *nowhere = path_of ("no/such");

  g_assert_cmpint (export (map, "Nobody", out), ==, 1);
  g_assert_cmpint (export (none, "A", out), ==, 1);
  g_assert_cmpint (export (twice, "A", out), ==, 1);
  g_assert_cmpint (export (bad, "A", out), ==, 1);
  g_assert_cmpint (export (map, "Carte", text), !=, 0);
  g_assert_cmpint (run (milieu_cli_export, (const char *const[]) { "export", map, "--all", "-o", nowhere, NULL }), ==, 1);
  g_assert_cmpint (run (milieu_cli_export, (const char *const[]) { "export", map, "--all", "--figure", "a", "-o", out, NULL }), ==, 2);
  g_assert_cmpint (run (milieu_cli_export, (const char *const[]) { "export", map, "--all", "--format", "gif", "-o", out, NULL }), ==, 2);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  g_assert_cmpint (export (twice, "b", out), ==, 0);
  g_remove (out);
}

/* a map without anybody still gives its figures, which say so */
static void
test_empty_map (void)
{
  static const char *const views[] = { "map", "network", "both", "slope", "verdict" };
  g_autofree char *map = path_of ("empty.milieu"), *out = path_of ("empty.pdf");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *text = g_strdup_printf ("<milieu xmlns=\"urn:milieu:map\" version=\"1\"><figure id=\"f\" name=\"F\" view=\"%s\"/></milieu>",
                                               views[i]);

      g_assert_true (g_file_set_contents (map, text, -1, NULL));
      g_assert_cmpint (export (map, "F", out), ==, 0);
    }
}

/* @what replaced by @with, as long, in the figure's file */
static void
forge (const char *path, const char *what, const char *with)
{
  g_autofree char *text = NULL;
  gsize length;
  char *place;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  place = memmem (text, length, what, strlen (what));
  g_assert_nonnull (place);
  memcpy (place, with, strlen (with));
  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
test_rebuild_refusals (void)
{
  static const struct { const char *what, *with; } forged[] = {
    { " map=", " map=x" }, { " font=", " font=x" }, { "version=", "version=x" }, { " view=network", " view=netwirk" },
    { " view=network", " voew=network" }, { "milieu-figure 1 ", "milieu-figurx 1 " }, { "84mm", "85mm" },
  };
  g_autofree char *map = map_with ("map.milieu", FIGURES), *figure = path_of ("figure.svg"), *out = path_of ("rebuilt.svg");
  g_autofree char *other = path_of ("other.pdf");
  g_autofree char *changed = map_with ("changed.milieu", "  <setting id=\"zone\" value=\"1\"/>\n");

  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_assert_cmpint (export (map, "a", figure), ==, 0);
      forge (figure, forged[i].what, forged[i].with);
      g_test_message ("%s", forged[i].with);
      g_assert_cmpint (rebuild (figure, map, out), ==, 1);
    }
  g_assert_cmpint (export (map, "a", figure), ==, 0);
  g_assert_cmpint (rebuild (figure, changed, out), ==, 1);
  g_assert_cmpint (rebuild (map, map, figure), ==, 2);
  g_assert_cmpint (rebuild (figure, map, other), ==, 2);
  g_assert_cmpint (rebuild ("/nowhere/f.svg", map, out), ==, 1);
  g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
  g_assert_cmpint (rebuild (figure, map, out), ==, 0);
}

static void
remove_folder (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = path_of (name);

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
  setlocale (LC_ALL, "C.UTF-8"); /* names of figures are UTF-8 */
  folder = g_dir_make_tmp ("milieu-XXXXXX", NULL);
  g_test_add_data_func ("/cli/figures/again/pdf", "pdf", test_again);
  g_test_add_data_func ("/cli/figures/again/svg", "svg", test_again);
  g_test_add_data_func ("/cli/figures/again/png", "png", test_again);
  g_test_add_func ("/cli/figures/options-again", test_options_again);
  g_test_add_func ("/cli/figures/page", test_page);
  g_test_add_func ("/cli/figures/all", test_all);
  g_test_add_func ("/cli/figures/file-names", test_file_names);
  g_test_add_func ("/cli/figures/refusals", test_refusals);
  g_test_add_func ("/cli/figures/empty-map", test_empty_map);
  g_test_add_func ("/cli/figures/rebuild-refusals", test_rebuild_refusals);
  status = g_test_run ();
  remove_folder ();
  g_free (folder);
  return status;
}
