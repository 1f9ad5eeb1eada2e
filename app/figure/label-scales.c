/* From which scale a label shows (Been, Daiches & Yap 2006): coarse to fine,
 * the most important first, so that who zooms in sees labels come and none go.
 * At scale s, what is d apart in the plane is d · s px apart; two boxes of px
 * meet for one interval of scales, and its upper end is what counts. */
#include "figure/labels.h"

#include <math.h>

#define MANY 2000 /* labels: only their first side is tried */

typedef struct
{
  const MilieuLabelScales *r;
  MilieuBox world;
  double cell, widest, tallest;
  guint columns, rows;
  guint *starts, *members; /* per cell: the labels, by rank */
  guint *order;
  MilieuBox *boxes;        /* per label: about its symbol, px */
  double *from;
} Scales;

/* the scales at which s · @d lies in (low, high) */
static void
bound (double d, double low, double high, double *first, double *last)
{
  if (d == 0)
    {
      if (low >= 0 || high <= 0)
        *last = -1;
      return;
    }
  *first = MAX (*first, MIN (low / d, high / d));
  *last = MIN (*last, MAX (low / d, high / d));
}

/* the greatest scale at which @a about the origin meets @b about @d; 0 for none */
static double
last_meeting (MilieuBox a, MilieuBox b, MilieuPoint d)
{
  double first = 0, last = INFINITY;

  bound (d.x, a.x0 - b.x1, a.x1 - b.x0, &first, &last);
  bound (d.y, a.y0 - b.y1, a.y1 - b.y0, &first, &last);
  return first < last ? last : 0;
}

static guint
cell_of (double at, double from, double cell, guint n)
{
  return (guint) CLAMP ((at - from) / cell, 0, n - 1.0);
}

static void
build_grid (Scales *s)
{
  const MilieuLabelScales *r = s->r;
  guint n = r->n, *cells = g_new (guint, MAX (n, 1));
  double across, down;

  s->world = (MilieuBox) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; i < n; i++)
    s->world = milieu_box_union (s->world, milieu_box_around (r->places[i].x, r->places[i].y, 0));
  across = MAX (s->world.x1 - s->world.x0, 1);
  down = MAX (s->world.y1 - s->world.y0, 1);
  s->cell = MAX (sqrt (across * down / MAX (n, 1)), MAX (across, down) / 1000);
  s->columns = (guint) (across / s->cell) + 1;
  s->rows = (guint) (down / s->cell) + 1;
  s->starts = g_new0 (guint, s->columns * s->rows + 2);
  s->members = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      cells[i] = cell_of (r->places[i].y, s->world.y0, s->cell, s->rows) * s->columns
                 + cell_of (r->places[i].x, s->world.x0, s->cell, s->columns);
      s->starts[cells[i] + 2]++;
    }
  for (guint c = 2; c < s->columns * s->rows + 2; c++)
    s->starts[c] += s->starts[c - 1];
  for (guint k = 0; k < n; k++)
    s->members[s->starts[cells[s->order[k]] + 1]++] = s->order[k];
  g_free (cells);
}

/* Returns: the scale from which @box of label @i is free of those of @cell, at least @from */
static double
free_of_cell (const Scales *s, guint i, MilieuBox box, guint cell, double from)
{
  const MilieuLabelScales *r = s->r;

  for (guint m = s->starts[cell]; m < s->starts[cell + 1] && from < r->most; m++)
    {
      guint k = s->members[m];
      MilieuPoint d = { r->places[k].x - r->places[i].x, r->places[k].y - r->places[i].y };
      double meeting;

      if (k == i)
        continue;
      meeting = last_meeting (box, milieu_box_around (0, 0, r->wishes[k].radius), d);
      from = MAX (from, meeting);
      if (r->wishes[k].rank >= r->wishes[i].rank || s->from[k] >= r->most)
        continue;
      meeting = last_meeting (box, s->boxes[k], d);
      if (meeting > s->from[k])
        from = MAX (from, meeting);
    }
  return from;
}

/* ring by ring, until what lies farther could only matter at a scale where it is hidden already */
static double
free_from (const Scales *s, guint i, MilieuBox box)
{
  const MilieuLabelScales *r = s->r;
  int column = (int) cell_of (r->places[i].x, s->world.x0, s->cell, s->columns);
  int row = (int) cell_of (r->places[i].y, s->world.y0, s->cell, s->rows);
  double reach = hypot (s->widest * 2, s->tallest * 2), from = r->least;
  int last = (int) MAX (s->columns, s->rows);

  for (int ring = 0; ring <= last && from < r->most; ring++)
    {
      if (ring > 1 && reach / ((ring - 1) * s->cell) <= from)
        break;
      for (int y = row - ring; y <= row + ring; y++)
        for (int x = column - ring; x <= column + ring; x += y == row - ring || y == row + ring || ring == 0 ? 1 : 2 * ring)
          if (x >= 0 && y >= 0 && x < (int) s->columns && y < (int) s->rows)
            from = free_of_cell (s, i, box, y * s->columns + x, from);
    }
  return from;
}

/* the first side from which it shows soonest */
static void
choose (Scales *s, guint i)
{
  const MilieuLabelWish *wish = &s->r->wishes[i];
  MilieuLabelWish about = *wish;
  guint n = s->r->n > MANY || s->r->sides[i] > 0 ? 1 : wish->n_sides;

  about.x = about.y = 0;
  s->from[i] = INFINITY;
  for (guint k = 0; k < n; k++)
    {
      MilieuLabelSide side = s->r->sides[i] > 0 ? s->r->sides[i] - 1u : wish->sides[k];
      MilieuBox box = milieu_box_grow (milieu_label_box (&about, side), s->r->padding / 2);
      double from = free_from (s, i, box);

      if (from >= s->from[i])
        continue;
      s->from[i] = from;
      s->boxes[i] = box;
      s->r->chosen[i] = side;
    }
}

static int
by_rank (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuLabelWish *wishes = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (wishes[i].rank != wishes[j].rank)
    return wishes[i].rank < wishes[j].rank ? -1 : 1;
  return (i > j) - (i < j);
}

double *
milieu_labels_scales (const MilieuLabelScales *request)
{
  guint n = MAX (request->n, 1);
  Scales s = { .r = request, .order = g_new (guint, n), .boxes = g_new0 (MilieuBox, n), .from = g_new (double, n) };

  for (guint i = 0; i < request->n; i++)
    {
      s.order[i] = i;
      s.from[i] = INFINITY;
      s.widest = MAX (s.widest, request->wishes[i].width + 2 * request->wishes[i].radius + request->wishes[i].gap + request->padding);
      s.tallest = MAX (s.tallest, request->wishes[i].height + 2 * request->wishes[i].radius + request->wishes[i].gap + request->padding);
    }
  g_qsort_with_data (s.order, request->n, sizeof (guint), by_rank, (gpointer) request->wishes);
  if (request->n > 0)
    build_grid (&s);
  for (guint k = 0; k < request->n; k++)
    choose (&s, s.order[k]);
  g_free (s.order);
  g_free (s.boxes);
  g_free (s.starts);
  g_free (s.members);
  return s.from;
}
