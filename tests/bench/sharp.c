/* sharp FILE map|network ROUNDS: from a jump of the camera to the last sharp
 * tile of a view of 1280×800, beside two threads that stroke the ties of that
 * view with plain cairo, half of them each. Then the peak of memory, in bytes. */
#include "figure/paint-cairo.h"
#include "format/project-read.h"
#include "session/scene.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "stopwatch.h"

#define WIDTH 1280
#define HEIGHT 800

typedef struct
{
  MilieuSession *session;
  MilieuScene *scene;
  guint round;
} View;

static void
settle (View *view)
{
  while (!milieu_scene_is_settled (view->scene))
    g_main_context_iteration (NULL, TRUE);
}

/* each to another scale, so that nothing is there */
static void
jump (gpointer data)
{
  View *view = data;
  MilieuCamera camera = milieu_scene_camera (view->scene);

  camera.zoom *= view->round++ % 2 ? 0.82 : 1.23;
  milieu_scene_set_camera (view->scene, camera);
  do
    g_main_context_iteration (NULL, TRUE);
  while (milieu_scene_painting (view->scene)->zoom != camera.zoom || !milieu_tiles_is_sharp (milieu_scene_tiles (view->scene)));
}

typedef struct
{
  const MilieuFigure *figure;
  MilieuPoint at;  /* of the page that comes to the corner */
  guint first;
} Half;

static void *
stroke_half (void *data)
{
  Half *half = data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint n;
  const MilieuMark *marks = milieu_figure_marks (half->figure, &n);

  cairo_translate (cr, -half->at.x, -half->at.y);
  for (guint i = half->first; i < n; i += 2)
    if (marks[i].kind == MILIEU_MARK_TIE)
      milieu_paint_mark (cr, milieu_style (MILIEU_STYLE_LIGHT), &marks[i]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return NULL;
}

static void
stroke (gpointer data)
{
  View *view = data;
  Half halves[2];
  pthread_t thread;

  for (guint i = 0; i < 2; i++)
    halves[i] = (Half) { milieu_scene_painting (view->scene)->ground, milieu_scene_view_to_page (view->scene, 0, 0), i };
  if (pthread_create (&thread, NULL, stroke_half, &halves[0]) != 0)
    g_error ("no thread");
  stroke_half (&halves[1]);
  pthread_join (thread, NULL);
}

static double
peak_of_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || !(line = strstr (status, "VmHWM:")))
    return 0;
  return 1024.0 * strtol (line + strlen ("VmHWM:"), NULL, 10);
}

static void
open_view (gpointer data)
{
  View *view = data;

  milieu_scene_set_size (view->scene, WIDTH, HEIGHT, 1);
  settle (view);
}

int
main (int argc, char **argv)
{
  View view = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMap) map = NULL;
  double peak;
  guint rounds;

  if (argc != 4)
    {
      fprintf (stderr, "usage: sharp FILE map|network ROUNDS\n");
      return 2;
    }
  map = milieu_project_read (argv[1], &error);
  if (map == NULL)
    g_error ("%s", error->message);
  rounds = strtoul (argv[3], NULL, 10);
  view.session = milieu_session_new ();
  milieu_document_take (milieu_session_document (view.session), map, NULL);
  view.scene = milieu_scene_new (view.session, strcmp (argv[2], "map") == 0 ? MILIEU_VIEW_MAP : MILIEU_VIEW_NETWORK);
  stopwatch_once ("opening view", open_view, &view, 1);
  peak = peak_of_memory ();
  stopwatch_time ("first sharp picture", rounds, jump, &view);
  settle (&view);
  peak = MAX (peak, peak_of_memory ());
  if (rounds > 0)
    stopwatch_time ("two threads", rounds, stroke, &view);
  printf ("memory\t%.0f\t%.0f\n", peak, peak);
  g_object_unref (view.scene);
  g_object_unref (view.session);
  return 0;
}
