/* milieu merge: three files in, one out, and a line for each thing that both changed. */
#include <glib/gstdio.h>
#include <string.h>

#include "cli/commands.h"

#define MAP(mel, more) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<milieu xmlns=\"urn:milieu:map\" version=\"1\">\n" \
  "  <kind id=\"place\" label=\"Place\"/>\n" \
  "  <actor id=\"mel\" name=\"MEL\" kind=\"place\"" mel "/>\n" more "</milieu>\n"
#define OTHER(id) "  <actor id=\"" id "\" name=\"" id "\" kind=\"place\"/>\n"

static char *folder;
static GString *said;

static char *
path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
put (const char *name, const char *text)
{
  g_autofree char *file = path (name);

  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

static char *
get (const char *name)
{
  g_autofree char *file = path (name);
  char *text = NULL;

  g_file_get_contents (file, &text, NULL, NULL);
  return text;
}

static void
hear (const char *words)
{
  g_string_append (said, words);
}

/* what the command prints stands in @said */
static int
merge (const char *prefer)
{
  g_autofree char *base = path ("base"), *ours = path ("ours"), *theirs = path ("theirs"), *out = path ("out");
  char *argv[] = { "merge", base, ours, theirs, "-o", out, "--prefer", (char *) prefer, NULL };
  g_autofree char **words = g_memdup2 (argv, sizeof argv);

  GPrintFunc before = g_set_print_handler (hear);
  int status;

  if (prefer == NULL)
    words[6] = NULL;
  g_string_truncate (said, 0);
  status = milieu_cli_merge (prefer != NULL ? 8 : 6, words);
  g_set_print_handler (before);
  return status;
}

static void
test_both_changed_other_things (void)
{
  g_autofree char *out = NULL;

  put ("base", MAP ("", ""));
  put ("ours", MAP (" sector=\"state\"", OTHER ("ours")));
  put ("theirs", MAP (" start=\"1967\"", OTHER ("theirs")));
  g_assert_cmpint (merge (NULL), ==, 0);
  g_assert_cmpstr (said->str, ==, "");
  out = get ("out");
  g_assert_cmpstr (out, ==, MAP (" sector=\"state\" start=\"1967\"", OTHER ("ours") OTHER ("theirs")));
}

static void
test_both_changed_one_thing (void)
{
  const struct { const char *prefer, *out; int status; } cases[] = {
    { NULL, MAP (" sector=\"state\"", ""), 1 },
    { "ours", MAP (" sector=\"state\"", ""), 0 },
    { "theirs", MAP (" sector=\"culture\"", ""), 0 },
  };

  put ("base", MAP (" sector=\"?\"", ""));
  put ("ours", MAP (" sector=\"state\"", ""));
  put ("theirs", MAP (" sector=\"culture\"", ""));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = NULL;

      g_assert_cmpint (merge (cases[i].prefer), ==, cases[i].status);
      g_assert_true (g_str_has_prefix (said->str, "both changed actor “mel”, sector: it was ?; ours state; theirs culture"));
      out = get ("out");
      g_assert_cmpstr (out, ==, cases[i].out);
    }
}

/* git gives an empty file where two branches added one map each */
static void
test_empty_base (void)
{
  g_autofree char *out = NULL;

  put ("base", "");
  put ("ours", MAP ("", OTHER ("ours")));
  put ("theirs", MAP ("", OTHER ("theirs")));
  g_assert_cmpint (merge (NULL), ==, 0);
  out = get ("out");
  g_assert_cmpstr (out, ==, MAP ("", OTHER ("ours") OTHER ("theirs")));
}

static void
test_refused (void)
{
  g_autofree char *out = NULL, *file = path ("out");
  char *none[] = { "merge", "one", "two", NULL };

  g_remove (file);
  put ("base", MAP ("", ""));
  put ("ours", MAP ("", ""));
  put ("theirs", "<milieu");
  g_assert_cmpint (merge (NULL), ==, 1);
  g_assert_cmpint (merge ("mine"), ==, 2);
  g_assert_cmpint (milieu_cli_merge (3, none), ==, 2);
  out = get ("out");
  g_assert_null (out);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  said = g_string_new (NULL);
  folder = g_dir_make_tmp ("milieu-merge-XXXXXX", NULL);
  g_test_add_func ("/merge/other-things", test_both_changed_other_things);
  g_test_add_func ("/merge/one-thing", test_both_changed_one_thing);
  g_test_add_func ("/merge/empty-base", test_empty_base);
  g_test_add_func ("/merge/refused", test_refused);
  status = g_test_run ();
  for (const char *const *name = (const char *const[]) { "base", "ours", "theirs", "out", NULL }; *name != NULL; name++)
    {
      g_autofree char *file = path (*name);
      g_remove (file);
    }
  g_rmdir (folder);
  g_free (folder);
  g_string_free (said, TRUE);
  return status;
}
