/* Circle: grounds side by side, in each the order that cuts crossings. */
#include <math.h>
#include <string.h>

#include "network/layout-kinds.h"

#define PI 3.14159265358979323846
#define STARTS 8
#define MOST_SIFTED 300

/* the point at @fraction of a turn, from the top, clockwise; series of + and ×
 * alone, since libm's last digit differs from machine to machine */
static void
circle_point (double fraction, double *x, double *y)
{
  guint quarter = (guint) (fraction * 4);
  double angle = (fraction - quarter / 4.0) * 2 * PI, sine = angle, cosine = 1, term = 1;

  for (guint k = 1; k < 24; k++)
    {
      term *= angle / k;
      if (k % 2 == 0)
        cosine += k % 4 == 0 ? term : -term;
      else if (k > 1)
        sine += k % 4 == 1 ? term : -term;
    }
  *x = quarter == 0 ? sine : quarter == 1 ? cosine : quarter == 2 ? -sine : -cosine;
  *y = quarter == 0 ? -cosine : quarter == 1 ? sine : quarter == 2 ? cosine : -sine;
}

/* where a ground stands on the circle, clockwise from the top */
static guint
turn_of (guint8 ground)
{
  return ground == MILIEU_GROUND_NONE ? MILIEU_N_GROUNDS : ground;
}

typedef struct
{
  const MilieuGraph *graph;
  guint32 *order; /* vertices by seat */
  guint *seat;    /* of a vertex */
} Ring;

static void
ring_seat (Ring *ring)
{
  for (guint i = 0; i < ring->graph->n; i++)
    ring->seat[ring->order[i]] = i;
}

static gboolean
chords_cross (const Ring *ring, guint32 a, guint32 b, guint32 c, guint32 d)
{
  guint low = MIN (ring->seat[a], ring->seat[b]), high = MAX (ring->seat[a], ring->seat[b]);
  gboolean in_c = low < ring->seat[c] && ring->seat[c] < high, in_d = low < ring->seat[d] && ring->seat[d] < high;

  return a != c && a != d && b != c && b != d && in_c != in_d;
}

static guint
ring_crossings (const Ring *ring)
{
  guint n = 0;

  for (guint e = 0; e < ring->graph->m; e++)
    for (guint f = 0; f < e; f++)
      n += chords_cross (ring, ring->graph->edges[e].a, ring->graph->edges[e].b, ring->graph->edges[f].a,
                         ring->graph->edges[f].b);
  return n;
}

/* crossings between the ties of two neighbours on the ring */
static guint
pair_crossings (const Ring *ring, guint32 u, guint32 v)
{
  const MilieuGraph *graph = ring->graph;
  guint n = 0;

  for (guint32 i = graph->first[u]; i < graph->first[u + 1]; i++)
    for (guint32 k = graph->first[v]; k < graph->first[v + 1]; k++)
      n += chords_cross (ring, u, graph->neighbours[i], v, graph->neighbours[k]);
  return n;
}

static void
ring_swap (Ring *ring, guint seat)
{
  guint32 kept = ring->order[seat];

  ring->order[seat] = ring->order[seat + 1];
  ring->order[seat + 1] = kept;
  ring->seat[ring->order[seat]] = seat;
  ring->seat[ring->order[seat + 1]] = seat + 1;
}

/* swaps neighbours of one ground while that cuts crossings */
static gboolean
sift (Ring *ring)
{
  gboolean better = FALSE;

  for (guint s = 0; s + 1 < ring->graph->n; s++)
    {
      guint32 u = ring->order[s], v = ring->order[s + 1];
      guint before;

      if (ring->graph->grounds[u] != ring->graph->grounds[v])
        continue;
      before = pair_crossings (ring, u, v);
      ring_swap (ring, s);
      if (pair_crossings (ring, u, v) < before)
        better = TRUE;
      else
        ring_swap (ring, s);
    }
  return better;
}

typedef struct
{
  guint turn;
  double key;
  guint32 vertex;
} Seated;

static int
compare_seated (const void *p, const void *q)
{
  const Seated *a = p, *b = q;

  if (a->turn != b->turn)
    return a->turn < b->turn ? -1 : 1;
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

/* by ground, in it by the mean seat of the neighbours (@sweep > 0) or by chance */
static void
ring_sort (Ring *ring, MilieuRandom *random)
{
  const MilieuGraph *graph = ring->graph;
  g_autofree Seated *seated = g_new (Seated, graph->n + 1);

  for (guint32 v = 0; v < graph->n; v++)
    {
      double sum = 0;

      for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
        sum += ring->seat[graph->neighbours[i]];
      seated[v] = (Seated) { turn_of (graph->grounds[v]), 0, v };
      if (random != NULL)
        seated[v].key = milieu_random_fraction (random);
      else
        seated[v].key = milieu_graph_degree (graph, v) > 0 ? sum / milieu_graph_degree (graph, v) : ring->seat[v];
    }
  if (graph->n > 0)
    qsort (seated, graph->n, sizeof (Seated), compare_seated);
  for (guint i = 0; i < graph->n; i++)
    ring->order[i] = seated[i].vertex;
  ring_seat (ring);
}

static gboolean
ring_arrange (Ring *ring, const MilieuLayoutRequest *request)
{
  g_autofree guint32 *best = g_new (guint32, ring->graph->n + 1);
  guint least = G_MAXUINT, starts = ring->graph->n <= MOST_SIFTED && ring->graph->m <= 2 * MOST_SIFTED ? STARTS : 1;
  MilieuRandom random;

  milieu_random_init (&random, request->seed);
  for (guint start = 0; start < starts; start++)
    {
      guint crossings;

      if (!milieu_layout_tick (request, (double) start / starts))
        return FALSE;
      ring_sort (ring, &random);
      for (guint sweep = 0; sweep < 20; sweep++)
        ring_sort (ring, NULL);
      for (guint sweep = 0; starts > 1 && sweep < 200 && sift (ring); sweep++)
        ;
      crossings = starts > 1 ? ring_crossings (ring) : 0;
      if (crossings < least)
        memcpy (best, ring->order, sizeof (guint32) * ring->graph->n);
      least = MIN (least, crossings);
    }
  memcpy (ring->order, best, sizeof (guint32) * ring->graph->n);
  return TRUE;
}

/* A fine table of the circle: seats are taken from it, so each angle is computed once. */
typedef struct
{
  guint n;
  double *x, *y;
} Dial;

static void
dial_init (Dial *dial, guint n)
{
  dial->n = n;
  dial->x = g_new (double, n);
  dial->y = g_new (double, n);
  for (guint i = 0; i < n; i++)
    circle_point ((double) i / n, &dial->x[i], &dial->y[i]);
}

static gboolean
clear_of (const MilieuLayoutRequest *request, const Dial *dial, double radius, guint32 v, guint at, guint32 w, guint there)
{
  MilieuExtent a = milieu_layout_extent (request, v), b = milieu_layout_extent (request, w);
  double dx = radius * (dial->x[there] - dial->x[at]), dy = radius * (dial->y[there] - dial->y[at]);

  return (dx >= 0 ? dx >= a.right + b.left + 1 : -dx >= a.left + b.right + 1)
         || (dy >= 0 ? dy >= a.down + b.up + 1 : -dy >= a.up + b.down + 1);
}

/* Seats all as close as their boxes allow, one seat wider between grounds.
 * Returns: how much of the dial that takes, G_MAXUINT if it is too little */
static guint
seat_at (const Ring *ring, const MilieuLayoutRequest *request, const Dial *dial, double radius, guint *mark)
{
  const guint32 *order = ring->order;
  guint at = 0, n = ring->graph->n;

  mark[0] = 0;
  for (guint i = 1; i <= n; i++)
    {
      guint32 v = order[i - 1], w = order[i % n];
      guint steps = ring->graph->grounds[v] != ring->graph->grounds[w] ? 2 : 1, from = at;

      for (; steps > 0; steps--, from = at)
        do
          if (++at > dial->n)
            return G_MAXUINT;
        while (!clear_of (request, dial, radius, v, from % dial->n, w, at % dial->n));
      if (i < n)
        mark[i] = at;
    }
  return at;
}

/* the smallest circle that seats all */
static double
fit_radius (const Ring *ring, const MilieuLayoutRequest *request, const Dial *dial, guint *mark)
{
  double low = 0, high = 64;

  while (seat_at (ring, request, dial, high, mark) == G_MAXUINT)
    high *= 2;
  for (guint i = 0; i < 20; i++)
    {
      double middle = (low + high) / 2;

      if (seat_at (ring, request, dial, middle, mark) == G_MAXUINT)
        low = middle;
      else
        high = middle;
    }
  seat_at (ring, request, dial, high, mark);
  return high;
}

static void
take_seats (const Ring *ring, const MilieuLayoutRequest *request, const guint8 *fixed, MilieuLayout *layout)
{
  guint n = ring->graph->n;
  g_autofree guint *mark = g_new0 (guint, n + 1);
  Dial dial;
  double radius;

  dial_init (&dial, 64 * n + 64);
  radius = n > 1 ? fit_radius (ring, request, &dial, mark) : 0;
  for (guint i = 0; i < n; i++)
    if (!fixed[ring->order[i]])
      {
        layout->x[ring->order[i]] = radius * dial.x[mark[i]];
        layout->y[ring->order[i]] = radius * dial.y[mark[i]];
      }
  g_free (dial.x);
  g_free (dial.y);
}

gboolean
milieu_layout_circle (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                      MilieuLayout *layout)
{
  g_autofree guint32 *order = g_new0 (guint32, graph->n + 1);
  g_autofree guint *seat = g_new0 (guint, graph->n + 1);
  Ring ring = { graph, order, seat };
  gboolean any_fixed = FALSE;

  if (!ring_arrange (&ring, request))
    return FALSE;
  take_seats (&ring, request, fixed, layout);
  for (guint v = 0; v < graph->n; v++)
    any_fixed |= fixed[v];
  return !any_fixed || milieu_layout_push_apart (request, fixed, INFINITY, NULL, graph->n, layout->x, layout->y);
}
