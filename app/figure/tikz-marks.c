/* Symbols and ties in TikZ. */
#include "figure/paint-shapes.h"
#include "figure/tikz.h"

static guint
symbol_of (guint symbol)
{
  return symbol == MILIEU_SYMBOL_UNSET || symbol >= MILIEU_N_SYMBOLS ? MILIEU_SYMBOL_ORGANISATION : symbol;
}

static const char *
name_of (const MilieuMark *mark)
{
  return milieu_vocabulary_token (MILIEU_VOCABULARY_SYMBOL, symbol_of (mark->symbol.symbol));
}

static void
add_segment (MilieuTikz *tikz, const MilieuSegment *s)
{
  switch (s->command)
    {
    case 'M':
      milieu_tikz_point (tikz, s->points[0], s->points[1]);
      break;
    case 'L':
      g_string_append (tikz->text, " -- ");
      milieu_tikz_point (tikz, s->points[0], s->points[1]);
      break;
    case 'C':
      g_string_append (tikz->text, " .. controls ");
      milieu_tikz_point (tikz, s->points[0], s->points[1]);
      g_string_append (tikz->text, " and ");
      milieu_tikz_point (tikz, s->points[2], s->points[3]);
      g_string_append (tikz->text, " .. ");
      milieu_tikz_point (tikz, s->points[4], s->points[5]);
      break;
    default:
      g_string_append (tikz->text, " -- cycle");
    }
}

void
milieu_tikz_outlines (MilieuTikz *tikz, guint used)
{
  for (guint symbol = 1; symbol < MILIEU_N_SYMBOLS; symbol++)
    if (used & 1u << symbol)
      {
        g_string_append_printf (tikz->text, "\\def\\milieu%s{", milieu_vocabulary_token (MILIEU_VOCABULARY_SYMBOL, symbol));
        for (const MilieuSegment *s = milieu_outline (symbol)->segments; s->command; s++)
          add_segment (tikz, s);
        g_string_append (tikz->text, "}%\n");
      }
}

/* ---- symbols ---- */

static void
stroke_outline (MilieuTikz *tikz, const MilieuMark *mark, MilieuColour colour, double width)
{
  g_string_append (tikz->text, "\\draw[line join=round");
  milieu_tikz_colour (tikz, "draw", colour, 1);
  milieu_tikz_length (tikz, "line width", width);
  g_string_append_printf (tikz->text, "] \\milieu%s;\n", name_of (mark));
}

static void
open_clip (MilieuTikz *tikz, const MilieuMark *mark)
{
  g_string_append_printf (tikz->text, "\\begin{scope}\\clip \\milieu%s;", name_of (mark));
}

static void
add_inside (MilieuTikz *tikz, const MilieuMark *mark, const MilieuOutline *outline)
{
  MilieuFillStyle inside = milieu_style_fill (mark->symbol.ground);
  MilieuColour fill = milieu_symbol_colour (mark->symbol.ground, 'f'), tint = milieu_symbol_colour (mark->symbol.ground, 't');

  g_string_append_printf (tikz->text, "\\fill[milieu-%s] \\milieu%s;\n",
                          milieu_colour_token (inside == MILIEU_FILL_HALF || inside == MILIEU_FILL_RING ? tint : fill), name_of (mark));
  if (inside == MILIEU_FILL_HALF)
    {
      open_clip (tikz, mark);
      g_string_append_printf (tikz->text, "\\fill[milieu-%s] (-1,-1) rectangle ", milieu_colour_token (fill));
      milieu_tikz_point (tikz, 1, outline->half);
      g_string_append (tikz->text, ";\\end{scope}\n");
    }
  else if (inside == MILIEU_FILL_RING)
    {
      open_clip (tikz, mark);
      stroke_outline (tikz, mark, fill, 0.37 * mark->symbol.size);
      g_string_append (tikz->text, "\\end{scope}\n");
    }
  else if (inside == MILIEU_FILL_PIP)
    {
      g_string_append_printf (tikz->text, "\\fill[milieu-%s] ", milieu_colour_token (milieu_symbol_colour (mark->symbol.ground, 'l')));
      milieu_tikz_point (tikz, outline->pip.x, outline->pip.y);
      g_string_append (tikz->text, " circle[radius=");
      milieu_tikz_number (tikz, MAX (1.25 / mark->symbol.size, 0.12));
      g_string_append (tikz->text, "];\n");
    }
}

static void
add_gone (MilieuTikz *tikz, const MilieuMark *mark)
{
  static const double dash[2] = { 2, 2 };

  g_string_append (tikz->text, "\\draw[line join=round");
  milieu_tikz_colour (tikz, "draw", milieu_symbol_colour (mark->symbol.ground, 'l'), 0.35);
  milieu_tikz_length (tikz, "line width", milieu_symbol_line_width (mark->symbol.size));
  milieu_tikz_dash (tikz, dash, 2);
  g_string_append_printf (tikz->text, "] \\milieu%s;\n", name_of (mark));
}

static void
add_pin (MilieuTikz *tikz, double size)
{
  g_string_append (tikz->text, "\\draw[draw=milieu-ink, fill=milieu-canvas");
  milieu_tikz_length (tikz, "line width", 0.1 * size);
  g_string_append (tikz->text, "] (0.75,-0.75) circle[radius=0.2667];\\fill[milieu-ink] (0.75,-0.75) circle[radius=0.0833];\n");
}

void
milieu_tikz_symbol (MilieuTikz *tikz, const MilieuMark *mark)
{
  const MilieuOutline *outline = milieu_outline (mark->symbol.symbol);
  double size = mark->symbol.size, line = milieu_symbol_line_width (size);

  g_string_append (tikz->text, "\\begin{scope}[shift={");
  milieu_tikz_point (tikz, mark->symbol.x, mark->symbol.y);
  g_string_append (tikz->text, "}, scale=");
  milieu_tikz_number (tikz, size);
  if (mark->fill_opacity < 1)
    {
      g_string_append (tikz->text, ", transparency group, opacity=");
      milieu_tikz_number (tikz, mark->fill_opacity);
    }
  g_string_append (tikz->text, "]\n");
  if (mark->flags & MILIEU_MARK_GONE)
    add_gone (tikz, mark);
  else
    {
      if (!(mark->flags & MILIEU_MARK_PLAIN))
        stroke_outline (tikz, mark, MILIEU_COLOUR_CASING, line + milieu_style_casing (tikz->style, size));
      add_inside (tikz, mark, outline);
      stroke_outline (tikz, mark, milieu_symbol_colour (mark->symbol.ground, 'l'), line);
    }
  if (mark->flags & MILIEU_MARK_PINNED)
    add_pin (tikz, size);
  g_string_append (tikz->text, "\\end{scope}\n");
}

/* ---- ties ---- */

/* a quadratic curve as the cubic that it is */
static void
add_curve (MilieuTikz *tikz, const MilieuCurve *c)
{
  milieu_tikz_point (tikz, c->start.x, c->start.y);
  if (milieu_curve_is_straight (c))
    g_string_append (tikz->text, " -- ");
  else
    {
      g_string_append (tikz->text, " .. controls ");
      milieu_tikz_point (tikz, (c->start.x + 2 * c->control.x) / 3, (c->start.y + 2 * c->control.y) / 3);
      g_string_append (tikz->text, " and ");
      milieu_tikz_point (tikz, (c->end.x + 2 * c->control.x) / 3, (c->end.y + 2 * c->control.y) / 3);
      g_string_append (tikz->text, " .. ");
    }
  milieu_tikz_point (tikz, c->end.x, c->end.y);
  g_string_append (tikz->text, ";\n");
}

static void
stroke_curve (MilieuTikz *tikz, const MilieuCurve *curve, MilieuColour colour, double opacity, double width,
              const MilieuTieShape *dashes)
{
  g_string_append_printf (tikz->text, "\\draw[line cap=%s", dashes != NULL && dashes->round_caps ? "round" : "butt");
  milieu_tikz_colour (tikz, "draw", colour, opacity);
  milieu_tikz_length (tikz, "line width", width);
  if (dashes != NULL)
    milieu_tikz_dash (tikz, dashes->dash, dashes->n_dash);
  g_string_append (tikz->text, "] ");
  add_curve (tikz, curve);
}

/* a stub fades out: in six pieces, for TikZ has no gradient along a line */
static void
add_stub (MilieuTikz *tikz, const MilieuTieShape *shape, MilieuColour colour)
{
  static const double from[] = { 0, 0.45, 0.56, 0.67, 0.78, 0.89, 1 };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (from); i++)
    {
      MilieuCurve part = milieu_curve_part (&shape->body, from[i], from[i + 1]);

      stroke_curve (tikz, &part, colour, i == 0 ? 1 : 1.1 - 0.2 * i, shape->width, NULL);
    }
}

static void
add_head (MilieuTikz *tikz, const MilieuTieShape *shape, MilieuColour colour)
{
  gboolean filled = shape->head == MILIEU_HEAD_TRIANGLE;

  g_string_append (tikz->text, filled ? "\\fill[line cap=round" : "\\draw[line cap=round");
  milieu_tikz_colour (tikz, filled ? "fill" : "draw", colour, 1);
  if (!filled)
    milieu_tikz_length (tikz, "line width", shape->head_width);
  g_string_append (tikz->text, "] ");
  for (guint i = 0; i < 3; i++)
    {
      g_string_append (tikz->text, i > 0 ? " -- " : "");
      milieu_tikz_point (tikz, shape->head_points[i].x, shape->head_points[i].y);
    }
  g_string_append (tikz->text, filled ? " -- cycle;\n" : ";\n");
}

static void
add_tick (MilieuTikz *tikz, const MilieuTieShape *shape, MilieuColour colour)
{
  MilieuPoint a = shape->tick[0], b = shape->tick[1];
  MilieuCurve line = { a, { (a.x + b.x) / 2, (a.y + b.y) / 2 }, b };

  stroke_curve (tikz, &line, colour, 1, shape->tick_width, NULL);
}

static void
add_ghost_ends (MilieuTikz *tikz, const MilieuTieShape *shape)
{
  MilieuPoint ends[2] = { shape->body.start, shape->body.end };

  for (guint i = 0; i < 2; i++)
    {
      g_string_append (tikz->text, "\\draw[draw=milieu-ghost, fill=milieu-canvas, line width=0.975bp] ");
      milieu_tikz_point (tikz, ends[i].x, ends[i].y);
      g_string_append (tikz->text, " circle[radius=2.6];\n");
    }
}

void
milieu_tikz_tie (MilieuTikz *tikz, const MilieuMark *mark)
{
  MilieuTieShape shape = milieu_tie_shape (mark, tikz->style, 1);
  MilieuColour colour = milieu_tie_colour (mark);

  g_string_append (tikz->text, "\\begin{scope}");
  if (mark->fill_opacity < 1)
    {
      g_string_append (tikz->text, "[transparency group, opacity=");
      milieu_tikz_number (tikz, mark->fill_opacity);
      g_string_append_c (tikz->text, ']');
    }
  g_string_append_c (tikz->text, '\n');
  if (shape.casing > 0)
    stroke_curve (tikz, &shape.body, MILIEU_COLOUR_CASING, 0.8, shape.casing, NULL);
  if (mark->flags & MILIEU_MARK_FADES)
    add_stub (tikz, &shape, colour);
  else
    stroke_curve (tikz, &shape.body, colour, 1, shape.width, &shape);
  if (shape.head)
    add_head (tikz, &shape, colour);
  if (shape.has_tick)
    add_tick (tikz, &shape, colour);
  if (mark->flags & MILIEU_MARK_GHOST)
    add_ghost_ends (tikz, &shape);
  g_string_append (tikz->text, "\\end{scope}\n");
}
