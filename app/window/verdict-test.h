/* One of the six tests as a line: its outcome by sign, word and shape, values
 * against thresholds or the reason why not. It opens its thresholds and what
 * stands behind it. */
#pragma once

#include "reading/verdict.h"
#include "session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_VERDICT_TEST (milieu_verdict_test_get_type ())
G_DECLARE_FINAL_TYPE (MilieuVerdictTest, milieu_verdict_test, MILIEU, VERDICT_TEST, GtkBox)

/** MilieuVerdictTest::opened: the person has opened or closed the line */

/** milieu_verdict_test_new: @test: 0 for T1 */
GtkWidget *milieu_verdict_test_new (MilieuSession *session, guint test);

/** milieu_verdict_test_show: @reading: with a verdict */
void milieu_verdict_test_show (MilieuVerdictTest *test, const MilieuReading *reading);

/** milieu_verdict_test_set_open: shows or hides the thresholds and what stands behind */
void milieu_verdict_test_set_open (MilieuVerdictTest *test, gboolean open);
/** milieu_verdict_test_is_open: whether they show */
gboolean milieu_verdict_test_is_open (MilieuVerdictTest *test);

/** milieu_verdict_test_light: lights on the canvas the actors and ties behind the test */
void milieu_verdict_test_light (MilieuVerdictTest *test);

/** milieu_test_sign: Returns: "✓", "✗", "–"; @class: (out) (optional): its style class; @words: (out) (optional): a msgid */
const char *milieu_test_sign (MilieuTestStatus status, const char **class, const char **words);

G_END_DECLS
