/* The facts that the six tests ask for, and the tests. Private. */
#pragma once

#include "reading/conversion.h"
#include "reading/coupling.h"
#include "reading/levers.h"
#include "reading/verdict.h"

G_BEGIN_DECLS

typedef struct
{
  guint n, ties; /* actors, dyads of the interaction graph */
  MilieuCoupling coupling;
  double gap;
  MilieuNovelty novelty;
  MilieuElements elements;
  MilieuMediation mediation;
  guint participations;
  MilieuConversion conversion;
  MilieuArrivals arrivals;
  double robustness; /* NAN where undefined */
  MilieuMeasure dependence;
} MilieuFacts;

/** milieu_facts_gather: measures the basis where it must */
void milieu_facts_gather (MilieuBasis *basis, MilieuFacts *facts);

/** milieu_facts_evaluable: whether test @t (0 for T1) can be made */
gboolean milieu_facts_evaluable (const MilieuFacts *facts, guint t);

/** milieu_facts_pass: whether test @t passes under @thresholds; only for an evaluable one */
gboolean milieu_facts_pass (const MilieuFacts *facts, guint t, const double *thresholds);

/** milieu_facts_value: Returns: what is held against a threshold, NAN where it is undefined; a test that cannot be made may have it all the same */
double milieu_facts_value (const MilieuFacts *facts, MilieuThresholdName name);

/** milieu_facts_outcome: the verdict; @cell: also how many tests */
MilieuCellVerdict milieu_facts_outcome (const MilieuFacts *facts, const double *thresholds);

/** milieu_facts_reason: Returns: (transfer full): values against thresholds, or why the test cannot be made */
MilieuPhrase *milieu_facts_reason (const MilieuFacts *facts, guint t, const double *thresholds);

/** milieu_facts_undecidable: adds to @phrase, as a list {reasons}, why no verdict is possible */
void milieu_facts_undecidable (const MilieuFacts *facts, guint evaluable, MilieuPhrase *phrase);

/** milieu_read_verdict: Returns: (transfer full) (nullable): %NULL if cancelled */
MilieuVerdict *milieu_read_verdict (MilieuBasis *basis);
void milieu_verdict_free (MilieuVerdict *verdict);

/** milieu_read_questions: fills @sentences, the first is the verdict's, and @answers */
void milieu_read_questions (MilieuBasis *basis, const MilieuVerdict *verdict, MilieuPhrase **sentences, GPtrArray *answers);

G_END_DECLS
