/* A reading for people: CSV for their spreadsheet, text, Markdown. */
#include "session/listing.h"

#include "reading/verdict.h"
#include "reading/indicator.h"
#include "reading/rows.h"

#include <math.h>
#include <string.h>

static void
append_cell (GString *csv, const char *text, gboolean last)
{
  if (strpbrk (text, ",\"\r\n"))
    {
      g_string_append_c (csv, '"');
      for (const char *at = text; *at; at++)
        {
          if (*at == '"')
            g_string_append_c (csv, '"');
          g_string_append_c (csv, *at);
        }
      g_string_append_c (csv, '"');
    }
  else
    g_string_append (csv, text);
  g_string_append (csv, last ? "\n" : ",");
}

static void
append_row (GString *csv, const MilieuListing *listing, const char *id, const char *formula, const char *side,
            double value, MilieuStatus status, const MilieuPhrase *reason)
{
  const MilieuReading *reading = listing->reading;
  g_autofree char *number = milieu_number_shortest (value);
  g_autofree char *words = milieu_phrase_words (reason, listing->language);

  append_cell (csv, id, FALSE);
  append_cell (csv, side, FALSE);
  append_cell (csv, number, FALSE);
  append_cell (csv, milieu_status_token (status), FALSE);
  append_cell (csv, words, FALSE);
  append_cell (csv, milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, reading->filter.evidence), FALSE);
  append_cell (csv, reading->filter.suggested ? "suggested" : "strict", FALSE);
  g_string_append_printf (csv, "%u,%u,%" G_GINT64_FORMAT ",%s\n", reading->n_actors, reading->n_ties, reading->seed, formula);
}

static void
append_parts (GString *csv, const MilieuListing *listing, const MilieuListed *listed, const MilieuResult *result,
              const char *suffix)
{
  const char *formula = milieu_indicator_formula_id (result->id);

  for (guint i = 0; i < result->n_parts; i++)
    {
      const MilieuPart *part = &result->parts[i];
      g_autofree char *id = g_strconcat (result->id, ".", part->name, suffix, NULL);
      if (!part->table && isfinite (part->value))
        append_row (csv, listing, id, formula, milieu_listed_side (listed), part->value, MILIEU_STATUS_VALUE, NULL);
    }
}

char *
milieu_listing_csv (const MilieuListing *listing)
{
  GString *csv = g_string_new ("id,reading,value,status,reason,evidence,grounds,n,m,seed,formula\n");
  guint n;
  g_autofree MilieuListed *listed = milieu_listing_indicators (listing->reading, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuResult *result = listed[i].result, *all = listed[i].all;
      const char *formula = milieu_indicator_formula_id (result->id);
      append_row (csv, listing, result->id, formula, milieu_listed_side (&listed[i]), result->value, result->status,
                  result->reason);
      append_parts (csv, listing, &listed[i], result, "");
      if (all)
        {
          g_autofree char *id = g_strconcat (result->id, ".all", NULL);
          append_row (csv, listing, id, formula, milieu_listed_side (&listed[i]), all->value, all->status, all->reason);
          append_parts (csv, listing, &listed[i], all, "_all");
        }
    }
  return g_string_free (csv, FALSE);
}

/* a line of two columns under its question */
static void
append_pair (GString *text, const MilieuRow *row)
{
  g_string_append_printf (text, "%s\n", row->question);
  g_string_append_printf (text, "  %s – %s\n", row->structural.headline, row->structural.caption);
  g_string_append_printf (text, "  %s – %s\n", row->interactionist.headline, row->interactionist.caption);
}

static void
append_indicator_text (GString *text, const MilieuListing *listing, const MilieuResult *result)
{
  const MilieuIndicator *indicator = milieu_indicator_find (result->id);
  g_autofree char *value = milieu_result_headline (result, listing->language);
  g_autofree char *said = milieu_phrase_words (result->reason ? result->reason : result->remark, listing->language);

  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new (*said ? N_("{label}: {value} – {said}") : N_("{label}: {value}"));
  g_autofree char *words = NULL;

  milieu_phrase_phrase (phrase, "label", milieu_phrase_new (indicator->label));
  milieu_phrase_text (milieu_phrase_text (phrase, "value", value), "said", said);
  words = milieu_phrase_words (phrase, listing->language);
  g_string_append_printf (text, "%-4s %s\n", result->id, words);
}

static void
append_test (GString *text, const MilieuTest *test, MilieuLanguage language)
{
  static const char *const words[] = { N_("passed"), N_("failed"), N_("not evaluable") };
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new (N_("{test} {outcome}: {reason}"));
  g_autofree char *line = NULL;

  milieu_phrase_text (phrase, "test", test->id);
  milieu_phrase_phrase (phrase, "outcome", milieu_phrase_new (words[test->status]));
  milieu_phrase_phrase (phrase, "reason", milieu_phrase_copy (test->reason));
  line = milieu_phrase_words (phrase, language);
  g_string_append_printf (text, "- %s\n", line);
}

static void
append_paragraph (GString *text, const MilieuPhrase *phrase, MilieuLanguage language)
{
  g_autofree char *words = milieu_phrase_words (phrase, language);

  if (*words)
    g_string_append_printf (text, "%s\n\n", words);
}

static void
append_verdict (GString *text, const MilieuListing *listing)
{
  const MilieuReading *reading = listing->reading;
  g_autoptr (MilieuPhrase) exploratory = milieu_verdict_exploratory (reading->verdict);

  g_string_append_c (text, '\n');
  append_paragraph (text, exploratory, listing->language);
  append_paragraph (text, reading->verdict->changes, listing->language);
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    append_test (text, &reading->verdict->tests[i], listing->language);
  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    {
      g_autofree char *sentence = milieu_phrase_words (reading->questions[i], listing->language);
      g_string_append_printf (text, "\n%u. %s\n", i + 1, sentence);
    }
}

char *
milieu_listing_text (const MilieuListing *listing)
{
  GString *text = g_string_new (NULL);
  MilieuLanguage language = listing->language;
  const MilieuReading *reading = listing->reading;
  g_autofree char *head = milieu_reading_head (reading, language);
  g_autofree char *left = milieu_reading_side_caption (reading, MILIEU_SIDE_STRUCTURAL, language);
  g_autofree char *right = milieu_reading_side_caption (reading, MILIEU_SIDE_INTERACTIONIST, language);
  g_autoptr (MilieuGapStrip) gap = milieu_reading_gap (reading, language);
  guint n;
  MilieuRow *rows = milieu_reading_rows (reading, language, &n);

  g_string_append_printf (text, "%s\n%s\n\n", listing->map, head);
  g_string_append_printf (text, "%s (%s) / %s (%s)\n\n", milieu_words (language, milieu_side_label (MILIEU_SIDE_STRUCTURAL)),
                          left, milieu_words (language, milieu_side_label (MILIEU_SIDE_INTERACTIONIST)), right);
  for (guint i = 0; i < n; i++)
    append_pair (text, &rows[i]);
  g_string_append_printf (text, "\n%s, %s\n%s\n\n", gap->headline, gap->caption, gap->meaning);
  for (guint i = 0; i < reading->n_results; i++)
    append_indicator_text (text, listing, reading->results[i]);
  append_verdict (text, listing);
  milieu_rows_free (rows, n);
  return g_string_free (text, FALSE);
}

/* a bar would end the cell */
static char *
markdown_cell (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "|", -1);

  return g_strjoinv ("\\|", pieces);
}

/* what the CSV has, one row for each indicator of each reading */
static void
append_markdown_row (GString *text, const MilieuListing *listing, const MilieuResult *result)
{
  const MilieuReading *reading = listing->reading;
  const MilieuIndicator *indicator = milieu_indicator_find (result->id);
  g_autofree char *value = milieu_result_headline (result, listing->language);
  g_autofree char *said = milieu_phrase_words (result->reason ? result->reason : result->remark, listing->language);
  g_autofree char *cell = markdown_cell (said);

  const char *formula = milieu_indicator_formula_id (result->id);

  g_string_append_printf (text, "| %s | %s | %s | %s | %s | %s | %s | %s | %u | %u | %" G_GINT64_FORMAT " | %s |\n", result->id,
                          milieu_words (listing->language, indicator->label),
                          milieu_words (listing->language, milieu_side_label (result->side)), value,
                          milieu_words (listing->language, milieu_status_label (result->status)), cell,
                          milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, reading->filter.evidence),
                          reading->filter.suggested ? "suggested" : "strict",
                          reading->n_actors, reading->n_ties, reading->seed, formula);
}

char *
milieu_listing_markdown (const MilieuListing *listing)
{
  static const char *const headings[] = { N_("Id"), N_("Indicator"), N_("Reading"), N_("Value"), N_("Status"), N_("Remark"),
                                          N_("Evidence"), N_("Grounds"), "n", "m", N_("Seed"), N_("Formula") };
  GString *text = g_string_new (NULL);
  MilieuLanguage language = listing->language;
  g_autofree char *head = milieu_reading_head (listing->reading, language);
  g_autoptr (MilieuGapStrip) gap = milieu_reading_gap (listing->reading, language);

  g_string_append_printf (text, "# %s\n\n%s\n\n**%s** – %s\n\n", listing->map, head, gap->headline, gap->meaning);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_string_append_printf (text, "| %s ", milieu_words (language, headings[i]));
  g_string_append (text, "|\n|---|---|---|---:|---|---|---|---|---:|---:|---:|---|\n");
  for (guint i = 0; i < listing->reading->n_results; i++)
    append_markdown_row (text, listing, listing->reading->results[i]);
  append_verdict (text, listing);
  return g_string_free (text, FALSE);
}
