#include "figure/pick.h"

#include "figure/figure-private.h"
#include "figure/ties.h"

#include <math.h>

typedef struct
{
  guint rank;      /* symbols before labels before ties */
  double distance; /* px beyond the mark's own ink */
  guint mark;
} Hit;

static gboolean
inside (const MilieuBox *box, double x, double y)
{
  return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

/* the topmost opaque panel at a point hides what panels before it show there */
static guint
lowest_panel (const MilieuFigure *figure, double x, double y)
{
  for (guint i = figure->panels->len; i-- > 1;)
    {
      const MilieuPanel *panel = &g_array_index (figure->panels, MilieuPanel, i);

      if (panel->opaque && inside (&panel->clip, x, y))
        return i;
    }
  return 0;
}

static double
box_distance (const MilieuBox *box, double x, double y)
{
  double dx = MAX (MAX (box->x0 - x, x - box->x1), 0), dy = MAX (MAX (box->y0 - y, y - box->y1), 0);

  return sqrt (dx * dx + dy * dy);
}

static double
path_distance (const MilieuMark *mark, MilieuPoint point)
{
  double nearest = G_MAXDOUBLE;
  guint first = 0, parts = MAX (mark->path.n_parts, 1);

  for (guint part = 0; part < parts; part++)
    {
      guint n = mark->path.n_parts ? mark->path.parts[part] : mark->path.n_points;

      for (guint i = 1; i < n; i++)
        {
          double distance = milieu_segment_distance (mark->path.points[first + i - 1], mark->path.points[first + i], point);

          nearest = MIN (nearest, distance);
        }
      first += n;
    }
  return nearest - mark->width / 2;
}

static Hit
measure_hit (const MilieuFigure *figure, guint index, MilieuPoint point)
{
  const MilieuMark *mark = &g_array_index (figure->marks, MilieuMark, index);
  Hit hit = { .mark = index };

  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_SYMBOL:
      /* from the centre, so that of two that touch the nearer is meant */
      hit.distance = milieu_point_distance (point, (MilieuPoint) { mark->symbol.x, mark->symbol.y });
      hit.distance = MAX (hit.distance - mark->symbol.size * 0.6, hit.distance * 1e-6);
      break;
    case MILIEU_MARK_DISC:
      hit.rank = 1;
      hit.distance = milieu_point_distance (point, (MilieuPoint) { mark->disc.x, mark->disc.y }) - mark->disc.radius;
      break;
    case MILIEU_MARK_LABEL:
      hit.rank = 2;
      hit.distance = box_distance (&figure->boxes[index], point.x, point.y);
      break;
    case MILIEU_MARK_TIE:
      hit.rank = 3;
      hit.distance = milieu_curve_distance (&mark->tie.curve, point) - mark->width / 2;
      break;
    case MILIEU_MARK_LINE:
    case MILIEU_MARK_POLYGON:
    default:
      hit.rank = 4;
      hit.distance = path_distance (mark, point);
      break;
    }
  return hit;
}

static gboolean
better (const Hit *a, const Hit *b)
{
  if (a->rank != b->rank)
    return a->rank < b->rank;
  return a->distance <= b->distance; /* later marks lie on top */
}

static void
pick_in_cell (const MilieuFigure *figure, guint cell, MilieuPoint point, double tolerance, Hit *best)
{
  guint lowest = lowest_panel (figure, point.x, point.y);

  for (guint i = figure->cell_starts[cell]; i < figure->cell_starts[cell + 1]; i++)
    {
      guint index = figure->cell_marks[i];
      const MilieuMark *mark = &g_array_index (figure->marks, MilieuMark, index);
      guint panel = mark->panel;
      Hit hit;

      if (!mark->id || (mark->flags & MILIEU_MARK_SILENT) || panel < lowest
          || box_distance (&figure->boxes[index], point.x, point.y) > tolerance
          || !inside (&g_array_index (figure->panels, MilieuPanel, panel).clip, point.x, point.y))
        continue;
      hit = measure_hit (figure, index, point);
      if (hit.distance <= tolerance && better (&hit, best))
        *best = hit;
    }
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

gboolean
milieu_figure_pick (const MilieuFigure *figure, double x, double y, double tolerance, MilieuPick *pick)
{
  guint first_row = milieu_figure_cell (figure, y - tolerance, figure->rows);
  guint last_row = milieu_figure_cell (figure, y + tolerance, figure->rows);
  guint first = milieu_figure_cell (figure, x - tolerance, figure->columns);
  guint last = milieu_figure_cell (figure, x + tolerance, figure->columns);
  Hit best = { .rank = G_MAXUINT };
  const MilieuMark *mark;

  for (guint row = first_row; row <= last_row; row++)
    for (guint column = first; column <= last; column++)
      pick_in_cell (figure, row * figure->columns + column, (MilieuPoint) { x, y }, tolerance, &best);
  if (best.rank == G_MAXUINT)
    return FALSE;
  mark = &g_array_index (figure->marks, MilieuMark, best.mark);
  *pick = (MilieuPick) { mark->owner_type, mark->owner, mark };
  return TRUE;
}

guint32 *
milieu_figure_pick_box (const MilieuFigure *figure, const MilieuBox *box, guint *n)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint kept = 0;

  milieu_figure_marks_in (figure, box, near);
  for (guint i = 0; i < near->len; i++)
    {
      const MilieuMark *mark = &g_array_index (figure->marks, MilieuMark, g_array_index (near, guint32, i));
      const MilieuPanel *panel = &g_array_index (figure->panels, MilieuPanel, mark->panel);

      if (mark->kind != MILIEU_MARK_SYMBOL || !mark->id || mark->owner_type != MILIEU_RECORD_ACTOR)
        continue;
      if (inside (box, mark->symbol.x, mark->symbol.y) && inside (&panel->clip, mark->symbol.x, mark->symbol.y)
          && mark->panel >= lowest_panel (figure, mark->symbol.x, mark->symbol.y))
        g_array_append_val (keys, mark->owner);
    }
  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    if (i == 0 || g_array_index (keys, guint32, i) != g_array_index (keys, guint32, i - 1))
      g_array_index (keys, guint32, kept++) = g_array_index (keys, guint32, i);
  *n = kept;
  return (guint32 *) g_array_free (keys, FALSE);
}
