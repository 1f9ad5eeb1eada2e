/* The five questions, each opening its answer, what the answer rests on, and
 * the way to what it lacks. */
#pragma once

#include "reading/result.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_questions_have_answers: whether any of the five questions has a sentence */
gboolean milieu_questions_have_answers (const MilieuReading *reading);

/** milieu_questions_new: Returns: (transfer floating): the questions, each opening its answer */
GtkWidget *milieu_questions_new (MilieuSession *session, MilieuReading *reading);

G_END_DECLS
