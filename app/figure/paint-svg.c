/* SVG that people edit in Inkscape and machines read aloud: real text, one
 * element per line; groups with ids; colours and opacities apart. */
#include "figure/export.h"

#include <string.h>

#include "figure/describe.h"
#include "figure/svg.h"
#include "figure/symbols.h"
#include "figure/text.h"

#define PATH_POINTS_A_LINE 12

static const char *const layer_names[MILIEU_N_LAYERS] = { "ground", "ties", "symbols", "labels", "furniture" };

static void
add_element (MilieuSvg *svg, const char *name, const char *content)
{
  if (!content || !*content)
    return;
  g_string_append_c (svg->text, '<');
  g_string_append (svg->text, name);
  g_string_append_c (svg->text, '>');
  milieu_svg_escape (svg, content);
  g_string_append (svg->text, "</");
  g_string_append (svg->text, name);
  g_string_append (svg->text, ">\n");
}

static void
add_box (MilieuSvg *svg, const MilieuBox *box, double radius)
{
  g_string_append (svg->text, "<rect");
  milieu_svg_attribute (svg, "x", box->x0);
  milieu_svg_attribute (svg, "y", box->y0);
  milieu_svg_attribute (svg, "width", MAX (0, box->x1 - box->x0));
  milieu_svg_attribute (svg, "height", MAX (0, box->y1 - box->y0));
  if (radius > 0)
    milieu_svg_attribute (svg, "rx", radius);
}

static void
open_svg (MilieuSvg *svg, const MilieuFigure *figure)
{
  double width = milieu_figure_width (figure), height = milieu_figure_height (figure);
  g_autofree char *description = milieu_figure_describe (figure);

  g_string_append (svg->text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
  milieu_svg_number (svg, width / MILIEU_PX_PER_MM, 2);
  g_string_append (svg->text, "mm\" height=\"");
  milieu_svg_number (svg, height / MILIEU_PX_PER_MM, 2);
  g_string_append (svg->text, "mm\" viewBox=\"0 0 ");
  milieu_svg_number (svg, width, 2);
  g_string_append_c (svg->text, ' ');
  milieu_svg_number (svg, height, 2);
  g_string_append_printf (svg->text, "\" role=\"img\" xml:lang=\"%s\" font-family=\"Inter, Cantarell, 'DejaVu Sans', sans-serif\">\n",
                          milieu_language_code (milieu_figure_language (figure)));
  add_element (svg, "title", milieu_figure_title (figure));
  add_element (svg, "desc", description);
  add_element (svg, "metadata", milieu_figure_recipe (figure));
}

static void
add_path_data (MilieuSvg *svg, const MilieuMark *mark)
{
  guint first = 0, parts = MAX (mark->path.n_parts, 1);

  g_string_append (svg->text, "<path d=\"");
  for (guint part = 0; part < parts; part++)
    {
      guint n = mark->path.n_parts ? mark->path.parts[part] : mark->path.n_points;

      g_string_append (svg->text, part ? "\nM" : "M");
      for (guint i = 0; i < n; i += PATH_POINTS_A_LINE)
        {
          g_string_append (svg->text, i ? "\n" : "");
          milieu_svg_points (svg, mark->path.points + first + i, MIN (PATH_POINTS_A_LINE, n - i));
        }
      if (mark->kind == MILIEU_MARK_POLYGON)
        g_string_append (svg->text, " Z");
      first += n;
    }
  g_string_append_c (svg->text, '"');
}

/* clips: one for each panel, symbol and glow */
static void
add_definitions (MilieuSvg *svg, const MilieuFigure *figure)
{
  guint n, n_panels;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);
  const MilieuPanel *panels = milieu_figure_panels (figure, &n_panels);

  g_string_append (svg->text, "<defs>\n");
  for (guint i = 1; i < n_panels; i++)
    {
      g_string_append_printf (svg->text, "<clipPath id=\"panel-clip-%u\">", i);
      add_box (svg, &panels[i].clip, panels[i].radius);
      g_string_append (svg->text, "/></clipPath>\n");
    }
  for (guint symbol = 1; symbol < MILIEU_N_SYMBOLS; symbol++)
    {
      g_string_append_printf (svg->text, "<clipPath id=\"inside-%s\">", milieu_vocabulary_token (MILIEU_VOCABULARY_SYMBOL, symbol));
      milieu_svg_outline (svg, milieu_outline (symbol));
      g_string_append (svg->text, "/></clipPath>\n");
    }
  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_POLYGON && (marks[i].flags & MILIEU_MARK_INSIDE))
      {
        g_string_append_printf (svg->text, "<clipPath id=\"glow-%u\">", i);
        add_path_data (svg, &marks[i]);
        g_string_append (svg->text, " clip-rule=\"evenodd\"/></clipPath>\n");
      }
  if (svg->style->sea_hairline > 0)
    {
      char hex[8];

      g_string_append (svg->text, "<pattern id=\"sea\" patternUnits=\"userSpaceOnUse\" width=\"100\"");
      milieu_svg_attribute (svg, "height", svg->style->sea_hairline);
      g_string_append_printf (svg->text, "><path d=\"M0 0.2H100\" stroke=\"%s\" stroke-width=\"0.35\"/></pattern>\n",
                              milieu_style_hex (svg->style->hairline, hex));
    }
  g_string_append (svg->text, "</defs>\n");
}

static void
add_stroke (MilieuSvg *svg, const MilieuMark *mark, guint index)
{
  gboolean stroked = mark->stroke && mark->width > 0;

  milieu_svg_paint (svg, "stroke", stroked ? mark->stroke : MILIEU_COLOUR_NONE, mark->stroke_opacity);
  if (stroked)
    {
      milieu_svg_attribute (svg, "stroke-width", mark->width);
      g_string_append (svg->text, " stroke-linejoin=\"round\"");
      if (mark->flags & MILIEU_MARK_ROUND_CAPS)
        g_string_append (svg->text, " stroke-linecap=\"round\"");
      if (mark->dash[0] > 0 || mark->dash[1] > 0)
        {
          g_string_append (svg->text, " stroke-dasharray=\"");
          milieu_svg_number (svg, mark->dash[0], 2);
          g_string_append_c (svg->text, ' ');
          milieu_svg_number (svg, mark->dash[1], 2);
          g_string_append_c (svg->text, '"');
        }
    }
  if (mark->kind == MILIEU_MARK_POLYGON && (mark->flags & MILIEU_MARK_INSIDE))
    g_string_append_printf (svg->text, " clip-path=\"url(#glow-%u)\"", index);
  g_string_append (svg->text, "/>\n");
}

static void
open_shape (MilieuSvg *svg, const MilieuMark *mark)
{
  if (mark->kind != MILIEU_MARK_DISC)
    {
      add_path_data (svg, mark);
      return;
    }
  g_string_append (svg->text, "<circle");
  milieu_svg_attribute (svg, "cx", mark->disc.x);
  milieu_svg_attribute (svg, "cy", mark->disc.y);
  milieu_svg_attribute (svg, "r", mark->disc.radius);
}

static void
add_shape (MilieuSvg *svg, const MilieuMark *mark, guint index)
{
  open_shape (svg, mark);
  milieu_svg_paint (svg, "fill", mark->kind == MILIEU_MARK_LINE ? MILIEU_COLOUR_NONE : mark->fill, mark->fill_opacity);
  if (mark->kind == MILIEU_MARK_POLYGON)
    g_string_append (svg->text, " fill-rule=\"evenodd\"");
  add_stroke (svg, mark, index);
  if (mark->fill == MILIEU_COLOUR_SEA && svg->style->sea_hairline > 0)
    {
      open_shape (svg, mark);
      g_string_append (svg->text, " fill=\"url(#sea)\" fill-rule=\"evenodd\"/>\n");
    }
}

/* quotes within are taken out: CSS knows no other escape here that every reader knows too */
static void
add_family (MilieuSvg *svg, const char *family)
{
  g_autofree char *plain = g_strdelimit (g_strdup (family != NULL ? family : ""), "'\"\\", ' ');
  g_autofree char *list = g_strdup_printf ("'%s', Inter, Cantarell, 'DejaVu Sans', sans-serif", plain);

  if (family == NULL)
    return;
  g_string_append (svg->text, " font-family=\"");
  milieu_svg_escape (svg, list);
  g_string_append_c (svg->text, '"');
}

static void
add_text_line (MilieuSvg *svg, const MilieuMark *mark, const char *line, gsize length, double middle)
{
  static const char *const anchors[] = { "start", "middle", "end" };
  guint align = MIN (mark->label.align, MILIEU_ALIGN_RIGHT);
  const MilieuTextStyle *text = &mark->label.style;
  g_autofree char *words = g_strndup (line, length);

  g_string_append (svg->text, "<text");
  milieu_svg_attribute (svg, "x", mark->label.x + mark->label.width * align / 2);
  milieu_svg_attribute (svg, "y", middle + MILIEU_BASELINE * text->size);
  g_string_append_printf (svg->text, " text-anchor=\"%s\"", anchors[align]);
  milieu_svg_attribute (svg, "font-size", text->size);
  add_family (svg, text->family);
  g_string_append_printf (svg->text, " font-weight=\"%u\"%s", text->weight, text->italic ? " font-style=\"italic\"" : "");
  if (text->tracking > 0)
    milieu_svg_attribute (svg, "letter-spacing", text->tracking);
  milieu_svg_paint (svg, "fill", milieu_style_ground_text (svg->style, mark->fill), mark->fill_opacity);
  if (mark->stroke && mark->width > 0)
    {
      milieu_svg_paint (svg, "stroke", mark->stroke, 0.9 * mark->stroke_opacity);
      milieu_svg_attribute (svg, "stroke-width", 2 * mark->width);
      g_string_append (svg->text, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  g_string_append_c (svg->text, '>');
  milieu_svg_escape (svg, words);
  g_string_append (svg->text, "</text>\n");
}

static void
add_label (MilieuSvg *svg, const MilieuMark *mark)
{
  const char *line = mark->label.text;
  double height = mark->label.line_height;
  guint lines = 1;

  for (const char *p = line; *p; p++)
    lines += *p == '\n';
  if (mark->label.angle != 0)
    {
      g_string_append (svg->text, "<g transform=\"rotate(");
      milieu_svg_number (svg, mark->label.angle * 180 / G_PI, 2);
      milieu_svg_points (svg, &(MilieuPoint) { mark->label.x + mark->label.width / 2, mark->label.y + lines * height / 2 }, 1);
      g_string_append (svg->text, ")\">\n");
    }
  for (guint i = 0; i < lines; i++)
    {
      gsize length = strcspn (line, "\n");

      add_text_line (svg, mark, line, length, mark->label.y + (i + 0.5) * height);
      line += length + 1;
    }
  if (mark->label.angle != 0)
    g_string_append (svg->text, "</g>\n");
}

static void
add_mark (MilieuSvg *svg, const MilieuMark *mark, guint index)
{
  switch ((MilieuMarkKind) mark->kind)
    {
    case MILIEU_MARK_SYMBOL:
      milieu_svg_symbol (svg, mark);
      break;
    case MILIEU_MARK_TIE:
      milieu_svg_tie (svg, mark);
      break;
    case MILIEU_MARK_LABEL:
      add_label (svg, mark);
      break;
    default:
      add_shape (svg, mark, index);
    }
}

static gboolean
same_owner (const MilieuMark *a, const MilieuMark *b)
{
  return a->id && b->id && a->owner == b->owner && a->owner_type == b->owner_type
    && a->panel == b->panel && a->layer == b->layer;
}

static void
open_owner (MilieuSvg *svg, const MilieuMark *mark)
{
  g_autofree char *prefix = mark->layer == MILIEU_LAYER_LABELS
    ? g_strdup ("label-") : g_strconcat (milieu_record_type_token (mark->owner_type), "-", NULL);

  g_string_append (svg->text, "<g");
  milieu_svg_id (svg, prefix, mark->id);
  g_string_append_c (svg->text, '>');
  add_element (svg, "title", mark->title);
}

static void
open_layer (MilieuSvg *svg, const MilieuMark *mark)
{
  g_string_append (svg->text, "<g");
  milieu_svg_id (svg, layer_names[mark->layer], mark->panel ? "-panel" : "");
  if (mark->panel)
    g_string_append_printf (svg->text, " clip-path=\"url(#panel-clip-%u)\"", mark->panel);
  g_string_append (svg->text, ">\n");
}

static void
add_marks (MilieuSvg *svg, const MilieuFigure *figure)
{
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean new_layer = i == 0 || marks[i].panel != marks[i - 1].panel || marks[i].layer != marks[i - 1].layer;
      gboolean last = i + 1 == n || marks[i].panel != marks[i + 1].panel || marks[i].layer != marks[i + 1].layer;

      if (new_layer)
        open_layer (svg, &marks[i]);
      if (marks[i].id && (i == 0 || !same_owner (&marks[i - 1], &marks[i])))
        open_owner (svg, &marks[i]);
      add_mark (svg, &marks[i], i);
      if (marks[i].id && (i + 1 == n || !same_owner (&marks[i], &marks[i + 1])))
        g_string_append (svg->text, "</g>\n");
      if (last)
        g_string_append (svg->text, "</g>\n");
    }
}

GBytes *
milieu_figure_to_svg (const MilieuFigure *figure, const MilieuStyle *style)
{
  MilieuSvg svg = { g_string_new (NULL), style, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), 0 };
  MilieuBox page = { 0, 0, milieu_figure_width (figure), milieu_figure_height (figure) };

  open_svg (&svg, figure);
  add_definitions (&svg, figure);
  add_box (&svg, &page, 0);
  milieu_svg_paint (&svg, "fill", MILIEU_COLOUR_CANVAS, 1);
  g_string_append (svg.text, "/>\n");
  add_marks (&svg, figure);
  g_string_append (svg.text, "</svg>\n");
  g_hash_table_unref (svg.ids);
  return g_string_free_to_bytes (svg.text);
}
