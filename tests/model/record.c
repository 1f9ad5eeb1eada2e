/* Records, values, dates and words, each against a table. */
#include "model/map.h"

#include <math.h>
#include <string.h>

#include "model/random.h"
#include "model/words.h"

static void
test_dates (void)
{
  static const struct { const char *text; gboolean good; guint year, month, day; gboolean about; } cases[] = {
    { "", TRUE, 0, 0, 0, FALSE }, { "2019", TRUE, 2019, 0, 0, FALSE }, { "2018~", TRUE, 2018, 0, 0, TRUE },
    { "2019-03", TRUE, 2019, 3, 0, FALSE }, { "2000-02-29~", TRUE, 2000, 2, 29, TRUE }, { "0001", TRUE, 1, 0, 0, FALSE },
    { "1900-02-29", FALSE, 0, 0, 0, FALSE }, { "2019-13", FALSE, 0, 0, 0, FALSE }, { "2019-00", FALSE, 0, 0, 0, FALSE },
    { "19", FALSE, 0, 0, 0, FALSE }, { "0000", FALSE, 0, 0, 0, FALSE }, { "2019-3", FALSE, 0, 0, 0, FALSE },
    { "2019~~", FALSE, 0, 0, 0, FALSE }, { " 2019", FALSE, 0, 0, 0, FALSE }, { "2019-04-31", FALSE, 0, 0, 0, FALSE },
    { "2019--03", FALSE, 0, 0, 0, FALSE }, { "20190", FALSE, 0, 0, 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MilieuDate date;
      g_autofree char *back = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (milieu_date_parse (cases[i].text, &date), ==, cases[i].good);
      g_assert_cmpuint (milieu_date_year (date), ==, cases[i].year);
      g_assert_cmpuint (milieu_date_month (date), ==, cases[i].month);
      g_assert_cmpuint (milieu_date_day (date), ==, cases[i].day);
      g_assert_cmpint (milieu_date_is_about (date), ==, cases[i].about);
      back = milieu_date_format (date);
      g_assert_cmpstr (back, ==, cases[i].good ? cases[i].text : "");
    }
}

static void
test_date_order (void)
{
  static const struct { const char *a, *b; gboolean after; } cases[] = {
    { "2020", "2019", TRUE }, { "2019", "2019", FALSE }, { "2019-03", "2019", FALSE }, { "2019-03", "2019-02", TRUE },
    { "2019-02-10", "2019-02", FALSE }, { "", "2019", FALSE }, { "2019", "", FALSE }, { "2018", "2019-12-31", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MilieuDate a, b;

      g_assert_true (milieu_date_parse (cases[i].a, &a) && milieu_date_parse (cases[i].b, &b));
      g_assert_cmpint (milieu_date_is_after (a, b), ==, cases[i].after);
    }
}

static void
test_vocabularies (void)
{
  for (guint vocabulary = MILIEU_VOCABULARY_GROUND; vocabulary <= MILIEU_VOCABULARY_SIZE; vocabulary++)
    for (guint i = 0; i < milieu_vocabulary_size (vocabulary); i++)
      {
        guint back;

        g_assert_true (milieu_vocabulary_parse (vocabulary, milieu_vocabulary_token (vocabulary, i), &back));
        g_assert_cmpuint (back, ==, i);
        g_assert_cmpstr (milieu_vocabulary_label (vocabulary, i), !=, "");
      }
  g_assert_null (milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, 99));
}

/* one value of each kind of field, as text; what is stored comes back as the same text */
static const char *
sample (const MilieuField *field)
{
  switch (field->kind)
    {
    case MILIEU_VALUE_TEXT:
      return field->flags & MILIEU_FIELD_PART ? "12.5 30 80 60" : "« déjà » <&>";
    case MILIEU_VALUE_TOKEN:
      return milieu_vocabulary_token (field->of, milieu_vocabulary_size (field->of) - 1);
    case MILIEU_VALUE_DATE:
      return "2018-03~";
    case MILIEU_VALUE_NUMBER:
      return field->decimals > 0 && field->minimum <= 3.5 ? "3.5" : field->maximum >= 40 ? "40" : "8";
    case MILIEU_VALUE_SUBJECT:
      return "setting:s";
    default:
      return "r";
    }
}

static void
test_fields (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      guint n;
      const MilieuField *fields = milieu_fields (type, &n);

      g_assert_cmpuint (n, <=, MILIEU_MAX_FIELDS);
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (MilieuRecord) blank = milieu_record_new (type, 0, "r", NULL, NULL);
          g_autoptr (MilieuRecord) filled = NULL, again = NULL, emptied = NULL;
          MilieuValue value;

          g_assert_true (milieu_value_parse (&fields[i], sample (&fields[i]), map, &value, NULL));
          filled = milieu_record_with (blank, i, value);
          again = milieu_record_with (filled, i, milieu_record_get (filled, i));
          emptied = milieu_record_with (filled, i, MILIEU_NO_VALUE);
          g_assert_true (milieu_value_equal (milieu_record_get (filled, i), value));
          g_assert_true (milieu_record_equal (filled, again));
          g_assert_false (milieu_record_equal (filled, blank));
          g_assert_true (milieu_record_equal (emptied, blank));
          g_assert_cmpint (milieu_field_find (type, fields[i].token), ==, (int) i);
        }
    }
}

static void
test_parts (void)
{
  static const struct { const char *text, *canonical; MilieuPartPlace place; } cases[] = {
    { NULL, "", { 0 } },
    { "12.5 -30", "12.5 -30", { TRUE, FALSE, FALSE, 12.5, -30, 0, 0 } },
    { "12.50 30 80 60.25", "12.5 30 80 60.25", { TRUE, TRUE, FALSE, 12.5, 30, 80, 60.25 } },
    { "1 2 30 40 hidden", "1 2 30 40 hidden", { TRUE, TRUE, TRUE, 1, 2, 30, 40 } },
    { "hidden", "hidden", { .hidden = TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MilieuPartPlace place;
      g_autofree char *back = NULL;

      g_assert_cmpint (milieu_plate_part_parse (cases[i].text, &place), ==, cases[i].text != NULL);
      g_assert_cmpmem (&place, sizeof place, &cases[i].place, sizeof place);
      back = milieu_plate_part_format (&place);
      g_assert_cmpstr (back, ==, cases[i].canonical);
    }
}

static void
test_bad_values (void)
{
  static const struct { MilieuRecordType type; guint field; const char *text; } cases[] = {
    { MILIEU_RECORD_ACTOR, MILIEU_ACTOR_GROUND, "Upperground" }, { MILIEU_RECORD_ACTOR, MILIEU_ACTOR_START, "yesterday" },
    { MILIEU_RECORD_ACTOR, MILIEU_ACTOR_LAT, "90.1" },           { MILIEU_RECORD_ACTOR, MILIEU_ACTOR_LON, "nan" },
    { MILIEU_RECORD_ACTOR, MILIEU_ACTOR_LON, "inf" },            { MILIEU_RECORD_ACTOR, MILIEU_ACTOR_LON, "3,05" },
    { MILIEU_RECORD_ACTOR, MILIEU_ACTOR_LON, " 3" },             { MILIEU_RECORD_TIE, MILIEU_TIE_WEIGHT, "-1" },
    { MILIEU_RECORD_CLAIM, MILIEU_CLAIM_SUBJECT, "mel" },        { MILIEU_RECORD_CLAIM, MILIEU_CLAIM_SUBJECT, "actor:" },
    { MILIEU_RECORD_CLAIM, MILIEU_CLAIM_SUBJECT, "act:mel" },
    { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "12" },           { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "1 2 3" },
    { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "1 2 4 30" },     { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "1 2 30 30 30" },
    { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "1  2" },         { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "nan 2" },
    { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "1 5000" },       { MILIEU_RECORD_FIGURE, MILIEU_PLATE_PART, "left" },
  };
  g_autoptr (MilieuMap) map = milieu_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      MilieuValue value;

      g_assert_false (milieu_value_parse (&milieu_fields (cases[i].type, NULL)[cases[i].field], cases[i].text, map, &value, &error));
      g_assert_error (error, MILIEU_VALUE_ERROR, MILIEU_VALUE_ERROR_INVALID);
    }
}

static void
test_numbers (void)
{
  static const struct { double value; guint decimals; const char *canonical, *english, *french; } cases[] = {
    { 50.6318, 6, "50.6318", "50.631800", "50,631800" }, { -0.0000001, 3, "0", "0.000", "0,000" },
    { 1234567.5, 1, "1234567.5", "1,234,567.5", "1\u202f234\u202f567,5" }, { 1200, 0, "1200", "1,200", "1200" },
    { -0.1837, 2, "-0.18", "−0.18", "−0,18" }, { 0.814, 4, "0.814", "0.8140", "0,8140" }, { 10, 0, "10", "10", "10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = milieu_number_canonical (cases[i].value, cases[i].decimals);
      g_autofree char *english = milieu_words_number (MILIEU_LANGUAGE_ENGLISH, cases[i].value, cases[i].decimals);
      g_autofree char *french = milieu_words_number (MILIEU_LANGUAGE_FRENCH, cases[i].value, cases[i].decimals);

      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (french, ==, cases[i].french);
    }
}

/* what printf writes, its trailing zeros cut; numbers of so many digits and those between them */
static void
test_digits (void)
{
  MilieuRandom random;

  milieu_random_init (&random, 5);
  for (guint i = 0; i < 40000; i++)
    {
      guint decimals = milieu_random_below (&random, 8), digits = milieu_random_below (&random, 10);
      double value = (double) milieu_random_next (&random) - milieu_random_next (&random);
      char format[16], printed[64];
      g_autofree char *canonical = NULL;

      for (guint d = 0; d < digits; d++)
        value /= 10;
      if (i % 2)
        value = g_ascii_strtod (g_ascii_formatd (printed, sizeof printed, "%.3f", value), NULL);
      g_snprintf (format, sizeof format, "%%.%uf", decimals);
      g_ascii_formatd (printed, sizeof printed, format, value);
      for (char *end = printed + strlen (printed); strchr (printed, '.') && (end[-1] == '0' || end[-1] == '.'); end--)
        end[-1] = '\0';
      canonical = milieu_number_canonical (value, decimals);
      g_assert_cmpstr (canonical, ==, strcmp (printed, "-0") == 0 ? "0" : printed);
    }
}

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "La CoRoutine", "la coroutine" }, { "Métropole Européenne", "metropole europeenne" },
    { "  « POP Man » ", "pop man" }, { "Villeneuve-d’Ascq", "villeneuve d ascq" }, { "CŒUR Æ Łódź", "coeur ae lodz" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = milieu_words_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/dates", test_dates);
  g_test_add_func ("/record/date-order", test_date_order);
  g_test_add_func ("/record/vocabularies", test_vocabularies);
  g_test_add_func ("/record/fields", test_fields);
  g_test_add_func ("/record/bad-values", test_bad_values);
  g_test_add_func ("/record/parts", test_parts);
  g_test_add_func ("/record/numbers", test_numbers);
  g_test_add_func ("/record/digits", test_digits);
  g_test_add_func ("/record/fold", test_fold);
  return g_test_run ();
}
