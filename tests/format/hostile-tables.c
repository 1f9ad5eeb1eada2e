/* Tables that wish us ill: whatever their rows, the memory of an import stays within 64 MB and eight times the file. */
#include "format/import.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define MUCH (6 << 20)     /* bytes */
#define LITTLE (700 << 10) /* short rows that may all be taken */

static void
append_id (GString *text, guint i)
{
  g_string_append_printf (text, "%x,a,a,,,\n", i);
}

static void
append_bare (GString *text, guint i)
{
  g_string_append_printf (text, "%x\n", i);
}

static void
append_same (GString *text, guint i)
{
  g_string_append (text, "a\n");
}

static void
append_wrong (GString *text, guint i)
{
  g_string_append_printf (text, "%x,a,a,x,y,\n", i);
}

static void
append_kind (GString *text, guint i)
{
  g_string_append_printf (text, "%x,a,%x,,,\n", i, i);
}

static void
append_source (GString *text, guint i)
{
  g_string_append_printf (text, "%x,a,a,,,%x\n", i, i);
}

static void
append_cells (GString *text, guint i)
{
  g_string_append (text, "a,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,\n");
}

static void
append_beyond (GString *text, guint i)
{
  g_string_append (text, "a,a,a,,,,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b,b\n");
}

static void
append_blank (GString *text, guint i)
{
  g_string_append_c (text, '\n');
}

static void
append_long (GString *text, guint i)
{
  g_autofree char *name = g_strnfill (1 << 20, 'n');

  g_string_append_printf (text, "%x,%s,a,,,\n", i, name);
}

static const struct { const char *path; void (*append) (GString *text, guint i); gsize bytes; } kinds[] = {
  { "/hostile-tables/ids", append_id, MUCH },         { "/hostile-tables/ids-taken", append_id, LITTLE },
  { "/hostile-tables/bare", append_bare, MUCH },      { "/hostile-tables/same", append_same, MUCH },
  { "/hostile-tables/wrong", append_wrong, MUCH },    { "/hostile-tables/wrong-taken", append_wrong, LITTLE / 2 },
  { "/hostile-tables/kinds", append_kind, MUCH },     { "/hostile-tables/sources", append_source, MUCH },
  { "/hostile-tables/cells", append_cells, MUCH },    { "/hostile-tables/beyond", append_beyond, MUCH },
  { "/hostile-tables/blank", append_blank, MUCH },    { "/hostile-tables/long", append_long, MUCH },
};

/* a process of its own, for the most that it ever held is what counts */
static G_GNUC_NORETURN void
import_alone (const char *path)
{
  const MilieuImport what = { .actors = path };
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuGroup) group = NULL;
  g_autoptr (GError) error = NULL;
  struct rusage before, after;
  GStatBuf file;

  getrusage (RUSAGE_SELF, &before);
  group = milieu_import (map, &what, report, &error);
  g_assert_true ((group != NULL) != (error != NULL));
  if (group != NULL)
    g_assert_true (milieu_map_apply (map, group, NULL));
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (g_stat (path, &file), ==, 0);
  g_printerr ("%ld kB for %ld kB: %s\n", after.ru_maxrss - before.ru_maxrss, (long) file.st_size >> 10, error != NULL ? error->message : "taken");
  _exit (after.ru_maxrss - before.ru_maxrss <= (64 << 10) + 8 * (file.st_size >> 10) ? 0 : 1);
}

static void
test_memory (gconstpointer data)
{
  guint k = GPOINTER_TO_UINT (data);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "milieu-table-XXXXXX", NULL);
  GString *text = g_string_new ("id,name,kind,start,end,source\n");

#ifdef __SANITIZE_ADDRESS__
  g_string_free (text, TRUE);
  g_test_skip ("the checker of addresses takes memory of its own");
  return;
#endif
  for (guint i = 1; text->len < kinds[k].bytes; i++)
    kinds[k].append (text, i);
  close (g_mkstemp (path));
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_string_free (text, TRUE);
  g_setenv ("MILIEU_TEST_FILE", path, TRUE);
  g_test_trap_subprocess ("/hostile-tables/import", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_remove (path);
  g_test_trap_assert_passed ();
}

static void
test_import (void)
{
  if (g_test_subprocess ())
    import_alone (g_getenv ("MILIEU_TEST_FILE"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile-tables/import", test_import);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_add_data_func (kinds[i].path, GUINT_TO_POINTER (i), test_memory);
  return g_test_run ();
}
