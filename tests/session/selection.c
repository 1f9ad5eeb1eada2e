/* What is selected, lit and hovered, and when the views are told. */
#include "session/selection.h"

#include "model/map.h"

static void
count (guint *n)
{
  (*n)++;
}

static MilieuSelection *
watched (guint *changes, guint *hovers)
{
  MilieuSelection *selection = milieu_selection_new ();

  *changes = *hovers = 0;
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (count), changes);
  g_signal_connect_swapped (selection, "hover-changed", G_CALLBACK (count), hovers);
  return selection;
}

static void
assert_keys (MilieuSelection *selection, MilieuRecordType type, const guint32 *wanted, guint n_wanted)
{
  guint n;
  const guint32 *keys = milieu_selection_keys (selection, type, &n);

  g_assert_cmpmem (keys, n * sizeof *keys, wanted, n_wanted * sizeof *wanted);
}

static void
test_set (void)
{
  guint changes, hovers;
  g_autoptr (MilieuSelection) selection = watched (&changes, &hovers);
  const guint32 unsorted[] = { 7, 2, 7, 5 }, sorted[] = { 2, 5, 7 }, tie[] = { 3 };

  milieu_selection_set (selection, unsorted, 4, tie, 1);
  assert_keys (selection, MILIEU_RECORD_ACTOR, sorted, 3);
  assert_keys (selection, MILIEU_RECORD_TIE, tie, 1);
  g_assert_cmpuint (changes, ==, 1);
  milieu_selection_set (selection, sorted, 3, tie, 1);
  g_assert_cmpuint (changes, ==, 1); /* the same again is no news */
  g_assert_true (milieu_selection_has (selection, MILIEU_RECORD_ACTOR, 5));
  g_assert_false (milieu_selection_has (selection, MILIEU_RECORD_TIE, 5));
  milieu_selection_clear (selection);
  g_assert_cmpuint (milieu_selection_count (selection, MILIEU_RECORD_ACTOR), ==, 0);
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_single (void)
{
  g_autoptr (MilieuSelection) selection = milieu_selection_new ();

  g_assert_cmpuint (milieu_selection_single (selection, MILIEU_RECORD_ACTOR), ==, MILIEU_NO_KEY);
  milieu_selection_only (selection, MILIEU_RECORD_ACTOR, 4);
  g_assert_cmpuint (milieu_selection_single (selection, MILIEU_RECORD_ACTOR), ==, 4);
  g_assert_cmpuint (milieu_selection_single (selection, MILIEU_RECORD_TIE), ==, MILIEU_NO_KEY);
  milieu_selection_toggle (selection, MILIEU_RECORD_TIE, 9);
  g_assert_cmpuint (milieu_selection_single (selection, MILIEU_RECORD_ACTOR), ==, MILIEU_NO_KEY);
  milieu_selection_toggle (selection, MILIEU_RECORD_TIE, 9);
  g_assert_cmpuint (milieu_selection_single (selection, MILIEU_RECORD_ACTOR), ==, 4);
}

static void
test_light (void)
{
  guint changes, hovers, n;
  g_autoptr (MilieuSelection) selection = watched (&changes, &hovers);
  const guint32 actors[] = { 3, 1 }, ties[] = { 8 };

  milieu_selection_only (selection, MILIEU_RECORD_ACTOR, 4);
  milieu_selection_light (selection, actors, 2, ties, 1);
  g_assert_true (milieu_selection_is_lit (selection));
  g_assert_cmpuint (milieu_selection_count (selection, MILIEU_RECORD_ACTOR), ==, 0);
  g_assert_cmpuint (milieu_selection_lit (selection, MILIEU_RECORD_ACTOR, &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, 2);
  milieu_selection_only (selection, MILIEU_RECORD_ACTOR, 4);
  g_assert_false (milieu_selection_is_lit (selection));
  g_assert_cmpuint (changes, ==, 3);
  milieu_selection_unlight (selection);
  g_assert_cmpuint (changes, ==, 3);
}

static void
test_hover (void)
{
  guint changes, hovers;
  g_autoptr (MilieuSelection) selection = watched (&changes, &hovers);

  milieu_selection_hover (selection, MILIEU_RECORD_ACTOR, 1);
  milieu_selection_hover (selection, MILIEU_RECORD_ACTOR, 1);
  milieu_selection_hover (selection, MILIEU_RECORD_TIE, 2);
  g_assert_cmpuint (hovers, ==, 2);
  g_assert_cmpuint (changes, ==, 0); /* nothing is painted again for a pointer */
  g_assert_cmpuint (milieu_selection_hovered (selection, MILIEU_RECORD_ACTOR), ==, MILIEU_NO_KEY);
  g_assert_cmpuint (milieu_selection_hovered (selection, MILIEU_RECORD_TIE), ==, 2);
}

static void
test_prune (void)
{
  guint changes, hovers;
  g_autoptr (MilieuSelection) selection = watched (&changes, &hovers);
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuSnapshot) empty = milieu_map_snapshot (map);

  milieu_selection_prune (selection, empty);
  g_assert_cmpuint (changes, ==, 0);
  milieu_selection_only (selection, MILIEU_RECORD_TIE, 2);
  milieu_selection_hover (selection, MILIEU_RECORD_ACTOR, 6);
  milieu_selection_prune (selection, empty);
  g_assert_cmpuint (changes, ==, 2);
  g_assert_cmpuint (milieu_selection_count (selection, MILIEU_RECORD_TIE), ==, 0);
  g_assert_cmpuint (milieu_selection_hovered (selection, MILIEU_RECORD_ACTOR), ==, MILIEU_NO_KEY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/set", test_set);
  g_test_add_func ("/selection/single", test_single);
  g_test_add_func ("/selection/light", test_light);
  g_test_add_func ("/selection/hover", test_hover);
  g_test_add_func ("/selection/prune", test_prune);
  return g_test_run ();
}
