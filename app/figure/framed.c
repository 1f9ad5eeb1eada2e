#include "figure/framed.h"

#include "figure/pen.h"

/* px of paper */
#define HEAD_LINE 15.0
#define SUBHEAD_LINE 12.5
#define TO_FIGURE 6.0
#define FOOT_GAP 9.0
#define FOOT_LINE 11.0

static MilieuPoint
moved (MilieuPoint point, MilieuPoint by)
{
  return (MilieuPoint) { point.x + by.x, point.y + by.y };
}

static MilieuBox
moved_box (MilieuBox box, MilieuPoint by)
{
  return (MilieuBox) { box.x0 + by.x, box.y0 + by.y, box.x1 + by.x, box.y1 + by.y };
}

static void
add_path (MilieuFigureBuilder *builder, MilieuMark *mark, MilieuPoint by)
{
  g_autofree MilieuPoint *points = g_memdup2 (mark->path.points, mark->path.n_points * sizeof (MilieuPoint));

  for (guint i = 0; i < mark->path.n_points; i++)
    points[i] = moved (points[i], by);
  mark->path.points = points;
  milieu_figure_add (builder, mark);
}

static void
add_moved (MilieuFigureBuilder *builder, MilieuMark *mark, MilieuPoint by)
{
  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_DISC:
      mark->disc.x += by.x;
      mark->disc.y += by.y;
      break;
    case MILIEU_MARK_SYMBOL:
      mark->symbol.x += by.x;
      mark->symbol.y += by.y;
      break;
    case MILIEU_MARK_TIE:
      mark->tie.curve = (MilieuCurve) { moved (mark->tie.curve.start, by), moved (mark->tie.curve.control, by),
                                        moved (mark->tie.curve.end, by) };
      break;
    case MILIEU_MARK_LABEL:
      mark->label.x += by.x;
      mark->label.y += by.y;
      break;
    case MILIEU_MARK_LINE:
    case MILIEU_MARK_POLYGON:
    default:
      add_path (builder, mark, by);
      return;
    }
  milieu_figure_add (builder, mark);
}

static void
add_panels (MilieuFigureBuilder *builder, const MilieuFigure *figure, MilieuPoint by)
{
  guint n;
  const MilieuPanel *panels = milieu_figure_panels (figure, &n);

  for (guint i = 1; i < n; i++)
    {
      MilieuPanel panel = panels[i];

      panel.clip = moved_box (panel.clip, by);
      milieu_figure_add_panel (builder, &panel);
    }
}

static void
add_parts (MilieuFigureBuilder *builder, const MilieuFigure *figure, const MilieuFraming *framing, MilieuPoint by)
{
  guint n;
  const MilieuFigurePart *parts = milieu_figure_parts (figure, &n);

  for (guint i = 0; i < n; i++)
    milieu_figure_add_part (builder, parts[i].part, moved_box (parts[i].box, by));
  if (framing->chart)
    milieu_figure_add_part (builder, MILIEU_PART_CHART, moved_box ((MilieuBox) { 0, 0, milieu_figure_width (figure),
                                                                                 milieu_figure_height (figure) }, by));
}

/* ---- words around ---- */

typedef struct
{
  const MilieuFraming *framing;
  MilieuPen pen;  /* measures until it has a builder */
  double k, width;
} Words;

static double
draw_head (const Words *w, double top)
{
  const MilieuFraming *f = w->framing;
  double y = top;

  if (f->tools == NULL)
    return 0;
  if (f->head != NULL)
    y += milieu_pen_lines (&w->pen, MILIEU_TEXT_TITLE, f->head, f->margin, y, w->width, HEAD_LINE * w->k);
  if (f->subhead != NULL)
    y += milieu_pen_lines (&w->pen, MILIEU_TEXT_SUBTITLE, f->subhead, f->margin, y, w->width, SUBHEAD_LINE * w->k);
  return y > top ? y - top + TO_FIGURE * w->k : 0;
}

static double
draw_foot (const Words *w, double top)
{
  const MilieuFraming *f = w->framing;

  if (f->tools == NULL || f->foot == NULL)
    return 0;
  return FOOT_GAP * w->k + milieu_pen_lines (&w->pen, MILIEU_TEXT_CREDIT, f->foot, f->margin, top + FOOT_GAP * w->k, w->width, FOOT_LINE * w->k);
}

static void
set_words (MilieuFigureBuilder *builder, const MilieuFigure *figure, const MilieuFraming *framing)
{
  milieu_figure_set_title (builder, framing->title != NULL ? framing->title : milieu_figure_title (figure));
  milieu_figure_set_author (builder, framing->author != NULL ? framing->author : milieu_figure_author (figure));
  milieu_figure_set_recipe (builder, framing->recipe != NULL ? framing->recipe : milieu_figure_recipe (figure));
  milieu_figure_set_facts (builder, framing->facts != NULL ? framing->facts : milieu_figure_facts (figure));
}

MilieuFigure *
milieu_figure_new_framed (const MilieuFigure *figure, const MilieuFraming *framing)
{
  Words w = { framing, { NULL, framing->tools, 1, 0, MILIEU_LAYER_FURNITURE }, 1, milieu_figure_width (figure) };
  MilieuPoint by = { framing->margin + framing->shift.x, framing->margin + framing->shift.y };
  MilieuFigureBuilder *builder;
  double bottom, height;
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  if (framing->tools != NULL)
    w.k = milieu_figure_tools_scale (framing->tools);
  if (framing->width > 0)
    w.width = framing->width - 2 * framing->margin;
  if (!framing->placed)
    by.y += draw_head (&w, framing->margin);
  bottom = by.y + milieu_figure_height (figure);
  height = MAX (framing->height, bottom + draw_foot (&w, bottom) + framing->margin);
  builder = milieu_figure_builder_new (w.width + 2 * framing->margin, framing->fixed ? framing->height : height,
                                       milieu_figure_language (figure));
  w.pen.builder = builder;
  set_words (builder, figure, framing);
  add_panels (builder, figure, by);
  add_parts (builder, figure, framing, by);
  draw_head (&w, framing->margin);
  for (guint i = 0; i < n; i++)
    {
      MilieuMark mark = marks[i];

      add_moved (builder, &mark, by);
    }
  draw_foot (&w, bottom);
  return milieu_figure_builder_finish (builder);
}
