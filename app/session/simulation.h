/* What if they left? Who and what is simulated as gone, and what is lost.
 *
 * It lives beside the question: never in the map, its history or its file.
 * While it is on, readings are computed on the map without them, figures show
 * them as gone.
 */
#pragma once

#include "reading/what-if.h"
#include "session/document.h"
#include "session/question.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_SIMULATION (milieu_simulation_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSimulation, milieu_simulation, MILIEU, SIMULATION, GObject)

/**
 * MilieuSimulation::changed:
 * @departed: whether others are gone than before; else only what is lost has become known
 */

/** milieu_simulation_new: nobody is gone; follows the map and the question, and ends when another map comes */
MilieuSimulation *milieu_simulation_new (MilieuDocument *document, MilieuQuestion *question, MilieuJobs *jobs);

/** milieu_simulation_is_on: Returns: whether anybody or anything is simulated as gone */
gboolean milieu_simulation_is_on (MilieuSimulation *simulation);
/** milieu_simulation_departure: Returns: (transfer none): what leaves; valid until the next change */
const MilieuDeparture *milieu_simulation_departure (MilieuSimulation *simulation);

/** milieu_simulation_set_actors: lets @actors leave, or takes them back; those whose ground has left stay gone with it */
void milieu_simulation_set_actors (MilieuSimulation *simulation, const guint32 *actors, guint n, gboolean gone);
void milieu_simulation_set_ground (MilieuSimulation *simulation, MilieuGround ground, gboolean gone);
void milieu_simulation_set_institutional_ties (MilieuSimulation *simulation, gboolean gone);
/** milieu_simulation_restore: all are back, as if nothing had been simulated */
void milieu_simulation_restore (MilieuSimulation *simulation);

/** milieu_simulation_names: Returns: whether @actor leaves by name, not with its ground */
gboolean milieu_simulation_names (MilieuSimulation *simulation, guint32 actor);
/** milieu_simulation_is_gone: @type: ACTOR or TIE; Returns: whether it is drawn as gone */
gboolean milieu_simulation_is_gone (MilieuSimulation *simulation, MilieuRecordType type, guint32 key);
/** milieu_simulation_gone: Returns: (transfer none) (array length=n): the keys of @type, ACTOR or TIE, that are gone, ascending */
const guint32 *milieu_simulation_gone (MilieuSimulation *simulation, MilieuRecordType type, guint *n);

/** milieu_simulation_result: Returns: (transfer none) (nullable): what is lost; %NULL while it is being computed */
const MilieuWhatIf *milieu_simulation_result (MilieuSimulation *simulation);

/** milieu_simulation_snapshot: Returns: (transfer none): the map without those who are gone; the map itself while nothing
 *  is simulated */
MilieuSnapshot *milieu_simulation_snapshot (MilieuSimulation *simulation);

/**
 * milieu_departure_gone:
 * @actors: (out) (transfer full): keys (guint32) of the actors that @departure takes away, ascending; works too
 * @ties: (out) (transfer full): keys of the ties that go with them, location included
 *
 * All that a figure shows as gone. Any thread.
 */
void milieu_departure_gone (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuDeparture *departure,
                            GArray **actors, GArray **ties);

G_END_DECLS
