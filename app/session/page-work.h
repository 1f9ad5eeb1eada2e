/* A page for a paper, made by a worker: to be seen, printed or written to a file. */
#pragma once

#include "figure/preflight.h"
#include "figure/style.h"
#include "reading/what-if.h"
#include "session/jobs.h"

G_BEGIN_DECLS

typedef struct
{
  const MilieuPlate *plate;  /* (owned): its record, which the main thread counts */
  MilieuDeparture departure; /* (owned) its actors: who is simulated as gone, which the page says */

  const MilieuPreset *preset; /* (nullable): what it is made for: the figure is judged */
  MilieuLanguage findings;    /* language of the judgement */

  /* either, both or none: the figure is always given back */
  guint preview; /* px of the longer side of a painting; 0 for none */
  double scale;  /* or px of a painting per px of the page; 0 for none */
  char *path;    /* (nullable) (owned): the file to write; its suffix says the kind */
} MilieuPageRequest;

typedef struct
{
  MilieuFigure *figure;
  GPtrArray *findings;  /* (nullable) (element-type MilieuFinding): of the preflight */
  GBytes *pixels;       /* (nullable): of the preview, premultiplied ARGB32 of cairo */
  int width, height, stride;
  char *path;           /* (nullable): what was written */
} MilieuPageResult;

/** milieu_page_request_copy: Returns: (transfer full): a copy with its own texts, for the main thread */
MilieuPageRequest *milieu_page_request_copy (const MilieuPageRequest *request);
void milieu_page_request_free (gpointer request);
void milieu_page_result_free (gpointer result);

/** milieu_page_work: a MilieuJobWork: MilieuPageRequest to MilieuPageResult, %NULL if cancelled or if the file cannot be written */
gpointer milieu_page_work (MilieuJob *job, gpointer request, GError **error);

G_END_DECLS
