#include "session/ground.h"

#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static MilieuBasemap *basemap;
static MilieuGazetteer *gazetteer;

static void
read_ground (void)
{
  g_autoptr (GError) error = NULL;

  basemap = milieu_basemap_load (NULL, &error);
  if (error)
    g_warning ("%s", error->message);
  g_clear_error (&error);
  gazetteer = milieu_gazetteer_load (NULL, &error);
  if (error)
    g_warning ("%s", error->message);
}

MilieuBasemap *
milieu_ground_basemap (void)
{
  pthread_once (&once, read_ground);
  return basemap;
}

MilieuGazetteer *
milieu_ground_gazetteer (void)
{
  pthread_once (&once, read_ground);
  return gazetteer;
}
