#include "figure/packing.h"

#include <math.h>

#define MOST_CORE 5
#define RIM 0.78          /* from the outer ring to the disc's edge, in pitches */
#define RIM_OF_ONE 0.85
#define ROSETTE_ROWS 0.58 /* radius per row */
#define ROSETTE_RIM 0.30
#define ROUNDS 400
#define ROUNDS_OF_MANY 120
#define MANY 400
#define PULL 0.04
#define PULLED 0.6        /* share of the rounds with a pull */

static double
core_radius (guint core, double pitch)
{
  return core == 1 ? 0 : pitch / 2 / sin (G_PI / core);
}

static guint
ring_capacity (double radius, double pitch)
{
  return (guint) (G_PI / asin (pitch / 2 / radius) + 1e-9);
}

static guint
capacity (guint core, guint rings, double pitch)
{
  guint sum = core;

  for (guint k = 1; k <= rings; k++)
    sum += ring_capacity (core_radius (core, pitch) + k * pitch, pitch);
  return sum;
}

static guint
put_ring (MilieuPoint *offsets, guint n, double radius)
{
  double first = n == 2 ? G_PI : -G_PI / 2;

  for (guint i = 0; i < n; i++)
    {
      double angle = first + 2 * G_PI * i / n;

      offsets[i].x = radius * cos (angle);
      offsets[i].y = radius * sin (angle);
    }
  return n;
}

double
milieu_pack_disc (guint n, double pitch, MilieuPoint *offsets)
{
  guint rings = 0, core = 1, left, put = 0;
  double inner;

  while (capacity (core, rings, pitch) < n)
    if (++core > MOST_CORE)
      {
        core = 1;
        rings++;
      }
  inner = core_radius (core, pitch);
  left = n - (rings > 0 ? capacity (core, rings - 1, pitch) : 0);
  for (guint k = rings; ; k--)
    {
      put += put_ring (offsets + put, k == rings ? left : k == 0 ? core : ring_capacity (inner + k * pitch, pitch),
                       inner + k * pitch);
      if (k == 0)
        break;
    }
  return inner + rings * pitch + pitch * (n > 1 ? RIM : RIM_OF_ONE);
}

double
milieu_pack_rosette (guint n, double step, MilieuPoint *offsets)
{
  guint rows = (n + 1) / 2;
  double span = (rows - 1) * step, radius = ROSETTE_ROWS * span + ROSETTE_RIM * step;

  for (guint i = 0; i < n; i++)
    {
      gboolean right = i % 2 == 1;
      /* with an odd number the right side stands half a step lower */
      double y = -span / 2 + (i / 2 + (right && n % 2 == 1 ? 0.5 : 0)) * step;
      double x = sqrt (MAX (0, radius * radius - y * y));

      offsets[i] = (MilieuPoint) { right ? x : -x, y };
    }
  return radius;
}

/* Start at golden-angle offsets of a hundredth, so that points in one place
 * know which way to go. A turn is a product of rotations: no libm. */
static void
scatter (MilieuPoint *points, guint n)
{
  const double c = -0.7373687228988248, s = 0.6754904636562651; /* of 2.399963 radians */
  double x = 0.01, y = 0;

  for (guint i = 0; i < n; i++)
    {
      double next = x * c - y * s;

      points[i].x += x;
      points[i].y += y;
      y = x * s + y * c;
      x = next;
    }
}

/* insertion: from round to round the order hardly changes */
static void
sort_by_x (guint *order, const MilieuPoint *points, guint n)
{
  for (guint i = 1; i < n; i++)
    {
      guint moved = order[i], at = i;

      for (; at > 0 && points[order[at - 1]].x > points[moved].x; at--)
        order[at] = order[at - 1];
      order[at] = moved;
    }
}

static gboolean
push_apart (MilieuPoint *a, MilieuPoint *b, double distance)
{
  double dx = a->x - b->x, dy = a->y - b->y, d2 = dx * dx + dy * dy, d, k;

  if (d2 >= distance * distance)
    return FALSE;
  d = MAX (sqrt (d2), 1e-6);
  k = (distance - d) / d * 0.5;
  a->x += dx * k;
  a->y += dy * k;
  b->x -= dx * k;
  b->y -= dy * k;
  return TRUE;
}

static gboolean
push_all (MilieuPoint *points, guint *order, guint n, double distance)
{
  gboolean moved = FALSE;

  sort_by_x (order, points, n);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && points[order[j]].x - points[order[i]].x < distance; j++)
      moved |= push_apart (&points[order[i]], &points[order[j]], distance);
  return moved;
}

void
milieu_relax (MilieuPoint *points, guint n, double distance)
{
  g_autofree MilieuPoint *true_places = g_memdup2 (points, MAX (n, 1) * sizeof (MilieuPoint));
  g_autofree guint *order = g_new (guint, MAX (n, 1));
  guint rounds = n > MANY ? ROUNDS_OF_MANY : ROUNDS;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  scatter (points, n);
  for (guint round = 0; round < rounds; round++)
    {
      gboolean moved = push_all (points, order, n, distance);

      if (round >= rounds * PULLED && !moved)
        break;
      for (guint i = 0; i < n && round < rounds * PULLED; i++)
        {
          points[i].x += (true_places[i].x - points[i].x) * PULL;
          points[i].y += (true_places[i].y - points[i].y) * PULL;
        }
    }
}
