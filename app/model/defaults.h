/* The kinds of actors and types of ties that a new map begins with. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/**
 * milieu_defaults_add:
 * @group: takes the default kinds and tie types whose ids @map (and @group) lack
 *
 * Labels are English msgids, to be shown through milieu_words().
 */
void milieu_defaults_add (MilieuMap *map, MilieuGroup *group);

/** milieu_default_class: Returns: the class that the convention gives to the tie type @id, unset for one that it does not know */
MilieuClass milieu_default_class (const char *id);

G_END_DECLS
