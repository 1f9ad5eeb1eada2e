/* Communities: each laid out by itself in a rectangle, the rectangles as one
 * lays out actors; large ones hold communities of their own. */
#include <math.h>
#include <string.h>

#include "network/clusters.h"
#include "network/organic.h"

#define MOST_TOGETHER 64 /* actors that are not divided further */
#define GAP 14           /* about a community */

typedef struct
{
  const MilieuLayoutRequest *request;
  MilieuCrew *crew;
  guint tried;
  guint n, placed;
} Communities;

/* the graph of one community, and where its vertices are in the whole */
typedef struct
{
  MilieuGraph *graph;
  GArray *vertices, *pairs, *weights;
  MilieuExtent *extents;
  double *x, *y;
} Child;

static gboolean
tick (double fraction, gpointer data)
{
  const Communities *communities = data;

  return milieu_layout_tick (communities->request, 0.95 * communities->placed / communities->n);
}

/* without communities */
static gboolean
lay_together (Communities *communities, const MilieuGraph *graph, const MilieuExtent *extents, guint64 seed, double *x,
              double *y)
{
  g_autofree guint8 *stays = g_new0 (guint8, graph->n + 1);
  MilieuLayoutRequest request = { .extents = extents, .seed = seed, .progress = tick, .progress_data = communities };

  for (guint v = 0; v < graph->n; v++)
    x[v] = y[v] = NAN;
  return milieu_organic_lay (graph, &request, stays, communities->crew, &communities->tried, x, y);
}

static void
child_init (Child *child)
{
  *child = (Child) { 0 };
  child->vertices = g_array_new (FALSE, FALSE, sizeof (guint32));
  child->pairs = g_array_new (FALSE, FALSE, sizeof (guint32));
  child->weights = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
child_clear (Child *child)
{
  g_clear_pointer (&child->graph, milieu_graph_unref);
  g_array_unref (child->vertices);
  g_array_unref (child->pairs);
  g_array_unref (child->weights);
  g_free (child->extents);
  g_free (child->x);
  g_free (child->y);
}

static void
child_tie (Child *child, guint32 a, guint32 b, double weight)
{
  g_array_append_val (child->pairs, a);
  g_array_append_val (child->pairs, b);
  g_array_append_val (child->weights, weight);
}

static void
child_complete (Child *child, guint n)
{
  child->graph = milieu_graph_new_from_arrays (n, NULL, child->weights->len, (guint32 *) child->pairs->data,
                                               (double *) child->weights->data, NULL, NULL);
  child->extents = g_new (MilieuExtent, n + 1);
  child->x = g_new (double, n + 1);
  child->y = g_new (double, n + 1);
}

/* @children: of each cluster, and last the graph whose vertices are the clusters */
static void
divide (const MilieuGraph *graph, const MilieuExtent *extents, const guint *of, guint n_clusters, Child *children)
{
  g_autofree guint32 *local = g_new (guint32, graph->n + 1);

  for (guint c = 0; c <= n_clusters; c++)
    child_init (&children[c]);
  for (guint32 v = 0; v < graph->n; v++)
    {
      local[v] = children[of[v]].vertices->len;
      g_array_append_val (children[of[v]].vertices, v);
    }
  for (guint e = 0; e < graph->m; e++)
    {
      guint32 a = graph->edges[e].a, b = graph->edges[e].b;

      if (of[a] == of[b])
        child_tie (&children[of[a]], local[a], local[b], graph->edges[e].weight);
      else
        child_tie (&children[n_clusters], of[a], of[b], graph->edges[e].weight);
    }
  for (guint c = 0; c <= n_clusters; c++)
    child_complete (&children[c], c < n_clusters ? children[c].vertices->len : n_clusters);
  for (guint32 v = 0; v < graph->n; v++)
    children[of[v]].extents[local[v]] = extents[v];
}

/* the rectangle of a community, as the box of a vertex at its first actor */
static MilieuExtent
extent_of (const Child *child, double gap)
{
  double box[4] = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (guint i = 0; i < child->vertices->len; i++)
    {
      box[0] = MIN (box[0], child->x[i] - child->extents[i].left);
      box[1] = MIN (box[1], child->y[i] - child->extents[i].up);
      box[2] = MAX (box[2], child->x[i] + child->extents[i].right);
      box[3] = MAX (box[3], child->y[i] + child->extents[i].down);
    }
  for (guint i = 0; i < child->vertices->len; i++)
    {
      child->x[i] -= (box[0] + box[2]) / 2;
      child->y[i] -= (box[1] + box[3]) / 2;
    }
  return (MilieuExtent) { (box[2] - box[0]) / 2 + gap, (box[2] - box[0]) / 2 + gap, (box[3] - box[1]) / 2 + gap,
                          (box[3] - box[1]) / 2 + gap };
}

static gboolean lay (Communities *communities, const MilieuGraph *graph, const MilieuExtent *extents, guint64 seed,
                     gboolean whole, double *x, double *y);

static gboolean
lay_children (Communities *communities, Child *children, guint n, guint64 seed, double *x, double *y)
{
  Child *above = &children[n];

  for (guint c = 0; c < n; c++)
    {
      Child *child = &children[c];

      if (!lay (communities, child->graph, child->extents, seed + c, FALSE, child->x, child->y))
        return FALSE;
      above->extents[c] = extent_of (child, child->vertices->len > 1 ? GAP : 0);
    }
  if (!lay_together (communities, above->graph, above->extents, seed, above->x, above->y))
    return FALSE;
  for (guint c = 0; c < n; c++)
    for (guint i = 0; i < children[c].vertices->len; i++)
      {
        guint32 v = g_array_index (children[c].vertices, guint32, i);

        x[v] = above->x[c] + children[c].x[i];
        y[v] = above->y[c] + children[c].y[i];
      }
  return TRUE;
}

static gboolean
lay (Communities *communities, const MilieuGraph *graph, const MilieuExtent *extents, guint64 seed, gboolean whole,
     double *x, double *y)
{
  g_autofree guint *of = g_new (guint, graph->n + 1);
  guint n = whole || graph->n > MOST_TOGETHER ? milieu_clusters_find (graph, seed, of) : 1;
  g_autofree Child *children = NULL;
  gboolean going;

  if (n <= 1 || n == graph->n)
    {
      going = lay_together (communities, graph, extents, seed, x, y);
      communities->placed += graph->n;
      return going;
    }
  children = g_new (Child, n + 1);
  divide (graph, extents, of, n, children);
  going = lay_children (communities, children, n, seed, x, y);
  for (guint c = 0; c <= n; c++)
    child_clear (&children[c]);
  return going;
}

/* those who are pinned stand where they are; the whole comes to them */
static gboolean
meet_pinned (const MilieuLayoutRequest *request, const guint8 *fixed, guint n, double *x, double *y)
{
  double dx = 0, dy = 0;
  guint n_fixed = 0;

  for (guint v = 0; v < n; v++)
    if (fixed[v])
      {
        dx += request->x[v] - x[v];
        dy += request->y[v] - y[v];
        n_fixed++;
      }
  if (n_fixed == 0)
    return TRUE;
  for (guint v = 0; v < n; v++)
    {
      x[v] = fixed[v] ? request->x[v] : x[v] + dx / n_fixed;
      y[v] = fixed[v] ? request->y[v] : y[v] + dy / n_fixed;
    }
  return milieu_layout_push_apart (request, fixed, INFINITY, NULL, n, x, y);
}

gboolean
milieu_layout_communities (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                           MilieuLayout *layout)
{
  g_autoptr (MilieuCrew) crew = milieu_crew_new (request->threads);
  g_autofree MilieuExtent *extents = g_new (MilieuExtent, graph->n + 1);
  Communities communities = { .request = request, .crew = crew, .n = MAX (graph->n, 1) };

  for (guint v = 0; v < graph->n; v++)
    extents[v] = milieu_layout_extent (request, v);
  return lay (&communities, graph, extents, request->seed, TRUE, layout->x, layout->y)
         && meet_pinned (request, fixed, graph->n, layout->x, layout->y);
}
