#include "figure/labels.h"

#include "figure/box-grid.h"

#define CELL 48.0

static MilieuBoxGrid *
obstacles (const MilieuLabelProblem *p)
{
  MilieuBoxGrid *grid = milieu_box_grid_new (CELL * p->unit);

  for (guint i = 0; i < p->n_symbols; i++)
    milieu_box_grid_add (grid, milieu_box_around (p->symbols[i].x, p->symbols[i].y, p->symbols[i].radius),
                         p->symbols[i].owner);
  for (guint i = 0; i < p->n_blocks; i++)
    milieu_box_grid_add (grid, p->blocks[i], MILIEU_NO_TAG);
  return grid;
}

static MilieuLabelPlace
first_free (const MilieuLabelProblem *p, const MilieuLabelWish *wish, MilieuBoxGrid *things, MilieuBoxGrid *labels)
{
  for (guint i = 0; i < wish->n_sides; i++)
    {
      MilieuLabelSide side = wish->sides[i];
      MilieuBox text = milieu_label_box (wish, side), box = text;

      box.x0 -= p->unit;
      box.x1 += p->unit;
      if (!milieu_box_holds (p->frame, text)
          || milieu_box_grid_meets (things, box, 0.8 * p->unit, wish->owner)
          || milieu_box_grid_meets (labels, box, p->padding, MILIEU_NO_TAG))
        continue;
      milieu_box_grid_add (labels, box, wish->owner);
      return (MilieuLabelPlace) { TRUE, side, milieu_label_align (side), text.x0, text.y0 };
    }
  return (MilieuLabelPlace) { FALSE };
}

static int
by_rank (gconstpointer a, gconstpointer b, gpointer data)
{
  const MilieuLabelWish *wishes = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (wishes[i].rank != wishes[j].rank)
    return wishes[i].rank < wishes[j].rank ? -1 : 1;
  return (i > j) - (i < j);
}

MilieuLabelPlace *
milieu_labels_greedy (const MilieuLabelProblem *p)
{
  MilieuLabelPlace *places = g_new0 (MilieuLabelPlace, MAX (p->n_wishes, 1));
  g_autofree guint *order = g_new (guint, MAX (p->n_wishes, 1));
  g_autoptr (MilieuBoxGrid) things = obstacles (p);
  g_autoptr (MilieuBoxGrid) labels = milieu_box_grid_new (CELL * p->unit);

  for (guint i = 0; i < p->n_wishes; i++)
    order[i] = i;
  g_qsort_with_data (order, p->n_wishes, sizeof (guint), by_rank, (gpointer) p->wishes);
  for (guint i = 0; i < p->n_wishes; i++)
    places[order[i]] = first_free (p, &p->wishes[order[i]], things, labels);
  return places;
}
