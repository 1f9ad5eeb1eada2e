/* The report of a map, composed and written: what `milieu report` and the window both do. */
#pragma once

#include "figure/study.h"
#include "model/filter.h"
#include "session/jobs.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuFilter filter;
  MilieuLanguage language;
  gboolean persons; /* rank persons too, whatever the map says */
  char *name;       /* of the map where it has no title: the name of its file */
  char *path;       /* to write; ".md" writes Markdown with its figures beside it, all else PDF */
} MilieuStudyRequest;

/** milieu_study_request_copy: Returns: (transfer full): with its own texts */
MilieuStudyRequest *milieu_study_request_copy (const MilieuStudyRequest *request);
void milieu_study_request_free (gpointer request);

/**
 * milieu_study_write:
 * @tools: measure, ground and language of the report
 * @cancel: (nullable): an atomic integer; not 0 to give up
 * @progress: (nullable): told between steps
 *
 * The same map, question and language give the same bytes.
 *
 * Returns: %FALSE with @error if a file cannot be written, without if cancelled
 */
gboolean milieu_study_write (MilieuSnapshot *snapshot, const MilieuStudyRequest *request, const MilieuFigureTools *tools,
                             const gint *cancel, MilieuReadingProgress progress, gpointer data, GError **error);

/** milieu_study_work: a MilieuJobWork: MilieuStudyRequest to the path that was written (g_free()) */
gpointer milieu_study_work (MilieuJob *job, gpointer request, GError **error);

G_END_DECLS
