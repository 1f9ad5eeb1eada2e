/* milieu read: what it prints, and how it refuses. */
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "../reading/maps.h"
#include "cli/commands.h"
#include "cli/question.h"
#include "session/listing.h"

static MilieuListing
listing_of (MilieuEvidence evidence, MilieuLanguage language)
{
  return (MilieuListing) { example_reading (evidence, TRUE), "Map", "00", language };
}

static JsonNode *
parse_json (void)
{
  MilieuListing listing = listing_of (MILIEU_EVIDENCE_VERIFIED, MILIEU_LANGUAGE_ENGLISH);
  g_autofree char *text = milieu_listing_json (&listing);
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

static JsonObject *
find_indicator (JsonNode *root, const char *id)
{
  JsonArray *indicators = json_object_get_array_member (json_node_get_object (root), "indicators");
  JsonObject *found = NULL;

  for (guint i = 0; i < json_array_get_length (indicators); i++)
    {
      JsonObject *indicator = json_array_get_object_element (indicators, i);
      if (!g_str_equal (json_object_get_string_member (indicator, "id"), id))
        continue;
      g_assert_null (found); /* one for each id */
      found = indicator;
    }
  g_assert_nonnull (found);
  return found;
}

static void
assert_part (JsonNode *root, const char *id, const char *part, double expected)
{
  JsonObject *parts = json_object_get_object_member (find_indicator (root, id), "parts");

  g_test_message ("%s %s", id, part);
  g_assert_true (json_object_has_member (parts, part));
  assert_near (json_object_get_double_member (parts, part), expected);
}

static void
test_json_head (void)
{
  g_autoptr (JsonNode) root = parse_json ();
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpstr (json_object_get_string_member (object, "map"), ==, "Map");
  g_assert_cmpint (json_object_get_int_member (object, "year"), ==, 2018);
  g_assert_cmpstr (json_object_get_string_member (object, "evidence"), ==, "verified");
  g_assert_cmpstr (json_object_get_string_member (object, "grounds"), ==, "suggested");
  g_assert_cmpstr (json_object_get_string_member (object, "scope"), ==, "core");
  g_assert_cmpint (json_object_get_int_member (object, "actors"), ==, 43);
  g_assert_cmpint (json_object_get_int_member (object, "ties"), ==, 49);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "measures")), ==, 2 * 43);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "questions")), ==, 5);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (object, "verdict"), "outcome"), ==,
                   "accumulation");
}

static void
test_json_indicators (void)
{
  g_autoptr (JsonNode) root = parse_json ();
  JsonObject *gap = find_indicator (root, "L1b"), *grounds = find_indicator (root, "4.6");
  JsonObject *upperground = json_object_get_object_member (json_object_get_object_member (json_object_get_object_member (
    find_indicator (root, "S1"), "parts"), "table"), "upperground");

  assert_near (json_object_get_double_member (gap, "value"), 0.4186);
  g_assert_cmpstr (json_object_get_string_member (gap, "status"), ==, "value");
  g_assert_true (json_object_get_null_member (gap, "reason"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (gap, "actors")), ==, 18);
  assert_near (json_object_get_double_member (grounds, "value"), 0.2);
  g_assert_cmpstr (json_object_get_string_member (grounds, "reading"), ==, "both");
  g_assert_true (json_object_get_null_member (find_indicator (root, "S5"), "value"));
  g_assert_true (json_object_get_null_member (find_indicator (root, "4.8"), "value"));
  g_assert_cmpstr (json_object_get_string_member (find_indicator (root, "4.8"), "status"), ==, "not-evaluable");
  g_assert_cmpstr (json_object_get_string_member (find_indicator (root, "4.8"), "reason"), ==, "no participation was entered");
  g_assert_cmpint (json_object_get_int_member (upperground, "organisation"), ==, 11);
}

/* the names of parts that other programs rely on */
static void
test_json_parts (void)
{
  g_autoptr (JsonNode) root = parse_json ();
  JsonObject *dependence = json_object_get_object_member (find_indicator (root, "L6b"), "parts");

  assert_part (root, "L1b", "lambda_all", 0.8140);
  assert_part (root, "L1b", "lambda_interaction", 0.3953);
  assert_part (root, "L3a", "evenness", 0.9277);
  assert_part (root, "L3a", "places", 4);
  assert_part (root, "L3b", "reach", 25 / 152.0);
  assert_part (root, "L3b", "mediation", 0.68);
  assert_part (root, "L6a", "R", 0.0416);
  assert_part (root, "L6a", "R_betweenness", 0.0400);
  assert_part (root, "L6b", "before", 113);
  assert_part (root, "L6b", "after", 47);
  g_assert_cmpstr (json_object_get_string_member (dependence, "actor"), ==, "pop-man");
  assert_part (root, "S5", "lon", 3.1206);
  assert_part (root, "S5", "lat", 50.5917);
  assert_part (root, "S8", "corrected", 0.9338);
  assert_part (root, "S8", "n", 14);
  assert_part (root, "4.6", "all", -0.1837);
  assert_part (root, "4.0", "all", 6);
}

static void
test_json_measures (void)
{
  g_autoptr (JsonNode) root = parse_json ();
  JsonArray *measures = json_object_get_array_member (json_node_get_object (root), "measures");
  guint isolates = 0;

  for (guint i = 0; i < json_array_get_length (measures); i++)
    {
      JsonObject *one = json_array_get_object_element (measures, i);
      gboolean interaction = g_str_equal (json_object_get_string_member (one, "graph"), "interaction");
      gboolean isolate = json_object_get_int_member (one, "degree") == 0;
      isolates += interaction && isolate;
      g_assert_true (json_object_get_null_member (one, "constraint") == isolate);
      g_assert_true (json_object_get_null_member (one, "effective_size") == isolate);
      if (interaction && g_str_equal (json_object_get_string_member (one, "actor"), "pop-man"))
        assert_near (json_object_get_double_member (one, "betweenness"), 80.5);
    }
  g_assert_cmpuint (isolates, ==, 20);
}

static void
test_csv (void)
{
  MilieuListing listing = listing_of (MILIEU_EVIDENCE_VERIFIED, MILIEU_LANGUAGE_FRENCH);
  g_autofree char *text = milieu_listing_csv (&listing);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (lines[0], ==, "id,reading,value,status,reason,evidence,grounds,n,m,seed,formula");
  for (guint i = 1; lines[i][0]; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 5);
      g_assert_true (g_hash_table_add (seen, (gpointer) g_intern_string (cells[0])));
      if (!g_str_equal (cells[3], "value"))
        {
          g_assert_cmpstr (cells[2], ==, "");
          g_assert_false (g_str_has_prefix (cells[4], ",")); /* a reason */
        }
    }
  g_assert_nonnull (strstr (text, "\nL1b,both,0.4186046511627907,value,,verified,suggested,43,49,42,L1b/1\n"));
  g_assert_nonnull (strstr (text, "\n4.8,interactionist,,not-evaluable,aucune participation saisie,verified,"));
}

static void
test_text (void)
{
  MilieuListing french = listing_of (MILIEU_EVIDENCE_VERIFIED, MILIEU_LANGUAGE_FRENCH);
  MilieuListing english = listing_of (MILIEU_EVIDENCE_VERIFIED, MILIEU_LANGUAGE_ENGLISH);
  g_autofree char *text = milieu_listing_text (&french);
  g_autofree char *markdown = milieu_listing_markdown (&english);

  g_assert_nonnull (strstr (text, "Δ\u00a00,4186"));
  g_assert_nonnull (strstr (text, "« POP Man »"));
  g_assert_null (strchr (text, '{'));
  g_assert_nonnull (strstr (markdown, "| L1b | Structural-interactional gap | Both readings | 0.4186 | value |"));
  g_assert_null (strchr (markdown, '{'));
}

static void
test_shortest (void)
{
  static const double values[] = { 0.1, 1 / 3.0, 1e300, 5e-324, -2, 0.30000000000000004 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = milieu_number_shortest (values[i]);
      g_assert_true (g_ascii_strtod (text, NULL) == values[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = milieu_number_shortest (i ? INFINITY : NAN);
      g_assert_cmpstr (text, ==, "");
    }
}

static int
run (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char **argv = g_memdup2 (words, (g_strv_length (words) + 1) * sizeof (char *)); /* the parser moves them about */

  return milieu_cli_read (g_strv_length (words), argv);
}

static void
test_refusals (void)
{
  g_assert_cmpint (run ("read"), ==, 2);
  g_assert_cmpint (run ("read a.milieu b.milieu"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --format yaml"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --evidence guessed"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --grounds loose"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --scope some"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --lang de"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --year 0"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --slice 10000"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --emerging underground"), ==, 2);
  g_assert_cmpint (run ("read a.milieu --wrong"), ==, 2);
  g_assert_cmpint (run ("read /nowhere/at/all.milieu"), ==, 1);
}

static void
test_question (void)
{
  g_auto (MilieuQuestionOptions) options = { g_strdup ("implied"), g_strdup ("strict"), g_strdup ("all"), g_strdup ("fr"),
                                            g_strdup ("middleground"), NULL, FALSE,
                                             2001, 1990 };
  MilieuFilter filter;
  MilieuLanguage language;
  g_autoptr (GError) error = NULL;

  g_assert_true (milieu_question_options_read (&options, &filter, &language, &error));
  g_assert_no_error (error);
  g_assert_cmpint (filter.evidence, ==, MILIEU_EVIDENCE_IMPLIED);
  g_assert_false (filter.suggested);
  g_assert_true (filter.all_scopes);
  g_assert_cmpuint (filter.year, ==, 2001);
  g_assert_cmpuint (filter.slice, ==, 1990);
  g_assert_cmpint (filter.emerging, ==, MILIEU_EMERGING_MIDDLEGROUND);
  g_assert_cmpint (language, ==, MILIEU_LANGUAGE_FRENCH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/read/json-head", test_json_head);
  g_test_add_func ("/cli/read/json-indicators", test_json_indicators);
  g_test_add_func ("/cli/read/json-parts", test_json_parts);
  g_test_add_func ("/cli/read/json-measures", test_json_measures);
  g_test_add_func ("/cli/read/csv", test_csv);
  g_test_add_func ("/cli/read/text", test_text);
  g_test_add_func ("/cli/read/shortest", test_shortest);
  g_test_add_func ("/cli/read/refusals", test_refusals);
  g_test_add_func ("/cli/read/question", test_question);
  return g_test_run ();
}
