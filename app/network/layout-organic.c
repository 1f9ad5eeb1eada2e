/* Organic: each connected part by stress, its boxes pushed apart; the largest
 * on top, the small ones and the isolates in rows below. */
#include <math.h>
#include <string.h>

#include "network/organic.h"

#define MOST_TRIED 300
/* vertices in all the parts that are tried from many starts */
#define MOST_TRIED_TOGETHER 600
/* and ties of one: each is held against each */
#define MOST_TIES_TRIED 1200
#define PAIR_GAP 16

void
milieu_organic_spread (const MilieuOrganic *organic, const guint32 *vertices, guint n)
{
  double box[4], needed = 0, scale;

  for (guint i = 0; i < n; i++)
    {
      MilieuExtent extent = milieu_layout_extent (organic->request, vertices[i]);

      needed += (extent.left + extent.right) * (extent.up + extent.down);
    }
  milieu_layout_box (organic->request, vertices, n, organic->x, organic->y, box);
  scale = sqrt ((n > 500 ? 4 : 2) * needed / ((box[2] - box[0]) * (box[3] - box[1]) + 1));
  for (guint i = 0; scale > 1 && i < n; i++)
    {
      organic->x[vertices[i]] *= scale;
      organic->y[vertices[i]] *= scale;
    }
}

static void
lay_pair (const MilieuOrganic *organic, const guint32 *vertices)
{
  organic->x[vertices[0]] = organic->y[vertices[0]] = organic->y[vertices[1]] = 0;
  organic->x[vertices[1]] = milieu_layout_extent (organic->request, vertices[0]).right
                            + milieu_layout_extent (organic->request, vertices[1]).left + PAIR_GAP;
}

static gboolean
lay_part (MilieuOrganic *organic, const guint32 *vertices, guint n, gboolean any_stays)
{
  g_autoptr (MilieuPart) part = milieu_part_new (organic->graph, vertices, n, organic->local);
  gboolean forces = organic->request->kind == MILIEU_LAYOUT_FORCES && !organic->request->keep, going;

  if (!forces && (n > MOST_TRIED || part->first[n] > 2 * MOST_TIES_TRIED || *organic->tried + n > MOST_TRIED_TOGETHER))
    return milieu_organic_descend (organic, part);
  *organic->tried += n;
  going = forces ? milieu_organic_pull (organic, part) : milieu_organic_try_starts (organic, part, any_stays);
  if (going && !any_stays)
    milieu_organic_spread (organic, vertices, n);
  return going;
}

static gboolean
all_stay (const MilieuOrganic *organic, const guint32 *vertices, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!organic->stays[vertices[i]])
      return FALSE;
  return TRUE;
}

static gboolean
lay_group (MilieuOrganic *organic, const guint32 *vertices, guint n, gboolean any_stays)
{
  if (any_stays && all_stay (organic, vertices, n))
    return milieu_layout_tick (organic->request, 0.5);
  if (n == 1)
    {
      organic->x[vertices[0]] = organic->y[vertices[0]] = 0;
      return TRUE;
    }
  if (n == 2 && !any_stays)
    {
      lay_pair (organic, vertices);
      return TRUE;
    }
  /* those who stay are pushed once all are there */
  return lay_part (organic, vertices, n, any_stays)
         && (any_stays || milieu_layout_push_apart (organic->request, organic->stays, INFINITY, vertices, n, organic->x, organic->y));
}

static gboolean
lay_groups (MilieuOrganic *organic, const MilieuGroups *groups)
{
  for (guint c = 0; c < groups->n; c++)
    if (!lay_group (organic, groups->vertices + groups->first[c], groups->first[c + 1] - groups->first[c],
                    groups->any_stays[c]))
      return FALSE;
  return TRUE;
}

gboolean
milieu_organic_lay (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *stays, MilieuCrew *crew,
                    guint *tried, double *x, double *y)
{
  g_autofree guint32 *local = g_new0 (guint32, graph->n + 1);
  MilieuOrganic organic = { .graph = graph, .request = request, .stays = stays, .crew = crew, .local = local,
                            .tried = tried, .x = x, .y = y };
  MilieuGroups groups;
  gboolean going;

  milieu_random_init (&organic.random, request->seed);
  milieu_groups_init (&groups, graph, stays);
  going = lay_groups (&organic, &groups);
  if (going)
    milieu_groups_shelve (&groups, request, x, y);
  milieu_groups_clear (&groups);
  return going;
}

gboolean
milieu_layout_organic (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *fixed,
                       MilieuLayout *layout)
{
  g_autofree guint8 *stays = g_memdup2 (fixed, graph->n + 1);
  g_autoptr (MilieuCrew) crew = milieu_crew_new (request->threads);
  guint tried = 0;

  for (guint v = 0; request->keep && v < graph->n; v++)
    stays[v] |= !isnan (layout->x[v]);
  return milieu_organic_lay (graph, request, stays, crew, &tried, layout->x, layout->y)
         && milieu_layout_push_apart (request, fixed, request->keep ? MILIEU_LAYOUT_LEEWAY : INFINITY, NULL, graph->n,
                                      layout->x, layout->y);
}
