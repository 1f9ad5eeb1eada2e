#include "figure/figure.h"

#include <math.h>
#include <string.h>

#include "figure/describe.h"
#include "figure/dump.h"
#include "figure/pick.h"
#include "handmade.h"

static void
test_dump (void)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("POP\nMan", "Petite figure");
  g_autofree char *dump = milieu_figure_dump (figure);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "figure", "golden", "handmade.dump", NULL);
  g_autofree char *golden = NULL;

  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  g_assert_cmpstr (dump, ==, golden);
}

static void
expect (const MilieuFigure *figure, double x, double y, double tolerance, int type, guint32 key)
{
  MilieuPick pick = { 0 };
  gboolean hit = milieu_figure_pick (figure, x, y, tolerance, &pick);

  g_assert_cmpint (hit, ==, type >= 0);
  if (!hit)
    return;
  g_assert_cmpint (pick.type, ==, type);
  g_assert_cmpuint (pick.key, ==, key);
}

static void
test_pick (void)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("POP\nMan", "");

  expect (figure, 30, 50, 2, MILIEU_RECORD_ACTOR, 7);
  expect (figure, 37, 50, 2, MILIEU_RECORD_ACTOR, 7);
  expect (figure, 80, 47, 2, MILIEU_RECORD_ACTOR, 9);
  /* the middle of the curve is at (55, 43.5) */
  expect (figure, 55, 43.5, 2, MILIEU_RECORD_TIE, 3);
  expect (figure, 55, 46, 2, MILIEU_RECORD_TIE, 3);
  expect (figure, 55, 48, 2, -1, 0);
  expect (figure, 55, 48, 6, MILIEU_RECORD_TIE, 3);
  /* the label, 23.2 px high, and its halo */
  expect (figure, 12, 80, 1, MILIEU_RECORD_ACTOR, 7);
  expect (figure, 30, 95, 1, -1, 0);
  expect (figure, 150, 50, 2, MILIEU_RECORD_ACTOR, 9);
  /* the disc stands for nobody */
  expect (figure, 120, 30, 2, -1, 0);
  expect (figure, -500, 9000, 2, -1, 0);
  expect (figure, NAN, 5, 2, -1, 0);
}

/* what an opaque panel covers, or cuts off, is not there */
static void
test_pick_panels (void)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (100, 100, MILIEU_LANGUAGE_ENGLISH);
  MilieuPanel panel = { { 50, 0, 100, 100 }, 0, TRUE };
  MilieuMark mark = { .kind = MILIEU_MARK_SYMBOL, .layer = MILIEU_LAYER_SYMBOLS, .owner_type = MILIEU_RECORD_ACTOR,
                      .owner = 1, .id = "under", .symbol = { 70, 50, 12, 1, 1 } };
  MilieuBox all = { 0, 0, 100, 100 };
  g_autoptr (MilieuFigure) figure = NULL;
  g_autofree guint32 *keys = NULL;
  guint n;

  milieu_figure_add (builder, &mark);
  mark.panel = milieu_figure_add_panel (builder, &panel);
  mark.owner = 2;
  mark.id = "cut";
  mark.symbol.x = 30;
  milieu_figure_add (builder, &mark);
  mark.owner = 3;
  mark.id = "seen";
  mark.symbol.x = 80;
  mark.symbol.y = 20;
  milieu_figure_add (builder, &mark);
  figure = milieu_figure_builder_finish (builder);
  expect (figure, 70, 50, 2, -1, 0);
  expect (figure, 30, 50, 2, -1, 0);
  expect (figure, 80, 20, 2, MILIEU_RECORD_ACTOR, 3);
  keys = milieu_figure_pick_box (figure, &all, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (keys[0], ==, 3);
}

static void
test_pick_box (void)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("POP\nMan", "");
  MilieuBox all = { 0, 0, 200, 100 }, left = { 20, 40, 40, 60 }, none = { 0, 0, 5, 5 };
  guint n;
  guint32 *keys = milieu_figure_pick_box (figure, &all, &n);

  g_assert_cmpuint (n, ==, 2); /* each once */
  g_assert_cmpuint (keys[0], ==, 7);
  g_assert_cmpuint (keys[1], ==, 9);
  g_free (keys);
  keys = milieu_figure_pick_box (figure, &left, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (keys[0], ==, 7);
  g_free (keys);
  keys = milieu_figure_pick_box (figure, &none, &n);
  g_assert_cmpuint (n, ==, 0);
  g_free (keys);
}

static void
test_unsound_marks (void)
{
  MilieuFigureBuilder *builder = milieu_figure_builder_new (100, 100, MILIEU_LANGUAGE_ENGLISH);
  MilieuPoint points[] = { { 0, 0 }, { NAN, 3 } };
  guint parts[] = { 5 }, n;
  g_autoptr (MilieuFigure) figure = NULL;

  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_DISC, .disc = { NAN, 0, 3 } });
  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_DISC, .disc = { 0, 0, 0 } });
  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_SYMBOL, .symbol = { 0, 1e30, 12 } });
  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_LINE, .path = { .points = points, .n_points = 2 } });
  points[1].x = 1;
  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_LINE, .path = { points, parts, 2, 1 } });
  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_LINE });
  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_LABEL, .label = { .text = NULL, .style = { 10 } } });
  milieu_figure_add (builder, &(MilieuMark) { .kind = MILIEU_MARK_TIE, .tie = { { { 0, 0 }, { INFINITY, 0 }, { 1, 1 } } } });
  figure = milieu_figure_builder_finish (builder);
  milieu_figure_marks (figure, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpfloat (milieu_figure_extents (figure).x1, ==, 0);
  g_assert_null (milieu_figure_find_actor (figure, 1, 0));
}

static void
test_find_and_extents (void)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("POP\nMan", "");
  MilieuBox extents = milieu_figure_extents (figure);

  g_assert_cmpfloat (milieu_figure_find_actor (figure, 9, 0)->symbol.x, ==, 80);
  g_assert_cmpfloat (milieu_figure_find_actor (figure, 9, 1)->symbol.x, ==, 150);
  g_assert_null (milieu_figure_find_actor (figure, 9, 2));
  g_assert_null (milieu_figure_find_actor (figure, 3, 0)); /* a tie's key */
  /* the river begins at 0, the inset ends at 190 */
  g_assert_cmpfloat_with_epsilon (extents.x0, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (extents.x1, 190, 1e-9);
}

static void
test_describe (void)
{
  MilieuFigureFacts facts = {
    .view = MILIEU_VIEW_MAP, .n_actors = 46, .n_without_place = 8, .n_ties = 56, .evidence = MILIEU_EVIDENCE_VERIFIED,
    .n_grounds = { 5, 19, 7, 7, 8 },
    .n_classes = { 0, 28, 25, 3 },
    .n_evidences = { [MILIEU_EVIDENCE_STATED] = 13, [MILIEU_EVIDENCE_IMPLIED] = 2, [MILIEU_EVIDENCE_VERIFIED] = 41 },
    .suggested = TRUE,
  };
  g_autofree char *ties = milieu_facts_ties (&facts, MILIEU_LANGUAGE_ENGLISH);
  g_autofree char *evidence = milieu_facts_evidence (&facts, MILIEU_LANGUAGE_ENGLISH);
  MilieuFigureBuilder *builder = milieu_figure_builder_new (10, 10, MILIEU_LANGUAGE_ENGLISH);
  g_autoptr (MilieuFigure) figure = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (ties, ==, "56 ties, of which 41 verified, 13 stated, 2 implied.");
  g_assert_cmpstr (evidence, ==, "Ties established by the document or by a verified source; suggested grounds included.");
  milieu_figure_set_facts (builder, &facts);
  figure = milieu_figure_builder_finish (builder);
  text = milieu_figure_describe (figure);
  g_assert_true (g_str_has_prefix (text, "Map of 46 actors. Grounds: Upperground 19, "));
  g_assert_nonnull (strstr (text, " 8 have no place. 56 ties, of which 41 verified"));
  g_assert_nonnull (strstr (text, "Interaction 28, Institution 25, Location 3."));
}

static void
test_describe_in_french (void)
{
  g_autoptr (MilieuFigure) figure = handmade_figure ("POP", "Titre");
  g_autofree char *text = milieu_figure_describe (figure);

  g_assert_cmpstr (text, ==,
                   "Carte de 2 acteurs. Strates\u00a0: Émergents 1, Underground 1. 1 lien, dont 1 vérifié. "
                   "Liens par classe\u00a0: Interaction 1. "
                   "Liens établis par le support ou par une source vérifiée\u202f; strates suggérées comprises.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/dump", test_dump);
  g_test_add_func ("/figure/pick", test_pick);
  g_test_add_func ("/figure/pick-panels", test_pick_panels);
  g_test_add_func ("/figure/pick-box", test_pick_box);
  g_test_add_func ("/figure/unsound-marks", test_unsound_marks);
  g_test_add_func ("/figure/find-and-extents", test_find_and_extents);
  g_test_add_func ("/figure/describe", test_describe);
  g_test_add_func ("/figure/describe-in-french", test_describe_in_french);
  return g_test_run ();
}
