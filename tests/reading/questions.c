/* The five questions on maps made so that the answer is known. */
#include "maps.h"

#include "reading/compare.h"
#include "reading/documentation.h"

#include <math.h>
#include <string.h>

static double
cell (const MilieuResult *result, const char *table, const char *row, const char *name)
{
  for (guint i = 0; i < result->n_parts; i++)
    if (g_strcmp0 (result->parts[i].table, table) == 0 && g_strcmp0 (result->parts[i].row, row) == 0
        && g_str_equal (result->parts[i].name, name))
      return result->parts[i].value;
  g_test_message ("no cell %s %s %s", table, row, name);
  g_assert_not_reached ();
}

static const char *
text_of (const MilieuResult *result, const char *name)
{
  for (guint i = 0; i < result->n_parts; i++)
    if (g_str_equal (result->parts[i].name, name))
      return result->parts[i].text;
  g_assert_not_reached ();
}

static void
assert_says (MilieuReading *reading, guint question, const char *words)
{
  g_autofree char *sentence = milieu_phrase_words (reading->questions[question - 1], MILIEU_LANGUAGE_ENGLISH);

  g_test_message ("%s", sentence);
  g_assert_nonnull (strstr (sentence, words));
}

static MilieuReading *
read_in (MilieuMap *map, guint year)
{
  MilieuFilter filter;

  milieu_filter_init (&filter);
  filter.year = year;
  return read_map (map, &filter);
}

/* rank sums of two of {1, 2, 3, 4}: 3 4 5 5 6 7, so 4 is as far from 5 as four of six */
static void
test_compare (void)
{
  const double low[] = { 1, 2, 3, 4, 5 }, high[] = { 6, 7, 8, 9, 10 }, odd[] = { 1, 3 }, even[] = { 2, 4 }, same[] = { 1, 1 };
  const double x[] = { 1, 2, 3, 4 }, y[] = { 1, 2, 3, 10 };

  assert_near (milieu_cliff_delta (low, 5, high, 5), -1);
  assert_near (milieu_exact_p (low, 5, high, 5), 2 / 252.0);
  assert_near (milieu_cliff_delta (odd, 2, even, 2), -0.5);
  assert_near (milieu_exact_p (odd, 2, even, 2), 4 / 6.0);
  assert_near (milieu_cliff_delta (same, 2, same, 2), 0);
  assert_near (milieu_exact_p (same, 2, same, 2), 1);
  g_assert_true (isnan (milieu_cliff_delta (low, 0, high, 5)));
  g_assert_true (isnan (milieu_exact_p (low, 5, high, 0)));
  assert_near (milieu_theil_sen (x, y, 4), 2); /* slopes 1 1 1 3 4 7 */
  g_assert_true (isnan (milieu_theil_sen (x, y, 1)));
}

/* five that go on have three partners elsewhere, five that ended have one */
static MilieuMap *
communities_map (guint ended)
{
  MilieuMap *map = small_map ();

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);
      small_actor (map, id, "organisation", MILIEU_GROUND_UPPERGROUND, 0, 0);
    }
  for (guint i = 0; i < 5 + ended; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      small_actor (map, id, "community", MILIEU_GROUND_UNDERGROUND, 2000, i < 5 ? 2030 : 2010);
      for (guint u = 0; u < (i < 5 ? 3 : 1); u++)
        {
          g_autofree char *partner = g_strdup_printf ("u%u", u);
          small_tie (map, partner, id, u == 0 ? "hosts" : "collaborates", 2001 + u);
        }
    }
  return map;
}

static void
test_communities (void)
{
  g_autoptr (MilieuMap) map = communities_map (5);
  g_autoptr (MilieuReading) reading = read_in (map, 2018);
  const MilieuResult *answer = reading->answers[2];

  assert_says (reading, 3, "Of 10 communities (5 active, 5 ended, 0 unknown), active ones have 3.0 cross-ground ties vs 1.0 "
                           "(Cliff’s delta 1.0, exact p 0.008). Association, not cause.");
  g_assert_cmpint (answer->status, ==, MILIEU_STATUS_VALUE);
  assert_near (answer->value, 1);
  assert_near (cell (answer, "comparison", "crossing", "p"), 2 / 252.0);
  assert_near (cell (answer, "comparison", "hosting", "delta"), 0);
  assert_near (cell (answer, "comparison", "hosting", "p"), 1);
  g_assert_true (isnan (cell (answer, "comparison", "kilometres", "delta"))); /* nobody has a place */
  assert_near (cell (answer, "communities", "c0", "crossing"), 3);
  assert_near (cell (answer, "communities", "c0", "age"), 18);
  assert_near (cell (answer, "communities", "c9", "age"), 10);
  assert_near (cell (answer, "communities", "c9", "alive"), 0);
  assert_near (cell (answer, "first", "c0", "hosts"), 2001);
  assert_near (cell (answer, "first", "c0", "collaborates"), 2002);
  g_assert_cmpuint (answer->n_actors, ==, 10);
}

static void
test_few_communities (void)
{
  g_autoptr (MilieuMap) map = communities_map (4);
  g_autoptr (MilieuReading) reading = read_in (map, 2018);

  assert_says (reading, 3, "9 communities: too few to compare; here are their paths.");
  g_assert_cmpint (reading->answers[2]->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  assert_near (cell (reading->answers[2], "communities", "c8", "hosting"), 1);
}

/* in 2010 v0 … v8 meet (36 pairs) and w0 … w8 meet elsewhere, each side of one
 * ground; six pairs of the first tie in 2011, two across later */
static MilieuMap *
events_map (gboolean elsewhere)
{
  MilieuMap *map = small_map ();

  small_actor (map, "one", "event", MILIEU_GROUND_MIDDLEGROUND, 2010, 0);
  small_tie (map, "one", "one", "founds", 0);
  if (elsewhere)
    small_actor (map, "other", "event", MILIEU_GROUND_MIDDLEGROUND, 2010, 0);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *v = g_strdup_printf ("v%u", i), *w = g_strdup_printf ("w%u", i);
      small_actor (map, v, "organisation", MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_actor (map, w, "organisation", MILIEU_GROUND_UPPERGROUND, 0, 0);
      small_tie (map, v, "one", "participates", 0);
      if (elsewhere)
        small_tie (map, w, "other", "participates", 0);
      if (i > 0 && i < 7)
        small_tie (map, "v0", v, "collaborates", 2011);
    }
  small_tie (map, "v8", "w8", "collaborates", 2012);
  small_tie (map, "v7", "w7", "collaborates", 2013);
  small_tie (map, "w0", "one", "funds", 2009);
  return map;
}

/* events 2 0 0 0: slopes −2 −1 −⅔ 0 0 0; ties 0 6 1 1: −5 −2.5 0 ⅓ ½ 6 */
static void
test_events (void)
{
  g_autoptr (MilieuMap) map = events_map (TRUE);
  g_autoptr (MilieuReading) reading = read_in (map, 0);
  const MilieuResult *answer = reading->answers[3];

  assert_says (reading, 4, "2 events (falling by 0.33 a year) and 8 new ties (rising by 0.17 a year) from 2010 to 2013; "
                           "8% (6 of 72) of co-attending pairs form a tie within 2 years vs 1% (1 of 81) elsewhere (ratio 6.8");
  assert_says (reading, 4, "The upperground organises 100% (1 of 1) of those whose organiser is known. "
                           "Visible brakes: one ground (diversity 0.0), no follow-up: no project or place tied after them.");
  assert_near (answer->value, 6 / 72.0 * 81);
  assert_near (milieu_result_part (answer, "event_slope"), -1 / 3.0);
  assert_near (milieu_result_part (answer, "tie_slope"), 1 / 6.0);
  assert_near (milieu_result_part (answer, "slope_ratio"), -0.5);
  assert_near (milieu_result_part (answer, "diversity"), 0);
  assert_near (milieu_result_part (answer, "brake_same_people"), 0);
  assert_near (milieu_result_part (answer, "brake_few_data"), 0);
  assert_near (cell (answer, "years", "2011", "ties"), 6);
}

/* nobody attended anything else: random pairs of like degrees stand for them, the same ones each time */
static void
test_matched (void)
{
  g_autoptr (MilieuMap) map = events_map (FALSE);
  g_autoptr (MilieuReading) reading = read_in (map, 0), again = read_in (map, 0);
  const MilieuResult *events = milieu_reading_find (reading, "4.8", MILIEU_SIDE_BOTH);
  double pairs = milieu_result_part (events, "baseline_pairs"), baseline = milieu_result_part (events, "baseline");

  assert_near (milieu_result_part (events, "matched_on_degree"), 1);
  g_assert_cmpfloat (pairs, >, 36);
  g_assert_cmpfloat (pairs, <=, 360);
  assert_near (baseline * pairs, round (baseline * pairs)); /* a share of them */
  assert_near (milieu_result_part (milieu_reading_find (again, "4.8", MILIEU_SIDE_BOTH), "baseline"), baseline);
}

/* the same six come back with two more: 6 of 8; all their pairs meet again, 15 of 28 */
static void
test_same_people (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;
  const MilieuResult *answer;

  small_actor (map, "fair", "event", MILIEU_GROUND_MIDDLEGROUND, 0, 0);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);
      small_actor (map, id, "organisation", i % 2 ? MILIEU_GROUND_UPPERGROUND : MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_tie (map, id, "fair", "participates", 2017);
      if (i < 6)
        small_tie (map, id, "fair", "participates", 2016);
    }
  reading = read_in (map, 0);
  answer = reading->answers[3];
  assert_near (milieu_result_part (answer, "returning"), 6 / 8.0);
  assert_near (milieu_result_part (answer, "repeat"), 15 / 28.0);
  assert_near (milieu_result_part (answer, "brake_same_people"), 1);
  assert_near (milieu_result_part (answer, "brake_few_data"), 1);
  assert_says (reading, 4, "whether meeting makes ties is not evaluable");
  assert_says (reading, 4, "the same people (0.5 of pairs meet again, 0.8 of attendees in common)");
  answer = milieu_reading_find (reading, "4.8", MILIEU_SIDE_BOTH);
  assert_near (cell (answer, "editions", "fair 2017", "first_time"), 2 / 8.0);
  assert_near (cell (answer, "editions", "fair 2016", "blau_ground"), 0.5);
  assert_near (cell (answer, "editions", "fair 2016", "shannon_ground"), log (2));
  assert_near (cell (answer, "projection", NULL, "v0 – v1"), 1 / 5.0 + 1 / 7.0);
}

/* nine places on a square grid; @step: which of them tie: 1 the next ones, else far ones, 0 none */
static MilieuReading *
read_grid (guint step)
{
  g_autoptr (MilieuMap) map = small_map ();

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      small_actor (map, id, "place", MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_place (map, id, 3 + i % 3 * 0.0157, 50.5 + i / 3 * 0.01, MILIEU_PRECISION_EXACT);
    }
  for (guint i = 0; i < 9; i++)
    for (guint j = i + 1; j < 9; j++)
      {
        g_autofree char *one = g_strdup_printf ("p%u", i), *other = g_strdup_printf ("p%u", j);
        guint apart = ABS ((int) (i % 3) - (int) (j % 3)) + (j / 3 - i / 3);
        if (step == 1 ? apart == 1 : step > 1 && apart >= 3)
          small_tie (map, one, other, "collaborates", 0);
      }
  return read_in (map, 0);
}

static void
test_dispersion (void)
{
  g_autoptr (MilieuReading) near = read_grid (1), far = read_grid (3), alone = read_grid (0);

  g_assert_cmpstr (text_of (near->answers[4], "claim_ordered"), ==, "holds");
  g_assert_cmpstr (text_of (near->answers[4], "claim_brake"), ==, "holds");
  g_assert_cmpstr (text_of (near->answers[4], "hypothesis"), ==, "supported");
  g_assert_cmpfloat_with_epsilon (near->answers[4]->value, 3, 0.02); /* d / (½√(4d²/9)) */
  assert_says (near, 5, "12 of 36 pairs tied directly");
  assert_says (near, 5, "pattern ordered");
  assert_says (near, 5, "The dispersion-as-brake hypothesis is supported.");
  g_assert_cmpstr (text_of (far->answers[4], "claim_brake"), ==, "does-not-hold");
  g_assert_cmpstr (text_of (far->answers[4], "hypothesis"), ==, "not-supported");
  g_assert_cmpstr (text_of (alone->answers[4], "claim_brake"), ==, "not-evaluable");
  g_assert_cmpstr (text_of (alone->answers[4], "hypothesis"), ==, "not-evaluable");
}

/* of two interactions one goes to London; where most stand elsewhere there is no such boundary */
static void
test_openness (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL, without = NULL;
  const char *const ids[] = { "a", "b", "c", "london" };
  const MilieuResult *openness;

  for (guint i = 0; i < 4; i++)
    {
      small_actor (map, ids[i], "organisation", MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_place (map, ids[i], i < 3 ? 3.05 : -0.12, i < 3 ? 50.63 : 51.5, MILIEU_PRECISION_EXACT);
    }
  small_tie (map, "a", "b", "collaborates", 0);
  small_tie (map, "a", "london", "collaborates", 0);
  reading = read_in (map, 0);
  openness = milieu_reading_find (reading, "L5c", MILIEU_SIDE_BOTH);
  assert_near (openness->value, 0.5);
  g_assert_cmpuint (openness->n_actors, ==, 1);
  small_setting (map, "boundary", "none");
  without = read_in (map, 0);
  g_assert_cmpint (milieu_reading_find (without, "L5c", MILIEU_SIDE_BOTH)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
}

/* an isolate that somebody looked for is not the same as one that nobody did */
static void
test_looked_for (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL;
  g_autoptr (MilieuDocumentation) documentation = NULL;
  g_autoptr (MilieuPhrase) phrase = NULL;
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autofree char *words = NULL;
  MilieuFilter filter;
  const MilieuResult *isolates;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      small_actor (map, id, "organisation", MILIEU_GROUND_UNDERGROUND, 0, 0);
    }
  small_claim (map, "a1", "ties", "none");
  reading = read_in (map, 0);
  isolates = milieu_reading_find (reading, "4.0", MILIEU_SIDE_INTERACTIONIST);
  assert_near (isolates->value, 3);
  assert_near (milieu_result_part (isolates, "looked_for"), 1);
  milieu_filter_init (&filter);
  snapshot = milieu_map_snapshot (map);
  documentation = milieu_documentation_new (snapshot, &filter);
  g_assert_cmpuint (documentation->n_none_found, ==, 1);
  g_assert_true (documentation->actors[1].none_found);
  phrase = milieu_documentation_phrase (&documentation->actors[1]);
  words = milieu_phrase_words (phrase, MILIEU_LANGUAGE_ENGLISH);
  g_assert_nonnull (strstr (words, "1 claim; its ties were looked for and none was found"));
}

/* "without this actor" is the map as if it had never been entered */
static void
test_without (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) reading = NULL;
  MilieuFilter filter;

  milieu_filter_init (&filter);
  filter.without = milieu_map_key (map, MILIEU_RECORD_ACTOR, "pop-man");
  reading = read_map (map, &filter);
  g_assert_cmpuint (reading->n_actors, ==, 42);
  g_assert_cmpuint (reading->n_dyads[MILIEU_GRAPH_INTERACTION], ==, 25 - 6);
  assert_near (milieu_result_part (milieu_reading_find (reading, "L6b", MILIEU_SIDE_INTERACTIONIST), "before"), 47);
}

/* too large to be computed unasked: it says how long, and computes when asked */
static void
test_takes_long (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuReading) reading = NULL, whole = NULL;
  const MilieuResult *robustness;
  MilieuFilter filter;

  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%03u", i), *before = g_strdup_printf ("v%03u", i - 1);
      small_actor (map, id, "organisation", MILIEU_GROUND_NONE, 0, 0);
      if (i > 0 && i < 200)
        small_tie (map, before, id, "collaborates", 0);
    }
  reading = read_in (map, 0);
  robustness = milieu_reading_find (reading, "L6a", MILIEU_SIDE_BOTH);
  g_assert_cmpint (robustness->status, ==, MILIEU_STATUS_VALUE);
  g_assert_true (isnan (milieu_result_part (robustness, "R_betweenness")));
  g_assert_cmpfloat (robustness->seconds, >, 0);
  g_assert_nonnull (robustness->remark);
  milieu_filter_init (&filter);
  filter.compute_all = TRUE;
  whole = read_map (map, &filter);
  robustness = milieu_reading_find (whole, "L6a", MILIEU_SIDE_BOTH);
  g_assert_true (isfinite (milieu_result_part (robustness, "R_betweenness")));
  g_assert_cmpfloat (robustness->seconds, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/questions/compare", test_compare);
  g_test_add_func ("/reading/questions/communities", test_communities);
  g_test_add_func ("/reading/questions/few-communities", test_few_communities);
  g_test_add_func ("/reading/questions/events", test_events);
  g_test_add_func ("/reading/questions/matched", test_matched);
  g_test_add_func ("/reading/questions/same-people", test_same_people);
  g_test_add_func ("/reading/questions/dispersion", test_dispersion);
  g_test_add_func ("/reading/questions/openness", test_openness);
  g_test_add_func ("/reading/questions/looked-for", test_looked_for);
  g_test_add_func ("/reading/questions/without", test_without);
  g_test_add_func ("/reading/questions/takes-long", test_takes_long);
  return g_test_run ();
}
