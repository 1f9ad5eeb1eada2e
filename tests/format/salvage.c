/* What a damaged file still holds: it can always be written and opened again, and nothing whole is left behind. */
#include "format/project-read.h"
#include "format/project-write.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<milieu xmlns=\"urn:milieu:map\" version=\"1\">\n"
#define KIND "  <kind id=\"k\" label=\"K\"/>\n"
#define ACTOR(id) "  <actor id=\"" id "\" name=\"" id "\" kind=\"k\"/>\n"
#define TAIL "</milieu>\n"

static char *path;

/* (nullable) (transfer full): what is left of @text, written out; @faults: how many things were said of it */
static char *
salvage (const char *text, gsize length, guint *faults)
{
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (MilieuMap) map = NULL, again = NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  map = milieu_project_salvage (path, report);
  *faults = milieu_report_size (report);
  if (map == NULL)
    return NULL;
  snapshot = milieu_map_snapshot (map);
  bytes = milieu_project_write (snapshot);
  again = milieu_project_read_bytes (bytes, "again", &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* each record that is not there any more is told by its line */
static void
test_told (void)
{
  static const char text[] = HEAD KIND "  <type id=\"t\" label=\"T\" class=\"institution\"/>\n" ACTOR ("a")
                             "  <actor id=\"b\" kind=\"k\"/>\n  <tie id=\"e\" source=\"a\" target=\"b\" type=\"t\" evidence=\"stated\"/>\n"
                             "  <claim id=\"c\" subject=\"tie:e\" evidence=\"stated\"/>\n  <spot id=\"b\" x=\"1\" y=\"2\"/>\n" TAIL;
  static const struct { guint line; const char *begins; } told[] = {
    { 6, "actor “b” lacks its name" }, { 7, "tie “e” goes with actor “b”" }, { 8, "claim “c” goes with tie “e”" },
    { 9, "spot “b” goes with actor “b”" },
  };
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (MilieuMap) map = milieu_project_salvage_bytes (bytes, "map", report);

  g_assert_nonnull (map);
  g_assert_cmpuint (milieu_report_size (report), ==, G_N_ELEMENTS (told));
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_assert_cmpuint (milieu_report_get (report, i)->line, ==, told[i].line);
      g_assert_true (g_str_has_prefix (milieu_report_get (report, i)->words, told[i].begins));
    }
}

static void
assert_left (const char *text, const char *left)
{
  guint faults;
  g_autofree char *got = salvage (text, strlen (text), &faults);

  g_assert_cmpstr (got, ==, left);
  g_assert_cmpuint (faults, >, 0);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = text != NULL ? strstr (text, what) : NULL; at != NULL; at = strstr (at + 1, what))
    n++;
  return n;
}

static void
test_records (void)
{
  /* cut in the middle of a record */
  assert_left (HEAD KIND ACTOR ("a") "  <actor id=\"b\" na", HEAD KIND ACTOR ("a") TAIL);
  /* a tie whose actor is lost goes, with what was said of it and where the actor stood */
  assert_left (HEAD KIND "  <type id=\"t\" label=\"T\" class=\"institution\"/>\n" ACTOR ("a")
               "  <actor id=\"b\" kind=\"k\"/>\n  <tie id=\"e\" source=\"a\" target=\"b\" type=\"t\" evidence=\"stated\"/>\n"
               "  <claim id=\"c\" subject=\"tie:e\" evidence=\"stated\"/>\n  <spot id=\"a\" x=\"1\" y=\"2\"/>\n"
               "  <spot id=\"b\" x=\"1\" y=\"2\"/>\n" TAIL,
               HEAD KIND "  <type id=\"t\" label=\"T\" class=\"institution\"/>\n" ACTOR ("a") "  <spot id=\"a\" x=\"1\" y=\"2\"/>\n" TAIL);
  /* a field that is wrong goes alone, if one can do without it */
  assert_left (HEAD KIND "  <actor id=\"a\" name=\"a\" kind=\"k\" start=\"soon\">\n    <place lon=\"3\"/>\n  </actor>\n" TAIL,
               HEAD KIND ACTOR ("a") TAIL);
  /* the second of one id goes */
  assert_left (HEAD KIND ACTOR ("a") "  <actor id=\"a\" name=\"other\" kind=\"k\"/>\n" TAIL, HEAD KIND ACTOR ("a") TAIL);
  /* a kind that was lost has a stand-in, a source none */
  assert_left (HEAD ACTOR ("a") "  <claim id=\"c\" subject=\"actor:a\" evidence=\"stated\" source=\"s\"/>\n" TAIL,
               HEAD "  <kind id=\"k\" label=\"k\"/>\n" ACTOR ("a") "  <claim id=\"c\" subject=\"actor:a\" evidence=\"stated\"/>\n" TAIL);
}

/* an editor left a bare & in a name: the rest of the file is there */
static void
test_syntax (void)
{
  guint faults;
  const char *text = HEAD KIND ACTOR ("a") "  <actor id=\"b\" name=\"R & D\" kind=\"k\"/>\n" ACTOR ("c") TAIL;
  g_autofree char *left = salvage (text, strlen (text), &faults);

  g_assert_cmpuint (faults, >, 0);
  g_assert_nonnull (strstr (left, ACTOR ("a")));
  g_assert_nonnull (strstr (left, ACTOR ("c")));
}

static void
test_nothing (void)
{
  guint faults;

  g_assert_null (salvage ("", 0, &faults));
  g_assert_null (salvage ("not a map", 9, &faults));
  g_assert_null (salvage (HEAD, strlen (HEAD), &faults));
}

/* the more of the file there is, the more of the map there is */
static void
test_truncated (void)
{
  g_autofree char *example = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_autofree char *text = NULL, *whole = NULL;
  gsize size;
  guint most = 0, faults;

  g_assert_true (g_file_get_contents (example, &text, &size, NULL));
  for (gsize end = 0; end < size - 1; end += 971)
    {
      g_autofree char *left = salvage (text, end, &faults);
      guint n = count (left, "\n  <actor ") + count (left, "\n  <tie ") + count (left, "\n  <claim ");

      g_assert_cmpuint (n, >=, most);
      g_assert_cmpuint (faults, >, 0);
      /* all that stood whole before the cut */
      if (left != NULL)
        {
          g_autofree char *head = g_strndup (text, end);
          g_assert_cmpuint (count (left, "\n  <actor "), ==, count (head, "</actor>"));
        }
      most = n;
    }
  whole = salvage (text, size, &faults);
  g_assert_cmpstr (whole, ==, text);
  g_assert_cmpuint (faults, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("milieu-salvage-XXXXXX", NULL);
  path = g_build_filename (folder, "map.milieu", NULL);
  g_test_add_func ("/salvage/records", test_records);
  g_test_add_func ("/salvage/told", test_told);
  g_test_add_func ("/salvage/syntax", test_syntax);
  g_test_add_func ("/salvage/nothing", test_nothing);
  g_test_add_func ("/salvage/truncated", test_truncated);
  status = g_test_run ();
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
  return status;
}
