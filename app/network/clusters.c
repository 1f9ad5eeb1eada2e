#include "network/clusters.h"

#include <string.h>

#include "model/random.h"

#define PASSES 20
#define LEAST_GAIN 1e-9

/* a graph with weights, of vertices or of clusters of them */
typedef struct
{
  guint n;
  guint32 *first, *to;
  double *weight;
  double *strength; /* of a vertex: its weights, and what is inside it twice */
  double total;
} Net;

/* which cluster each vertex is in, while it changes */
typedef struct
{
  const Net *net;
  guint *of;
  double *sum;     /* strength of each cluster */
  double *towards; /* weight of the vertex at hand to each cluster */
  guint *touched;  /* those where it is not 0 */
  guint n_touched;
} Clusters;

static void
net_init (Net *net, guint n, guint room)
{
  *net = (Net) { .n = n };
  net->first = g_new0 (guint32, n + 1);
  net->to = g_new (guint32, room + 1);
  net->weight = g_new (double, room + 1);
  net->strength = g_new0 (double, n + 1);
}

static void
net_clear (Net *net)
{
  g_free (net->first);
  g_free (net->to);
  g_free (net->weight);
  g_free (net->strength);
}

static void
net_of_graph (Net *net, const MilieuGraph *graph)
{
  net_init (net, graph->n, graph->first[graph->n]);
  memcpy (net->first, graph->first, sizeof (guint32) * (graph->n + 1));
  for (guint32 v = 0; v < graph->n; v++)
    for (guint32 i = graph->first[v]; i < graph->first[v + 1]; i++)
      {
        net->to[i] = graph->neighbours[i];
        net->weight[i] = graph->edges[graph->edge_of[i]].weight;
        net->strength[v] += net->weight[i];
        net->total += net->weight[i];
      }
}

static void
clusters_init (Clusters *clusters, const Net *net)
{
  *clusters = (Clusters) { .net = net };
  clusters->of = g_new (guint, net->n + 1);
  clusters->sum = g_memdup2 (net->strength, sizeof (double) * (net->n + 1));
  clusters->towards = g_new0 (double, net->n + 1);
  clusters->touched = g_new (guint, net->n + 1);
  for (guint v = 0; v < net->n; v++)
    clusters->of[v] = v;
}

static void
clusters_clear (Clusters *clusters)
{
  g_free (clusters->of);
  g_free (clusters->sum);
  g_free (clusters->towards);
  g_free (clusters->touched);
}

static void
touch (Clusters *clusters, guint cluster, double weight)
{
  if (clusters->towards[cluster] == 0)
    clusters->touched[clusters->n_touched++] = cluster;
  clusters->towards[cluster] += weight;
}

static void
untouch (Clusters *clusters)
{
  while (clusters->n_touched > 0)
    clusters->towards[clusters->touched[--clusters->n_touched]] = 0;
}

/* into the cluster where modularity gains most. Returns: whether it moved */
static gboolean
move (Clusters *clusters, guint32 v)
{
  const Net *net = clusters->net;
  guint own = clusters->of[v], best = own;
  double gain, most, share = net->strength[v] / net->total;

  for (guint32 i = net->first[v]; i < net->first[v + 1]; i++)
    if (net->to[i] != v)
      touch (clusters, clusters->of[net->to[i]], net->weight[i]);
  clusters->sum[own] -= net->strength[v];
  most = clusters->towards[own] - share * clusters->sum[own];
  for (guint i = 0; i < clusters->n_touched; i++)
    {
      guint cluster = clusters->touched[i];

      gain = clusters->towards[cluster] - share * clusters->sum[cluster];
      if (gain > most + LEAST_GAIN * net->total / net->n)
        {
          most = gain;
          best = cluster;
        }
    }
  clusters->sum[best] += net->strength[v];
  clusters->of[v] = best;
  untouch (clusters);
  return best != own;
}

static void
move_all (Clusters *clusters, MilieuRandom *random)
{
  guint n = clusters->net->n, moved = n;
  g_autofree guint32 *order = g_new (guint32, n + 1);

  for (guint v = 0; v < n; v++)
    order[v] = v;
  milieu_random_shuffle (random, order, n);
  for (guint pass = 0; pass < PASSES && moved > n / 1000; pass++)
    {
      moved = 0;
      for (guint i = 0; i < n; i++)
        moved += move (clusters, order[i]);
    }
}

/* Returns: how many; numbered by their first vertex */
static guint
renumber (guint *of, guint n)
{
  g_autofree guint *number = g_new (guint, n + 1);
  guint next = 0;

  memset (number, 0xff, sizeof (guint) * n);
  for (guint v = 0; v < n; v++)
    {
      if (number[of[v]] == G_MAXUINT)
        number[of[v]] = next++;
      of[v] = number[of[v]];
    }
  return next;
}

/* vertices in the order of their clusters */
static guint32 *
by_cluster (const guint *of, guint n, guint n_clusters, guint32 *first)
{
  guint32 *vertices = g_new (guint32, n + 1);

  memset (first, 0, sizeof (guint32) * (n_clusters + 2));
  for (guint v = 0; v < n; v++)
    first[of[v] + 2]++;
  for (guint c = 0; c < n_clusters; c++)
    first[c + 2] += first[c + 1];
  for (guint v = 0; v < n; v++)
    vertices[first[of[v] + 1]++] = v;
  return vertices;
}

/* a vertex for each cluster */
static void
net_of_clusters (Net *coarse, Clusters *clusters, guint n_clusters)
{
  const Net *net = clusters->net;
  g_autofree guint32 *first = g_new (guint32, n_clusters + 2);
  g_autofree guint32 *vertices = by_cluster (clusters->of, net->n, n_clusters, first);
  guint32 used = 0;

  net_init (coarse, n_clusters, net->first[net->n]);
  coarse->total = net->total;
  for (guint c = 0; c < n_clusters; c++)
    {
      for (guint32 k = first[c]; k < first[c + 1]; k++)
        {
          coarse->strength[c] += net->strength[vertices[k]];
          for (guint32 i = net->first[vertices[k]]; i < net->first[vertices[k] + 1]; i++)
            if (clusters->of[net->to[i]] != c)
              touch (clusters, clusters->of[net->to[i]], net->weight[i]);
        }
      for (guint i = 0; i < clusters->n_touched; i++, used++)
        {
          coarse->to[used] = clusters->touched[i];
          coarse->weight[used] = clusters->towards[clusters->touched[i]];
        }
      coarse->first[c + 1] = used;
      untouch (clusters);
    }
}

guint
milieu_clusters_find (const MilieuGraph *graph, guint64 seed, guint *of)
{
  MilieuRandom random;
  guint before = G_MAXUINT, n_clusters = graph->n;
  Net net;

  milieu_random_init (&random, seed);
  for (guint v = 0; v < graph->n; v++)
    of[v] = v;
  net_of_graph (&net, graph);
  while (n_clusters < before && net.total > 0)
    {
      Clusters clusters;
      Net coarse;

      clusters_init (&clusters, &net);
      move_all (&clusters, &random);
      before = net.n;
      n_clusters = renumber (clusters.of, net.n);
      for (guint v = 0; v < graph->n; v++)
        of[v] = clusters.of[of[v]];
      net_of_clusters (&coarse, &clusters, n_clusters);
      clusters_clear (&clusters);
      net_clear (&net);
      net = coarse;
    }
  net_clear (&net);
  return renumber (of, graph->n);
}
