/* Boxes of symbol and label that overlap are moved apart. */
#include "network/layout-kinds.h"

#include <math.h>

#define ROUNDS 3000
#define ROUNDS_IN_PLACE 400 /* where it may not be scaled apart */
#define NONE G_MAXUINT32

gboolean
milieu_layout_tick (const MilieuLayoutRequest *request, double fraction)
{
  return request->progress == NULL || request->progress (MIN (fraction, 1), request->progress_data);
}

MilieuExtent
milieu_layout_extent (const MilieuLayoutRequest *request, guint32 v)
{
  return request->extents != NULL ? request->extents[v] : MILIEU_LAYOUT_EXTENT;
}

/* boxes on their way apart, in cells as large as the largest, found by hash */
typedef struct
{
  const MilieuLayoutRequest *request;
  const guint8 *fixed;
  double leeway;
  guint32 *order; /* of places 0 … n − 1: rows of cells, so that neighbours are near in memory */
  guint n, mask;
  guint32 *head, *next; /* of a bucket, of a place */
  guint32 *loose_head, *loose_next; /* the same, of those alone that may move */
  double *x, *y;
  double widest, tallest;
  gboolean any_fixed, any_anchored;
} Boxes;

/* ---- cells ---- */

static gint64
cell_of (double value, double size)
{
  return (gint64) floor (CLAMP (value / size, -1e15, 1e15));
}

static guint
bucket_of (const Boxes *boxes, gint64 column, gint64 row)
{
  guint64 mixed = (guint64) column * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) ^ (guint64) row * G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F);

  return (guint) (mixed >> 32 ^ mixed) & boxes->mask;
}

static guint
bucket_at (const Boxes *boxes, guint32 v)
{
  return bucket_of (boxes, cell_of (boxes->x[v], boxes->widest), cell_of (boxes->y[v], boxes->tallest));
}

/* chains rise, so that pairs come in the same order whatever the buckets */
static void
fill_cells (Boxes *boxes)
{
  for (guint i = 0; i <= boxes->mask; i++)
    boxes->head[i] = boxes->loose_head[i] = NONE;
  for (guint place = boxes->n; place-- > 0;)
    {
      guint bucket = bucket_at (boxes, boxes->order[place]);

      boxes->next[place] = boxes->head[bucket];
      boxes->head[bucket] = place;
      if (boxes->fixed[boxes->order[place]])
        continue;
      boxes->loose_next[place] = boxes->loose_head[bucket];
      boxes->loose_head[bucket] = place;
    }
}

static int
compare_place (const void *p, const void *q, gpointer data)
{
  const Boxes *boxes = data;
  guint32 a = *(const guint32 *) p, b = *(const guint32 *) q;
  gint64 row_a = cell_of (boxes->y[a], boxes->tallest), row_b = cell_of (boxes->y[b], boxes->tallest);

  if (row_a != row_b)
    return row_a < row_b ? -1 : 1;
  if (boxes->x[a] != boxes->x[b])
    return boxes->x[a] < boxes->x[b] ? -1 : 1;
  return a < b ? -1 : a > b;
}

static gboolean
is_anchored (const Boxes *boxes, guint32 v)
{
  return isfinite (boxes->leeway) && boxes->request->x != NULL && isfinite (boxes->request->x[v])
         && isfinite (boxes->request->y[v]);
}

static void
boxes_init (Boxes *boxes, const guint32 *vertices)
{
  boxes->order = g_new (guint32, boxes->n + 1);
  for (guint i = 0; i < boxes->n; i++)
    {
      guint32 v = vertices != NULL ? vertices[i] : i;
      MilieuExtent extent = milieu_layout_extent (boxes->request, v);

      boxes->order[i] = v;
      boxes->widest = MAX (boxes->widest, 2 * MAX (extent.left, extent.right));
      boxes->tallest = MAX (boxes->tallest, 2 * MAX (extent.up, extent.down));
      boxes->any_fixed |= boxes->fixed[v];
      boxes->any_anchored |= is_anchored (boxes, v);
    }
  boxes->widest = MAX (boxes->widest, 1);
  boxes->tallest = MAX (boxes->tallest, 1);
  for (boxes->mask = 15; boxes->mask < 2 * boxes->n; boxes->mask = 2 * boxes->mask + 1)
    ;
  boxes->head = g_new (guint32, (gsize) boxes->mask + 1);
  boxes->next = g_new (guint32, boxes->n + 1);
  boxes->loose_head = g_new (guint32, (gsize) boxes->mask + 1);
  boxes->loose_next = g_new (guint32, boxes->n + 1);
  g_qsort_with_data (boxes->order, boxes->n, sizeof (guint32), compare_place, boxes);
}

static void
boxes_clear (Boxes *boxes)
{
  g_free (boxes->order);
  g_free (boxes->head);
  g_free (boxes->next);
  g_free (boxes->loose_head);
  g_free (boxes->loose_next);
}

/* ---- pushing ---- */

/* how far p and q overlap on each axis; both must be positive. @dx, @dy: from the centre of p's box to q's */
static gboolean
overlap (const Boxes *boxes, guint32 p, guint32 q, double *ox, double *oy, double *dx, double *dy)
{
  MilieuExtent a = milieu_layout_extent (boxes->request, p), b = milieu_layout_extent (boxes->request, q);
  double ax = boxes->x[p] + (a.right - a.left) / 2, bx = boxes->x[q] + (b.right - b.left) / 2;
  double ay = boxes->y[p] + (a.down - a.up) / 2, by = boxes->y[q] + (b.down - b.up) / 2;

  *dx = bx - ax;
  *dy = by - ay;
  *ox = (a.left + a.right + b.left + b.right) / 2 - ABS (*dx);
  *oy = (a.up + a.down + b.up + b.down) / 2 - ABS (*dy);
  return *ox > 0.002 && *oy > 0.002; /* rounding to 0.001 must not make an overlap */
}

static void
hold_to_anchor (Boxes *boxes, guint32 v)
{
  double dx, dy, far, most = boxes->leeway - 0.001; /* rounding must not exceed it */

  if (!boxes->any_anchored || !is_anchored (boxes, v))
    return;
  dx = boxes->x[v] - boxes->request->x[v];
  dy = boxes->y[v] - boxes->request->y[v];
  far = sqrt (dx * dx + dy * dy);
  if (far <= most)
    return;
  boxes->x[v] = boxes->request->x[v] + dx / far * most;
  boxes->y[v] = boxes->request->y[v] + dy / far * most;
}

/* along the axis where less is to be done; equal centres part by their order */
static void
push (Boxes *boxes, guint32 p, guint32 q, double ox, double oy, double dx, double dy)
{
  gboolean p_fixed = boxes->fixed[p], q_fixed = boxes->fixed[q];
  gboolean down = oy < ox;
  double way = (down ? oy : ox) + 0.01;
  double sign = (down ? dy : dx) > 0 || ((down ? dy : dx) == 0 && p < q) ? 1 : -1;
  double *axis = down ? boxes->y : boxes->x;

  axis[p] -= p_fixed ? 0 : sign * way * (q_fixed ? 1 : 0.5);
  axis[q] += q_fixed ? 0 : sign * way * (p_fixed ? 1 : 0.5);
  if (!p_fixed)
    hold_to_anchor (boxes, p);
  if (!q_fixed)
    hold_to_anchor (boxes, q);
}

/* against all of one cell that come later, or all of it if @all. Returns: how many overlapped */
static guint
push_cell (Boxes *boxes, guint place, gint64 column, gint64 row, gboolean all)
{
  guint32 p = boxes->order[place];
  const guint32 *head = boxes->fixed[p] ? boxes->loose_head : boxes->head;
  const guint32 *next = boxes->fixed[p] ? boxes->loose_next : boxes->next; /* thousands may be pinned to one point */
  guint n = 0;

  for (guint32 other = head[bucket_of (boxes, column, row)]; other != NONE; other = next[other])
    {
      guint32 q = boxes->order[other];
      double ox, oy, dx, dy;

      if (other == place || (!all && other < place) || !overlap (boxes, p, q, &ox, &oy, &dx, &dy))
        continue;
      push (boxes, p, q, ox, oy, dx, dy);
      n++;
    }
  return n;
}

/* Returns: how many pairs overlapped */
static guint
push_round (Boxes *boxes)
{
  guint n = 0;

  fill_cells (boxes);
  for (guint place = 0; place < boxes->n; place++)
    {
      guint32 v = boxes->order[place];
      gint64 column = cell_of (boxes->x[v], boxes->widest), row = cell_of (boxes->y[v], boxes->tallest);

      n += push_cell (boxes, place, column, row, FALSE);
      n += push_cell (boxes, place, column + 1, row, TRUE);
      for (gint64 beside = -1; beside <= 1; beside++)
        n += push_cell (boxes, place, column + beside, row + 1, TRUE);
    }
  return n;
}

/* away from those who stand still, or from the middle of all */
static void
scale_apart (Boxes *boxes)
{
  double x = 0, y = 0, n = 0;

  for (guint i = 0; i < boxes->n; i++)
    if (boxes->fixed[boxes->order[i]] || !boxes->any_fixed)
      {
        x += boxes->x[boxes->order[i]];
        y += boxes->y[boxes->order[i]];
        n++;
      }
  for (guint i = 0; i < boxes->n; i++)
    if (!boxes->fixed[boxes->order[i]])
      {
        boxes->x[boxes->order[i]] += 0.08 * (boxes->x[boxes->order[i]] - x / n);
        boxes->y[boxes->order[i]] += 0.08 * (boxes->y[boxes->order[i]] - y / n);
      }
}

/* ---- those who are stuck ---- */

static gboolean
overlaps_any (const Boxes *boxes, guint32 v)
{
  gint64 column = cell_of (boxes->x[v], boxes->widest), row = cell_of (boxes->y[v], boxes->tallest);
  double ox, oy, dx, dy;

  for (guint i = 0; i < 9; i++)
    for (guint32 other = boxes->head[bucket_of (boxes, column + i % 3 - 1, row + i / 3 - 1)]; other != NONE;
         other = boxes->next[other])
      if (boxes->order[other] != v && overlap (boxes, v, boxes->order[other], &ox, &oy, &dx, &dy))
        return TRUE;
  return FALSE;
}

static void
leave_cell (Boxes *boxes, guint place)
{
  guint32 *link = &boxes->head[bucket_at (boxes, boxes->order[place])];

  while (*link != place)
    link = &boxes->next[*link];
  *link = boxes->next[place];
}

static void
enter_cell (Boxes *boxes, guint place)
{
  guint bucket = bucket_at (boxes, boxes->order[place]);

  boxes->next[place] = boxes->head[bucket];
  boxes->head[bucket] = place;
}

/* the nearest free place on square rings about where it stands */
static void
find_room (Boxes *boxes, guint32 v)
{
  double x = boxes->x[v], y = boxes->y[v], step = MAX (8, MIN (boxes->widest, boxes->tallest) / 4);

  for (int ring = 1; ring < 2000; ring++)
    for (int i = -ring; i <= ring; i++)
      for (guint side = 0; side < 4; side++)
        {
          boxes->x[v] = x + step * (side < 2 ? i : side == 2 ? ring : -ring);
          boxes->y[v] = y + step * (side >= 2 ? i : side == 0 ? ring : -ring);
          if (!overlaps_any (boxes, v))
            return;
        }
}

/* who has an anchor and found no room near it goes back to it, until none is left that could */
static void
go_back (Boxes *boxes)
{
  g_autofree guint8 *back = g_new0 (guint8, boxes->n + 1);
  gboolean any = TRUE;

  while (any)
    {
      any = FALSE;
      for (guint place = 0; place < boxes->n; place++)
        {
          guint32 v = boxes->order[place];

          if (back[place] || boxes->fixed[v] || !is_anchored (boxes, v) || !overlaps_any (boxes, v))
            continue;
          leave_cell (boxes, place);
          boxes->x[v] = boxes->request->x[v];
          boxes->y[v] = boxes->request->y[v];
          enter_cell (boxes, place);
          back[place] = 1;
          any = TRUE;
        }
    }
}

/* pushing gets stuck between those that must not move: who still overlaps jumps */
static gboolean
jump_out (Boxes *boxes)
{
  fill_cells (boxes);
  if (boxes->any_anchored)
    go_back (boxes);
  for (guint place = 0; place < boxes->n; place++)
    {
      guint32 v = boxes->order[place];

      if (place % 64 == 0 && !milieu_layout_tick (boxes->request, 0.95))
        return FALSE;
      if (boxes->fixed[v] || is_anchored (boxes, v) || !overlaps_any (boxes, v))
        continue;
      leave_cell (boxes, place);
      find_room (boxes, v);
      enter_cell (boxes, place);
    }
  return TRUE;
}

gboolean
milieu_layout_push_apart (const MilieuLayoutRequest *request, const guint8 *fixed, double leeway,
                          const guint32 *vertices, guint n, double *x, double *y)
{
  Boxes boxes = { .request = request, .fixed = fixed, .leeway = leeway, .n = n, .x = x, .y = y };
  guint left = 1, rounds;
  gboolean going = TRUE;

  boxes_init (&boxes, vertices);
  rounds = boxes.any_anchored || boxes.any_fixed ? ROUNDS_IN_PLACE : ROUNDS;
  for (guint round = 0; going && left > 0 && round < rounds; round++)
    {
      left = push_round (&boxes);
      if (left > 0 && !boxes.any_anchored && round % (n > 500 ? 12 : 60) == 11)
        scale_apart (&boxes);
      if (round % 4 == 3)
        going = milieu_layout_tick (request, 0.9);
    }
  if (going && left > 0 && rounds == ROUNDS_IN_PLACE)
    going = jump_out (&boxes);
  boxes_clear (&boxes);
  return going;
}
