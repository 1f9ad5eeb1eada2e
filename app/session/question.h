/* The question that a window asks of its map: the filter, and who wants to know. */
#pragma once

#include "model/filter.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_QUESTION (milieu_question_get_type ())
G_DECLARE_FINAL_TYPE (MilieuQuestion, milieu_question, MILIEU, QUESTION, GObject)

/**
 * MilieuQuestion::changed:
 * @asked: whether what is asked changed (readings, layouts and figures), or only what the canvas hides
 */

MilieuQuestion *milieu_question_new (void);

/** milieu_question_filter: Returns: (transfer none): the filter; copy it before changing it */
const MilieuFilter *milieu_question_filter (MilieuQuestion *question);
void milieu_question_set_filter (MilieuQuestion *question, const MilieuFilter *filter);

/** milieu_question_asks_the_same: whether two filters ask the same of the readings, whatever the canvas hides */
gboolean milieu_question_asks_the_same (const MilieuFilter *a, const MilieuFilter *b);

G_END_DECLS
