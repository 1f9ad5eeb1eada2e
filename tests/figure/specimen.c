/* Every symbol, ground, style, tie and state on one sheet, to be looked at.
 *   specimen OUT.png */
#include <math.h>

#include "figure/paint-cairo.h"
#include "figure/symbols.h"
#include "figure/text.h"
#include "figure/ties.h"

static const MilieuGround grounds[] = {
  MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_EMERGING, MILIEU_GROUND_MIDDLEGROUND, MILIEU_GROUND_UNDERGROUND, MILIEU_GROUND_NONE,
};

static void
write_text (cairo_t *cr, const MilieuStyle *style, MilieuTextRole role, MilieuColour colour, double x, double y, const char *text)
{
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  MilieuTextStyle how = milieu_text_style (role, FALSE, 1);
  double width = milieu_text_width (measure, text, &how);
  MilieuMark mark = {
    .kind = MILIEU_MARK_LABEL, .fill = colour,
    .label = { .x = x, .y = y - how.size * MILIEU_LINE_HEIGHT / 2, .width = width, .text = text, .style = how },
  };

  milieu_paint_mark (cr, style, &mark);
}

static void
card (cairo_t *cr, const MilieuStyle *style, double x, double y, double width, double height)
{
  MilieuPoint corners[] = { { x, y }, { x + width, y }, { x + width, y + height }, { x, y + height } };
  MilieuMark mark = {
    .kind = MILIEU_MARK_POLYGON, .fill = MILIEU_COLOUR_LAND, .path = { .points = corners, .n_points = 4 },
  };

  milieu_paint_mark (cr, style, &mark);
}

static void
paint_symbols (cairo_t *cr, const MilieuStyle *style, double x, double y)
{
  static const struct { double size; guint ground[2]; } rows[] = {
    { 16, { MILIEU_GROUND_UNDERGROUND, MILIEU_GROUND_PLAIN } },
    { 12, { MILIEU_GROUND_EMERGING, MILIEU_GROUND_MIDDLEGROUND } },
    { 10, { MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_UNDERGROUND } },
  };

  card (cr, style, x - 8, y, 478, 330);
  write_text (cr, style, MILIEU_TEXT_TITLE, MILIEU_COLOUR_INK, x + 4, y + 16, style->token);
  for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
    {
      write_text (cr, style, MILIEU_TEXT_LEGEND, MILIEU_COLOUR_LINE (grounds[j]), x + 4, y + 60 + j * 34,
                  milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, grounds[j]));
      for (guint i = 1; i < MILIEU_N_SYMBOLS; i++)
        milieu_paint_symbol (cr, style, i, grounds[j], x + 61 + i * 39, y + 60 + j * 34, 22);
    }
  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    for (guint half = 0; half < 2; half++)
      for (guint i = 1; i < MILIEU_N_SYMBOLS; i++)
        milieu_paint_symbol (cr, style, i, rows[row].ground[half], x + 10 + half * 224 + i * 22, y + 232 + row * 36, rows[row].size);
}

static void
paint_ties (cairo_t *cr, const MilieuStyle *style, double x, double y)
{
  card (cr, style, x - 8, y, 478, 240);
  for (guint c = 1; c < MILIEU_N_CLASSES; c++)
    for (guint e = 1; e < MILIEU_N_EVIDENCES; e++)
      {
        MilieuPoint a = { x + 30 + (e - 1) * 90, y + 10 + c * 34 }, b = { a.x + 66, a.y };
        MilieuMark tie = {
          .kind = MILIEU_MARK_TIE, .width = milieu_tie_width (c, 1, FALSE),
          .tie = { milieu_curve_between (a, b, milieu_tie_bend (c, 66)), 1, c, e, TRUE },
        };

        milieu_curve_trim (&tie.tie.curve, 9, 9);
        milieu_paint_mark (cr, style, &tie);
        milieu_paint_symbol (cr, style, MILIEU_SYMBOL_ORGANISATION, MILIEU_GROUND_NONE, a.x, a.y, 11);
        milieu_paint_symbol (cr, style, MILIEU_SYMBOL_PLACE, MILIEU_GROUND_NONE, b.x, b.y, 11);
      }
  for (guint w = 1; w <= 5; w++)
    {
      MilieuPoint a = { x + w * 60 - 40, y + 145 };
      MilieuMark tie = {
        .kind = MILIEU_MARK_TIE, .width = milieu_tie_width (MILIEU_CLASS_INTERACTION, w, FALSE),
        .tie = { milieu_curve_between (a, (MilieuPoint) { a.x + 44, a.y }, 0), 1, MILIEU_CLASS_INTERACTION, MILIEU_EVIDENCE_STATED, FALSE },
      };

      milieu_paint_mark (cr, style, &tie);
    }
  for (guint i = 0; i < 5; i++)
    {
      MilieuPoint a = { x + 40 + (i < 3 ? 0 : i - 2) * 150, y + 195 }, b = { a.x + 90, a.y };
      MilieuMark tie = {
        .kind = MILIEU_MARK_TIE, .width = i == 3 ? 1.5 : 1.4, .flags = i == 3 ? MILIEU_MARK_GHOST : i == 4 ? MILIEU_MARK_FADES : 0,
        .tie = { milieu_curve_between (a, b, i < 3 ? milieu_tie_fan_bend (i, 3, FALSE) : i == 3 ? 0.13 : 0),
                 1, i < 3 ? i + 1 : MILIEU_CLASS_INTERACTION, MILIEU_EVIDENCE_STATED, i < 3 },
      };

      milieu_curve_trim (&tie.tie.curve, 10, 10);
      milieu_paint_mark (cr, style, &tie);
      milieu_paint_symbol (cr, style, MILIEU_SYMBOL_SCHOOL, MILIEU_GROUND_UPPERGROUND, a.x, a.y, 13);
      milieu_paint_symbol (cr, style, MILIEU_SYMBOL_INFRASTRUCTURE, MILIEU_GROUND_UPPERGROUND, b.x, b.y, 13);
    }
}

static void
paint_states (cairo_t *cr, const MilieuStyle *style, double x, double y)
{
  card (cr, style, x - 8, y, 478, 150);
  for (guint i = 0; i < 7; i++)
    {
      MilieuMark mark = {
        .kind = MILIEU_MARK_SYMBOL, .fill_opacity = i == 3 ? 0.4 : 1,
        .flags = i == 4 ? MILIEU_MARK_PINNED : i == 5 ? MILIEU_MARK_GONE : 0,
        .symbol = { x + 30 + i * 60, y + 30, 15, i == 6 ? MILIEU_SYMBOL_COMMUNITY : MILIEU_SYMBOL_SCHOOL, MILIEU_GROUND_UPPERGROUND },
      };

      if (i == 1 || i == 2 || i == 6)
        milieu_paint_ring (cr, style, mark.symbol.symbol, mark.symbol.x, mark.symbol.y, 15, i == 1);
      milieu_paint_mark (cr, style, &mark);
    }
  for (guint i = 0; i < 5; i++)
    {
      double value = (const double[]) { 0, 8.05, 20.1, 40.2, 80.5 }[i];

      milieu_paint_symbol (cr, style, MILIEU_SYMBOL_ORGANISATION, MILIEU_GROUND_UPPERGROUND, x + 30 + i * 60, y + 80,
                           milieu_symbol_size (value, 80.5, MILIEU_SIZE_MINIMUM, MILIEU_SIZE_MAXIMUM));
    }
  for (guint c = 1; c < MILIEU_N_CLASSES; c++)
    milieu_paint_tie_sample (cr, style, c, MILIEU_EVIDENCE_STATED, TRUE, x + 20 + c * 60, y + 125, 34);
  for (guint e = 1; e < MILIEU_N_EVIDENCES; e++)
    milieu_paint_tie_sample (cr, style, MILIEU_CLASS_INSTITUTION, e, FALSE, x + 200 + e * 44, y + 125, 34);
}

int
main (int argc, char **argv)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 500 * MILIEU_N_STYLES, 780);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < MILIEU_N_STYLES; i++)
    {
      const MilieuStyle *style = milieu_style (i);
      MilieuPoint corners[] = { { i * 500, 0 }, { i * 500 + 500, 0 }, { i * 500 + 500, 780 }, { i * 500, 780 } };

      milieu_paint_mark (cr, style, &(MilieuMark) { .kind = MILIEU_MARK_POLYGON, .fill = MILIEU_COLOUR_CANVAS,
                                                   .path = { .points = corners, .n_points = 4 } });
      paint_symbols (cr, style, i * 500 + 20, 18);
      paint_ties (cr, style, i * 500 + 20, 362);
      paint_states (cr, style, i * 500 + 20, 615);
    }
  cairo_destroy (cr);
  status = cairo_surface_write_to_png (surface, argc > 1 ? argv[1] : "specimen.png");
  cairo_surface_destroy (surface);
  return status != CAIRO_STATUS_SUCCESS;
}
