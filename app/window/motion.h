/* Map to network and back in one motion: each actor travels from where it
 * stands in the one to where it stands in the other; ties follow as plain
 * lines; the ground fades. Drawn over both canvases while it lasts. */
#pragma once

#include "window/canvas.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_MOTION (milieu_motion_get_type ())
G_DECLARE_FINAL_TYPE (MilieuMotion, milieu_motion, MILIEU, MOTION, GtkWidget)

/**
 * milieu_motion_start:
 *
 * Begins where both paintings are; nothing happens where animations are off, where one
 * of them is not painted yet, or with more than 2 000 actors.
 */
void milieu_motion_start (MilieuMotion *motion, MilieuCanvas *from, MilieuCanvas *to);

/** milieu_motion_ease: Returns: ease in and out, cubic; @t from 0 to 1 */
double milieu_motion_ease (double t);

G_END_DECLS
