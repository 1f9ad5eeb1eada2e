#include "window/compose-snap.h"

#include <math.h>

#define MOST_LINES (5 + 3 * MILIEU_N_PARTS)
#define SAME 0.005 /* mm: half of what a file tells apart */

typedef struct
{
  double lines[MOST_LINES];
  guint n;
} Lines;

static void
add_three (Lines *lines, double from, double to)
{
  const double three[] = { from, (from + to) / 2, to };

  for (guint i = 0; i < G_N_ELEMENTS (three) && lines->n < MOST_LINES; i++)
    lines->lines[lines->n++] = three[i];
}

static Lines
lines_of (const MilieuSnapRequest *request, gboolean upright)
{
  Lines lines = { .n = 0 };
  double length = upright ? request->width : request->height;

  add_three (&lines, 0, length);
  if (request->margin > 0)
    {
      lines.lines[lines.n++] = request->margin;
      lines.lines[lines.n++] = length - request->margin;
    }
  for (guint i = 0; i < request->n_parts; i++)
    {
      const MilieuBox *box = &request->parts[i].box;

      /* what stands on the map goes with it */
      if (request->parts[i].part == request->moved
          || (request->moved == MILIEU_PART_MAP && milieu_plate_part_is_of_map (request->parts[i].part)))
        continue;
      add_three (&lines, upright ? box->x0 : box->y0, upright ? box->x1 : box->y1);
    }
  return lines;
}

/* Returns: how far the nearest line is from one of @points; NAN if none is within reach */
static double
way_to_line (const Lines *lines, const double *points, guint n, double reach)
{
  double way = NAN;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < lines->n; k++)
      {
        double d = lines->lines[k] - points[i];

        if (fabs (d) <= reach && (isnan (way) || fabs (d) < fabs (way)))
          way = d;
      }
  return way;
}

static gboolean
is_line (const Lines *lines, double at)
{
  for (guint i = 0; i < lines->n; i++)
    if (fabs (lines->lines[i] - at) < SAME)
      return TRUE;
  return FALSE;
}

/* one direction: the span from @low to @high, of which one edge or the whole moves; Returns: how many guides */
static guint
snap_span (const MilieuSnapRequest *request, gboolean upright, gboolean low_moves, gboolean high_moves, gboolean whole,
           double *low, double *high, MilieuGuide *guides)
{
  Lines lines = lines_of (request, upright);
  double points[3], way;
  guint n = 0, found = 0;

  if (low_moves || whole)
    points[n++] = *low;
  if (high_moves || whole)
    points[n++] = *high;
  if (whole)
    points[n++] = (*low + *high) / 2;
  way = way_to_line (&lines, points, n, request->reach);
  if (isnan (way))
    return 0;
  *low += low_moves || whole ? way : 0;
  *high += high_moves || whole ? way : 0;
  for (guint i = 0; i < n; i++)
    if (is_line (&lines, points[i] + way))
      guides[found++] = (MilieuGuide) { upright, points[i] + way };
  return found;
}

guint
milieu_snap (const MilieuSnapRequest *request, guint grip, MilieuBox *box, MilieuGuide *guides)
{
  gboolean whole = grip == MILIEU_GRIP_WHOLE;
  guint n = 0;

  if (whole || grip & (MILIEU_GRIP_LEFT | MILIEU_GRIP_RIGHT))
    n = snap_span (request, TRUE, grip & MILIEU_GRIP_LEFT, grip & MILIEU_GRIP_RIGHT, whole, &box->x0, &box->x1, guides);
  if (whole || grip & (MILIEU_GRIP_TOP | MILIEU_GRIP_BOTTOM))
    n += snap_span (request, FALSE, grip & MILIEU_GRIP_TOP, grip & MILIEU_GRIP_BOTTOM, whole, &box->y0, &box->y1, guides + n);
  return n;
}
