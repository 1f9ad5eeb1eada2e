/* An edit computes only what it made stale, and what it says is what a reading from nothing says. */
#include "maps.h"

static void
change (MilieuMap *map, const char *id, guint field, MilieuValue value)
{
  const MilieuRecord *actor = milieu_map_find (map, MILIEU_RECORD_ACTOR, id);
  g_autoptr (MilieuGroup) group = milieu_group_new ("test", "Test");
  g_autoptr (GError) error = NULL;

  milieu_group_change (group, actor, milieu_record_with (actor, field, value));
  milieu_map_apply (map, group, &error);
  g_assert_no_error (error);
}

static MilieuReading *
read_after (MilieuReading *before, MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_reading_compute_after (before, snapshot, &filter, NULL, NULL, NULL);
}

static void
assert_same_number (double a, double b)
{
  g_assert_true (a == b || (a != a && b != b));
}

static void
assert_same_results (const MilieuReading *one, const MilieuReading *other)
{
  g_assert_cmpuint (one->n_results, ==, other->n_results);
  for (guint i = 0; i < one->n_results; i++)
    {
      const MilieuResult *a = one->results[i], *b = other->results[i];

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpint (a->status, ==, b->status);
      assert_same_number (a->value, b->value);
      g_assert_cmpuint (a->n_parts, ==, b->n_parts);
      for (guint p = 0; p < a->n_parts; p++)
        {
          g_assert_cmpstr (a->parts[p].name, ==, b->parts[p].name);
          assert_same_number (a->parts[p].value, b->parts[p].value);
        }
      g_assert_cmpmem (a->actors, a->n_actors * sizeof (guint32), b->actors, b->n_actors * sizeof (guint32));
      g_assert_cmpmem (a->ties, a->n_ties * sizeof (guint32), b->ties, b->n_ties * sizeof (guint32));
    }
}

/* the reading of @map after @before, held against one from nothing */
static MilieuReading *
read_both_ways (MilieuReading *before, MilieuMap *map)
{
  g_autoptr (MilieuReading) anew = read_after (NULL, map);
  MilieuReading *after = read_after (before, map);

  assert_same_results (after, anew);
  g_assert_cmpuint (after->n_actors, ==, anew->n_actors);
  for (guint i = 0; i < anew->n_actors; i++)
    {
      g_assert_cmpstr (after->actors[i].name, ==, anew->actors[i].name);
      for (guint graph = 0; graph < MILIEU_N_GRAPHS; graph++)
        {
          assert_same_number (after->actors[i].measures[graph].betweenness, anew->actors[i].measures[graph].betweenness);
          g_assert_cmpuint (after->actors[i].measures[graph].rank, ==, anew->actors[i].measures[graph].rank);
        }
    }
  g_assert_cmpint (after->verdict->outcome, ==, anew->verdict->outcome);
  g_assert_cmpuint (after->verdict->removals_same, ==, anew->verdict->removals_same);
  g_assert_cmpmem (after->verdict->cells, sizeof after->verdict->cells, anew->verdict->cells, sizeof anew->verdict->cells);
  return after;
}

static void
test_name (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) before = read_after (NULL, map);
  g_autoptr (MilieuReading) after = NULL;
  const MilieuReadingActor *actor;

  g_assert_cmpuint (before->computed, >, 50); /* each removal draws the grounds anew */
  change (map, "mel", MILIEU_ACTOR_NAME, MILIEU_TEXT ("Une métropole"));
  after = read_both_ways (before, map);
  g_assert_cmpuint (after->computed, ==, 0);
  g_assert_cmpuint (after->recalled, >=, before->computed);
  actor = milieu_reading_actor (after, milieu_map_key (map, MILIEU_RECORD_ACTOR, "mel"));
  g_assert_cmpstr (actor->name, ==, "Une métropole");
}

static void
test_spot (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) before = read_after (NULL, map);
  g_autoptr (MilieuReading) after = NULL;

  small_setting (map, "layout.kind", "organic");
  after = read_both_ways (before, map);
  g_assert_cmpuint (after->computed, ==, 0);
}

/* distances are measured again, and nothing of the network */
static void
test_place (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) before = read_after (NULL, map);
  g_autoptr (MilieuReading) after = NULL;

  change (map, "mel", MILIEU_ACTOR_LON, MILIEU_NUMBER (2.5));
  after = read_both_ways (before, map);
  g_assert_cmpuint (after->computed, >, 0);
  g_assert_cmpuint (after->computed, <=, 4);
}

static void
test_tie (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) before = read_after (NULL, map);
  g_autoptr (MilieuReading) tied = NULL, undone = NULL;

  small_tie (map, "mel", "pop-man", "funds", 2015);
  tied = read_both_ways (before, map);
  g_assert_cmpuint (tied->computed, >, 0);
  /* an institutional tie leaves the graph of interactions as it was */
  g_assert_cmpuint (tied->computed, <, before->computed / 4);
  change (map, "mel", MILIEU_ACTOR_GROUND, MILIEU_TOKEN (MILIEU_GROUND_UNDERGROUND));
  undone = read_both_ways (tied, map);
  g_assert_cmpuint (undone->computed, >, 50);
}

static void
test_seed (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) before = read_after (NULL, map);
  g_autoptr (MilieuReading) after = NULL;

  small_setting (map, "seed", "43");
  after = read_both_ways (before, map);
  g_assert_cmpuint (after->computed, ==, before->computed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/memo/name", test_name);
  g_test_add_func ("/reading/memo/spot", test_spot);
  g_test_add_func ("/reading/memo/place", test_place);
  g_test_add_func ("/reading/memo/tie", test_tie);
  g_test_add_func ("/reading/memo/seed", test_seed);
  return g_test_run ();
}
