#include "network/part.h"

#include "model/random.h"
#include "network/layout-kinds.h"

#include <math.h>
#include <string.h>

MilieuPart *
milieu_part_new (const MilieuGraph *graph, const guint32 *vertices, guint n, guint32 *local)
{
  MilieuPart *part = g_new0 (MilieuPart, 1);
  guint used = 0, room = 0;

  for (guint v = 0; v < graph->n; v++)
    local[v] = MILIEU_NO_VERTEX;
  for (guint i = 0; i < n; i++)
    {
      local[vertices[i]] = i;
      room += milieu_graph_degree (graph, vertices[i]);
    }
  part->n = n;
  part->vertices = vertices;
  part->first = g_new0 (guint32, n + 1);
  part->neighbours = g_new (guint32, room + 1);
  for (guint i = 0; i < n; i++)
    {
      for (guint32 k = graph->first[vertices[i]]; k < graph->first[vertices[i] + 1]; k++)
        if (local[graph->neighbours[k]] != MILIEU_NO_VERTEX)
          part->neighbours[used++] = local[graph->neighbours[k]];
      part->first[i + 1] = used;
    }
  return part;
}

void
milieu_part_free (MilieuPart *part)
{
  g_free (part->first);
  g_free (part->neighbours);
  g_free (part);
}

guint32
milieu_part_steps (const MilieuPart *part, guint32 start, guint32 *steps, guint32 *queue)
{
  guint n = 1;

  memset (steps, 0xff, sizeof (guint32) * part->n);
  steps[start] = 0;
  queue[0] = start;
  for (guint done = 0; done < n; done++)
    for (guint32 i = part->first[queue[done]]; i < part->first[queue[done] + 1]; i++)
      {
        guint32 next = part->neighbours[i];

        if (steps[next] != G_MAXUINT32)
          continue;
        steps[next] = steps[queue[done]] + 1;
        queue[n++] = next;
      }
  return steps[queue[n - 1]];
}

/* 64 pivots on their way, a bit each */
typedef struct
{
  guint64 *seen, *here, *next; /* of a vertex: who has been, who just came, who comes */
  guint32 *front, *reached;
  guint n_front, n_reached;
} Wave;

static void
wave_init (Wave *wave, guint n)
{
  wave->seen = g_new0 (guint64, n);
  wave->here = g_new0 (guint64, n);
  wave->next = g_new0 (guint64, n);
  wave->front = g_new (guint32, n);
  wave->reached = g_new (guint32, n);
  wave->n_front = 0;
}

static void
wave_clear (Wave *wave)
{
  g_free (wave->seen);
  g_free (wave->here);
  g_free (wave->next);
  g_free (wave->front);
  g_free (wave->reached);
}

static void
wave_spread (Wave *wave, const MilieuPart *part)
{
  wave->n_reached = 0;
  for (guint i = 0; i < wave->n_front; i++)
    for (guint32 k = part->first[wave->front[i]]; k < part->first[wave->front[i] + 1]; k++)
      {
        guint32 w = part->neighbours[k];

        if (wave->next[w] == 0)
          wave->reached[wave->n_reached++] = w;
        wave->next[w] |= wave->here[wave->front[i]];
      }
}

/* who came for the first time writes how far it is */
static void
wave_settle (Wave *wave, const MilieuPivots *pivots, guint column, guint16 distance)
{
  wave->n_front = 0;
  for (guint i = 0; i < wave->n_reached; i++)
    {
      guint32 w = wave->reached[i];
      guint64 fresh = wave->next[w] & ~wave->seen[w];
      guint16 *row = pivots->steps + (gsize) w * pivots->stride + column;

      wave->next[w] = 0;
      if (fresh == 0)
        continue;
      wave->seen[w] |= fresh;
      wave->here[w] = fresh;
      wave->front[wave->n_front++] = w;
      for (; fresh != 0; fresh &= fresh - 1)
        row[__builtin_ctzll (fresh)] = distance;
    }
}

typedef struct
{
  const MilieuPart *part;
  MilieuPivots *pivots;
  guint first_block;
} Survey;

static void
survey_block (gpointer data, guint block)
{
  Survey *survey = data;
  MilieuPivots *pivots = survey->pivots;
  guint column = 64 * (survey->first_block + block), n = MIN (64, pivots->k - column);
  Wave wave;

  wave_init (&wave, survey->part->n);
  for (guint i = 0; i < n; i++)
    {
      guint32 p = pivots->pivots[column + i];

      pivots->steps[(gsize) p * pivots->stride + column + i] = 0;
      wave.seen[p] = wave.here[p] = G_GUINT64_CONSTANT (1) << i;
      wave.front[wave.n_front++] = p;
    }
  for (guint distance = 1; wave.n_front > 0; distance++)
    {
      wave_spread (&wave, survey->part);
      wave_settle (&wave, pivots, column, (distance + pivots->unit - 1) / pivots->unit);
    }
  wave_clear (&wave);
}

static void
choose_pivots (MilieuPivots *pivots, guint64 seed)
{
  guint32 *order = g_new (guint32, pivots->n);
  MilieuRandom random;

  milieu_random_init (&random, seed);
  for (guint v = 0; v < pivots->n; v++)
    order[v] = v;
  milieu_random_shuffle (&random, order, pivots->n);
  pivots->pivots = g_renew (guint32, order, pivots->k);
}

MilieuPivots *
milieu_pivots_new (const MilieuPart *part, guint k, guint64 seed, MilieuCrew *crew, const MilieuLayoutRequest *request)
{
  g_autoptr (MilieuPivots) pivots = g_new0 (MilieuPivots, 1);
  g_autofree guint32 *steps = g_new (guint32, part->n), *queue = g_new (guint32, part->n);
  guint n_blocks = (k + 63) / 64;

  pivots->n = part->n;
  pivots->k = k;
  pivots->stride = (k + MILIEU_PIVOT_LANES - 1) / MILIEU_PIVOT_LANES * MILIEU_PIVOT_LANES;
  pivots->unit = 1 + 2 * milieu_part_steps (part, 0, steps, queue) / 65535;
  pivots->steps = g_new0 (guint16, (gsize) part->n * pivots->stride);
  choose_pivots (pivots, seed);
  for (guint done = 0; done < n_blocks; done += 8)
    {
      Survey survey = { part, pivots, done };

      if (!milieu_layout_tick (request, 0.2 * done / n_blocks))
        return NULL;
      milieu_crew_run (crew, MIN (8, n_blocks - done), survey_block, &survey);
    }
  return g_steal_pointer (&pivots);
}

void
milieu_pivots_free (MilieuPivots *pivots)
{
  g_free (pivots->pivots);
  g_free (pivots->steps);
  g_free (pivots);
}
