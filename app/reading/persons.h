/* Persons are told by what they do, not by their rank, unless the map asks for it:
 * the setting "persons.ranked" (indicators §6: ethics of naming people). */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

#define MILIEU_SETTING_PERSONS_RANKED "persons.ranked" /* "yes", or absent */

/** milieu_persons_are_ranked: Returns: whether the map asks to rank persons too */
gboolean milieu_persons_are_ranked (MilieuSnapshot *snapshot);

/** milieu_is_person: Returns: whether the kind of this actor is drawn as a person; %FALSE for an actor that is gone */
gboolean milieu_is_person (MilieuSnapshot *snapshot, guint32 actor);

/** milieu_may_rank: Returns: whether this actor may stand in a ranking */
gboolean milieu_may_rank (MilieuSnapshot *snapshot, guint32 actor);

/** milieu_roles_phrase: Returns: (transfer full): "liaison of 10 pairs, itinerant broker of 4 pairs", or that it brokers none */
MilieuPhrase *milieu_roles_phrase (const MilieuActorMeasures *measures);

G_END_DECLS
