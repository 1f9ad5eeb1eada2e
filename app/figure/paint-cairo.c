#include "figure/paint-cairo.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "figure/paint-shapes.h"
#include "figure/text-layout.h"

#define UNLIT_SYMBOL 0.40
#define UNLIT_TIE 0.22
#define UNLIT_LABEL 0.72
#define HALO_OPACITY 0.9

typedef struct
{
  cairo_t *cr;
  const MilieuStyle *style;
  const MilieuLight *light;
  double snap;         /* steps a px on which symbols stand; 0: anywhere */
  PangoLayout *layout; /* created when a label comes */
} Painter;

static double
ease (const MilieuLight *light, double unlit)
{
  return 1 - light->amount * (1 - unlit);
}

static gboolean
is_lit (const MilieuLight *light, const MilieuMark *mark)
{
  GHashTable *keys = mark->owner_type == MILIEU_RECORD_TIE ? light->ties : light->actors;

  return !mark->id || (keys && g_hash_table_contains (keys, GUINT_TO_POINTER (mark->owner)));
}

static void
rounded (cairo_t *cr, const MilieuBox *box, double radius)
{
  double r = MIN (radius, MIN (box->x1 - box->x0, box->y1 - box->y0) / 2);

  cairo_new_path (cr);
  if (r <= 0)
    {
      cairo_rectangle (cr, box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0);
      return;
    }
  cairo_arc (cr, box->x1 - r, box->y0 + r, r, -G_PI / 2, 0);
  cairo_arc (cr, box->x1 - r, box->y1 - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x0 + r, box->y1 - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x0 + r, box->y0 + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_path (cairo_t *cr, const MilieuMark *mark)
{
  guint first = 0, parts = MAX (mark->path.n_parts, 1);

  cairo_new_path (cr);
  for (guint part = 0; part < parts; part++)
    {
      guint n = mark->path.n_parts ? mark->path.parts[part] : mark->path.n_points;

      cairo_new_sub_path (cr);
      for (guint i = first; i < first + n; i++)
        cairo_line_to (cr, mark->path.points[i].x, mark->path.points[i].y);
      if (mark->kind == MILIEU_MARK_POLYGON)
        cairo_close_path (cr);
      first += n;
    }
}

static void
stroke (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, double opacity)
{
  if (!mark->stroke || mark->width <= 0)
    {
      cairo_new_path (cr);
      return;
    }
  milieu_paint_set_colour (cr, style, mark->stroke, opacity * mark->stroke_opacity);
  cairo_set_line_width (cr, mark->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, mark->flags & MILIEU_MARK_ROUND_CAPS ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, mark->dash, mark->dash[0] > 0 || mark->dash[1] > 0 ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* the engraved sea of the grey style: level hairlines, at the same heights in all panels */
static void
hatch_sea (cairo_t *cr, const MilieuStyle *style)
{
  double x0, y0, x1, y1, step = style->sea_hairline;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  cairo_new_path (cr);
  cairo_set_source_rgb (cr, (style->hairline >> 16) / 255.0, (style->hairline >> 8 & 255) / 255.0, (style->hairline & 255) / 255.0);
  cairo_set_line_width (cr, 0.35);
  for (double y = ceil (y0 / step) * step; y < y1; y += step)
    {
      cairo_move_to (cr, x0, y);
      cairo_line_to (cr, x1, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, double opacity)
{
  if (!mark->fill)
    return;
  milieu_paint_set_colour (cr, style, mark->fill, opacity * mark->fill_opacity);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill_preserve (cr);
  if (mark->fill == MILIEU_COLOUR_SEA && style->sea_hairline > 0)
    {
      cairo_path_t *path = cairo_copy_path (cr);

      hatch_sea (cr, style);
      cairo_new_path (cr);
      cairo_append_path (cr, path);
      cairo_path_destroy (path);
    }
}

static void
paint_path (Painter *painter, const MilieuMark *mark, double opacity)
{
  cairo_t *cr = painter->cr;

  cairo_save (cr);
  if (mark->kind == MILIEU_MARK_DISC)
    {
      cairo_new_path (cr);
      cairo_arc (cr, mark->disc.x, mark->disc.y, mark->disc.radius, 0, 2 * G_PI);
      cairo_close_path (cr);
    }
  else
    trace_path (cr, mark);
  if (mark->kind != MILIEU_MARK_LINE)
    fill (cr, painter->style, mark, opacity);
  if (mark->flags & MILIEU_MARK_INSIDE)
    {
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_clip_preserve (cr);
    }
  stroke (cr, painter->style, mark, opacity);
  cairo_restore (cr);
}

static void
paint_line_of_text (Painter *painter, const MilieuMark *mark, MilieuColour colour, double opacity, double x, double y)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (painter->layout, 0);
  cairo_t *cr = painter->cr;

  if (mark->stroke && mark->width > 0)
    {
      cairo_new_path (cr);
      cairo_move_to (cr, x, y);
      pango_cairo_layout_line_path (cr, line);
      milieu_paint_set_colour (cr, painter->style, mark->stroke, HALO_OPACITY * mark->stroke_opacity * opacity);
      cairo_set_line_width (cr, 2 * mark->width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  milieu_paint_set_colour (cr, painter->style, colour, opacity * mark->fill_opacity);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout_line (cr, line);
}

static double
shift (const MilieuMark *mark, double width)
{
  double room = mark->label.width - width;

  return mark->label.align == MILIEU_ALIGN_RIGHT ? room : mark->label.align == MILIEU_ALIGN_CENTRE ? room / 2 : 0;
}

static void
create_layout (Painter *painter)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  milieu_text_prepare_context (context);
  painter->layout = pango_layout_new (context);
  g_object_unref (context);
}

static void
paint_label (Painter *painter, const MilieuMark *mark, MilieuColour colour, double opacity, gboolean strong)
{
  const char *line = mark->label.text;
  MilieuTextStyle text = mark->label.style;
  double top = mark->label.y, middle = mark->label.x + mark->label.width / 2;
  guint lines = 1;

  colour = milieu_style_ground_text (painter->style, colour);
  if (!painter->layout)
    create_layout (painter);
  for (const char *p = line; *p; p++)
    lines += *p == '\n';
  if (strong)
    text.weight = MAX (text.weight, 600);
  cairo_save (painter->cr);
  if (mark->label.angle != 0)
    {
      double y = top + lines * mark->label.line_height / 2;

      cairo_translate (painter->cr, middle, y);
      cairo_rotate (painter->cr, mark->label.angle);
      cairo_translate (painter->cr, -middle, -y);
    }
  for (guint i = 0; i < lines; i++)
    {
      gsize length = strcspn (line, "\n");
      double baseline = top + (i + 0.5) * mark->label.line_height + MILIEU_BASELINE * text.size;
      int width;

      milieu_text_prepare_layout (painter->layout, line, length, &text);
      pango_layout_get_size (painter->layout, &width, NULL);
      paint_line_of_text (painter, mark, colour, opacity,
                          mark->label.x + shift (mark, (double) width / PANGO_SCALE), baseline);
      line += length + 1;
    }
  cairo_restore (painter->cr);
}

static void
paint_symbol (Painter *painter, const MilieuMark *mark, double opacity)
{
  MilieuMark snapped = *mark;

  if (painter->snap > 0)
    {
      snapped.symbol.x = round (mark->symbol.x * painter->snap) / painter->snap;
      snapped.symbol.y = round (mark->symbol.y * painter->snap) / painter->snap;
    }
  milieu_paint_symbol_mark (painter->cr, painter->style, &snapped, opacity);
}

static void
paint_mark (Painter *painter, const MilieuMark *mark)
{
  const MilieuLight *light = painter->light;
  gboolean lit = !light || is_lit (light, mark);

  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_SYMBOL:
      paint_symbol (painter, mark, lit ? 1 : ease (light, UNLIT_SYMBOL));
      break;
    case MILIEU_MARK_TIE:
      milieu_paint_tie_mark (painter->cr, painter->style, mark, lit ? 1 : ease (light, UNLIT_TIE),
                             light && lit && light->tie_factor > 0 ? 1 + light->amount * (light->tie_factor - 1) : 1);
      break;
    case MILIEU_MARK_LABEL:
      if (lit)
        paint_label (painter, mark, mark->fill, 1, light && mark->id);
      else
        paint_label (painter, mark, light->amount > 0.5 && mark->fill == MILIEU_COLOUR_INK ? MILIEU_COLOUR_SOFT : mark->fill,
                     ease (light, UNLIT_LABEL), FALSE);
      break;
    default:
      paint_path (painter, mark, lit ? 1 : ease (light, UNLIT_SYMBOL));
    }
}

static void
enter_panel (cairo_t *cr, const MilieuPanel *panel)
{
  cairo_restore (cr);
  cairo_save (cr);
  rounded (cr, &panel->clip, panel->radius);
  cairo_clip (cr);
}

gboolean
milieu_mark_is_on_glass (const MilieuMark *mark)
{
  return mark->layer == MILIEU_LAYER_FURNITURE || mark->panel > 1;
}

static gboolean
is_on_sheet (const MilieuMark *mark, const MilieuPaintOptions *options)
{
  if (options->layers && !(options->layers & MILIEU_LAYER_BIT (mark->layer)))
    return FALSE;
  return options->sheet == MILIEU_SHEET_ALL || milieu_mark_is_on_glass (mark) == (options->sheet == MILIEU_SHEET_GLASS);
}

static void
paint_marks (Painter *painter, const MilieuFigure *figure, const MilieuPaintOptions *options)
{
  guint n, n_panels, panel = G_MAXUINT;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);
  const MilieuPanel *panels = milieu_figure_panels (figure, &n_panels);
  MilieuBox seen = { 0 };

  cairo_save (painter->cr);
  for (guint i = 0; i < n; i++)
    {
      MilieuBox box = milieu_figure_mark_box (figure, i);

      if (!is_on_sheet (&marks[i], options))
        continue;
      if (marks[i].panel != panel)
        {
          panel = marks[i].panel;
          enter_panel (painter->cr, &panels[panel]);
          cairo_clip_extents (painter->cr, &seen.x0, &seen.y0, &seen.x1, &seen.y1);
        }
      if (milieu_boxes_meet (&box, &seen, 1))
        paint_mark (painter, &marks[i]);
    }
  cairo_restore (painter->cr);
}

void
milieu_paint_set_colour (cairo_t *cr, const MilieuStyle *style, MilieuColour colour, double opacity)
{
  guint32 rgb = milieu_style_rgb (style, colour);

  cairo_set_source_rgba (cr, (rgb >> 16) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, opacity);
}

void
milieu_paint_figure (cairo_t *cr, const MilieuFigure *figure, const MilieuStyle *style, const MilieuPaintOptions *options)
{
  static const MilieuPaintOptions whole = { 0 };
  Painter painter = { cr, style };
  double scale;

  options = options ? options : &whole;
  scale = options->scale > 0 ? options->scale : 1;
  painter.snap = options->snap ? 2 * scale : 0;
  painter.light = options->light && options->light->amount > 0 ? options->light : NULL;
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -options->x, -options->y);
  if (!options->no_background)
    {
      milieu_paint_set_colour (cr, style, MILIEU_COLOUR_CANVAS, 1);
      cairo_rectangle (cr, 0, 0, milieu_figure_width (figure), milieu_figure_height (figure));
      cairo_fill (cr);
    }
  paint_marks (&painter, figure, options);
  g_clear_object (&painter.layout);
  cairo_restore (cr);
}

void
milieu_paint_mark (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark)
{
  Painter painter = { cr, style };
  MilieuMark copy = *mark;

  copy.fill_opacity = mark->fill_opacity > 0 ? mark->fill_opacity : 1;
  copy.stroke_opacity = mark->stroke_opacity > 0 ? mark->stroke_opacity : 1;
  if (copy.kind == MILIEU_MARK_LABEL && copy.label.line_height <= 0)
    copy.label.line_height = MILIEU_LINE_HEIGHT * copy.label.style.size;
  paint_mark (&painter, &copy);
  g_clear_object (&painter.layout);
}
