/* The real canvas on a screen: what was panned, zoomed and dragged about is in
 * the end what a new canvas shows, pixel by pixel; and who rests draws nothing. */
#include "show.h"

#include "format/project-read.h"
#include "window/views.h"

#define WIDTH 640
#define HEIGHT 480

static MilieuMap *
read_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  MilieuMap *map = milieu_project_read (path, NULL);

  g_assert_nonnull (map);
  return map;
}

static void
open_example (Show *show, gconstpointer view)
{
  g_autoptr (MilieuMap) map = read_example ();

  show_open (show, map, GPOINTER_TO_UINT (view), WIDTH, HEIGHT);
}

static void
close_show (Show *show, gconstpointer view)
{
  show_close (show);
}

/* as the renderer of the window draws it */
static GBytes *
pixels_of (MilieuCanvas *canvas)
{
  int width = gtk_widget_get_width (GTK_WIDGET (canvas)), height = gtk_widget_get_height (GTK_WIDGET (canvas));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;
  guchar *pixels = g_malloc0 (4 * (gsize) width * height);

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (GTK_WIDGET (canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (canvas))), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, pixels, 4 * (gsize) width);
  return g_bytes_new_take (pixels, 4 * (gsize) width * height);
}

static void
assert_same_as_new (Show *show, gconstpointer view)
{
  Show new = { 0 };
  g_autoptr (MilieuMap) map = read_example ();
  g_autoptr (GBytes) ours = NULL, theirs = NULL;

  show_settle (show);
  show_open (&new, map, GPOINTER_TO_UINT (view), WIDTH, HEIGHT);
  milieu_scene_set_camera (new.canvas->scene, milieu_scene_camera (show->canvas->scene));
  show_settle (&new);
  ours = pixels_of (show->canvas);
  theirs = pixels_of (new.canvas);
  g_assert_true (g_bytes_equal (ours, theirs));
  show_close (&new);
}

static void
test_pan_and_zoom (Show *show, gconstpointer view)
{
  for (guint i = 0; i < 5; i++)
    {
      milieu_scene_pan (show->canvas->scene, 23.6 - 9 * i, 14.2);
      show_frames (show, 1);
    }
  milieu_canvas_zoom_step (show->canvas, 1);
  show_frames (show, 2); /* in motion */
  show_settle (show);
  milieu_canvas_zoom_step (show->canvas, 1);
  show_settle (show);
  milieu_scene_zoom (show->canvas->scene, 0.8, 100, 100);
  milieu_scene_pan (show->canvas->scene, -61, 8.5);
  assert_same_as_new (show, view);
}

static gboolean
on_time (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_rest (Show *show, gconstpointer view)
{
  gboolean over = FALSE;
  guint before;

  show_frames (show, 1);
  show_settle (show);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  before = show->frames;
  g_timeout_add (400, on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (show->frames, ==, before);
}

/* a drag is drawn over the tiles, and leaves no trace when it is given up */
static void
test_drag (Show *show, gconstpointer view)
{
  guint32 actor = milieu_map_key (milieu_session_map (show->session), MILIEU_RECORD_ACTOR, "mel");
  MilieuTool *tool = &show->canvas->tool;
  g_autoptr (GBytes) before = pixels_of (show->canvas), dragged = NULL, after = NULL;
  MilieuPoint at, pan;

  g_assert_true (milieu_canvas_where (show->canvas, actor, &at));
  tool->moves_actors = TRUE;
  milieu_tool_press (tool, at, (MilieuHit) { MILIEU_HIT_ACTOR, actor }, 0);
  for (guint i = 0; i < 4; i++)
    {
      milieu_tool_move (tool, (MilieuPoint) { at.x + 12 * i, at.y - 9 * i }, (MilieuHit) { MILIEU_HIT_NOTHING }, &pan);
      gtk_widget_queue_draw (GTK_WIDGET (show->canvas));
      show_frames (show, 1);
    }
  dragged = pixels_of (show->canvas);
  g_assert_false (g_bytes_equal (before, dragged));
  milieu_tool_cancel (tool);
  after = pixels_of (show->canvas);
  g_assert_true (g_bytes_equal (before, after));
}

/* sizes come and go faster than workers paint, and the window goes in the middle of it */
static void
test_storm (Show *show, gconstpointer view)
{
  for (guint i = 0; i < 12; i++)
    {
      milieu_scene_set_size (show->canvas->scene, i % 3 ? 200 + 90 * i : 1, i % 4 ? 700 - 40 * i : 1, 1 + i % 2);
      milieu_scene_zoom (show->canvas->scene, i % 2 ? 1e300 : 1e-300, 10, 10);
      milieu_scene_pan (show->canvas->scene, 1e300, -1e300);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* from the map to the network and back, in motion */
static void
test_motion (void)
{
  MilieuSession *session = milieu_session_new ();
  g_autoptr (MilieuMap) map = read_example ();
  MilieuViews *views = g_object_new (MILIEU_TYPE_VIEWS, NULL);
  Show show = { .session = session, .window = GTK_WINDOW (gtk_window_new ()) };
  g_autoptr (GBytes) before = NULL, after = NULL;

  milieu_document_take (milieu_session_document (session), map, NULL);
  milieu_views_set_session (views, session);
  gtk_window_set_decorated (show.window, FALSE);
  gtk_window_set_default_size (show.window, WIDTH, HEIGHT);
  gtk_window_set_child (show.window, GTK_WIDGET (views));
  gtk_window_present (show.window);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (views)), "after-paint", G_CALLBACK (on_after_paint), &show);
  show.canvas = milieu_views_map (views);
  show_settle (&show);
  show.canvas = milieu_views_network (views);
  show_settle (&show);
  before = pixels_of (milieu_views_map (views));
  g_object_set (views, "shown", "network", NULL);
  show_frames (&show, 1); /* of the motion, over both */
  g_object_set (views, "shown", "map", NULL);
  show_frames (&show, 1);
  show.canvas = milieu_views_map (views);
  show_settle (&show);
  after = pixels_of (milieu_views_map (views));
  g_assert_true (g_bytes_equal (before, after));
  show_close (&show);
}

static void
add (const char *name, MilieuView view, void (*test) (Show *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/canvas/%s/%s", view == MILIEU_VIEW_MAP ? "map" : "network", name);

  g_test_add (path, Show, GUINT_TO_POINTER (view), open_example, test, close_show);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint view = MILIEU_VIEW_MAP; view <= MILIEU_VIEW_NETWORK; view++)
    {
      add ("pan-and-zoom", view, test_pan_and_zoom);
      add ("rest", view, test_rest);
      add ("drag", view, test_drag);
      add ("storm", view, test_storm);
    }
  g_test_add_func ("/canvas/motion", test_motion);
  return g_test_run ();
}
