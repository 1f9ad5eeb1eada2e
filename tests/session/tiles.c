/* Tiles without a scene: what is painted, kept, given up; on threads that come
 * and go, or never come. The thread checker runs this program too. */
#include "session/tiles.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>

/* the linker sends every pthread_create() of this program here */
int __real_pthread_create (pthread_t *thread, const pthread_attr_t *attr, void *(*run) (void *), void *data);
int __wrap_pthread_create (pthread_t *thread, const pthread_attr_t *attr, void *(*run) (void *), void *data);

static gboolean no_threads;

int
__wrap_pthread_create (pthread_t *thread, const pthread_attr_t *attr, void *(*run) (void *), void *data)
{
  return no_threads ? EAGAIN : __real_pthread_create (thread, attr, run, data);
}

typedef struct
{
  MilieuTiles *tiles;
  guint changes;
} Wall;

static void
on_changed (gpointer wall)
{
  ((Wall *) wall)->changes++;
}

static void
set_up (Wall *wall, gconstpointer threads)
{
  no_threads = !GPOINTER_TO_INT (threads);
  wall->tiles = milieu_tiles_new (on_changed, wall);
}

static void
tear_down (Wall *wall, gconstpointer threads)
{
  milieu_tiles_free (wall->tiles);
  no_threads = FALSE;
}

static void
add_symbol (MilieuFigureBuilder *builder, guint key, double x, double y)
{
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS, .owner_type = MILIEU_RECORD_ACTOR, .owner = key, .id = "a",
    .symbol = { x, y, 13, key % MILIEU_N_SYMBOLS, key % MILIEU_N_GROUNDS } });
}

static void
add_tie (MilieuFigureBuilder *builder, guint key, MilieuPoint a, MilieuPoint b)
{
  milieu_figure_add (builder, &(MilieuMark) {
    .kind = MILIEU_MARK_TIE, .layer = MILIEU_LAYER_TIES, .flags = MILIEU_MARK_PLAIN | MILIEU_MARK_QUIET,
    .owner_type = MILIEU_RECORD_TIE, .owner = key, .id = "t", .width = 1.4, .fill_opacity = 0.25,
    .tie = { { a, { (a.x + b.x) / 2, (a.y + b.y) / 2 }, b }, 1, MILIEU_CLASS_INTERACTION, key % MILIEU_N_EVIDENCES, TRUE } });
}

/* a page of @side px whose corner is the origin of the plane, with a row of @n symbols tied to the first */
static MilieuTileSource *
source_new (double side, guint n, double step, double zoom)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new_window (side, side, MILIEU_LANGUAGE_ENGLISH, NULL, NULL);
  g_autoptr (MilieuFigure) figure = NULL;

  for (guint i = 0; i < n; i++)
    add_symbol (builder, i, 40 + step * i, 40 + step * (i % 7));
  for (guint i = 1; i < n; i++)
    add_tie (builder, i, (MilieuPoint) { 40, 40 }, (MilieuPoint) { 40 + step * i, 40 + step * (i % 7) });
  figure = milieu_figure_builder_finish (builder);
  return milieu_tile_source_new (&(MilieuTileSource) {
    .figure = figure, .zoom = zoom, .style = milieu_style (MILIEU_STYLE_LIGHT), .device_scale = 1 });
}

static void
show (Wall *wall, MilieuTileSource *source, guint content)
{
  milieu_tiles_show (wall->tiles, source, content);
  milieu_tile_source_unref (source);
}

static void
settle (Wall *wall)
{
  while (!milieu_tiles_is_sharp (wall->tiles) || milieu_tiles_is_busy (wall->tiles))
    g_main_context_iteration (NULL, TRUE);
}

static MilieuTileView
view_of (double zoom, gint64 left, int width, int height)
{
  return (MilieuTileView) { .zoom = zoom, .left = left, .width = width, .height = height,
                            .focus_x = width / 2, .focus_y = height / 2 };
}

static void
test_sharp (Wall *wall, gconstpointer threads)
{
  MilieuTileView view = view_of (1, 300, 700, 500), wide = view_of (0.5, 150, 700, 500);
  g_autoptr (GArray) seen = NULL, stretched = NULL;
  guint changes;

  milieu_tiles_look (wall->tiles, &view);
  show (wall, source_new (2048, 60, 20, 1), 1);
  settle (wall);
  seen = milieu_tiles_seen (wall->tiles, &view);
  g_assert_cmpuint (seen->len, >=, 3 * 2); /* px 300 to 1000 lie in three columns, 0 to 500 in two rows */
  for (guint i = 0; i < seen->len; i++)
    g_assert_true (g_array_index (seen, MilieuSeenTile, i).sharp);
  /* at rest nothing comes any more */
  changes = wall->changes;
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (wall->changes, ==, changes);
  /* farther away, the tiles that are there are shown half as large until others come */
  milieu_tiles_look (wall->tiles, &wide);
  g_assert_false (milieu_tiles_is_sharp (wall->tiles));
  stretched = milieu_tiles_seen (wall->tiles, &wide);
  g_assert_cmpuint (stretched->len, >, 0);
  g_assert_cmpint (g_array_index (stretched, MilieuSeenTile, 0).width, ==, MILIEU_TILE_SIDE / 2);
  g_assert_false (g_array_index (stretched, MilieuSeenTile, 0).sharp);
}

/* another content at the same scale comes as a whole, and the old one fades */
static void
test_content (Wall *wall, gconstpointer threads)
{
  MilieuTileView view = view_of (1, 0, 600, 400);
  g_autoptr (GArray) faded = NULL;

  milieu_tiles_look (wall->tiles, &view);
  show (wall, source_new (1024, 10, 30, 1), 1);
  settle (wall);
  g_assert_null (milieu_tiles_faded (wall->tiles, &view));
  show (wall, source_new (1024, 20, 30, 1), 2);
  g_assert_false (milieu_tiles_is_sharp (wall->tiles));
  settle (wall);
  faded = milieu_tiles_faded (wall->tiles, &view);
  g_assert_nonnull (faded);
  milieu_tiles_forget (wall->tiles);
  g_assert_null (milieu_tiles_faded (wall->tiles, &view));
}

/* however long one wanders, what is kept stays within two views and a bit */
static void
test_budget (Wall *wall, gconstpointer threads)
{
  const int side = 600;
  gsize most = 2 * (side / MILIEU_TILE_SIDE + 3) * (side / MILIEU_TILE_SIDE + 3) * 4 * MILIEU_TILE_SIDE * MILIEU_TILE_SIDE + (25 << 20);

  for (guint i = 0; i < 12; i++)
    {
      double zoom = 1 + i / 8.0;

      show (wall, source_new (4096, 5, 30, zoom), 1);
      for (gint64 left = 0; left <= 2600; left += 650)
        {
          MilieuTileView view = view_of (zoom, left, side, side);

          milieu_tiles_look (wall->tiles, &view);
          settle (wall);
          g_array_unref (milieu_tiles_seen (wall->tiles, &view));
          g_assert_cmpuint (milieu_tiles_bytes (wall->tiles), <=, most);
        }
    }
}

/* each wish takes the place of the one before, and the last one may never be heard */
static void
test_give_up (Wall *wall, gconstpointer threads)
{
  for (guint i = 0; i < 40; i++)
    {
      MilieuTileView view = view_of (1 + i % 5, 37 * i, 900, 700);

      show (wall, source_new (4096, 2000, 1.5, 1 + i % 5), i / 3);
      milieu_tiles_look (wall->tiles, &view);
      if (i % 4 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_extremes (Wall *wall, gconstpointer threads)
{
  static const int sizes[][2] = { { 1, 1 }, { 7680, 40 }, { 3, 4320 }, { 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      MilieuTileView view = view_of (1, 0, sizes[i][0], sizes[i][1]);

      milieu_tiles_look (wall->tiles, &view);
      show (wall, source_new (8192, 3000, 0, 1), 1 + i); /* all at one point */
      if (view.width > 0)
        settle (wall);
    }
}

static void
add (const char *name, gboolean threads, void (*test) (Wall *, gconstpointer))
{
  g_autofree char *path = g_strdup_printf ("/tiles/%s/%s", threads ? "threads" : "no-thread", name);

  g_test_add (path, Wall, GINT_TO_POINTER (threads), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int threads = 0; threads <= 1; threads++)
    {
      add ("sharp", threads, test_sharp);
      add ("content", threads, test_content);
      add ("budget", threads, test_budget);
      add ("give-up", threads, test_give_up);
      add ("extremes", threads, test_extremes);
    }
  return g_test_run ();
}
