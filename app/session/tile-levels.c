/* The tiles of one scale: which are there, which are missing, where they are seen. */
#include "session/tiles-private.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_STRETCH 0.1 /* tiles of a finer scale are not shown smaller than that */

static gint64
tile_of (gint64 px)
{
  return px >= 0 ? px / SIDE : -((-px + SIDE - 1) / SIDE);
}

static gint64
pack (gint64 column, gint64 row)
{
  return (gint64) ((guint64) (guint32) (gint32) column << 32 | (guint32) (gint32) row);
}

static void
tile_free (gpointer data)
{
  MilieuTile *tile = data;

  g_bytes_unref (tile->pixels);
  g_clear_object (&tile->shown);
  g_free (tile);
}

MilieuTileLevel *
milieu_tile_level_new (MilieuTileSource *source, guint id, guint content)
{
  MilieuTileLevel *level = g_new0 (MilieuTileLevel, 1);

  level->id = id;
  level->content = content;
  level->zoom = source->zoom * source->device_scale;
  level->source = milieu_tile_source_ref (source);
  level->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, tile_free);
  return level;
}

void
milieu_tile_level_free (gpointer data)
{
  MilieuTileLevel *level = data;

  milieu_tile_source_unref (level->source);
  g_hash_table_unref (level->tiles);
  g_free (level);
}

void
milieu_tile_level_take (MilieuTileLevel *level, MilieuTileSource *source)
{
  milieu_tile_source_ref (source);
  milieu_tile_source_unref (level->source);
  level->source = source;
}

gboolean
milieu_tile_level_has (const MilieuTileLevel *level, gint64 column, gint64 row)
{
  gint64 key = pack (column, row);

  return g_hash_table_contains (level->tiles, &key);
}

gboolean
milieu_tile_level_add (MilieuTileLevel *level, const MilieuPaintedTile *painted, guint64 now)
{
  gint64 key = pack (painted->column, painted->row);
  MilieuTile *tile;

  if (g_hash_table_contains (level->tiles, &key))
    return FALSE;
  tile = g_new0 (MilieuTile, 1);
  *tile = (MilieuTile) { painted->column, painted->row, g_bytes_ref (painted->pixels), NULL, now };
  g_hash_table_insert (level->tiles, g_memdup2 (&key, sizeof key), tile);
  return TRUE;
}

/* ---- what is missing ---- */

MilieuTileRange
milieu_tile_view_range (const MilieuTileView *view, gint64 about)
{
  return (MilieuTileRange) { tile_of (view->left) - about, tile_of (view->top) - about,
                             tile_of (view->left + view->width - 1) + about, tile_of (view->top + view->height - 1) + about };
}

gboolean
milieu_tile_level_covers (const MilieuTileLevel *level, const MilieuTileView *view)
{
  MilieuTileRange range = milieu_tile_view_range (view, 0);

  if (level->zoom != view->zoom || view->width <= 0 || view->height <= 0)
    return FALSE;
  for (gint64 row = range.top; row <= range.bottom; row++)
    for (gint64 column = range.left; column <= range.right; column++)
      if (!milieu_tile_level_has (level, column, row))
        return FALSE;
  return TRUE;
}

/* whole tiles of the page */
static MilieuTileRange
range_of_page (const MilieuTileSource *s)
{
  gint64 x = (gint64) s->corner.x * s->device_scale, y = (gint64) s->corner.y * s->device_scale;
  gint64 width = (gint64) milieu_figure_width (s->figure) * s->device_scale;
  gint64 height = (gint64) milieu_figure_height (s->figure) * s->device_scale;

  return (MilieuTileRange) { -tile_of (-x), -tile_of (-y), tile_of (x + width) - 1, tile_of (y + height) - 1 };
}

typedef struct
{
  MilieuTileRequest request;
  double distance;
} Wish;

static double
distance_to (const MilieuTileView *view, gint64 column, gint64 row)
{
  double dx = (column + 0.5) * SIDE - view->left - view->focus_x, dy = (row + 0.5) * SIDE - view->top - view->focus_y;

  return dx * dx + dy * dy;
}

static int
compare_wishes (gconstpointer a, gconstpointer b)
{
  const Wish *p = a, *q = b;

  return (p->distance > q->distance) - (p->distance < q->distance);
}

void
milieu_tile_level_wish (const MilieuTileLevel *level, MilieuTileRange range, const MilieuTileView *view,
                        MilieuTilePainter *painter, GArray *requests)
{
  MilieuTileRange page = range_of_page (level->source);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));

  for (gint64 row = MAX (range.top, page.top); row <= MIN (range.bottom, page.bottom); row++)
    for (gint64 column = MAX (range.left, page.left); column <= MIN (range.right, page.right); column++)
      {
        Wish wish = { { level->source, level->id, column, row }, distance_to (view, column, row) };

        if (!milieu_tile_level_has (level, column, row) && !milieu_tile_painter_has (painter, level->id, column, row))
          g_array_append_val (wishes, wish);
      }
  g_array_sort (wishes, compare_wishes);
  for (guint i = 0; i < wishes->len; i++)
    g_array_append_val (requests, g_array_index (wishes, Wish, i).request);
}

/* ---- what is seen ---- */

/* edges on whole px, so that neighbours leave no seam */
static void
see_tile (MilieuTile *tile, const MilieuTileView *view, double ratio, guint64 now, GArray *seen)
{
  double x0 = floor (tile->column * SIDE * ratio + 0.5) - view->left, x1 = floor ((tile->column + 1) * SIDE * ratio + 0.5) - view->left;
  double y0 = floor (tile->row * SIDE * ratio + 0.5) - view->top, y1 = floor ((tile->row + 1) * SIDE * ratio + 0.5) - view->top;
  MilieuSeenTile one = { .tile = tile, .sharp = ratio == 1 };

  if (x1 <= 0 || y1 <= 0 || x0 >= view->width || y0 >= view->height || x1 <= x0 || y1 <= y0)
    return;
  one.x = (int) x0;
  one.y = (int) y0;
  one.width = (int) (x1 - x0);
  one.height = (int) (y1 - y0);
  tile->used = now;
  g_array_append_val (seen, one);
}

static int
compare_seen (gconstpointer a, gconstpointer b)
{
  const MilieuSeenTile *p = a, *q = b;

  if (p->tile->row != q->tile->row)
    return p->tile->row < q->tile->row ? -1 : 1;
  return (p->tile->column > q->tile->column) - (p->tile->column < q->tile->column);
}

void
milieu_tile_level_see (const MilieuTileLevel *level, const MilieuTileView *view, guint64 now, GArray *seen)
{
  guint first = seen->len;
  GHashTableIter iter;
  gpointer tile;

  if (view->zoom / level->zoom < LEAST_STRETCH)
    return;
  g_hash_table_iter_init (&iter, level->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    see_tile (tile, view, view->zoom / level->zoom, now, seen);
  qsort (&g_array_index (seen, MilieuSeenTile, first), seen->len - first, sizeof (MilieuSeenTile), compare_seen);
}
