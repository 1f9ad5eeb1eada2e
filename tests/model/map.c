/* The live map and its snapshots: nothing stale, nothing dangling, nothing
 * that a snapshot holds ever changes. */
#include "model/map.h"

#include <math.h>
#include <string.h>

#include "model/filter.h"

static gboolean
put (MilieuMap *map, MilieuRecordType type, const char *id, const MilieuValue *values, GError **error)
{
  guint32 key = milieu_map_intern (map, type, id);
  g_autoptr (MilieuGroup) group = milieu_group_new ("put", id);

  milieu_group_change (group, milieu_map_get (map, type, key), milieu_record_new (type, key, id, values, NULL));
  return milieu_map_apply (map, group, error);
}

static gboolean
drop (MilieuMap *map, MilieuRecordType type, const char *id, GError **error)
{
  g_autoptr (MilieuGroup) group = milieu_group_new ("drop", id);

  milieu_group_change (group, milieu_map_find (map, type, id), NULL);
  return milieu_map_apply (map, group, error);
}

static void
put_kind (MilieuMap *map, const char *id, MilieuAnswer graph)
{
  MilieuValue values[] = { MILIEU_TEXT (id), MILIEU_NO_VALUE, MILIEU_NO_VALUE, MILIEU_TOKEN (graph) };

  g_assert_true (put (map, MILIEU_RECORD_KIND, id, values, NULL));
}

static gboolean
put_actor (MilieuMap *map, const char *id, MilieuGround ground, MilieuDate start, MilieuDate end, GError **error)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_ACTOR_NAME] = MILIEU_TEXT (id);
  values[MILIEU_ACTOR_KIND] = MILIEU_REFERENCE (milieu_map_intern (map, MILIEU_RECORD_KIND, "place"));
  values[MILIEU_ACTOR_GROUND] = MILIEU_TOKEN (ground);
  values[MILIEU_ACTOR_START] = MILIEU_DATE (start);
  values[MILIEU_ACTOR_END] = MILIEU_DATE (end);
  return put (map, MILIEU_RECORD_ACTOR, id, values, error);
}

static gboolean
put_tie (MilieuMap *map, const char *id, const char *source, const char *target, MilieuEvidence evidence, GError **error)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_TIE_SOURCE] = MILIEU_REFERENCE (milieu_map_intern (map, MILIEU_RECORD_ACTOR, source));
  values[MILIEU_TIE_TARGET] = MILIEU_REFERENCE (milieu_map_intern (map, MILIEU_RECORD_ACTOR, target));
  values[MILIEU_TIE_TYPE] = MILIEU_REFERENCE (milieu_map_intern (map, MILIEU_RECORD_TYPE, "knows"));
  values[MILIEU_TIE_EVIDENCE] = MILIEU_TOKEN (evidence);
  return put (map, MILIEU_RECORD_TIE, id, values, error);
}

static void
put_claim (MilieuMap *map, const char *id, const char *actor, const char *field, const char *value)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_CLAIM_SUBJECT] = MILIEU_SUBJECT (MILIEU_RECORD_ACTOR, milieu_map_intern (map, MILIEU_RECORD_ACTOR, actor));
  values[MILIEU_CLAIM_FIELD] = MILIEU_TEXT (field);
  values[MILIEU_CLAIM_VALUE] = MILIEU_TEXT (value);
  values[MILIEU_CLAIM_EVIDENCE] = MILIEU_TOKEN (MILIEU_EVIDENCE_IMPLIED);
  g_assert_true (put (map, MILIEU_RECORD_CLAIM, id, values, NULL));
}

/* a and b tied, c alone */
static MilieuMap *
small_map (void)
{
  MilieuMap *map = milieu_map_new ();
  MilieuValue type[] = { MILIEU_TEXT ("knows"), MILIEU_TOKEN (MILIEU_CLASS_INTERACTION), MILIEU_TOKEN (MILIEU_ANSWER_NO) };

  put_kind (map, "place", MILIEU_ANSWER_UNSET);
  g_assert_true (put (map, MILIEU_RECORD_TYPE, "knows", type, NULL));
  g_assert_true (put_actor (map, "a", MILIEU_GROUND_UPPERGROUND, milieu_date_new (2001, 0, 0, FALSE), 0, NULL));
  g_assert_true (put_actor (map, "b", MILIEU_GROUND_NONE, 0, 0, NULL));
  g_assert_true (put_actor (map, "c", MILIEU_GROUND_UNDERGROUND, milieu_date_new (2010, 5, 0, FALSE),
                            milieu_date_new (2015, 0, 0, FALSE), NULL));
  g_assert_true (put_tie (map, "ab", "a", "b", MILIEU_EVIDENCE_VERIFIED, NULL));
  return map;
}

static void
test_keys (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();

  g_assert_cmpuint (milieu_map_key (map, MILIEU_RECORD_ACTOR, "x"), ==, MILIEU_NO_KEY);
  g_assert_cmpuint (milieu_map_intern (map, MILIEU_RECORD_ACTOR, "x"), ==, 0);
  g_assert_cmpuint (milieu_map_intern (map, MILIEU_RECORD_ACTOR, "y"), ==, 1);
  g_assert_cmpuint (milieu_map_intern (map, MILIEU_RECORD_ACTOR, "x"), ==, 0);
  g_assert_cmpuint (milieu_map_key (map, MILIEU_RECORD_SPOT, "y"), ==, 1);
  g_assert_cmpuint (milieu_map_intern (map, MILIEU_RECORD_TIE, "y"), ==, 0);
  g_assert_null (milieu_map_find (map, MILIEU_RECORD_ACTOR, "x"));
}

static void
test_new_id (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autofree char *plain = milieu_map_new_id (map, MILIEU_RECORD_ACTOR, "  Le Cœur d’Été (n° 3) ");
  g_autofree char *taken = milieu_map_new_id (map, MILIEU_RECORD_ACTOR, "A");
  g_autofree char *empty = milieu_map_new_id (map, MILIEU_RECORD_ACTOR, "中");

  g_assert_cmpstr (plain, ==, "le-coeur-d-ete-n-3");
  g_assert_cmpstr (taken, ==, "a-2");
  g_assert_cmpstr (empty, ==, "actor");
}

static void
test_snapshot_is_for_ever (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuSnapshot) before = milieu_map_snapshot (map);
  guint32 key = milieu_map_key (map, MILIEU_RECORD_ACTOR, "a");
  const MilieuRecord *held = milieu_snapshot_get (before, MILIEU_RECORD_ACTOR, key);

  g_assert_true (put_actor (map, "a", MILIEU_GROUND_EMERGING, 0, 0, NULL));
  g_assert_true (put_actor (map, "d", MILIEU_GROUND_EMERGING, 0, 0, NULL));
  g_assert_true (milieu_snapshot_get (before, MILIEU_RECORD_ACTOR, key) == held);
  g_assert_cmpuint (milieu_snapshot_count (before, MILIEU_RECORD_ACTOR), ==, 3);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 4);
  g_assert_true (milieu_map_get (map, MILIEU_RECORD_ACTOR, key) != held);
  g_assert_cmpuint (milieu_snapshot_revision (before) + 2, ==, milieu_map_revision (map));
}

static void
test_stale (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuGroup) group = milieu_group_new ("late", "Late");
  g_autoptr (GError) error = NULL;
  const MilieuRecord *before = milieu_map_find (map, MILIEU_RECORD_ACTOR, "a");

  milieu_group_change (group, NULL, milieu_record_new (MILIEU_RECORD_KIND, milieu_map_intern (map, MILIEU_RECORD_KIND, "new"),
                                                       "new", NULL, NULL));
  milieu_group_change (group, before, milieu_record_with (before, MILIEU_ACTOR_SECTOR, MILIEU_TEXT ("late")));
  g_assert_true (put_actor (map, "a", MILIEU_GROUND_EMERGING, 0, 0, NULL));
  g_assert_false (milieu_map_apply (map, group, &error));
  g_assert_error (error, MILIEU_MAP_ERROR, MILIEU_MAP_ERROR_STALE);
  g_assert_null (milieu_map_find (map, MILIEU_RECORD_KIND, "new"));
}

static void
refuse (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, MILIEU_MAP_ERROR, MILIEU_MAP_ERROR_DANGLING);
  g_clear_error (error);
}

static void
test_dangling (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  GError *error = NULL;
  guint64 revision = milieu_map_revision (map);
  MilieuValue spot[] = { MILIEU_NUMBER (1), MILIEU_NUMBER (2), MILIEU_NO_VALUE };

  refuse (put_tie (map, "ax", "a", "nobody", MILIEU_EVIDENCE_STATED, &error), &error);
  refuse (put (map, MILIEU_RECORD_SPOT, "nobody", spot, &error), &error);
  refuse (drop (map, MILIEU_RECORD_ACTOR, "a", &error), &error);
  refuse (drop (map, MILIEU_RECORD_KIND, "place", &error), &error);
  refuse (drop (map, MILIEU_RECORD_TYPE, "knows", &error), &error);
  g_assert_cmpuint (milieu_map_revision (map), ==, revision);
  g_assert_true (drop (map, MILIEU_RECORD_ACTOR, "c", NULL));
  g_assert_true (put (map, MILIEU_RECORD_SPOT, "a", spot, NULL));
}

static void
test_index (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  guint32 a = milieu_map_key (map, MILIEU_RECORD_ACTOR, "a"), c = milieu_map_key (map, MILIEU_RECORD_ACTOR, "c");
  guint n;

  g_assert_cmpuint (milieu_map_ties_of (map, a, &n)[0], ==, milieu_map_key (map, MILIEU_RECORD_TIE, "ab"));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (put_tie (map, "ab", "c", "c", MILIEU_EVIDENCE_STATED, NULL));
  milieu_map_ties_of (map, a, &n);
  g_assert_cmpuint (n, ==, 0);
  milieu_map_ties_of (map, c, &n);
  g_assert_cmpuint (n, ==, 1);
  put_claim (map, "k", "a", "start", "2002");
  milieu_map_claims_of (map, MILIEU_RECORD_ACTOR, a, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (drop (map, MILIEU_RECORD_CLAIM, "k", NULL));
  milieu_map_claims_of (map, MILIEU_RECORD_ACTOR, a, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_grounds (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autofree guint8 *strict = NULL, *suggested = NULL;
  guint32 a = milieu_map_key (map, MILIEU_RECORD_ACTOR, "a"), b = milieu_map_key (map, MILIEU_RECORD_ACTOR, "b");

  put_claim (map, "k3", "b", "ground", "middleground");
  put_claim (map, "k2", "b", "ground", "emerging");
  put_claim (map, "k1", "b", "ground", "a federation of firms");
  put_claim (map, "k0", "a", "ground", "underground");
  snapshot = milieu_map_snapshot (map);
  strict = milieu_snapshot_grounds (snapshot, FALSE);
  suggested = milieu_snapshot_grounds (snapshot, TRUE);
  g_assert_cmpuint (strict[b], ==, MILIEU_GROUND_NONE);
  g_assert_cmpuint (suggested[b], ==, MILIEU_GROUND_EMERGING);
  g_assert_cmpuint (suggested[a], ==, MILIEU_GROUND_UPPERGROUND);
}

static char *
chosen (MilieuMap *map, const MilieuFilter *filter, gboolean shown)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree guint8 *actors = milieu_filter_actors (filter, snapshot, shown);
  g_autofree guint8 *ties = milieu_filter_ties (filter, snapshot, actors, shown);
  GString *text = g_string_new (NULL);

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    if (actors[key])
      g_string_append (text, milieu_snapshot_get (snapshot, MILIEU_RECORD_ACTOR, key)->id);
  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE); key++)
    if (ties[key])
      g_string_append_printf (text, " %s", milieu_snapshot_get (snapshot, MILIEU_RECORD_TIE, key)->id);
  return g_string_free (text, FALSE);
}

#define assert_chosen(filter, shown, expected) \
  G_STMT_START { g_autofree char *got = chosen (map, filter, shown); g_assert_cmpstr (got, ==, expected); } G_STMT_END

static void
test_filter (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  assert_chosen (&filter, FALSE, "abc ab");
  filter.evidence = MILIEU_EVIDENCE_IMPLIED;
  assert_chosen (&filter, FALSE, "abc");
  filter.evidence = MILIEU_EVIDENCE_SESSION;
  filter.slice = 2005;
  assert_chosen (&filter, FALSE, "ab ab");
  filter.slice = 2015;
  assert_chosen (&filter, FALSE, "abc ab");
  filter.slice = 2016;
  assert_chosen (&filter, FALSE, "ab ab");
  filter.slice = 0;
  filter.hidden_grounds = 1 << MILIEU_GROUND_UNDERGROUND;
  assert_chosen (&filter, FALSE, "abc ab");
  assert_chosen (&filter, TRUE, "ab ab");
  filter.hidden_grounds = 0;
  filter.period_from = filter.period_to = 2003;
  assert_chosen (&filter, TRUE, "ab ab");
  filter.hide_undated = TRUE;
  assert_chosen (&filter, TRUE, "a");
  g_assert_cmpuint (milieu_filter_year (&filter, snapshot), ==, 2010);
}

static void
test_large (void)
{
  g_autoptr (MilieuMap) map = small_map ();
  g_autoptr (MilieuGroup) group = milieu_group_new ("many", "Many");
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autofree guint32 *keys = NULL;
  const MilieuRecord *pattern = milieu_map_find (map, MILIEU_RECORD_ACTOR, "a");
  guint n;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("x%05u", 9999 - i);

      milieu_group_change (group, NULL, milieu_record_copy_as (pattern, milieu_map_intern (map, MILIEU_RECORD_ACTOR, id), id));
    }
  g_assert_true (milieu_map_apply (map, group, NULL));
  snapshot = milieu_map_snapshot (map);
  keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_ACTOR, &n);
  g_assert_cmpuint (n, ==, 10003);
  for (guint i = 1; i < n; i++)
    g_assert_cmpstr (milieu_snapshot_actor (snapshot, keys[i - 1])->record.id, <,
                     milieu_snapshot_actor (snapshot, keys[i])->record.id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/keys", test_keys);
  g_test_add_func ("/map/new-id", test_new_id);
  g_test_add_func ("/map/snapshot-is-for-ever", test_snapshot_is_for_ever);
  g_test_add_func ("/map/stale", test_stale);
  g_test_add_func ("/map/dangling", test_dangling);
  g_test_add_func ("/map/index", test_index);
  g_test_add_func ("/map/grounds", test_grounds);
  g_test_add_func ("/map/filter", test_filter);
  g_test_add_func ("/map/large", test_large);
  return g_test_run ();
}
