#include "session/tile-painter.h"

#include <errno.h>
#include <glib-unix.h>
#include <pthread.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define MOST_THREADS 4
#define PAD 2 /* px about what is kept: cairo rounds where a line leaves its clip */

typedef struct
{
  MilieuTilePainter *painter;
  pthread_t thread;
  gboolean busy;   /* guarded by the painter's mutex, as is the request */
  MilieuTileRequest request;
  gint cancelled;  /* atomic */
} Hand;

struct _MilieuTilePainter
{
  MilieuTileArrived arrived;
  MilieuTilesDone done;
  gpointer data;
  Hand hands[MOST_THREADS];
  guint n_hands;      /* that run; 0 before the first request */
  gboolean started;
  guint idle;         /* where no thread is to be had, the main loop paints */
  pthread_mutex_t mutex;
  pthread_cond_t asked_or_quit;
  GArray *waiting;    /* MilieuTileRequest; guarded by the mutex, as is what follows */
  guint next;         /* into waiting */
  GArray *painted;    /* MilieuPaintedTile */
  gboolean quit;
  int wake;           /* an eventfd */
  guint wake_source;
};

/* ---- sources ---- */

MilieuTileSource *
milieu_tile_source_new (const MilieuTileSource *from)
{
  MilieuTileSource *source = g_memdup2 (from, sizeof *from);

  source->count = 1;
  milieu_figure_ref (source->figure);
  if (source->light.actors)
    g_hash_table_ref (source->light.actors);
  if (source->light.ties)
    g_hash_table_ref (source->light.ties);
  return source;
}

/* counted as the thread checker can see it */
MilieuTileSource *
milieu_tile_source_ref (MilieuTileSource *source)
{
  g_atomic_int_inc (&source->count);
  return source;
}

void
milieu_tile_source_unref (MilieuTileSource *source)
{
  if (!g_atomic_int_dec_and_test (&source->count))
    return;
  milieu_figure_unref (source->figure);
  g_clear_pointer (&source->light.actors, g_hash_table_unref);
  g_clear_pointer (&source->light.ties, g_hash_table_unref);
  g_free (source);
}

/* ---- painting: any thread ---- */

/* with a pad about the tile, which is left out */
static GBytes *
cut (const guint8 *padded, int stride)
{
  gsize row = 4 * MILIEU_TILE_SIDE;
  guint8 *pixels = g_malloc (row * MILIEU_TILE_SIDE);

  for (guint y = 0; y < MILIEU_TILE_SIDE; y++)
    memcpy (pixels + y * row, padded + (y + PAD) * (gsize) stride + 4 * PAD, row);
  return g_bytes_new_take (pixels, row * MILIEU_TILE_SIDE);
}

/* Returns: %NULL if it was given up */
static GBytes *
paint_tile (const MilieuTileRequest *request, MilieuSprites *sprites, const gint *cancelled)
{
  const MilieuTileSource *source = request->source;
  int side = MILIEU_TILE_SIDE + 2 * PAD, stride = 4 * side;
  MilieuPaintOptions options = {
    .x = (double) (request->column * MILIEU_TILE_SIDE - PAD) / source->device_scale - source->corner.x,
    .y = (double) (request->row * MILIEU_TILE_SIDE - PAD) / source->device_scale - source->corner.y,
    .scale = source->device_scale, .light = source->light.actors ? &source->light : NULL,
    .sheet = MILIEU_SHEET_GROUND, .snap = TRUE, .sprites = sprites, .cancelled = cancelled,
  };
  g_autofree guint8 *padded = g_malloc0 ((gsize) stride * side);

  milieu_paint_pixels (padded, side, side, stride, source->figure, source->style, &options);
  return cancelled && g_atomic_int_get (cancelled) ? NULL : cut (padded, stride);
}

/* ---- threads ---- */

static gboolean
next_request (Hand *hand)
{
  MilieuTilePainter *painter = hand->painter;
  gboolean has;

  pthread_mutex_lock (&painter->mutex);
  while (painter->next >= painter->waiting->len && !painter->quit)
    pthread_cond_wait (&painter->asked_or_quit, &painter->mutex);
  has = !painter->quit;
  if (has)
    {
      hand->request = g_array_index (painter->waiting, MilieuTileRequest, painter->next++);
      hand->busy = TRUE;
      g_atomic_int_set (&hand->cancelled, 0);
    }
  pthread_mutex_unlock (&painter->mutex);
  return has;
}

static void
add_painted (MilieuTilePainter *painter, const MilieuTileRequest *request, GBytes *pixels)
{
  MilieuPaintedTile tile = { request->level, request->column, request->row, pixels };

  if (pixels)
    g_array_append_val (painter->painted, tile);
}

static void
hand_in (Hand *hand, GBytes *pixels)
{
  MilieuTilePainter *painter = hand->painter;
  MilieuTileSource *source = hand->request.source;
  guint64 one = 1;

  pthread_mutex_lock (&painter->mutex);
  add_painted (painter, &hand->request, pixels);
  hand->busy = FALSE;
  pthread_mutex_unlock (&painter->mutex);
  milieu_tile_source_unref (source);
  while (write (painter->wake, &one, sizeof one) < 0 && errno == EINTR)
    ;
}

static void *
run (void *data)
{
  Hand *hand = data;
  MilieuSprites *sprites = milieu_sprites_new ();

  while (next_request (hand))
    hand_in (hand, paint_tile (&hand->request, sprites, &hand->cancelled));
  milieu_sprites_free (sprites);
  return NULL;
}

/* ---- the main thread ---- */

static void
deliver (MilieuTilePainter *self)
{
  GArray *tiles;

  pthread_mutex_lock (&self->mutex);
  tiles = self->painted;
  self->painted = g_array_new (FALSE, FALSE, sizeof (MilieuPaintedTile));
  pthread_mutex_unlock (&self->mutex);
  for (guint i = 0; i < tiles->len; i++)
    {
      MilieuPaintedTile *tile = &g_array_index (tiles, MilieuPaintedTile, i);

      self->arrived (tile, self->data);
      g_bytes_unref (tile->pixels);
    }
  g_array_unref (tiles);
  self->done (self->data);
}

static gboolean
on_wake (int fd, GIOCondition condition, gpointer data)
{
  guint64 n;

  while (read (fd, &n, sizeof n) < 0 && errno == EINTR)
    ;
  deliver (data);
  return G_SOURCE_CONTINUE;
}

/* without a thread: one tile a turn */
static gboolean
paint_here (gpointer data)
{
  MilieuTilePainter *self = data;
  MilieuTileRequest request;

  if (self->next >= self->waiting->len)
    {
      self->idle = 0;
      return G_SOURCE_REMOVE;
    }
  request = g_array_index (self->waiting, MilieuTileRequest, self->next++);
  add_painted (self, &request, paint_tile (&request, NULL, NULL));
  milieu_tile_source_unref (request.source);
  deliver (self);
  return G_SOURCE_CONTINUE;
}

static void
start (MilieuTilePainter *self)
{
  guint wanted = CLAMP (g_get_num_processors (), 1, MOST_THREADS);

  self->started = TRUE;
  while (self->n_hands < wanted)
    {
      Hand *hand = &self->hands[self->n_hands];

      hand->painter = self;
      if (pthread_create (&hand->thread, NULL, run, hand) != 0)
        return;
      self->n_hands++;
    }
}

static void
drop_waiting (MilieuTilePainter *self)
{
  for (guint i = self->next; i < self->waiting->len; i++)
    milieu_tile_source_unref (g_array_index (self->waiting, MilieuTileRequest, i).source);
  g_array_set_size (self->waiting, 0);
  self->next = 0;
}

void
milieu_tile_painter_ask (MilieuTilePainter *self, const MilieuTileRequest *requests, guint n)
{
  if (!self->started && n > 0)
    start (self);
  pthread_mutex_lock (&self->mutex);
  drop_waiting (self);
  for (guint i = 0; i < n; i++)
    {
      MilieuTileRequest request = requests[i];

      milieu_tile_source_ref (request.source);
      g_array_append_val (self->waiting, request);
    }
  for (guint i = 0; i < self->n_hands; i++)
    if (self->hands[i].busy && n > 0 && self->hands[i].request.level != requests[0].level)
      g_atomic_int_set (&self->hands[i].cancelled, 1);
  pthread_cond_broadcast (&self->asked_or_quit);
  pthread_mutex_unlock (&self->mutex);
  if (self->started && self->n_hands == 0 && n > 0 && self->idle == 0)
    self->idle = g_idle_add (paint_here, self);
}

gboolean
milieu_tile_painter_has (MilieuTilePainter *self, guint level, gint64 column, gint64 row)
{
  gboolean has = FALSE;

  pthread_mutex_lock (&self->mutex);
  for (guint i = 0; i < self->n_hands && !has; i++)
    {
      const MilieuTileRequest *r = &self->hands[i].request;

      has = self->hands[i].busy && !g_atomic_int_get (&self->hands[i].cancelled)
            && r->level == level && r->column == column && r->row == row;
    }
  for (guint i = 0; i < self->painted->len && !has; i++)
    {
      const MilieuPaintedTile *tile = &g_array_index (self->painted, MilieuPaintedTile, i);

      has = tile->level == level && tile->column == column && tile->row == row;
    }
  pthread_mutex_unlock (&self->mutex);
  return has;
}

gboolean
milieu_tile_painter_is_busy (MilieuTilePainter *self)
{
  gboolean busy;

  pthread_mutex_lock (&self->mutex);
  busy = self->next < self->waiting->len || self->painted->len > 0;
  for (guint i = 0; i < self->n_hands; i++)
    busy |= self->hands[i].busy;
  pthread_mutex_unlock (&self->mutex);
  return busy;
}

MilieuTilePainter *
milieu_tile_painter_new (MilieuTileArrived arrived, MilieuTilesDone done, gpointer data)
{
  MilieuTilePainter *self = g_new0 (MilieuTilePainter, 1);

  self->arrived = arrived;
  self->done = done;
  self->data = data;
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->asked_or_quit, NULL);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (MilieuTileRequest));
  self->painted = g_array_new (FALSE, FALSE, sizeof (MilieuPaintedTile));
  self->wake = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK);
  self->wake_source = g_unix_fd_add (self->wake, G_IO_IN, on_wake, self);
  return self;
}

void
milieu_tile_painter_free (MilieuTilePainter *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  pthread_mutex_lock (&self->mutex);
  self->quit = TRUE;
  drop_waiting (self);
  for (guint i = 0; i < self->n_hands; i++)
    g_atomic_int_set (&self->hands[i].cancelled, 1);
  pthread_cond_broadcast (&self->asked_or_quit);
  pthread_mutex_unlock (&self->mutex);
  for (guint i = 0; i < self->n_hands; i++)
    pthread_join (self->hands[i].thread, NULL);
  g_source_remove (self->wake_source);
  close (self->wake);
  for (guint i = 0; i < self->painted->len; i++)
    g_bytes_unref (g_array_index (self->painted, MilieuPaintedTile, i).pixels);
  g_array_unref (self->painted);
  g_array_unref (self->waiting);
  pthread_cond_destroy (&self->asked_or_quit);
  pthread_mutex_destroy (&self->mutex);
  g_free (self);
}
