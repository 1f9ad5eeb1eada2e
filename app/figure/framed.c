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
add_parts (MilieuFigureBuilder *builder, const MilieuFigure *figure, MilieuPoint by)
{
  guint n;
  const MilieuFigurePart *parts = milieu_figure_parts (figure, &n);

  for (guint i = 0; i < n; i++)
    milieu_figure_add_part (builder, parts[i].part, moved_box (parts[i].box, by));
}

/* ---- words around ---- */

typedef struct
{
  const MilieuFraming *framing;
  MilieuPen pen;  /* measures until it has a builder */
  double k, width;
  double lowest;  /* bottom of all that stands on the page */
} Words;

typedef double (*DrawWords) (const Words *w, double left, double top, double width);

static double
head_at (const Words *w, double left, double top, double width)
{
  const MilieuFraming *f = w->framing;
  double y = top;

  if (f->head != NULL)
    y += milieu_pen_lines (&w->pen, MILIEU_TEXT_TITLE, f->head, left, y, width, HEAD_LINE * w->k);
  if (f->subhead != NULL)
    y += milieu_pen_lines (&w->pen, MILIEU_TEXT_SUBTITLE, f->subhead, left, y, width, SUBHEAD_LINE * w->k);
  return y - top;
}

static double
foot_at (const Words *w, double left, double top, double width)
{
  g_auto (GStrv) lines = g_strsplit (w->framing->foot != NULL ? w->framing->foot : "", "\n", -1);
  double y = top;

  for (guint i = 0; lines[i] != NULL; i++)
    y += milieu_pen_lines (&w->pen, MILIEU_TEXT_CREDIT, lines[i], left, y, width, FOOT_LINE * w->k);
  return y - top;
}

static const MilieuPartPlace *
place_of (const Words *w, MilieuPlatePart part)
{
  static const MilieuPartPlace by_itself = { 0 };

  return w->framing->parts != NULL ? &w->framing->parts[part] : &by_itself;
}

/* Returns: how high the words are at @top, where they stand by themselves */
static double
draw_words (Words *w, MilieuPlatePart part, DrawWords draw, double top)
{
  const MilieuPartPlace *place = place_of (w, part);
  MilieuFigureBuilder *builder = w->pen.builder;
  MilieuBox box = { w->framing->margin, top, w->framing->margin + w->width, 0 };
  double height;

  if (w->framing->tools == NULL || place->hidden)
    return 0;
  w->pen.builder = NULL;
  height = draw (w, box.x0, top, w->width);
  if (place->placed)
    box = (MilieuBox) { place->x, place->y, place->x + (place->sized ? place->width : w->width), 0 };
  box.y1 = box.y0 + draw (w, box.x0, box.y0, box.x1 - box.x0);
  w->pen.builder = builder;
  w->lowest = MAX (w->lowest, box.y1);
  if (builder == NULL || box.y1 <= box.y0)
    return height;
  milieu_figure_add_part (builder, part, box);
  draw (w, box.x0, box.y0, box.x1 - box.x0);
  return height;
}

static double
draw_head (Words *w, double top)
{
  double height = draw_words (w, MILIEU_PART_TITLE, head_at, top);

  return height > 0 ? height + TO_FIGURE * w->k : 0;
}

static double
draw_foot (Words *w, double top)
{
  double height = w->framing->foot != NULL ? draw_words (w, MILIEU_PART_NOTES, foot_at, top + FOOT_GAP * w->k) : 0;

  return height > 0 ? FOOT_GAP * w->k + height : 0;
}

static void
set_words (MilieuFigureBuilder *builder, const MilieuFigure *figure, const MilieuFraming *framing)
{
  milieu_figure_set_title (builder, framing->title != NULL ? framing->title : milieu_figure_title (figure));
  milieu_figure_set_author (builder, framing->author != NULL ? framing->author : milieu_figure_author (figure));
  milieu_figure_set_recipe (builder, framing->recipe != NULL ? framing->recipe : milieu_figure_recipe (figure));
  milieu_figure_set_facts (builder, framing->facts != NULL ? framing->facts : milieu_figure_facts (figure));
}

/* @bottom: of the figure, where it stands by itself */
static double
page_height (Words *w, double bottom)
{
  double height = bottom + draw_foot (w, bottom) + w->framing->margin;
  gboolean placed = place_of (w, MILIEU_PART_TITLE)->placed || place_of (w, MILIEU_PART_CHART)->placed
                    || place_of (w, MILIEU_PART_NOTES)->placed;

  if (placed)
    return w->framing->height > 0 ? w->framing->height : w->lowest + w->framing->margin;
  return MAX (w->framing->height, height);
}

MilieuFigure *
milieu_figure_new_framed (const MilieuFigure *figure, const MilieuFraming *framing)
{
  double own = milieu_figure_width (figure), width = framing->width > 0 ? framing->width - 2 * framing->margin : own;
  Words w = { framing, { NULL, framing->tools, 1, 0, MILIEU_LAYER_FURNITURE }, 1, width, 0 };
  const MilieuPartPlace *chart = place_of (&w, MILIEU_PART_CHART);
  MilieuPoint by = { framing->margin, framing->margin };
  MilieuFigureBuilder *builder;
  double bottom;
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  if (framing->tools != NULL)
    w.k = milieu_figure_tools_scale (framing->tools);
  by.y += draw_head (&w, framing->margin);
  bottom = by.y + milieu_figure_height (figure);
  if (chart->placed)
    by = (MilieuPoint) { chart->x, chart->y };
  w.lowest = MAX (w.lowest, by.y + milieu_figure_height (figure));
  builder = milieu_figure_builder_new (w.width + 2 * framing->margin, page_height (&w, bottom), milieu_figure_language (figure));
  w.pen.builder = builder;
  set_words (builder, figure, framing);
  add_panels (builder, figure, by);
  add_parts (builder, figure, by);
  if (framing->parts != NULL)
    milieu_figure_add_part (builder, MILIEU_PART_CHART, (MilieuBox) { by.x, by.y, by.x + own, by.y + milieu_figure_height (figure) });
  draw_head (&w, framing->margin);
  for (guint i = 0; i < n; i++)
    {
      MilieuMark mark = marks[i];

      add_moved (builder, &mark, by);
    }
  draw_foot (&w, bottom);
  return milieu_figure_builder_finish (builder);
}
