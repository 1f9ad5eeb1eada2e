#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/layout.h"

#include "edit/spot.h"
#include "figure/network-figure.h"

typedef struct
{
  MilieuSession *session; /* main thread only */
  MilieuFilter filter;
  MilieuLayoutKind kind;
  gboolean keep;
  MilieuLanguage language;
  guint64 seed;
  MilieuLaidOut done;
} LayoutWork;

typedef struct
{
  MilieuGraph *graph;
  MilieuLayout *layout;
} LayoutResult;

static void
layout_result_free (gpointer data)
{
  LayoutResult *result = data;

  milieu_graph_unref (result->graph);
  g_clear_pointer (&result->layout, milieu_layout_free);
  g_free (result);
}

static gboolean
tell (double fraction, gpointer job)
{
  milieu_job_set_fraction (job, fraction);
  return !milieu_job_is_cancelled (job);
}

static MilieuExtent *
extents_of (MilieuSnapshot *snapshot, const MilieuGraph *graph, const LayoutWork *work)
{
  g_autoptr (MilieuTextMeasure) measure = milieu_text_measure_new ();
  MilieuFigureTools tools = { .measure = measure, .language = work->language, .text_scale = 1 };

  return milieu_network_extents (snapshot, graph, work->kind, &tools);
}

static gpointer
lay_out (MilieuJob *job, gpointer data, GError **error)
{
  LayoutWork *work = data;
  MilieuSnapshot *snapshot = milieu_job_snapshot (job);
  LayoutResult *result = g_new0 (LayoutResult, 1);
  MilieuGraph *graph = result->graph = milieu_graph_new_drawn (snapshot, &work->filter);
  g_autofree double *x = NULL, *y = NULL;
  g_autofree guint8 *pinned = NULL;
  g_autofree MilieuExtent *extents = extents_of (snapshot, graph, work);
  MilieuLayoutRequest request = { .kind = work->kind, .keep = work->keep, .seed = work->seed, .extents = extents,
                                  .progress = tell, .progress_data = job };

  milieu_layout_spots (graph, snapshot, &x, &y, &pinned);
  request.x = x;
  request.y = y;
  request.pinned = pinned;
  result->layout = milieu_layout_new (graph, &request);
  return result;
}

static void
on_laid_out (MilieuJob *job, gpointer data, const GError *error, gpointer owner)
{
  LayoutWork *work = milieu_job_data (job);
  LayoutResult *result = data;
  g_autofree MilieuStand *stands = NULL;

  if (result->layout)
    {
      stands = g_new0 (MilieuStand, result->graph->n + 1);
      for (guint i = 0; i < result->graph->n; i++)
        stands[i] = (MilieuStand) { result->graph->actors[i], result->layout->x[i], result->layout->y[i] };
      work->done (milieu_edit_lay_out (milieu_session_map (work->session), stands, result->graph->n,
                                       milieu_layout_kind_token (work->kind), work->seed), result->layout, owner);
    }
  layout_result_free (result);
}

void
milieu_session_lay_out (MilieuSession *session, MilieuLayoutKind kind, gboolean keep, MilieuLaidOut done, GObject *owner)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  LayoutWork *work = g_new0 (LayoutWork, 1);

  work->session = session;
  work->filter = *milieu_session_filter (session);
  work->kind = kind;
  work->keep = keep;
  work->language = milieu_language_of_user ();
  work->seed = (guint64) milieu_snapshot_number (snapshot, "layout.seed", 42);
  work->done = done;
  milieu_jobs_start (milieu_session_jobs (session), &(MilieuTask) {
    .lane = "layout", .title = _("Laying out…"), .snapshot = snapshot, .work = lay_out, .data = work,
    .free_data = g_free, .free_result = layout_result_free, .done = on_laid_out, .owner = owner,
  });
}
