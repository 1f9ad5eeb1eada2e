/* Three-way merge: what each side did is there, what both did is asked, and the order of the sides does not matter. */
#include "random-verbs.h"

#include "edit/merge.h"
#include "format/project-read.h"

/* two people who start from one map */
typedef struct
{
  Scene base, ours, theirs;
} Fork;

static MilieuMap *
copy_of (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (GBytes) bytes = milieu_project_write (snapshot);
  g_autoptr (GError) error = NULL;
  MilieuMap *copy = milieu_project_read_bytes (bytes, "copy", &error);

  g_assert_no_error (error);
  return copy;
}

static void
scene_of (Scene *scene, MilieuMap *map)
{
  scene->map = copy_of (map);
  scene->history = milieu_history_new (scene->map);
}

/* MEL and TechShop, tied, with a claim about MEL */
static void
fork_open (Fork *fork, gconstpointer data)
{
  guint32 a, b;

  scene_open (&fork->base, NULL);
  a = scene_add (&fork->base, "MEL");
  b = scene_add (&fork->base, "TechShop");
  scene_tie (&fork->base, a, b);
  scene_do (&fork->base, milieu_edit_add_claim (fork->base.map, MILIEU_RECORD_ACTOR, a, "start", "1999", 0, "A book", "q"));
  scene_of (&fork->ours, fork->base.map);
  scene_of (&fork->theirs, fork->base.map);
}

static void
fork_close (Fork *fork, gconstpointer data)
{
  scene_close (&fork->base, NULL);
  scene_close (&fork->ours, NULL);
  scene_close (&fork->theirs, NULL);
}

static guint32
key (Scene *scene, MilieuRecordType type, const char *id)
{
  return milieu_map_key (scene->map, type, id);
}

static void
set (Scene *scene, const char *actor, guint field, const char *text)
{
  guint32 a = key (scene, MILIEU_RECORD_ACTOR, actor);
  g_autoptr (GError) error = NULL;

  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, field, text, &error));
  g_assert_no_error (error);
}

static char *
get (MilieuMap *map, const char *actor, guint field)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);

  return milieu_value_format (&milieu_fields (MILIEU_RECORD_ACTOR, NULL)[field],
                              milieu_record_get (milieu_map_find (map, MILIEU_RECORD_ACTOR, actor), field), snapshot);
}

static void
delete_actor (Scene *scene, const char *id)
{
  guint32 actor = key (scene, MILIEU_RECORD_ACTOR, id);

  scene_do (scene, milieu_edit_delete (scene->map, &actor, 1, NULL, 0));
}

static MilieuMerge *
merge_of (Fork *fork)
{
  g_autoptr (MilieuSnapshot) base = milieu_map_snapshot (fork->base.map);

  return milieu_merge_new (fork->ours.map, base, fork->base.map, fork->theirs.map);
}

static void
finish (Fork *fork, MilieuMerge *merge)
{
  g_autoptr (GError) error = NULL;
  MilieuGroup *group = milieu_merge_group (merge, &error);

  g_assert_no_error (error);
  scene_do (&fork->ours, group);
  milieu_merge_free (merge);
}

static void
test_fields (Fork *fork, gconstpointer data)
{
  MilieuMerge *merge;
  g_autofree char *name = NULL, *sector = NULL, *before = scene_bytes (&fork->ours), *undone = NULL;

  set (&fork->theirs, "mel", MILIEU_ACTOR_SECTOR, "culture");
  set (&fork->theirs, "techshop", MILIEU_ACTOR_START, "2016");
  merge = merge_of (fork);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 0);
  finish (fork, merge);
  undone = scene_bytes (&fork->theirs);
  g_free (name);
  name = scene_bytes (&fork->ours);
  g_assert_cmpstr (name, ==, undone);
  g_assert_true (milieu_history_undo (fork->ours.history));
  g_free (name);
  name = scene_bytes (&fork->ours);
  g_assert_cmpstr (name, ==, before);
  g_assert_true (milieu_history_redo (fork->ours.history));
  sector = get (fork->ours.map, "mel", MILIEU_ACTOR_SECTOR);
  g_assert_cmpstr (sector, ==, "culture");
}

static void
test_conflict (Fork *fork, gconstpointer data)
{
  MilieuMerge *merge;
  const MilieuMergeConflict *conflict;
  g_autofree char *sector = NULL, *start = NULL;

  set (&fork->ours, "mel", MILIEU_ACTOR_SECTOR, "state");
  set (&fork->ours, "mel", MILIEU_ACTOR_START, "1967");
  set (&fork->theirs, "mel", MILIEU_ACTOR_SECTOR, "culture");
  merge = merge_of (fork);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 1);
  conflict = milieu_merge_conflict (merge, 0);
  g_assert_cmpint (conflict->type, ==, MILIEU_RECORD_ACTOR);
  g_assert_cmpstr (conflict->id, ==, "mel");
  g_assert_cmpstr (conflict->part, ==, "sector");
  g_assert_null (conflict->base);
  g_assert_cmpstr (conflict->ours, ==, "state");
  g_assert_cmpstr (conflict->theirs, ==, "culture");
  g_assert_cmpint (conflict->choice, ==, MILIEU_MERGE_OURS);
  milieu_merge_choose (merge, 0, MILIEU_MERGE_THEIRS);
  finish (fork, merge);
  sector = get (fork->ours.map, "mel", MILIEU_ACTOR_SECTOR);
  start = get (fork->ours.map, "mel", MILIEU_ACTOR_START);
  g_assert_cmpstr (sector, ==, "culture");
  g_assert_cmpstr (start, ==, "1967");
}

/* longitude from one and latitude from the other would be a third place, where nobody is */
static void
test_place (Fork *fork, gconstpointer data)
{
  guint32 ours = key (&fork->ours, MILIEU_RECORD_ACTOR, "mel"), theirs = key (&fork->theirs, MILIEU_RECORD_ACTOR, "mel");
  MilieuMerge *merge;
  const MilieuMergeConflict *conflict;

  scene_do (&fork->ours, milieu_edit_place_actors (fork->ours.map, &ours, 1, 3, 50, 10, "Lille", NULL));
  scene_do (&fork->theirs, milieu_edit_place_actors (fork->theirs.map, &theirs, 1, 2, 50, 10, "Arras", NULL));
  merge = merge_of (fork);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 1);
  conflict = milieu_merge_conflict (merge, 0);
  g_assert_cmpstr (conflict->part, ==, "place");
  g_assert_nonnull (strstr (conflict->ours, "Lille"));
  g_assert_nonnull (strstr (conflict->theirs, "Arras"));
  milieu_merge_free (merge);
}

static guint
count (MilieuMap *map, MilieuRecordType type)
{
  return milieu_map_count (map, type);
}

static void
test_deleted_and_changed (Fork *fork, gconstpointer data)
{
  MilieuMerge *merge;

  set (&fork->ours, "mel", MILIEU_ACTOR_SECTOR, "state");
  delete_actor (&fork->theirs, "mel");
  merge = merge_of (fork);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 1);
  g_assert_null (milieu_merge_conflict (merge, 0)->part);
  g_assert_cmpstr (milieu_merge_conflict (merge, 0)->ours, ==, "MEL");
  g_assert_null (milieu_merge_conflict (merge, 0)->theirs);
  finish (fork, merge);
  /* it stays, with its tie, its claim and its spot */
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_ACTOR), ==, 2);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_TIE), ==, 1);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_CLAIM), ==, 1);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_SPOT), ==, 2);

  merge = merge_of (fork);
  milieu_merge_choose (merge, 0, MILIEU_MERGE_THEIRS);
  finish (fork, merge);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_ACTOR), ==, 1);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_TIE), ==, 0);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_CLAIM), ==, 0);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_SPOT), ==, 1);
}

static void
test_deleted_and_used (Fork *fork, gconstpointer data)
{
  MilieuMerge *merge;

  scene_tie (&fork->theirs, key (&fork->theirs, MILIEU_RECORD_ACTOR, "mel"), scene_add (&fork->theirs, "New"));
  delete_actor (&fork->ours, "mel");
  merge = merge_of (fork);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 1);
  g_assert_null (milieu_merge_conflict (merge, 0)->ours);
  finish (fork, merge);
  g_assert_nonnull (milieu_map_find (fork->ours.map, MILIEU_RECORD_ACTOR, "mel"));
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_TIE), ==, 2);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_CLAIM), ==, 1);
}

static void
test_deleted_by_one (Fork *fork, gconstpointer data)
{
  delete_actor (&fork->theirs, "mel");
  set (&fork->ours, "techshop", MILIEU_ACTOR_SECTOR, "tools");
  finish (fork, merge_of (fork));
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_ACTOR), ==, 1);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_TIE), ==, 0);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_CLAIM), ==, 0);
}

static void
swap (Fork *fork)
{
  Scene ours = fork->ours;

  fork->ours = fork->theirs;
  fork->theirs = ours;
}

/* merges theirs into a copy of ours; the fork stays as it is */
static char *
merged_bytes (Fork *fork, guint *conflicts)
{
  g_autoptr (MilieuSnapshot) base = milieu_map_snapshot (fork->base.map);
  g_autoptr (MilieuMap) ours = copy_of (fork->ours.map);
  g_autoptr (MilieuMerge) merge = milieu_merge_new (ours, base, fork->base.map, fork->theirs.map);
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuGroup) group = milieu_merge_group (merge, &error);
  Scene scene = { ours, NULL };

  g_assert_no_error (error);
  g_assert_true (milieu_map_apply (ours, group, &error));
  *conflicts = milieu_merge_n_conflicts (merge);
  return scene_bytes (&scene);
}

static void
assert_same_both_ways (Fork *fork)
{
  guint n;
  g_autofree char *one = merged_bytes (fork, &n), *other = NULL;

  g_assert_cmpuint (n, ==, 0);
  swap (fork);
  other = merged_bytes (fork, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (one, ==, other);
  swap (fork);
}

/* both gave one id to two things: to two actors, and to two ties between the same two */
static void
test_twins (Fork *fork, gconstpointer data)
{
  Scene *sides[] = { &fork->ours, &fork->theirs };
  const char *const names[] = { "Lille Lab", "Lille-lab" };

  for (guint i = 0; i < 2; i++)
    {
      guint32 added = scene_add (sides[i], names[i]);
      guint32 type = i == 0 ? MILIEU_NO_KEY : key (sides[i], MILIEU_RECORD_TYPE, "funds");
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (milieu_map_id (sides[i]->map, MILIEU_RECORD_ACTOR, added), ==, "lille-lab");
      scene_do (sides[i], milieu_edit_add_tie (sides[i]->map, &(MilieuNewTie) { key (sides[i], MILIEU_RECORD_ACTOR, "mel"), added, type }, NULL, &error));
      g_assert_no_error (error);
    }
  assert_same_both_ways (fork);
  finish (fork, merge_of (fork));
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_ACTOR), ==, 4);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_TIE), ==, 3);
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_SPOT), ==, 4);
  g_assert_nonnull (milieu_map_find (fork->ours.map, MILIEU_RECORD_ACTOR, "lille-lab-2"));
}

/* two people lay the network out anew: one thing to choose, not one an actor */
static void
test_spots (Fork *fork, gconstpointer data)
{
  Scene *sides[] = { &fork->ours, &fork->theirs };
  MilieuMerge *merge;

  for (guint i = 0; i < 2; i++)
    {
      MilieuStand stands[] = { { key (sides[i], MILIEU_RECORD_ACTOR, "mel"), 50 + i, 5 },
                               { key (sides[i], MILIEU_RECORD_ACTOR, "techshop"), 70 + i, 5 } };

      scene_do (sides[i], milieu_edit_move_actors (sides[i]->map, stands, 2, 2));
    }
  merge = merge_of (fork);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 1);
  g_assert_cmpuint (milieu_merge_conflict (merge, 0)->count, ==, 2);
  milieu_merge_choose (merge, 0, MILIEU_MERGE_THEIRS);
  finish (fork, merge);
  g_assert_cmpfloat (((const MilieuSpot *) milieu_map_find (fork->ours.map, MILIEU_RECORD_SPOT, "mel"))->x, ==, 51);
}

/* nobody knows what both had: what differs is asked, and nothing is taken for deleted */
static void
test_without_base (Fork *fork, gconstpointer data)
{
  g_autoptr (MilieuMerge) merge = NULL;
  g_autoptr (MilieuGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  set (&fork->theirs, "mel", MILIEU_ACTOR_SECTOR, "culture");
  set (&fork->ours, "mel", MILIEU_ACTOR_SECTOR, "state");
  scene_add (&fork->theirs, "New");
  delete_actor (&fork->ours, "techshop");
  merge = milieu_merge_new (fork->ours.map, NULL, NULL, fork->theirs.map);
  g_assert_cmpuint (milieu_merge_n_conflicts (merge), ==, 1);
  group = milieu_merge_group (merge, &error);
  g_assert_no_error (error);
  g_assert_true (milieu_map_apply (fork->ours.map, group, &error));
  g_assert_cmpuint (count (fork->ours.map, MILIEU_RECORD_ACTOR), ==, 3);
}

static void
play (Scene *scene, MilieuRandom *random, guint steps)
{
  for (guint i = 0; i < steps; i++)
    {
      MilieuGroup *group = any_verb (scene, random);

      if (group != NULL)
        milieu_history_commit (scene->history, group, NULL);
      g_clear_pointer (&group, milieu_group_unref);
    }
}

static void
random_fork (Fork *fork, MilieuRandom *random)
{
  play (&fork->base, random, 60);
  scene_close (&fork->ours, NULL);
  scene_close (&fork->theirs, NULL);
  scene_of (&fork->ours, fork->base.map);
  scene_of (&fork->theirs, fork->base.map);
}

/* one side alone changed: the merge is that side, whichever it is */
static void
test_one_sided (Fork *fork, gconstpointer data)
{
  MilieuRandom random;

  for (guint seed = 1; seed <= 40; seed++)
    {
      g_autofree char *wanted = NULL, *one = NULL, *other = NULL;
      guint n;

      milieu_random_init (&random, seed);
      random_fork (fork, &random);
      play (&fork->theirs, &random, 60);
      wanted = scene_bytes (&fork->theirs);
      one = merged_bytes (fork, &n);
      g_assert_cmpuint (n, ==, 0);
      g_assert_cmpstr (one, ==, wanted);
      swap (fork);
      other = merged_bytes (fork, &n);
      g_assert_cmpuint (n, ==, 0);
      g_assert_cmpstr (other, ==, wanted);
    }
}

/* whatever both did and whatever is chosen, the result is a map; and no claim that somebody added is lost */
static void
test_any_fork (Fork *fork, gconstpointer data)
{
  MilieuRandom random;
  guint independent = 0;

  for (guint seed = 1; seed <= 60; seed++)
    {
      MilieuMerge *merge;
      guint n;

      milieu_random_init (&random, seed);
      random_fork (fork, &random);
      play (&fork->ours, &random, 1 + seed % 40);
      play (&fork->theirs, &random, 1 + seed % 7);
      merge = merge_of (fork);
      n = milieu_merge_n_conflicts (merge);
      if (n == 0)
        assert_same_both_ways (fork);
      independent += n == 0;
      for (guint i = 0; i < n; i++)
        milieu_merge_choose (merge, i, milieu_random_below (&random, 2));
      finish (fork, merge);
      g_object_unref (copy_of (fork->ours.map));
    }
  g_assert_cmpuint (independent, >, 5);
  g_assert_cmpuint (independent, <, 55);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/merge/" name, Fork, NULL, fork_open, func, fork_close)
  TEST ("fields", test_fields);
  TEST ("conflict", test_conflict);
  TEST ("place", test_place);
  TEST ("deleted-and-changed", test_deleted_and_changed);
  TEST ("deleted-and-used", test_deleted_and_used);
  TEST ("deleted-by-one", test_deleted_by_one);
  TEST ("twins", test_twins);
  TEST ("spots", test_spots);
  TEST ("without-base", test_without_base);
  TEST ("one-sided", test_one_sided);
  TEST ("any-fork", test_any_fork);
#undef TEST
  return g_test_run ();
}
