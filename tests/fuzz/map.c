/* Any bytes as a map file: what can be opened is written the same twice, and what can be salvaged can be opened. */
#include "fuzz.h"

#include "format/project-read.h"
#include "format/project-write.h"

static GBytes *
write_map (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);

  return milieu_project_write (snapshot);
}

static void
check_map (MilieuMap *map)
{
  g_autoptr (GBytes) once = write_map (map), twice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) again = milieu_project_read_bytes (once, "again", &error);

  g_assert_no_error (error);
  twice = write_map (again);
  g_assert_true (g_bytes_equal (once, twice));
}

int
LLVMFuzzerTestOneInput (const guint8 *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, size);
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = milieu_project_read_bytes (bytes, "fuzz", &error);
  g_autoptr (MilieuMap) rest = milieu_project_salvage_bytes (bytes, "fuzz", report);

  g_assert_true ((map != NULL) != (error != NULL));
  if (map != NULL)
    check_map (map);
  if (rest != NULL)
    check_map (rest);
  return 0;
}
