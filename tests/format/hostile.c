/* Files that wish us ill: each is refused with file, line and words, quickly and with little memory. */
#include "format/project-read.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define HEAD "<milieu xmlns=\"urn:milieu:map\" version=\"1\">\n"
#define KIND "<kind id=\"k\" label=\"K\"/>\n"

static void
assert_refused (const char *text, gssize size, const char *begins)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, size < 0 ? strlen (text) : (gsize) size);
  g_autoptr (GError) error = NULL;

  g_assert_null (milieu_project_read_bytes (bytes, "t.milieu", &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, MILIEU_FORMAT_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (!g_str_has_prefix (error->message, begins))
    g_error ("“%s” does not begin with “%s”", error->message, begins);
}

static void
test_truncated (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  /* without its last line end the file is whole */
  for (gsize end = 0; end < size - 1; end += 97)
    assert_refused (text, end, "t.milieu");
  assert_refused (text, size - 2, "t.milieu:");
}

/* a bit of every byte turned over: whatever comes of it, nothing breaks */
static void
test_garbled (void)
{
  static const char text[] = HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\"><place lon=\"3\" lat=\"50\"/><note>n</note></actor>\n"
                             "<claim id=\"c\" subject=\"actor:a\" evidence=\"stated\"/><spot id=\"a\" x=\"1\" y=\"2\"/></milieu>\n";

  for (gsize i = 0; i < sizeof text - 1; i++)
    for (guint bit = 0; bit < 8; bit++)
      {
        g_autofree char *garbled = g_memdup2 (text, sizeof text);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (MilieuMap) map = NULL;

        garbled[i] ^= 1 << bit;
        bytes = g_bytes_new_static (garbled, sizeof text - 1);
        map = milieu_project_read_bytes (bytes, "t.milieu", &error);
        g_assert_true ((map == NULL) == (error != NULL));
      }
}

static void
test_words (void)
{
  static const struct { const char *text; const char *begins; } faults[] = {
    { "", "t.milieu" },
    { "no xml", "t.milieu:1: " },
    { "<svg/>", "t.milieu:1: this is no map file" },
    { "<milieu version=\"1\"/>", "t.milieu:1: this is no map file" },
    { "<milieu xmlns=\"urn:other\" version=\"1\"/>", "t.milieu:1: this is no map file" },
    { "<milieu xmlns=\"urn:milieu:map\"/>", "t.milieu:1: the file says no version" },
    { "<milieu xmlns=\"urn:milieu:map\" version=\"0\"/>", "t.milieu:1: “0” is no version" },
    { "<milieu xmlns=\"urn:milieu:map\" version=\"one\"/>", "t.milieu:1: “one” is no version" },
    { HEAD "<kind label=\"K\"/></milieu>", "t.milieu:2: kind has no id" },
    { HEAD "<kind id=\"\" label=\"K\"/></milieu>", "t.milieu:2: kind has no id" },
    { HEAD "<kind id=\"a b\" label=\"K\"/></milieu>", "t.milieu:2: the id “a b”" },
    { HEAD "<kind id=\"k\"/></milieu>", "t.milieu:2: kind “k” lacks its label" },
    { HEAD KIND "\n<kind id=\"k\" label=\"L\"/></milieu>", "t.milieu:4: the id “k” is that of another kind too, on line 2" },
    { HEAD "<kind id=\"k\" label=\"K\" graph=\"perhaps\"/></milieu>", "t.milieu:2: kind “k”: “perhaps”" },
    { HEAD "<kind id=\"k\" label=\"K\" label=\"L\"/></milieu>", "t.milieu:2: an attribute stands here twice" },
    { HEAD "<kind id=\"k\" label=\"K\">text</kind></milieu>", "t.milieu:2: text stands between" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"q\"/></milieu>", "t.milieu:3: actor “a”: its kind “q”" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\" start=\"2019-13\"/></milieu>", "t.milieu:3: actor “a”: “2019-13”" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\">\n<place lon=\"nan\" lat=\"50\"/></actor></milieu>", "t.milieu:4: actor “a”: “nan”" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\">\n<place lon=\"3\" lat=\"91\"/></actor></milieu>", "t.milieu:4: actor “a”: 91" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\">\n<place lon=\"3\" lat=\"1e400\"/></actor></milieu>", "t.milieu:4: actor “a”: “1e400”" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\">\n<place lon=\"3\"/></actor></milieu>", "t.milieu:4: actor “a” has one of lon and lat" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\">\n<place/><place/></actor></milieu>", "t.milieu:4: actor “a” has two elements <place>" },
    { HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\">\n<note>a<b/></note></actor></milieu>", "t.milieu:4: <b> stands within <note>" },
    { HEAD "<spot id=\"a\" x=\"1\" y=\"2\"/></milieu>", "t.milieu:2: spot “a”" },
    { HEAD "<claim id=\"c\" subject=\"actor:a\" evidence=\"stated\"/></milieu>", "t.milieu:2: claim “c”: its subject “a”" },
    { HEAD "<claim id=\"c\" subject=\"moon:a\" evidence=\"stated\"/></milieu>", "t.milieu:2: claim “c”: “moon:a”" },
    { HEAD "<claim id=\"c\" subject=\"kind:k\"/>" KIND "</milieu>", "t.milieu:2: claim “c” lacks its evidence" },
    { HEAD KIND "<kind id=\"\xe9\" label=\"K\"/></milieu>", "t.milieu:3: a character here is not UTF-8" },
    { HEAD "&nbsp;</milieu>", "t.milieu:2: " },
    { HEAD "<kind id=\"k\" label=\"K\"></milieu>", "t.milieu:2: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_refused (faults[i].text, -1, faults[i].begins);
}

static void
test_all_are_said (void)
{
  static const char text[] = HEAD KIND "<kind id=\"k\" label=\"K\"/>\n<actor id=\"a\" name=\"A\" kind=\"q\"/>\n"
                             "<actor id=\"b\" name=\"B\" kind=\"k\" ground=\"sea\" start=\"x\"/>\n</milieu>\n";
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autofree char *path = NULL;
  static const guint lines[] = { 3, 4, 5, 5 };
  int descriptor = g_file_open_tmp ("milieu-XXXXXX", &path, NULL);

  g_assert_cmpint (write (descriptor, text, sizeof text - 1), ==, sizeof text - 1);
  close (descriptor);
  g_assert_null (milieu_project_read_report (path, report));
  g_assert_cmpuint (milieu_report_size (report), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (milieu_report_get (report, i)->line, ==, lines[i]);
  g_remove (path);
}

static void
test_entities (void)
{
  GString *bomb = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE milieu [\n<!ENTITY a0 \"lol\">\n");

  for (guint i = 1; i < 12; i++)
    g_string_append_printf (bomb, "<!ENTITY a%u \"&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;&a%u;\">\n",
                            i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
  g_string_append (bomb, "]>\n" HEAD "<setting id=\"s\" value=\"&a11;\"/></milieu>");
  assert_refused (bomb->str, -1, "t.milieu:2: the file declares a document type");
  g_string_free (bomb, TRUE);
  assert_refused ("<!DOCTYPE milieu SYSTEM \"file:///etc/passwd\">" HEAD "</milieu>", -1, "t.milieu:1: the file declares");
  assert_refused ("<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" HEAD "&x;</milieu>", -1, "t.milieu:1: the file declares");
}

static void
test_deep (void)
{
  GString *deep = g_string_new (HEAD);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<x>");
  assert_refused (deep->str, -1, "t.milieu:2: elements stand within elements");
  g_string_free (deep, TRUE);
}

/* @before, then @n times @unit through a pipe, read by a child that may not have much memory */
static void
assert_refused_in_little_memory (const char *before, const char *unit, guint64 n)
{
  g_autoptr (GString) block = g_string_new (NULL);
  int ends[2], status;
  pid_t child;

  while (block->len < 1 << 16)
    g_string_append (block, unit);
  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      struct rlimit limit = { 400 << 20, 400 << 20 };
      g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", ends[0]);
      g_autoptr (GError) error = NULL;
      MilieuMap *map;

      close (ends[1]);
#ifndef __SANITIZE_ADDRESS__
      setrlimit (RLIMIT_AS, &limit);
#endif
      map = milieu_project_read (path, &error);
      _exit (map == NULL && error != NULL && strstr (error->message, path) == error->message ? 0 : 1);
      (void) limit;
    }
  close (ends[0]);
  if (write (ends[1], before, strlen (before)) < 0)
    n = 0;
  for (guint64 i = 0; i < n / block->len; i++)
    if (write (ends[1], block->str, block->len) < 0)
      break;
  close (ends[1]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static void
test_huge (void)
{
  const guint64 much = 200 << 20;

  assert_refused_in_little_memory (HEAD "<setting id=\"s\" value=\"", "x", much);
  assert_refused_in_little_memory (HEAD KIND "<actor id=\"a\" name=\"A\" kind=\"k\"><note>", "x", much);
  assert_refused_in_little_memory (HEAD "<setting id=\"", "y", much);
  assert_refused_in_little_memory (HEAD "<", "z", much);
  assert_refused_in_little_memory (HEAD "<!--", "c", much);
  assert_refused_in_little_memory ("", " ", much);
  assert_refused_in_little_memory (HEAD "<film>", "<frame>x</frame>", much);
  assert_refused_in_little_memory (HEAD, "<kind/>", much);
}

/* many attributes of one element, each compared with each by the parser */
static void
test_many_attributes (void)
{
  GString *many = g_string_new (HEAD "<kind id=\"k\" label=\"K\"");

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (many, " a%u=\">\"", i);
  g_string_append (many, "/></milieu>");
  assert_refused (many->str, -1, "t.milieu:2: ");
  g_string_free (many, TRUE);
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (milieu_project_read ("/nowhere/a.milieu", &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_FILE);
  g_assert_true (g_str_has_prefix (error->message, "/nowhere/a.milieu: "));
  g_clear_error (&error);
  g_assert_null (milieu_project_read ("/", &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_FILE);
}

/* ids and lines beyond 65535, where libxml2's trees lose count */
static void
test_large (void)
{
  GString *text = g_string_new (HEAD KIND "<type id=\"y\" label=\"Y\" class=\"interaction\"/>\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (MilieuMap) map = NULL;
  const guint n = 100000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<actor id=\"a%u\" name=\"A %u\" kind=\"k\"/>\n", i, i);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<tie id=\"t%u\" source=\"a%u\" target=\"a%u\" type=\"y\" evidence=\"stated\"/>\n", i, i, (i * 7) % n);
  g_string_append (text, "</milieu>");
  bytes = g_bytes_new (text->str, text->len);
  map = milieu_project_read_bytes (bytes, "t.milieu", NULL);
  g_assert_nonnull (map);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_TIE), ==, n);
  g_string_truncate (text, text->len - strlen ("</milieu>"));
  g_string_append (text, "<tie id=\"last\" source=\"nobody\" target=\"a1\" type=\"y\" evidence=\"stated\"/></milieu>");
  assert_refused (text->str, text->len, "t.milieu:200004: tie “last”: its source “nobody”");
  g_string_free (text, TRUE);
}

/* ---- memory: never above 64 MB and eight times the file ---- */

#define MEMORY_BYTES (6 << 20) /* of the file */

/* as many records as can be */
static void
append_short (GString *text, guint i)
{
  g_string_append_printf (text, "<setting id=\"%x\" value=\"\"/>", i);
}

/* each names three that are not there */
static void
append_dangling (GString *text, guint i)
{
  g_string_append_printf (text, "<tie id=\"%x\" source=\"a%x\" target=\"b%x\" type=\"%x\" evidence=\"stated\"/>", i, i, i, i);
}

/* six bytes for one, when it is written back */
static void
append_quotes (GString *text, guint i)
{
  g_autofree char *quotes = g_strnfill (3 << 20, '"');

  g_string_append_printf (text, "<setting id=\"%x\" value=\"\" a='%s' b='%s'/>", i, quotes, quotes);
}

/* an element that we do not know, without a text */
static void
append_unknown (GString *text, guint i)
{
  g_string_append_printf (text, "<x a='\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"%u'/>", i);
}

static const struct { const char *path; void (*append) (GString *text, guint i); } memory_kinds[] = {
  { "/format/hostile/memory/short", append_short },
  { "/format/hostile/memory/dangling", append_dangling },
  { "/format/hostile/memory/quotes", append_quotes },
  { "/format/hostile/memory/unknown", append_unknown },
};

/* a process of its own, for the most that it ever held is what counts */
static void
open_alone (const char *path)
{
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (MilieuMap) map = NULL;
  struct rusage before, after;
  GStatBuf file;

  getrusage (RUSAGE_SELF, &before);
  map = milieu_project_read_report (path, report);
  if (map == NULL)
    map = milieu_project_salvage (path, report);
  getrusage (RUSAGE_SELF, &after);
  g_printerr ("%ld kB\n", after.ru_maxrss - before.ru_maxrss);
  g_assert_cmpint (g_stat (path, &file), ==, 0);
  _exit (after.ru_maxrss - before.ru_maxrss <= (64 << 10) + 8 * (file.st_size >> 10) ? 0 : 1);
}

static void
test_memory (gconstpointer append)
{
  GString *text = g_string_new (HEAD);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "milieu-memory-XXXXXX", NULL);
  void (*append_one) (GString *text, guint i) = append;

#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the checker of addresses takes memory of its own");
#endif
  for (guint i = 1; text->len < MEMORY_BYTES; i++)
    append_one (text, i);
  g_string_append (text, "</milieu>");
  close (g_mkstemp (path));
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  g_string_free (text, TRUE);
  g_setenv ("MILIEU_TEST_FILE", path, TRUE);
  g_test_trap_subprocess ("/format/hostile/memory/open", 0, 0);
  g_remove (path);
  g_test_trap_assert_passed ();
}

static void
test_open (void)
{
  if (g_test_subprocess ())
    open_alone (g_getenv ("MILIEU_TEST_FILE"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  g_test_add_func ("/format/hostile/truncated", test_truncated);
  g_test_add_func ("/format/hostile/garbled", test_garbled);
  g_test_add_func ("/format/hostile/words", test_words);
  g_test_add_func ("/format/hostile/all-are-said", test_all_are_said);
  g_test_add_func ("/format/hostile/entities", test_entities);
  g_test_add_func ("/format/hostile/deep", test_deep);
  g_test_add_func ("/format/hostile/huge", test_huge);
  g_test_add_func ("/format/hostile/many-attributes", test_many_attributes);
  g_test_add_func ("/format/hostile/no-file", test_no_file);
  g_test_add_func ("/format/hostile/large", test_large);
  g_test_add_func ("/format/hostile/memory/open", test_open);
  for (guint i = 0; i < G_N_ELEMENTS (memory_kinds); i++)
    g_test_add_data_func (memory_kinds[i].path, memory_kinds[i].append, test_memory);
  return g_test_run ();
}
