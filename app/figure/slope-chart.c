#include "figure/slope-ranks.h"

#include "figure/pen.h"
#include "figure/symbols.h"
#include "figure/text-table.h"

#include <string.h>

/* px of look.md */
#define HEAD 24.0
#define ROW 17.0
#define FOOT_GAP 8.0
#define FOOT_LINE 12.0
#define SYMBOL 9.0
#define RANK_WIDTH 20.0
#define GAP 6.0
#define LEAST_MIDDLE 70.0 /* between the two sides */

typedef struct
{
  MilieuPen pen;
  const MilieuSlopes *slopes;
  MilieuLanguage language;
  double k, row, left, right; /* left, right: x of the two sides */
  double room[2];             /* for names, left and right */
  gboolean names_alone;
} Chart;

static const MilieuGraphKind sides[2] = { MILIEU_GRAPH_ALL, MILIEU_GRAPH_INTERACTION };

static MilieuTextRole
role_of (const MilieuSlopeRow *row)
{
  return row->slope == MILIEU_SLOPE_STEADY ? MILIEU_TEXT_ACTOR : MILIEU_TEXT_ACTOR_STRONG;
}

/* the name, and on the right what its slope says */
static char *
label_of (const Chart *c, const MilieuSlopeRow *row, guint side)
{
  if (side == 0 || c->names_alone || row->slope == MILIEU_SLOPE_STEADY)
    return g_strdup (row->name);
  return g_strdup_printf ("%s · %s", row->name, milieu_words (c->language, milieu_slope_words (row->slope)));
}

/* @text, cut to @width */
static char *
fit (const Chart *c, MilieuTextRole role, const char *text, double width)
{
  glong length = g_utf8_strlen (text, -1);
  char *cut = g_strdup (text);

  while (length > 1 && milieu_pen_width (&c->pen, role, cut) > width)
    {
      g_autofree char *shorter = g_utf8_substring (text, 0, --length);

      g_free (cut);
      cut = g_strconcat (g_strchomp (shorter), "…", NULL);
    }
  return cut;
}

static const char *
head_of (const Chart *c, guint side)
{
  return milieu_words (c->language, side ? N_("Interactions alone") : N_("All ties"));
}

/* the sides stand as far apart as names allow */
static void
measure (Chart *c, double width)
{
  double side = (SYMBOL + RANK_WIDTH + 2 * GAP) * c->k, share, names;

  for (guint s = 0; s < 2; s++)
    c->room[s] = milieu_pen_width (&c->pen, MILIEU_TEXT_LEGEND_HEAD, head_of (c, s)) - (SYMBOL + RANK_WIDTH) * c->k;
  for (guint i = 0; i < c->slopes->n; i++)
    for (guint s = 0; s < 2; s++)
      {
        g_autofree char *label = label_of (c, &c->slopes->rows[i], s);

        c->room[s] = MAX (c->room[s], milieu_pen_width (&c->pen, role_of (&c->slopes->rows[i]), label) + 1);
      }
  names = c->room[0] + c->room[1];
  share = names > 0 ? MIN (1, MAX (20, width - 2 * side - LEAST_MIDDLE * c->k) / names) : 1;
  c->room[0] *= share;
  c->room[1] *= share;
  c->left = c->room[0] + side;
  c->right = width - c->room[1] - side;
}

static double
y_of (const Chart *c, const MilieuSlopeRow *row, guint side)
{
  return HEAD * c->k + (row->slots[sides[side]] + 0.5) * c->row;
}

static void
draw_slope (const Chart *c, const MilieuSlopeRow *row)
{
  MilieuPoint points[2] = { { c->left, y_of (c, row, 0) }, { c->right, y_of (c, row, 1) } };
  gboolean steady = row->slope == MILIEU_SLOPE_STEADY, giant = row->slope == MILIEU_SLOPE_GIANT;

  milieu_figure_add (c->pen.builder, &(MilieuMark) {
    .kind = MILIEU_MARK_LINE, .layer = MILIEU_LAYER_TIES,
    .stroke = steady ? MILIEU_COLOUR_SOFT : giant ? MILIEU_COLOUR_TIE_INSTITUTION : MILIEU_COLOUR_TIE_INTERACTION,
    .width = (steady ? 0.9 : 2.4) * c->k, .stroke_opacity = steady ? 0.5 : 1,
    .dash = { giant ? 5 * c->k : 0, giant ? 2.5 * c->k : 0 },
    .owner_type = MILIEU_RECORD_ACTOR, .owner = row->actor->key, .id = row->actor->id, .title = row->actor->name,
    .path = { .points = points, .n_points = 2 } });
}

static void
draw_end (const Chart *c, const MilieuSlopeRow *row, guint side)
{
  double x = side ? c->right : c->left, y = y_of (c, row, side), out = side ? 1 : -1;
  MilieuAlign align = side ? MILIEU_ALIGN_LEFT : MILIEU_ALIGN_RIGHT;
  MilieuTextRole role = role_of (row);
  g_autofree char *rank = milieu_slope_rank (row->ranks[sides[side]], c->language);
  g_autofree char *label = label_of (c, row, side);
  g_autofree char *fitted = fit (c, role, label, c->room[side]);
  double rank_x = x + out * (SYMBOL / 2 + GAP) * c->k;

  milieu_figure_add (c->pen.builder, &(MilieuMark) {
    .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS,
    .owner_type = MILIEU_RECORD_ACTOR, .owner = row->actor->key, .id = row->actor->id, .title = row->actor->name,
    .symbol = { x, y, SYMBOL * c->k, row->symbol, row->ground } });
  milieu_pen_text_as (&c->pen, MILIEU_TEXT_SUBTITLE, rank, rank_x, y, &(MilieuPenText) { .align = align, .tabular = TRUE });
  milieu_pen_text (&c->pen, role, fitted, rank_x + out * RANK_WIDTH * c->k, y, align);
}

static void
draw_heads (const Chart *c)
{
  double reach = SYMBOL / 2 * c->k;

  milieu_pen_text (&c->pen, MILIEU_TEXT_LEGEND_HEAD, head_of (c, 0), c->left + reach, HEAD / 2 * c->k, MILIEU_ALIGN_RIGHT);
  milieu_pen_text (&c->pen, MILIEU_TEXT_LEGEND_HEAD, head_of (c, 1), c->right - reach, HEAD / 2 * c->k, MILIEU_ALIGN_LEFT);
}

static void
draw_slopes (const Chart *c)
{
  /* what is told apart lies above the rest */
  for (guint lit = 0; lit < 2; lit++)
    for (guint i = 0; i < c->slopes->n; i++)
      if ((c->slopes->rows[i].slope != MILIEU_SLOPE_STEADY) == lit)
        draw_slope (c, &c->slopes->rows[i]);
  for (guint i = 0; i < c->slopes->n; i++)
    for (guint side = 0; side < 2; side++)
      draw_end (c, &c->slopes->rows[i], side);
}

MilieuFigure *
milieu_slope_chart_new (MilieuSnapshot *snapshot, const MilieuReading *reading,
                        const MilieuFigureTools *tools, const MilieuSlopeOptions *options)
{
  g_autoptr (MilieuSlopes) slopes = milieu_slopes_new (snapshot, reading, options);
  MilieuFigureBuilder *builder = milieu_figure_builder_new (options->width, 1, tools->language);
  g_autofree char *rest = milieu_slopes_rest (slopes, tools->language), *wrapped = NULL;
  g_auto (GStrv) lines = NULL;
  Chart c = { .slopes = slopes, .language = tools->language, .k = milieu_figure_tools_unit (tools),
              .names_alone = options->names_alone };
  MilieuTextStyle style;
  double foot;
  guint n_lines;

  c.pen = (MilieuPen) { builder, tools, c.k, 0, MILIEU_LAYER_LABELS };
  style = milieu_pen_style (&c.pen, MILIEU_TEXT_CREDIT);
  wrapped = milieu_text_wrap (tools->measure, rest, &style, options->width / 1.1, 4, NULL, &n_lines);
  lines = g_strsplit (wrapped, "\n", -1);
  foot = (FOOT_GAP + n_lines * FOOT_LINE) * c.k;
  c.row = options->height > 0 ? MAX (0, options->height - HEAD * c.k - foot) / MAX (1, slopes->n) : ROW * c.k;
  milieu_figure_set_size (builder, options->width, options->height > 0 ? options->height : HEAD * c.k + foot + slopes->n * c.row);
  milieu_figure_set_title (builder, milieu_words (tools->language, N_("Ranks by betweenness: all ties against interactions alone")));
  measure (&c, options->width);
  if (slopes->n > 0)
    draw_heads (&c);
  draw_slopes (&c);
  for (guint i = 0; lines[i] && *rest; i++)
    milieu_pen_text (&c.pen, MILIEU_TEXT_CREDIT, lines[i], 0,
                     HEAD * c.k + slopes->n * c.row + (FOOT_GAP + (i + 0.5) * FOOT_LINE) * c.k, MILIEU_ALIGN_LEFT);
  return milieu_figure_builder_finish (builder);
}

/* ---- its twin ---- */

char *
milieu_slope_chart_text (MilieuSnapshot *snapshot, const MilieuReading *reading, MilieuLanguage language,
                         const MilieuSlopeOptions *options)
{
  g_autoptr (MilieuSlopes) slopes = milieu_slopes_new (snapshot, reading, options);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *rest = milieu_slopes_rest (slopes, language);
  g_autofree char *table = NULL;

  g_ptr_array_add (cells, g_strdup (milieu_words (language, N_("All ties"))));
  g_ptr_array_add (cells, g_strdup (milieu_words (language, N_("Interactions alone"))));
  g_ptr_array_add (cells, g_strdup (milieu_words (language, N_("Actor"))));
  g_ptr_array_add (cells, g_strdup (""));
  for (guint i = 0; i < slopes->n; i++)
    {
      const MilieuSlopeRow *row = &slopes->rows[i];

      g_ptr_array_add (cells, milieu_slope_rank (row->ranks[MILIEU_GRAPH_ALL], language));
      g_ptr_array_add (cells, milieu_slope_rank (row->ranks[MILIEU_GRAPH_INTERACTION], language));
      g_ptr_array_add (cells, g_strdup (row->name));
      g_ptr_array_add (cells, g_strdup (row->slope ? milieu_words (language, milieu_slope_words (row->slope)) : ""));
    }
  table = milieu_text_table (cells, 4);
  return g_strconcat (table, rest, *rest ? "\n" : "", NULL);
}
