/* Where marks are: their boxes, and a grid over the page. */
#include "figure/figure-private.h"
#include "figure/symbols.h"
#include "figure/ties.h"

#include <math.h>
#include <stdlib.h>

#define REACH 4.0 /* px of head and tick beside a tie */

static MilieuBox
grow (MilieuBox box, double by)
{
  return (MilieuBox) { box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by };
}

static MilieuBox
path_box (const MilieuMark *mark)
{
  MilieuPoint first = mark->path.points[0];
  MilieuBox box = { first.x, first.y, first.x, first.y };

  for (guint i = 1; i < mark->path.n_points; i++)
    {
      MilieuPoint point = mark->path.points[i];

      box.x0 = MIN (box.x0, point.x);
      box.y0 = MIN (box.y0, point.y);
      box.x1 = MAX (box.x1, point.x);
      box.y1 = MAX (box.y1, point.y);
    }
  return grow (box, mark->stroke && !(mark->flags & MILIEU_MARK_INSIDE) ? mark->width / 2 : 0);
}

static MilieuBox
symbol_box (const MilieuMark *mark)
{
  const MilieuBox *unit = &milieu_outline (mark->symbol.symbol)->box;
  double s = mark->symbol.size, x = mark->symbol.x, y = mark->symbol.y;
  double rim = (milieu_symbol_line_width (s) + milieu_symbol_casing (s)) / 2;

  return grow ((MilieuBox) { x + unit->x0 * s, y + unit->y0 * s, x + unit->x1 * s, y + unit->y1 * s }, rim);
}

static MilieuBox
label_box (const MilieuMark *mark)
{
  guint lines = 1;
  double height, angle = mark->label.angle;
  MilieuBox box;

  for (const char *p = mark->label.text; *p; p++)
    lines += *p == '\n';
  height = lines * mark->label.line_height;
  box = (MilieuBox) { mark->label.x, mark->label.y, mark->label.x + mark->label.width, mark->label.y + height };
  if (angle != 0)
    {
      double c = fabs (cos (angle)), s = fabs (sin (angle)), w = mark->label.width, h = height;
      double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
      double half_width = (w * c + h * s) / 2, half_height = (w * s + h * c) / 2;

      box = (MilieuBox) { x - half_width, y - half_height, x + half_width, y + half_height };
    }
  return grow (box, mark->width);
}

MilieuBox
milieu_figure_box_of (const MilieuMark *mark)
{
  double r;

  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_SYMBOL:
      return symbol_box (mark);
    case MILIEU_MARK_LINE:
    case MILIEU_MARK_POLYGON:
      return path_box (mark);
    case MILIEU_MARK_TIE:
      return grow (milieu_curve_box (&mark->tie.curve), REACH + mark->width);
    case MILIEU_MARK_LABEL:
      return label_box (mark);
    case MILIEU_MARK_DISC:
    default:
      r = mark->disc.radius + (mark->stroke ? mark->width / 2 : 0);
      return (MilieuBox) { mark->disc.x - r, mark->disc.y - r, mark->disc.x + r, mark->disc.y + r };
    }
}

/* ---- the grid ---- */

#define CELL 48.0        /* px */
#define MOST_COLUMNS 128 /* a large page has larger cells */
#define CHORDS 8         /* of a tie that bends */

typedef void (*CellFunc) (MilieuFigure *figure, guint cell, guint mark);

static void
count_cell (MilieuFigure *figure, guint cell, guint mark)
{
  figure->cell_starts[cell + 1]++;
}

static void
fill_cell (MilieuFigure *figure, guint cell, guint mark)
{
  figure->cell_marks[figure->cell_starts[cell]++] = mark;
}

static void
each_cell_of_box (MilieuFigure *figure, MilieuBox box, guint mark, CellFunc func)
{
  guint first = milieu_figure_cell (figure, box.x0, figure->columns), last = milieu_figure_cell (figure, box.x1, figure->columns);
  guint low = milieu_figure_cell (figure, box.y0, figure->rows), high = milieu_figure_cell (figure, box.y1, figure->rows);

  for (guint row = low; row <= high; row++)
    for (guint column = first; column <= last; column++)
      func (figure, row * figure->columns + column, mark);
}

/* row by row: the columns that a chord with @pad about it runs through */
static void
each_cell_of_chord (MilieuFigure *figure, MilieuPoint a, MilieuPoint b, double pad, guint mark, CellFunc func)
{
  double across = b.y != a.y ? (b.x - a.x) / (b.y - a.y) : 0;
  double top = MIN (a.y, b.y), bottom = MAX (a.y, b.y), left = MIN (a.x, b.x), right = MAX (a.x, b.x);
  guint low = milieu_figure_cell (figure, top - pad, figure->rows), high = milieu_figure_cell (figure, bottom + pad, figure->rows);

  for (guint row = low; row <= high; row++)
    {
      double y0 = row == 0 ? top : CLAMP (row * figure->cell - pad, top, bottom);
      double y1 = row + 1 == figure->rows ? bottom : CLAMP ((row + 1) * figure->cell + pad, top, bottom);
      double x0 = b.y != a.y ? a.x + (y0 - a.y) * across : left, x1 = b.y != a.y ? a.x + (y1 - a.y) * across : right;
      MilieuBox box = { MIN (x0, x1) - pad, row * figure->cell, MAX (x0, x1) + pad, row * figure->cell };

      each_cell_of_box (figure, box, mark, func);
    }
}

static void
each_cell_of_tie (MilieuFigure *figure, const MilieuMark *mark, guint index, CellFunc func)
{
  MilieuPoint points[CHORDS + 1];
  guint n = milieu_curve_is_straight (&mark->tie.curve) ? 1 : CHORDS;

  milieu_curve_sample (&mark->tie.curve, points, n + 1);
  for (guint i = 0; i < n; i++)
    each_cell_of_chord (figure, points[i], points[i + 1], REACH + mark->width + (n > 1 ? 1 : 0), index, func);
}

static void
each_cell (MilieuFigure *figure, CellFunc func)
{
  for (guint i = 0; i < figure->marks->len; i++)
    {
      const MilieuMark *mark = &g_array_index (figure->marks, MilieuMark, i);

      if (mark->kind == MILIEU_MARK_TIE)
        each_cell_of_tie (figure, mark, i, func);
      else
        each_cell_of_box (figure, figure->boxes[i], i, func);
    }
}

guint
milieu_figure_cell (const MilieuFigure *figure, double coordinate, guint n)
{
  double cell = coordinate / figure->cell;

  /* so written that NAN is 0 */
  return !(cell > 0) ? 0 : cell >= n ? n - 1 : (guint) cell;
}

static void
build_grid (MilieuFigure *figure)
{
  guint cells;

  figure->cell = MAX (CELL, MAX (figure->width, figure->height) / MOST_COLUMNS);
  figure->columns = (guint) (figure->width / figure->cell) + 1;
  figure->rows = (guint) (figure->height / figure->cell) + 1;
  cells = figure->columns * figure->rows;
  figure->cell_starts = g_new0 (guint32, cells + 1);
  each_cell (figure, count_cell);
  for (guint i = 0; i < cells; i++)
    figure->cell_starts[i + 1] += figure->cell_starts[i];
  figure->cell_marks = g_new (guint32, MAX (figure->cell_starts[cells], 1));
  each_cell (figure, fill_cell);
  /* filling moved every start to its end */
  for (guint i = cells; i > 0; i--)
    figure->cell_starts[i] = figure->cell_starts[i - 1];
  figure->cell_starts[0] = 0;
}

/* ---- owners ---- */

static int
compare_owners (gconstpointer a, gconstpointer b)
{
  const MilieuFigureOwner *p = a, *q = b;

  if (p->key != q->key)
    return p->key < q->key ? -1 : 1;
  return (p->mark > q->mark) - (p->mark < q->mark);
}

static MilieuFigureOwner *
find_owners (MilieuFigure *figure, MilieuMarkKind kind, MilieuRecordType type, guint *n)
{
  GArray *owners = g_array_new (FALSE, FALSE, sizeof (MilieuFigureOwner));

  for (guint i = 0; i < figure->marks->len; i++)
    {
      const MilieuMark *mark = &g_array_index (figure->marks, MilieuMark, i);
      MilieuFigureOwner owner = { mark->owner, i };

      if (mark->kind == kind && mark->id && mark->owner_type == type)
        g_array_append_val (owners, owner);
    }
  if (owners->len > 1) /* else there may be nothing to point at */
    qsort (owners->data, owners->len, sizeof (MilieuFigureOwner), compare_owners);
  *n = owners->len;
  return (MilieuFigureOwner *) g_array_free (owners, FALSE);
}

void
milieu_figure_index (MilieuFigure *figure)
{
  figure->boxes = g_new (MilieuBox, MAX (figure->marks->len, 1));
  for (guint i = 0; i < figure->marks->len; i++)
    figure->boxes[i] = milieu_figure_box_of (&g_array_index (figure->marks, MilieuMark, i));
  build_grid (figure);
  figure->actors = find_owners (figure, MILIEU_MARK_SYMBOL, MILIEU_RECORD_ACTOR, &figure->n_actors);
  figure->ties = find_owners (figure, MILIEU_MARK_TIE, MILIEU_RECORD_TIE, &figure->n_ties);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

void
milieu_figure_marks_in (const MilieuFigure *figure, const MilieuBox *box, GArray *indices)
{
  guint first = milieu_figure_cell (figure, box->x0, figure->columns), last = milieu_figure_cell (figure, box->x1, figure->columns);
  guint low = milieu_figure_cell (figure, box->y0, figure->rows), high = milieu_figure_cell (figure, box->y1, figure->rows);
  guint kept = 0;

  g_array_set_size (indices, 0);
  for (guint row = low; row <= high; row++)
    {
      guint from = figure->cell_starts[row * figure->columns + first], to = figure->cell_starts[row * figure->columns + last + 1];

      g_array_append_vals (indices, figure->cell_marks + from, to - from);
    }
  if (indices->len > 1)
    qsort (indices->data, indices->len, sizeof (guint32), compare_indices);
  for (guint i = 0; i < indices->len; i++)
    if (i == 0 || g_array_index (indices, guint32, i) != g_array_index (indices, guint32, i - 1))
      g_array_index (indices, guint32, kept++) = g_array_index (indices, guint32, i);
  g_array_set_size (indices, kept);
}

MilieuBox
milieu_figure_mark_box (const MilieuFigure *figure, guint index)
{
  g_return_val_if_fail (index < figure->marks->len, ((MilieuBox) { 0 }));

  return figure->boxes[index];
}

MilieuBox
milieu_figure_extents (const MilieuFigure *figure)
{
  MilieuBox extents = { 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < figure->marks->len; i++)
    {
      guint panel = g_array_index (figure->marks, MilieuMark, i).panel;
      MilieuBox clip = g_array_index (figure->panels, MilieuPanel, panel).clip, box = figure->boxes[i];

      box = (MilieuBox) { MAX (box.x0, clip.x0), MAX (box.y0, clip.y0), MIN (box.x1, clip.x1), MIN (box.y1, clip.y1) };
      if (box.x0 >= box.x1 || box.y0 >= box.y1)
        continue;
      if (!any)
        extents = box;
      extents = (MilieuBox) { MIN (extents.x0, box.x0), MIN (extents.y0, box.y0),
                              MAX (extents.x1, box.x1), MAX (extents.y1, box.y1) };
      any = TRUE;
    }
  return extents;
}
