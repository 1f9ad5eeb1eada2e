/* Verbs on where actors stand in the network. */
#pragma once

#include "edit/actor.h"

G_BEGIN_DECLS

/** MilieuStand: where one actor stands, network units, y down */
typedef struct
{
  guint32 actor;
  double x, y;
} MilieuStand;

/**
 * milieu_edit_move_actors:
 * @stands: (array length=n): those who moved, then those who only keep where they stood
 * @moved: how many moved
 *
 * Moves actors by hand; those that were pinned stay pinned at the new spot.
 */
MilieuGroup *milieu_edit_move_actors (MilieuMap *map, const MilieuStand *stands, guint n, guint moved);

/** milieu_edit_keep_stands: has @group keep where actors stand, who have no spot yet: those who come with it leave them there */
void milieu_edit_keep_stands (MilieuMap *map, MilieuGroup *group, const MilieuStand *stands, guint n);

/**
 * milieu_edit_duplicate_actors:
 * @stands: (array length=n_stands): where all stand who have no spot, kept with the copies; none where nobody knows
 * @copies: (out) (optional) (transfer full) (array length=n): keys of the copies, in the order of @actors
 *
 * Copies actors, the ties among them and their spots, a step aside within the band
 * of their ground. Claims are not copied: what was said of one is not said of the
 * other. So the copy of who has a ground by suggestion alone has none, and stands
 * with those who have none.
 */
MilieuGroup *milieu_edit_duplicate_actors (MilieuMap *map, const guint32 *actors, guint n, const MilieuStand *stands,
                                           guint n_stands, guint32 **copies);

/** milieu_edit_pin_actors: pins actors (who have a spot) or lets them go */
MilieuGroup *milieu_edit_pin_actors (MilieuMap *map, const guint32 *actors, guint n, gboolean pinned);

/**
 * milieu_edit_lay_out:
 * @kind: "strata", "organic" or "circle"; kept as the setting layout.kind
 * @seed: kept as the setting layout.seed
 *
 * Takes the result of a layout: what is pinned does not move.
 */
MilieuGroup *milieu_edit_lay_out (MilieuMap *map, const MilieuStand *stands, guint n, const char *kind, guint64 seed);

G_END_DECLS
