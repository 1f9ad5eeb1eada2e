/* Rank intervals and hidden ties: what must hold whatever the draws. */
#include "maps.h"

#include "model/random.h"
#include "network/measures.h"
#include "reading/basis.h"
#include "reading/hiding.h"
#include "reading/uncertainty.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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

static int
compare_ranks (const void *p, const void *q)
{
  return *(const guint *) p - *(const guint *) q;
}

/* where the actors stand in one draw, by all measures of its graph */
static void
rank_draw (const MilieuBasis *basis, const guint32 *pairs, guint n_ties, MilieuRandom *random, guint *ranks, guint stride)
{
  g_autofree guint32 *drawn = g_new (guint32, 2 * n_ties);
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuMeasures) measures = NULL;

  for (guint i = 0; i < n_ties; i++)
    memcpy (drawn + 2 * i, pairs + 2 * milieu_random_below (random, n_ties), 2 * sizeof (guint32));
  graph = milieu_graph_new_from_arrays (basis->n, NULL, n_ties, drawn, NULL, NULL, NULL);
  measures = milieu_measures_new (graph, TRUE, NULL);
  for (guint v = 0; v < basis->n; v++)
    {
      guint better = 0;

      for (guint w = 0; w < basis->n; w++)
        better += measures->betweenness[w] > measures->betweenness[v] + 1e-9;
      ranks[v * stride] = better + 1;
    }
}

/* indicators §6: the definition, drawn and counted here, against what is computed with less work */
static void
test_definition (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuUncertainty) doubts = doubt (map);
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  for (MilieuGraphKind graph = 0; graph < MILIEU_N_GRAPHS; graph++)
    {
      g_autoptr (MilieuBasis) basis = milieu_basis_new (snapshot, &filter, MILIEU_NO_KEY, NULL);
      g_autofree guint32 *pairs = g_new (guint32, 2 * basis->n_ties);
      g_autofree guint *ranks = g_new (guint, basis->n * MILIEU_BOOTSTRAPS);
      MilieuRandom random;
      guint n_ties = 0;

      for (guint i = 0; i < basis->n_ties; i++)
        if (milieu_basis_in_graph (basis, i, graph))
          {
            pairs[2 * n_ties] = milieu_basis_source (basis, basis->ties[i]);
            pairs[2 * n_ties++ + 1] = milieu_basis_target (basis, basis->ties[i]);
          }
      milieu_random_init (&random, basis->seed + graph);
      for (guint draw = 0; draw < MILIEU_BOOTSTRAPS; draw++)
        rank_draw (basis, pairs, n_ties, &random, ranks + draw, MILIEU_BOOTSTRAPS);
      for (guint v = 0; v < basis->n; v++)
        {
          const MilieuRankInterval *interval = milieu_uncertainty_rank (doubts, graph, basis->actors[v]->record.key);
          guint *of = ranks + v * MILIEU_BOOTSTRAPS;

          qsort (of, MILIEU_BOOTSTRAPS, sizeof (guint), compare_ranks);
          /* of 200, the least that 5 and that 195 do not exceed */
          g_assert_cmpuint (interval->low, ==, of[4]);
          g_assert_cmpuint (interval->high, ==, of[194]);
        }
    }
}

/* an edit draws again only where ties or grounds changed; taken over or drawn, the numbers are the same */
static void
test_after (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuUncertainty) before = doubt (map), same = NULL, tied = NULL, anew = NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  MilieuFilter filter;

  milieu_filter_init (&filter);
  small_setting (map, "layout.kind", "organic");
  snapshot = milieu_map_snapshot (map);
  same = milieu_uncertainty_new_after (before->memo, snapshot, &filter, FALSE, NULL, NULL, NULL);
  g_assert_cmpuint (before->computed, >, 0);
  g_assert_cmpuint (same->computed, ==, 0);
  g_assert_cmpuint (same->recalled, ==, before->computed);
  milieu_snapshot_unref (snapshot);
  small_tie (map, "mel", "pop-man", "funds", 2015);
  snapshot = milieu_map_snapshot (map);
  tied = milieu_uncertainty_new_after (same->memo, snapshot, &filter, FALSE, NULL, NULL, NULL);
  anew = doubt (map);
  g_assert_cmpuint (tied->recalled, >, 0); /* an institutional tie leaves the interactions as they were */
  g_assert_cmpuint (tied->computed, >, 0);
  for (guint graph = 0; graph < MILIEU_N_GRAPHS; graph++)
    {
      g_assert_cmpmem (tied->ranks[graph], tied->n_ranks * sizeof (MilieuRankInterval),
                       anew->ranks[graph], anew->n_ranks * sizeof (MilieuRankInterval));
      g_assert_cmpuint (tied->same_centre[graph], ==, anew->same_centre[graph]);
      g_assert_cmpuint (same->same_centre[graph], ==, before->same_centre[graph]);
    }
  for (guint b = 0; b < anew->n_bands; b++)
    g_assert_cmpmem (tied->bands[b].bands, sizeof tied->bands[b].bands, anew->bands[b].bands, sizeof anew->bands[b].bands);
}

static MilieuHidden *
hide (MilieuMap *map, const gint *cancel)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_hidden_new (snapshot, &filter, cancel, NULL, NULL);
}

/* the same draws as the headline bands, for any value that ties change and for no other */
static void
test_hidden (void)
{
  static const struct { const char *id; MilieuSide side; } headlines[] = {
    { "L1b", MILIEU_SIDE_BOTH }, { "4.6", MILIEU_SIDE_STRUCTURAL }, { "4.6", MILIEU_SIDE_INTERACTIONIST }, { "4.0", MILIEU_SIDE_INTERACTIONIST },
  };
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuUncertainty) doubts = doubt (map);
  g_autoptr (MilieuHidden) hidden = hide (map, NULL), again = hide (map, NULL);
  gint cancel = 1;

  for (guint i = 0; i < G_N_ELEMENTS (headlines); i++)
    {
      const MilieuHeadlineBand *one = band_of (doubts, headlines[i].id, NULL, headlines[i].side);
      const MilieuHeadlineBand *other = milieu_hidden_find (hidden, headlines[i].id, headlines[i].side);

      g_assert_cmpfloat (one->value, ==, other->value);
      for (guint s = 0; s < MILIEU_N_HIDDEN_SHARES; s++)
        {
          g_assert_cmpfloat (one->bands[s].low, ==, other->bands[s].low);
          g_assert_cmpfloat (one->bands[s].high, ==, other->bands[s].high);
        }
    }
  for (guint i = 0; i < hidden->n_bands; i++)
    {
      g_assert_cmpfloat (hidden->bands[i].bands[2].low, ==, again->bands[i].bands[2].low);
      g_assert_cmpfloat (hidden->bands[i].bands[0].low, <=, hidden->bands[i].bands[0].high);
    }
  g_assert_nonnull (milieu_hidden_find (hidden, "L1a", MILIEU_SIDE_INTERACTIONIST));
  g_assert_nonnull (milieu_hidden_find (hidden, "L4b", MILIEU_SIDE_STRUCTURAL));
  g_assert_nonnull (milieu_hidden_find (hidden, "4.2", MILIEU_SIDE_STRUCTURAL));
  g_assert_null (milieu_hidden_find (hidden, "S1", MILIEU_SIDE_STRUCTURAL));
  g_assert_null (milieu_hidden_find (hidden, "L3a", MILIEU_SIDE_STRUCTURAL));
  g_assert_null (hide (map, &cancel));
}

/* a star of ten leaves: of ten equal ties one, two and three are hidden, whichever they are */
static void
test_hidden_star (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuHidden) hidden = NULL;

  small_actor (map, "a", "organisation", MILIEU_GROUND_UPPERGROUND, 0, 0);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *leaf = g_strdup_printf ("leaf%u", i);
      small_actor (map, leaf, "organisation", MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_tie (map, "a", leaf, "collaborates", 0);
    }
  hidden = hide (map, NULL);
  for (guint s = 0; s < MILIEU_N_HIDDEN_SHARES; s++)
    {
      double left = 9 - s;
      const MilieuHiddenBand *between = &milieu_hidden_find (hidden, "4.2", MILIEU_SIDE_INTERACTIONIST)->bands[s];
      const MilieuHiddenBand *degree = &milieu_hidden_find (hidden, "4.1", MILIEU_SIDE_INTERACTIONIST)->bands[s];

      assert_near (between->low, left * (left - 1) / 2);
      assert_near (between->high, left * (left - 1) / 2);
      assert_near (degree->median, 2 * left / 11);
    }
  /* every tie crosses grounds, whichever are hidden */
  g_assert_null (milieu_hidden_find (hidden, "L1a", MILIEU_SIDE_INTERACTIONIST));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uncertainty/star", test_star);
  g_test_add_func ("/uncertainty/complete", test_complete);
  g_test_add_func ("/uncertainty/empty", test_empty);
  g_test_add_func ("/uncertainty/example", test_example);
  g_test_add_func ("/uncertainty/definition", test_definition);
  g_test_add_func ("/uncertainty/after", test_after);
  g_test_add_func ("/uncertainty/hidden", test_hidden);
  g_test_add_func ("/uncertainty/hidden-star", test_hidden_star);
  return g_test_run ();
}
