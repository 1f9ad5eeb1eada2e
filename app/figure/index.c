/* Where marks are: their boxes, and a grid over the page. */
#include "figure/figure-private.h"
#include "figure/symbols.h"
#include "figure/ties.h"

#include <math.h>

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

static MilieuBox
mark_box (const MilieuMark *mark)
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
      return grow (milieu_curve_box (&mark->tie.curve), 4 + mark->width);
    case MILIEU_MARK_LABEL:
      return label_box (mark);
    case MILIEU_MARK_DISC:
    default:
      r = mark->disc.radius + (mark->stroke ? mark->width / 2 : 0);
      return (MilieuBox) { mark->disc.x - r, mark->disc.y - r, mark->disc.x + r, mark->disc.y + r };
    }
}

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
each_cell (MilieuFigure *figure, CellFunc func)
{
  for (guint i = 0; i < figure->marks->len; i++)
    {
      const MilieuMark *mark = &g_array_index (figure->marks, MilieuMark, i);
      MilieuBox box = figure->boxes[i];

      if (!mark->id || (mark->flags & MILIEU_MARK_SILENT))
        continue;
      for (guint row = milieu_figure_cell (box.y0, figure->rows); row <= milieu_figure_cell (box.y1, figure->rows); row++)
        for (guint column = milieu_figure_cell (box.x0, figure->columns); column <= milieu_figure_cell (box.x1, figure->columns); column++)
          func (figure, row * figure->columns + column, i);
    }
}

guint
milieu_figure_cell (double coordinate, guint n)
{
  double cell = coordinate / MILIEU_FIGURE_CELL;

  /* so written that NAN is 0 */
  return !(cell > 0) ? 0 : cell >= n ? n - 1 : (guint) cell;
}

void
milieu_figure_index (MilieuFigure *figure)
{
  guint cells;

  figure->boxes = g_new (MilieuBox, MAX (figure->marks->len, 1));
  for (guint i = 0; i < figure->marks->len; i++)
    figure->boxes[i] = mark_box (&g_array_index (figure->marks, MilieuMark, i));
  figure->columns = MIN (figure->width / MILIEU_FIGURE_CELL, 1000) + 1;
  figure->rows = MIN (figure->height / MILIEU_FIGURE_CELL, 1000) + 1;
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
