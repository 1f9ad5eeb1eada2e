/* Boxes in a grid of cells, so that asking what is near does not look at all. */
#pragma once

#include "figure/box.h"

G_BEGIN_DECLS

typedef struct _MilieuBoxGrid MilieuBoxGrid;

/* a tag that no box is excepted by */
#define MILIEU_NO_TAG G_MAXUINT

/** milieu_box_grid_new: @cell: side of a cell, about that of a box, over 0 */
MilieuBoxGrid *milieu_box_grid_new (double cell);
void milieu_box_grid_free (MilieuBoxGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuBoxGrid, milieu_box_grid_free)

/** milieu_box_grid_add: @tag: whose it is; several boxes may share one */
void milieu_box_grid_add (MilieuBoxGrid *grid, MilieuBox box, guint tag);

/** milieu_box_grid_meets: Returns: whether a box, other than those tagged @except, comes nearer than @gap to @box */
gboolean milieu_box_grid_meets (MilieuBoxGrid *grid, MilieuBox box, double gap, guint except);

G_END_DECLS
