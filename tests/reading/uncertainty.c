/* Rank intervals and hidden ties: what must hold whatever the draws. */
#include "maps.h"

#include "network/measures.h"
#include "reading/uncertainty.h"

#include <math.h>

static MilieuUncertainty *
doubt (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_uncertainty_new (snapshot, &filter, FALSE, NULL, NULL, NULL);
}

static const MilieuHeadlineBand *
band_of (const MilieuUncertainty *doubts, const char *id, const char *part, MilieuSide side)
{
  for (guint i = 0; i < doubts->n_bands; i++)
    if (g_str_equal (doubts->bands[i].id, id) && g_strcmp0 (doubts->bands[i].part, part) == 0 && doubts->bands[i].side == side)
      return &doubts->bands[i];
  g_assert_not_reached ();
}

/* With ten leaves, a draw of the ties always leaves the centre the only one
 * between others, unless one single leaf remains: rank 1 in (almost) all. */
static void
test_star (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuUncertainty) doubts = NULL;
  const MilieuRankInterval *centre;

  small_actor (map, "a", "organisation", MILIEU_GROUND_UPPERGROUND, 0, 0);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *leaf = g_strdup_printf ("leaf%u", i);
      small_actor (map, leaf, "organisation", MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_tie (map, "a", leaf, "collaborates", 0);
    }
  doubts = doubt (map);
  centre = milieu_uncertainty_rank (doubts, MILIEU_GRAPH_INTERACTION, milieu_map_key (map, MILIEU_RECORD_ACTOR, "a"));
  g_assert_cmpuint (centre->rank, ==, 1);
  g_assert_cmpuint (centre->low, ==, 1);
  g_assert_cmpuint (centre->high, ==, 1);
  g_assert_cmpuint (doubts->same_centre[MILIEU_GRAPH_INTERACTION], ==, doubts->bootstraps);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (doubts->ranks[MILIEU_GRAPH_INTERACTION][i + 1].low, ==, 2);
  /* one, two, three of ten ties hidden: λ = (11 − hidden)/11 in every draw; all ties cross grounds */
  for (guint s = 0; s < MILIEU_N_HIDDEN_SHARES; s++)
    {
      const MilieuHeadlineBand *lambda = band_of (doubts, "L1b", "lambda_interaction", MILIEU_SIDE_BOTH);
      const MilieuHeadlineBand *index = band_of (doubts, "4.6", NULL, MILIEU_SIDE_INTERACTIONIST);
      const MilieuHeadlineBand *gap = band_of (doubts, "L1b", NULL, MILIEU_SIDE_BOTH);
      const MilieuHeadlineBand *isolates = band_of (doubts, "4.0", NULL, MILIEU_SIDE_INTERACTIONIST);
      const MilieuHeadlineBand *dependence = band_of (doubts, "L6b", NULL, MILIEU_SIDE_INTERACTIONIST);

      assert_near (lambda->bands[s].low, (11 - (s + 1)) / 11.0);
      assert_near (lambda->bands[s].high, (11 - (s + 1)) / 11.0);
      assert_near (index->bands[s].median, 1);
      assert_near (gap->bands[s].high, 0);
      assert_near (isolates->bands[s].low, s + 1);
      assert_near (dependence->bands[s].median, 1);
    }
}

/* every pair of a complete graph is adjacent: nobody is between, all share rank 1 */
static void
test_complete (void)
{
  static const char *const ids[] = { "a", "b", "c", "d" };
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuUncertainty) doubts = NULL;

  for (guint i = 0; i < 4; i++)
    small_actor (map, ids[i], "organisation", MILIEU_GROUND_NONE, 0, 0);
  for (guint i = 0; i < 4; i++)
    for (guint j = i + 1; j < 4; j++)
      small_tie (map, ids[i], ids[j], "collaborates", 0);
  doubts = doubt (map);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (doubts->ranks[MILIEU_GRAPH_ALL][i].rank, ==, 1);
      g_assert_cmpuint (doubts->ranks[MILIEU_GRAPH_ALL][i].low, ==, 1);
    }
  /* no ground: E-I is undefined in every draw, never 0 */
  g_assert_cmpuint (band_of (doubts, "4.6", NULL, MILIEU_SIDE_INTERACTIONIST)->bands[0].undefined, ==, doubts->hidings);
  g_assert_true (isnan (band_of (doubts, "4.6", NULL, MILIEU_SIDE_INTERACTIONIST)->bands[0].median));
}

static void
test_empty (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuUncertainty) doubts = doubt (map);
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;
  gint cancelled = 1;

  milieu_filter_init (&filter);
  g_assert_cmpuint (doubts->n_ranks, ==, 0);
  g_assert_true (isnan (band_of (doubts, "L1b", NULL, MILIEU_SIDE_BOTH)->value));
  g_assert_null (milieu_uncertainty_new (snapshot, &filter, FALSE, &cancelled, NULL, NULL));
}

static void
test_example (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuUncertainty) doubts = doubt (map), again = doubt (map), other = NULL;
  const MilieuRankInterval *man = milieu_uncertainty_rank (doubts, MILIEU_GRAPH_INTERACTION,
                                                           milieu_map_key (map, MILIEU_RECORD_ACTOR, "pop-man"));
  guint moved = 0;

  g_assert_cmpuint (doubts->n_ranks, ==, 43);
  g_assert_cmpuint (man->rank, ==, 1);
  g_assert_cmpuint (man->low, ==, 1);
  assert_near (band_of (doubts, "L1b", NULL, MILIEU_SIDE_BOTH)->value, 0.4186);
  assert_near (band_of (doubts, "4.6", NULL, MILIEU_SIDE_INTERACTIONIST)->value, 0.20);
  assert_near (band_of (doubts, "L6b", NULL, MILIEU_SIDE_INTERACTIONIST)->value, 1 - 47.0 / 113);
  for (guint b = 0; b < doubts->n_bands; b++)
    for (guint s = 0; s < MILIEU_N_HIDDEN_SHARES; s++)
      {
        const MilieuHiddenBand *one = &doubts->bands[b].bands[s];
        g_assert_true (one->low <= one->median && one->median <= one->high);
        g_assert_cmpmem (one, sizeof *one, &again->bands[b].bands[s], sizeof *one);
      }
  /* hiding ties joins nobody */
  g_assert_cmpfloat (band_of (doubts, "L1b", "lambda_all", MILIEU_SIDE_BOTH)->bands[0].high, <=, 35.0 / 43);
  g_assert_cmpfloat (band_of (doubts, "4.0", NULL, MILIEU_SIDE_STRUCTURAL)->bands[0].low, >=, 6);
  small_setting (map, "seed", "7");
  other = doubt (map);
  g_assert_cmpint (other->seed, ==, 7);
  for (guint i = 0; i < 43; i++)
    {
      const MilieuRankInterval *a = &doubts->ranks[MILIEU_GRAPH_INTERACTION][i];
      const MilieuRankInterval *b = milieu_uncertainty_rank (other, MILIEU_GRAPH_INTERACTION, a->actor);

      g_assert_cmpmem (a, sizeof *a, &again->ranks[MILIEU_GRAPH_INTERACTION][i], sizeof *a);
      g_assert_cmpuint (a->low, <=, a->high);
      moved += a->low != b->low || a->high != b->high;
    }
  g_assert_cmpuint (moved, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uncertainty/star", test_star);
  g_test_add_func ("/uncertainty/complete", test_complete);
  g_test_add_func ("/uncertainty/empty", test_empty);
  g_test_add_func ("/uncertainty/example", test_example);
  return g_test_run ();
}
