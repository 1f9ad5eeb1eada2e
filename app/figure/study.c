#include "figure/study-private.h"

#include "model/short-name.h"
#include "figure/verdict-grid.h"
#include "reading/indicator.h"
#include "reading/rows.h"
#include "reading/verdict.h"

#include <string.h>

/* ---- blocks ---- */

static void
block_free (gpointer data)
{
  MilieuBlock *block = data;

  g_free (block->text);
  g_free (block->name);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_clear_pointer (&block->figure, milieu_figure_unref);
  g_free (block);
}

static MilieuBlock *
block_add (MilieuChapter *chapter, MilieuBlockKind kind, const char *text)
{
  MilieuBlock *block = g_new0 (MilieuBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text);
  g_ptr_array_add (chapter->study->blocks, block);
  return block;
}

void
milieu_chapter_text (MilieuChapter *chapter, MilieuBlockKind kind, const char *text)
{
  if (*text)
    block_add (chapter, kind, text);
}

void
milieu_chapter_phrase (MilieuChapter *chapter, MilieuPhrase *phrase)
{
  g_autofree char *words = milieu_phrase_words (phrase, chapter->language);

  milieu_phrase_free (phrase);
  milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, words);
}

GPtrArray *
milieu_chapter_table (MilieuChapter *chapter, guint columns, const char *caption)
{
  MilieuBlock *block = block_add (chapter, MILIEU_BLOCK_TABLE, caption);

  block->columns = columns;
  block->cells = g_ptr_array_new_with_free_func (g_free);
  return block->cells;
}

void
milieu_chapter_figure (MilieuChapter *chapter, const char *name, MilieuFigure *figure, const char *caption)
{
  MilieuBlock *block = block_add (chapter, MILIEU_BLOCK_FIGURE, caption);

  block->name = g_strdup (name);
  block->figure = figure;
}

const char *
milieu_chapter_words (const MilieuChapter *chapter, const char *msgid)
{
  return milieu_words (chapter->language, msgid);
}

/* ---- the readings ---- */

static void
add_cells (GPtrArray *cells, const char *const *texts, guint n)
{
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, g_strdup (texts[i]));
}

static char *
cell_words (const MilieuCell *cell)
{
  return *cell->caption ? g_strdup_printf ("%s – %s", cell->headline, cell->caption) : g_strdup (cell->headline);
}

static void
add_rows (MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  guint n;
  MilieuRow *rows = milieu_reading_rows (reading, chapter->language, &n);
  GPtrArray *cells = milieu_chapter_table (chapter, 3, milieu_chapter_words (chapter, N_("The two readings, row against row.")));

  add_cells (cells, (const char *const[]) { "", milieu_chapter_words (chapter, N_("Structural")),
                                            milieu_chapter_words (chapter, N_("Interactionist")) }, 3);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (cells, g_strdup (rows[i].question));
      g_ptr_array_add (cells, cell_words (&rows[i].structural));
      g_ptr_array_add (cells, cell_words (&rows[i].interactionist));
    }
  milieu_rows_free (rows, n);
}

static void
add_gap (MilieuChapter *chapter)
{
  g_autoptr (MilieuGapStrip) gap = milieu_reading_gap (chapter->parts->reading, chapter->language);
  g_autofree char *text = gap->result->status == MILIEU_STATUS_VALUE
    ? g_strdup_printf ("%s – %s. %s", gap->headline, gap->caption, gap->meaning)
    : g_strdup_printf ("Δ %s – %s", gap->headline, gap->meaning);

  milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, text);
}

static const char *
test_words (MilieuTestStatus status)
{
  static const char *const words[] = { N_("✓ passes"), N_("✗ fails"), N_("– not evaluable") };

  return words[status];
}

static void
add_verdict (MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  const MilieuVerdict *verdict = reading->verdict;
  GPtrArray *cells;
  MilieuPhrase *exploratory;

  if (!verdict)
    return;
  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("System or ecosystem?")));
  exploratory = milieu_verdict_exploratory (verdict);
  if (exploratory)
    milieu_chapter_phrase (chapter, exploratory);
  cells = milieu_chapter_table (chapter, 3, milieu_chapter_words (chapter, N_("The six tests. Their thresholds are conventions.")));
  add_cells (cells, (const char *const[]) { milieu_chapter_words (chapter, N_("Test")), milieu_chapter_words (chapter, N_("Outcome")),
                                            milieu_chapter_words (chapter, N_("Values and thresholds, or reason")) }, 3);
  for (guint i = 0; i < MILIEU_N_TESTS; i++)
    {
      g_ptr_array_add (cells, g_strdup (verdict->tests[i].id));
      g_ptr_array_add (cells, g_strdup (milieu_chapter_words (chapter, test_words (verdict->tests[i].status))));
      g_ptr_array_add (cells, milieu_phrase_words (verdict->tests[i].reason, chapter->language));
    }
  milieu_chapter_figure (chapter, "verdict", milieu_verdict_grid_new (reading, &chapter->tools, chapter->parts->width),
                         milieu_chapter_words (chapter, N_("The verdict on each evidence set, strict and suggested")));
}

static void
add_questions (MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  gboolean begun = FALSE;

  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    {
      g_autofree char *words = milieu_phrase_words (reading->questions[i], chapter->language);
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, words);

      if (!*words)
        continue;
      if (!begun)
        milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Five questions")));
      begun = TRUE;
      milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, text);
    }
}

void
milieu_study_readings (MilieuChapter *chapter)
{
  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Two readings")));
  add_rows (chapter);
  add_gap (chapter);
  add_questions (chapter); /* the first is the verdict in a sentence */
  add_verdict (chapter);
}

/* every indicator, in each column that has it, with its status in words */
static void
add_indicators (MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  g_autofree char *tail = milieu_reading_tail (reading, chapter->language);
  GPtrArray *cells;

  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Indicators")));
  cells = milieu_chapter_table (chapter, 5, tail);
  add_cells (cells, (const char *const[]) { "", milieu_chapter_words (chapter, N_("Indicator")),
                                            milieu_chapter_words (chapter, N_("Reading")), milieu_chapter_words (chapter, N_("Value")),
                                            milieu_chapter_words (chapter, N_("What goes with it")) }, 5);
  for (guint i = 0; i < reading->n_results; i++)
    {
      const MilieuResult *result = reading->results[i];
      const MilieuIndicator *indicator = milieu_indicator_find (result->id);

      g_ptr_array_add (cells, g_strdup (result->id));
      g_ptr_array_add (cells, g_strdup (indicator ? milieu_chapter_words (chapter, indicator->label) : ""));
      g_ptr_array_add (cells, g_strdup (milieu_chapter_words (chapter, milieu_side_label (result->side))));
      g_ptr_array_add (cells, milieu_result_headline (result, chapter->language));
      g_ptr_array_add (cells, milieu_phrase_words (result->reason ? result->reason : result->remark, chapter->language));
    }
}

/* ---- the whole ---- */

static void
add_head (MilieuChapter *chapter)
{
  g_autofree char *head = milieu_reading_head (chapter->parts->reading, chapter->language);

  milieu_chapter_text (chapter, MILIEU_BLOCK_TITLE, chapter->study->title);
  milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, chapter->study->author);
  milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, head);
}

MilieuStudy *
milieu_study_new (const MilieuStudyParts *parts, const MilieuFigureTools *tools)
{
  MilieuStudy *study = g_new0 (MilieuStudy, 1);
  const char *title = milieu_snapshot_setting (parts->snapshot, "title");
  const char *author = milieu_snapshot_setting (parts->snapshot, "authors");
  MilieuChapter chapter = { study, parts, *tools, tools->language };

  chapter.tools.print = TRUE;
  study->language = tools->language;
  study->title = milieu_typographic (title && *title ? title : parts->name ? parts->name : "Milieu");
  study->author = g_strdup (author ? author : "");
  study->blocks = g_ptr_array_new_with_free_func (block_free);
  add_head (&chapter);
  milieu_study_readings (&chapter);
  milieu_study_ranks (&chapter); /* with the verdict's cells it fills a page, before figures that take one each */
  milieu_study_figures (&chapter);
  milieu_study_methods (&chapter);
  add_indicators (&chapter);
  milieu_study_literature (&chapter);
  milieu_study_sources (&chapter);
  return study;
}

MilieuStudy *
milieu_bibliography_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuReading *reading, MilieuLanguage language)
{
  MilieuStudy *study = g_new0 (MilieuStudy, 1);
  MilieuStudyParts parts = { .snapshot = snapshot, .filter = filter, .reading = reading };
  MilieuChapter chapter = { .study = study, .parts = &parts, .language = language };

  study->language = language;
  study->blocks = g_ptr_array_new_with_free_func (block_free);
  milieu_study_sources (&chapter);
  return study;
}

void
milieu_study_free (MilieuStudy *study)
{
  g_free (study->title);
  g_free (study->author);
  g_ptr_array_unref (study->blocks);
  g_free (study);
}
