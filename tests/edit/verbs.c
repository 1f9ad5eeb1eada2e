/* Each verb: what it does, what it refuses, and that its undo leaves the bytes as they were. */
#include "scene.h"

#include <math.h>
#include <string.h>

static void
test_add (Scene *scene, gconstpointer data)
{
  g_autofree char *before = scene_bytes (scene);
  guint32 key = scene_add (scene, "Été « 1 »");

  g_assert_cmpstr (actor_of (scene, key)->record.id, ==, "ete-1");
  g_assert_cmpfloat (spot_of (scene, key)->y, ==, 20);
  g_assert_cmpint (actor_of (scene, key)->scope, ==, MILIEU_SCOPE_CORE);
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Add “Été « 1 »”");
  assert_undo_redo (scene, before);
}

static void
test_tie (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A"), b = scene_add (scene, "B");
  g_autofree char *before = scene_bytes (scene);
  g_autoptr (GError) error = NULL;
  guint32 tie = scene_tie (scene, a, b);
  const MilieuTie *record = (const MilieuTie *) milieu_map_get (scene->map, MILIEU_RECORD_TIE, tie);

  g_assert_cmpuint (record->source, ==, a);
  g_assert_cmpuint (record->target, ==, b);
  g_assert_cmpint (record->evidence, ==, MILIEU_EVIDENCE_STATED);
  assert_undo_redo (scene, before);
  g_assert_null (milieu_edit_add_tie (scene->map, &(MilieuNewTie) { a, a, MILIEU_NO_KEY }, NULL, &error));
  g_assert_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
}

/* type, year and source come with the tie, and go with it */
static void
test_tie_with_source (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A"), b = scene_add (scene, "B"), tie;
  MilieuNewTie what = { a, b, MILIEU_NO_KEY, " 2017 ", MILIEU_EVIDENCE_VERIFIED, " A  new book " };
  g_autofree char *before = scene_bytes (scene);
  g_autoptr (GError) error = NULL;
  const MilieuClaim *claim;
  const guint32 *claims;
  guint n;

  scene_do (scene, milieu_edit_add_tie (scene->map, &what, &tie, NULL));
  g_assert_cmpuint (milieu_date_year (((const MilieuTie *) milieu_map_get (scene->map, MILIEU_RECORD_TIE, tie))->start), ==, 2017);
  claims = milieu_map_claims_of (scene->map, MILIEU_RECORD_TIE, tie, &n);
  g_assert_cmpuint (n, ==, 1);
  claim = (const MilieuClaim *) milieu_map_get (scene->map, MILIEU_RECORD_CLAIM, claims[0]);
  g_assert_null (claim->field);
  g_assert_cmpint (claim->evidence, ==, MILIEU_EVIDENCE_VERIFIED);
  g_assert_cmpstr (((const MilieuSource *) milieu_map_get (scene->map, MILIEU_RECORD_SOURCE, claim->source))->title, ==, "A  new book");
  assert_undo_redo (scene, before);
  scene_do (scene, milieu_edit_add_tie (scene->map, &what, NULL, NULL));
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_SOURCE), ==, 1);
  what.start = "soon";
  g_assert_null (milieu_edit_add_tie (scene->map, &what, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_delete (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A"), b = scene_add (scene, "B"), c = scene_add (scene, "C");
  guint32 ab = scene_tie (scene, a, b), bc = scene_tie (scene, b, c);
  guint32 both[] = { a, b };
  g_autofree char *before = NULL;

  scene_do (scene, milieu_edit_add_claim (scene->map, MILIEU_RECORD_ACTOR, a, "start", "2001", 0, "A book", NULL));
  scene_do (scene, milieu_edit_add_claim (scene->map, MILIEU_RECORD_TIE, bc, NULL, NULL, 0, "A book", "They met."));
  before = scene_bytes (scene);
  scene_do (scene, milieu_edit_delete (scene->map, both, 2, &ab, 1));
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_ACTOR), ==, 1);
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_TIE), ==, 0);
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_CLAIM), ==, 0);
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_SPOT), ==, 1);
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Delete 2 Actors");
  assert_undo_redo (scene, before);
}

static void
test_duplicate (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A"), b = scene_add (scene, "A"), c = scene_add (scene, "C");
  guint32 both[] = { a, b };
  g_autofree guint32 *copies = NULL;
  g_autofree char *before = NULL;
  guint n;

  scene_tie (scene, a, b);
  scene_tie (scene, a, c);
  before = scene_bytes (scene);
  scene_do (scene, milieu_edit_duplicate_actors (scene->map, both, 2, NULL, 0, &copies));
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_ACTOR), ==, 5);
  g_assert_cmpuint (milieu_map_count (scene->map, MILIEU_RECORD_TIE), ==, 3);
  g_assert_cmpstr (actor_of (scene, copies[1])->name, ==, "A (copy)");
  g_assert_cmpfloat (spot_of (scene, copies[0])->x, ==, 10);
  g_assert_cmpfloat (spot_of (scene, copies[0])->y, ==, 44);
  milieu_map_ties_of (scene->map, copies[0], &n);
  g_assert_cmpuint (n, ==, 1);
  assert_undo_redo (scene, before);
}

/* a copy stays in the band of its ground, and what only had no spot yet keeps standing */
static void
test_duplicate_in_band (Scene *scene, gconstpointer data)
{
  MilieuNewActor unspotted = { .name = "B", .kind = MILIEU_NO_KEY };
  guint32 a = scene_add (scene, "A"), b, c = scene_add (scene, "C"), none = scene_add (scene, "None");
  MilieuStand low = { none, 900, 70 }, stand;
  g_autofree guint32 *copies = NULL;
  g_autofree char *before = NULL;

  scene_do (scene, milieu_edit_add_actor (scene->map, &unspotted, &b));
  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_GROUND, "upperground", NULL));
  scene_do (scene, milieu_edit_add_claim (scene->map, MILIEU_RECORD_ACTOR, c, "ground", "underground", 0, NULL, NULL));
  scene_do (scene, milieu_edit_move_actors (scene->map, &low, 1, 1));
  before = scene_bytes (scene);
  stand = (MilieuStand) { b, 5, 6 };
  scene_do (scene, milieu_edit_duplicate_actors (scene->map, (guint32[]) { a, c }, 2, &stand, 1, &copies));
  g_assert_cmpfloat (spot_of (scene, copies[0])->x, ==, 34);
  g_assert_cmpfloat (spot_of (scene, copies[0])->y, ==, 20);
  /* the suggestion is not copied: the copy stands below the last of those without a ground */
  g_assert_cmpfloat (spot_of (scene, copies[1])->x, ==, 900);
  g_assert_cmpfloat (spot_of (scene, copies[1])->y, ==, 94);
  g_assert_cmpfloat (spot_of (scene, b)->x, ==, 5);
  assert_undo_redo (scene, before);
}

static void
test_rename (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A");
  g_autofree char *before = scene_bytes (scene);
  g_autoptr (GError) error = NULL;

  scene_do (scene, milieu_edit_rename_actor (scene->map, a, "  B ", NULL));
  g_assert_cmpstr (actor_of (scene, a)->name, ==, "B");
  g_assert_cmpstr (actor_of (scene, a)->record.id, ==, "a");
  assert_undo_redo (scene, before);
  g_assert_null (milieu_edit_rename_actor (scene->map, a, "  ", &error));
  g_assert_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
}

static void
test_place (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A");
  g_autofree char *before = scene_bytes (scene), *placed = NULL;

  scene_do (scene, milieu_edit_place_actors (scene->map, &a, 1, 3.0573, 50.6292, 120, "Lille", "59350"));
  g_assert_cmpint (actor_of (scene, a)->precision, ==, MILIEU_PRECISION_APPROXIMATE);
  g_assert_cmpfloat (actor_of (scene, a)->radius, ==, 120);
  g_assert_cmpstr (actor_of (scene, a)->insee, ==, "59350");
  assert_undo_redo (scene, before);
  placed = scene_bytes (scene);
  scene_do (scene, milieu_edit_unplace_actors (scene->map, &a, 1));
  g_assert_false (milieu_actor_is_located (actor_of (scene, a)));
  g_assert_cmpstr (actor_of (scene, a)->municipality, ==, "Lille");
  assert_undo_redo (scene, placed);
}

static void
test_spots (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A"), b = scene_add (scene, "B");
  MilieuStand stands[] = { { a, 1.23456, 2 }, { b, -3, 4 } };
  MilieuStand later[] = { { a, 100, 100 }, { b, 200, 200 } };
  g_autofree char *before = scene_bytes (scene);

  scene_do (scene, milieu_edit_move_actors (scene->map, stands, 2, 2));
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Move 2 Actors");
  g_assert_cmpfloat (spot_of (scene, a)->x, ==, 1.235);
  assert_undo_redo (scene, before);
  scene_do (scene, milieu_edit_pin_actors (scene->map, &a, 1, TRUE));
  scene_do (scene, milieu_edit_lay_out (scene->map, later, 2, "circle", 7));
  g_assert_cmpfloat (spot_of (scene, a)->x, ==, 1.235);
  g_assert_cmpfloat (spot_of (scene, b)->x, ==, 200);
  g_assert_cmpint (spot_of (scene, a)->pinned, ==, MILIEU_ANSWER_YES);
  scene_do (scene, milieu_edit_move_actors (scene->map, later, 2, 1));
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Move “A”");
  g_assert_cmpint (spot_of (scene, a)->pinned, ==, MILIEU_ANSWER_YES);
}

/* the deck said 2007, someone writes 2013: both stay */
static void
test_old_value_stays (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A");
  guint n;
  const guint32 *claims;
  const MilieuClaim *kept;

  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_START, "2007", NULL));
  milieu_map_claims_of (scene->map, MILIEU_RECORD_ACTOR, a, &n);
  g_assert_cmpuint (n, ==, 0);
  scene_do (scene, milieu_edit_add_claim (scene->map, MILIEU_RECORD_ACTOR, a, NULL, NULL, 0, "The deck", "A 2007"));
  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_START, "2013", NULL));
  claims = milieu_map_claims_of (scene->map, MILIEU_RECORD_ACTOR, a, &n);
  g_assert_cmpuint (n, ==, 2);
  kept = (const MilieuClaim *) milieu_map_get (scene->map, MILIEU_RECORD_CLAIM, claims[1]);
  g_assert_cmpstr (kept->field, ==, "start");
  g_assert_cmpstr (kept->value, ==, "2007");
  g_assert_cmpint (kept->evidence, ==, MILIEU_EVIDENCE_STATED);
  scene_do (scene, milieu_edit_adopt_claim (scene->map, claims[1], NULL));
  g_assert_cmpuint (milieu_date_year (actor_of (scene, a)->start), ==, 2007);
  milieu_map_claims_of (scene->map, MILIEU_RECORD_ACTOR, a, &n);
  g_assert_cmpuint (n, ==, 3);
}

static void
refuse_text (Scene *scene, guint32 actor, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &actor, 1, field, text, &error));
  g_assert_nonnull (error);
}

static void
test_refused_fields (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A");

  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_START, "2007", NULL));
  refuse_text (scene, a, MILIEU_ACTOR_END, "2006");
  refuse_text (scene, a, MILIEU_ACTOR_START, "then");
  refuse_text (scene, a, MILIEU_ACTOR_NAME, "   ");
  refuse_text (scene, a, MILIEU_ACTOR_LAT, "95");
  scene_do (scene, milieu_edit_place_actors (scene->map, &a, 1, 3.1, 50.5, 0, NULL, NULL));
  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_LAT, " 50,63 ", NULL));
  g_assert_cmpfloat (actor_of (scene, a)->lat, ==, 50.63);
}

static void
test_several (Scene *scene, gconstpointer data)
{
  guint32 keys[] = { scene_add (scene, "A"), scene_add (scene, "B"), scene_add (scene, "C") };
  g_autofree char *before = scene_bytes (scene);

  scene_do (scene, milieu_edit_set_field (scene->map, MILIEU_RECORD_ACTOR, keys, 3, MILIEU_ACTOR_GROUND,
                                          MILIEU_TOKEN (MILIEU_GROUND_EMERGING), NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (actor_of (scene, keys[i])->ground, ==, MILIEU_GROUND_EMERGING);
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Change Ground of 3 Records");
  assert_undo_redo (scene, before);
}

static void
test_kinds (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A"), b = scene_add (scene, "B"), kind, type, tie;
  g_autoptr (GError) error = NULL;

  scene_do (scene, milieu_edit_add_kind (scene->map, "Fab lab", MILIEU_SYMBOL_PLACE, &kind));
  scene_do (scene, milieu_edit_add_type (scene->map, "lends to", MILIEU_CLASS_INTERACTION, &type));
  scene_do (scene, milieu_edit_set_field (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_KIND, MILIEU_REFERENCE (kind), NULL));
  scene_do (scene, milieu_edit_add_tie (scene->map, &(MilieuNewTie) { a, b, type }, &tie, NULL));
  g_assert_null (milieu_edit_delete_kind (scene->map, MILIEU_RECORD_KIND, kind, &error));
  g_assert_cmpstr (error->message, ==, "“Fab lab” is the kind of 1 actor: give it another kind first");
  g_clear_error (&error);
  g_assert_null (milieu_edit_delete_kind (scene->map, MILIEU_RECORD_TYPE, type, &error));
  g_assert_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
  scene_do (scene, milieu_edit_delete (scene->map, &a, 1, NULL, 0));
  scene_do (scene, milieu_edit_delete_kind (scene->map, MILIEU_RECORD_KIND, kind, NULL));
  scene_do (scene, milieu_edit_delete_kind (scene->map, MILIEU_RECORD_TYPE, type, NULL));
}

/* every kind takes an actor, every type a tie, and each can be undone */
static void
test_every_kind_and_type (Scene *scene, gconstpointer data)
{
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autofree guint32 *kinds = NULL, *types = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint n_kinds, n_types;
  guint32 first;

  scene_do (scene, milieu_edit_new_map (scene->map));
  first = scene_add (scene, "First");
  before = scene_bytes (scene);
  snapshot = milieu_map_snapshot (scene->map);
  kinds = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_KIND, &n_kinds);
  types = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TYPE, &n_types);
  g_assert_cmpuint (n_kinds, ==, 10);
  g_assert_cmpuint (n_types, ==, 11);
  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < n_types; j++)
      {
        MilieuNewActor actor = { .name = milieu_snapshot_kind (snapshot, kinds[i])->label, .kind = kinds[i] };
        guint32 key;

        scene_do (scene, milieu_edit_add_actor (scene->map, &actor, &key));
        scene_do (scene, milieu_edit_add_tie (scene->map, &(MilieuNewTie) { first, key, types[j] }, NULL, NULL));
      }
  for (guint i = 0; i < 2 * n_kinds * n_types; i++)
    g_assert_true (milieu_history_undo (scene->history));
  after = scene_bytes (scene);
  g_assert_cmpstr (after, ==, before);
}

static void
assert_setting (Scene *scene, const char *id, const char *value)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (scene->map);

  g_assert_cmpstr (milieu_snapshot_setting (snapshot, id), ==, value);
}

static void
test_thresholds (Scene *scene, gconstpointer data)
{
  g_autofree char *before = scene_bytes (scene), *changed = NULL;

  scene_do (scene, milieu_edit_set_setting (scene->map, "year", "2018"));
  scene_do (scene, milieu_edit_set_threshold (scene->map, "threshold.T1.gap", "gap, at most", "0.5"));
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Change Threshold “gap, at most”");
  assert_setting (scene, "threshold.T1.gap", "0.5");
  scene_do (scene, milieu_edit_set_threshold (scene->map, "threshold.T1.pct", "percentile", "0.4"));
  scene_do (scene, milieu_edit_set_threshold (scene->map, "threshold.T1.gap", "gap, at most", NULL));
  assert_setting (scene, "threshold.T1.gap", NULL);
  assert_setting (scene, "threshold.T1.pct", "0.4");
  scene_do (scene, milieu_edit_set_emerging (scene->map, MILIEU_GROUND_MIDDLEGROUND));
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Count the Emerging Ground with the Middleground");
  assert_setting (scene, "emerging", "middleground");
  scene_do (scene, milieu_edit_set_emerging (scene->map, MILIEU_GROUND_EMERGING));
  assert_setting (scene, "emerging", NULL);
  scene_do (scene, milieu_edit_set_study_window (scene->map, "space.window", "region"));
  assert_setting (scene, "space.window", "region");
  scene_do (scene, milieu_edit_set_study_window (scene->map, "space.window", NULL));
  assert_setting (scene, "space.window", NULL);
  changed = scene_bytes (scene);
  scene_do (scene, milieu_edit_reset_thresholds (scene->map));
  assert_setting (scene, "threshold.T1.pct", NULL);
  assert_setting (scene, "year", "2018");
  assert_undo_redo (scene, changed);
  g_assert_cmpstr (before, !=, changed);
}

static MilieuClass
class_of (Scene *scene, const char *type)
{
  guint32 key = milieu_map_key (scene->map, MILIEU_RECORD_TYPE, type);

  return ((const MilieuTieType *) milieu_map_get (scene->map, MILIEU_RECORD_TYPE, key))->tie_class;
}

/* what nobody but the map knows keeps its class when the others go back to the convention */
static void
test_tie_classes (Scene *scene, gconstpointer data)
{
  g_autofree char *changed = NULL;
  guint32 own, funds;

  scene_do (scene, milieu_edit_new_map (scene->map));
  scene_do (scene, milieu_edit_add_type (scene->map, "lends to", MILIEU_CLASS_LOCATION, &own));
  funds = milieu_map_key (scene->map, MILIEU_RECORD_TYPE, "funds");
  scene_do (scene, milieu_edit_set_tie_class (scene->map, funds, MILIEU_CLASS_INTERACTION));
  g_assert_cmpint (class_of (scene, "funds"), ==, MILIEU_CLASS_INTERACTION);
  g_assert_cmpstr (milieu_history_undo_words (scene->history), ==, "Change Class of “Funds”");
  scene_do (scene, milieu_edit_set_tie_class (scene->map, own, MILIEU_CLASS_INTERACTION));
  changed = scene_bytes (scene);
  scene_do (scene, milieu_edit_reset_tie_classes (scene->map));
  g_assert_cmpint (class_of (scene, "funds"), ==, MILIEU_CLASS_INSTITUTION);
  g_assert_cmpint (class_of (scene, "lends-to"), ==, MILIEU_CLASS_INTERACTION);
  assert_undo_redo (scene, changed);
}

/* one tie each, dated with the edition; who is there already is passed over, and nobody at all is refused */
static void
test_participants (Scene *scene, gconstpointer data)
{
  guint32 event = scene_add (scene, "Fair"), actors[] = { scene_add (scene, "A"), scene_add (scene, "B") };
  g_autofree char *before = scene_bytes (scene);
  g_autoptr (GError) error = NULL;
  const guint32 *ties;
  guint n;

  scene_do (scene, milieu_edit_add_participants (scene->map, event, 2017, actors, 2, MILIEU_EVIDENCE_VERIFIED, NULL));
  assert_undo_redo (scene, before);
  ties = milieu_map_ties_of (scene->map, event, &n);
  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    {
      const MilieuTie *tie = (const MilieuTie *) milieu_map_get (scene->map, MILIEU_RECORD_TIE, ties[i]);

      g_assert_cmpuint (tie->target, ==, event);
      g_assert_cmpuint (milieu_date_year (tie->start), ==, 2017);
      g_assert_cmpuint (tie->evidence, ==, MILIEU_EVIDENCE_VERIFIED);
      g_assert_cmpstr (milieu_map_id (scene->map, MILIEU_RECORD_TYPE, tie->type), ==, "participates");
    }
  g_assert_null (milieu_edit_add_participants (scene->map, event, 2017, actors, 2, MILIEU_EVIDENCE_UNSET, &error));
  g_assert_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
  scene_do (scene, milieu_edit_add_participants (scene->map, event, 2018, actors, 1, MILIEU_EVIDENCE_UNSET, NULL));
  milieu_map_ties_of (scene->map, event, &n);
  g_assert_cmpuint (n, ==, 3);
}

#define ADD(path, function) g_test_add (path, Scene, NULL, scene_open, function, scene_close)

/* a file with one of the two could not be opened again */
static void
test_half_a_place (Scene *scene, gconstpointer data)
{
  guint32 a = scene_add (scene, "A");
  g_autoptr (GError) error = NULL;

  g_assert_null (milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_LON, "3.1", &error));
  g_assert_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED);
  scene_do (scene, milieu_edit_place_actors (scene->map, &a, 1, 3.1, 50.5, 0, NULL, NULL));
  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_LON, "3.2", NULL));
  g_assert_cmpfloat (actor_of (scene, a)->lon, ==, 3.2);
  scene_do (scene, milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &a, 1, MILIEU_ACTOR_LAT, "", NULL));
  g_assert_true (isnan (actor_of (scene, a)->lon));
  g_assert_true (isnan (actor_of (scene, a)->lat));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/verbs/add", test_add);
  ADD ("/verbs/tie", test_tie);
  ADD ("/verbs/tie-with-source", test_tie_with_source);
  ADD ("/verbs/delete", test_delete);
  ADD ("/verbs/duplicate", test_duplicate);
  ADD ("/verbs/duplicate-in-band", test_duplicate_in_band);
  ADD ("/verbs/rename", test_rename);
  ADD ("/verbs/place", test_place);
  ADD ("/verbs/spots", test_spots);
  ADD ("/verbs/old-value-stays", test_old_value_stays);
  ADD ("/verbs/refused-fields", test_refused_fields);
  ADD ("/verbs/half-a-place", test_half_a_place);
  ADD ("/verbs/several", test_several);
  ADD ("/verbs/kinds", test_kinds);
  ADD ("/verbs/every-kind-and-type", test_every_kind_and_type);
  ADD ("/verbs/thresholds", test_thresholds);
  ADD ("/verbs/participants", test_participants);
  ADD ("/verbs/tie-classes", test_tie_classes);
  return g_test_run ();
}
