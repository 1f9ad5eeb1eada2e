#include "figure/framed.h"

static MilieuPoint
moved (MilieuPoint point, double by)
{
  return (MilieuPoint) { point.x + by, point.y + by };
}

static void
add_path (MilieuFigureBuilder *builder, MilieuMark *mark, double by)
{
  g_autofree MilieuPoint *points = g_memdup2 (mark->path.points, mark->path.n_points * sizeof (MilieuPoint));

  for (guint i = 0; i < mark->path.n_points; i++)
    points[i] = moved (points[i], by);
  mark->path.points = points;
  milieu_figure_add (builder, mark);
}

static void
add_moved (MilieuFigureBuilder *builder, MilieuMark *mark, double by)
{
  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_DISC:
      mark->disc.x += by;
      mark->disc.y += by;
      break;
    case MILIEU_MARK_SYMBOL:
      mark->symbol.x += by;
      mark->symbol.y += by;
      break;
    case MILIEU_MARK_TIE:
      mark->tie.curve = (MilieuCurve) { moved (mark->tie.curve.start, by), moved (mark->tie.curve.control, by),
                                        moved (mark->tie.curve.end, by) };
      break;
    case MILIEU_MARK_LABEL:
      mark->label.x += by;
      mark->label.y += by;
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
add_panels (MilieuFigureBuilder *builder, const MilieuFigure *figure, double by)
{
  guint n;
  const MilieuPanel *panels = milieu_figure_panels (figure, &n);

  for (guint i = 1; i < n; i++)
    {
      MilieuPanel panel = panels[i];

      panel.clip = (MilieuBox) { panel.clip.x0 + by, panel.clip.y0 + by, panel.clip.x1 + by, panel.clip.y1 + by };
      milieu_figure_add_panel (builder, &panel);
    }
}

MilieuFigure *
milieu_figure_new_framed (const MilieuFigure *figure, const MilieuFraming *framing)
{
  double by = framing->margin;
  double height = MAX (framing->height, milieu_figure_height (figure) + 2 * by);
  MilieuFigureBuilder *builder = milieu_figure_builder_new (milieu_figure_width (figure) + 2 * by, height,
                                                            milieu_figure_language (figure));
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  milieu_figure_set_title (builder, framing->title != NULL ? framing->title : milieu_figure_title (figure));
  milieu_figure_set_author (builder, framing->author != NULL ? framing->author : milieu_figure_author (figure));
  milieu_figure_set_recipe (builder, framing->recipe != NULL ? framing->recipe : milieu_figure_recipe (figure));
  milieu_figure_set_facts (builder, milieu_figure_facts (figure));
  add_panels (builder, figure, by);
  for (guint i = 0; i < n; i++)
    {
      MilieuMark mark = marks[i];

      add_moved (builder, &mark, by);
    }
  return milieu_figure_builder_finish (builder);
}
