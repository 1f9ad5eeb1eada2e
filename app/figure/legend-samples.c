#include "figure/legend-samples.h"

#include "figure/ties.h"

static double
unit (const MilieuPen *pen)
{
  return pen->unit / MILIEU_LEGEND_UNIT;
}

void
milieu_legend_symbol (const MilieuPen *pen, double x, double y, double size, MilieuSymbol symbol, guint ground)
{
  double k = unit (pen);

  milieu_figure_add (pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_SYMBOL, .layer = pen->layer, .panel = pen->panel,
    .flags = MILIEU_MARK_SILENT | MILIEU_MARK_PLAIN, .symbol = { x, y, size * k, symbol, ground } });
}

static void
draw_tie (const MilieuPen *pen, MilieuPoint from, MilieuPoint to, double bend, MilieuClass tie_class, MilieuEvidence evidence)
{
  double k = unit (pen);
  gboolean neutral = tie_class == MILIEU_CLASS_UNSET; /* the sample of an evidence is of no class */

  milieu_figure_add (pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_TIE, .layer = pen->layer, .panel = pen->panel,
    .flags = MILIEU_MARK_SILENT | MILIEU_MARK_PLAIN, .width = milieu_tie_width (tie_class, 1, pen->tools->print) * milieu_figure_tools_scale (pen->tools),
    .stroke = neutral ? MILIEU_COLOUR_INK : MILIEU_COLOUR_NONE,
    .tie = { milieu_curve_between (from, to, bend), k, tie_class, evidence, !neutral } });
}

static void
draw_ring (const MilieuPen *pen, double x, double y, double radius, MilieuColour colour, double on, double off)
{
  double k = unit (pen);

  milieu_figure_add (pen->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_DISC, .layer = pen->layer, .panel = pen->panel, .flags = MILIEU_MARK_SILENT,
    .fill = colour, .fill_opacity = 0.08, .stroke = colour, .stroke_opacity = 0.9, .width = 0.8 * k,
    .dash = { on * k, off * k }, .disc = { x, y, radius * k } });
}

static void
draw_moved (const MilieuPen *pen, double x, double y)
{
  double k = unit (pen);
  MilieuPoint line[2] = { { x - 5 * k, y + 3 * k }, { x + 4 * k, y - 2 * k } };

  milieu_pen_line (pen, line, 2, MILIEU_COLOUR_INK, 0.8 * k, 0.75);
  milieu_pen_disc (pen, line[0].x, line[0].y, 1.4 * k, MILIEU_COLOUR_INK);
  milieu_legend_symbol (pen, line[1].x, line[1].y, 9, MILIEU_SYMBOL_PLACE, MILIEU_GROUND_NONE);
}

static void
draw_crowd (const MilieuPen *pen, double x, double y)
{
  double k = unit (pen);
  const MilieuPoint at[] = { { 0, 0 }, { 0, -3.4 }, { 2.9, -1.7 }, { 2.9, 1.7 }, { 0, 3.4 }, { -2.9, 1.7 }, { -2.9, -1.7 } };

  draw_ring (pen, x, y, 6.4, MILIEU_COLOUR_TOWN_TEXT, 2.6, 1.9);
  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    milieu_pen_disc (pen, x + at[i].x * k, y + at[i].y * k, 1.2 * k, MILIEU_COLOUR_SOFT);
}

void
milieu_legend_sample (const MilieuPen *pen, MilieuSampleType type, guint value, double x, double y)
{
  double k = unit (pen), middle = x + 7 * k;
  gboolean bows = value == MILIEU_CLASS_INTERACTION;

  switch (type)
    {
    case MILIEU_SAMPLE_GROUND:
      milieu_legend_symbol (pen, middle, y, 11, MILIEU_SYMBOL_ORGANISATION, value);
      break;
    case MILIEU_SAMPLE_KIND:
      milieu_legend_symbol (pen, middle, y, 10.5, value, MILIEU_GROUND_PLAIN);
      break;
    case MILIEU_SAMPLE_CLASS:
      draw_tie (pen, (MilieuPoint) { x + 1 * k, y + (bows ? 2 * k : 0) }, (MilieuPoint) { x + 32 * k, y + (bows ? 2 * k : 0) },
                bows ? 0.13 : 0, value, MILIEU_EVIDENCE_STATED);
      break;
    case MILIEU_SAMPLE_EVIDENCE:
      draw_tie (pen, (MilieuPoint) { x + 1 * k, y }, (MilieuPoint) { x + 20.5 * k, y }, 0, MILIEU_CLASS_UNSET, value);
      break;
    case MILIEU_SAMPLE_APPROXIMATE:
      draw_ring (pen, middle, y, 6.4, MILIEU_COLOUR_SOFT, 1.1, 1.6);
      /* fall through */
    case MILIEU_SAMPLE_EXACT:
      milieu_legend_symbol (pen, middle, y, 8.5, MILIEU_SYMBOL_PLACE, MILIEU_GROUND_NONE);
      break;
    case MILIEU_SAMPLE_MUNICIPALITY:
      draw_ring (pen, middle, y, 6.4, MILIEU_COLOUR_TOWN_TEXT, 2.6, 1.9);
      milieu_legend_symbol (pen, middle - 2.8 * k, y, 5, MILIEU_SYMBOL_PLACE, MILIEU_GROUND_NONE);
      milieu_legend_symbol (pen, middle + 2.8 * k, y, 5, MILIEU_SYMBOL_PLACE, MILIEU_GROUND_NONE);
      break;
    case MILIEU_SAMPLE_CROWD:
      draw_crowd (pen, middle, y);
      break;
    case MILIEU_SAMPLE_MOVED:
      draw_moved (pen, middle, y);
      break;
    }
}
