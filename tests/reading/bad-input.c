/* Maps with almost nothing in them, or too much of one thing: whatever is asked
 * of them, every indicator, test and question answers, and never with a number
 * that is none. */
#include "maps.h"

#include "reading/part.h"
#include "reading/rows.h"

#include <math.h>
#include <string.h>

static void
add_actors (MilieuMap *map, guint n, MilieuGround ground, guint year)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_actor (map, id, "organisation", ground ? ground : i % MILIEU_N_GROUNDS, year, 0);
    }
}

static void
add_ring (MilieuMap *map, guint n, guint year)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *one = g_strdup_printf ("a%05u", i), *next = g_strdup_printf ("a%05u", (i + 1) % n);
      small_tie (map, one, next, "collaborates", year);
    }
}

static void
build_empty (MilieuMap *map)
{
}

static void
build_one_actor (MilieuMap *map)
{
  add_actors (map, 1, MILIEU_GROUND_UPPERGROUND, 2000);
  small_place (map, "a00000", 3, 50, MILIEU_PRECISION_EXACT);
}

static void
build_one_ground (MilieuMap *map)
{
  add_actors (map, 40, MILIEU_GROUND_UNDERGROUND, 2015);
  add_ring (map, 40, 2016);
}

static void
build_no_dates (MilieuMap *map)
{
  add_actors (map, 40, 0, 0);
  add_ring (map, 40, 0);
}

static void
build_one_date (MilieuMap *map)
{
  add_actors (map, 40, 0, 2018);
  add_ring (map, 40, 2018);
}

/* places in numbers, none of them anywhere */
static void
build_no_places (MilieuMap *map)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_actor (map, id, i % 2 ? "place" : "infrastructure", MILIEU_GROUND_UNDERGROUND, 2000 + i, i < 6 ? 2010 + i : 0);
    }
  add_ring (map, 12, 2012);
}

/* all at one address */
static void
build_one_site (MilieuMap *map)
{
  build_no_places (map);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_place (map, id, 3.05, 50.6, MILIEU_PRECISION_EXACT);
    }
}

static void
build_isolates (MilieuMap *map)
{
  add_actors (map, 10000, 0, 2018);
}

static void
build_loops (MilieuMap *map)
{
  static const char *const types[] = { "collaborates", "founds", "participates", "located_at" };

  add_actors (map, 20, 0, 2000);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_tie (map, id, id, types[i % G_N_ELEMENTS (types)], 2010);
    }
}

static void
build_duplicates (MilieuMap *map)
{
  add_actors (map, 20, 0, 2000);
  for (guint i = 0; i < 5; i++)
    add_ring (map, 20, 2010 + i % 2);
}

/* everybody was there, every year, and organised it too */
static void
build_events (MilieuMap *map)
{
  add_actors (map, 12, 0, 2000);
  small_actor (map, "fair", "event", MILIEU_GROUND_NONE, 0, 0);
  small_actor (map, "day", "event", MILIEU_GROUND_NONE, 9999, 1);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_tie (map, id, "fair", "participates", 1);
      small_tie (map, id, "fair", "participates", 9999);
      small_tie (map, id, "day", "participates", 0);
      small_tie (map, id, "fair", "founds", 2000);
      small_tie (map, "fair", id, "participates", 2001);
    }
}

/* ends before starts, and ends before everything */
static void
build_communities (MilieuMap *map)
{
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%05u", i);
      small_actor (map, id, "community", i % MILIEU_N_GROUNDS, 2000, i < 7 ? 1990 : 9999);
    }
  add_ring (map, 14, 1);
}

static const struct
{
  const char *name;
  void (*build) (MilieuMap *map);
} maps[] = {
  { "empty", build_empty }, { "one-actor", build_one_actor }, { "one-ground", build_one_ground },
  { "no-dates", build_no_dates }, { "one-date", build_one_date }, { "no-places", build_no_places },
  { "one-site", build_one_site }, { "isolates", build_isolates }, { "loops", build_loops },
  { "duplicates", build_duplicates }, { "events", build_events }, { "communities", build_communities },
};

static void
assert_words (const MilieuPhrase *phrase)
{
  for (guint language = MILIEU_LANGUAGE_ENGLISH; language <= MILIEU_LANGUAGE_FRENCH; language++)
    {
      g_autofree char *words = milieu_phrase_words (phrase, language);

      g_assert_cmpstr (words, !=, "");
      g_assert_false (g_regex_match_simple ("\\b(nan|inf)\\b", words, G_REGEX_CASELESS, 0));
      g_assert_null (strchr (words, '{'));
    }
}

/* @point: what says all in its parts */
static void
assert_outcome (const MilieuResult *result, gboolean point)
{
  g_test_message ("%s", result->id);
  g_assert_cmpint (result->status, >=, MILIEU_STATUS_VALUE);
  g_assert_cmpint (result->status, <=, MILIEU_STATUS_NOT_EVALUABLE);
  g_assert_true (isfinite (result->value) == (result->status == MILIEU_STATUS_VALUE && !point));
  g_assert_true ((result->reason != NULL) == (result->status != MILIEU_STATUS_VALUE));
  if (result->reason)
    assert_words (result->reason);
  if (result->remark)
    assert_words (result->remark);
  for (guint p = 0; p < result->n_parts; p++)
    g_assert_false (isinf (result->parts[p].value));
}

/* what a card shows of it has words and a number, or a dash */
static void
assert_parts (MilieuReading *reading, const MilieuResult *result)
{
  for (guint p = 0; p < result->n_parts; p++)
    {
      const MilieuPart *part = &result->parts[p];
      const MilieuPartWords *words = milieu_result_part_words (result, part, FALSE);
      g_autofree char *value = milieu_part_value (part, words, MILIEU_LANGUAGE_FRENCH);
      g_autofree char *row = words ? milieu_part_row (reading, words->rows, part->row ? part->row : part->name, MILIEU_LANGUAGE_FRENCH)
                                   : NULL;

      g_test_message ("%s %s %s", result->id, part->table, part->name);
      g_assert_true (part->text != NULL || words != NULL);
      g_assert_cmpstr (row, !=, "");
      g_assert_false (g_regex_match_simple ("nan|inf", value, G_REGEX_CASELESS, 0));
      if (words && words->rows == MILIEU_ROWS_EDITION)
        g_assert_nonnull (milieu_result_part_words (result, part, TRUE));
    }
}

static void
assert_verdict (const MilieuVerdict *verdict)
{
  g_assert_cmpuint (verdict->passed, <=, verdict->evaluable);
  g_assert_cmpuint (verdict->evaluable, <=, MILIEU_N_TESTS);
  for (guint t = 0; t < MILIEU_N_TESTS; t++)
    assert_words (verdict->tests[t].reason);
  assert_words (verdict->sentence);
}

static void
assert_answers (MilieuReading *reading)
{
  for (guint i = 0; i < reading->n_results; i++)
    {
      assert_outcome (reading->results[i],
                      g_str_equal (reading->results[i]->id, "S5") || g_str_equal (reading->results[i]->id, "L1c"));
      assert_parts (reading, reading->results[i]);
    }
  for (guint q = 0; q < MILIEU_N_QUESTIONS; q++)
    {
      assert_words (reading->questions[q]);
      assert_outcome (reading->answers[q], q == 0);
    }
  assert_verdict (reading->verdict);
  for (guint i = 0; i < reading->n_actors; i++)
    for (guint graph = 0; graph < MILIEU_N_GRAPHS; graph++)
      g_assert_false (isinf (reading->actors[i].measures[graph].constraint)
                      || isinf (reading->actors[i].measures[graph].external_internal));
}

/* as it is; in a year that nobody lived; looking back from the end of time, merged, everything computed */
static void
test_map (gconstpointer data)
{
  guint m = GPOINTER_TO_UINT (data);
  g_autoptr (MilieuMap) map = small_map ();
  MilieuFilter filters[3];

  maps[m].build (map);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    milieu_filter_init (&filters[i]);
  filters[1].slice = 1234;
  filters[1].suggested = FALSE;
  filters[2].year = 9999;
  filters[2].emerging = MILIEU_EMERGING_MIDDLEGROUND;
  filters[2].compute_all = maps[m].build != build_isolates;
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (MilieuReading) reading = read_map (map, &filters[i]);
      assert_answers (reading);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint m = 0; m < G_N_ELEMENTS (maps); m++)
    {
      g_autofree char *path = g_strconcat ("/reading/bad-input/", maps[m].name, NULL);
      g_test_add_data_func (path, GUINT_TO_POINTER (m), test_map);
    }
  return g_test_run ();
}
