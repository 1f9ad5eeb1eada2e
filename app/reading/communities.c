#include "reading/communities.h"

#include "network/communities.h"
#include "reading/null.h"

#include <math.h>

/* indicators §4.7 */
#define RESTARTS 10
#define FEW_MEMBERS 3

typedef struct
{
  const MilieuBasis *basis;
  guint n;
  double observed;
  guint *membership;
  guint at_most, draws;
} Chance;

static void
community_draw (const MilieuEdges *edges, guint draw, gpointer data)
{
  Chance *chance = data;
  g_autoptr (MilieuGraph) graph = milieu_graph_new_from_arrays (chance->n, NULL, edges->m, edges->pairs,
                                                                edges->weights, NULL, NULL);
  MilieuMeasure q = milieu_graph_leiden_once (graph, chance->basis->seed, chance->membership);

  if (q.status != MILIEU_MEASURE_VALUE)
    return;
  chance->at_most += q.value <= chance->observed + 1e-9;
  chance->draws++;
}

static guint
count_communities (const guint *membership, guint n)
{
  g_autofree guint *sizes = g_new0 (guint, n + 1);
  guint found = 0;

  for (guint v = 0; v < n; v++)
    found += ++sizes[membership[v]] == FEW_MEMBERS;
  return found;
}

/* over the actors who have a tie and a ground */
static double
agreement_with_grounds (const MilieuBasis *basis, const MilieuGraph *graph, const guint *membership)
{
  g_autofree guint *communities = g_new (guint, basis->n + 1);
  g_autofree guint *grounds = g_new (guint, basis->n + 1);
  guint n = 0;

  for (guint v = 0; v < basis->n; v++)
    if (milieu_graph_degree (graph, v) > 0 && basis->grounds[v] != MILIEU_GROUND_NONE)
      {
        communities[n] = membership[v];
        grounds[n++] = basis->grounds[v];
      }
  return milieu_adjusted_mutual_information (communities, grounds, n);
}

static void
measure (const MilieuBasis *basis, const MilieuGraph *graph, MilieuCommunities *communities)
{
  g_autofree guint *membership = g_new0 (guint, graph->n + 1);
  g_autofree guint *scratch = g_new0 (guint, graph->n + 1);
  MilieuMeasure q = milieu_graph_leiden (graph, 1, RESTARTS, basis->seed, membership, basis->cancel);
  /* chance gets one start a draw: it is compared with what one start finds here */
  MilieuMeasure once = milieu_graph_leiden_once (graph, basis->seed, scratch);
  Chance chance = { basis, graph->n, once.value, scratch };

  *communities = (MilieuCommunities) { .modularity = q.value, .percentile = NAN, .agreement = NAN };
  if (q.status != MILIEU_MEASURE_VALUE)
    return;
  communities->n = count_communities (membership, graph->n);
  communities->agreement = agreement_with_grounds (basis, graph, membership);
  if (!milieu_basis_allows (basis, (double) graph->n * graph->m))
    {
      communities->seconds = 4 * milieu_null_rewire_seconds (basis, graph); /* a swap is quicker than a move of Leiden */
      return;
    }
  milieu_null_rewire (basis, graph, basis->rewirings, community_draw, &chance);
  if (chance.draws > 0)
    communities->percentile = (double) chance.at_most / chance.draws;
}

void
milieu_communities_measure (const MilieuBasis *basis, const MilieuGraph *graph, MilieuCommunities *communities)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "communities", graph);

  if (milieu_basis_recall (basis, rests_on, communities, sizeof *communities))
    return;
  measure (basis, graph, communities);
  milieu_basis_keep (basis, rests_on, communities, sizeof *communities);
}

static double
entropy_of (const guint *sizes, guint k, double n)
{
  double entropy = 0;

  for (guint i = 0; i < k; i++)
    if (sizes[i] > 0)
      entropy -= sizes[i] / n * log (sizes[i] / n);
  return entropy;
}

/* mean of the mutual information of a class of a and one of b under the
 * hypergeometric model: every overlap that is possible, as often as it is */
static double
expected_of (double n, double a, double b)
{
  double sum = 0;

  for (double k = MAX (1, a + b - n); k <= MIN (a, b); k++)
    sum += k / n * log (n * k / (a * b))
           * exp (lgamma (a + 1) + lgamma (b + 1) + lgamma (n - a + 1) + lgamma (n - b + 1) - lgamma (n + 1)
                  - lgamma (k + 1) - lgamma (a - k + 1) - lgamma (b - k + 1) - lgamma (n - a - b + k + 1));
  return sum;
}

static guint
count_labels (const guint *labels, guint n)
{
  guint most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, labels[i] + 1);
  return most;
}

double
milieu_adjusted_mutual_information (const guint *a, const guint *b, guint n)
{
  guint rows = count_labels (a, n), columns = count_labels (b, n);
  g_autofree guint *table = g_new0 (guint, (gsize) rows * columns + 1);
  g_autofree guint *of_a = g_new0 (guint, rows + 1);
  g_autofree guint *of_b = g_new0 (guint, columns + 1);
  double mutual = 0, expected = 0, mean;

  if (n == 0)
    return NAN;
  for (guint i = 0; i < n; i++)
    {
      table[a[i] * columns + b[i]]++;
      of_a[a[i]]++;
      of_b[b[i]]++;
    }
  for (guint r = 0; r < rows; r++)
    for (guint c = 0; c < columns; c++)
      {
        double both = table[r * columns + c];
        if (both > 0)
          mutual += both / n * log (n * both / ((double) of_a[r] * of_b[c]));
        if (of_a[r] > 0 && of_b[c] > 0)
          expected += expected_of (n, of_a[r], of_b[c]);
      }
  mean = (entropy_of (of_a, rows, n) + entropy_of (of_b, columns, n)) / 2;
  return fabs (mean - expected) > 1e-12 ? (mutual - expected) / (mean - expected) : 1;
}
