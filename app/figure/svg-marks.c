/* Symbols and ties as SVG. */
#include "figure/paint-shapes.h"
#include "figure/svg.h"

static void
add_outline (MilieuSvg *svg, const MilieuOutline *outline)
{
  for (const MilieuSegment *s = outline->segments; s->command; s++)
    {
      guint n = s->command == 'C' ? 6 : s->command == 'Z' ? 0 : 2;

      g_string_append_c (svg->text, s->command);
      for (guint i = 0; i < n; i++)
        {
          g_string_append (svg->text, i ? " " : "");
          milieu_svg_number (svg, s->points[i], 4);
        }
    }
}

void
milieu_svg_outline (MilieuSvg *svg, const MilieuOutline *outline)
{
  g_string_append (svg->text, "<path d=\"");
  add_outline (svg, outline);
  g_string_append_c (svg->text, '"');
}

/* @width in px; the outline stands in a group scaled by @size */
static void
add_width (MilieuSvg *svg, double width, double size)
{
  g_string_append (svg->text, " stroke-width=\"");
  milieu_svg_number (svg, width / size, 4);
  g_string_append_c (svg->text, '"');
}

static void
add_clip (MilieuSvg *svg, guint symbol)
{
  g_string_append (svg->text, " clip-path=\"url(#inside-");
  g_string_append (svg->text, milieu_vocabulary_token (MILIEU_VOCABULARY_SYMBOL, symbol));
  g_string_append (svg->text, ")\"/>");
}

static void
add_inside (MilieuSvg *svg, const MilieuMark *mark, const MilieuOutline *outline)
{
  MilieuFillStyle inside = milieu_style_fill (mark->symbol.ground);
  MilieuColour fill = milieu_symbol_colour (mark->symbol.ground, 'f'), tint = milieu_symbol_colour (mark->symbol.ground, 't');
  guint symbol = mark->symbol.symbol == MILIEU_SYMBOL_UNSET ? MILIEU_SYMBOL_ORGANISATION : mark->symbol.symbol;

  milieu_svg_outline (svg, outline);
  milieu_svg_paint (svg, "fill", inside == MILIEU_FILL_HALF || inside == MILIEU_FILL_RING ? tint : fill, 1);
  g_string_append (svg->text, "/>");
  if (inside == MILIEU_FILL_HALF)
    {
      g_string_append (svg->text, "<rect x=\"-1\" y=\"-1\" width=\"2\" height=\"");
      milieu_svg_number (svg, 1 + outline->half, 4);
      g_string_append_c (svg->text, '"');
      milieu_svg_paint (svg, "fill", fill, 1);
      add_clip (svg, symbol);
    }
  else if (inside == MILIEU_FILL_RING)
    {
      milieu_svg_outline (svg, outline);
      g_string_append (svg->text, " fill=\"none\" stroke-width=\"0.37\" stroke-linejoin=\"miter\" stroke-miterlimit=\"10\"");
      milieu_svg_paint (svg, "stroke", fill, 1);
      add_clip (svg, symbol);
    }
  else if (inside == MILIEU_FILL_PIP)
    {
      g_string_append (svg->text, "<circle");
      milieu_svg_attribute (svg, "cx", outline->pip.x);
      milieu_svg_attribute (svg, "cy", outline->pip.y);
      g_string_append (svg->text, " r=\"");
      milieu_svg_number (svg, MAX (1.25 / mark->symbol.size, 0.12), 4);
      g_string_append_c (svg->text, '"');
      milieu_svg_paint (svg, "fill", milieu_symbol_colour (mark->symbol.ground, 'l'), 1);
      g_string_append (svg->text, "/>");
    }
}

static void
add_gone (MilieuSvg *svg, const MilieuMark *mark, const MilieuOutline *outline)
{
  double size = mark->symbol.size;

  milieu_svg_outline (svg, outline);
  g_string_append (svg->text, " fill=\"none\"");
  milieu_svg_paint (svg, "stroke", milieu_symbol_colour (mark->symbol.ground, 'l'), 0.35);
  add_width (svg, milieu_symbol_line_width (size), size);
  g_string_append (svg->text, " stroke-dasharray=\"");
  milieu_svg_number (svg, 2 / size, 4);
  g_string_append (svg->text, "\"/>");
}

static void
add_whole (MilieuSvg *svg, const MilieuMark *mark, const MilieuOutline *outline)
{
  double size = mark->symbol.size, line = milieu_symbol_line_width (size);

  if (!(mark->flags & MILIEU_MARK_PLAIN))
    {
      milieu_svg_outline (svg, outline);
      g_string_append (svg->text, " fill=\"none\"");
      milieu_svg_paint (svg, "stroke", MILIEU_COLOUR_CASING, 1);
      add_width (svg, line + milieu_style_casing (svg->style, size), size);
      g_string_append (svg->text, "/>");
    }
  add_inside (svg, mark, outline);
  milieu_svg_outline (svg, outline);
  g_string_append (svg->text, " fill=\"none\"");
  milieu_svg_paint (svg, "stroke", milieu_symbol_colour (mark->symbol.ground, 'l'), 1);
  add_width (svg, line, size);
  g_string_append (svg->text, "/>");
}

/* in the group of the symbol, whose unit is its size: r 3.2 at (+9, −9) for 12 px */
static void
add_pin (MilieuSvg *svg)
{
  g_string_append (svg->text, "<circle cx=\"0.75\" cy=\"-0.75\" r=\"0.2667\" stroke-width=\"0.1\"");
  milieu_svg_paint (svg, "fill", MILIEU_COLOUR_CANVAS, 1);
  milieu_svg_paint (svg, "stroke", MILIEU_COLOUR_INK, 1);
  g_string_append (svg->text, "/><circle cx=\"0.75\" cy=\"-0.75\" r=\"0.0833\"");
  milieu_svg_paint (svg, "fill", MILIEU_COLOUR_INK, 1);
  g_string_append (svg->text, "/>");
}

static void
add_curve (MilieuSvg *svg, const MilieuCurve *curve)
{
  g_string_append (svg->text, "<path d=\"M");
  milieu_svg_points (svg, &curve->start, 1);
  g_string_append (svg->text, milieu_curve_is_straight (curve) ? " L" : " Q");
  if (!milieu_curve_is_straight (curve))
    milieu_svg_points (svg, &curve->control, 1);
  milieu_svg_points (svg, &curve->end, 1);
  g_string_append (svg->text, "\" fill=\"none\"");
}

static void
add_body (MilieuSvg *svg, const MilieuTieShape *shape, MilieuColour colour)
{
  add_curve (svg, &shape->body);
  milieu_svg_paint (svg, "stroke", colour, 1);
  milieu_svg_attribute (svg, "stroke-width", shape->width);
  if (shape->n_dash > 0)
    {
      g_string_append (svg->text, " stroke-dasharray=\"");
      for (guint i = 0; i < shape->n_dash; i++)
        {
          g_string_append (svg->text, i ? " " : "");
          milieu_svg_number (svg, shape->dash[i], 2);
        }
      g_string_append_c (svg->text, '"');
    }
  g_string_append (svg->text, shape->round_caps ? " stroke-linecap=\"round\"/>" : "/>");
}

static void
add_head (MilieuSvg *svg, const MilieuTieShape *shape, MilieuColour colour)
{
  gboolean filled = shape->head == MILIEU_HEAD_TRIANGLE;

  g_string_append (svg->text, "<path d=\"M");
  milieu_svg_points (svg, shape->head_points, 3);
  g_string_append (svg->text, filled ? " Z\"" : "\" stroke-linecap=\"round\"");
  milieu_svg_paint (svg, "fill", filled ? colour : MILIEU_COLOUR_NONE, 1);
  if (!filled)
    {
      milieu_svg_paint (svg, "stroke", colour, 1);
      milieu_svg_attribute (svg, "stroke-width", shape->head_width);
    }
  g_string_append (svg->text, "/>");
}

static void
add_tick (MilieuSvg *svg, const MilieuTieShape *shape, MilieuColour colour)
{
  g_string_append (svg->text, "<path d=\"M");
  milieu_svg_points (svg, shape->tick, 2);
  g_string_append (svg->text, "\" fill=\"none\"");
  milieu_svg_paint (svg, "stroke", colour, 1);
  milieu_svg_attribute (svg, "stroke-width", shape->tick_width);
  g_string_append (svg->text, "/>");
}

static void
add_stub (MilieuSvg *svg, const MilieuMark *mark, const MilieuTieShape *shape)
{
  static const double stops[][2] = { { 0, 1 }, { 0.45, 1 }, { 1, 0 } };
  MilieuColour colour = milieu_tie_colour (mark);

  svg->n_fades++;
  g_string_append_printf (svg->text, "<linearGradient id=\"fade-%u\" gradientUnits=\"userSpaceOnUse\"", svg->n_fades);
  milieu_svg_attribute (svg, "x1", shape->body.start.x);
  milieu_svg_attribute (svg, "y1", shape->body.start.y);
  milieu_svg_attribute (svg, "x2", shape->body.end.x);
  milieu_svg_attribute (svg, "y2", shape->body.end.y);
  g_string_append_c (svg->text, '>');
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_string_append (svg->text, "<stop");
      milieu_svg_attribute (svg, "offset", stops[i][0]);
      milieu_svg_paint (svg, "stop-color", colour, 1);
      milieu_svg_attribute (svg, "stop-opacity", stops[i][1]);
      g_string_append (svg->text, "/>");
    }
  g_string_append (svg->text, "</linearGradient>");
  add_curve (svg, &shape->body);
  g_string_append_printf (svg->text, " stroke=\"url(#fade-%u)\"", svg->n_fades);
  milieu_svg_attribute (svg, "stroke-width", shape->width);
  g_string_append (svg->text, "/>");
}

static void
add_ghost_ends (MilieuSvg *svg, const MilieuTieShape *shape)
{
  MilieuPoint ends[2] = { shape->body.start, shape->body.end };

  for (guint i = 0; i < 2; i++)
    {
      g_string_append (svg->text, "<circle r=\"2.6\" stroke-width=\"1.3\"");
      milieu_svg_attribute (svg, "cx", ends[i].x);
      milieu_svg_attribute (svg, "cy", ends[i].y);
      milieu_svg_paint (svg, "fill", MILIEU_COLOUR_CANVAS, 1);
      milieu_svg_paint (svg, "stroke", MILIEU_COLOUR_GHOST, 1);
      g_string_append (svg->text, "/>");
    }
}

void
milieu_svg_symbol (MilieuSvg *svg, const MilieuMark *mark)
{
  const MilieuOutline *outline = milieu_outline (mark->symbol.symbol);

  g_string_append (svg->text, "<g transform=\"translate(");
  milieu_svg_number (svg, mark->symbol.x, 2);
  g_string_append_c (svg->text, ' ');
  milieu_svg_number (svg, mark->symbol.y, 2);
  g_string_append (svg->text, ") scale(");
  milieu_svg_number (svg, mark->symbol.size, 3);
  g_string_append (svg->text, ")\" stroke-linejoin=\"round\"");
  if (mark->fill_opacity < 1)
    milieu_svg_attribute (svg, "opacity", mark->fill_opacity);
  g_string_append_c (svg->text, '>');
  if (mark->flags & MILIEU_MARK_GONE)
    add_gone (svg, mark, outline);
  else
    add_whole (svg, mark, outline);
  if (mark->flags & MILIEU_MARK_PINNED)
    add_pin (svg);
  g_string_append (svg->text, "</g>\n");
}

void
milieu_svg_tie (MilieuSvg *svg, const MilieuMark *mark)
{
  MilieuTieShape shape = milieu_tie_shape (mark, svg->style, 1);
  gboolean ghost = (mark->flags & MILIEU_MARK_GHOST) != 0;
  MilieuColour colour = milieu_tie_colour (mark);

  g_string_append (svg->text, "<g");
  if (mark->fill_opacity < 1)
    milieu_svg_attribute (svg, "opacity", mark->fill_opacity);
  g_string_append_c (svg->text, '>');
  if (shape.casing > 0)
    {
      add_curve (svg, &shape.body);
      milieu_svg_paint (svg, "stroke", MILIEU_COLOUR_CASING, 0.8);
      milieu_svg_attribute (svg, "stroke-width", shape.casing);
      g_string_append (svg->text, "/>");
    }
  if (mark->flags & MILIEU_MARK_FADES)
    add_stub (svg, mark, &shape);
  else
    add_body (svg, &shape, colour);
  if (shape.head)
    add_head (svg, &shape, colour);
  if (shape.has_tick)
    add_tick (svg, &shape, colour);
  if (ghost)
    add_ghost_ends (svg, &shape);
  g_string_append (svg->text, "</g>\n");
}
