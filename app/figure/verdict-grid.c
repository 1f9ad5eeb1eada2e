#include "figure/verdict-grid.h"

#include "figure/pen.h"
#include "figure/text-table.h"
#include "reading/indicator.h"

#include <string.h>

/* px of look.md */
#define HEAD 20.0
#define ROW_HEAD 92.0
#define GAP 6.0
#define PADDING 8.0
#define LINE 14.0
#define MOST_LINES 3 /* of an outcome */

const char *
milieu_outcome_sign (MilieuOutcome outcome)
{
  static const char *const signs[] = { "?", "≠", "≈", "=" };

  return signs[outcome];
}

/* ---- words ---- */

static const char *
evidence_words (guint column, MilieuLanguage language)
{
  return milieu_words (language, milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, MILIEU_EVIDENCE_STATED + column));
}

static const char *
grounds_words (guint row, MilieuLanguage language)
{
  return milieu_words (language, row ? N_("Suggested grounds") : N_("Strict grounds"));
}

static char *
tests_words (const MilieuCellVerdict *cell, MilieuLanguage language)
{
  return g_strdup_printf (milieu_words_plural (language, "%u of %u test passed", "%u of %u tests passed", cell->evaluable),
                          cell->passed, cell->evaluable);
}

static char *
outcome_words (const MilieuCellVerdict *cell, MilieuLanguage language)
{
  return g_strdup_printf ("%s %s", milieu_outcome_sign (cell->outcome), milieu_words (language, milieu_outcome_label (cell->outcome)));
}

/* ---- the figure ---- */

typedef struct
{
  MilieuPen pen;
  const MilieuReading *reading;
  MilieuLanguage language;
  double k, width; /* of a cell */
  guint lines, test_lines; /* of the longest outcome, of the longest count of tests */
  char *outcomes[MILIEU_N_CELL_EVIDENCES][2], *tests[MILIEU_N_CELL_EVIDENCES][2];
} Grid;

static char *
wrap (const Grid *g, MilieuTextRole role, const char *words, guint *most)
{
  MilieuTextStyle style = milieu_pen_style (&g->pen, role);
  guint n;
  char *wrapped = milieu_text_wrap (g->pen.tools->measure, words, &style, (g->width - 2 * PADDING * g->k) / 1.1, MOST_LINES,
                                    NULL, &n);

  *most = MAX (*most, n);
  return wrapped;
}

static void
wrap_cells (Grid *g)
{
  for (guint column = 0; column < MILIEU_N_CELL_EVIDENCES; column++)
    for (guint row = 0; row < 2; row++)
      {
        const MilieuCellVerdict *cell = &g->reading->verdict->cells[column][row];
        g_autofree char *outcome = outcome_words (cell, g->language), *tests = tests_words (cell, g->language);

        g->outcomes[column][row] = wrap (g, MILIEU_TEXT_ACTOR_STRONG, outcome, &g->lines);
        g->tests[column][row] = wrap (g, MILIEU_TEXT_SUBTITLE, tests, &g->test_lines);
      }
}

static void
draw_lines (const Grid *g, MilieuTextRole role, const char *text, double x, double top)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    milieu_pen_text (&g->pen, role, lines[i], x, top + (i + 0.5) * LINE * g->k, MILIEU_ALIGN_LEFT);
}

static gboolean
asked (const Grid *g, guint column, guint row)
{
  return g->reading->filter.evidence == MILIEU_EVIDENCE_STATED + column && !!g->reading->filter.suggested == row;
}

static double
cell_height (const Grid *g)
{
  return (2 * PADDING + (g->lines + g->test_lines) * LINE) * g->k;
}

static void
draw_cell (const Grid *g, guint column, guint row)
{
  double x = (ROW_HEAD + GAP * column) * g->k + g->width * column;
  double y = HEAD * g->k + (cell_height (g) + GAP * g->k) * row;
  gboolean here = asked (g, column, row);

  milieu_pen_box (&g->pen, (MilieuBox) { x, y, x + g->width, y + cell_height (g) }, 6 * g->k, MILIEU_COLOUR_CASING, 1,
                  here ? MILIEU_COLOUR_SELECT : MILIEU_COLOUR_FRAME, (here ? 2.2 : 0.8) * g->k, 1, NULL);
  draw_lines (g, MILIEU_TEXT_ACTOR_STRONG, g->outcomes[column][row], x + PADDING * g->k, y + PADDING * g->k);
  draw_lines (g, MILIEU_TEXT_SUBTITLE, g->tests[column][row], x + PADDING * g->k, y + (PADDING + g->lines * LINE) * g->k);
}

static void
draw_heads (const Grid *g)
{
  MilieuTextStyle style = milieu_pen_style (&g->pen, MILIEU_TEXT_LEGEND_HEAD);

  for (guint column = 0; column < MILIEU_N_CELL_EVIDENCES; column++)
    milieu_pen_text (&g->pen, MILIEU_TEXT_LEGEND_HEAD, evidence_words (column, g->language),
                     (ROW_HEAD + GAP * column) * g->k + g->width * column, HEAD / 2 * g->k, MILIEU_ALIGN_LEFT);
  for (guint row = 0; row < 2; row++)
    {
      g_autofree char *words = milieu_text_wrap (g->pen.tools->measure, grounds_words (row, g->language), &style,
                                                 (ROW_HEAD - GAP) * g->k / 1.1, 2, NULL, NULL);

      draw_lines (g, MILIEU_TEXT_LEGEND_HEAD, words, 0, (HEAD + PADDING) * g->k + (cell_height (g) + GAP * g->k) * row);
    }
}

MilieuFigure *
milieu_verdict_grid_new (const MilieuReading *reading, const MilieuFigureTools *tools, double width)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (width, 1, tools->language);
  Grid g = { .reading = reading, .language = tools->language, .k = milieu_figure_tools_unit (tools) };

  g.pen = (MilieuPen) { builder, tools, g.k, 0, MILIEU_LAYER_FURNITURE };
  milieu_figure_set_title (builder, milieu_words (tools->language, N_("The verdict on each evidence set, strict and suggested")));
  if (!reading->verdict)
    return milieu_figure_builder_finish (builder);
  g.width = MAX (40 * g.k, (width - (ROW_HEAD + GAP * (MILIEU_N_CELL_EVIDENCES - 1) + 2) * g.k) / MILIEU_N_CELL_EVIDENCES);
  wrap_cells (&g);
  milieu_figure_set_size (builder, width, HEAD * g.k + 2 * cell_height (&g) + (GAP + 2) * g.k);
  draw_heads (&g);
  for (guint column = 0; column < MILIEU_N_CELL_EVIDENCES; column++)
    for (guint row = 0; row < 2; row++)
      {
        draw_cell (&g, column, row);
        g_free (g.outcomes[column][row]);
        g_free (g.tests[column][row]);
      }
  return milieu_figure_builder_finish (builder);
}

/* ---- its twin ---- */

char *
milieu_verdict_grid_text (const MilieuReading *reading, MilieuLanguage language)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (!reading->verdict)
    return g_strdup ("");
  g_ptr_array_add (cells, g_strdup (""));
  for (guint row = 0; row < 2; row++)
    g_ptr_array_add (cells, g_strdup (grounds_words (row, language)));
  for (guint column = 0; column < MILIEU_N_CELL_EVIDENCES; column++)
    {
      g_ptr_array_add (cells, g_strdup (evidence_words (column, language)));
      for (guint row = 0; row < 2; row++)
        {
          const MilieuCellVerdict *cell = &reading->verdict->cells[column][row];
          g_autofree char *outcome = outcome_words (cell, language), *tests = tests_words (cell, language);

          g_ptr_array_add (cells, g_strdup_printf ("%s, %s", outcome, tests));
        }
    }
  return milieu_text_table (cells, 3);
}
