/* Small maps by hand: the toy graph, closed forms, and maps with almost nothing in them. */
#include "maps.h"

#include "reading/rows.h"

#include <math.h>
#include <string.h>

static const MilieuResult *
get (MilieuReading *reading, const char *id, MilieuSide side)
{
  const MilieuResult *result = milieu_reading_find (reading, id, side);

  g_assert_nonnull (result);
  return result;
}

/* a, b, c institutions, d the middle, e, f the underground */
static MilieuMap *
toy_map (void)
{
  static const char *const edges[] = { "ab", "bc", "cd", "de", "ef", "df" };
  MilieuMap *map = small_map ();

  for (char c = 'a'; c <= 'f'; c++)
    {
      char id[] = { c, 0 };
      small_actor (map, id, "organisation",
                   c < 'd' ? MILIEU_GROUND_UPPERGROUND : c == 'd' ? MILIEU_GROUND_MIDDLEGROUND : MILIEU_GROUND_UNDERGROUND,
                   0, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      char source[] = { edges[i][0], 0 }, target[] = { edges[i][1], 0 };
      small_tie (map, source, target, "collaborates", 0);
    }
  return map;
}

static void
test_toy (void)
{
  static const double betweenness[] = { 0, 4, 6, 6, 0, 0 };
  static const double constraint[] = { 1, 0.5, 0.5, 0.6111, 1.0069, 1.0069 };
  static const double size[] = { 1, 2, 2, 2.3333, 1, 1 };
  static const guint core[] = { 1, 1, 1, 2, 2, 2 };
  g_autoptr (MilieuMap) map = toy_map ();
  g_autoptr (MilieuReading) reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  const MilieuResult *across = get (reading, "4.6", MILIEU_SIDE_INTERACTIONIST);

  for (guint i = 0; i < 6; i++)
    {
      const MilieuActorMeasures *measures = &reading->actors[i].measures[MILIEU_GRAPH_INTERACTION];
      assert_near (measures->betweenness, betweenness[i]);
      assert_near (measures->constraint, constraint[i]);
      assert_near (measures->effective_size, size[i]);
      g_assert_cmpuint (measures->core, ==, core[i]);
      g_assert_cmpint (measures->cut_point, ==, i >= 1 && i <= 3);
    }
  g_assert_cmpuint (reading->actors[3].measures[0].liaison, ==, 2);
  g_assert_cmpuint (reading->actors[2].measures[0].gatekeeper, ==, 1);
  assert_near (across->value, 0);
  assert_near (milieu_result_part (across, "external"), 3);
  assert_near (milieu_result_part (across, "assortativity"), 0.2340);
  assert_near (milieu_result_part (get (reading, "4.7", MILIEU_SIDE_INTERACTIONIST), "bridges"), 3);
  g_assert_cmpint (get (reading, "L6a", MILIEU_SIDE_BOTH)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  assert_near (get (reading, "L1b", MILIEU_SIDE_BOTH)->value, 0);
  g_assert_cmpint (get (reading, "L3b", MILIEU_SIDE_BOTH)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  g_assert_cmpfloat (milieu_result_part (get (reading, "L3b", MILIEU_SIDE_BOTH), "connected"), ==, 6);
}

/* a star of ten: R = Σ s(q)/n = (0.1·9)/10 for q = 1..9 and 0 at the end */
static void
test_star (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;
  const MilieuResult *robustness;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);
      small_actor (map, id, "organisation", i == 0 ? MILIEU_GROUND_MIDDLEGROUND : MILIEU_GROUND_UNDERGROUND, 0, 0);
      if (i > 0)
        small_tie (map, "v0", id, "collaborates", 0);
    }
  reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  robustness = get (reading, "L6a", MILIEU_SIDE_BOTH);
  assert_near (milieu_result_part (robustness, "R"), 0.09);
  assert_near (robustness->value, 0.09 * 20 / 9);
  assert_near (get (reading, "4.2", MILIEU_SIDE_INTERACTIONIST)->value, 36);
  assert_near (get (reading, "L6b", MILIEU_SIDE_INTERACTIONIST)->value, 1); /* 9 pairs, none without the hub */
  assert_near (get (reading, "L6c", MILIEU_SIDE_INTERACTIONIST)->value, 0);
  assert_near (get (reading, "L1a", MILIEU_SIDE_INTERACTIONIST)->value, 1);
  /* one label M among ten: it sits on the hub in a tenth of the draws, else one of nine edges crosses */
  g_assert_cmpfloat_with_epsilon (milieu_result_part (get (reading, "L1a", MILIEU_SIDE_BOTH), "by_chance"), 0.2, 0.03);
}

/* two communities of four joined by a bridge, and Q of that cut: 12/13 − 2·(13/26)² */
static void
test_communities (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;
  const MilieuResult *communities;

  for (guint i = 0; i < 16; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%02u", i);
      small_actor (map, id, "organisation", i < 4 ? MILIEU_GROUND_UPPERGROUND : MILIEU_GROUND_UNDERGROUND, 0, 0);
    }
  for (guint i = 0; i < 8; i++)
    for (guint j = i + 1; j < 8; j++)
      if (i / 4 == j / 4)
        {
          g_autofree char *one = g_strdup_printf ("v%02u", i), *other = g_strdup_printf ("v%02u", j);
          small_tie (map, one, other, "collaborates", 0);
        }
  small_tie (map, "v03", "v04", "collaborates", 0);
  reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  communities = get (reading, "4.7", MILIEU_SIDE_INTERACTIONIST);
  assert_near (communities->value, 12 / 13.0 - 0.5);
  assert_near (milieu_result_part (communities, "communities"), 2);
  assert_near (milieu_result_part (communities, "agreement_with_grounds"), 1);
  assert_near (milieu_result_part (communities, "modularity_of_grounds"), 12 / 13.0 - 0.5);
}

/* C5 of the tasks: two editions, eight actors, three of them in both */
static void
test_participation (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;
  const MilieuResult *events;

  small_actor (map, "fair", "event", MILIEU_GROUND_MIDDLEGROUND, 0, 0);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);
      small_actor (map, id, "organisation", i % 2 ? MILIEU_GROUND_UPPERGROUND : MILIEU_GROUND_UNDERGROUND, 0, 0);
      if (i < 6) /* v0 … v5 */
        small_tie (map, id, "fair", "participates", 2016);
      if (i < 3 || i >= 6) /* v0, v1, v2 again, with v6 and v7 */
        small_tie (map, id, "fair", "participates", 2017);
    }
  reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  events = get (reading, "4.8", MILIEU_SIDE_INTERACTIONIST);
  g_assert_cmpint (events->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  g_assert_cmpfloat (milieu_result_part (events, "present_twice"), ==, 3);
  g_assert_cmpfloat (milieu_result_part (events, "present_once"), ==, 15 + 10 - 3);
  g_assert_cmpfloat (milieu_result_part (events, "pairs"), ==, 25);
  g_assert_cmpfloat (milieu_result_part (events, "conversions"), ==, 0);
  /* edition 1: 3 + 3 of two grounds; edition 2: v0 v2 v6 against v1 v7; four grounds are possible */
  assert_near (milieu_result_part (get (reading, "L4a", MILIEU_SIDE_BOTH), "blau"), (0.5 + 1 - (9 + 4) / 25.0) / 2);
  assert_near (get (reading, "L4a", MILIEU_SIDE_BOTH)->value, 4 / 3.0 * (0.5 + 1 - (9 + 4) / 25.0) / 2);
}

/* conversion: in 2010 v0 … v8 meet (36 pairs) and w0 … w8 meet elsewhere; six
 * pairs of the first tie in 2011, as does one pair across */
static void
test_conversion (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;
  const MilieuResult *events;

  small_actor (map, "one", "event", MILIEU_GROUND_MIDDLEGROUND, 2010, 0);
  small_actor (map, "other", "event", MILIEU_GROUND_MIDDLEGROUND, 2010, 0);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *v = g_strdup_printf ("v%u", i), *w = g_strdup_printf ("w%u", i);
      small_actor (map, v, "organisation", MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_actor (map, w, "organisation", MILIEU_GROUND_UPPERGROUND, 0, 0);
      small_tie (map, v, "one", "participates", 0);
      small_tie (map, w, "other", "participates", 0);
      if (i > 0 && i < 7)
        small_tie (map, "v0", v, "collaborates", 2011);
    }
  small_tie (map, "v8", "w8", "collaborates", 2012);
  small_tie (map, "v7", "w7", "collaborates", 2013); /* too late */
  reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  events = get (reading, "4.8", MILIEU_SIDE_INTERACTIONIST);
  g_assert_cmpint (events->status, ==, MILIEU_STATUS_VALUE);
  assert_near (milieu_result_part (events, "conversion"), 6 / 72.0);
  assert_near (milieu_result_part (events, "baseline"), 1 / 81.0);
  assert_near (events->value, 6 / 72.0 * 81);
}

/* three outcomes and no other, for every indicator; words for each in both languages */
static void
assert_sane (MilieuReading *reading)
{
  for (guint i = 0; i < reading->n_results; i++)
    {
      const MilieuResult *result = reading->results[i];
      g_test_message ("%s", result->id);
      if (result->status == MILIEU_STATUS_VALUE)
        g_assert_true (isfinite (result->value) || g_str_equal (result->id, "S5") || g_str_equal (result->id, "L1c"));
      else
        {
          g_assert_true (isnan (result->value));
          g_assert_nonnull (result->reason);
        }
      for (guint p = 0; p < result->n_parts; p++)
        g_assert_false (isinf (result->parts[p].value));
      for (guint language = MILIEU_LANGUAGE_ENGLISH; language <= MILIEU_LANGUAGE_FRENCH; language++)
        {
          g_autofree char *sentence = milieu_result_sentence (reading, result, language);
          g_assert_false (g_regex_match_simple ("\\b(nan|inf)\\b", sentence, G_REGEX_CASELESS, 0));
          g_assert_null (strchr (sentence, '{'));
        }
    }
}

static void
assert_rows (MilieuReading *reading)
{
  guint n;
  MilieuRow *rows = milieu_reading_rows (reading, MILIEU_LANGUAGE_ENGLISH, &n);
  g_autoptr (MilieuGapStrip) gap = milieu_reading_gap (reading, MILIEU_LANGUAGE_FRENCH);

  g_assert_cmpuint (n, >=, 7);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (rows[i].structural.headline, !=, "");
      g_assert_cmpstr (rows[i].interactionist.headline, !=, "");
      g_assert_null (strchr (rows[i].structural.caption, '{'));
      g_assert_null (strchr (rows[i].interactionist.caption, '{'));
    }
  g_assert_cmpstr (gap->meaning, !=, "");
  milieu_rows_free (rows, n);
}

static void
assert_bears (MilieuMap *map)
{
  MilieuFilter filter;

  milieu_filter_init (&filter);
  for (guint variant = 0; variant < 4; variant++)
    {
      g_autoptr (MilieuReading) reading = NULL;
      filter.suggested = variant & 1;
      filter.slice = variant & 2 ? 1234 : 0;
      filter.year = variant & 2 ? 9999 : 0;
      reading = read_map (map, &filter);
      assert_sane (reading);
      assert_rows (reading);
    }
}

static void
add_actors (MilieuMap *map, guint n, MilieuGround ground, guint year)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_actor (map, id, "organisation", ground, year, 0);
    }
}

static void
test_empty (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = read_as (map, MILIEU_EVIDENCE_VERIFIED, TRUE);

  assert_bears (map);
  for (guint i = 0; i < reading->n_results; i++)
    g_assert_cmpint (reading->results[i]->status, !=, MILIEU_STATUS_VALUE);
}

/* French counts nothing and one in the singular */
static void
assert_isolates_of (MilieuMap *map, MilieuLanguage language, const char *words)
{
  g_autoptr (MilieuReading) reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  guint n, found = 0;
  MilieuRow *rows = milieu_reading_rows (reading, language, &n);

  for (guint i = 0; i < n; i++)
    found += g_strcmp0 (rows[i].structural.caption, words) == 0;
  milieu_rows_free (rows, n);
  g_assert_cmpuint (found, ==, 1);
}

static void
test_one_actor (void)
{
  g_autoptr (MilieuMap) map = small_map ();

  add_actors (map, 1, MILIEU_GROUND_UPPERGROUND, 2000);
  assert_bears (map);
  assert_isolates_of (map, MILIEU_LANGUAGE_ENGLISH, "of 1 actor");
  assert_isolates_of (map, MILIEU_LANGUAGE_FRENCH, "sur 1 acteur");
  small_place (map, "a00000", 3, 50, MILIEU_PRECISION_EXACT);
  assert_bears (map);
  small_tie (map, "a00000", "a00000", "collaborates", 2001); /* to itself */
  assert_bears (map);
}

static void
test_one_ground (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;

  add_actors (map, 12, MILIEU_GROUND_UNDERGROUND, 0);
  for (guint i = 1; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_tie (map, "a00000", id, "collaborates", 0);
      small_tie (map, "a00000", id, "collaborates", 0); /* twice */
    }
  assert_bears (map);
  reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  g_assert_cmpuint (reading->n_dyads[MILIEU_GRAPH_INTERACTION], ==, 11);
  g_assert_cmpuint (reading->n_ties, ==, 22);
  g_assert_cmpint (get (reading, "L1a", MILIEU_SIDE_BOTH)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  g_assert_cmpint (get (reading, "L2a", MILIEU_SIDE_BOTH)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  g_assert_cmpint (get (reading, "L6b", MILIEU_SIDE_BOTH)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
}

static void
test_one_site (void)
{
  g_autoptr (MilieuMap) map = small_map ();

  add_actors (map, 30, MILIEU_GROUND_NONE, 2018);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_place (map, id, 3.05, i < 25 ? 50.6 + i * 0.001 : 50.6, MILIEU_PRECISION_EXACT);
    }
  assert_bears (map);
}

static void
test_isolates (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;

  add_actors (map, 1000, MILIEU_GROUND_UPPERGROUND, 2018);
  assert_bears (map);
  reading = read_as (map, MILIEU_EVIDENCE_STATED, FALSE);
  g_assert_cmpint (get (reading, "L1b", MILIEU_SIDE_BOTH)->status, ==, MILIEU_STATUS_EMPTY);
  assert_near (get (reading, "4.0", MILIEU_SIDE_INTERACTIONIST)->value, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/small/toy", test_toy);
  g_test_add_func ("/reading/small/star", test_star);
  g_test_add_func ("/reading/small/communities", test_communities);
  g_test_add_func ("/reading/small/participation", test_participation);
  g_test_add_func ("/reading/small/conversion", test_conversion);
  g_test_add_func ("/reading/small/empty", test_empty);
  g_test_add_func ("/reading/small/one-actor", test_one_actor);
  g_test_add_func ("/reading/small/one-ground", test_one_ground);
  g_test_add_func ("/reading/small/one-site", test_one_site);
  g_test_add_func ("/reading/small/isolates", test_isolates);
  return g_test_run ();
}
