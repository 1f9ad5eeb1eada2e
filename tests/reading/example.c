/* The reference values of the example, from code that is not ours. */
#include "maps.h"

#include <math.h>

static const MilieuResult *
get (MilieuReading *reading, const char *id, MilieuSide side)
{
  const MilieuResult *result = milieu_reading_find (reading, id, side);

  g_assert_nonnull (result);
  return result;
}

static void
assert_value (MilieuReading *reading, const char *id, MilieuSide side, double expected)
{
  const MilieuResult *result = get (reading, id, side);

  g_test_message ("%s %g", id, result->value);
  g_assert_cmpint (result->status, ==, MILIEU_STATUS_VALUE);
  assert_near (result->value, expected);
}

static void
assert_part (MilieuReading *reading, const char *id, MilieuSide side, const char *part, double expected)
{
  g_test_message ("%s %s %g", id, part, milieu_result_part (get (reading, id, side), part));
  assert_near (milieu_result_part (get (reading, id, side), part), expected);
}

static const MilieuActorMeasures *
measures_of (MilieuReading *reading, const char *id, MilieuGraphKind graph)
{
  for (guint i = 0; i < reading->n_actors; i++)
    if (g_str_equal (reading->actors[i].id, id))
      return &reading->actors[i].measures[graph];
  g_assert_not_reached ();
}

/* one column of the table: evidence × graph, strict and suggested */
typedef struct
{
  MilieuEvidence evidence;
  MilieuGraphKind graph;
  guint m, isolates, component;
  double lambda;
  int strict_external, strict_internal; /* both 0: not evaluable */
  guint external, internal;
  double index, assortativity;
  guint bridges, core;
  double r, r_betweenness;
  const char *top;
  double betweenness;
  guint64 before, after;
} Column;

static const Column columns[] = {
  { MILIEU_EVIDENCE_STATED, MILIEU_GRAPH_INTERACTION, 6, 36, 7, 0.1628, 0, 0, 6, 0, 1, -0.5319, 6, 1, 0.0227, 0.0227,
    "pop-man", 15, 17, 0 },
  { MILIEU_EVIDENCE_STATED, MILIEU_GRAPH_ALL, 10, 29, 8, 0.1860, 0, 2, 7, 3, 0.40, 0.0141, 10, 1, 0.0249, 0.0249,
    "pop-man", 20, 23, 1 },
  { MILIEU_EVIDENCE_VERIFIED, MILIEU_GRAPH_INTERACTION, 25, 20, 17, 0.3953, 0, 2, 15, 10, 0.20, 0.1667, 11, 2, 0.0416,
    0.0400, "pop-man", 80.5, 113, 47 },
  { MILIEU_EVIDENCE_VERIFIED, MILIEU_GRAPH_ALL, 49, 6, 35, 0.8140, 1, 7, 20, 29, -0.1837, 0.3510, 10, 2, 0.0800, 0.0746,
    "mel", 310.7167, 413, 213 },
};

static void
test_column (gconstpointer data)
{
  const Column *column = data;
  MilieuReading *reading = example_reading (column->evidence, TRUE);
  gboolean all = column->graph == MILIEU_GRAPH_ALL;
  MilieuSide side = all ? MILIEU_SIDE_STRUCTURAL : MILIEU_SIDE_INTERACTIONIST;
  const MilieuResult *centre = get (reading, "4.2", side);

  g_assert_cmpuint (reading->n_actors, ==, 43);
  g_assert_cmpuint (reading->n_dyads[column->graph], ==, column->m);
  assert_value (reading, "4.0", side, column->isolates);
  assert_part (reading, "4.7", side, "largest", column->component);
  assert_part (reading, "L1b", MILIEU_SIDE_BOTH, all ? "lambda_all" : "lambda_interaction", column->lambda);
  assert_part (reading, "4.6", side, "external", column->external);
  assert_part (reading, "4.6", side, "internal", column->internal);
  assert_value (reading, "4.6", side, column->index);
  assert_part (reading, "4.6", side, "assortativity", column->assortativity);
  assert_part (reading, "4.7", side, "bridges", column->bridges);
  assert_part (reading, "4.7", side, "max_core", column->core);
  assert_part (reading, "L6a", MILIEU_SIDE_INTERACTIONIST, all ? "R_all" : "R", column->r);
  assert_part (reading, "L6a", MILIEU_SIDE_INTERACTIONIST, all ? "R_betweenness_all" : "R_betweenness",
               column->r_betweenness);
  g_assert_cmpstr (milieu_reading_actor (reading, centre->actors[0])->id, ==, column->top);
  assert_near (centre->value, column->betweenness);
  g_assert_cmpuint (measures_of (reading, "pop-man", column->graph)->reach_before, ==, column->before);
  g_assert_cmpuint (measures_of (reading, "pop-man", column->graph)->reach_after, ==, column->after);
}

static void
test_column_strict (gconstpointer data)
{
  const Column *column = data;
  MilieuReading *reading = example_reading (column->evidence, FALSE);
  MilieuSide side = column->graph == MILIEU_GRAPH_ALL ? MILIEU_SIDE_STRUCTURAL : MILIEU_SIDE_INTERACTIONIST;
  double external = column->strict_external, internal = column->strict_internal;

  assert_part (reading, "4.6", side, "external", external);
  assert_part (reading, "4.6", side, "internal", internal);
  if (external + internal > 0)
    assert_value (reading, "4.6", side, (external - internal) / (external + internal));
  else
    {
      g_assert_cmpint (get (reading, "4.6", side)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
      g_assert_true (isnan (get (reading, "4.6", side)->value));
      g_assert_nonnull (get (reading, "4.6", side)->reason);
    }
}

static void
test_verified (void)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);

  assert_value (reading, "S1", MILIEU_SIDE_STRUCTURAL, 43);
  assert_value (reading, "L4b", MILIEU_SIDE_STRUCTURAL, 16 / 30.0);
  assert_value (reading, "S4", MILIEU_SIDE_STRUCTURAL, 11 / 19.0);
  assert_value (reading, "S2", MILIEU_SIDE_STRUCTURAL, 2 * 15 / (19.0 * 18));
  assert_value (reading, "L1b", MILIEU_SIDE_BOTH, 0.4186);
  g_assert_cmpuint (get (reading, "L1b", MILIEU_SIDE_BOTH)->n_actors, ==, 18);
  assert_value (reading, "L6d", MILIEU_SIDE_BOTH, 17 / 43.0);
  assert_value (reading, "L3a", MILIEU_SIDE_STRUCTURAL, 4);
  assert_part (reading, "L3a", MILIEU_SIDE_STRUCTURAL, "evenness", 0.9277);
  assert_part (reading, "L3a", MILIEU_SIDE_STRUCTURAL, "places", 4);
  assert_part (reading, "L3a", MILIEU_SIDE_STRUCTURAL, "spaces", 1);
  assert_part (reading, "L3a", MILIEU_SIDE_STRUCTURAL, "projects", 3);
  assert_part (reading, "L3a", MILIEU_SIDE_STRUCTURAL, "events", 4);
  g_assert_cmpfloat_with_epsilon (milieu_result_part (get (reading, "L3b", MILIEU_SIDE_BOTH), "reach"), 0.16, 0.005);
  g_assert_cmpfloat_with_epsilon (milieu_result_part (get (reading, "L3b", MILIEU_SIDE_BOTH), "mediation"), 0.68, 0.005);
  g_assert_cmpfloat_with_epsilon (get (reading, "L6a", MILIEU_SIDE_BOTH)->value, 0.085, 0.0005);
  assert_value (reading, "L6b", MILIEU_SIDE_INTERACTIONIST, 1 - 47 / 113.0);
  assert_part (reading, "L5a", MILIEU_SIDE_STRUCTURAL, "entries_window", 11);
  assert_part (reading, "L5a", MILIEU_SIDE_STRUCTURAL, "exits_window", 1);
  assert_value (reading, "L5b", MILIEU_SIDE_INTERACTIONIST, 8 / 11.0);
  assert_part (reading, "L2a", MILIEU_SIDE_INTERACTIONIST, "dyads", 6);
  g_assert_cmpint (get (reading, "L2a", MILIEU_SIDE_INTERACTIONIST)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  g_assert_cmpint (get (reading, "4.8", MILIEU_SIDE_INTERACTIONIST)->status, ==, MILIEU_STATUS_NOT_EVALUABLE);
  g_assert_cmpuint (reading->n_dated, ==, 31);
  g_assert_cmpuint (reading->n_datable, ==, 52);
}

/* three standard errors of 2000 permutations */
static void
test_permutations (void)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  const MilieuResult *coupling = get (reading, "L1a", MILIEU_SIDE_INTERACTIONIST);

  assert_near (coupling->value, 0.6);
  g_assert_cmpfloat_with_epsilon (milieu_result_part (coupling, "percentile"), 0.058, 0.016);
  g_assert_cmpfloat_with_epsilon (milieu_result_part (coupling, "by_chance"), 0.751, 0.007);
}

/* the histogram of the draws says the same as their mean and their percentile */
static void
test_chance (void)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  const MilieuResult *coupling = get (reading, "L1a", MILIEU_SIDE_INTERACTIONIST);
  const MilieuSpread *chance = &coupling->chance;
  double step = (chance->high - chance->low) / (chance->n - 1), sum = 0, below = 0;
  guint draws = 0;

  g_assert_cmpuint (chance->n, >, 5);
  for (guint i = 0; i < chance->n; i++)
    {
      draws += chance->counts[i];
      sum += chance->counts[i] * (chance->low + i * step);
      below += chance->low + i * step <= coupling->value + 1e-9 ? chance->counts[i] : 0;
    }
  g_assert_cmpuint (draws, ==, 2000);
  assert_near (sum / draws, milieu_result_part (coupling, "by_chance"));
  assert_near (below / draws, milieu_result_part (coupling, "percentile"));
}

static void
test_space (void)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_STATED, TRUE);
  const MilieuResult *counts = get (reading, "S7", MILIEU_SIDE_STRUCTURAL);
  double lille = NAN;

  assert_part (reading, "S5", MILIEU_SIDE_STRUCTURAL, "lat", 50.5917);
  assert_part (reading, "S5", MILIEU_SIDE_STRUCTURAL, "lon", 3.1206);
  g_assert_cmpfloat_with_epsilon (get (reading, "S6", MILIEU_SIDE_STRUCTURAL)->value, 21.196, 0.002 * 21.196);
  g_assert_cmpstr (get (reading, "S6", MILIEU_SIDE_STRUCTURAL)->unit, ==, "km");
  assert_value (reading, "S7", MILIEU_SIDE_STRUCTURAL, 0.3975);
  g_assert_cmpfloat_with_epsilon (milieu_result_part (counts, "effective"), 2.52, 0.005);
  g_assert_cmpfloat_with_epsilon (milieu_result_part (counts, "gini"), 0.592, 0.0005);
  assert_part (reading, "S7", MILIEU_SIDE_STRUCTURAL, "precise", 0.3787);
  for (guint i = 0; i < counts->n_parts; i++)
    if (g_strcmp0 (counts->parts[i].table, "counts") == 0 && g_str_equal (counts->parts[i].name, "Lille"))
      lille = counts->parts[i].value;
  g_assert_cmpfloat (lille, ==, 23);
  assert_value (reading, "S8", MILIEU_SIDE_STRUCTURAL, 1.0665);
  assert_part (reading, "S8", MILIEU_SIDE_STRUCTURAL, "corrected", 0.9338);
  g_assert_cmpfloat_with_epsilon (milieu_result_part (get (reading, "S8", MILIEU_SIDE_STRUCTURAL), "z"), 0.476, 0.0005);
  assert_part (reading, "S8", MILIEU_SIDE_STRUCTURAL, "n", 14);
  assert_part (reading, "S8", MILIEU_SIDE_STRUCTURAL, "actors", 21);
  assert_value (reading, "S10", MILIEU_SIDE_STRUCTURAL, 21 / 38.0);
}

static void
test_brokers (void)
{
  static const char *const expected[] = { "pop-man", "catalyst", "mairie-lille", "grand-barouf", "anis" };
  static const double values[] = { 10, 4, 2, 2, 2 };
  static const char *const between[] = { "pop-man", "mairie-lille", "grand-barouf", "techshop", "catalyst" };
  static const double betweenness[] = { 80.5, 51, 28.5, 28, 23 };
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  const MilieuResult *roles = get (reading, "4.4", MILIEU_SIDE_INTERACTIONIST);
  const MilieuActorMeasures *man = measures_of (reading, "pop-man", MILIEU_GRAPH_INTERACTION);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MilieuReadingActor *actor = milieu_reading_actor (reading, roles->actors[i]);
      const MilieuActorMeasures *measures = &actor->measures[MILIEU_GRAPH_INTERACTION];
      g_assert_cmpstr (actor->id, ==, expected[i]);
      g_assert_cmpfloat (measures->liaison + measures->gatekeeper, ==, values[i]);
      measures = measures_of (reading, between[i], MILIEU_GRAPH_INTERACTION);
      g_assert_cmpuint (measures->rank, ==, i + 1);
      assert_near (measures->betweenness, betweenness[i]);
    }
  g_assert_cmpuint (man->degree, ==, 6);
  g_assert_cmpuint (man->liaison, ==, 10);
  g_assert_cmpuint (man->itinerant, ==, 4);
  assert_near (man->constraint, 0.2039);
  g_assert_cmpfloat_with_epsilon (man->effective_size, 5.667, 0.0005);
  g_assert_cmpfloat_with_epsilon (man->participation, 0.611, 0.0005);
  g_assert_cmpuint (man->rank, ==, 1);
}

/* evidence chooses ties and nothing else */
static void
test_evidence (void)
{
  static const guint ties[] = { 10, 12, 49, 50, 50 };
  MilieuReading *first = example_reading (MILIEU_EVIDENCE_STATED, TRUE);

  for (guint evidence = MILIEU_EVIDENCE_STATED; evidence <= MILIEU_EVIDENCE_SESSION; evidence++)
    {
      MilieuReading *reading = example_reading (evidence, TRUE);
      g_assert_cmpuint (reading->n_ties, ==, ties[evidence - 1]);
      g_assert_cmpuint (reading->n_actors, ==, first->n_actors);
      for (guint i = 0; i < reading->n_actors; i++)
        g_assert_cmpuint (reading->actors[i].ground, ==, first->actors[i].ground);
      assert_part (reading, "S8", MILIEU_SIDE_STRUCTURAL, "n", 14);
      assert_part (reading, "L5a", MILIEU_SIDE_STRUCTURAL, "entries_window", 11);
    }
}

static void
test_same_again (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) one = read_as (map, MILIEU_EVIDENCE_VERIFIED, TRUE);
  g_autoptr (MilieuReading) other = read_as (map, MILIEU_EVIDENCE_VERIFIED, TRUE);

  g_assert_cmpuint (one->n_results, ==, other->n_results);
  for (guint i = 0; i < one->n_results; i++)
    {
      const MilieuResult *a = one->results[i], *b = other->results[i];
      g_assert_cmpint (a->status, ==, b->status);
      g_assert_true (a->value == b->value || (isnan (a->value) && isnan (b->value)));
      g_assert_cmpuint (a->n_parts, ==, b->n_parts);
      for (guint p = 0; p < a->n_parts; p++)
        g_assert_true (a->parts[p].value == b->parts[p].value
                       || (isnan (a->parts[p].value) && isnan (b->parts[p].value)));
    }
}

/* another seed, another percentile: chance is really drawn */
static void
test_other_seed (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuReading) one = read_as (map, MILIEU_EVIDENCE_VERIFIED, TRUE);
  g_autoptr (MilieuReading) other = NULL;

  small_setting (map, "seed", "7");
  other = read_as (map, MILIEU_EVIDENCE_VERIFIED, TRUE);
  g_assert_cmpint (other->seed, ==, 7);
  g_assert_cmpfloat (milieu_result_part (get (one, "L1a", MILIEU_SIDE_BOTH), "by_chance"), !=,
                     milieu_result_part (get (other, "L1a", MILIEU_SIDE_BOTH), "by_chance"));
}

static void
test_cancelled (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;
  gint cancel = 1;

  milieu_filter_init (&filter);
  g_assert_null (milieu_reading_compute (snapshot, &filter, &cancel, NULL, NULL));
}

typedef struct
{
  double at;
  gint flag;
} Cancel;

static void
cancel_at (double fraction, gpointer data)
{
  Cancel *cancel = data;

  if (fraction >= cancel->at)
    g_atomic_int_set (&cancel->flag, 1);
}

/* given up between any two steps: nothing comes, nothing is lost */
static void
test_cancelled_on_the_way (void)
{
  g_autoptr (MilieuMap) map = example_map ();
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  for (guint step = 1; step <= 10; step++)
    {
      Cancel cancel = { step / 11.0 - 0.01, 0 };
      g_assert_null (milieu_reading_compute (snapshot, &filter, &cancel.flag, cancel_at, &cancel));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *suggested = g_strdup_printf ("/reading/example/column-%u/suggested", i);
      g_autofree char *strict = g_strdup_printf ("/reading/example/column-%u/strict", i);
      g_test_add_data_func (suggested, &columns[i], test_column);
      g_test_add_data_func (strict, &columns[i], test_column_strict);
    }
  g_test_add_func ("/reading/example/verified", test_verified);
  g_test_add_func ("/reading/example/permutations", test_permutations);
  g_test_add_func ("/reading/example/chance", test_chance);
  g_test_add_func ("/reading/example/space", test_space);
  g_test_add_func ("/reading/example/brokers", test_brokers);
  g_test_add_func ("/reading/example/evidence", test_evidence);
  g_test_add_func ("/reading/example/same-again", test_same_again);
  g_test_add_func ("/reading/example/other-seed", test_other_seed);
  g_test_add_func ("/reading/example/cancelled", test_cancelled);
  g_test_add_func ("/reading/example/cancelled-on-the-way", test_cancelled_on_the_way);
  return g_test_run ();
}
