#include "network/layout.h"

#include <math.h>

#include "network/layout-kinds.h"

static const char *const tokens[MILIEU_N_LAYOUTS] = { "strata", "organic", "circle", "communities", "forces" };

static double
rounded (double value)
{
  double result = rint (value * 1000) / 1000;

  return result == 0 ? 0 : result; /* no -0 */
}

/* old positions as a start, and which of them must stay */
static guint8 *
take_old (const MilieuGraph *graph, const MilieuLayoutRequest *request, MilieuLayout *layout)
{
  guint8 *fixed = g_new0 (guint8, graph->n + 1);

  for (guint v = 0; v < graph->n; v++)
    {
      gboolean known = request->x != NULL && request->y != NULL && isfinite (request->x[v]) && isfinite (request->y[v]);

      layout->x[v] = known ? request->x[v] : NAN;
      layout->y[v] = known ? request->y[v] : NAN;
      fixed[v] = known && request->pinned != NULL && request->pinned[v];
    }
  return fixed;
}

static gboolean
run_kind (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed, MilieuLayout *layout)
{
  switch (request->kind)
    {
    case MILIEU_LAYOUT_ORGANIC:
    case MILIEU_LAYOUT_FORCES:
      return milieu_layout_organic (graph, request, fixed, layout);
    case MILIEU_LAYOUT_CIRCLE:
      return milieu_layout_circle (graph, request, fixed, layout);
    case MILIEU_LAYOUT_COMMUNITIES:
      return request->keep ? milieu_layout_organic (graph, request, fixed, layout) /* who is new goes to those they are tied to */
                           : milieu_layout_communities (graph, request, fixed, layout);
    case MILIEU_LAYOUT_STRATA:
    default:
      return milieu_layout_strata (graph, request, fixed, layout);
    }
}

static void
conclude (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed, MilieuLayout *layout)
{
  for (guint v = 0; v < graph->n; v++)
    {
      layout->x[v] = fixed[v] ? request->x[v] : rounded (layout->x[v]);
      layout->y[v] = fixed[v] ? request->y[v] : rounded (layout->y[v]);
    }
  layout->residual = milieu_layout_stress (graph, layout->x, layout->y);
  layout->crossings = graph->m > MILIEU_LAYOUT_MOST_CROSSING_TIES ? G_MAXUINT
                                                                  : milieu_layout_crossings (graph, layout->x, layout->y);
}

MilieuLayout *
milieu_layout_new (const MilieuGraph *graph, const MilieuLayoutRequest *request)
{
  g_autoptr (MilieuLayout) layout = g_new0 (MilieuLayout, 1);
  g_autofree guint8 *fixed = NULL;

  layout->n = graph->n;
  layout->x = g_new0 (double, graph->n + 1);
  layout->y = g_new0 (double, graph->n + 1);
  fixed = take_old (graph, request, layout);
  if (!run_kind (graph, request, fixed, layout))
    return NULL;
  conclude (graph, request, fixed, layout);
  return g_steal_pointer (&layout);
}

void
milieu_layout_free (MilieuLayout *layout)
{
  g_return_if_fail (layout != NULL);
  g_free (layout->x);
  g_free (layout->y);
  g_free (layout);
}

void
milieu_layout_spots (const MilieuGraph *graph, MilieuSnapshot *snapshot, double **x, double **y, guint8 **pinned)
{
  *x = g_new (double, graph->n + 1);
  *y = g_new (double, graph->n + 1);
  *pinned = g_new0 (guint8, graph->n + 1);
  for (guint v = 0; v < graph->n; v++)
    {
      const MilieuSpot *spot = milieu_snapshot_spot (snapshot, graph->actors[v]);

      (*x)[v] = spot != NULL ? spot->x : NAN;
      (*y)[v] = spot != NULL ? spot->y : NAN;
      (*pinned)[v] = spot != NULL && spot->pinned == MILIEU_ANSWER_YES;
    }
}

const char *
milieu_layout_kind_token (MilieuLayoutKind kind)
{
  g_return_val_if_fail ((guint) kind < MILIEU_N_LAYOUTS, NULL);
  return tokens[kind];
}

gboolean
milieu_layout_kind_parse (const char *token, MilieuLayoutKind *kind)
{
  for (guint i = 0; i < MILIEU_N_LAYOUTS; i++)
    if (g_strcmp0 (token, tokens[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

guint
milieu_layout_crossings (const MilieuGraph *graph, const double *x, const double *y)
{
  guint n = 0;

  for (guint e = 0; e < graph->m; e++)
    for (guint f = 0; f < e; f++)
      {
        guint32 a = graph->edges[e].a, b = graph->edges[e].b, c = graph->edges[f].a, d = graph->edges[f].b;

        if (a != c && a != d && b != c && b != d)
          n += milieu_layout_segments_cross (x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]);
      }
  return n;
}
