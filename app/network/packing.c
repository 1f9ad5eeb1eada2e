/* Parts that hold together, side by side. */
#include "network/organic.h"

#include <math.h>

#include "network/measures.h"

#define GAP 16

void
milieu_layout_box (const MilieuLayoutRequest *request, const guint32 *vertices, guint n, const double *x,
                   const double *y, double box[4])
{
  box[0] = box[1] = INFINITY;
  box[2] = box[3] = -INFINITY;
  for (guint i = 0; i < n; i++)
    {
      MilieuExtent extent = milieu_layout_extent (request, vertices[i]);

      box[0] = MIN (box[0], x[vertices[i]] - extent.left);
      box[1] = MIN (box[1], y[vertices[i]] - extent.up);
      box[2] = MAX (box[2], x[vertices[i]] + extent.right);
      box[3] = MAX (box[3], y[vertices[i]] + extent.down);
    }
}

void
milieu_groups_init (MilieuGroups *groups, const MilieuGraph *graph, const guint8 *stays)
{
  g_autoptr (MilieuComponents) components = milieu_components_new (graph);
  g_autofree guint *next = NULL;

  groups->n = components->n_components;
  groups->first = g_new0 (guint, groups->n + 1);
  groups->vertices = g_new (guint32, graph->n + 1);
  groups->any_stays = g_new0 (guint8, groups->n + 1);
  for (guint c = 0; c < groups->n; c++)
    groups->first[c + 1] = groups->first[c] + components->sizes[c];
  next = g_memdup2 (groups->first, sizeof (guint) * (groups->n + 1));
  for (guint32 v = 0; v < graph->n; v++)
    {
      groups->vertices[next[components->of[v]]++] = v;
      groups->any_stays[components->of[v]] |= stays[v];
    }
}

void
milieu_groups_clear (MilieuGroups *groups)
{
  g_free (groups->first);
  g_free (groups->vertices);
  g_free (groups->any_stays);
}

typedef struct
{
  double left, right, bottom; /* of what is there */
  double x, row_bottom;       /* of the row that is filled */
} Shelf;

/* what is there, and rows as wide as it or as a page of all */
static void
shelf_init (Shelf *shelf, const MilieuGroups *groups, const MilieuLayoutRequest *request, const double *x,
            const double *y)
{
  double area = 0, top = INFINITY, box[4];

  *shelf = (Shelf) { INFINITY, -INFINITY, -INFINITY };
  for (guint c = 0; c < groups->n; c++)
    {
      milieu_layout_box (request, groups->vertices + groups->first[c], groups->first[c + 1] - groups->first[c], x, y, box);
      area += (box[2] - box[0] + GAP) * (box[3] - box[1] + GAP);
      if (!groups->any_stays[c])
        continue;
      shelf->left = MIN (shelf->left, box[0]);
      top = MIN (top, box[1]);
      shelf->right = MAX (shelf->right, box[2]);
      shelf->bottom = MAX (shelf->bottom, box[3]);
    }
  if (shelf->left > shelf->right)
    shelf->left = shelf->right = shelf->bottom = top = 0;
  shelf->right = MAX (shelf->right, shelf->left + sqrt (1.3 * area));
  shelf->bottom += shelf->bottom > top ? 2 * GAP : 0;
  shelf->row_bottom = shelf->bottom;
  shelf->x = shelf->left;
}

void
milieu_groups_shelve (const MilieuGroups *groups, const MilieuLayoutRequest *request, double *x, double *y)
{
  Shelf shelf;

  shelf_init (&shelf, groups, request, x, y);
  for (guint c = 0; c < groups->n; c++)
    {
      guint n = groups->first[c + 1] - groups->first[c];
      const guint32 *vertices = groups->vertices + groups->first[c];
      double box[4], width;

      if (groups->any_stays[c])
        continue;
      milieu_layout_box (request, vertices, n, x, y, box);
      width = box[2] - box[0];
      if (shelf.x > shelf.left && shelf.x + width > shelf.right)
        {
          shelf.x = shelf.left;
          shelf.bottom = shelf.row_bottom + GAP;
        }
      for (guint i = 0; i < n; i++)
        {
          x[vertices[i]] += shelf.x - box[0];
          y[vertices[i]] += shelf.bottom - box[1];
        }
      shelf.x += width + GAP;
      shelf.row_bottom = MAX (shelf.row_bottom, shelf.bottom + box[3] - box[1]);
    }
}
