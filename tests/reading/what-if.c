/* Departures and proposals: closed forms, and the values of the example. */
#include "maps.h"

#include "network/measures.h"
#include "reading/could-meet.h"
#include "reading/documentation.h"
#include "reading/what-if.h"

#include <math.h>
#include <string.h>

static guint32
key_of (MilieuMap *map, const char *id)
{
  guint32 key = milieu_map_key (map, MILIEU_RECORD_ACTOR, id);

  g_assert_cmpuint (key, !=, MILIEU_NO_KEY);
  return key;
}

static MilieuWhatIf *
leave (MilieuMap *map, const MilieuDeparture *departure)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_what_if_new (snapshot, &filter, departure, NULL);
}

static MilieuWhatIf *
leave_one (MilieuMap *map, const char *id)
{
  guint32 key = key_of (map, id);

  return leave (map, &(MilieuDeparture) { .actors = &key, .n_actors = 1 });
}

static void
assert_loss (const MilieuLoss *loss, guint before, guint after, guint64 pairs, guint64 left, guint dropped, guint stranded)
{
  g_assert_cmpuint (loss->component_before, ==, before);
  g_assert_cmpuint (loss->component_after, ==, after);
  g_assert_cmpuint (loss->pairs_before, ==, pairs);
  g_assert_cmpuint (loss->pairs_after, ==, left);
  g_assert_cmpuint (loss->n_dropped, ==, dropped);
  g_assert_cmpuint (loss->n_stranded, ==, stranded);
}

/* centre U, leaves 2 M and 2 D: 10 pairs, of which M-M and D-D are within a ground */
static void
test_star (void)
{
  static const char *const leaves[] = { "m1", "m2", "d1", "d2" };
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuWhatIf) centre = NULL, leaf = NULL, ground = NULL;

  small_actor (map, "c", "organisation", MILIEU_GROUND_UPPERGROUND, 0, 0);
  for (guint i = 0; i < 4; i++)
    {
      small_actor (map, leaves[i], "organisation", i < 2 ? MILIEU_GROUND_MIDDLEGROUND : MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_tie (map, "c", leaves[i], "collaborates", 0);
    }
  centre = leave_one (map, "c");
  assert_loss (&centre->losses[MILIEU_GRAPH_INTERACTION], 5, 1, 8, 0, 4, 4);
  g_assert_cmpuint (centre->n_gone_ties, ==, 4);
  leaf = leave_one (map, "m1"); /* c with 3, d1 and d2 with m2 */
  assert_loss (&leaf->losses[MILIEU_GRAPH_INTERACTION], 5, 4, 8, 5, 0, 0);
  assert_near (milieu_loss_share (&leaf->losses[MILIEU_GRAPH_INTERACTION]), 3.0 / 8);
  ground = leave (map, &(MilieuDeparture) { .grounds = 1u << MILIEU_GROUND_UNDERGROUND });
  assert_loss (&ground->losses[MILIEU_GRAPH_INTERACTION], 5, 3, 8, 2, 0, 0);
  g_assert_cmpuint (ground->n_after, ==, 3);
}

/* six in a ring, U and D in turn: 9 pairs; a path of five: 2 × 3 */
static void
test_ring (void)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f" };
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuWhatIf) one = NULL, two = NULL;
  guint32 opposite[2];

  for (guint i = 0; i < 6; i++)
    small_actor (map, ids[i], "organisation", i % 2 ? MILIEU_GROUND_UNDERGROUND : MILIEU_GROUND_UPPERGROUND, 0, 0);
  for (guint i = 0; i < 6; i++)
    small_tie (map, ids[i], ids[(i + 1) % 6], "collaborates", 0);
  one = leave_one (map, "a");
  assert_loss (&one->losses[MILIEU_GRAPH_INTERACTION], 6, 5, 9, 6, 0, 0);
  opposite[0] = key_of (map, "a"); /* U */
  opposite[1] = key_of (map, "d"); /* D: b–c and e–f remain, b-c is the largest by its first vertex */
  two = leave (map, &(MilieuDeparture) { .actors = opposite, .n_actors = 2 });
  assert_loss (&two->losses[MILIEU_GRAPH_INTERACTION], 6, 2, 9, 2, 2, 0);
  g_assert_cmpuint (two->losses[MILIEU_GRAPH_INTERACTION].dropped[0], ==, key_of (map, "e"));
}

/* whoever leaves a complete graph of n with k of each of two grounds loses his own k pairs */
static void
test_complete (void)
{
  static const char *const ids[] = { "a", "b", "c", "d" };
  g_autoptr (MilieuMap) map = small_map ();

  for (guint i = 0; i < 4; i++)
    small_actor (map, ids[i], "organisation", i % 2 ? MILIEU_GROUND_UNDERGROUND : MILIEU_GROUND_UPPERGROUND, 0, 0);
  for (guint i = 0; i < 4; i++)
    for (guint j = i + 1; j < 4; j++)
      small_tie (map, ids[i], ids[j], i == 0 ? "funds" : "collaborates", 0);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (MilieuWhatIf) what_if = leave_one (map, ids[i]);
      assert_loss (&what_if->losses[MILIEU_GRAPH_ALL], 4, 3, 4, 2, 0, 0);
    }
  {
    /* a is held by its money alone */
    g_autoptr (MilieuWhatIf) what_if = leave (map, &(MilieuDeparture) { .institutional_ties = TRUE });
    assert_loss (&what_if->losses[MILIEU_GRAPH_ALL], 4, 3, 4, 2, 1, 1);
    g_assert_cmpuint (what_if->losses[MILIEU_GRAPH_ALL].dropped[0], ==, key_of (map, "a"));
    g_assert_cmpuint (what_if->n_gone_ties, ==, 3);
    g_assert_cmpuint (what_if->n_gone, ==, 0);
  }
}

static void
test_nothing (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuWhatIf) empty = leave (map, &(MilieuDeparture) { .grounds = ~0u, .institutional_ties = TRUE });
  g_autoptr (MilieuWhatIf) nobody = NULL;
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree char *words = milieu_phrase_words (empty->sentence, MILIEU_LANGUAGE_ENGLISH);
  MilieuFilter filter;
  gint cancelled = 1;
  guint32 stranger = 4000;

  milieu_filter_init (&filter);
  assert_loss (&empty->losses[MILIEU_GRAPH_ALL], 0, 0, 0, 0, 0, 0);
  g_assert_true (isnan (milieu_loss_share (&empty->losses[MILIEU_GRAPH_ALL])));
  g_assert_null (strstr (words, "nan"));
  nobody = leave (map, &(MilieuDeparture) { .actors = &stranger, .n_actors = 1 });
  g_assert_cmpuint (nobody->n_gone, ==, 0);
  g_assert_null (milieu_what_if_new (snapshot, &filter, &(MilieuDeparture) { 0 }, &cancelled));
}

/* indicators §7 and tasks C4 */
static void
test_example (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  guint64 revision = milieu_map_revision (map);
  g_autoptr (MilieuWhatIf) man = leave_one (map, "pop-man");
  g_autoptr (MilieuWhatIf) ties = leave (map, &(MilieuDeparture) { .institutional_ties = TRUE });
  const MilieuLoss *loss = &man->losses[MILIEU_GRAPH_INTERACTION];
  g_autofree char *banner = milieu_phrase_words (man->banner, MILIEU_LANGUAGE_FRENCH);
  g_autofree char *said = milieu_phrase_words (man->sentence, MILIEU_LANGUAGE_FRENCH);
  g_autofree char *caution = milieu_phrase_words (man->caution, MILIEU_LANGUAGE_ENGLISH);

  g_assert_cmpuint (loss->pairs_before, ==, 113);
  g_assert_cmpuint (loss->pairs_after, ==, 47);
  g_assert_cmpuint (man->losses[MILIEU_GRAPH_ALL].pairs_before, ==, 413);
  g_assert_cmpuint (man->losses[MILIEU_GRAPH_ALL].pairs_after, ==, 213);
  g_assert_cmpint (lround (100 * milieu_loss_share (loss)), ==, 58);
  g_assert_cmpuint (man->graph, ==, MILIEU_GRAPH_INTERACTION);
  /* everyone who was in the component and stayed is in it or dropped out */
  g_assert_cmpuint (loss->component_before, ==, 17);
  g_assert_cmpuint (loss->component_after + loss->n_dropped, ==, 16);
  g_assert_cmpuint (ties->losses[MILIEU_GRAPH_ALL].component_before, ==, 35);
  g_assert_cmpuint (ties->losses[MILIEU_GRAPH_ALL].component_after, ==, 17);
  g_assert_cmpuint (ties->losses[MILIEU_GRAPH_ALL].n_dropped, ==, 18);
  g_assert_cmpuint (ties->losses[MILIEU_GRAPH_ALL].n_stranded, ==, 20 - 6); /* isolates of §7 */
  g_assert_nonnull (strstr (banner, "POP Man"));
  g_assert_nonnull (strstr (said, "113 → 47 (−58\u00a0%)"));
  g_assert_nonnull (strstr (caution, "All 6 ties come from one list of quotes"));
  g_assert_cmpuint (milieu_map_revision (map), ==, revision);
}

/* ---- pairs that could meet ---- */

static MilieuMeetings *
meet (MilieuMap *map, const MilieuMeetingRequest *request)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  return milieu_could_meet (snapshot, &filter, request, NULL);
}

/* tasks C3 */
static void
test_places (void)
{
  static const char *const ids[] = { "arenberg", "coroutine", "fresnoy", "mutualab", "plaine-images", "serre-numerique",
                                     "techshop" };
  static const char *const expected[][3] = { { "coroutine", "mutualab", "catalyst" }, { "arenberg", "plaine-images", "pictanovo" },
                                             { "arenberg", "serre-numerique", "pictanovo" },
                                             { "plaine-images", "serre-numerique", "pictanovo" } };
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (MilieuMeetings) meetings = NULL;
  g_autofree guint32 *keys = NULL;
  MilieuFilter filter;
  guint shared = 0, n;

  milieu_filter_init (&filter);
  keys = milieu_meeting_places (snapshot, &filter, &n);
  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpuint (keys[i], ==, key_of (map, ids[i]));
  meetings = meet (map, &(MilieuMeetingRequest) { .among = keys, .n_among = 7 });
  g_assert_cmpuint (meetings->n_pairs, ==, 21);
  g_assert_cmpuint (meetings->n_tied, ==, 0);
  g_assert_cmpuint (meetings->n_shared, ==, 4);
  for (guint i = 0; i < meetings->n_ghosts; i++)
    for (guint e = 0; e < 4; e++)
      shared += meetings->ghosts[i].a == key_of (map, expected[e][0]) && meetings->ghosts[i].b == key_of (map, expected[e][1])
                && (meetings->ghosts[i].reasons & MILIEU_MEETING_PARTNER)
                && meetings->ghosts[i].partner == key_of (map, expected[e][2]);
  g_assert_cmpuint (shared, ==, 4);
  g_assert_cmpuint (meetings->ghosts[0].reasons, ==, MILIEU_MEETING_PARTNER | MILIEU_MEETING_PLACE);
}

/* the definition, pair by pair, against what the search finds */
static void
test_definition (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (MilieuMeetings) meetings = meet (map, NULL);
  g_autoptr (MilieuGraph) interactions = NULL, all = NULL, drawn = NULL;
  MilieuFilter filter;
  guint expected = 0, pairs = 0;

  milieu_filter_init (&filter);
  interactions = milieu_graph_new_interaction (snapshot, &filter);
  all = milieu_graph_new_all (snapshot, &filter);
  drawn = milieu_graph_new_drawn (snapshot, &filter);
  for (guint32 a = 0; a < all->n; a++)
    for (guint32 b = a + 1; b < all->n; b++)
      {
        const MilieuActor *one = milieu_snapshot_actor (snapshot, all->actors[a]);
        const MilieuActor *other = milieu_snapshot_actor (snapshot, all->actors[b]);
        gboolean partner = milieu_graph_edge (all, a, b) == MILIEU_NO_VERTEX && milieu_graph_distance (all, a, b) == 2;

        if (all->grounds[a] == all->grounds[b] || !all->grounds[a] || !all->grounds[b])
          continue;
        pairs++;
        expected += milieu_graph_distance (interactions, a, b) > 3
                    && milieu_graph_edge (drawn, milieu_graph_vertex (drawn, all->actors[a]),
                                          milieu_graph_vertex (drawn, all->actors[b])) == MILIEU_NO_VERTEX
                    && (partner || (one->municipality && g_strcmp0 (one->municipality, other->municipality) == 0));
      }
  g_assert_cmpuint (meetings->n_pairs, ==, pairs);
  g_assert_cmpuint (meetings->n_ghosts_in_all, ==, expected);
  g_assert_cmpuint (expected, >, 0);
  for (guint i = 1; i < meetings->n_ghosts; i++)
    g_assert_true (meetings->ghosts[i - 1].n_partners >= meetings->ghosts[i].n_partners
                   || meetings->ghosts[i - 1].reasons == (MILIEU_MEETING_PATRON | MILIEU_MEETING_PLACE));
  for (guint i = 0; i < meetings->n_ghosts; i++) /* who share a partner are two steps apart */
    g_assert_false (meetings->ghosts[i].reasons & MILIEU_MEETING_PARTNER);
}

/* a path of five by interactions, the ends in one town: four steps apart */
static void
test_far (void)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e" };
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuMeetings) meetings = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 5; i++)
    {
      small_actor (map, ids[i], "organisation", i < 3 ? MILIEU_GROUND_UPPERGROUND : MILIEU_GROUND_UNDERGROUND, 0, 0);
      small_town (map, ids[i], i % 4 ? "Loos" : "Lille");
    }
  for (guint i = 0; i < 4; i++)
    small_tie (map, ids[i], ids[i + 1], "collaborates", 0);
  meetings = meet (map, NULL);
  g_assert_cmpuint (meetings->n_pairs, ==, 6);
  g_assert_cmpuint (meetings->n_tied, ==, 1);
  g_assert_cmpuint (meetings->n_ghosts, ==, 1);
  g_assert_cmpuint (meetings->ghosts[0].steps, ==, 4);
  g_assert_cmpuint (meetings->ghosts[0].gain, ==, 0);
  words = milieu_phrase_words (meetings->ghosts[0].sentence, MILIEU_LANGUAGE_ENGLISH);
  g_assert_cmpstr (words, ==, "a and e: both in Lille");
}

/* two pieces: U U D and D M, tied nowhere; a tie would join 2·2 + 1·1 pairs of different grounds */
static void
test_gain (void)
{
  static const struct { const char *id; MilieuGround ground; } actors[] = {
    { "a", MILIEU_GROUND_UPPERGROUND }, { "b", MILIEU_GROUND_UPPERGROUND }, { "c", MILIEU_GROUND_UNDERGROUND },
    { "d", MILIEU_GROUND_UNDERGROUND }, { "e", MILIEU_GROUND_MIDDLEGROUND } };
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuMeetings) meetings = NULL, one = NULL;

  for (guint i = 0; i < 5; i++)
    {
      small_actor (map, actors[i].id, "organisation", actors[i].ground, 0, 0);
      small_town (map, actors[i].id, i == 0 || i == 3 ? "Lille" : i == 1 ? "LILLE" : i == 2 ? "Loos" : "");
    }
  small_tie (map, "a", "b", "collaborates", 0);
  small_tie (map, "b", "c", "collaborates", 0);
  small_tie (map, "d", "e", "collaborates", 0);
  meetings = meet (map, NULL);
  g_assert_cmpuint (meetings->n_ghosts, ==, 2); /* a–d, b–d */
  g_assert_cmpuint (meetings->ghosts[0].gain, ==, 2 * 2 + 1);
  g_assert_cmpuint (meetings->ghosts[0].steps, ==, G_MAXUINT);
  one = meet (map, &(MilieuMeetingRequest) { .limit = 1 });
  g_assert_cmpuint (one->n_ghosts, ==, 1);
  g_assert_cmpuint (one->n_ghosts_in_all, ==, 2);
}

/* ---- documentation ---- */

static void
test_documentation (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (MilieuDocumentation) documentation = NULL;
  const MilieuActorDocumentation *man, *mutualab;
  MilieuFilter filter;

  milieu_filter_init (&filter);
  documentation = milieu_documentation_new (snapshot, &filter);
  man = milieu_documentation_find (documentation, key_of (map, "pop-man"));
  g_assert_cmpuint (man->ties, ==, 6);
  g_assert_cmpuint (man->from_block, ==, 6);
  g_assert_true (man->ego_sampled);
  g_assert_cmpuint (man->sources, ==, 1); /* the deck, in six lines that follow one another */
  g_assert_cmpuint (documentation->n_ego_sampled, ==, 1);
  /* half of its ties stand in the deck too, but here and there */
  g_assert_false (milieu_documentation_find (documentation, key_of (map, "mel"))->ego_sampled);
  assert_near (man->gauge, 0.5);
  mutualab = milieu_documentation_find (documentation, key_of (map, "mutualab"));
  g_assert_cmpuint (mutualab->sources, >, 1);
  g_assert_false (mutualab->ego_sampled); /* two ties */
  g_assert_null (milieu_ego_caution (mutualab));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if/star", test_star);
  g_test_add_func ("/what-if/ring", test_ring);
  g_test_add_func ("/what-if/complete", test_complete);
  g_test_add_func ("/what-if/nothing", test_nothing);
  g_test_add_func ("/what-if/example", test_example);
  g_test_add_func ("/could-meet/places", test_places);
  g_test_add_func ("/could-meet/definition", test_definition);
  g_test_add_func ("/could-meet/far", test_far);
  g_test_add_func ("/could-meet/gain", test_gain);
  g_test_add_func ("/documentation/example", test_documentation);
  return g_test_run ();
}
