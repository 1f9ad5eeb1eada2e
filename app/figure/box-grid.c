#include "figure/box-grid.h"

#include "figure/ties.h"

#include <math.h>

/* a box over more cells than this goes onto a list that is always looked at */
#define MOST_CELLS 64

typedef struct
{
  MilieuBox box;
  guint tag;
} Entry;

struct _MilieuBoxGrid
{
  double cell;
  GArray *entries;   /* Entry */
  GArray *large;     /* guint, into entries */
  GHashTable *cells; /* packed cell → GArray of guint */
};

typedef struct { gint32 x0, y0, x1, y1; } Cells;

MilieuBoxGrid *
milieu_box_grid_new (double cell)
{
  MilieuBoxGrid *grid = g_new0 (MilieuBoxGrid, 1);

  grid->cell = cell;
  grid->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  grid->large = g_array_new (FALSE, FALSE, sizeof (guint));
  grid->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  return grid;
}

void
milieu_box_grid_free (MilieuBoxGrid *grid)
{
  g_array_unref (grid->entries);
  g_array_unref (grid->large);
  g_hash_table_unref (grid->cells);
  g_free (grid);
}

static gint32
cell_of (MilieuBoxGrid *grid, double at)
{
  return (gint32) CLAMP (floor (at / grid->cell), -1e9, 1e9);
}

static Cells
cells_of (MilieuBoxGrid *grid, MilieuBox box)
{
  return (Cells) { cell_of (grid, box.x0), cell_of (grid, box.y0), cell_of (grid, box.x1), cell_of (grid, box.y1) };
}

static gboolean
is_large (Cells c)
{
  return ((gint64) c.x1 - c.x0 + 1) * ((gint64) c.y1 - c.y0 + 1) > MOST_CELLS;
}

static gint64
pack (gint32 x, gint32 y)
{
  return (gint64) ((guint64) (guint32) x << 32 | (guint32) y);
}

static void
add_to_cell (MilieuBoxGrid *grid, gint64 cell, guint index)
{
  GArray *list = g_hash_table_lookup (grid->cells, &cell);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (grid->cells, g_memdup2 (&cell, sizeof cell), list);
    }
  g_array_append_val (list, index);
}

void
milieu_box_grid_add (MilieuBoxGrid *grid, MilieuBox box, guint tag)
{
  Entry entry = { box, tag };
  guint index = grid->entries->len;
  Cells c = cells_of (grid, box);

  g_array_append_val (grid->entries, entry);
  if (is_large (c))
    {
      g_array_append_val (grid->large, index);
      return;
    }
  for (gint32 x = c.x0; x <= c.x1; x++)
    for (gint32 y = c.y0; y <= c.y1; y++)
      add_to_cell (grid, pack (x, y), index);
}

static gboolean
list_meets (MilieuBoxGrid *grid, GArray *list, MilieuBox box, double gap, guint except)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Entry *entry = &g_array_index (grid->entries, Entry, g_array_index (list, guint, i));

      if ((except == MILIEU_NO_TAG || entry->tag != except) && milieu_boxes_meet (&entry->box, &box, gap))
        return TRUE;
    }
  return FALSE;
}

static gboolean
all_meets (MilieuBoxGrid *grid, MilieuBox box, double gap, guint except)
{
  for (guint i = 0; i < grid->entries->len; i++)
    {
      const Entry *entry = &g_array_index (grid->entries, Entry, i);

      if ((except == MILIEU_NO_TAG || entry->tag != except) && milieu_boxes_meet (&entry->box, &box, gap))
        return TRUE;
    }
  return FALSE;
}

gboolean
milieu_box_grid_meets (MilieuBoxGrid *grid, MilieuBox box, double gap, guint except)
{
  Cells c = cells_of (grid, milieu_box_grow (box, MAX (gap, 0)));

  if (is_large (c))
    return all_meets (grid, box, gap, except);
  if (list_meets (grid, grid->large, box, gap, except))
    return TRUE;
  for (gint32 x = c.x0; x <= c.x1; x++)
    for (gint32 y = c.y0; y <= c.y1; y++)
      {
        gint64 cell = pack (x, y);
        GArray *list = g_hash_table_lookup (grid->cells, &cell);

        if (list != NULL && list_meets (grid, list, box, gap, except))
          return TRUE;
      }
  return FALSE;
}
