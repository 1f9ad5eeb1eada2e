#include "network/measures.h"

#include <math.h>

/* Marks the component of @start with @mark; @queue has room for n. Returns its size. */
static guint
flood (const MilieuGraph *graph, guint32 start, guint mark, guint *marks, guint32 *queue, guint32 without)
{
  guint n = 0;

  marks[start] = mark;
  queue[n++] = start;
  for (guint done = 0; done < n; done++)
    for (guint32 i = graph->first[queue[done]]; i < graph->first[queue[done] + 1]; i++)
      {
        guint32 next = graph->neighbours[i];

        if (next == without || marks[next] != G_MAXUINT)
          continue;
        marks[next] = mark;
        queue[n++] = next;
      }
  return n;
}

static guint *
marks_new (guint n)
{
  guint *marks = g_new (guint, n);

  for (guint v = 0; v < n; v++)
    marks[v] = G_MAXUINT;
  return marks;
}

static int
compare_sizes (const void *p, const void *q, gpointer sizes)
{
  guint a = *(const guint *) p, b = *(const guint *) q;
  guint *size = sizes;

  if (size[a] != size[b])
    return size[a] > size[b] ? -1 : 1;
  return a < b ? -1 : a > b;
}

/* found in the order of first vertices; afterwards the largest is number 0 */
static void
components_renumber (MilieuComponents *components, guint n)
{
  g_autofree guint *order = g_new (guint, components->n_components);
  g_autofree guint *number = g_new (guint, components->n_components);
  guint *sizes = g_new (guint, components->n_components);

  for (guint c = 0; c < components->n_components; c++)
    order[c] = c;
  g_qsort_with_data (order, components->n_components, sizeof (guint), compare_sizes, components->sizes);
  for (guint c = 0; c < components->n_components; c++)
    {
      number[order[c]] = c;
      sizes[c] = components->sizes[order[c]];
    }
  for (guint v = 0; v < n; v++)
    components->of[v] = number[components->of[v]];
  g_free (components->sizes);
  components->sizes = sizes;
}

MilieuComponents *
milieu_components_new (const MilieuGraph *graph)
{
  MilieuComponents *components = g_new0 (MilieuComponents, 1);
  g_autofree guint32 *queue = g_new (guint32, graph->n);

  components->of = marks_new (graph->n);
  components->sizes = g_new0 (guint, graph->n);
  for (guint32 v = 0; v < graph->n; v++)
    if (components->of[v] == G_MAXUINT)
      {
        guint size = flood (graph, v, components->n_components, components->of, queue, MILIEU_NO_VERTEX);

        components->isolates += size == 1;
        components->sizes[components->n_components++] = size;
      }
  components_renumber (components, graph->n);
  return components;
}

void
milieu_components_free (MilieuComponents *components)
{
  g_return_if_fail (components != NULL);
  g_free (components->of);
  g_free (components->sizes);
  g_free (components);
}

MilieuMeasure
milieu_graph_lambda (const MilieuGraph *graph)
{
  g_autoptr (MilieuComponents) components = NULL;

  if (graph->n == 0)
    return (MilieuMeasure) { NAN, MILIEU_MEASURE_NO_ACTORS };
  components = milieu_components_new (graph);
  return (MilieuMeasure) { (double) components->sizes[0] / graph->n, MILIEU_MEASURE_VALUE };
}

MilieuMeasure
milieu_graph_lambda_without (const MilieuGraph *graph, MilieuGround ground)
{
  g_autofree guint8 *removed = g_new (guint8, graph->n);
  g_autoptr (MilieuGraph) rest = NULL;

  for (guint v = 0; v < graph->n; v++)
    removed[v] = graph->grounds[v] == ground;
  rest = milieu_graph_without (graph, removed);
  return milieu_graph_lambda (rest);
}

guint
milieu_graph_isolates (const MilieuGraph *graph)
{
  guint n = 0;

  for (guint v = 0; v < graph->n; v++)
    n += milieu_graph_degree (graph, v) == 0;
  return n;
}

static guint64
cross_pairs_among (const guint32 *vertices, guint n, const guint8 *grounds)
{
  guint64 counts[MILIEU_N_GROUNDS] = { 0 }, all = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    counts[grounds[vertices[i]]]++;
  for (guint g = MILIEU_GROUND_NONE + 1; g < MILIEU_N_GROUNDS; g++)
    {
      all += counts[g];
      squares += counts[g] * counts[g];
    }
  return (all * all - squares) / 2;
}

guint64
milieu_graph_cross_pairs (const MilieuGraph *graph, const guint8 *grounds, guint32 without)
{
  g_autofree guint *marks = marks_new (graph->n);
  g_autofree guint32 *queue = g_new (guint32, graph->n);
  guint64 pairs = 0;

  for (guint32 v = 0; v < graph->n; v++)
    if (v != without && marks[v] == G_MAXUINT)
      {
        guint size = flood (graph, v, 0, marks, queue, without);

        pairs += cross_pairs_among (queue, size, grounds != NULL ? grounds : graph->grounds);
      }
  return pairs;
}

MilieuMeasure
milieu_graph_dependence (const MilieuGraph *graph, const guint8 *grounds, guint32 v)
{
  guint64 before = milieu_graph_cross_pairs (graph, grounds, MILIEU_NO_VERTEX);

  if (before == 0)
    return (MilieuMeasure) { NAN, MILIEU_MEASURE_NO_TIES };
  return (MilieuMeasure) { 1 - (double) milieu_graph_cross_pairs (graph, grounds, v) / before, MILIEU_MEASURE_VALUE };
}

guint
milieu_graph_distance (const MilieuGraph *graph, guint32 from, guint32 to)
{
  g_autofree guint *steps = marks_new (graph->n);
  g_autofree guint32 *queue = g_new (guint32, graph->n);
  guint n = 0;

  steps[from] = 0;
  queue[n++] = from;
  for (guint done = 0; done < n && steps[to] == G_MAXUINT; done++)
    for (guint32 i = graph->first[queue[done]]; i < graph->first[queue[done] + 1]; i++)
      {
        guint32 next = graph->neighbours[i];

        if (steps[next] != G_MAXUINT)
          continue;
        steps[next] = steps[queue[done]] + 1;
        queue[n++] = next;
      }
  return steps[to];
}
