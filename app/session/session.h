/* All that the views of one window share. */
#pragma once

#include "session/document.h"
#include "session/jobs.h"
#include "session/proposals.h"
#include "session/question.h"
#include "session/readings.h"
#include "session/selection.h"
#include "session/simulation.h"
#include "session/trust.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_SESSION (milieu_session_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSession, milieu_session, MILIEU, SESSION, GObject)

/** milieu_session_new: Returns: (transfer full): a session on a new map, with nothing selected */
MilieuSession *milieu_session_new (void);

/** milieu_session_document: Returns: (transfer none): the map, its history and its file */
MilieuDocument *milieu_session_document (MilieuSession *session);
/** milieu_session_question: Returns: (transfer none): what is asked of the map */
MilieuQuestion *milieu_session_question (MilieuSession *session);
/** milieu_session_selection: Returns: (transfer none): what is selected and lit */
MilieuSelection *milieu_session_selection (MilieuSession *session);
/** milieu_session_jobs: Returns: (transfer none): what runs off the main thread */
MilieuJobs *milieu_session_jobs (MilieuSession *session);
/** milieu_session_simulation: Returns: (transfer none): who and what is simulated as gone */
MilieuSimulation *milieu_session_simulation (MilieuSession *session);
/** milieu_session_proposals: Returns: (transfer none): pairs that could meet */
MilieuProposals *milieu_session_proposals (MilieuSession *session);
/** milieu_session_readings: Returns: (transfer none): the readings of the map */
MilieuReadings *milieu_session_readings (MilieuSession *session);
/** milieu_session_trust: Returns: (transfer none): how far to trust them */
MilieuTrust *milieu_session_trust (MilieuSession *session);

/* shorthands that every panel needs */
MilieuMap *milieu_session_map (MilieuSession *session);
/** milieu_session_snapshot: Returns: (transfer none): the map as it stands, held until the next change */
MilieuSnapshot *milieu_session_snapshot (MilieuSession *session);
const MilieuFilter *milieu_session_filter (MilieuSession *session);

G_END_DECLS
