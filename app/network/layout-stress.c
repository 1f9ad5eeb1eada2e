#include "network/layout.h"

#include <math.h>

#include "network/organic.h"

#define SOURCES 128

typedef struct
{
  double n, d_l, l_l; /* Σ w d², Σ w d l, Σ w l² */
} Sums;

static void
add_source (Sums *sums, const MilieuPart *part, const guint32 *steps, guint32 source, const double *x, const double *y)
{
  for (guint32 i = 0; i < part->n; i++)
    {
      double dx = x[part->vertices[i]] - x[part->vertices[source]], dy = y[part->vertices[i]] - y[part->vertices[source]];
      double ratio = sqrt (dx * dx + dy * dy) / steps[i];

      if (i == source)
        continue;
      sums->n += 1;
      sums->d_l += ratio;
      sums->l_l += ratio * ratio;
    }
}

double
milieu_layout_stress (const MilieuGraph *graph, const double *x, const double *y)
{
  g_autofree guint32 *local = g_new (guint32, graph->n + 1), *steps = g_new (guint32, graph->n + 1);
  g_autofree guint32 *queue = g_new (guint32, graph->n + 1);
  g_autofree guint8 *stays = g_new0 (guint8, graph->n + 1);
  g_autoptr (MilieuPart) part = NULL;
  MilieuGroups groups;
  Sums sums = { 0 };
  guint n, sources;

  if (graph->m == 0)
    return 0;
  milieu_groups_init (&groups, graph, stays);
  n = groups.first[1];
  sources = MIN (n, SOURCES);
  part = milieu_part_new (graph, groups.vertices, n, local);
  for (guint i = 0; i < sources; i++)
    {
      guint32 source = (guint64) i * n / sources;

      milieu_part_steps (part, source, steps, queue);
      add_source (&sums, part, steps, source, x, y);
    }
  milieu_groups_clear (&groups);
  return sums.l_l > 0 ? MAX (0, 1 - sums.d_l * sums.d_l / (sums.l_l * sums.n)) : 1;
}
