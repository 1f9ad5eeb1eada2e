#include "session/tiles-private.h"

#include <stdlib.h>

#define TILE_BYTES (4 * SIDE * SIDE)
#define SPARE (24 * 1024 * 1024) /* bytes that are kept beyond two views */
#define MOST_AHEAD 50000         /* marks of a figure whose tiles are painted before they are seen */

typedef MilieuTileLevel Level;

struct _MilieuTiles
{
  MilieuTilePainter *painter;
  void (*changed) (gpointer data);
  gpointer data;
  GPtrArray *levels;
  Level *shown, *coming, *faded; /* (nullable): of the levels */
  MilieuTileView view;
  guint64 clock;
  guint next_id;
  guint n_tiles;
};

/* ---- levels ---- */

static void
drop_level (MilieuTiles *self, Level *level)
{
  self->n_tiles -= g_hash_table_size (level->tiles);
  if (level == self->faded)
    self->faded = NULL;
  g_ptr_array_remove (self->levels, level);
}

/* what shows another content, or nothing any more */
static void
drop_stale_levels (MilieuTiles *self)
{
  for (guint i = self->levels->len; i-- > 0;)
    {
      Level *level = self->levels->pdata[i];

      if (level == self->shown || level == self->coming || level == self->faded)
        continue;
      if (level->content != self->shown->content || g_hash_table_size (level->tiles) == 0)
        drop_level (self, level);
    }
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const MilieuTile *p = *(MilieuTile *const *) a, *q = *(MilieuTile *const *) b;

  return (p->used > q->used) - (p->used < q->used);
}

static guint
most_tiles (const MilieuTiles *self)
{
  guint across = self->view.width / SIDE + 3, down = self->view.height / SIDE + 3;

  return 2 * across * down + SPARE / TILE_BYTES;
}

static gboolean
is_older (gpointer key, gpointer value, gpointer limit)
{
  return ((MilieuTile *) value)->used <= *(guint64 *) limit;
}

/* those that were not seen for longest go first; what is seen now stays */
static void
evict (MilieuTiles *self)
{
  g_autoptr (GPtrArray) all = NULL;
  guint64 limit;

  if (self->n_tiles <= most_tiles (self))
    return;
  all = g_ptr_array_sized_new (self->n_tiles);
  for (guint i = 0; i < self->levels->len; i++)
    {
      GHashTableIter iter;
      gpointer tile;

      g_hash_table_iter_init (&iter, ((Level *) self->levels->pdata[i])->tiles);
      while (g_hash_table_iter_next (&iter, NULL, &tile))
        g_ptr_array_add (all, tile);
    }
  qsort (all->pdata, all->len, sizeof (gpointer), compare_used);
  limit = ((MilieuTile *) all->pdata[all->len - most_tiles (self)])->used;
  limit = MIN (limit, self->clock > 0 ? self->clock - 1 : 0);
  for (guint i = 0; i < self->levels->len; i++)
    self->n_tiles -= g_hash_table_foreach_remove (((Level *) self->levels->pdata[i])->tiles, is_older, &limit);
  drop_stale_levels (self);
}

/* ---- what is missing ---- */

/* what is seen, then what lies about it, so that a hand that pans finds it there */
static void
ask (MilieuTiles *self)
{
  Level *level = self->coming ? self->coming : self->shown;
  g_autoptr (GArray) requests = g_array_new (FALSE, FALSE, sizeof (MilieuTileRequest));
  guint n_marks;

  if (level && level->zoom == self->view.zoom && self->view.width > 0 && self->view.height > 0)
    {
      milieu_tile_level_wish (level, milieu_tile_view_range (&self->view, 0), &self->view, self->painter, requests);
      milieu_figure_marks (level->source->figure, &n_marks);
      if (n_marks <= MOST_AHEAD && milieu_tile_level_covers (level, &self->view))
        milieu_tile_level_wish (level, milieu_tile_view_range (&self->view, 1), &self->view, self->painter, requests);
    }
  milieu_tile_painter_ask (self->painter, (MilieuTileRequest *) requests->data, requests->len);
}

/* ---- what arrives ---- */

static Level *
find_level (MilieuTiles *self, guint id)
{
  for (guint i = 0; i < self->levels->len; i++)
    if (((Level *) self->levels->pdata[i])->id == id)
      return self->levels->pdata[i];
  return NULL;
}

static void
on_arrived (const MilieuPaintedTile *painted, gpointer data)
{
  MilieuTiles *self = data;
  Level *level = find_level (self, painted->level);

  if (level)
    self->n_tiles += milieu_tile_level_add (level, painted, self->clock);
}

static void
settle (MilieuTiles *self)
{
  if (self->coming && milieu_tile_level_covers (self->coming, &self->view))
    {
      self->faded = self->shown;
      self->shown = self->coming;
      self->coming = NULL;
    }
  if (!self->shown || self->coming || !milieu_tile_level_covers (self->shown, &self->view))
    return;
  self->shown->sharp = ++self->clock;
  drop_stale_levels (self);
}

static void
on_done (gpointer data)
{
  MilieuTiles *self = data;

  settle (self);
  ask (self);
  evict (self);
  self->changed (self->data);
}

/* ---- public ---- */

MilieuTiles *
milieu_tiles_new (void (*changed) (gpointer data), gpointer data)
{
  MilieuTiles *self = g_new0 (MilieuTiles, 1);

  self->changed = changed;
  self->data = data;
  self->levels = g_ptr_array_new_with_free_func (milieu_tile_level_free);
  self->painter = milieu_tile_painter_new (on_arrived, on_done, self);
  return self;
}

void
milieu_tiles_free (MilieuTiles *self)
{
  milieu_tile_painter_free (self->painter);
  g_ptr_array_unref (self->levels);
  g_free (self);
}

void
milieu_tiles_show (MilieuTiles *self, MilieuTileSource *source, guint content)
{
  double zoom = source->zoom * source->device_scale;
  Level *level = NULL;

  for (guint i = 0; i < self->levels->len && !level; i++)
    {
      Level *held = self->levels->pdata[i];

      if (held->content == content && held->zoom == zoom)
        level = held;
    }
  if (level)
    milieu_tile_level_take (level, source);
  else
    {
      level = milieu_tile_level_new (source, ++self->next_id, content);
      g_ptr_array_add (self->levels, level);
    }
  self->coming = NULL;
  if (self->shown && level != self->shown && level->content != self->shown->content && zoom == self->shown->zoom
      && self->shown->sharp)
    self->coming = level;
  else
    self->shown = level;
  settle (self);
  ask (self);
}

void
milieu_tiles_look (MilieuTiles *self, const MilieuTileView *view)
{
  self->view = *view;
  if (self->coming && self->coming->zoom != view->zoom)
    {
      self->shown = self->coming;
      self->coming = NULL;
    }
  settle (self);
  ask (self);
}

/* the widest and the latest of those that were sharp once */
static void
find_stand_ins (MilieuTiles *self, const Level **widest, const Level **latest)
{
  *widest = *latest = NULL;
  for (guint i = 0; i < self->levels->len; i++)
    {
      const Level *level = self->levels->pdata[i];

      if (level == self->shown || level == self->coming || level->sharp == 0)
        continue;
      if (!*widest || level->zoom < (*widest)->zoom)
        *widest = level;
      if (!*latest || level->sharp > (*latest)->sharp)
        *latest = level;
    }
}

GArray *
milieu_tiles_seen (MilieuTiles *self, const MilieuTileView *view)
{
  GArray *seen = g_array_new (FALSE, FALSE, sizeof (MilieuSeenTile));
  const Level *widest, *latest;

  self->clock++;
  if (!self->shown)
    return seen;
  find_stand_ins (self, &widest, &latest);
  if (!milieu_tile_level_covers (self->shown, view))
    {
      if (widest)
        milieu_tile_level_see (widest, view, self->clock, seen);
      if (latest && latest != widest)
        milieu_tile_level_see (latest, view, self->clock, seen);
    }
  milieu_tile_level_see (self->shown, view, self->clock, seen);
  return seen;
}

GArray *
milieu_tiles_faded (MilieuTiles *self, const MilieuTileView *view)
{
  GArray *seen;

  if (!self->faded || self->faded->zoom != view->zoom)
    return NULL;
  seen = g_array_new (FALSE, FALSE, sizeof (MilieuSeenTile));
  milieu_tile_level_see (self->faded, view, self->clock, seen);
  return seen;
}

void
milieu_tiles_forget (MilieuTiles *self)
{
  self->faded = NULL;
  if (self->shown && !self->coming && milieu_tile_level_covers (self->shown, &self->view))
    drop_stale_levels (self);
}

gboolean
milieu_tiles_is_sharp (MilieuTiles *self)
{
  return self->shown && !self->coming && milieu_tile_level_covers (self->shown, &self->view);
}

gboolean
milieu_tiles_is_busy (MilieuTiles *self)
{
  return milieu_tile_painter_is_busy (self->painter);
}

gsize
milieu_tiles_bytes (MilieuTiles *self)
{
  return (gsize) self->n_tiles * TILE_BYTES;
}

MilieuTileSource *
milieu_tiles_source (MilieuTiles *self)
{
  Level *level = self->coming ? self->coming : self->shown;

  return level ? level->source : NULL;
}
