/* Forces: igraph's spring model of Fruchterman & Reingold (1991), the network
 * as many know it. Ours to start and to stop; between, as igraph computes. */
#include <igraph/igraph.h>

#include "network/organic.h"
#include "network/worker.h"

#define MOST_ROUNDS 500
#define FEWEST_ROUNDS 50
#define ROUNDS_TIMES_VERTICES 5000000 /* where that many are asked for */
/* vertices times rounds in one call of the worker, which others wait for */
#define ROUNDS_AT_ONCE 50000

typedef struct
{
  const MilieuPart *part;
  const guint8 *stays; /* (nullable): of the graph's vertices */
  double *x, *y;       /* in steps */
  guint rounds;
  guint first, end;    /* of this call */
} Forces;

static igraph_error_t
take_graph (const MilieuPart *part, igraph_t *copy)
{
  igraph_vector_int_t ends;

  IGRAPH_CHECK (igraph_vector_int_init (&ends, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &ends);
  for (guint32 v = 0; v < part->n; v++)
    for (guint32 i = part->first[v]; i < part->first[v + 1]; i++)
      if (v < part->neighbours[i])
        {
          IGRAPH_CHECK (igraph_vector_int_push_back (&ends, v));
          IGRAPH_CHECK (igraph_vector_int_push_back (&ends, part->neighbours[i]));
        }
  IGRAPH_CHECK (igraph_create (copy, &ends, part->n, IGRAPH_UNDIRECTED));
  igraph_vector_int_destroy (&ends);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

/* who stays has no room; the others have all */
static void
take_bounds (const Forces *forces, igraph_vector_t bounds[4])
{
  for (guint32 v = 0; v < forces->part->n; v++)
    {
      gboolean stays = forces->stays[forces->part->vertices[v]];

      VECTOR (bounds[0])[v] = stays ? forces->x[v] : -IGRAPH_INFINITY;
      VECTOR (bounds[1])[v] = stays ? forces->x[v] : IGRAPH_INFINITY;
      VECTOR (bounds[2])[v] = stays ? forces->y[v] : -IGRAPH_INFINITY;
      VECTOR (bounds[3])[v] = stays ? forces->y[v] : IGRAPH_INFINITY;
    }
}

/* rounds one by one, so that it cools over all calls and not within each */
static igraph_error_t
pull (const Forces *forces, const igraph_t *copy, igraph_matrix_t *places, igraph_vector_t bounds[4])
{
  double heat = sqrt (forces->part->n) / 10;

  for (guint32 v = 0; v < forces->part->n; v++)
    {
      MATRIX (*places, v, 0) = forces->x[v];
      MATRIX (*places, v, 1) = forces->y[v];
    }
  for (guint i = forces->first; i < forces->end; i++)
    IGRAPH_CHECK (igraph_layout_fruchterman_reingold (copy, places, TRUE, 1, heat * (forces->rounds - i) / forces->rounds,
                                                      IGRAPH_LAYOUT_AUTOGRID, NULL, &bounds[0], &bounds[1], &bounds[2],
                                                      &bounds[3]));
  for (guint32 v = 0; v < forces->part->n; v++)
    {
      forces->x[v] = MATRIX (*places, v, 0);
      forces->y[v] = MATRIX (*places, v, 1);
    }
  return IGRAPH_SUCCESS;
}

static int
run_forces (gpointer data)
{
  const Forces *forces = data;
  igraph_t copy;
  igraph_matrix_t places;
  igraph_vector_t bounds[4];

  igraph_rng_seed (igraph_rng_default (), forces->first); /* it draws where two stand on one point */
  IGRAPH_CHECK (take_graph (forces->part, &copy));
  IGRAPH_FINALLY (igraph_destroy, &copy);
  IGRAPH_CHECK (igraph_matrix_init (&places, forces->part->n, 2));
  IGRAPH_FINALLY (igraph_matrix_destroy, &places);
  for (guint i = 0; i < 4; i++)
    {
      IGRAPH_CHECK (igraph_vector_init (&bounds[i], forces->part->n));
      IGRAPH_FINALLY (igraph_vector_destroy, &bounds[i]);
    }
  take_bounds (forces, bounds);
  IGRAPH_CHECK (pull (forces, &copy, &places, bounds));
  for (guint i = 4; i-- > 0;)
    igraph_vector_destroy (&bounds[i]);
  igraph_matrix_destroy (&places);
  igraph_destroy (&copy);
  IGRAPH_FINALLY_CLEAN (6);
  return IGRAPH_SUCCESS;
}

/* by chance over a square with room for all, about those who stay */
static void
scatter (MilieuOrganic *organic, const MilieuPart *part, double *x, double *y)
{
  double side = sqrt (part->n), left = -side / 2, top = -side / 2, n = 0, sum_x = 0, sum_y = 0;

  for (guint32 v = 0; v < part->n; v++)
    if (organic->stays[part->vertices[v]])
      {
        sum_x += x[v] = organic->x[part->vertices[v]] / MILIEU_ORGANIC_STEP;
        sum_y += y[v] = organic->y[part->vertices[v]] / MILIEU_ORGANIC_STEP;
        n++;
      }
  left += n > 0 ? sum_x / n : 0;
  top += n > 0 ? sum_y / n : 0;
  for (guint32 v = 0; v < part->n; v++)
    if (!organic->stays[part->vertices[v]])
      {
        x[v] = left + side * milieu_random_fraction (&organic->random);
        y[v] = top + side * milieu_random_fraction (&organic->random);
      }
}

gboolean
milieu_organic_pull (MilieuOrganic *organic, const MilieuPart *part)
{
  g_autofree double *x = g_new (double, part->n), *y = g_new (double, part->n);
  guint rounds = CLAMP (ROUNDS_TIMES_VERTICES / part->n, FEWEST_ROUNDS, MOST_ROUNDS);
  Forces forces = { part, organic->stays, x, y, rounds };
  guint step = CLAMP (ROUNDS_AT_ONCE / part->n, 1, rounds);

  scatter (organic, part, x, y);
  for (guint done = 0; done < rounds; done = forces.end)
    {
      if (!milieu_layout_tick (organic->request, 0.9 * done / rounds))
        return FALSE;
      forces.first = done;
      forces.end = MIN (done + step, rounds);
      if (milieu_network_call (run_forces, &forces, NULL) != MILIEU_NETWORK_DONE)
        break; /* no memory: as far as it came */
    }
  for (guint32 v = 0; v < part->n; v++)
    if (!organic->stays[part->vertices[v]])
      {
        organic->x[part->vertices[v]] = MILIEU_ORGANIC_STEP * x[v];
        organic->y[part->vertices[v]] = MILIEU_ORGANIC_STEP * y[v];
      }
  return TRUE;
}
