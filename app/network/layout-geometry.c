#include "network/layout-kinds.h"

#include <math.h>

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

/* boxes on their way apart, sorted by x so that only near ones are compared */
typedef struct
{
  const MilieuLayoutRequest *request;
  const guint8 *fixed;
  guint32 *order;
  guint n;
  double *x, *y;
  double widest;
  gboolean any_fixed;
} Boxes;

static int
compare_x (const void *p, const void *q, gpointer data)
{
  guint32 a = *(const guint32 *) p, b = *(const guint32 *) q;
  const double *x = data;

  if (x[a] != x[b])
    return x[a] < x[b] ? -1 : 1;
  return a < b ? -1 : a > b;
}

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

/* along the axis where less is to be done; equal centres part by their order */
static void
push (Boxes *boxes, guint32 p, guint32 q, double ox, double oy, double dx, double dy)
{
  gboolean p_fixed = boxes->fixed[p], q_fixed = boxes->fixed[q];
  gboolean down = oy < ox;
  double way = (down ? oy : ox) + 0.01;
  double sign = (down ? dy : dx) > 0 || ((down ? dy : dx) == 0 && p < q) ? 1 : -1;
  double *axis = down ? boxes->y : boxes->x;

  if (p_fixed && q_fixed)
    return;
  axis[p] -= p_fixed ? 0 : sign * way * (q_fixed ? 1 : 0.5);
  axis[q] += q_fixed ? 0 : sign * way * (p_fixed ? 1 : 0.5);
}

/* Returns: how many pairs overlapped */
static guint
push_round (Boxes *boxes)
{
  guint n = 0;

  g_qsort_with_data (boxes->order, boxes->n, sizeof (guint32), compare_x, boxes->x);
  for (guint i = 0; i < boxes->n; i++)
    for (guint j = i + 1; j < boxes->n; j++)
      {
        guint32 p = boxes->order[i], q = boxes->order[j];
        double ox, oy, dx, dy;

        if (boxes->x[q] - boxes->x[p] > 2 * boxes->widest)
          break;
        if (!overlap (boxes, p, q, &ox, &oy, &dx, &dy) || (boxes->fixed[p] && boxes->fixed[q]))
          continue;
        push (boxes, p, q, ox, oy, dx, dy);
        n++;
      }
  return n;
}

static void
scale_apart (Boxes *boxes)
{
  for (guint i = 0; i < boxes->n; i++)
    {
      boxes->x[boxes->order[i]] *= 1.08;
      boxes->y[boxes->order[i]] *= 1.08;
    }
}

static gboolean
overlaps_any (const Boxes *boxes, guint32 v)
{
  double ox, oy, dx, dy;

  for (guint i = 0; i < boxes->n; i++)
    if (boxes->order[i] != v && overlap (boxes, v, boxes->order[i], &ox, &oy, &dx, &dy))
      return TRUE;
  return FALSE;
}

/* the nearest free place on square rings about where it stands */
static void
find_room (Boxes *boxes, guint32 v)
{
  double x = boxes->x[v], y = boxes->y[v];

  for (int ring = 1; ring < 2000; ring++)
    for (int i = -ring; i <= ring; i++)
      for (guint side = 0; side < 4; side++)
        {
          boxes->x[v] = x + 8 * (side < 2 ? i : side == 2 ? ring : -ring);
          boxes->y[v] = y + 8 * (side >= 2 ? i : side == 0 ? ring : -ring);
          if (!overlaps_any (boxes, v))
            return;
        }
}

/* pushing gets stuck between those that must not move: who still overlaps jumps */
static void
jump_out (Boxes *boxes)
{
  g_autofree guint32 *vertices = g_memdup2 (boxes->order, sizeof (guint32) * (boxes->n + 1));

  for (guint i = 0; i < boxes->n; i++)
    if (!boxes->fixed[vertices[i]] && overlaps_any (boxes, vertices[i]))
      find_room (boxes, vertices[i]);
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
      boxes->widest = MAX (boxes->widest, extent.left + extent.right);
      boxes->any_fixed |= boxes->fixed[v];
    }
}

gboolean
milieu_layout_push_apart (const MilieuLayoutRequest *request, const guint8 *fixed, const guint32 *vertices, guint n,
                          double *x, double *y)
{
  Boxes boxes = { request, fixed, NULL, n, x, y, 0, FALSE };
  guint left = 1;
  gboolean going = TRUE;

  boxes_init (&boxes, vertices);
  for (guint round = 0; going && left > 0 && round < (boxes.any_fixed ? 400 : 3000); round++)
    {
      left = push_round (&boxes);
      if (left > 0 && !boxes.any_fixed && round % (n > 500 ? 12 : 60) == 11)
        scale_apart (&boxes);
      if (round % 20 == 19)
        going = milieu_layout_tick (request, 0.9);
    }
  if (going && left > 0 && boxes.any_fixed)
    jump_out (&boxes);
  g_free (boxes.order);
  return going;
}
