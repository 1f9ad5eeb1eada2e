/* The panel's words: right numbers, in both languages. */
#include "maps.h"

#include "reading/indicator.h"
#include "reading/part.h"
#include "reading/rows.h"

#include <string.h>

typedef struct
{
  guint row;
  const char *structural, *structural_caption, *interactionist, *interactionist_caption;
} Expected;

static void
assert_rows (MilieuLanguage language, const Expected *expected, guint n_expected)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  guint n;
  MilieuRow *rows = milieu_reading_rows (reading, language, &n);

  for (guint i = 0; i < n_expected; i++)
    {
      const MilieuRow *row = &rows[expected[i].row];
      g_assert_cmpstr (row->structural.headline, ==, expected[i].structural);
      g_assert_cmpstr (row->structural.caption, ==, expected[i].structural_caption);
      g_assert_cmpstr (row->interactionist.headline, ==, expected[i].interactionist);
      if (expected[i].interactionist_caption)
        g_assert_cmpstr (row->interactionist.caption, ==, expected[i].interactionist_caption);
    }
  g_assert_cmpstr (milieu_reading_actor (reading, rows[0].structural.actor)->id, ==, "mel");
  g_assert_cmpstr (milieu_reading_actor (reading, rows[0].interactionist.actor)->id, ==, "pop-man");
  assert_near (rows[1].structural.bar_to, 35 / 43.0);
  assert_near (rows[2].structural.bar_from, 0.5 - 0.1837 / 2);
  assert_near (rows[2].structural.bar_to, 0.5);
  assert_near (rows[2].interactionist.bar_to, 0.6);
  milieu_rows_free (rows, n);
}

static void
test_english (void)
{
  static const Expected expected[] = {
    { 1, "λ\u00a00.8140", "35 actors in one piece", "λ\u00a00.3953", "17 actors in one piece" },
    { 2, "−0.18", "20 between, 29 within", "0.20", "15 between, 10 within" },
    { 3, "35 → 17", "actors in one piece, without institutional ties", "113 → 47", NULL },
    { 4, "0.533", "fiat: 16 decisions of 30", "14", "interactions with institutions, of 30" },
    { 5, "0.579", "visibility: 11 ties of 19", "not evaluable", "no participation was entered" },
    { 6, "6", "of 43 actors", "20", "of 43 actors" },
  };

  assert_rows (MILIEU_LANGUAGE_ENGLISH, expected, G_N_ELEMENTS (expected));
}

static void
test_french (void)
{
  static const Expected expected[] = {
    { 1, "λ\u00a00,8140", "35 acteurs d’un seul tenant", "λ\u00a00,3953", "17 acteurs d’un seul tenant" },
    { 2, "−0,18", "20 entre, 29 dedans", "0,20", "15 entre, 10 dedans" },
    { 4, "0,533", "fiat\u00a0: 16 décisions sur 30", "14", "interactions avec les institutions, sur 30" },
    { 5, "0,579", "visibilité\u00a0: 11 liens sur 19", "non évaluable", "aucune participation saisie" },
    { 6, "6", "sur 43 acteurs", "20", "sur 43 acteurs" },
  };

  assert_rows (MILIEU_LANGUAGE_FRENCH, expected, G_N_ELEMENTS (expected));
}

static void
test_gap (void)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  g_autoptr (MilieuGapStrip) english = milieu_reading_gap (reading, MILIEU_LANGUAGE_ENGLISH);
  g_autoptr (MilieuGapStrip) french = milieu_reading_gap (reading, MILIEU_LANGUAGE_FRENCH);
  g_autofree char *head = milieu_reading_head (reading, MILIEU_LANGUAGE_FRENCH);
  g_autofree char *side = milieu_reading_side_caption (reading, MILIEU_SIDE_INTERACTIONIST, MILIEU_LANGUAGE_FRENCH);

  g_assert_cmpstr (english->headline, ==, "Δ\u00a00.4186");
  g_assert_cmpstr (english->meaning, ==, "18 actors hold to the whole only through institutional ties.");
  g_assert_cmpstr (french->headline, ==, "Δ\u00a00,4186");
  g_assert_cmpstr (french->meaning, ==, "18 acteurs ne tiennent à l’ensemble que par des liens institutionnels.");
  g_assert_cmpstr (head, ==, "43 acteurs · preuves\u00a0: vérifié · strates suggérées");
  g_assert_cmpstr (side, ==, "interactions seules\u00a0: 25");
}

/* each result has its card, in both languages */
static void
test_catalogue (void)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  guint n;
  const MilieuIndicator *indicators = milieu_indicators (&n);

  for (guint i = 0; i < reading->n_results; i++)
    g_assert_nonnull (milieu_indicator_find (reading->results[i]->id));
  for (guint i = 0; i < n; i++)
    {
      const char *texts[] = { indicators[i].definition, indicators[i].reservation, indicators[i].caption };
      g_assert_nonnull (milieu_reading_find (reading, indicators[i].id, MILIEU_SIDE_BOTH));
      g_assert_cmpstr (indicators[i].formula, !=, "");
      g_assert_cmpstr (indicators[i].source, !=, "");
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        g_assert_cmpstr (milieu_words (MILIEU_LANGUAGE_FRENCH, texts[t]), !=, texts[t]);
    }
}

static void
test_phrase (void)
{
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new ("{a} {b} {c} {d}");
  g_autoptr (MilieuPhrase) copy = NULL;
  g_autofree char *english = NULL;
  g_autofree char *french = NULL;

  milieu_phrase_number (phrase, "a", -12345.5, 1);
  milieu_phrase_number (phrase, "b", G_MAXDOUBLE * 10, 1); /* no number */
  milieu_phrase_list (phrase, "c", milieu_phrase_new ("one"), ", ");
  milieu_phrase_list (phrase, "c", milieu_phrase_new ("two"), ", ");
  milieu_phrase_year (phrase, "d", 2018);
  copy = milieu_phrase_copy (phrase);
  english = milieu_phrase_words (phrase, MILIEU_LANGUAGE_ENGLISH);
  french = milieu_phrase_words (copy, MILIEU_LANGUAGE_FRENCH);
  g_assert_cmpstr (english, ==, "−12,345.5 – one, two 2018");
  g_assert_cmpstr (french, ==, "−12\u202f345,5 – one, two 2018");
}

/* every cell with a number opens something: what it is, and who stands behind it */
static void
test_behind (void)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  guint n, evaluable = 0;
  MilieuRow *rows = milieu_reading_rows (reading, MILIEU_LANGUAGE_ENGLISH, &n);

  for (guint i = 0; i < 2 * n; i++)
    {
      const MilieuResult *result = (i % 2 ? &rows[i / 2].structural : &rows[i / 2].interactionist)->result;
      const MilieuIndicator *indicator = milieu_indicator_find (result->id);

      if (result->status != MILIEU_STATUS_VALUE)
        continue;
      g_assert_cmpuint (result->n_actors + result->n_ties, >, 0);
      g_assert_true (*indicator->definition && *indicator->formula && *indicator->source && *indicator->reservation);
      evaluable++;
    }
  milieu_rows_free (rows, n);
  g_assert_cmpuint (evaluable, ==, 15);
}

/* the row of a table, as a card writes it: "Mairie de Lille: 0,513" */
static char *
told (const MilieuResult *result, const char *table, const char *row)
{
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);

  for (guint p = 0; p < result->n_parts; p++)
    if (g_strcmp0 (result->parts[p].table, table) == 0 && g_str_equal (result->parts[p].name, row))
      {
        const MilieuPartWords *words = milieu_result_part_words (result, &result->parts[p], FALSE);
        g_autofree char *name = milieu_part_row (reading, words->rows, row, MILIEU_LANGUAGE_FRENCH);
        g_autofree char *value = milieu_part_value (&result->parts[p], words, MILIEU_LANGUAGE_FRENCH);

        return g_strdup_printf ("%s: %s", name, value);
      }
  return NULL;
}

static void
test_parts (void)
{
  static const struct { const char *id, *table, *row, *words; } rows[] = {
    { "L6b", "top", "mairie-lille", "Mairie de Lille: 0,513" }, { "4.2", "top", "mairie-lille", "Mairie de Lille: 51,0" },
    { "4.7", "carried_by_bridge", "anis – roumics", "ANIS – Les ROUMICS: 13" }, { "S7", "counts", "Lille", "Lille: 23" },
    { "4.7", "core_grounds", "emerging", "Émergents: 1" },
  };
  MilieuReading *reading = example_reading (MILIEU_EVIDENCE_VERIFIED, TRUE);
  const MilieuResult *fiat = milieu_reading_find (reading, "L4b", MILIEU_SIDE_BOTH);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = told (milieu_reading_find (reading, rows[i].id, MILIEU_SIDE_INTERACTIONIST) != NULL
                                       ? milieu_reading_find (reading, rows[i].id, MILIEU_SIDE_INTERACTIONIST)
                                       : milieu_reading_find (reading, rows[i].id, MILIEU_SIDE_BOTH), rows[i].table, rows[i].row);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
  /* one name, two meanings: what stands under an indicator is its own */
  g_assert_cmpstr (milieu_result_part_words (fiat, &fiat->parts[0], FALSE)->label, ==, "ties by which institutions found or fund");
  g_assert_cmpuint (milieu_part_actor (reading, "mel"), !=, MILIEU_NO_KEY);
  g_assert_cmpuint (milieu_part_actor (reading, "nobody"), ==, MILIEU_NO_KEY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/words/english", test_english);
  g_test_add_func ("/reading/words/french", test_french);
  g_test_add_func ("/reading/words/gap", test_gap);
  g_test_add_func ("/reading/words/catalogue", test_catalogue);
  g_test_add_func ("/reading/words/phrase", test_phrase);
  g_test_add_func ("/reading/words/behind", test_behind);
  g_test_add_func ("/reading/words/parts", test_parts);
  return g_test_run ();
}
