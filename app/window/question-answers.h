/* What stands under the sentence of an answer: brokers, first ties, years and
 * brakes, pairs of places. Lines that people read, from the answer's tables. */
#pragma once

#include "reading/result.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** milieu_answer_append: @question: 0 for the first, one with an answer; adds to @box what there is to show, if anything */
void milieu_answer_append (GtkBox *box, MilieuSession *session, const MilieuReading *reading, guint question);

G_END_DECLS
