/* A page for a paper, made by a worker: to be seen, printed or written to a file. */
#pragma once

#include "figure/page.h"
#include "figure/preflight.h"
#include "figure/style.h"
#include "reading/what-if.h"
#include "session/jobs.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_PAGE_PDF,
  MILIEU_PAGE_SVG,
  MILIEU_PAGE_PNG,
  MILIEU_PAGE_TIKZ,
} MilieuPageFormat;

typedef struct
{
  MilieuFilter filter;
  MilieuLanguage language;
  MilieuStyleName style;
  MilieuView view;
  MilieuMapExtent extent;
  double width_mm;      /* of the page */
  gboolean no_legend;
  MilieuDeparture departure; /* (owned) its actors: who is simulated as gone, which the page says */
  char *title;          /* (nullable) (owned): the map's own title where %NULL */

  const MilieuPreset *preset;      /* (nullable): what it is made for: the figure is judged */
  MilieuLanguage findings;         /* language of the judgement */

  /* either, both or none: the figure is always given back */
  guint preview;        /* px of the longer side of a painting; 0 for none */
  char *path;           /* (nullable) (owned): the file to write */
  MilieuPageFormat format;
  double dpi;           /* of PNG */
} MilieuPageRequest;

typedef struct
{
  MilieuFigure *figure;
  GPtrArray *findings;  /* (nullable) (element-type MilieuFinding): of the preflight */
  GBytes *pixels;       /* (nullable): of the preview, premultiplied ARGB32 of cairo */
  int width, height, stride;
  char *path;           /* (nullable): what was written */
} MilieuPageResult;

/** milieu_page_request_copy: Returns: (transfer full): a copy with its own texts */
MilieuPageRequest *milieu_page_request_copy (const MilieuPageRequest *request);
void milieu_page_request_free (gpointer request);
void milieu_page_result_free (gpointer result);

/** milieu_page_work: a MilieuJobWork: MilieuPageRequest to MilieuPageResult, %NULL if cancelled or if the file cannot be written */
gpointer milieu_page_work (MilieuJob *job, gpointer request, GError **error);

G_END_DECLS
