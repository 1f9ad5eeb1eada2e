#include "figure/framed.h"

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

MilieuFigure *
milieu_figure_new_framed (const MilieuFigure *figure, const MilieuFraming *framing)
{
  MilieuPoint by = { framing->margin + framing->shift.x, framing->margin + framing->shift.y };
  double width = framing->width > 0 ? framing->width : milieu_figure_width (figure) + by.x + framing->margin;
  double height = framing->fixed ? framing->height : MAX (framing->height, milieu_figure_height (figure) + by.y + framing->margin);
  MilieuFigureBuilder *builder = milieu_figure_builder_new (width, height,
                                                            milieu_figure_language (figure));
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  milieu_figure_set_title (builder, framing->title != NULL ? framing->title : milieu_figure_title (figure));
  milieu_figure_set_author (builder, framing->author != NULL ? framing->author : milieu_figure_author (figure));
  milieu_figure_set_recipe (builder, framing->recipe != NULL ? framing->recipe : milieu_figure_recipe (figure));
  milieu_figure_set_facts (builder, milieu_figure_facts (figure));
  add_panels (builder, figure, by);
  add_parts (builder, figure, by);
  if (framing->chart)
    milieu_figure_add_part (builder, MILIEU_PART_CHART, (MilieuBox) { by.x, by.y, by.x + milieu_figure_width (figure),
                                                                      by.y + milieu_figure_height (figure) });
  for (guint i = 0; i < n; i++)
    {
      MilieuMark mark = marks[i];

      add_moved (builder, &mark, by);
    }
  return milieu_figure_builder_finish (builder);
}
