/* Any lines as a journal: those that fit the map are applied, the others change nothing. */
#include "fuzz.h"

#include <string.h>

#include "format/journal-line.h"
#include "format/project-read.h"
#include "format/project-write.h"

static void
check_map (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (GBytes) bytes = milieu_project_write (snapshot);
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) again = milieu_project_read_bytes (bytes, "again", &error);

  g_assert_true ((again != NULL) != (error != NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) bytes, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 200);
  g_autoptr (MilieuMap) map = milieu_map_new ();

  for (char **line = lines; *line != NULL; line++)
    {
      g_autoptr (MilieuGroup) group = NULL;
      gint64 time;

      g_free (milieu_journal_unseal (*line, strlen (*line)));
      g_free (milieu_journal_words (*line, &time));
      group = milieu_journal_group (*line, map, NULL);
      if (group != NULL)
        milieu_map_apply (map, group, NULL);
    }
  check_map (map);
  return 0;
}
