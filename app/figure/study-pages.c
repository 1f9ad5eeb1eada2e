#include "figure/study-pages.h"

#include <math.h>
#include <string.h>

/* points of paper */
#define POINT (96.0 / 72)
#define LEADING 1.38
#define TABLE_LEADING 1.25
#define CELL_GAP (6 * POINT)
#define LEAST_COLUMN (34 * POINT)
#define ROW_GAP (2.5 * POINT)

typedef struct { double size; guint16 weight; gboolean italic; double before, after, indent; MilieuColour colour; } Setting;

static const Setting settings[] = {
  [MILIEU_BLOCK_TITLE] = { 17, 600, FALSE, 0, 6, 0, MILIEU_COLOUR_INK },
  [MILIEU_BLOCK_HEADING] = { 11.5, 600, FALSE, 14, 5, 0, MILIEU_COLOUR_INK },
  [MILIEU_BLOCK_PARAGRAPH] = { 8.8, 400, FALSE, 0, 5, 0, MILIEU_COLOUR_INK },
  [MILIEU_BLOCK_QUOTE] = { 8, 400, TRUE, 0, 2, 20, MILIEU_COLOUR_SOFT },
  [MILIEU_BLOCK_ITEM] = { 8.4, 400, FALSE, 1, 2, 9, MILIEU_COLOUR_INK },
  [MILIEU_BLOCK_TABLE] = { 7.4, 400, FALSE, 4, 8, 0, MILIEU_COLOUR_INK },
  [MILIEU_BLOCK_FIGURE] = { 7.4, 400, TRUE, 4, 8, 0, MILIEU_COLOUR_SOFT }, /* of captions */
};

typedef struct
{
  const MilieuStudy *study;
  MilieuTextMeasure *measure;
  GPtrArray *sheets;
  MilieuFigureBuilder *builder;
  GArray *placed;
  double y;      /* where the next line begins */
} Setter;

static MilieuTextStyle
style_of (const Setting *setting, gboolean strong)
{
  return (MilieuTextStyle) { .size = setting->size * POINT, .weight = strong ? 600 : setting->weight, .italic = setting->italic };
}

/* ---- pages ---- */

static double
bottom (void)
{
  return MILIEU_PAGE_HEIGHT - MILIEU_PAGE_MARGIN;
}

static void
put_text (Setter *s, const char *text, const MilieuTextStyle *style, MilieuColour colour, double x, double y)
{
  milieu_figure_add (s->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LABEL, .layer = MILIEU_LAYER_LABELS, .flags = MILIEU_MARK_SILENT, .fill = colour,
    .label = { .x = x, .y = y, .width = milieu_text_width (s->measure, text, style), .text = text, .style = *style } });
}

static void
put_rule (Setter *s, double y, double width)
{
  MilieuPoint points[2] = { { MILIEU_PAGE_MARGIN, y }, { MILIEU_PAGE_WIDTH - MILIEU_PAGE_MARGIN, y } };

  milieu_figure_add (s->builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LINE, .layer = MILIEU_LAYER_GROUND, .flags = MILIEU_MARK_SILENT, .stroke = MILIEU_COLOUR_SOFT, .width = width,
    .path = { .points = points, .n_points = 2 } });
}

static void
page_begin (Setter *s)
{
  s->builder = milieu_figure_builder_new (MILIEU_PAGE_WIDTH, MILIEU_PAGE_HEIGHT, s->study->language);
  s->placed = g_array_new (FALSE, FALSE, sizeof (MilieuPlaced));
  s->y = MILIEU_PAGE_MARGIN;
}

static void
page_end (Setter *s)
{
  MilieuStudyPage *sheet = g_new0 (MilieuStudyPage, 1);
  g_autofree char *number = g_strdup_printf ("%u", s->sheets->len + 1);
  MilieuTextStyle style = { .size = 7 * POINT, .weight = 400 };

  put_text (s, number, &style, MILIEU_COLOUR_SOFT,
            MILIEU_PAGE_WIDTH - MILIEU_PAGE_MARGIN - milieu_text_width (s->measure, number, &style), bottom () + 8 * POINT);
  sheet->text = milieu_figure_builder_finish (s->builder);
  sheet->placed = s->placed;
  g_ptr_array_add (s->sheets, sheet);
}

/* goes to the next page unless @height is left on this one */
static void
need (Setter *s, double height)
{
  if (s->y + height <= bottom () || s->y <= MILIEU_PAGE_MARGIN)
    return;
  page_end (s);
  page_begin (s);
}

static double
text_width (void)
{
  return MILIEU_PAGE_WIDTH - 2 * MILIEU_PAGE_MARGIN;
}

/* ---- blocks ---- */

static double
figure_scale (const MilieuFigure *figure)
{
  double caption = 3 * settings[MILIEU_BLOCK_FIGURE].size * POINT * LEADING;
  double heading = (settings[MILIEU_BLOCK_HEADING].size * LEADING + settings[MILIEU_BLOCK_HEADING].after) * POINT;
  double room = bottom () - MILIEU_PAGE_MARGIN - caption - heading;

  return MIN (1, MIN (text_width () / milieu_figure_width (figure), room / milieu_figure_height (figure)));
}

/* what must stand on the page of a heading: a figure whole, or a few lines */
static double
company (const MilieuBlock *next, double line)
{
  double caption = 3 * settings[MILIEU_BLOCK_FIGURE].size * POINT * LEADING;

  return next && next->kind == MILIEU_BLOCK_FIGURE ? milieu_figure_height (next->figure) * figure_scale (next->figure) + caption + line
                                                   : 6 * line;
}

static void
set_text (Setter *s, MilieuBlockKind kind, const char *text, const MilieuBlock *next)
{
  const Setting *setting = &settings[kind];
  MilieuTextStyle style = style_of (setting, FALSE);
  double indent = setting->indent * POINT, line = style.size * LEADING;
  g_autoptr (GPtrArray) lines = milieu_lines_new (s->measure, text, &style, text_width () - indent);

  if (s->y > MILIEU_PAGE_MARGIN)
    s->y += setting->before * POINT;
  /* a heading does not stand alone at the foot of a page */
  need (s, kind == MILIEU_BLOCK_HEADING ? company (next, line) : MIN (lines->len, 2) * line);
  if (kind == MILIEU_BLOCK_ITEM)
    put_text (s, "•", &style, setting->colour, MILIEU_PAGE_MARGIN, s->y);
  for (guint i = 0; i < lines->len; i++)
    {
      need (s, line);
      put_text (s, lines->pdata[i], &style, setting->colour, MILIEU_PAGE_MARGIN + indent, s->y);
      s->y += line;
    }
  s->y += setting->after * POINT;
}

static void
set_figure (Setter *s, const MilieuBlock *block)
{
  double width = milieu_figure_width (block->figure), height = milieu_figure_height (block->figure);
  double caption = 2 * settings[MILIEU_BLOCK_FIGURE].size * POINT * LEADING;
  MilieuPlaced placed = { block->figure, MILIEU_PAGE_MARGIN, 0, figure_scale (block->figure) };

  need (s, height * placed.scale + caption);
  placed.y = s->y;
  placed.x += (text_width () - width * placed.scale) / 2;
  g_array_append_val (s->placed, placed);
  s->y += height * placed.scale;
  set_text (s, MILIEU_BLOCK_FIGURE, block->text, NULL);
}

/* ---- tables ---- */

/* columns get what they need; where that is too much, the widest give */
static void
size_columns (Setter *s, const MilieuBlock *block, double *widths)
{
  double room = text_width () - (block->columns - 1) * CELL_GAP, excess;
  MilieuTextStyle style = style_of (&settings[MILIEU_BLOCK_TABLE], FALSE), strong = style_of (&settings[MILIEU_BLOCK_TABLE], TRUE);

  for (guint i = 0; i < block->cells->len; i++)
    {
      double width = milieu_text_width (s->measure, block->cells->pdata[i], i < block->columns ? &strong : &style) + 1;

      widths[i % block->columns] = MAX (widths[i % block->columns], width);
    }
  for (guint step = 0; step < 4000; step++)
    {
      guint widest = 0;

      excess = -room;
      for (guint c = 0; c < block->columns; c++)
        {
          excess += widths[c];
          if (widths[c] > widths[widest])
            widest = c;
        }
      if (excess <= 0 || widths[widest] <= LEAST_COLUMN)
        break;
      widths[widest] -= MIN (excess, MAX (1, widths[widest] * 0.01));
    }
}

static void
set_row (Setter *s, const MilieuBlock *block, guint row, const double *widths)
{
  MilieuTextStyle style = style_of (&settings[MILIEU_BLOCK_TABLE], row == 0);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  double line = style.size * TABLE_LEADING, x = MILIEU_PAGE_MARGIN;
  guint most = 1;

  for (guint c = 0; c < block->columns; c++)
    {
      GPtrArray *lines = milieu_lines_new (s->measure, block->cells->pdata[row * block->columns + c], &style, widths[c]);

      most = MAX (most, lines->len);
      g_ptr_array_add (columns, lines);
    }
  need (s, most * line + ROW_GAP);
  for (guint c = 0; c < block->columns; x += widths[c++] + CELL_GAP)
    {
      GPtrArray *lines = columns->pdata[c];

      for (guint i = 0; i < lines->len; i++)
        put_text (s, lines->pdata[i], &style, settings[MILIEU_BLOCK_TABLE].colour, x, s->y + i * line);
    }
  s->y += most * line + ROW_GAP;
  put_rule (s, s->y - ROW_GAP / 2, row == 0 ? 0.8 : 0.3);
}

static void
set_table (Setter *s, const MilieuBlock *block)
{
  g_autofree double *widths = g_new0 (double, block->columns);
  double line = settings[MILIEU_BLOCK_TABLE].size * POINT * TABLE_LEADING;

  size_columns (s, block, widths);
  s->y += settings[MILIEU_BLOCK_TABLE].before * POINT;
  need (s, 4 * line);
  for (guint row = 0; row < block->cells->len / block->columns; row++)
    {
      guint page = s->sheets->len;

      if (row > 0 && s->y + 3 * line > bottom ())
        need (s, 4 * line);
      if (s->sheets->len > page)
        set_row (s, block, 0, widths);
      set_row (s, block, row, widths);
    }
  s->y += 2 * POINT;
  set_text (s, MILIEU_BLOCK_FIGURE, block->text, NULL);
}

static void
sheet_free (gpointer data)
{
  MilieuStudyPage *sheet = data;

  milieu_figure_unref (sheet->text);
  g_array_unref (sheet->placed);
  g_free (sheet);
}

GPtrArray *
milieu_study_pages (const MilieuStudy *study, MilieuTextMeasure *measure)
{
  Setter s = { study, measure, g_ptr_array_new_with_free_func (sheet_free) };

  page_begin (&s);
  for (guint i = 0; i < study->blocks->len; i++)
    {
      const MilieuBlock *block = study->blocks->pdata[i];

      if (block->kind == MILIEU_BLOCK_TABLE)
        set_table (&s, block);
      else if (block->kind == MILIEU_BLOCK_FIGURE)
        set_figure (&s, block);
      else
        set_text (&s, block->kind, block->text, i + 1 < study->blocks->len ? study->blocks->pdata[i + 1] : NULL);
    }
  page_end (&s);
  return s.sheets;
}
