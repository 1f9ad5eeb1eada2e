#include "session/chart-work.h"

#include "figure/paint-cairo.h"
#include "session/scene-work.h"

#include <math.h>

void
milieu_chart_request_free (gpointer data)
{
  MilieuChartRequest *request = data;

  g_clear_pointer (&request->reading, milieu_reading_unref);
  g_free (request);
}

void
milieu_chart_result_free (gpointer data)
{
  MilieuChartResult *result = data;

  g_clear_pointer (&result->slopes, milieu_slopes_free);
  g_clear_pointer (&result->figure, milieu_figure_unref);
  g_clear_pointer (&result->pixels, g_bytes_unref);
  g_clear_pointer (&result->reading, milieu_reading_unref);
  g_free (result);
}

static void
paint (const MilieuChartRequest *request, MilieuChartResult *result)
{
  int scale = MAX (1, request->device_scale);
  int w = result->width = (int) ceil (milieu_figure_width (result->figure)) * scale;
  int h = result->height = (int) ceil (milieu_figure_height (result->figure)) * scale;
  int stride = result->stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, w);
  guint8 *pixels = g_malloc0 ((gsize) stride * (gsize) h);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, w, h, stride);
  cairo_t *cr = cairo_create (surface);
  MilieuPaintOptions options = { .scale = scale, .no_background = TRUE };

  milieu_paint_figure (cr, result->figure, milieu_style (request->style), &options);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  result->pixels = g_bytes_new_take (pixels, (gsize) stride * (gsize) h);
}

gpointer
milieu_chart_work (MilieuJob *job, gpointer data, GError **error)
{
  const MilieuChartRequest *request = data;
  MilieuFigureTools tools = milieu_scene_tools (request->language, request->text_scale);
  MilieuChartResult *result = g_new0 (MilieuChartResult, 1);

  result->reading = milieu_reading_ref (request->reading);
  result->slopes = milieu_slopes_new (milieu_job_snapshot (job), request->reading, &request->options);
  result->figure = milieu_slope_chart_new (milieu_job_snapshot (job), request->reading, &tools, &request->options);
  if (!milieu_job_is_cancelled (job))
    paint (request, result);
  else
    g_clear_pointer (&result, milieu_chart_result_free);
  return result;
}
