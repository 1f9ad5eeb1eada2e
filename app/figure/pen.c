#include "figure/pen.h"

#include <math.h>
#include <string.h>

#define CORNER 7 /* points of a rounded corner */

MilieuTextStyle
milieu_pen_style (const MilieuPen *pen, MilieuTextRole role)
{
  return milieu_figure_tools_style (pen->tools, role);
}

double
milieu_pen_width (const MilieuPen *pen, MilieuTextRole role, const char *text)
{
  MilieuTextStyle style = milieu_pen_style (pen, role);

  return milieu_text_width (pen->tools->measure, text, &style);
}

double
milieu_pen_text_as (const MilieuPen *pen, MilieuTextRole role, const char *text, double x, double y, const MilieuPenText *as)
{
  MilieuTextStyle style = milieu_pen_style (pen, role);
  double width, height = style.size * MILIEU_LINE_HEIGHT;

  style.tabular |= as->tabular;
  width = milieu_text_width (pen->tools->measure, text, &style);
  milieu_figure_add (pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LABEL, .layer = pen->layer, .panel = pen->panel, .flags = MILIEU_MARK_SILENT,
    .fill = as->colour != MILIEU_COLOUR_NONE ? as->colour : milieu_text_colour (role),
    .stroke = as->halo, .stroke_opacity = 0.9,
    .width = as->halo == MILIEU_COLOUR_NONE ? 0
             : as->halo_width > 0 ? as->halo_width : milieu_text_halo (role, pen->unit),
    .label = { .x = as->align == MILIEU_ALIGN_LEFT ? x : as->align == MILIEU_ALIGN_RIGHT ? x - width : x - width / 2,
               .y = y - height / 2, .width = width, .angle = as->angle, .text = text, .style = style,
               .align = as->align } });
  return width;
}

double
milieu_pen_text (const MilieuPen *pen, MilieuTextRole role, const char *text, double x, double y, MilieuAlign align)
{
  return milieu_pen_text_as (pen, role, text, x, y, &(MilieuPenText) { .align = align });
}

static void
add_row (const MilieuPen *pen, MilieuTextRole role, const char *row, double x, double middle)
{
  if (pen->builder != NULL)
    milieu_pen_text (pen, role, row, x, middle, MILIEU_ALIGN_LEFT);
}

double
milieu_pen_lines (const MilieuPen *pen, MilieuTextRole role, const char *text, double x, double top, double width, double line)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) row = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i] != NULL && *text != '\0'; i++)
    {
      gsize before = row->len;

      g_string_append_printf (row, "%s%s", before > 0 ? " " : "", words[i]);
      if (before > 0 && milieu_pen_width (pen, role, row->str) > width)
        {
          g_string_truncate (row, before);
          add_row (pen, role, row->str, x, top + (n++ + 0.5) * line);
          g_string_assign (row, words[i]);
        }
    }
  if (row->len > 0)
    add_row (pen, role, row->str, x, top + (n++ + 0.5) * line);
  return n * line;
}

void
milieu_pen_line (const MilieuPen *pen, const MilieuPoint *points, guint n, MilieuColour stroke, double width, double opacity)
{
  milieu_figure_add (pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LINE, .layer = pen->layer, .panel = pen->panel, .flags = MILIEU_MARK_SILENT,
    .stroke = stroke, .width = width, .stroke_opacity = opacity,
    .path = { .points = points, .n_points = n } });
}

void
milieu_pen_polygon (const MilieuPen *pen, const MilieuPoint *points, guint n,
                    MilieuColour fill, double fill_opacity, MilieuColour stroke, double width)
{
  milieu_figure_add (pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_POLYGON, .layer = pen->layer, .panel = pen->panel, .flags = MILIEU_MARK_SILENT,
    .fill = fill, .fill_opacity = fill_opacity, .stroke = stroke, .width = width,
    .path = { .points = points, .n_points = n } });
}

void
milieu_pen_disc (const MilieuPen *pen, double x, double y, double radius, MilieuColour fill)
{
  milieu_figure_add (pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_DISC, .layer = pen->layer, .panel = pen->panel, .flags = MILIEU_MARK_SILENT,
    .fill = fill, .disc = { x, y, radius } });
}

/* a quarter of a circle about @x, @y, from @quarter × 90 degrees */
static void
corner (MilieuPoint *points, double x, double y, double radius, guint quarter)
{
  for (guint i = 0; i < CORNER; i++)
    {
      double angle = G_PI / 2 * (quarter + (double) i / (CORNER - 1));

      points[i] = (MilieuPoint) { x + radius * cos (angle), y + radius * sin (angle) };
    }
}

void
milieu_pen_box (const MilieuPen *pen, MilieuBox b, double radius,
                MilieuColour fill, double fill_opacity,
                MilieuColour stroke, double width, double stroke_opacity, const double *dash)
{
  MilieuPoint points[4 * CORNER] = { { b.x1, b.y1 }, { b.x0, b.y1 }, { b.x0, b.y0 }, { b.x1, b.y0 } };
  MilieuMark mark = {
    .kind = MILIEU_MARK_POLYGON, .layer = pen->layer, .panel = pen->panel, .flags = MILIEU_MARK_SILENT,
    .fill = fill, .fill_opacity = fill_opacity, .stroke = stroke, .width = width, .stroke_opacity = stroke_opacity,
    .path = { .points = points, .n_points = 4 } };

  if (dash != NULL)
    memcpy (mark.dash, dash, sizeof mark.dash);
  if (radius > 0)
    {
      corner (points, b.x1 - radius, b.y1 - radius, radius, 0);
      corner (points + CORNER, b.x0 + radius, b.y1 - radius, radius, 1);
      corner (points + 2 * CORNER, b.x0 + radius, b.y0 + radius, radius, 2);
      corner (points + 3 * CORNER, b.x1 - radius, b.y0 + radius, radius, 3);
      mark.path.n_points = 4 * CORNER;
    }
  milieu_figure_add (pen->builder, &mark);
}
