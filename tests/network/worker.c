/* One call at a time into igraph: order, many callers, cancelling, failing. */
#include <igraph/igraph.h>
#include <pthread.h>

#include "model/random.h"
#include "network/measures.h"
#include "network/worker.h"

static gint running;

static int
count_alone (gpointer data)
{
  g_assert_cmpint (g_atomic_int_add (&running, 1), ==, 0);
  ++*(guint *) data; /* unguarded: only one call runs at a time */
  g_atomic_int_add (&running, -1);
  return 0;
}

static void *
call_often (void *data)
{
  for (guint i = 0; i < 200; i++)
    g_assert_cmpint (milieu_network_call (count_alone, data, NULL), ==, MILIEU_NETWORK_DONE);
  return NULL;
}

static void
test_many_callers (void)
{
  pthread_t threads[6];
  guint count = 0;

  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (pthread_create (&threads[i], NULL, call_often, &count), ==, 0);
  for (guint i = 0; i < 6; i++)
    pthread_join (threads[i], NULL);
  g_assert_cmpuint (count, ==, 1200);
}

static int
fail (gpointer data)
{
  igraph_vector_int_t degrees;
  igraph_t graph;

  IGRAPH_CHECK (igraph_vector_int_init (&degrees, 10));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &degrees);
  IGRAPH_CHECK (igraph_empty (&graph, -1, IGRAPH_UNDIRECTED)); /* a negative number of vertices */
  return IGRAPH_SUCCESS;
}

static int
die (gpointer data)
{
  IGRAPH_FATAL ("as a broken assertion of igraph would");
  return IGRAPH_SUCCESS;
}

/* the worker survives both and still counts right */
static void
test_failures (void)
{
  guint count = 0;

  g_assert_cmpint (milieu_network_call (fail, NULL, NULL), ==, MILIEU_NETWORK_FAILED);
  g_assert_cmpint (milieu_network_call (die, NULL, NULL), ==, MILIEU_NETWORK_FAILED);
  g_assert_cmpint (milieu_network_call (fail, NULL, NULL), ==, MILIEU_NETWORK_FAILED);
  g_assert_cmpint (milieu_network_call (count_alone, &count, NULL), ==, MILIEU_NETWORK_DONE);
  g_assert_cmpuint (count, ==, 1);
}

static int
call_from_within (gpointer data)
{
  return milieu_network_call (count_alone, data, NULL) == MILIEU_NETWORK_DONE ? 0 : IGRAPH_FAILURE;
}

static void
test_nested (void)
{
  guint count = 0;

  g_assert_cmpint (milieu_network_call (call_from_within, &count, NULL), ==, MILIEU_NETWORK_DONE);
  g_assert_cmpuint (count, ==, 1);
}

static MilieuGraph *
large_graph (guint n, guint m)
{
  g_autofree guint32 *pairs = g_new (guint32, 2 * m);
  MilieuRandom random;

  milieu_random_init (&random, 5);
  for (guint i = 0; i < 2 * m; i++)
    pairs[i] = milieu_random_below (&random, n);
  return milieu_graph_new_from_arrays (n, NULL, m, pairs, NULL, NULL, NULL);
}

typedef struct
{
  MilieuGraph *graph;
  gint cancel, finished;
} Job;

static void *
measure (void *data)
{
  Job *job = data;
  MilieuMeasures *measures = milieu_measures_new (job->graph, TRUE, &job->cancel);

  g_assert_null (measures);
  g_atomic_int_set (&job->finished, 1);
  return NULL;
}

/* what would take minutes ends once it is cancelled, and the next call works */
static void
test_cancel (void)
{
  Job job = { large_graph (60000, 120000), 0, 0 };
  g_autoptr (MilieuGraph) small = large_graph (20, 40);
  g_autoptr (MilieuMeasures) measures = NULL;
  gint cancelled = 1;
  pthread_t thread;

  g_assert_cmpint (pthread_create (&thread, NULL, measure, &job), ==, 0);
  g_usleep (100000);
  g_assert_cmpint (g_atomic_int_get (&job.finished), ==, 0);
  g_atomic_int_set (&job.cancel, 1);
  pthread_join (thread, NULL);
  measures = milieu_measures_new (small, FALSE, NULL);
  g_assert_cmpint (measures->betweenness_status, ==, MILIEU_MEASURE_VALUE);
  g_assert_null (milieu_measures_new (small, FALSE, &cancelled));
  milieu_graph_unref (job.graph);
}

/* over the limit nothing is computed unasked; deep graphs do not break the stack */
static void
test_large (void)
{
  enum { N = 100000 };
  g_autofree guint32 *pairs = g_new (guint32, 2 * N);
  g_autoptr (MilieuGraph) path = NULL;
  g_autoptr (MilieuMeasures) measures = NULL;
  guint n;
  g_autofree guint32 *bridges = NULL;

  for (guint i = 0; i + 1 < N; i++)
    {
      pairs[2 * i] = i;
      pairs[2 * i + 1] = i + 1;
    }
  path = milieu_graph_new_from_arrays (N, NULL, N - 1, pairs, NULL, NULL, NULL);
  measures = milieu_measures_new (path, FALSE, NULL);
  g_assert_cmpint (measures->betweenness_status, ==, MILIEU_MEASURE_TOO_LARGE);
  g_assert_cmpuint (measures->core[N / 2], ==, 1);
  g_assert_cmpuint (measures->cut_point[N / 2], ==, 1);
  bridges = milieu_graph_bridges (path, &n, NULL);
  g_assert_cmpuint (n, ==, N - 1);
  g_assert_cmpint (milieu_graph_robustness_by_betweenness (path, 10, FALSE, NULL).status, ==,
                   MILIEU_MEASURE_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/many-callers", test_many_callers);
  g_test_add_func ("/worker/failures", test_failures);
  g_test_add_func ("/worker/nested", test_nested);
  g_test_add_func ("/worker/cancel", test_cancel);
  g_test_add_func ("/worker/large", test_large);
  return g_test_run ();
}
