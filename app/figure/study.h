/* The study: a report of both readings, figures, methods, indicators and sources of a
 * map, as blocks that a writer turns into PDF or Markdown. Every number in it
 * comes from the reading. */
#pragma once

#include "figure/figure.h"
#include "figure/style.h"
#include "figure/tools.h"
#include "reading/uncertainty.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_BLOCK_TITLE,
  MILIEU_BLOCK_HEADING,
  MILIEU_BLOCK_PARAGRAPH,
  MILIEU_BLOCK_QUOTE, /* verbatim, from a source */
  MILIEU_BLOCK_ITEM,  /* of a list */
  MILIEU_BLOCK_TABLE,
  MILIEU_BLOCK_FIGURE,
} MilieuBlockKind;

typedef struct
{
  MilieuBlockKind kind;
  char *text;           /* of a TABLE and a FIGURE: its caption */
  char *name;           /* (nullable): of a FIGURE: the stem of its file, "map" */
  guint columns;        /* of a TABLE */
  GPtrArray *cells;     /* (nullable): of a TABLE: texts, row by row, the head first */
  MilieuFigure *figure; /* (nullable) */
} MilieuBlock;

typedef struct
{
  MilieuLanguage language;
  char *title, *author; /* for metadata; author may be "" */
  GPtrArray *blocks;    /* MilieuBlock */
} MilieuStudy; /* what `milieu report` writes; a report of format/ is that of an import */

/* what a report is made of; all borrowed for the call */
typedef struct
{
  MilieuSnapshot *snapshot;
  const MilieuFilter *filter;
  const MilieuReading *reading;
  const MilieuUncertainty *uncertainty; /* (nullable) */
  const char *name;  /* of the map where it has no title */
  const char *hash;  /* (nullable): SHA-256 of the canonical file */
  double width;      /* of figures, px */
  gboolean persons;  /* rank persons too */
} MilieuStudyParts;

/**
 * milieu_study_new:
 * @tools: print is taken as set; its language is the report's
 *
 * Pure: the same parts and language give the same report. Any thread that owns the measure of @tools.
 *
 * Returns: (transfer full): the report
 */
MilieuStudy *milieu_study_new (const MilieuStudyParts *parts, const MilieuFigureTools *tools);
void milieu_study_free (MilieuStudy *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuStudy, milieu_study_free)

/** milieu_bibliography_new: Returns: (transfer full): the last chapter alone: the sources of the claims about what is shown, with their quotes verbatim */
MilieuStudy *milieu_bibliography_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuReading *reading,
                                      MilieuLanguage language);

/** milieu_study_to_pdf: A4 pages, vector, fonts embedded. Returns: (transfer full) (nullable): %NULL with @error if cairo fails */
GBytes *milieu_study_to_pdf (const MilieuStudy *report, const MilieuStyle *style, MilieuTextMeasure *measure, GError **error);

/**
 * milieu_study_to_markdown:
 * @stem: of the names of the figures' files: "report" gives "report-map.svg"
 *
 * Returns: (transfer full): UTF-8
 */
GBytes *milieu_study_to_markdown (const MilieuStudy *report, const char *stem);

/** milieu_study_figure_file: Returns: (transfer full): the name of a FIGURE's file beside the Markdown */
char *milieu_study_figure_file (const MilieuBlock *block, const char *stem);

G_END_DECLS
