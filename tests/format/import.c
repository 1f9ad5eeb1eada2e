/* Tables into maps: the example, merges, and what people's own tables look like. */
#include "format/import.h"

#include <glib/gstdio.h>
#include <string.h>

#include "format/project-read.h"
#include "format/project-write.h"

/* a folder of tables, gone at the end */
typedef struct
{
  char *folder;
  GPtrArray *paths;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("milieu-import-XXXXXX", NULL);
  fixture->paths = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->paths->len; i++)
    g_remove (g_ptr_array_index (fixture->paths, i));
  g_rmdir (fixture->folder);
  g_ptr_array_unref (fixture->paths);
  g_free (fixture->folder);
}

static const char *
put_file (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (fixture->paths, path);
  return path;
}

static void
import_into (MilieuMap *map, const MilieuImport *what, MilieuReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuGroup) group = milieu_import (map, what, report, &error);

  g_assert_no_error (error);
  g_assert_true (milieu_map_apply (map, group, &error));
  g_assert_no_error (error);
}

static char *
write_map (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (GBytes) bytes = milieu_project_write (snapshot);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
example_path (const char *name)
{
  return g_build_filename (g_getenv ("MILIEU_DATADIR"), "example", name, NULL);
}

static MilieuMap *
import_example (MilieuMap *map, MilieuReport *report)
{
  g_autofree char *actors = example_path ("actors.csv");
  g_autofree char *ties = example_path ("ties.csv");
  g_autofree char *grounds = example_path ("ground-suggestions.csv");
  g_autofree char *scope = example_path ("scope.csv");
  g_autofree char *claims = example_path ("conflicts.csv");
  const MilieuImport what = { actors, ties, grounds, scope, claims, "L’innovation numérique dans les Hauts-de-France", 2018 };

  import_into (map, &what, report);
  return map;
}

static guint
count_claims (MilieuMap *map, gboolean (*asked) (MilieuMap *map, const MilieuClaim *claim))
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  guint n, counted = 0;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_CLAIM, &n);

  for (guint i = 0; i < n; i++)
    counted += asked (map, milieu_snapshot_claim (snapshot, keys[i]));
  return counted;
}

static gboolean
quotes_an_actor (MilieuMap *map, const MilieuClaim *claim)
{
  return claim->subject_type == MILIEU_RECORD_ACTOR && claim->quote != NULL;
}

static gboolean
is_about_a_tie (MilieuMap *map, const MilieuClaim *claim)
{
  return claim->subject_type == MILIEU_RECORD_TIE;
}

static gboolean
is_precision (MilieuMap *map, const MilieuClaim *claim)
{
  return g_strcmp0 (claim->field, "precision") == 0;
}

static gboolean
is_ground (const MilieuClaim *claim, guint *ground)
{
  return g_strcmp0 (claim->field, "ground") == 0 && milieu_vocabulary_parse (MILIEU_VOCABULARY_GROUND, claim->value, ground);
}

static gboolean
suggests_a_ground (MilieuMap *map, const MilieuClaim *claim)
{
  guint ground;

  return is_ground (claim, &ground)
         && ((const MilieuActor *) milieu_map_get (map, MILIEU_RECORD_ACTOR, claim->subject_key))->ground == MILIEU_GROUND_NONE;
}

static gboolean
is_an_alternative (MilieuMap *map, const MilieuClaim *claim)
{
  guint ground;
  guint held = ((const MilieuActor *) milieu_map_get (map, MILIEU_RECORD_ACTOR, claim->subject_key))->ground;

  return claim->subject_type == MILIEU_RECORD_ACTOR && is_ground (claim, &ground) && held != MILIEU_GROUND_NONE && held != ground;
}

/* counted from the tables by another program, written for it (Python's csv and re) */
static void
test_example (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autofree char *path = example_path ("hauts-de-france.milieu");
  g_autofree char *shipped = NULL, *written = NULL;

  import_example (map, report);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 93);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_TIE), ==, 88);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_SOURCE), ==, 94);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_CLAIM), ==, 386);
  g_assert_cmpuint (count_claims (map, quotes_an_actor), ==, 93);
  g_assert_cmpuint (count_claims (map, is_about_a_tie), ==, 88);
  g_assert_cmpuint (count_claims (map, is_precision), ==, 45);
  g_assert_cmpuint (count_claims (map, suggests_a_ground), ==, 28);
  g_assert_cmpuint (count_claims (map, is_an_alternative), ==, 2);
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_REFUSED), ==, 0);
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_REMARK), ==, 0);
  g_assert_true (g_file_get_contents (path, &shipped, NULL, NULL));
  written = write_map (map);
  g_assert_cmpstr (written, ==, shipped);
}

static void
test_example_values (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  const MilieuActor *actor;
  const MilieuSource *deck;
  g_autofree char *start = NULL;
  g_autofree char *text = NULL;

  import_example (map, report);
  actor = (const MilieuActor *) milieu_map_find (map, MILIEU_RECORD_ACTOR, "ankama");
  g_assert_cmpint (actor->precision, ==, MILIEU_PRECISION_APPROXIMATE);
  g_assert_cmpfloat (actor->radius, ==, 100);
  g_assert_cmpfloat (actor->lon, ==, 3.161);
  actor = (const MilieuActor *) milieu_map_find (map, MILIEU_RECORD_ACTOR, "game-in");
  g_assert_cmpfloat (actor->radius, ==, 300);
  actor = (const MilieuActor *) milieu_map_find (map, MILIEU_RECORD_ACTOR, "supinfocom");
  start = milieu_date_format (actor->start);
  g_assert_cmpstr (start, ==, "1987");
  deck = (const MilieuSource *) milieu_map_find (map, MILIEU_RECORD_SOURCE, "support");
  g_assert_cmpstr (deck->title, ==, "Support de présentation (Irrmann et al.)");
  text = write_map (map);
  g_assert_nonnull (strstr (text, "subject=\"actor:supinfocom\" field=\"start\" value=\"1988\" evidence=\"verified\""));
  g_assert_nonnull (strstr (text, "<quote>Réseau Catalyst innovation sociale et numérique</quote>"));
  g_assert_nonnull (strstr (text, "« POP Man » (rôle : boundary spanner)"));
}

static void
test_twice (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (MilieuReport) second = milieu_report_new ();
  g_autofree char *once = NULL, *again = NULL;

  once = write_map (import_example (map, report));
  again = write_map (import_example (map, second));
  g_assert_cmpstr (once, ==, again);
  g_assert_cmpuint (milieu_report_count (second, MILIEU_REPORT_ADDED), ==, 0);
  g_assert_cmpuint (milieu_report_count (second, MILIEU_REPORT_MERGED), ==, 93 + 88 + 30 + 93 + 18);
}

/* names of columns as people have them, ties by name, a French spreadsheet's commas and semicolons */
static void
test_own_tables (Fixture *fixture, gconstpointer data)
{
  const MilieuImport what = {
    .actors = put_file (fixture, "a.csv", "Nom;Type;Latitude;Longitude;Début;Couleur\r\nLa Poste;company;50,63;3,06;1999;jaune\r\nÉcole n° 2;guild;;;;\r\n"),
    .ties = put_file (fixture, "t.csv", "De;Vers;Relation\r\nLa Poste;École n° 2;collaborates\r\n"),
  };
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  const MilieuActor *poste;
  const MilieuTie *tie;

  import_into (map, &what, report);
  poste = (const MilieuActor *) milieu_map_find (map, MILIEU_RECORD_ACTOR, "la-poste");
  g_assert_nonnull (poste);
  g_assert_cmpfloat (poste->lat, ==, 50.63);
  g_assert_cmpint (poste->precision, ==, MILIEU_PRECISION_EXACT);
  g_assert_cmpuint (milieu_date_year (poste->start), ==, 1999);
  g_assert_nonnull (milieu_map_find (map, MILIEU_RECORD_KIND, "guild"));
  tie = (const MilieuTie *) milieu_map_find (map, MILIEU_RECORD_TIE, "t001");
  g_assert_nonnull (tie);
  g_assert_cmpuint (tie->source, ==, poste->record.key);
  g_assert_cmpint (tie->evidence, ==, MILIEU_EVIDENCE_STATED);
  /* the colour, the precision, the kind, the evidence */
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_REMARK), ==, 4);

  g_clear_pointer (&report, milieu_report_free);
  report = milieu_report_new ();
  import_into (map, &what, report);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_ACTOR), ==, 2);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_TIE), ==, 1);
}

/* evidence as people write it; a word that nobody knows vouches for nothing */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  static const struct { const char *word; MilieuEvidence evidence; } words[] = {
    { "seed", MILIEU_EVIDENCE_STATED }, { "Verified", MILIEU_EVIDENCE_VERIFIED }, { "vérifié", MILIEU_EVIDENCE_VERIFIED },
    { "recalled-high", MILIEU_EVIDENCE_RECALLED }, { "De mémoire", MILIEU_EVIDENCE_RECALLED },
    { "hearsay", MILIEU_EVIDENCE_SESSION }, { "", MILIEU_EVIDENCE_STATED },
  };
  GString *ties = g_string_new ("id,source,target,type,evidence\n");
  g_autofree char *table = NULL;
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_append_printf (ties, "e%u,a,b,collaborates,%s\n", i, words[i].word);
  table = g_string_free (ties, FALSE);
  {
    const MilieuImport what = { .actors = put_file (fixture, "a.csv", "id,name,kind\na,A,place\nb,B,place\n"),
                                .ties = put_file (fixture, "t.csv", table) };
    import_into (map, &what, report);
  }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      const MilieuTie *tie = (const MilieuTie *) milieu_map_find (map, MILIEU_RECORD_TIE, id);

      g_assert_nonnull (tie);
      g_assert_cmpint (tie->evidence, ==, words[i].evidence);
    }
}

static const MilieuReportEntry *
entry_of (MilieuReport *report, MilieuReportKind kind, guint i)
{
  for (guint e = 0; e < milieu_report_size (report); e++)
    if (milieu_report_get (report, e)->kind == kind && i-- == 0)
      return milieu_report_get (report, e);
  return NULL;
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const MilieuImport what = {
    .actors = put_file (fixture, "a.csv", "id,name,kind,lat,lon\na,A,place,,\n,,place,,\nb,B,place,95,3\n"),
    .ties = put_file (fixture, "t.csv", "id,source,target,type,basis\nt1,a,b,funds,seed\nt2,a,nobody,funds,seed\nt3,,b,funds,seed\nt4,a,b,,seed\n"),
    .grounds = put_file (fixture, "g.csv", "id,ground\nnobody,underground\n"),
    .scope = put_file (fixture, "s.csv", "id,scope\nnobody,core\n"),
    .claims = put_file (fixture, "c.csv", "id,field,other_value\nnobody,start,2000\nt1,start,2001\n"),
  };
  static const struct { const char *file; guint line; } refused[] = {
    { "a.csv", 3 }, { "s.csv", 2 }, { "t.csv", 3 }, { "t.csv", 4 }, { "t.csv", 5 }, { "g.csv", 2 }, { "c.csv", 2 },
  };
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autofree char *text = NULL;

  import_into (map, &what, report);
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_REFUSED), ==, G_N_ELEMENTS (refused));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const MilieuReportEntry *entry = entry_of (report, MILIEU_REPORT_REFUSED, i);

      g_assert_cmpstr (entry->file, ==, refused[i].file);
      g_assert_cmpuint (entry->line, ==, refused[i].line);
    }
  /* latitude 95 is none; it stays as a claim, and the longitude too */
  text = write_map (map);
  g_assert_nonnull (strstr (text, "subject=\"actor:b\" field=\"lat\" value=\"95\""));
  g_assert_nonnull (strstr (text, "subject=\"actor:b\" field=\"lon\" value=\"3\""));
  g_assert_nonnull (strstr (text, "subject=\"tie:t1\" field=\"start\" value=\"2001\""));
}

static void
test_merge (Fixture *fixture, gconstpointer data)
{
  const MilieuImport first = { .actors = put_file (fixture, "a.csv", "id,name,kind,start_year\na,A,place,\nb,B,place,1999\n") };
  const MilieuImport second = { .actors = put_file (fixture, "b.csv", "id,name,kind,start_year\na,A,place,2001\nb,B,place,2000\nc,C,place,\n") };
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autofree char *text = NULL;

  import_into (map, &first, report);
  import_into (map, &second, report);
  text = write_map (map);
  g_assert_nonnull (strstr (text, "<actor id=\"a\" name=\"A\" kind=\"place\" start=\"2001\"/>"));
  g_assert_nonnull (strstr (text, "<actor id=\"b\" name=\"B\" kind=\"place\" start=\"1999\"/>"));
  g_assert_nonnull (strstr (text, "subject=\"actor:b\" field=\"start\" value=\"2000\" evidence=\"stated\""));
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_ADDED), ==, 3);
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_MERGED), ==, 2);
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_REMARK), ==, 1);
}

/* each token of the grammar, and what is none */
static void
test_provenance (Fixture *fixture, gconstpointer data)
{
  const MilieuImport what = {
    .actors = put_file (fixture, "a.csv",
      "id,name,kind,start_year,end_year,source,seed_quote\n"
      "a,A,place,2001,2009,\"seed:start_year; verified:name,coord@x.org (1; 2); @y.org; verified:end_year(approx)@idem; "
      "recalled(high):start_year; heard in a café; seed\",«\302\240A\302\240»\n"),
  };
  static const char *const claims[] = {
    "id=\"c0001\" subject=\"actor:a\" field=\"start\" value=\"2001\" evidence=\"stated\" source=\"a-csv\"/>",
    "id=\"c0002\" subject=\"actor:a\" field=\"name\" value=\"A\" evidence=\"verified\" source=\"x-org-1-2\"/>",
    "id=\"c0003\" subject=\"actor:a\" field=\"coord\" evidence=\"verified\" source=\"x-org-1-2\"/>",
    "id=\"c0004\" subject=\"actor:a\" field=\"name\" value=\"A\" evidence=\"verified\" source=\"y-org\"/>",
    "id=\"c0005\" subject=\"actor:a\" field=\"coord\" evidence=\"verified\" source=\"y-org\"/>",
    "id=\"c0006\" subject=\"actor:a\" field=\"end\" value=\"2009\" evidence=\"verified\" source=\"y-org\">\n    <note>end_year(approx)</note>",
    "id=\"c0007\" subject=\"actor:a\" field=\"start\" value=\"2001\" evidence=\"recalled\">\n    <note>recalled(high)</note>",
    "id=\"c0008\" subject=\"actor:a\" evidence=\"stated\">\n    <note>heard in a café</note>",
    "id=\"c0009\" subject=\"actor:a\" evidence=\"stated\" source=\"a-csv\">\n    <quote>«\302\240A\302\240»</quote>",
  };
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autofree char *text = NULL;

  import_into (map, &what, report);
  text = write_map (map);
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    if (strstr (text, claims[i]) == NULL)
      g_error ("“%s” is not in %s", claims[i], text);
  g_assert_cmpuint (milieu_map_count (map, MILIEU_RECORD_CLAIM), ==, G_N_ELEMENTS (claims));
  g_assert_cmpuint (milieu_report_count (report, MILIEU_REPORT_REMARK), ==, 1);
}

static void
test_no_table (Fixture *fixture, gconstpointer data)
{
  const MilieuImport missing = { .actors = "/nowhere/a.csv" };
  const MilieuImport other = { .ties = put_file (fixture, "t.csv", "source,type\na,funds\n") };
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuReport) report = milieu_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (milieu_import (map, &missing, report, &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_FILE);
  g_clear_error (&error);
  g_assert_null (milieu_import (map, &other, report, &error));
  g_assert_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_CONTENT);
  g_assert_true (g_str_has_prefix (error->message, "t.csv:1: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/import/example", test_example);
  g_test_add_func ("/format/import/example-values", test_example_values);
  g_test_add_func ("/format/import/twice", test_twice);
#define ADD(name, function) g_test_add ("/format/import/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("own-tables", test_own_tables);
  ADD ("evidence", test_evidence);
  ADD ("refused", test_refused);
  ADD ("merge", test_merge);
  ADD ("provenance", test_provenance);
  ADD ("no-table", test_no_table);
  return g_test_run ();
}
