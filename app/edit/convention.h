/* Verbs of the convention that the verdict applies: its thresholds, what each type of tie counts as, and the emerging ground. */
#pragma once

#include "edit/actor.h"

G_BEGIN_DECLS

/**
 * milieu_edit_set_threshold:
 * @id: of the setting: "threshold.T1.gap"
 * @label: translated, for the undo menu
 * @value: (nullable): as it stands in files; %NULL for that of the convention
 *
 * Returns: (transfer full): the group
 */
MilieuGroup *milieu_edit_set_threshold (MilieuMap *map, const char *id, const char *label, const char *value);

/** milieu_edit_reset_thresholds: Returns: (transfer full): the group that lets go of every threshold of the map */
MilieuGroup *milieu_edit_reset_thresholds (MilieuMap *map);

/** milieu_edit_set_emerging: @ground: with which the emerging one counts, or EMERGING for on its own */
MilieuGroup *milieu_edit_set_emerging (MilieuMap *map, MilieuGround ground);

/** milieu_edit_set_study_window: @id: of the setting; @value: (nullable): as it stands in files; %NULL for the bounding box of the sites */
MilieuGroup *milieu_edit_set_study_window (MilieuMap *map, const char *id, const char *value);

/** milieu_edit_set_tie_class: what the ties of @type count as */
MilieuGroup *milieu_edit_set_tie_class (MilieuMap *map, guint32 type, MilieuClass tie_class);

/** milieu_edit_reset_tie_classes: Returns: (transfer full): the group that gives every type that the convention knows its class */
MilieuGroup *milieu_edit_reset_tie_classes (MilieuMap *map);

G_END_DECLS
