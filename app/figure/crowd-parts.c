#include "figure/crowd-parts.h"

#include "figure/ties.h"

static guint
root (guint *group, guint i)
{
  while (group[i] != i)
    i = group[i] = group[group[i]];
  return i;
}

guint *
milieu_crowd_touching (const MilieuPoint *points, guint n, double near)
{
  guint *group = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      group[i] = i;
      for (guint j = 0; j < i; j++)
        if (milieu_point_distance (points[i], points[j]) < near)
          group[root (group, i)] = root (group, j);
    }
  for (guint i = 0; i < n; i++)
    group[i] = root (group, i);
  return group;
}

typedef struct
{
  const MilieuPoint *places;
  gboolean by_y;
} Axis;

/* places that are equal along the axis keep the order of their indices */
static int
compare_along (gconstpointer a, gconstpointer b, gpointer data)
{
  const Axis *axis = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  double p = axis->by_y ? axis->places[i].y : axis->places[i].x;
  double q = axis->by_y ? axis->places[k].y : axis->places[k].x;

  if (p != q)
    return p < q ? -1 : 1;
  return (i > k) - (i < k);
}

static MilieuBox
extent (const MilieuPoint *places, const guint *members, guint n)
{
  MilieuBox box = milieu_box_around (places[members[0]].x, places[members[0]].y, 0);

  for (guint i = 1; i < n; i++)
    box = milieu_box_union (box, milieu_box_around (places[members[i]].x, places[members[i]].y, 0));
  return box;
}

typedef struct
{
  const MilieuPoint *places;
  double span;
  guint least;
  GPtrArray *parts;
  GArray *rest;
} Division;

static void
divide (const Division *d, guint *members, guint n)
{
  MilieuBox box = extent (d->places, members, n);
  double width = box.x1 - box.x0, height = box.y1 - box.y0;
  Axis axis = { d->places, height > width };
  GArray *part;

  if (n < d->least)
    {
      g_array_append_vals (d->rest, members, n);
      return;
    }
  if (n > 1 && MAX (width, height) > d->span)
    {
      g_qsort_with_data (members, (int) n, sizeof *members, compare_along, &axis);
      divide (d, members, n / 2);
      divide (d, members + n / 2, n - n / 2);
      return;
    }
  part = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_array_append_vals (part, members, n);
  g_ptr_array_add (d->parts, part);
}

void
milieu_crowd_divide (const MilieuPoint *places, GArray *crowd, double span, guint least, GPtrArray *parts, GArray *rest)
{
  Division d = { places, span, least, parts, rest };

  if (crowd->len > 0)
    divide (&d, (guint *) crowd->data, crowd->len);
}
