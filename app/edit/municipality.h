/* Verbs on the municipality of actors: where the gazetteer knows it, it is a place. */
#pragma once

#include "edit/actor.h"
#include "geo/gazetteer.h"

G_BEGIN_DECLS

/**
 * milieu_edit_set_municipality:
 * @gazetteer: (nullable): %NULL knows no municipality
 * @text: a name, a name with its département as in "Condé (62)", or an INSEE code; "" takes it away
 *
 * Writes the municipality of actors with its INSEE code. Those who had no place, or
 * one known only to its municipality, come to stand there; a precise place is kept.
 * A municipality that the gazetteer does not know is written as it is, and what was
 * known only to the one before has no place any more.
 *
 * Returns: (transfer full): the group; a name that several municipalities bear is refused
 */
MilieuGroup *milieu_edit_set_municipality (MilieuMap *map, MilieuGazetteer *gazetteer, const guint32 *actors, guint n,
                                           const char *text, GError **error);

/** milieu_edit_municipality_words: Returns: (transfer full): its name, with its département where others bear the same:
 *  what milieu_edit_set_municipality() understands */
char *milieu_edit_municipality_words (MilieuGazetteer *gazetteer, const MilieuMunicipality *municipality);

G_END_DECLS
