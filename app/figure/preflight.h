/* Whether a figure will do, judged before it is written: a pure function of the
 * figure, its style and what it is made for. */
#pragma once

#include "figure/figure.h"
#include "figure/style.h"
#include "figure/text.h"

G_BEGIN_DECLS

/* what a page is made for */
typedef struct
{
  const char *token;          /* "single" */
  const char *label;          /* msgid */
  double width_mm, height_mm; /* the largest page */
  double least_text;          /* points */
  double least_line;          /* points */
} MilieuPreset;

typedef enum
{
  MILIEU_FINDING_PAGE_LARGE,
  MILIEU_FINDING_TEXT_SMALL,
  MILIEU_FINDING_LINE_THIN,
  MILIEU_FINDING_COLOURS_ALIKE, /* a second sign tells the two classes apart */
  MILIEU_FINDING_COLOUR_ALONE,  /* nothing else does */
  MILIEU_FINDING_LABEL_CUT,
  MILIEU_FINDING_LABEL_MISSING,
  MILIEU_FINDING_GLYPH_MISSING,
  MILIEU_FINDING_CREDIT_MISSING,
  MILIEU_FINDING_PERSON_NAMED,
  MILIEU_FINDING_RASTER,
  MILIEU_FINDING_FONT_MISSING,
} MilieuFindingKind;

typedef struct
{
  MilieuFindingKind kind;
  gboolean remark; /* worth knowing, but nothing is lost */
  guint n;         /* how many marks, names or pairs it is about */
  MilieuBox place; /* of the first, px; all 0: the page */
  char *what, *fix; /* sentences */
} MilieuFinding;

void milieu_finding_free (gpointer finding);

/* two colours nearer than this are one to a reader (ΔE of CIEDE2000) */
#define MILIEU_LEAST_DIFFERENCE 10.0

/** milieu_presets: Returns: (array length=n): single, medium, double, page, a4, a3, poster, slide */
const MilieuPreset *milieu_presets (guint *n);

/** milieu_preset_parse: Returns: (nullable): the preset of that token */
const MilieuPreset *milieu_preset_parse (const char *token);

/** milieu_preset_of_width: Returns: the narrowest preset that holds a page of @width_mm, a poster above all */
const MilieuPreset *milieu_preset_of_width (double width_mm);

/**
 * milieu_preflight:
 * @measure: (nullable): tells which glyphs no font has
 * @language: of the findings
 *
 * Returns: (transfer full) (element-type MilieuFinding): by kind; empty if the figure will do
 */
GPtrArray *milieu_preflight (const MilieuFigure *figure, const MilieuStyle *style, const MilieuPreset *preset,
                             MilieuTextMeasure *measure, MilieuLanguage language);

/** milieu_preflight_file: adds to @findings what only the written file shows: an image in a PDF, SVG or TeX */
void milieu_preflight_file (GPtrArray *findings, GBytes *bytes, MilieuLanguage language);

/** milieu_finding_summary: Returns: msgid: whether @findings are serious, remarks alone or none */
const char *milieu_finding_summary (GPtrArray *findings);

/** milieu_finding_words: Returns: (transfer full): a line for people: where, what is wrong, what to do */
char *milieu_finding_words (const MilieuFinding *finding, MilieuLanguage language);

G_END_DECLS
