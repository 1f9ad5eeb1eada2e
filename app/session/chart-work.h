/* The slope chart, made and painted by a worker for the window. */
#pragma once

#include "figure/slope-ranks.h"
#include "figure/style.h"
#include "session/jobs.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuReading *reading;      /* owned */
  MilieuSlopeOptions options;
  MilieuLanguage language;
  MilieuStyleName style;
  double text_scale;
  int device_scale;
} MilieuChartRequest;

typedef struct
{
  MilieuReading *reading; /* owned: slopes borrow it */
  MilieuSlopes *slopes;
  MilieuFigure *figure;
  GBytes *pixels;         /* premultiplied ARGB32 of cairo, on a transparent ground */
  int width, height, stride;
} MilieuChartResult;

void milieu_chart_request_free (gpointer request);
void milieu_chart_result_free (gpointer result);

/** milieu_chart_work: a MilieuJobWork: MilieuChartRequest to MilieuChartResult, %NULL if cancelled */
gpointer milieu_chart_work (MilieuJob *job, gpointer request, GError **error);

G_END_DECLS
