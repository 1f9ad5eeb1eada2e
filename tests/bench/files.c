/* files MAP ROUNDS: opening and saving a map, and a bare libxml2 reader that
 * passes over the same file and reads every attribute. The first line is the
 * most memory that opening took, in bytes. */
#include "bench/stopwatch.h"

#include "format/project-read.h"
#include "format/project-write.h"
#include "format/save.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <sys/resource.h>

typedef struct
{
  const char *path;
  char *copy;
  MilieuSnapshot *snapshot;
  MilieuMap *opened; /* let go outside the time, as the peer keeps nothing */
  gsize seen;
} Files;

static void
open_map (gpointer data)
{
  Files *files = data;
  g_autoptr (GError) error = NULL;

  files->opened = milieu_project_read (files->path, &error);
  if (files->opened == NULL)
    g_error ("%s", error->message);
}

static void
save_map (gpointer data)
{
  Files *files = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = milieu_project_write (files->snapshot);

  if (!milieu_save_bytes (files->copy, bytes, &error))
    g_error ("%s", error->message);
}

static void
pass_over (gpointer data)
{
  Files *files = data;
  xmlTextReaderPtr reader = xmlReaderForFile (files->path, NULL, XML_PARSE_NONET);

  while (xmlTextReaderRead (reader) == 1)
    while (xmlTextReaderMoveToNextAttribute (reader) == 1)
      files->seen += xmlTextReaderConstName (reader)[0] + xmlTextReaderConstValue (reader)[0];
  xmlFreeTextReader (reader);
}

static void
tell_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("memory\t%ld\t%ld\n", usage.ru_maxrss << 10, usage.ru_maxrss << 10);
}

int
main (int argc, char **argv)
{
  Files files = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = argc == 3 ? milieu_project_read (argv[1], &error) : NULL;
  guint rounds;

  if (map == NULL)
    {
      g_printerr ("files: %s\n", error != NULL ? error->message : "MAP ROUNDS");
      return 2;
    }
  tell_memory ();
  rounds = atoi (argv[2]);
  files.path = argv[1];
  files.copy = g_strconcat (argv[1], ".saved", NULL);
  files.snapshot = milieu_map_snapshot (map);
  for (guint i = 0; i < rounds; i++)
    {
      stopwatch_once ("bare reader", pass_over, &files, 1);
      stopwatch_once ("open", open_map, &files, 1);
      g_clear_object (&files.opened);
      stopwatch_once ("save", save_map, &files, 1);
    }
  remove (files.copy);
  milieu_snapshot_unref (files.snapshot);
  g_free (files.copy);
  return files.seen == 0;
}
