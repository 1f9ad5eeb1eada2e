/* The slope chart and the verdict in eight cells, and their twins in text. */
#include "../reading/maps.h"
#include "stage.h"

#include <string.h>

#include "figure/slope-chart.h"
#include "figure/verdict-grid.h"
#include "reading/indicator.h"

static MilieuReading *
read_snapshot (MilieuSnapshot *snapshot)
{
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_reading_compute (snapshot, &filter, NULL, NULL, NULL);
}

static gboolean
has_line (const char *text, const char *const *words)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      gboolean all = TRUE;

      for (guint w = 0; words[w]; w++)
        all = all && strstr (lines[i], words[w]) != NULL;
      if (all)
        return TRUE;
    }
  return FALSE;
}

#define assert_line(text, ...) g_assert_true (has_line ((text), (const char *const[]) { __VA_ARGS__, NULL }))

/* indicators §5.2: by interactions, persons left out: Mairie de Lille 51.0, Grand Barouf 28.5, TechShop 28.0,
 * Catalyst 23.0, MEL 22.5; §7: MEL first by all ties */
static void
test_example_ranks (void)
{
  g_autoptr (MilieuSnapshot) snapshot = stage_example ();
  g_autoptr (MilieuReading) reading = read_snapshot (snapshot);
  MilieuSlopeOptions options = { .width = 600 };
  g_autofree char *text = milieu_slope_chart_text (snapshot, reading, MILIEU_LANGUAGE_ENGLISH, &options);
  g_autofree char *with = NULL;
  guint n_lines = 0;

  assert_line (text, "Mairie de Lille", " 1  ");
  assert_line (text, "1", "5", "MEL");
  g_assert_null (strstr (text, "POP Man"));
  g_assert_nonnull (strstr (text, "1 person is not ranked."));
  options.persons = TRUE;
  options.most = 100;
  with = milieu_slope_chart_text (snapshot, reading, MILIEU_LANGUAGE_ENGLISH, &options);
  assert_line (with, "POP Man", " 1  ");
  for (const char *at = with; (at = strchr (at, '\n')); at++)
    n_lines++;
  /* a line per actor with a betweenness, head, rule, rest */
  for (guint i = 0; i < reading->n_actors; i++)
    n_lines -= reading->actors[i].measures[0].betweenness > 1e-9 || reading->actors[i].measures[1].betweenness > 1e-9;
  g_assert_cmpuint (n_lines, ==, 3);
}

static guint
count_marks (const MilieuFigure *figure, MilieuMarkKind kind)
{
  guint n, found = 0;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  for (guint i = 0; i < n; i++)
    found += marks[i].kind == kind;
  return found;
}

static void
test_example_chart (void)
{
  g_autoptr (MilieuSnapshot) snapshot = stage_example ();
  g_autoptr (MilieuReading) reading = read_snapshot (snapshot);
  MilieuFigureTools tools = stage_tools ();
  static const double widths[] = { 320, 480, 642.5 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint print = 0; print < 2; print++)
      {
        MilieuSlopeOptions options = { .width = widths[i] };
        g_autoptr (MilieuFigure) figure = NULL;
        StageCount count;

        tools.print = print;
        figure = milieu_slope_chart_new (snapshot, reading, &tools, &options);
        count = stage_count (figure);
        g_assert_cmpuint (count.label_on_label, ==, 0);
        g_assert_cmpuint (count.label_on_symbol, ==, 0);
        g_assert_cmpuint (count.symbol_on_symbol, ==, 0);
        g_assert_cmpuint (count.label_outside, ==, 0);
        g_assert_cmpuint (count_marks (figure, MILIEU_MARK_SYMBOL), ==, 2 * count_marks (figure, MILIEU_MARK_LINE));
        g_assert_cmpuint (count_marks (figure, MILIEU_MARK_LINE), >, 10);
      }
}

/* three actors without ties: nobody is between others */
static void
test_nobody (void)
{
  g_autoptr (MilieuSnapshot) snapshot = stage_map (
    "<actor id=\"a\" name=\"A\" kind=\"organisation\"/><actor id=\"b\" name=\"B\" kind=\"organisation\"/>"
    "<actor id=\"c\" name=\"C\" kind=\"organisation\"/>");
  g_autoptr (MilieuReading) reading = read_snapshot (snapshot);
  MilieuFigureTools tools = stage_tools ();
  MilieuSlopeOptions options = { .width = 400 };
  g_autoptr (MilieuFigure) figure = milieu_slope_chart_new (snapshot, reading, &tools, &options);
  g_autofree char *text = milieu_slope_chart_text (snapshot, reading, MILIEU_LANGUAGE_ENGLISH, &options);

  g_assert_cmpuint (count_marks (figure, MILIEU_MARK_LINE), ==, 0);
  g_assert_nonnull (strstr (text, "3 actors lie between no others."));
}

/* g funds the five of a path a–b–c–d–e: between all, by money alone. The four around q fund each other: whom q
 * joins needs nobody. By all ties g 4.5, b, c and d 0.5; by interactions q 6, c 4, b and d 3. */
static void
test_giant_and_broker (void)
{
  static const char *const path[] = { "a", "b", "c", "d", "e" }, *const around[] = { "p1", "p2", "p3", "p4" };
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autoptr (MilieuReading) reading = NULL;
  g_autofree char *text = NULL;
  MilieuSlopeOptions options = { .width = 400 };

  small_actor (map, "g", "organisation", MILIEU_GROUND_UPPERGROUND, 0, 0);
  small_actor (map, "q", "organisation", MILIEU_GROUND_UNDERGROUND, 0, 0);
  for (guint i = 0; i < 5; i++)
    {
      small_actor (map, path[i], "organisation", MILIEU_GROUND_NONE, 0, 0);
      small_tie (map, "g", path[i], "funds", 0);
      if (i > 0)
        small_tie (map, path[i - 1], path[i], "collaborates", 0);
    }
  for (guint i = 0; i < 4; i++)
    {
      small_actor (map, around[i], "organisation", MILIEU_GROUND_NONE, 0, 0);
      small_tie (map, "q", around[i], "collaborates", 0);
      for (guint j = 0; j < i; j++)
        small_tie (map, around[i], around[j], "funds", 0);
    }
  snapshot = milieu_map_snapshot (map);
  reading = read_snapshot (snapshot);
  text = milieu_slope_chart_text (snapshot, reading, MILIEU_LANGUAGE_ENGLISH, &options);
  assert_line (text, "1         –", "g", "giant that brokers nothing");
  assert_line (text, "–         1", "q", "invisible broker");
  assert_line (text, "2         2", "c");
  assert_line (text, "2         3", "b");
  g_assert_nonnull (strstr (text, "6 actors lie between no others."));
}

/* indicators §5.1: stated, implied and strict: undecidable; verified and recalled with suggested grounds: accumulation, 1 of 4 */
static void
test_verdict (void)
{
  g_autoptr (MilieuSnapshot) snapshot = stage_example ();
  g_autoptr (MilieuReading) reading = read_snapshot (snapshot);
  MilieuFigureTools tools = stage_tools ();
  g_autoptr (MilieuFigure) figure = milieu_verdict_grid_new (reading, &tools, 640);
  g_autofree char *text = milieu_verdict_grid_text (reading, MILIEU_LANGUAGE_ENGLISH);
  g_autofree char *french = milieu_verdict_grid_text (reading, MILIEU_LANGUAGE_FRENCH);
  guint framed = 0, n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  for (guint i = 0; i < n; i++)
    framed += marks[i].kind == MILIEU_MARK_POLYGON && marks[i].stroke == MILIEU_COLOUR_SELECT;
  g_assert_cmpuint (framed, ==, 1);
  g_assert_cmpuint (count_marks (figure, MILIEU_MARK_POLYGON), ==, 8);
  g_assert_cmpuint (stage_count (figure).label_on_label, ==, 0);
  g_assert_cmpuint (stage_count (figure).label_outside, ==, 0);
  assert_line (text, "? Undecidable", "≠ Accumulation of systems, 1 of 4 tests passed");
  {
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    guint accumulations = 0;

    for (guint i = 0; lines[i]; i++)
      accumulations += strstr (lines[i], "Accumulation") != NULL;
    g_assert_cmpuint (accumulations, ==, 2);
  }
  g_assert_nonnull (strstr (french, "Accumulation de systèmes"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/example-ranks", test_example_ranks);
  g_test_add_func ("/charts/example-chart", test_example_chart);
  g_test_add_func ("/charts/nobody-between", test_nobody);
  g_test_add_func ("/charts/giant-and-broker", test_giant_and_broker);
  g_test_add_func ("/charts/verdict", test_verdict);
  return g_test_run ();
}
