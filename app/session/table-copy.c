#include "session/table-copy.h"

#include <math.h>

#include "reading/indicator.h"
#include "reading/part.h"
#include "reading/rows.h"
#include "reading/tail.h"

static void
add_head (GPtrArray *cells, MilieuLanguage language)
{
  static const char *const heads[] = { N_("Id"), N_("Indicator"), N_("Reading"), N_("Value"), N_("Remark"), N_("Evidence"),
                                       N_("Grounds"), N_("Actors"), N_("Ties") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (cells, g_strdup (milieu_words (language, heads[i])));
}

static void
add_tail (GPtrArray *cells, const MilieuReading *reading, MilieuLanguage language)
{
  const char *evidence = milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, reading->filter.evidence);
  g_autoptr (MilieuPhrase) grounds = milieu_grounds_phrase (&reading->filter);

  g_ptr_array_add (cells, g_strdup (milieu_words (language, evidence)));
  g_ptr_array_add (cells, milieu_phrase_words (grounds, language));
  g_ptr_array_add (cells, milieu_words_number (language, reading->n_actors, 0));
  g_ptr_array_add (cells, milieu_words_number (language, reading->n_ties, 0));
}

static void
add_result (GPtrArray *cells, const MilieuReading *reading, const MilieuResult *result, MilieuLanguage language)
{
  const MilieuIndicator *indicator = milieu_indicator_find (result->id);

  g_ptr_array_add (cells, g_strdup (result->id));
  g_ptr_array_add (cells, g_strdup (indicator ? milieu_words (language, indicator->label) : ""));
  g_ptr_array_add (cells, g_strdup (milieu_words (language, milieu_side_label (result->side))));
  g_ptr_array_add (cells, milieu_result_headline (result, language));
  g_ptr_array_add (cells, milieu_phrase_words (result->reason ? result->reason : result->remark, language));
  add_tail (cells, reading, language);
}

/* "What is lost without each: Mairie de Lille" */
static char *
part_label (const MilieuReading *reading, const MilieuResult *result, const MilieuPart *part, MilieuLanguage language)
{
  const MilieuPartWords *words = milieu_result_part_words (result, part, FALSE), *column = milieu_result_part_words (result, part, TRUE);
  g_autofree char *row = NULL;
  g_autoptr (MilieuPhrase) phrase = NULL;

  if (!words)
    return g_strdup ("");
  if (!part->table)
    return g_strdup (milieu_words (language, words->label));
  row = milieu_part_row (reading, words->rows, part->row ? part->row : part->name, language);
  phrase = milieu_phrase_new (part->row ? N_("{table}: {row}, {column}") : N_("{table}: {row}"));
  milieu_phrase_text (milieu_phrase_phrase (phrase, "table", milieu_phrase_new (words->label)), "row", row);
  if (part->row)
    milieu_phrase_phrase (phrase, "column", milieu_phrase_new (column ? column->label : part->name));
  return milieu_phrase_words (phrase, language);
}

/* parts keep the names that files give them: L1b.lambda_all */
static void
add_parts (GPtrArray *cells, const MilieuReading *reading, const MilieuResult *result, MilieuLanguage language)
{
  for (guint i = 0; i < result->n_parts; i++)
    {
      const MilieuPart *part = &result->parts[i];
      gboolean whole = part->value == floor (part->value);

      g_ptr_array_add (cells, g_strjoin (".", result->id, part->table ? part->table : part->name,
                                         part->table ? (part->row ? part->row : part->name) : NULL,
                                         part->table && part->row ? part->name : NULL, NULL));
      g_ptr_array_add (cells, part_label (reading, result, part, language));
      g_ptr_array_add (cells, g_strdup (""));
      g_ptr_array_add (cells, part->text ? g_strdup (part->text)
                              : isfinite (part->value) ? milieu_words_number (language, part->value, whole ? 0 : 4) : g_strdup ("–"));
      g_ptr_array_add (cells, g_strdup (""));
      add_tail (cells, reading, language);
    }
}

GPtrArray *
milieu_table_of (const MilieuReading *reading, const MilieuResult *result, MilieuLanguage language, guint *columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  add_head (cells, language);
  *columns = cells->len;
  if (result)
    {
      add_result (cells, reading, result, language);
      add_parts (cells, reading, result, language);
      return cells;
    }
  for (guint i = 0; i < reading->n_results; i++)
    add_result (cells, reading, reading->results[i], language);
  return cells;
}

char *
milieu_table_to_tabs (GPtrArray *cells, guint columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *cell = g_strdelimit (g_strdup (cells->pdata[i]), "\t\r\n", ' ');

      g_string_append_printf (text, "%s%c", cell, (i + 1) % columns == 0 ? '\n' : '\t');
    }
  return g_string_free (text, FALSE);
}

char *
milieu_table_to_html (GPtrArray *cells, guint columns)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\"><table>");

  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *cell = g_markup_escape_text (cells->pdata[i], -1);
      const char *tag = i < columns ? "th" : "td";

      g_string_append_printf (html, "%s<%s>%s</%s>%s", i % columns == 0 ? "<tr>" : "", tag, cell, tag,
                              (i + 1) % columns == 0 ? "</tr>\n" : "");
    }
  g_string_append (html, "</table>\n");
  return g_string_free (html, FALSE);
}

static void
append_row (GString *text, const MilieuRow *row, MilieuLanguage language)
{
  g_autoptr (MilieuPhrase) phrase = milieu_phrase_new (N_("{question}: structural {left}, {left_caption}; interactionist {right}, {right_caption}."));
  g_autofree char *words = NULL;

  milieu_phrase_text (milieu_phrase_text (phrase, "question", row->question), "left", row->structural.headline);
  milieu_phrase_text (milieu_phrase_text (phrase, "left_caption", row->structural.caption), "right", row->interactionist.headline);
  milieu_phrase_text (phrase, "right_caption", row->interactionist.caption);
  words = milieu_phrase_words (phrase, language);
  g_string_append_printf (text, "%s\n", words);
}

char *
milieu_sentences_of (const MilieuReading *reading, MilieuLanguage language)
{
  GString *text = g_string_new (NULL);
  g_autoptr (MilieuGapStrip) gap = milieu_reading_gap (reading, language);
  g_autofree char *tail = milieu_reading_tail (reading, language);
  g_autofree char *verdict = milieu_phrase_words (reading->verdict ? reading->verdict->sentence : NULL, language);
  guint n;
  MilieuRow *rows = milieu_reading_rows (reading, language, &n);

  for (guint i = 0; i < n; i++)
    append_row (text, &rows[i], language);
  g_string_append_printf (text, "%s, %s. %s\n", gap->headline, gap->caption, gap->meaning);
  if (*verdict)
    g_string_append_printf (text, "%s\n", verdict);
  g_string_append_printf (text, "%s\n", tail);
  milieu_rows_free (rows, n);
  return g_string_free (text, FALSE);
}
