/* All that the views of one window share. */
#pragma once

#include "session/document.h"
#include "session/jobs.h"
#include "session/question.h"
#include "session/readings.h"
#include "session/selection.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_SESSION (milieu_session_get_type ())
G_DECLARE_FINAL_TYPE (MilieuSession, milieu_session, MILIEU, SESSION, GObject)

MilieuSession *milieu_session_new (void);

MilieuDocument *milieu_session_document (MilieuSession *session);
MilieuQuestion *milieu_session_question (MilieuSession *session);
MilieuSelection *milieu_session_selection (MilieuSession *session);
MilieuJobs *milieu_session_jobs (MilieuSession *session);
MilieuReadings *milieu_session_readings (MilieuSession *session);

/* shorthands that every panel needs */
MilieuMap *milieu_session_map (MilieuSession *session);
/** milieu_session_snapshot: Returns: (transfer none): the map as it stands, held until the next change */
MilieuSnapshot *milieu_session_snapshot (MilieuSession *session);
const MilieuFilter *milieu_session_filter (MilieuSession *session);

G_END_DECLS
