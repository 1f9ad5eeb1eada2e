/* Where an actor is, as people write it: coordinates, municipalities. */
#pragma once

#include "edit/actor.h"

G_BEGIN_DECLS

/** milieu_coordinates_group: @text: "50.6318, 3.0471", or "" for no place; Returns: (transfer full): the group that places
 *  actors there; %NULL with words where @text says no place */
MilieuGroup *milieu_coordinates_group (MilieuMap *map, const guint32 *actors, guint n, const char *text, GError **error);

/** milieu_coordinates_words: @actor: (nullable); Returns: (transfer full): latitude and longitude, "" without a place */
char *milieu_coordinates_words (const MilieuActor *actor);

/** milieu_municipalities_like: a MilieuSuggest of the gazetteer's municipalities */
GStrv milieu_municipalities_like (const char *folded, gpointer data);

G_END_DECLS
