/* What a sentence rests on, said at its end. Private. */
#pragma once

#include "reading/result.h"

G_BEGIN_DECLS

/** milieu_evidence_phrase: Returns: (transfer full): "verified" */
MilieuPhrase *milieu_evidence_phrase (const MilieuFilter *filter);

/** milieu_grounds_phrase: Returns: (transfer full): "suggested grounds", and that departures are simulated */
MilieuPhrase *milieu_grounds_phrase (const MilieuFilter *filter);

/** milieu_tail_phrase: Returns: (transfer full): "(evidence: verified, suggested grounds, 43 actors, 49 ties, 60% dated)" */
MilieuPhrase *milieu_tail_phrase (const MilieuFilter *filter, guint n_actors, guint n_ties, guint n_dated, guint n_datable);

/* fewer actors than this: counts stand beside percentages, and no second decimal (indicators §6.3) */
#define MILIEU_SMALL_N 30

/** milieu_percentage_phrase: Returns: (transfer full): "58%"; of fewer than 30 actors "58% (7 of 12)"; "–" of nothing */
MilieuPhrase *milieu_percentage_phrase (double part, double whole, guint n_actors);

/** milieu_small_decimals: Returns: @decimals, but no second one where the number rests on fewer than %MILIEU_SMALL_N cases */
guint milieu_small_decimals (double cases, guint decimals);

G_END_DECLS
