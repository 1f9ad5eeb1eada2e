/* A study set on pages: text as marks, figures where they stand. Private. */
#pragma once

#include "figure/study.h"

G_BEGIN_DECLS

/* A4, px */
#define MILIEU_PAGE_WIDTH (210 * 96 / 25.4)
#define MILIEU_PAGE_HEIGHT (297 * 96 / 25.4)
#define MILIEU_PAGE_MARGIN (20 * 96 / 25.4)

typedef struct
{
  MilieuFigure *figure; /* borrowed from the study */
  double x, y, scale;
} MilieuPlaced;

typedef struct
{
  MilieuFigure *text; /* of the page's size */
  GArray *placed;     /* MilieuPlaced */
} MilieuStudyPage;

/** milieu_study_pages: Returns: (transfer full): MilieuStudyPage, in order; at least one */
GPtrArray *milieu_study_pages (const MilieuStudy *study, MilieuTextMeasure *measure);

/** milieu_lines_new: Returns: (transfer full): @text in lines no wider than @width; a longer word is cut */
GPtrArray *milieu_lines_new (MilieuTextMeasure *measure, const char *text, const MilieuTextStyle *style, double width);

G_END_DECLS
