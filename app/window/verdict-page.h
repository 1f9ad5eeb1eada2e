/* The verdict and the convention that it applies: six tests with their
 * thresholds, eight cells, how stable it is, what each tie counts as. */
#pragma once

#include "reading/result.h"
#include "session/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_VERDICT_PAGE (milieu_verdict_page_get_type ())
G_DECLARE_FINAL_TYPE (MilieuVerdictPage, milieu_verdict_page, MILIEU, VERDICT_PAGE, AdwBin)

/** MilieuVerdictPage::back: the person wants to return to the rows */

/** milieu_verdict_page_new: Returns: (transfer floating): the page, empty until a reading is shown */
GtkWidget *milieu_verdict_page_new (MilieuSession *session);

/** milieu_verdict_page_show: @reading: with a verdict or without one; what is open stays open */
void milieu_verdict_page_show (MilieuVerdictPage *page, MilieuReading *reading);

/** milieu_verdict_page_open: opens test @test (0 for T1); MILIEU_N_TESTS: goes to the tie classes; -1: the page as it was */
void milieu_verdict_page_open (MilieuVerdictPage *page, int test);

G_END_DECLS
