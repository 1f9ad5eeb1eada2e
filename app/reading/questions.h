/* §5: the questions that data can answer, one file each. Private. */
#pragma once

#include "reading/conversion.h"

G_BEGIN_DECLS

/* each fills @answer (status, numbers, tables, who stands behind) and returns (transfer full) the sentence */
MilieuPhrase *milieu_ask_spanner (const MilieuBasis *basis, MilieuResult *answer);
MilieuPhrase *milieu_ask_communities (const MilieuBasis *basis, MilieuResult *answer);
MilieuPhrase *milieu_ask_events (const MilieuBasis *basis, MilieuResult *answer);
MilieuPhrase *milieu_ask_dispersion (const MilieuBasis *basis, MilieuResult *answer);

/** milieu_answer_refuse: Returns: @sentence: it is also the reason why @answer has no value */
MilieuPhrase *milieu_answer_refuse (MilieuResult *answer, MilieuPhrase *sentence);

/** milieu_brokers_rank: @brokers: (out): vertices with two partners or more by cross-ground brokerage (liaison and
 *  gatekeeper pairs), equal ones by betweenness; those without any left out. Returns: how many */
guint milieu_brokers_rank (const MilieuMeasures *measures, guint n, guint32 *brokers);

/** milieu_brokerage: Returns: B_x of a vertex */
guint milieu_brokerage (const MilieuRoles *roles);

G_END_DECLS
