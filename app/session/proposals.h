/* Pairs that could meet, while someone looks at their list: ghosts on the
 * canvas, never ties of the map, never saved.
 */
#pragma once

#include "reading/could-meet.h"
#include "session/simulation.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_PROPOSALS (milieu_proposals_get_type ())
G_DECLARE_FINAL_TYPE (MilieuProposals, milieu_proposals, MILIEU, PROPOSALS, GObject)

/** MilieuProposals::changed: other pairs are proposed than before */

/** milieu_proposals_new: nothing is asked for before milieu_proposals_show() */
MilieuProposals *milieu_proposals_new (MilieuDocument *document, MilieuQuestion *question, MilieuSimulation *simulation,
                                       MilieuJobs *jobs);

/**
 * milieu_proposals_show:
 * @shown: whether the list is open: the pairs then follow the map, the question and the simulation
 * @places: only pairs of meeting places, whatever their grounds
 */
void milieu_proposals_show (MilieuProposals *proposals, gboolean shown, gboolean places);

/** milieu_proposals_get: Returns: (transfer none) (nullable): the pairs; %NULL while none are shown or the first are on their way */
const MilieuMeetings *milieu_proposals_get (MilieuProposals *proposals);

G_END_DECLS
