/* Files as strangers may have left them: each is a GError that names the file. */
#include "geo/basemap.h"
#include "geo/gazetteer.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <unistd.h>

#define HEAD "{\"type\":\"FeatureCollection\",\"features\":"
#define FEATURE(geometry) HEAD "[{\"type\":\"Feature\",\"properties\":{\"insee\":\"1\",\"nom\":\"A\"},\"geometry\":" geometry "}]}"

/* for the first file that the basemap reads: a layer of polygons */
static const char *const broken_layers[] = {
  "", " ", "null", "[]", "3", "\"features\"", "{", "}", "\xff\xfe{}", "{\"features\":{}}", "{\"features\":null}",
  HEAD "[]}", HEAD "[null]}", HEAD "[3]}", HEAD "[{}]}", HEAD "[{\"properties\":{}}]}", HEAD "[{\"properties\":[],\"geometry\":{}}]}",
  FEATURE ("null"), FEATURE ("[]"), FEATURE ("{}"), FEATURE ("{\"type\":\"Polygon\"}"), FEATURE ("{\"type\":7,\"coordinates\":[]}"),
  FEATURE ("{\"type\":\"Circle\",\"coordinates\":[3,50]}"), FEATURE ("{\"type\":\"Point\",\"coordinates\":[3,50]}"),
  FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[]}"), FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[[]]}"),
  FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[[[3,50],[4,50],[3,50]]]}"),
  FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[3,50]}"), FEATURE ("{\"type\":\"Polygon\",\"coordinates\":[[3,50]]}"),
  FEATURE ("{\"type\":\"MultiPolygon\",\"coordinates\":[[[3,50],[4,50],[4,51]]]}"),
  FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50]]}"),
  FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[4]]}"), FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[]]}"),
  FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[\"4\",50]]}"), FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[null,50]]}"),
  FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[NaN,50]]}"), FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[1e999,50]]}"),
  FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[true,50]]}"), FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[[4],50]]}"),
  FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[3,-90]]}"), FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[704061,7059136]]}"),
};

/* for the gazetteer, and for the names */
static const char *const broken_towns[] = {
  "", "[]", HEAD "[{}]}", FEATURE ("{\"type\":\"LineString\",\"coordinates\":[[3,50],[4,50]]}"), FEATURE ("{\"type\":\"Point\",\"coordinates\":[3]}"),
  HEAD "[{\"properties\":{\"insee\":59350,\"nom\":\"Lille\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[3,50]}}]}",
  HEAD "[{\"properties\":{\"insee\":\"59350\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[3,50]}}]}",
  HEAD "[{\"properties\":{\"insee\":\"1\",\"nom\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[3,50]}},"
       "{\"properties\":{\"insee\":\"1\",\"nom\":\"B\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[4,50]}}]}",
};
static const char *const broken_names[] = {
  "", "[]", "{\"names\":[3]}", "{\"names\":[{}]}", "{\"names\":[{\"role\":\"ocean\",\"en\":\"a\",\"fr\":\"b\",\"lon\":3,\"lat\":50}]}",
  "{\"names\":[{\"role\":\"sea\",\"en\":\"a\",\"fr\":\"b\",\"lon\":\"3\",\"lat\":50}]}", "{\"names\":[{\"role\":\"sea\",\"en\":\"a\",\"lon\":3,\"lat\":50}]}",
};

static char *scratch; /* a copy of the shipped files, one of them broken at a time */

static void
copy_shipped (void)
{
  g_autofree char *shipped = milieu_basemap_folder ();
  g_autoptr (GDir) folder = g_dir_open (shipped, 0, NULL);
  const char *name;

  scratch = g_dir_make_tmp ("milieu-basemap-XXXXXX", NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *from = g_build_filename (shipped, name, NULL), *to = g_build_filename (scratch, name, NULL), *text = NULL;
      gsize length;

      if ((g_str_has_suffix (name, ".geojson") || g_str_has_suffix (name, ".json")) && g_file_get_contents (from, &text, &length, NULL))
        g_assert_true (g_file_set_contents (to, text, length, NULL));
    }
}

static void
remove_scratch (void)
{
  g_autoptr (GDir) folder = g_dir_open (scratch, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);

      g_unlink (path);
    }
  g_rmdir (scratch);
  g_free (scratch);
}

static GError *
load_error (const char *name)
{
  g_autoptr (MilieuBasemap) basemap = NULL;
  g_autoptr (MilieuGazetteer) gazetteer = NULL;
  GError *error = NULL;

  if (g_str_has_prefix (name, "communes"))
    gazetteer = milieu_gazetteer_load (scratch, &error);
  else
    basemap = milieu_basemap_load (scratch, &error);
  g_assert_true (basemap == NULL || error == NULL);
  return error;
}

/* with @text instead of what is in file @name, loading fails and says where */
static void
assert_refused (const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (scratch, name, NULL), *whole = NULL, *shown = NULL, *escaped = NULL;
  g_autoptr (GError) error = NULL;
  gsize whole_length;

  shown = g_strndup (text, length < 0 ? 100 : MIN (length, 100));
  escaped = g_strescape (shown, NULL);
  g_test_message ("%s", escaped);
  g_assert_true (g_file_get_contents (path, &whole, &whole_length, NULL));
  g_assert_true (g_file_set_contents (path, text, length, NULL));
  error = load_error (name);
  g_assert_error (error, MILIEU_BASEMAP_ERROR, MILIEU_BASEMAP_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (g_file_set_contents (path, whole, whole_length, NULL));
}

static void
test_whole (void)
{
  g_assert_null (load_error ("pays-500m.geojson"));
  g_assert_null (load_error ("communes-points.geojson"));
}

static void
test_wrong_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken_layers); i++)
    assert_refused ("pays-500m.geojson", broken_layers[i], -1);
  for (guint i = 0; i < G_N_ELEMENTS (broken_towns); i++)
    assert_refused ("communes-points.geojson", broken_towns[i], -1);
  for (guint i = 0; i < G_N_ELEMENTS (broken_names); i++)
    assert_refused ("names.json", broken_names[i], -1);
}

static void
test_truncated (void)
{
  g_autofree char *path = g_build_filename (scratch, "pays-500m.geojson", NULL), *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize end = 0; end < length; end += 97)
    assert_refused ("pays-500m.geojson", text, end);
}

static void
test_deep_nesting (void)
{
  GString *deep = g_string_new (HEAD);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  assert_refused ("pays-500m.geojson", deep->str, deep->len);
  assert_refused ("communes-points.geojson", deep->str, deep->len);
  assert_refused ("names.json", deep->str, deep->len);
  g_string_free (deep, TRUE);
}

/* where json-glib would nest, and who counts quotation marks would not */
static void
test_hidden_nesting (void)
{
  static const char *const hides[] = { "/* \" */", "// \"\n", "'\"'", "var a = \"", "\"\\\"" };

  for (guint i = 0; i < G_N_ELEMENTS (hides); i++)
    {
      GString *deep = g_string_new (hides[i]);

      for (guint k = 0; k < 1000000; k++)
        g_string_append_c (deep, '[');
      assert_refused ("names.json", deep->str, deep->len);
      g_string_free (deep, TRUE);
    }
}

static void
test_two_values (void)
{
  assert_refused ("names.json", "{\"names\":[]}{\"names\":[]}", -1);
  assert_refused ("names.json", "{\"names\":[]} 3", -1);
}

/* ---- memory: never above 64 MB and eight times the file ---- */

#define MEMORY_BYTES (8 << 20) /* of the file */

static const struct { const char *path, *before, *unit; } memory_kinds[] = {
  { "/geo/hostile/memory/arrays", HEAD "[", "[]," },
  { "/geo/hostile/memory/objects", HEAD "[", "{}," },
  { "/geo/hostile/memory/members", "{", "\"\":0," },
  { "/geo/hostile/memory/numbers", HEAD "[{\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[", "0," },
  { "/geo/hostile/memory/texts", HEAD "[", "\"\"," },
  { "/geo/hostile/memory/positions", HEAD "[{\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[", "[3,50]," },
  { "/geo/hostile/memory/text", "{\"a\":\"", "x" },
};

/* a process of its own, for the most that it ever held is what counts */
static G_GNUC_NORETURN void
load_alone (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "communes-points.geojson", NULL);
  struct rusage before, after;
  MilieuGazetteer *gazetteer;
  GError *error = NULL;
  GStatBuf file;

  getrusage (RUSAGE_SELF, &before);
  gazetteer = milieu_gazetteer_load (folder, &error);
  getrusage (RUSAGE_SELF, &after);
  g_printerr ("%ld kB: %s\n", after.ru_maxrss - before.ru_maxrss, error != NULL ? error->message : "read");
  g_assert_cmpint (g_stat (path, &file), ==, 0);
  _exit (gazetteer == NULL && error != NULL && after.ru_maxrss - before.ru_maxrss <= (64 << 10) + 8 * (file.st_size >> 10) ? 0 : 1);
}

/* @length: so many bytes, or as many values as a file may hold */
static void
fill (GString *text, const char *unit, gsize length)
{
  guint values = 0;

  for (const char *at = unit; *at != '\0'; at++)
    values += strchr ("[{,", *at) != NULL;
  for (guint n = 0; text->len < length && (length == MEMORY_BYTES || n < 299000 / MAX (values, 1)); n++)
    g_string_append (text, unit);
}

static void
test_memory (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data) / 2;
  g_autofree char *folder = g_dir_make_tmp ("milieu-memory-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "communes-points.geojson", NULL);
  GString *text = g_string_new (memory_kinds[i].before);

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the checker of addresses takes memory of its own");
#endif
  fill (text, memory_kinds[i].unit, MEMORY_BYTES - GPOINTER_TO_UINT (data) % 2);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_string_free (text, TRUE);
  g_setenv ("MILIEU_TEST_FOLDER", folder, TRUE);
  g_test_trap_subprocess ("/geo/hostile/memory/load", 0, 0);
  g_unlink (path);
  g_rmdir (folder);
  g_test_trap_assert_passed ();
}

static void
test_load (void)
{
  if (g_test_subprocess ())
    load_alone (g_getenv ("MILIEU_TEST_FOLDER"));
}

/* brackets in texts are no nesting */
static void
test_brackets_in_text (void)
{
  g_autofree char *path = g_build_filename (scratch, "communes-points.geojson", NULL);
  g_autoptr (GString) text = g_string_new (HEAD "[{\"properties\":{\"insee\":\"1\",\"nom\":\"A \\\" ");
  g_autoptr (MilieuGazetteer) gazetteer = NULL;
  g_autofree char *whole = NULL;
  gsize length;

  for (guint i = 0; i < 100; i++)
    g_string_append_c (text, '[');
  g_string_append (text, "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[3,50]}}]}");
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  gazetteer = milieu_gazetteer_load (scratch, NULL);
  g_assert_nonnull (gazetteer);
  g_assert_nonnull (milieu_gazetteer_by_insee (gazetteer, "1"));
  g_assert_true (g_file_set_contents (path, whole, length, NULL));
}

static void
test_too_large (void)
{
  g_autofree char *path = g_build_filename (scratch, "names.json", NULL), *whole = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  g_assert_cmpint (truncate (path, (65 << 20)), ==, 0);
  error = load_error ("names.json");
  g_assert_error (error, MILIEU_BASEMAP_ERROR, MILIEU_BASEMAP_ERROR_FORMAT);
  g_assert_true (g_file_set_contents (path, whole, length, NULL));
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL, folder_error = NULL;

  g_assert_null (milieu_basemap_load ("/nowhere/at/all", &error));
  g_assert_error (error, MILIEU_BASEMAP_ERROR, MILIEU_BASEMAP_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all"));
  g_assert_null (milieu_gazetteer_load ("/nowhere/at/all", &folder_error));
  g_assert_error (folder_error, MILIEU_BASEMAP_ERROR, MILIEU_BASEMAP_ERROR_READ);
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  copy_shipped ();
  g_test_add_func ("/geo/hostile/whole", test_whole);
  g_test_add_func ("/geo/hostile/wrong-types", test_wrong_types);
  g_test_add_func ("/geo/hostile/truncated", test_truncated);
  g_test_add_func ("/geo/hostile/deep-nesting", test_deep_nesting);
  g_test_add_func ("/geo/hostile/hidden-nesting", test_hidden_nesting);
  g_test_add_func ("/geo/hostile/two-values", test_two_values);
  g_test_add_func ("/geo/hostile/brackets-in-text", test_brackets_in_text);
  g_test_add_func ("/geo/hostile/too-large", test_too_large);
  g_test_add_func ("/geo/hostile/missing", test_missing);
  g_test_add_func ("/geo/hostile/memory/load", test_load);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (memory_kinds); i++)
    {
      g_autofree char *path = g_strconcat (memory_kinds[i / 2].path, i % 2 ? "/values" : "/bytes", NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_memory);
    }
  failed = g_test_run ();
  remove_scratch ();
  return failed;
}
