/* The chapters of a study. Private. */
#pragma once

#include "figure/study.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuStudy *study;
  const MilieuStudyParts *parts;
  MilieuFigureTools tools; /* print */
  MilieuLanguage language;
} MilieuChapter;

/** milieu_chapter_text: adds a block of text */
void milieu_chapter_text (MilieuChapter *chapter, MilieuBlockKind kind, const char *text);

/** milieu_chapter_phrase: adds a paragraph; @phrase: (transfer full) (nullable): nothing is added for %NULL */
void milieu_chapter_phrase (MilieuChapter *chapter, MilieuPhrase *phrase);

/** milieu_chapter_table: Returns: (transfer none): the cells of a new table, to be filled with (transfer full) texts, the head first */
GPtrArray *milieu_chapter_table (MilieuChapter *chapter, guint columns, const char *caption);

/** milieu_chapter_figure: @figure: (transfer full) */
void milieu_chapter_figure (MilieuChapter *chapter, const char *name, MilieuFigure *figure, const char *caption);

/** milieu_chapter_words: Returns: @msgid in the study's language */
const char *milieu_chapter_words (const MilieuChapter *chapter, const char *msgid);

/** milieu_study_readings: both readings, questions, verdict */
void milieu_study_readings (MilieuChapter *chapter);
/** milieu_study_figures: map and network */
void milieu_study_figures (MilieuChapter *chapter);
/** milieu_study_ranks: slope chart, uncertainty, documentation */
void milieu_study_ranks (MilieuChapter *chapter);
/** milieu_study_methods: how it was done, every number live */
void milieu_study_methods (MilieuChapter *chapter);
/** milieu_study_literature: the works that the indicators with a value cite */
void milieu_study_literature (MilieuChapter *chapter);
/** milieu_study_sources: the sources of the claims about what is shown, and their quotes */
void milieu_study_sources (MilieuChapter *chapter);

G_END_DECLS
