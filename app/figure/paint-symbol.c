/* Symbols: casing, inside by fill style, outline; rings and pins. */
#include "figure/paint-cairo.h"
#include "figure/paint-shapes.h"

#define RIM 0.185       /* half of the stroke of the ring style, in sizes */
#define RING_GAP 2.3    /* px */
#define HOVER_LINE 1.2
#define SELECT_LINE 2.2
#define GLOW 3.0
#define PIN_RADIUS 3.2
#define PIN_OFFSET 9.0

static void
trace (cairo_t *cr, const MilieuOutline *outline, double x, double y, double size)
{
  cairo_new_path (cr);
  for (const MilieuSegment *s = outline->segments; s->command; s++)
    {
      const double *p = s->points;

      switch (s->command)
        {
        case 'M':
          cairo_move_to (cr, x + p[0] * size, y + p[1] * size);
          break;
        case 'L':
          cairo_line_to (cr, x + p[0] * size, y + p[1] * size);
          break;
        case 'C':
          cairo_curve_to (cr, x + p[0] * size, y + p[1] * size, x + p[2] * size, y + p[3] * size,
                          x + p[4] * size, y + p[5] * size);
          break;
        default:
          cairo_close_path (cr);
        }
    }
}

static void
fill_inside (cairo_t *cr, const MilieuStyle *style, const MilieuOutline *outline, const MilieuMark *mark)
{
  double x = mark->symbol.x, y = mark->symbol.y, size = mark->symbol.size;
  MilieuColour fill = milieu_symbol_colour (mark->symbol.ground, 'f');
  MilieuFillStyle inside = milieu_style_fill (mark->symbol.ground);

  trace (cr, outline, x, y, size);
  milieu_paint_set_colour (cr, style, inside == MILIEU_FILL_HALF || inside == MILIEU_FILL_RING
                           ? milieu_symbol_colour (mark->symbol.ground, 't') : fill, 1);
  cairo_fill_preserve (cr);
  if (inside == MILIEU_FILL_SOLID || inside == MILIEU_FILL_EMPTY)
    return;
  cairo_save (cr);
  cairo_clip (cr);
  milieu_paint_set_colour (cr, style, fill, 1);
  if (inside == MILIEU_FILL_HALF)
    {
      cairo_rectangle (cr, x - size, y - size, 2 * size, size + outline->half * size);
      cairo_fill (cr);
    }
  else if (inside == MILIEU_FILL_RING)
    {
      trace (cr, outline, x, y, size);
      cairo_set_line_width (cr, 2 * RIM * size);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
      cairo_stroke (cr);
    }
  else
    {
      milieu_paint_set_colour (cr, style, milieu_symbol_colour (mark->symbol.ground, 'l'), 1);
      cairo_arc (cr, x + outline->pip.x * size, y + outline->pip.y * size, MAX (1.25, 0.12 * size), 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
paint_pin (cairo_t *cr, const MilieuStyle *style, double x, double y, double scale)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, PIN_RADIUS * scale, 0, 2 * G_PI);
  milieu_paint_set_colour (cr, style, MILIEU_COLOUR_CANVAS, 1);
  cairo_fill_preserve (cr);
  milieu_paint_set_colour (cr, style, MILIEU_COLOUR_INK, 1);
  cairo_set_line_width (cr, 1.2 * scale);
  cairo_stroke (cr);
  cairo_arc (cr, x, y, scale, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* simulated as gone: only a dashed outline remains */
static void
paint_gone (cairo_t *cr, const MilieuStyle *style, const MilieuOutline *outline, const MilieuMark *mark)
{
  static const double dash[] = { 2, 2 };

  trace (cr, outline, mark->symbol.x, mark->symbol.y, mark->symbol.size);
  milieu_paint_set_colour (cr, style, milieu_symbol_colour (mark->symbol.ground, 'l'), 0.35);
  cairo_set_line_width (cr, milieu_symbol_line_width (mark->symbol.size));
  cairo_set_dash (cr, dash, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_whole (cairo_t *cr, const MilieuStyle *style, const MilieuOutline *outline, const MilieuMark *mark)
{
  double x = mark->symbol.x, y = mark->symbol.y, size = mark->symbol.size;
  double line = milieu_symbol_line_width (size);

  if (!(mark->flags & MILIEU_MARK_PLAIN))
    {
      trace (cr, outline, x, y, size);
      milieu_paint_set_colour (cr, style, MILIEU_COLOUR_CASING, 1);
      cairo_set_line_width (cr, line + milieu_style_casing (style, size));
      cairo_stroke (cr);
    }
  fill_inside (cr, style, outline, mark);
  trace (cr, outline, x, y, size);
  milieu_paint_set_colour (cr, style, milieu_symbol_colour (mark->symbol.ground, 'l'), 1);
  cairo_set_line_width (cr, line);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

MilieuColour
milieu_symbol_colour (guint ground, char role)
{
  if (ground >= MILIEU_N_GROUNDS)
    return MILIEU_COLOUR_SOFT;
  return role == 'f' ? MILIEU_COLOUR_FILL (ground) : role == 't' ? MILIEU_COLOUR_TINT (ground) : MILIEU_COLOUR_LINE (ground);
}

double
milieu_style_casing (const MilieuStyle *style, double size)
{
  return MAX (milieu_symbol_casing (size), 2 * style->casing);
}

void
milieu_paint_symbol_mark (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark, double opacity)
{
  const MilieuOutline *outline = milieu_outline (mark->symbol.symbol);
  double whole = opacity * (mark->fill_opacity > 0 ? mark->fill_opacity : 1), reach = 1.2 * mark->symbol.size + 4;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (whole < 1)
    {
      /* a group as large as the symbol with its pin, not as the page */
      cairo_rectangle (cr, mark->symbol.x - reach, mark->symbol.y - reach, 2 * reach, 2 * reach);
      cairo_clip (cr);
      cairo_push_group (cr);
    }
  if (mark->flags & MILIEU_MARK_GONE)
    paint_gone (cr, style, outline, mark);
  else
    paint_whole (cr, style, outline, mark);
  if (mark->flags & MILIEU_MARK_PINNED)
    paint_pin (cr, style, mark->symbol.x + PIN_OFFSET * mark->symbol.size / MILIEU_SIZE_MAP,
               mark->symbol.y - PIN_OFFSET * mark->symbol.size / MILIEU_SIZE_MAP, mark->symbol.size / MILIEU_SIZE_MAP);
  if (whole < 1)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, whole);
    }
  cairo_restore (cr);
}

void
milieu_paint_symbol (cairo_t *cr, const MilieuStyle *style, MilieuSymbol symbol, guint ground,
                     double x, double y, double size)
{
  MilieuMark mark = { .kind = MILIEU_MARK_SYMBOL, .symbol = { x, y, size, symbol, ground } };

  milieu_paint_symbol_mark (cr, style, &mark, 1);
}

void
milieu_paint_ring (cairo_t *cr, const MilieuStyle *style, MilieuSymbol symbol,
                   double x, double y, double size, gboolean hover)
{
  const MilieuOutline *outline = milieu_outline (symbol);
  MilieuColour colour = hover ? MILIEU_COLOUR_HOVER : MILIEU_COLOUR_SELECT;
  double gap = milieu_symbol_line_width (size) + 2 * RING_GAP, ring = gap + 2 * (hover ? HOVER_LINE : SELECT_LINE);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace (cr, outline, x, y, size);
  if (!hover)
    {
      milieu_paint_set_colour (cr, style, colour, 0.22);
      cairo_set_line_width (cr, ring + 2 * GLOW);
      cairo_stroke_preserve (cr);
    }
  milieu_paint_set_colour (cr, style, colour, 1);
  cairo_set_line_width (cr, ring);
  cairo_stroke_preserve (cr);
  milieu_paint_set_colour (cr, style, MILIEU_COLOUR_CASING, 1);
  cairo_set_line_width (cr, gap);
  cairo_stroke (cr);
  cairo_restore (cr);
}
