/* A view without a widget: what workers paint, how it is looked at, and what
 * makes it stale. */
#include "format/project-read.h"
#include "view-pixels.h"

#include "edit/actor.h"
#include "edit/tie.h"

#include <math.h>

typedef struct
{
  MilieuSession *session;
  MilieuScene *scene;
  guint painted;
} View;

static void
on_painted (View *view)
{
  view->painted++;
}

static void
wait_for_painting (View *view)
{
  guint before = view->painted;

  while (view->painted == before)
    g_main_context_iteration (NULL, TRUE);
  settle_scene (view->scene);
}

static guint32
add_actor (View *view, const char *name, double lon, double lat)
{
  MilieuNewActor actor = { .name = name, .kind = MILIEU_NO_KEY, .placed = lon != 0, .lon = lon, .lat = lat };
  guint32 key;

  g_assert_true (milieu_document_commit (milieu_session_document (view->session),
                                         milieu_edit_add_actor (milieu_session_map (view->session), &actor, &key), NULL));
  return key;
}

static void
add_tie (View *view, guint32 source, guint32 target)
{
  MilieuNewTie tie = { .source = source, .target = target, .type = MILIEU_NO_KEY };
  MilieuGroup *group = milieu_edit_add_tie (milieu_session_map (view->session), &tie, NULL, NULL);

  g_assert_true (milieu_document_commit (milieu_session_document (view->session), group, NULL));
}

static void
look_at (View *view, gconstpointer which)
{
  view->scene = milieu_scene_new (view->session, GPOINTER_TO_UINT (which));
  g_signal_connect_swapped (view->scene, "painted", G_CALLBACK (on_painted), view);
  milieu_scene_set_size (view->scene, 700, 650, 1);
  wait_for_painting (view);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (milieu_document_open_finish (MILIEU_DOCUMENT (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static void
set_up_example (View *view, gconstpointer which)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  gboolean done = FALSE;

  view->session = milieu_session_new ();
  milieu_document_open_async (milieu_session_document (view->session), file, on_opened, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  look_at (view, which);
}

/* four actors, one of them without a place, in a row of ties */
static void
set_up (View *view, gconstpointer which)
{
  guint32 mel, anis, pop, rubika;

  view->session = milieu_session_new ();
  mel = add_actor (view, "MEL", 3.05, 50.64);
  anis = add_actor (view, "ANIS", 3.16, 50.69);
  pop = add_actor (view, "POP Man", 0, 0);
  rubika = add_actor (view, "Rubika", 3.51, 50.36);
  add_tie (view, pop, mel);
  add_tie (view, pop, anis);
  add_tie (view, anis, rubika);
  look_at (view, which);
}

static void
tear_down (View *view, gconstpointer which)
{
  g_clear_object (&view->scene);
  g_clear_object (&view->session);
}

static guint32
key_of (View *view, const char *id)
{
  guint32 key = milieu_map_key (milieu_session_map (view->session), MILIEU_RECORD_ACTOR, id);

  g_assert_cmpuint (key, !=, MILIEU_NO_KEY);
  return key;
}

static void
test_painting (View *view, gconstpointer which)
{
  const MilieuPainting *painting = milieu_scene_painting (view->scene);
  g_autoptr (GBytes) bytes = pixels_of_scene (view->scene);
  const guint32 *pixels = g_bytes_get_data (bytes, NULL);
  gsize n = 700 * 650, others = 0;

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 4 * n);
  for (gsize i = 0; i < n; i++)
    others += pixels[i] != pixels[0];
  g_assert_cmpuint (others, >, n / 200); /* it is not blank */
  g_assert_nonnull (milieu_figure_find_actor (painting->ground, key_of (view, "anis"), 0));
}

static void
test_camera (View *view, gconstpointer which)
{
  MilieuPoint world = milieu_scene_to_world (view->scene, 123, 456), back = milieu_scene_to_view (view->scene, world);
  MilieuPoint page;

  g_assert_cmpfloat_with_epsilon (back.x, 123, 1e-6);
  g_assert_cmpfloat_with_epsilon (back.y, 456, 1e-6);
  milieu_scene_zoom (view->scene, 1.5, 123, 456);
  back = milieu_scene_to_view (view->scene, world);
  g_assert_cmpfloat_with_epsilon (back.x, 123, 0.5001); /* what is under the pointer stays there, to the pixel */
  g_assert_cmpfloat_with_epsilon (back.y, 456, 0.5001);
  page = back;
  milieu_scene_pan (view->scene, 10, -20);
  back = milieu_scene_to_view (view->scene, world);
  g_assert_cmpfloat_with_epsilon (back.x, page.x + 10, 1e-6);
  g_assert_cmpfloat_with_epsilon (back.y, page.y - 20, 1e-6);
  /* the painting is still the old one, and its page is seen where the world is */
  page = milieu_scene_view_to_page (view->scene, 350, 640);
  back = milieu_scene_page_to_view (view->scene, page.x, page.y);
  g_assert_cmpfloat_with_epsilon (back.x, 350, 1e-6);
  g_assert_cmpfloat_with_epsilon (back.y, 640, 1e-6);
  wait_for_painting (view);
  g_assert_cmpfloat (milieu_scene_painting (view->scene)->zoom, ==, milieu_scene_camera (view->scene).zoom);
}

/* the example, whose actors crowd in Lille */
static void
open_example (View *view)
{
  g_autofree char *path = g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", "hauts-de-france.milieu", NULL);
  g_autoptr (MilieuMap) map = milieu_project_read (path, NULL);

  g_assert_nonnull (map);
  milieu_document_take (milieu_session_document (view->session), map, NULL);
  wait_for_painting (view);
}

/* wherever one looks from, a view of tiles is the view that is painted at once */
static void
assert_same_as_afresh (View *view, gconstpointer which)
{
  MilieuCamera camera = milieu_scene_camera (view->scene);
  g_autoptr (MilieuScene) fresh = milieu_scene_new (view->session, GPOINTER_TO_UINT (which));
  g_autoptr (GBytes) panned = NULL, afresh = NULL;

  settle_scene (view->scene);
  milieu_scene_set_size (fresh, 700, 650, 1);
  milieu_scene_set_camera (fresh, camera);
  settle_scene (fresh);
  panned = pixels_of_scene (view->scene);
  afresh = pixels_of_scene (fresh);
  g_assert_true (g_bytes_equal (panned, afresh));
  if (GPOINTER_TO_UINT (which) == MILIEU_VIEW_MAP)
    g_assert_true (g_bytes_equal (milieu_scene_painting (view->scene)->pixels, milieu_scene_painting (fresh)->pixels));
}

static void
test_tiles (View *view, gconstpointer which)
{
  open_example (view);
  for (guint i = 0; i < 6; i++)
    {
      milieu_scene_zoom (view->scene, i % 2 ? 0.8 : 1.45, 100 + 90 * i, 500 - 60 * i);
      for (guint k = 0; k < 5; k++)
        {
          milieu_scene_pan (view->scene, 37.3 - 12.9 * i, 21.7);
          g_main_context_iteration (NULL, FALSE);
        }
      settle_scene (view->scene);
      milieu_scene_pan (view->scene, -33, 270);
      assert_same_as_afresh (view, which);
    }
}

static void
test_fit (View *view, gconstpointer which)
{
  MilieuCamera opening = milieu_scene_camera (view->scene), now;

  milieu_scene_zoom (view->scene, 3, 100, 100);
  wait_for_painting (view);
  milieu_scene_fit (view->scene);
  now = milieu_scene_camera (view->scene);
  g_assert_cmpfloat_with_epsilon (now.zoom, opening.zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (now.x, opening.x, 1e-6);
  wait_for_painting (view);
}

/* whether the ground itself has the rectangle that an inset shows: tiles paint no other panel than that of the ground */
static gboolean
has_lens (const MilieuFigure *ground)
{
  guint n;
  const MilieuMark *marks = milieu_figure_marks (ground, &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_POLYGON && marks[i].panel == marks[0].panel && marks[i].stroke == MILIEU_COLOUR_SOFT
        && marks[i].fill == MILIEU_COLOUR_CASING && marks[i].path.n_points == 4)
      return TRUE;
  return FALSE;
}

/* what lies on the card of an inset is not what lies below it on the map */
static void
test_inset (View *view, gconstpointer which)
{
  const MilieuPainting *painting;
  const MilieuMark *mark;
  MilieuPoint lille = { 704000, -7059000 }, world, head, seen;
  MilieuCamera camera;

  open_example (view);
  painting = milieu_scene_painting (view->scene);
  head = (MilieuPoint) { painting->card.x0 + 20, painting->card.y0 + 4 };
  mark = milieu_scene_find_actor (view->scene, key_of (view, "mutualab"), 0);
  seen = milieu_scene_mark_to_view (view->scene, mark, (MilieuPoint) { mark->symbol.x, mark->symbol.y });
  g_assert_true (painting->has_inset);
  g_assert_true (has_lens (painting->ground));
  g_assert_true (milieu_scene_inset_at (view->scene, seen.x, seen.y, &camera));
  g_assert_cmpfloat (milieu_scene_ground_at (view->scene, seen.x, seen.y, &world), >, milieu_scene_camera (view->scene).zoom);
  g_assert_cmpfloat (hypot (world.x - lille.x, world.y - lille.y), <, 4000);
  world = milieu_scene_to_world (view->scene, seen.x, seen.y);
  g_assert_cmpfloat (hypot (world.x - lille.x, world.y - lille.y), >, 10000);
  g_assert_cmpfloat (milieu_scene_ground_at (view->scene, head.x, head.y, &world), ==, 0);
  g_assert_cmpfloat (hypot (camera.x - lille.x, camera.y - lille.y), <, 10000);
  /* there, the map shows it itself */
  milieu_scene_set_camera (view->scene, camera);
  wait_for_painting (view);
  g_assert_false (milieu_scene_inset_at (view->scene, seen.x, seen.y, &camera));
}

/* an edit moves nobody's view, unless it is that of a map that nobody has looked at yet */
static void
test_hold (View *view, gconstpointer which)
{
  MilieuNewActor actor = { .name = "Loin", .kind = MILIEU_NO_KEY, .placed = TRUE, .lon = 3.3, .lat = 49.2 };
  MilieuDocument *document = milieu_session_document (view->session);
  MilieuCamera before = milieu_scene_camera (view->scene);
  guint32 key;

  milieu_scene_hold (view->scene);
  g_assert_true (milieu_document_commit (document, milieu_edit_add_actor (milieu_session_map (view->session), &actor, &key), NULL));
  wait_for_painting (view);
  g_assert_cmpfloat (milieu_scene_camera (view->scene).zoom, ==, before.zoom);
  milieu_scene_fit (view->scene);
  wait_for_painting (view);
  g_assert_cmpfloat (milieu_scene_camera (view->scene).zoom, <, before.zoom);
}

static void
test_show (View *view, gconstpointer which)
{
  guint32 placed = key_of (view, "anis"), unplaced = key_of (view, "pop-man");
  const MilieuMark *mark;
  MilieuPoint seen;

  g_assert_true (milieu_scene_show (view->scene, &placed, 1));
  wait_for_painting (view);
  mark = milieu_scene_find_actor (view->scene, placed, 0);
  g_assert_nonnull (mark);
  seen = milieu_scene_mark_to_view (view->scene, mark, (MilieuPoint) { mark->symbol.x, mark->symbol.y });
  g_assert_true (seen.x > 0 && seen.x < 700 && seen.y > 0 && seen.y < 650);
  if (GPOINTER_TO_UINT (which) == MILIEU_VIEW_MAP)
    g_assert_false (milieu_scene_show (view->scene, &unplaced, 1));
}

static void
test_stale (View *view, gconstpointer which)
{
  guint32 key, anis = key_of (view, "anis");
  MilieuPoint before = { 0 }, after = { 0 };
  gboolean stood = milieu_scene_spot_of (view->scene, anis, &before);

  key = add_actor (view, "La Piscine", 3.2, 50.6);
  wait_for_painting (view);
  g_assert_nonnull (milieu_scene_find_actor (view->scene, key, 0));
  g_assert_cmpuint (milieu_scene_painting (view->scene)->revision, ==, milieu_map_revision (milieu_session_map (view->session)));
  /* an edit leaves everyone else in their place */
  g_assert_cmpint (milieu_scene_spot_of (view->scene, anis, &after), ==, stood);
  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat (after.y, ==, before.y);
}

static void
test_light (View *view, gconstpointer which)
{
  g_autoptr (GBytes) unlit = pixels_of_scene (view->scene), lit = NULL, again = NULL;

  milieu_selection_only (milieu_session_selection (view->session), MILIEU_RECORD_ACTOR, key_of (view, "anis"));
  wait_for_painting (view);
  lit = pixels_of_scene (view->scene);
  g_assert_false (g_bytes_equal (unlit, lit));
  milieu_selection_clear (milieu_session_selection (view->session));
  wait_for_painting (view);
  again = pixels_of_scene (view->scene);
  g_assert_true (g_bytes_equal (unlit, again));
}

static void
add (const char *name, MilieuView which, void (*test) (View *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/scene/%s/%s", which == MILIEU_VIEW_MAP ? "map" : "network", name);

  g_test_add (path, View, GUINT_TO_POINTER (which), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint which = MILIEU_VIEW_MAP; which <= MILIEU_VIEW_NETWORK; which++)
    {
      add ("painting", which, test_painting);
      add ("camera", which, test_camera);
      add ("fit", which, test_fit);
      add ("show", which, test_show);
      add ("stale", which, test_stale);
      add ("light", which, test_light);
      add ("tiles", which, test_tiles);
    }
  g_test_add ("/scene/map/inset", View, GUINT_TO_POINTER (MILIEU_VIEW_MAP), set_up_example, test_inset, tear_down);
  add ("hold", MILIEU_VIEW_MAP, test_hold);
  return g_test_run ();
}
