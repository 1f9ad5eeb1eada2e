#include "figure/paint-cairo.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "figure/paint-shapes.h"
#include "figure/paint-sprites.h"
#include "figure/text.h"

#define UNLIT_SYMBOL 0.40
#define UNLIT_TIE 0.22
#define UNLIT_LABEL 0.72

typedef struct
{
  cairo_t *cr;
  const MilieuStyle *style;
  const MilieuLight *light;
  double snap;         /* steps a px on which symbols stand; 0: anywhere */
  PangoLayout *layout; /* created when a label comes */
  MilieuSprites *sprites;     /* (nullable) */
  const gint *cancelled;      /* (nullable) */
  cairo_matrix_t place;       /* of the page on the pixels */
  gboolean has_pixels;        /* the target is an image whose clip is a rectangle */
  MilieuCanvasPixels pixels;
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

/* to whole steps; halves go one way on either side of 0, so that two windows of a plane agree */
static double
snapped_to (double at, double steps)
{
  return floor (at * steps + 0.5) / steps;
}

static void
paint_symbol (Painter *painter, const MilieuMark *mark, double opacity)
{
  MilieuMark snapped = *mark;

  if (painter->snap > 0)
    {
      snapped.symbol.x = snapped_to (mark->symbol.x, painter->snap);
      snapped.symbol.y = snapped_to (mark->symbol.y, painter->snap);
    }
  if (painter->sprites)
    milieu_sprites_symbol (painter->sprites, painter->cr, &painter->place, painter->style, &snapped, opacity);
  else
    milieu_paint_symbol_mark (painter->cr, painter->style, &snapped, opacity);
}

static void
paint_label (Painter *painter, const MilieuMark *mark, MilieuColour colour, double opacity, gboolean strong)
{
  if (painter->sprites && mark->label.angle == 0)
    milieu_sprites_label (painter->sprites, painter->cr, &painter->place, painter->style, mark, colour, opacity, strong);
  else
    milieu_paint_label_mark (painter->cr, &painter->layout, painter->style, mark, colour, opacity, strong);
}

static void
paint_tie (Painter *painter, const MilieuMark *mark, gboolean lit)
{
  const MilieuLight *light = painter->light;
  double opacity = lit ? 1 : ease (light, UNLIT_TIE);
  double factor = light && lit && light->tie_factor > 0 ? 1 + light->amount * (light->tie_factor - 1) : 1;
  MilieuMark shown = *mark;

  /* those that are lit among too many are few, and have their heads again */
  if (light && lit)
    shown.flags &= ~MILIEU_MARK_QUIET;
  if (!painter->has_pixels || !milieu_paint_tie_line (&painter->pixels, &painter->place, painter->style, &shown, opacity, factor))
    milieu_paint_tie_mark (painter->cr, painter->style, &shown, opacity, factor);
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
      paint_tie (painter, mark, lit);
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

/* pixels of an image may be set without cairo, as long as nothing but a rectangle clips them */
static void
find_pixels (Painter *painter, const MilieuPanel *panel)
{
  cairo_surface_t *target = cairo_get_target (painter->cr);
  double x0, y0, x1, y1;

  painter->has_pixels = panel->radius <= 0 && cairo_get_group_target (painter->cr) == target
                        && cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE
                        && cairo_image_surface_get_format (target) == CAIRO_FORMAT_ARGB32
                        && painter->place.xy == 0 && painter->place.yx == 0 && painter->place.xx == painter->place.yy;
  if (!painter->has_pixels)
    return;
  cairo_save (painter->cr);
  cairo_identity_matrix (painter->cr);
  cairo_clip_extents (painter->cr, &x0, &y0, &x1, &y1);
  cairo_restore (painter->cr);
  painter->pixels = (MilieuCanvasPixels) {
    cairo_image_surface_get_data (target), cairo_image_surface_get_stride (target),
    MAX (0, (int) floor (x0)), MAX (0, (int) floor (y0)),
    MIN (cairo_image_surface_get_width (target), (int) ceil (x1)),
    MIN (cairo_image_surface_get_height (target), (int) ceil (y1)) };
}

static void
enter_panel (Painter *painter, const MilieuPanel *panel, MilieuBox *seen)
{
  cairo_t *cr = painter->cr;

  cairo_restore (cr);
  cairo_save (cr);
  rounded (cr, &panel->clip, panel->radius);
  cairo_clip (cr);
  cairo_clip_extents (cr, &seen->x0, &seen->y0, &seen->x1, &seen->y1);
  find_pixels (painter, panel);
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

/* those that the clip may show, in the order of painting */
static GArray *
marks_seen (Painter *painter, const MilieuFigure *figure)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint32));
  MilieuBox seen;

  cairo_clip_extents (painter->cr, &seen.x0, &seen.y0, &seen.x1, &seen.y1);
  milieu_figure_marks_in (figure, &(MilieuBox) { seen.x0 - 1, seen.y0 - 1, seen.x1 + 1, seen.y1 + 1 }, indices);
  return indices;
}

static gboolean
is_cancelled (const Painter *painter, guint i)
{
  return i % 64 == 0 && painter->cancelled && g_atomic_int_get (painter->cancelled);
}

static void
paint_marks (Painter *painter, const MilieuFigure *figure, const MilieuPaintOptions *options)
{
  guint n, n_panels, panel = G_MAXUINT;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);
  const MilieuPanel *panels = milieu_figure_panels (figure, &n_panels);
  g_autoptr (GArray) near = marks_seen (painter, figure);
  MilieuBox seen = { 0 };

  cairo_save (painter->cr);
  for (guint i = 0; i < near->len && !is_cancelled (painter, i); i++)
    {
      guint index = g_array_index (near, guint32, i);
      const MilieuMark *mark = &marks[index];
      MilieuBox box = milieu_figure_mark_box (figure, index);

      if (!is_on_sheet (mark, options))
        continue;
      if (mark->panel != panel)
        {
          panel = mark->panel;
          enter_panel (painter, &panels[panel], &seen);
        }
      if (milieu_boxes_meet (&box, &seen, 1))
        paint_mark (painter, mark);
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
  painter.sprites = options->snap ? options->sprites : NULL;
  painter.cancelled = options->cancelled;
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -options->x, -options->y);
  cairo_get_matrix (cr, &painter.place);
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
milieu_paint_pixels (guint8 *pixels, int width, int height, int stride, const MilieuFigure *figure,
                     const MilieuStyle *style, const MilieuPaintOptions *options)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, width, height, stride);
  cairo_t *cr = cairo_create (surface);

  milieu_paint_figure (cr, figure, style, options);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
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
