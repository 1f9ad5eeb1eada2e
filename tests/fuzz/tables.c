/* Any bytes as a table; the first says of what. What is imported is a map that can be opened, and nothing is silent. */
#include "fuzz.h"

#include <glib/gstdio.h>

#include "format/import.h"
#include "format/project-read.h"
#include "format/project-write.h"
#include "format/tables.h"

#define ACTORS "id,name,kind\na,A,place\nb,B,school\n"

static const char *
put (const char *name, const void *text, gsize size)
{
  static GHashTable *paths;
  char *path;

  if (paths == NULL)
    paths = g_hash_table_new (g_str_hash, g_str_equal);
  path = g_hash_table_lookup (paths, name);
  if (path == NULL)
    {
      path = g_strdup_printf ("%s/milieu-fuzz-%s-%d.csv", g_get_tmp_dir (), name, (int) getpid ());
      g_hash_table_insert (paths, (char *) name, path);
    }
  g_assert_true (g_file_set_contents_full (path, text, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return path;
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (MilieuMap) map = milieu_map_new (), again = NULL;
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (GBytes) written = NULL;
  MilieuImport what = { 0 };
  const char **tables[] = { &what.actors, &what.ties, &what.grounds, &what.scope, &what.claims };
  MilieuGroup *group;

  if (size == 0)
    return 0;
  what.actors = put ("actors", ACTORS, sizeof ACTORS - 1);
  *tables[bytes[0] % G_N_ELEMENTS (tables)] = put ("fuzz", bytes + 1, size - 1);
  group = milieu_import (map, &what, report, &error);
  g_assert_true ((group != NULL) != (error != NULL));
  if (group == NULL)
    return 0;
  g_assert_true (milieu_map_apply (map, group, NULL));
  milieu_group_unref (group);
  snapshot = milieu_map_snapshot (map);
  written = milieu_project_write (snapshot);
  again = milieu_project_read_bytes (written, "again", &error);
  g_assert_no_error (error);
  return 0;
}
