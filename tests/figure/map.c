/* The map figure: nobody is hidden, nothing lies on anything else. */
#include "stage.h"

#include "figure/dump.h"
#include "figure/pick.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static MilieuMapPlan *
plan_of (MilieuSnapshot *snapshot, gboolean all_scopes, double width, double height)
{
  MilieuFilter filter;
  MilieuFigureTools tools = stage_tools ();

  milieu_filter_init (&filter);
  filter.all_scopes = all_scopes;
  return milieu_map_plan_new (snapshot, &filter, &tools,
                              &(MilieuMapOptions) { .width = width, .height = height, .parts = MILIEU_MAP_SCREEN });
}

static MilieuFigure *
figure_of (MilieuMapPlan *plan, const MilieuFrame *frame, double margin)
{
  MilieuFigureTools tools = stage_tools ();

  return milieu_map_figure_new (plan, &tools, frame, margin, NULL, 0);
}

static MilieuFigure *
opening_figure (MilieuSnapshot *snapshot, gboolean all_scopes, double width, double height)
{
  g_autoptr (MilieuMapPlan) plan = plan_of (snapshot, all_scopes, width, height);

  return figure_of (plan, NULL, 0);
}

static guint
count_symbols (const MilieuFigure *figure)
{
  guint n, found = 0;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  for (guint i = 0; i < n; i++)
    found += marks[i].kind == MILIEU_MARK_SYMBOL && marks[i].id != NULL;
  return found;
}

static gboolean
says (const MilieuFigure *figure, const char *words)
{
  guint n;
  const MilieuMark *marks = milieu_figure_marks (figure, &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].kind == MILIEU_MARK_LABEL && strstr (marks[i].label.text, words) != NULL)
      return TRUE;
  return FALSE;
}

/* ---- the example ---- */

static void
test_clean (void)
{
  static const double sizes[][2] = { { 691, 684 }, { 544, 760 }, { 1600, 1000 } };
  MilieuSnapshot *example = stage_example ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint all = 0; all < 2; all++)
      {
        g_autoptr (MilieuFigure) figure = opening_figure (example, all, sizes[i][0], sizes[i][1]);

        g_test_message ("%g × %g, %s", sizes[i][0], sizes[i][1], all ? "all scopes" : "core");
        stage_assert_clean (figure);
      }
}

/* 38 of the 46 core actors have a place; with every scope 45, London and Paris outside the region */
static void
test_numbers (void)
{
  MilieuSnapshot *example = stage_example ();
  g_autoptr (MilieuFigure) core = opening_figure (example, FALSE, 691, 684);
  g_autoptr (MilieuFigure) all = opening_figure (example, TRUE, 691, 684);

  g_assert_cmpuint (count_symbols (core), ==, 38);
  g_assert_cmpuint (count_symbols (all), ==, 45 + 2); /* the markers bear symbols too */
  g_assert_true (says (all, "Londres, "));
  g_assert_true (says (all, "Paris, "));
  g_assert_false (says (core, "Paris"));
  g_assert_cmpuint (milieu_figure_facts (core)->n_without_place, ==, 8);
}

/* eleven actors of Lille share one place in the file: each can be seen and clicked */
static void
test_lille (void)
{
  MilieuSnapshot *example = stage_example ();
  g_autoptr (MilieuFigure) figure = opening_figure (example, FALSE, 691, 684);
  guint found = 0, keys = milieu_snapshot_n_keys (example, MILIEU_RECORD_ACTOR);

  for (guint32 key = 0; key < keys; key++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (example, key);
      const MilieuMark *mark = milieu_figure_find_actor (figure, key, 0);
      MilieuPick pick;

      if (actor == NULL || !milieu_actor_is_core (actor) || actor->precision != MILIEU_PRECISION_MUNICIPALITY
          || g_strcmp0 (actor->insee, "59350") != 0)
        continue;
      found++;
      g_assert_nonnull (mark);
      g_assert_true (milieu_figure_pick (figure, mark->symbol.x, mark->symbol.y, 1, &pick));
      g_assert_cmpuint (pick.key, ==, key);
    }
  g_assert_cmpuint (found, ==, 11);
}

/* without the basemap, which would be most of it */
static void
test_golden (void)
{
  MilieuFigureTools tools = stage_tools ();
  MilieuFilter filter;
  g_autoptr (MilieuMapPlan) plan = NULL;
  g_autoptr (MilieuFigure) figure = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "figure", "golden", "map.dump", NULL);
  g_autofree char *golden = NULL;

  tools.basemap = NULL;
  milieu_filter_init (&filter);
  plan = milieu_map_plan_new (stage_example (), &filter, &tools,
                              &(MilieuMapOptions) { .width = 691, .height = 684, .parts = MILIEU_MAP_SCREEN });
  figure = milieu_map_figure_new (plan, &tools, NULL, 0, NULL, 0);
  dump = milieu_figure_dump (figure);
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  if (strcmp (dump, golden) != 0)
    g_file_set_contents ("map.dump.new", dump, -1, NULL);
  g_assert_true (strcmp (dump, golden) == 0);
}

static void
test_twice (void)
{
  MilieuSnapshot *example = stage_example ();
  g_autoptr (MilieuFigure) once = opening_figure (example, TRUE, 900, 700);
  g_autofree char *first = milieu_figure_dump (once), *second = NULL;
  g_autoptr (MilieuFigure) again = NULL;

  if (setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    setlocale (LC_ALL, "C");
  again = opening_figure (stage_example (), TRUE, 900, 700);
  second = milieu_figure_dump (again);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpstr (first, ==, second);
}

/* ---- moving about ---- */

static MilieuPoint
place_of (const MilieuFigure *figure, guint32 key)
{
  const MilieuMark *mark = milieu_figure_find_actor (figure, key, 0);

  g_assert_nonnull (mark);
  return (MilieuPoint) { mark->symbol.x, mark->symbol.y };
}

/* panning by 40 px and a margin of 100 move everything on the ground, and nothing else changes */
static void
test_pan (void)
{
  MilieuSnapshot *example = stage_example ();
  g_autoptr (MilieuMapPlan) plan = plan_of (example, FALSE, 1200, 800);
  MilieuFrame frame = milieu_map_plan_opening_frame (plan);
  g_autoptr (MilieuFigure) still = figure_of (plan, NULL, 0);
  g_autoptr (MilieuFigure) moved = NULL;
  guint32 key = milieu_snapshot_find (example, MILIEU_RECORD_ACTOR, "devisu")->key;
  MilieuPoint a = place_of (still, key), b;

  milieu_frame_pan (&frame, 40, -12);
  moved = figure_of (plan, &frame, 100);
  b = place_of (moved, key);
  g_assert_cmpfloat (milieu_figure_width (moved), ==, 1400);
  g_assert_cmpfloat_with_epsilon (b.x - a.x, 140, 1e-6);
  g_assert_cmpfloat_with_epsilon (b.y - a.y, 88, 1e-6);
}

/* at every scale each located actor stands somewhere, once, and labels keep off one another */
static void
test_zoom (void)
{
  g_autoptr (MilieuMapPlan) plan = plan_of (stage_example (), FALSE, 691, 684);

  for (double factor = 0.1; factor < 200; factor *= 2)
    {
      MilieuFrame frame = milieu_map_plan_opening_frame (plan);
      g_autoptr (MilieuFigure) figure = NULL;
      StageCount count;

      milieu_frame_zoom (&frame, factor, 380, 430);
      figure = figure_of (plan, &frame, 0);
      count = stage_count (figure);
      g_test_message ("× %g: %u labels", factor, count.labels);
      g_assert_cmpuint (count.label_on_symbol, ==, 0);
      g_assert_cmpuint (count_symbols (figure), ==, 38);
    }
}

/* a label that must show does, whatever it costs its neighbours */
static void
test_wanted (void)
{
  MilieuSnapshot *crowd = stage_generated (300);
  g_autoptr (MilieuMapPlan) plan = plan_of (crowd, TRUE, 500, 400);
  MilieuFigureTools tools = stage_tools ();
  guint32 key = milieu_snapshot_find (crowd, MILIEU_RECORD_ACTOR, "a00123")->key;
  g_autoptr (MilieuFigure) figure = milieu_map_figure_new (plan, &tools, NULL, 0, &key, 1);

  g_assert_true (says (figure, "123"));
}

/* ---- other maps ---- */

static void
test_empty (void)
{
  g_autoptr (MilieuFigure) figure = opening_figure (stage_map (""), FALSE, 691, 684);

  g_assert_cmpuint (count_symbols (figure), ==, 0);
  stage_assert_clean (figure); /* towns and names are labels too */
}

/* the only actor stands in the middle */
static void
test_one (void)
{
  MilieuSnapshot *one = stage_map ("<actor id=\"a\" name=\"Seule\" kind=\"organisation\"><place lon=\"3\" lat=\"50\" precision=\"exact\"/></actor>\n");
  g_autoptr (MilieuFigure) figure = opening_figure (one, FALSE, 600, 400);
  MilieuPoint at = place_of (figure, milieu_snapshot_find (one, MILIEU_RECORD_ACTOR, "a")->key);

  g_assert_cmpfloat_with_epsilon (at.x, 300, 1);
  g_assert_cmpfloat_with_epsilon (at.y, 200, 1);
  g_assert_true (says (figure, "Seule"));
  stage_assert_clean (figure);
}

static void
test_long_names (void)
{
  g_autoptr (GString) records = g_string_new (NULL);

  for (guint i = 0; i < 12; i++)
    {
      g_string_append_printf (records, "<actor id=\"a%02u\" name=\"", i);
      for (guint k = 0; k < 60; k++)
        g_string_append (records, "long ");
      g_string_append_printf (records, "%u\" kind=\"organisation\"><place lon=\"%.2f\" lat=\"50.3\" precision=\"exact\"/></actor>\n", i, 2.2 + i * 0.1);
    }
  {
    MilieuSnapshot *map = stage_map (records->str);
    g_autoptr (MilieuFigure) figure = opening_figure (map, FALSE, 691, 684);

    g_assert_cmpuint (count_symbols (figure), ==, 12);
    stage_assert_clean (figure);
  }
}

static void
test_many (void)
{
  g_autoptr (MilieuFigure) figure = opening_figure (stage_generated (2000), TRUE, 1280, 800);

  g_assert_cmpuint (count_symbols (figure), ==, 1800);
  g_assert_cmpuint (stage_count (figure).label_on_label, ==, 0);
  g_assert_cmpuint (stage_count (figure).label_on_symbol, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/map/clean", test_clean);
  g_test_add_func ("/figure/map/numbers", test_numbers);
  g_test_add_func ("/figure/map/lille", test_lille);
  g_test_add_func ("/figure/map/golden", test_golden);
  g_test_add_func ("/figure/map/twice", test_twice);
  g_test_add_func ("/figure/map/pan", test_pan);
  g_test_add_func ("/figure/map/zoom", test_zoom);
  g_test_add_func ("/figure/map/wanted", test_wanted);
  g_test_add_func ("/figure/map/empty", test_empty);
  g_test_add_func ("/figure/map/one", test_one);
  g_test_add_func ("/figure/map/long-names", test_long_names);
  g_test_add_func ("/figure/map/many", test_many);
  return stage_run ();
}
