/* Who stands in one crowd, and a crowd that spreads over the map divided into neighbourhoods. */
#pragma once

#include "figure/box.h"

G_BEGIN_DECLS

/** milieu_crowd_touching: Returns: (transfer full) (array length=n): for each point one of its group, which is a
 *  chain of points nearer than @near to one another */
guint *milieu_crowd_touching (const MilieuPoint *points, guint n, double near);

/**
 * milieu_crowd_divide:
 * @places: by index
 * @crowd: (element-type guint): indices into @places; they are sorted anew
 * @span: the most that a part may be wide or high
 * @least: members that make a part
 * @parts: (element-type GArray): gets the parts, lists of guint
 * @rest: (element-type guint): gets the members of what is too small
 *
 * Halves the crowd across its longer side until each part is small enough.
 * Depends on how the members lie to one another, not on where they are: a map
 * that pans keeps its parts.
 */
void milieu_crowd_divide (const MilieuPoint *places, GArray *crowd, double span, guint least, GPtrArray *parts, GArray *rest);

G_END_DECLS
