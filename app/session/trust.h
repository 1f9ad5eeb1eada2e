/* How far to trust the numbers, kept up with the readings by a job of its own:
 * rank intervals, hidden ties, and how well each actor is documented. */
#pragma once

#include "reading/documentation.h"
#include "reading/hiding.h"
#include "reading/uncertainty.h"
#include "session/readings.h"

G_BEGIN_DECLS

#define MILIEU_TYPE_TRUST (milieu_trust_get_type ())
G_DECLARE_FINAL_TYPE (MilieuTrust, milieu_trust, MILIEU, TRUST, GObject)

/** MilieuTrust::changed: something else is known than before */

/** milieu_trust_new: asks once a reading has come, so that the readings come first */
MilieuTrust *milieu_trust_new (MilieuSimulation *simulation, MilieuQuestion *question, MilieuReadings *readings, MilieuJobs *jobs);

/** milieu_trust_uncertainty: Returns: (transfer none) (nullable): of the present reading; %NULL until it is known */
const MilieuUncertainty *milieu_trust_uncertainty (MilieuTrust *trust);

/** milieu_trust_hide_ties: asks what becomes of every value of the present reading when ties are hidden; once is enough */
void milieu_trust_hide_ties (MilieuTrust *trust);

/** milieu_trust_hidden: Returns: (transfer none) (nullable): that, of the present reading; %NULL until it is known */
const MilieuHidden *milieu_trust_hidden (MilieuTrust *trust);

/** milieu_trust_documentation: Returns: (transfer none) (nullable): of the present reading; %NULL until it is known */
const MilieuDocumentation *milieu_trust_documentation (MilieuTrust *trust);

G_END_DECLS
