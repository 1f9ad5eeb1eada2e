#include "reading/tests.h"

#include <math.h>

/* indicators §5.1: what each test needs, and the verdict */
#define FEW_DYADS 10
#define FEW_NEW_DYADS 10
#define FEW_PAIRS 9
#define FEW_NEWCOMERS 10
#define FEW_TIES 10
#define FEW_FOR_ROBUSTNESS 10
#define FEW_ACTORS 20
#define FEW_TESTS 4

static MilieuMeasure
dependence_of (MilieuBasis *basis)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "dependence", graph);
  MilieuMeasure dependence = { NAN, MILIEU_MEASURE_CANCELLED };
  guint32 broker;
  guint64 before, after;

  if (milieu_basis_recall (basis, rests_on, &dependence, sizeof dependence))
    return dependence;
  if (!basis->measures[MILIEU_GRAPH_INTERACTION])
    basis->measures[MILIEU_GRAPH_INTERACTION] = milieu_measures_new (graph, basis->force, basis->cancel);
  if (!basis->measures[MILIEU_GRAPH_INTERACTION])
    return dependence;
  dependence = milieu_dependence_measure (basis, MILIEU_GRAPH_INTERACTION, &broker, &before, &after);
  milieu_basis_keep (basis, rests_on, &dependence, sizeof dependence);
  return dependence;
}

void
milieu_facts_gather (MilieuBasis *basis, MilieuFacts *facts)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  g_autoptr (MilieuAttendance) attendance = milieu_attendance_new (basis, "event");
  double all, interaction;

  *facts = (MilieuFacts) { .n = basis->n, .ties = graph->m, .participations = attendance->participations };
  milieu_coupling_measure (basis, graph, &facts->coupling);
  facts->gap = milieu_gap_measure (basis, &all, &interaction);
  milieu_novelty_measure (basis, &facts->novelty, NULL);
  milieu_elements_measure (basis, &facts->elements, NULL);
  facts->mediation = milieu_mediation_measure (basis, 1u << MILIEU_GROUND_MIDDLEGROUND);
  milieu_conversion_measure (basis, attendance, &facts->conversion);
  milieu_arrivals_measure (basis, &facts->arrivals, NULL, NULL);
  facts->robustness = milieu_graph_robustness (graph, FEW_FOR_ROBUSTNESS).r_star;
  facts->dependence = dependence_of (basis);
}

static guint
known_dyads (const MilieuFacts *facts)
{
  return facts->coupling.external + facts->coupling.internal;
}

gboolean
milieu_facts_evaluable (const MilieuFacts *facts, guint t)
{
  switch (t)
    {
    case 0:
      return known_dyads (facts) >= FEW_DYADS && facts->coupling.status == MILIEU_MEASURE_VALUE;
    case 1:
      return facts->novelty.dyads >= FEW_NEW_DYADS;
    case 2:
      return facts->mediation.pairs >= FEW_PAIRS && facts->mediation.reach.status == MILIEU_MEASURE_VALUE;
    case 3:
      return facts->conversion.evaluable;
    case 4:
      return facts->arrivals.newcomers >= FEW_NEWCOMERS;
    default:
      return facts->ties >= FEW_TIES && !isnan (facts->robustness)
             && facts->dependence.status == MILIEU_MEASURE_VALUE;
    }
}

gboolean
milieu_facts_pass (const MilieuFacts *facts, guint t, const double *limits)
{
  switch (t)
    {
    case 0:
      return facts->coupling.percentile >= limits[MILIEU_THRESHOLD_PERCENTILE] && facts->gap <= limits[MILIEU_THRESHOLD_GAP];
    case 1:
      return facts->novelty.share >= limits[MILIEU_THRESHOLD_NOVELTY];
    case 2: /* no path at all: the mediation is undefined and does not pass */
      return facts->elements.coverage >= limits[MILIEU_THRESHOLD_COVERAGE]
             && facts->mediation.reach.value >= limits[MILIEU_THRESHOLD_REACH]
             && facts->mediation.mediation.value >= limits[MILIEU_THRESHOLD_MEDIATION];
    case 3:
      return facts->conversion.lift >= limits[MILIEU_THRESHOLD_LIFT] && facts->conversion.low > 1;
    case 4:
      return facts->arrivals.entries > facts->arrivals.exits
             && facts->arrivals.integrated >= limits[MILIEU_THRESHOLD_INTEGRATION] * facts->arrivals.newcomers;
    default:
      return facts->robustness >= limits[MILIEU_THRESHOLD_ROBUSTNESS]
             && facts->dependence.value <= limits[MILIEU_THRESHOLD_DEPENDENCE];
    }
}

static double
share_of (guint part, guint whole)
{
  return whole > 0 ? (double) part / whole : NAN;
}

double
milieu_facts_value (const MilieuFacts *facts, MilieuThresholdName name)
{
  switch (name)
    {
    case MILIEU_THRESHOLD_PERCENTILE:
      return facts->coupling.status == MILIEU_MEASURE_VALUE ? facts->coupling.percentile : NAN;
    case MILIEU_THRESHOLD_GAP:
      return facts->gap;
    case MILIEU_THRESHOLD_NOVELTY:
      return facts->novelty.dyads > 0 ? facts->novelty.share : NAN;
    case MILIEU_THRESHOLD_COVERAGE:
      return facts->elements.coverage;
    case MILIEU_THRESHOLD_REACH:
      return facts->mediation.reach.status == MILIEU_MEASURE_VALUE ? facts->mediation.reach.value : NAN;
    case MILIEU_THRESHOLD_MEDIATION:
      return facts->mediation.mediation.status == MILIEU_MEASURE_VALUE ? facts->mediation.mediation.value : NAN;
    case MILIEU_THRESHOLD_LIFT:
      return facts->conversion.evaluable ? facts->conversion.lift : NAN;
    case MILIEU_THRESHOLD_INTEGRATION:
      return share_of (facts->arrivals.integrated, facts->arrivals.newcomers);
    case MILIEU_THRESHOLD_ROBUSTNESS:
      return facts->robustness;
    default:
      return facts->dependence.status == MILIEU_MEASURE_VALUE ? facts->dependence.value : NAN;
    }
}

MilieuCellVerdict
milieu_facts_outcome (const MilieuFacts *facts, const double *limits)
{
  MilieuCellVerdict cell = { MILIEU_OUTCOME_UNDECIDABLE, 0, 0 };

  for (guint t = 0; t < MILIEU_N_TESTS; t++)
    if (milieu_facts_evaluable (facts, t))
      {
        cell.evaluable++;
        cell.passed += milieu_facts_pass (facts, t, limits);
      }
  if (facts->n < FEW_ACTORS || known_dyads (facts) < FEW_DYADS || cell.evaluable < FEW_TESTS)
    return cell;
  if (3 * cell.passed >= 2 * cell.evaluable)
    cell.outcome = MILIEU_OUTCOME_ECOSYSTEM;
  else
    cell.outcome = 3 * cell.passed <= cell.evaluable ? MILIEU_OUTCOME_ACCUMULATION : MILIEU_OUTCOME_COUPLING;
  return cell;
}

static MilieuPhrase *
too_few (MilieuPhrase *phrase, guint needed)
{
  return milieu_phrase_number (phrase, "needed", needed, 0);
}

static MilieuPhrase *
too_few_dyads (const MilieuFacts *facts)
{
  return too_few (milieu_phrase_new_plural ("{count} interacting pair with both grounds known, {needed} needed",
                                            "{count} interacting pairs with both grounds known, {needed} needed",
                                            known_dyads (facts)), FEW_DYADS);
}

static MilieuPhrase *
why_not (const MilieuFacts *facts, guint t)
{
  MilieuAttendance attendance = { .participations = facts->participations };

  switch (t)
    {
    case 0:
      return known_dyads (facts) < FEW_DYADS ? too_few_dyads (facts) : milieu_measure_reason (facts->coupling.status);
    case 1:
      return too_few (milieu_phrase_new_plural ("{count} new dated interaction, {needed} needed",
                                                "{count} new dated interactions, {needed} needed",
                                                facts->novelty.dyads), FEW_NEW_DYADS);
    case 2:
      if (facts->mediation.pairs >= FEW_PAIRS)
        return milieu_measure_reason (facts->mediation.reach.status);
      return too_few (milieu_phrase_new_plural ("{count} pair of upperground and underground, {needed} needed",
                                                "{count} pairs of upperground and underground, {needed} needed",
                                                facts->mediation.pairs), FEW_PAIRS);
    case 3:
      return milieu_conversion_reason (&attendance, &facts->conversion);
    case 4:
      return too_few (milieu_phrase_new_plural ("{count} newcomer, {needed} needed", "{count} newcomers, {needed} needed",
                                                facts->arrivals.newcomers), FEW_NEWCOMERS);
    default:
      if (facts->ties < FEW_TIES)
        return too_few (milieu_phrase_new_plural ("{count} interacting pair, {needed} needed",
                                                  "{count} interacting pairs, {needed} needed", facts->ties), FEW_TIES);
      if (isnan (facts->robustness))
        return milieu_measure_reason (MILIEU_MEASURE_TOO_FEW);
      return facts->dependence.status == MILIEU_MEASURE_NO_TIES
               ? milieu_phrase_new (N_("no two actors of different grounds are connected"))
               : milieu_measure_reason (facts->dependence.status);
    }
}

/* a value and its threshold under two names */
static void
against (MilieuPhrase *phrase, const char *name, double value, guint decimals, const char *limit_name, double limit)
{
  milieu_phrase_number (milieu_phrase_number (phrase, name, value, decimals), limit_name, limit, 2);
}

static MilieuPhrase *
describe_coupling (const MilieuFacts *facts, const double *limits)
{
  MilieuPhrase *phrase = milieu_phrase_new (
    N_("coupling {share}, {chance} by chance: percentile {percentile} (at least {least}); gap {gap} (at most {most})"));

  milieu_phrase_number (phrase, "share", facts->coupling.share, 2);
  milieu_phrase_number (phrase, "chance", facts->coupling.by_chance, 2);
  against (phrase, "percentile", facts->coupling.percentile, 2, "least", limits[MILIEU_THRESHOLD_PERCENTILE]);
  against (phrase, "gap", facts->gap, 2, "most", limits[MILIEU_THRESHOLD_GAP]);
  return phrase;
}

static MilieuPhrase *
describe_middleground (const MilieuFacts *facts, const double *limits)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("{elements} elements of the middleground (at least {all}); reach {reach} "
                                               "(at least {far}); mediation {mediation} (at least {through})"));

  milieu_phrase_number (phrase, "elements", facts->elements.coverage, 0);
  milieu_phrase_number (phrase, "all", limits[MILIEU_THRESHOLD_COVERAGE], 0);
  against (phrase, "reach", facts->mediation.reach.value, 2, "far", limits[MILIEU_THRESHOLD_REACH]);
  against (phrase, "mediation", facts->mediation.mediation.value, 2, "through", limits[MILIEU_THRESHOLD_MEDIATION]);
  return phrase;
}

static MilieuPhrase *
describe_arrivals (const MilieuFacts *facts, const double *limits)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("{entries}, {exits} (more entries); {integrated} of "
                                               "{newcomers} newcomers interact (at least {least} of them)"));

  milieu_phrase_phrase (phrase, "entries", milieu_phrase_new_plural ("{count} entry", "{count} entries",
                                                                     facts->arrivals.entries));
  milieu_phrase_phrase (phrase, "exits", milieu_phrase_new_plural ("{count} exit", "{count} exits", facts->arrivals.exits));
  milieu_phrase_number (phrase, "integrated", facts->arrivals.integrated, 0);
  milieu_phrase_number (phrase, "newcomers", facts->arrivals.newcomers, 0);
  return milieu_phrase_number (phrase, "least", limits[MILIEU_THRESHOLD_INTEGRATION], 2);
}

static MilieuPhrase *
describe (const MilieuFacts *facts, guint t, const double *limits)
{
  MilieuPhrase *phrase;

  switch (t)
    {
    case 0:
      return describe_coupling (facts, limits);
    case 1:
      phrase = milieu_phrase_new (N_("{value} of new ties join distant actors (at least {least})"));
      against (phrase, "value", facts->novelty.share, 2, "least", limits[MILIEU_THRESHOLD_NOVELTY]);
      return phrase;
    case 2:
      return describe_middleground (facts, limits);
    case 3:
      phrase = milieu_phrase_new (N_("lift {value} (at least {least}), interval from {low} (above 1) to {high}"));
      against (phrase, "value", facts->conversion.lift, 2, "least", limits[MILIEU_THRESHOLD_LIFT]);
      milieu_phrase_number (phrase, "low", facts->conversion.low, 2);
      return milieu_phrase_number (phrase, "high", facts->conversion.high, 2);
    case 4:
      return describe_arrivals (facts, limits);
    default:
      phrase = milieu_phrase_new (N_("robustness {value} (at least {least}); dependence {loss} (at most {most})"));
      against (phrase, "value", facts->robustness, 3, "least", limits[MILIEU_THRESHOLD_ROBUSTNESS]);
      against (phrase, "loss", facts->dependence.value, 2, "most", limits[MILIEU_THRESHOLD_DEPENDENCE]);
      return phrase;
    }
}

MilieuPhrase *
milieu_facts_reason (const MilieuFacts *facts, guint t, const double *limits)
{
  return milieu_facts_evaluable (facts, t) ? describe (facts, t, limits) : why_not (facts, t);
}

void
milieu_facts_undecidable (const MilieuFacts *facts, guint evaluable, MilieuPhrase *phrase)
{
  if (facts->n < FEW_ACTORS)
    milieu_phrase_list (phrase, "reasons", too_few (milieu_phrase_new_plural (
      "{count} actor, {needed} needed", "{count} actors, {needed} needed", facts->n), FEW_ACTORS), N_(", "));
  if (known_dyads (facts) < FEW_DYADS)
    milieu_phrase_list (phrase, "reasons", too_few_dyads (facts), N_(", "));
  if (evaluable < FEW_TESTS)
    milieu_phrase_list (phrase, "reasons", too_few (milieu_phrase_new_plural (
      "{count} evaluable test, {needed} needed", "{count} evaluable tests, {needed} needed", evaluable), FEW_TESTS),
      N_(", "));
}
