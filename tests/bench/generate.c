/* generate communities|attachment ACTORS TIES SEED OUT.milieu: writes a made-up territory */
#include "bench/territory.h"

#include "format/project-write.h"
#include "format/save.h"

#include <stdlib.h>
#include <string.h>

int
main (int argc, char **argv)
{
  g_autoptr (MilieuMap) map = NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TerritoryKind kind;

  if (argc != 6 || atoi (argv[2]) < 1)
    {
      g_printerr ("usage: generate communities|attachment ACTORS TIES SEED OUT.milieu\n");
      return 2;
    }
  kind = strcmp (argv[1], "attachment") == 0 ? TERRITORY_ATTACHMENT : TERRITORY_COMMUNITIES;
  map = territory_new (kind, atoi (argv[2]), atoi (argv[3]), strtoull (argv[4], NULL, 10));
  snapshot = milieu_map_snapshot (map);
  bytes = milieu_project_write (snapshot);
  if (milieu_save_bytes (argv[5], bytes, &error))
    return 0;
  g_printerr ("generate: %s\n", error->message);
  return 1;
}
