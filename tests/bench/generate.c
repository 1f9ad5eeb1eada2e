/* generate ACTORS TIES SEED OUT.milieu: writes a made-up territory */
#include "bench/territory.h"

#include "format/project-write.h"
#include "format/save.h"

#include <stdlib.h>

int
main (int argc, char **argv)
{
  g_autoptr (MilieuMap) map = NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 5 || atoi (argv[1]) < 1)
    {
      g_printerr ("usage: generate ACTORS TIES SEED OUT.milieu\n");
      return 2;
    }
  map = territory_new (atoi (argv[1]), atoi (argv[2]), strtoull (argv[3], NULL, 10));
  snapshot = milieu_map_snapshot (map);
  bytes = milieu_project_write (snapshot);
  if (milieu_save_bytes (argv[4], bytes, &error))
    return 0;
  g_printerr ("generate: %s\n", error->message);
  return 1;
}
