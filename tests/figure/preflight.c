/* Each defect planted into a figure that has no other. */
#include "figure/font.h"
#include "figure/preflight.h"

#include <string.h>

#include "figure/describe.h"
#include "figure/symbols.h"
#include "geo/credits.h"

static MilieuFigureBuilder *
new_page (double mm)
{
  return milieu_figure_builder_new (mm * MILIEU_PX_PER_MM, 100, MILIEU_LANGUAGE_ENGLISH);
}

static void
add_symbol (MilieuFigureBuilder *b, guint32 key, const char *id, MilieuSymbol symbol, MilieuGround ground)
{
  milieu_figure_add (b, &(MilieuMark) {
    .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS, .owner_type = MILIEU_RECORD_ACTOR, .owner = key, .id = id,
    .title = id, .symbol = { 20 * key, 30, 12, symbol, ground } });
}

static void
add_label (MilieuFigureBuilder *b, guint32 key, const char *id, const char *text, double x, double points)
{
  milieu_figure_add (b, &(MilieuMark) {
    .kind = MILIEU_MARK_LABEL, .layer = MILIEU_LAYER_LABELS, .fill = MILIEU_COLOUR_INK, .owner_type = MILIEU_RECORD_ACTOR,
    .owner = key, .id = id, .title = id,
    .label = { .x = x, .y = 40, .width = 40, .text = text, .style = { points * MILIEU_PX_PER_POINT, 500 } } });
}

/* bent or straight, from x = 20 to 80 */
static void
add_tie (MilieuFigureBuilder *b, guint32 key, MilieuClass tie_class, double bend, gboolean directed, double width)
{
  milieu_figure_add (b, &(MilieuMark) {
    .kind = MILIEU_MARK_TIE, .layer = MILIEU_LAYER_TIES, .owner_type = MILIEU_RECORD_TIE, .owner = key, .id = "t", .width = width,
    .tie = { { { 20, 60 }, { 50, 60 + bend }, { 80, 60 } }, 1, tie_class, MILIEU_EVIDENCE_STATED, directed } });
}

static GPtrArray *
judge (MilieuFigureBuilder *b, const MilieuStyle *style)
{
  g_autoptr (MilieuFigure) figure = milieu_figure_builder_finish (b);
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();

  return milieu_preflight (figure, style, milieu_preset_parse ("single"), measure, MILIEU_LANGUAGE_ENGLISH);
}

/* the one finding, whose words hold @holds */
static void
expect (GPtrArray *findings, MilieuFindingKind kind, guint n, const char *holds)
{
  const MilieuFinding *finding;
  g_autofree char *words = NULL;

  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  words = milieu_finding_words (finding, MILIEU_LANGUAGE_ENGLISH);
  g_assert_cmpint (finding->kind, ==, kind);
  g_assert_cmpuint (finding->n, ==, n);
  g_assert_true (strlen (finding->fix) > 10);
  if (strstr (words, holds) == NULL)
    g_error ("“%s” does not say “%s”", words, holds);
  g_ptr_array_unref (findings);
}

static const MilieuStyle *
print (void)
{
  return milieu_style (MILIEU_STYLE_PRINT);
}

static void
test_good (void)
{
  MilieuFigureBuilder *b = new_page (84);
  g_autoptr (GPtrArray) findings = NULL;

  add_symbol (b, 1, "Anis", MILIEU_SYMBOL_SCHOOL, MILIEU_GROUND_EMERGING);
  add_label (b, 1, "Anis", "A\nnis", 30, 5);
  add_tie (b, 1, MILIEU_CLASS_INTERACTION, 16, TRUE, 0.25 * MILIEU_PX_PER_POINT);
  findings = judge (b, print ());
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_cmpstr (milieu_finding_summary (findings), ==, "Ready");
}

static void
test_page (void)
{
  expect (judge (new_page (170), print ()), MILIEU_FINDING_PAGE_LARGE, 1, "170 × 26 mm; there is room for 84 × 240 mm");
}

/* the place is told in millimetres: the label's middle is at 50 px, 13 mm */
static void
test_text (void)
{
  MilieuFigureBuilder *b = new_page (84);

  add_label (b, 1, "a", "0 5 km", 30, 4.9);
  add_label (b, 2, "b", "smaller", 30, 4.2);
  expect (judge (b, print ()), MILIEU_FINDING_TEXT_SMALL, 2,
          "2 texts are under 5 pt; the smallest, “smaller”, is 4.2 pt. Ask for a larger smallest text, and all grows with it; or draw the page narrower and let the printer enlarge it. (First: 13 mm from the left");
}

static void
test_line (void)
{
  MilieuFigureBuilder *b = new_page (84);
  MilieuPoint points[2] = { { 5, 5 }, { 50, 5 } };

  milieu_figure_add (b, &(MilieuMark) { .kind = MILIEU_MARK_LINE, .layer = MILIEU_LAYER_GROUND, .stroke = MILIEU_COLOUR_RIVER,
                                        .width = 0.2 * MILIEU_PX_PER_POINT, .path = { .points = points, .n_points = 2 } });
  add_tie (b, 1, MILIEU_CLASS_INTERACTION, 16, TRUE, 0.24 * MILIEU_PX_PER_POINT);
  expect (judge (b, print ()), MILIEU_FINDING_LINE_THIN, 2, "2 lines are under 0.25 pt; the thinnest, a line of the background, is 0.20 pt");
}

/* red and green of one lightness, which deuteranopes and protanopes confuse and others do not */
static void
test_colours (void)
{
  MilieuStyle style = *print ();
  MilieuFigureBuilder *b = new_page (84);
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  style.colours[MILIEU_COLOUR_FILL (MILIEU_GROUND_EMERGING)] = 0xA08030;
  style.colours[MILIEU_COLOUR_FILL (MILIEU_GROUND_UNDERGROUND)] = 0x7C8C30;
  for (guint i = 1; i < 3; i++)
    {
      add_symbol (b, i, i == 1 ? "a" : "b", MILIEU_SYMBOL_PLACE, i == 1 ? MILIEU_GROUND_EMERGING : MILIEU_GROUND_UNDERGROUND);
      add_label (b, i, i == 1 ? "a" : "b", "a", 30, 7);
    }
  findings = judge (b, &style);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (((MilieuFinding *) findings->pdata[0])->remark);
  g_assert_cmpstr (milieu_finding_summary (findings), ==, "Ready, with remarks");
  words = milieu_finding_words (findings->pdata[0], MILIEU_LANGUAGE_ENGLISH);
  g_assert_nonnull (strstr (words, "deuteranopia"));
  g_assert_nonnull (strstr (words, "greyscale"));
  g_assert_null (strstr (words, "tritanopia"));
  g_assert_nonnull (strstr (words, "filled"));
}

/* undirected and straight, both: nothing but colour */
static void
test_colour_alone (void)
{
  MilieuFigureBuilder *b = new_page (84);

  add_tie (b, 1, MILIEU_CLASS_INTERACTION, 0, FALSE, 1.4);
  add_tie (b, 2, MILIEU_CLASS_INSTITUTION, 0, FALSE, 1.4);
  expect (judge (b, milieu_style (MILIEU_STYLE_GREY)), MILIEU_FINDING_COLOUR_ALONE, 2, "Colour alone tells “Interaction” from “Institution”");
  /* a head, a bend or a width is a second sign */
  b = new_page (84);
  add_tie (b, 1, MILIEU_CLASS_INTERACTION, 16, FALSE, 1.4);
  add_tie (b, 2, MILIEU_CLASS_INSTITUTION, 0, FALSE, 1.4);
  add_tie (b, 3, MILIEU_CLASS_LOCATION, 0, FALSE, 1.0);
  {
    g_autoptr (GPtrArray) findings = judge (b, milieu_style (MILIEU_STYLE_GREY));

    g_assert_cmpuint (findings->len, ==, 0);
  }
}

/* two dots in two grounds' colours, whose actors have no symbol */
static void
test_bare_dots (void)
{
  MilieuFigureBuilder *b = new_page (84);

  for (guint i = 1; i < 3; i++)
    milieu_figure_add (b, &(MilieuMark) {
      .kind = MILIEU_MARK_DISC, .layer = MILIEU_LAYER_SYMBOLS, .owner_type = MILIEU_RECORD_ACTOR, .owner = i, .id = "a",
      .fill = MILIEU_COLOUR_FILL (i), .disc = { 20 * i, 20, 2 } });
  expect (judge (b, print ()), MILIEU_FINDING_COLOUR_ALONE, 2, "Colour alone");
}

static void
test_cut (void)
{
  MilieuFigureBuilder *b = new_page (84);

  add_label (b, 1, "Université de Lille", "Univer…Lille", 30, 7);
  add_label (b, 2, "over the edge", "over the edge", 84 * MILIEU_PX_PER_MM - 39, 7);
  add_label (b, 3, "whole…", "whole…", 30, 7);
  expect (judge (b, print ()), MILIEU_FINDING_LABEL_CUT, 2, "2 labels are cut short: “Université de Lille”, “over the edge”.");
}

static void
test_missing (void)
{
  MilieuFigureBuilder *b = new_page (84);

  add_symbol (b, 1, "Anis", MILIEU_SYMBOL_SCHOOL, MILIEU_GROUND_EMERGING);
  add_symbol (b, 2, "Mutualab", MILIEU_SYMBOL_PLACE, MILIEU_GROUND_EMERGING);
  add_symbol (b, 2, "Mutualab", MILIEU_SYMBOL_PLACE, MILIEU_GROUND_EMERGING);
  add_label (b, 1, "Anis", "Anis", 30, 7);
  expect (judge (b, print ()), MILIEU_FINDING_LABEL_MISSING, 1, "1 actor stands without its name: “Mutualab”.");
}

/* who stands beyond the edge of a panel is no part of the figure; a chart of ranks names its rows */
static void
test_not_missing (void)
{
  MilieuFigureBuilder *beyond = new_page (84), *chart = new_page (84);
  g_autoptr (GPtrArray) nobody = NULL, rows = NULL;
  MilieuFigureFacts facts = { .view = MILIEU_VIEW_SLOPE, .n_actors = 1 };

  milieu_figure_add (beyond, &(MilieuMark) {
    .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS, .owner_type = MILIEU_RECORD_ACTOR, .owner = 1, .id = "a", .title = "A",
    .symbol = { -400, 40, 12, MILIEU_SYMBOL_SCHOOL, MILIEU_GROUND_EMERGING } });
  nobody = judge (beyond, print ());
  g_assert_cmpuint (nobody->len, ==, 0);
  add_symbol (chart, 1, "Anis", MILIEU_SYMBOL_SCHOOL, MILIEU_GROUND_EMERGING);
  milieu_figure_set_facts (chart, &facts);
  rows = judge (chart, print ());
  g_assert_cmpuint (rows->len, ==, 0);
}

/* the tests' fonts hold no such family; one that is there is no finding */
static void
test_font (void)
{
  MilieuFigureBuilder *b = new_page (84), *there = new_page (84);
  g_autofree char *found = milieu_font_found (NULL);
  g_autoptr (GPtrArray) good = NULL;
  MilieuMark label = { .kind = MILIEU_MARK_LABEL, .layer = MILIEU_LAYER_FURNITURE, .fill = MILIEU_COLOUR_INK,
                       .label = { .x = 10, .y = 40, .width = 40, .text = "Text", .style = { 7 * MILIEU_PX_PER_POINT, 500 } } };

  label.label.style.family = "No Such Font";
  milieu_figure_add (b, &label);
  expect (judge (b, print ()), MILIEU_FINDING_FONT_MISSING, 1, "The font “No Such Font” is not here; the text is set in the nearest, “");
  label.label.style.family = found;
  milieu_figure_add (there, &label);
  good = judge (there, print ());
  g_assert_cmpuint (good->len, ==, 0);
}

/* a character of the private use area, which no font has */
static void
test_glyphs (void)
{
  MilieuFigureBuilder *b = new_page (84);

  add_label (b, 1, "a", "A \xf4\x80\x80\x80", 30, 7);
  add_label (b, 2, "b", "B\nC", 30, 7);
  expect (judge (b, print ()), MILIEU_FINDING_GLYPH_MISSING, 1, "1 text has characters that no font here can draw");
}

static MilieuFigureBuilder *
with_basemap (void)
{
  static const MilieuPoint land[] = { { 0, 0 }, { 50, 0 }, { 50, 50 } };
  MilieuFigureBuilder *b = new_page (84);

  milieu_figure_add (b, &(MilieuMark) { .kind = MILIEU_MARK_POLYGON, .layer = MILIEU_LAYER_GROUND, .fill = MILIEU_COLOUR_LAND,
                                        .path = { .points = land, .n_points = 3 } });
  return b;
}

/* the credit is found across the lines of the foot */
static void
test_credit (void)
{
  MilieuFigureBuilder *b = with_basemap ();
  g_auto (GStrv) halves = g_strsplit (MILIEU_CREDIT_SHORT, " GSHHG", 2);
  g_autoptr (GPtrArray) findings = NULL;

  expect (judge (with_basemap (), print ()), MILIEU_FINDING_CREDIT_MISSING, 1, MILIEU_CREDIT_SHORT);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *line = i == 0 ? g_strdup (halves[0]) : g_strconcat ("GSHHG", halves[1], NULL);

      milieu_figure_add (b, &(MilieuMark) {
        .kind = MILIEU_MARK_LABEL, .layer = MILIEU_LAYER_FURNITURE, .fill = MILIEU_COLOUR_SOFT,
        .label = { .x = 5, .y = 60 + 10 * i, .width = 100, .text = line, .style = { 8, 400 } } });
    }
  findings = judge (b, print ());
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_person (void)
{
  MilieuFigureBuilder *b = new_page (84);

  add_symbol (b, 1, "Ada Lovelace", MILIEU_SYMBOL_PERSON, MILIEU_GROUND_NONE);
  add_label (b, 1, "Ada Lovelace", "A. Lovelace", 30, 7);
  expect (judge (b, print ()), MILIEU_FINDING_PERSON_NAMED, 1, "1 person is named: “Ada Lovelace”.");
}

static void
test_raster (void)
{
  static const struct { const char *file; guint n; } files[] = {
    { "%PDF-1.5\n1 0 obj << /Type /XObject /Subtype /Image >>\n2 0 obj << /Subtype /Image >>", 2 },
    { "%PDF-1.5\n1 0 obj << /Type /Font /Subtype /Type3 >>", 1 },
    { "<?xml version=\"1.0\"?><svg><image href=\"a.png\"/></svg>", 1 },
    { "% TikZ\n\\includegraphics{a.png}", 1 }, { "%PDF-1.5\n/Subtype /Form", 0 }, { "\211PNG <image", 0 }, { "", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (milieu_finding_free);
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].file, strlen (files[i].file));

      milieu_preflight_file (findings, bytes, MILIEU_LANGUAGE_ENGLISH);
      g_assert_cmpuint (findings->len, ==, files[i].n > 0);
      if (files[i].n > 0)
        g_assert_cmpuint (((MilieuFinding *) findings->pdata[0])->n, ==, files[i].n);
    }
}

/* no two grounds and no two classes of ties are confused in greys, by any eye; all styles name each class */
static void
test_grey (void)
{
  MilieuFigureBuilder *b = new_page (84);
  g_autoptr (GPtrArray) findings = NULL;

  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", g);

      add_symbol (b, g + 1, id, MILIEU_SYMBOL_PLACE, g);
      add_label (b, g + 1, id, id, 30, 7);
    }
  add_tie (b, 1, MILIEU_CLASS_INTERACTION, 16, TRUE, 1.4);
  add_tie (b, 2, MILIEU_CLASS_INSTITUTION, 0, TRUE, 1.4);
  add_tie (b, 3, MILIEU_CLASS_LOCATION, 0, TRUE, 1.0);
  findings = judge (b, milieu_style (MILIEU_STYLE_GREY));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_presets (void)
{
  guint n;
  const MilieuPreset *presets = milieu_presets (&n);

  for (guint i = 0; i < n; i++)
    g_assert_true (milieu_preset_parse (presets[i].token) == &presets[i]);
  g_assert_null (milieu_preset_parse ("A4"));
  g_assert_cmpstr (milieu_preset_of_width (84)->token, ==, "single");
  g_assert_cmpstr (milieu_preset_of_width (85)->token, ==, "medium");
  g_assert_cmpstr (milieu_preset_of_width (170)->token, ==, "page");
  g_assert_cmpstr (milieu_preset_of_width (5000)->token, ==, "poster");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preflight/good", test_good);
  g_test_add_func ("/preflight/page", test_page);
  g_test_add_func ("/preflight/text", test_text);
  g_test_add_func ("/preflight/line", test_line);
  g_test_add_func ("/preflight/colours", test_colours);
  g_test_add_func ("/preflight/colour-alone", test_colour_alone);
  g_test_add_func ("/preflight/bare-dots", test_bare_dots);
  g_test_add_func ("/preflight/cut", test_cut);
  g_test_add_func ("/preflight/missing", test_missing);
  g_test_add_func ("/preflight/not-missing", test_not_missing);
  g_test_add_func ("/preflight/font", test_font);
  g_test_add_func ("/preflight/glyphs", test_glyphs);
  g_test_add_func ("/preflight/credit", test_credit);
  g_test_add_func ("/preflight/person", test_person);
  g_test_add_func ("/preflight/raster", test_raster);
  g_test_add_func ("/preflight/grey", test_grey);
  g_test_add_func ("/preflight/presets", test_presets);
  return g_test_run ();
}
