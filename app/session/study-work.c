#include "session/study-work.h"

#include <string.h>

#include "figure/export.h"
#include "figure/symbols.h"
#include "format/project-write.h"
#include "format/save.h"
#include "reading/persons.h"
#include "session/scene-work.h"

#define WIDTH_MM 170.0

MilieuStudyRequest *
milieu_study_request_copy (const MilieuStudyRequest *request)
{
  MilieuStudyRequest *copy = g_memdup2 (request, sizeof *request);

  copy->name = g_strdup (request->name);
  copy->path = g_strdup (request->path);
  return copy;
}

void
milieu_study_request_free (gpointer data)
{
  MilieuStudyRequest *request = data;

  g_free (request->name);
  g_free (request->path);
  g_free (request);
}

/* the readings are one half of the work, the draws of uncertainty the other */
typedef struct
{
  MilieuReadingProgress progress;
  gpointer data;
  double from;
} Half;

static void
tell_half (double fraction, gpointer data)
{
  const Half *half = data;

  if (half->progress)
    half->progress (half->from + fraction / 2, half->data);
}

static MilieuStudy *
compose (MilieuSnapshot *snapshot, const MilieuStudyRequest *request, const MilieuFigureTools *tools, const gint *cancel,
         Half *half)
{
  g_autoptr (MilieuReading) reading = milieu_reading_compute (snapshot, &request->filter, cancel, tell_half, half);
  g_autoptr (MilieuUncertainty) uncertainty = NULL;
  g_autofree char *hash = NULL;
  MilieuStudyParts parts = {
    .snapshot = snapshot, .filter = &request->filter, .reading = reading, .name = request->name,
    .width = WIDTH_MM * MILIEU_PX_PER_MM, .persons = request->persons || milieu_persons_are_ranked (snapshot),
  };

  half->from = 0.5;
  if (reading)
    parts.uncertainty = uncertainty = milieu_uncertainty_new (snapshot, &request->filter, FALSE, cancel, tell_half, half);
  if (!uncertainty)
    return NULL;
  parts.hash = hash = milieu_project_hash (snapshot);
  return milieu_study_new (&parts, tools);
}

/* the Markdown comes last, so that it never names a figure that is not there */
static gboolean
write_markdown (const MilieuStudy *study, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path), *base = g_path_get_basename (path);
  g_autofree char *stem = g_strndup (base, strlen (base) - strlen (".md"));
  g_autoptr (GBytes) bytes = milieu_study_to_markdown (study, stem);

  for (guint i = 0; i < study->blocks->len; i++)
    {
      const MilieuBlock *block = study->blocks->pdata[i];
      g_autofree char *file = block->figure ? milieu_study_figure_file (block, stem) : NULL;
      g_autofree char *where = file ? g_build_filename (folder, file, NULL) : NULL;
      g_autoptr (GBytes) svg = file ? milieu_figure_to_svg (block->figure, milieu_style (MILIEU_STYLE_PRINT)) : NULL;

      if (svg && !milieu_save_bytes (where, svg, error))
        return FALSE;
    }
  return milieu_save_bytes (path, bytes, error);
}

static gboolean
is_markdown (const char *path)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  return g_str_has_suffix (small, ".md");
}

gboolean
milieu_study_write (MilieuSnapshot *snapshot, const MilieuStudyRequest *request, const MilieuFigureTools *tools,
                    const gint *cancel, MilieuReadingProgress progress, gpointer data, GError **error)
{
  Half half = { progress, data, 0 };
  g_autoptr (MilieuStudy) study = compose (snapshot, request, tools, cancel, &half);
  g_autoptr (GBytes) pdf = NULL;

  if (!study)
    return FALSE;
  if (is_markdown (request->path))
    return write_markdown (study, request->path, error);
  pdf = milieu_study_to_pdf (study, milieu_style (MILIEU_STYLE_PRINT), tools->measure, error);
  return pdf && milieu_save_bytes (request->path, pdf, error);
}

static void
tell_job (double fraction, gpointer job)
{
  milieu_job_set_fraction (job, fraction);
}

gpointer
milieu_study_work (MilieuJob *job, gpointer data, GError **error)
{
  const MilieuStudyRequest *request = data;
  MilieuFigureTools tools = milieu_scene_tools (request->language, 1);

  tools.print = TRUE;
  if (!milieu_study_write (milieu_job_snapshot (job), request, &tools, milieu_job_cancel_flag (job), tell_job, job, error))
    return NULL;
  return g_strdup (request->path);
}
