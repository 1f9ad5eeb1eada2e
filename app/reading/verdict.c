#include "reading/tail.h"
#include "reading/tests.h"

#include "model/random.h"

#include <math.h>

/* indicators §5.1 */
#define DRAWS 300
#define LEAST_FACTOR 0.8
#define MOST_FACTOR 1.2

/* above this n·n·(n + m) the removal of each actor in turn is left out */
#define REMOVALS_LIMIT 100000000.0

static const char *const test_ids[MILIEU_N_TESTS] = { "T1", "T2", "T3", "T4", "T5", "T6" };

static void
take_tests (const MilieuFacts *facts, MilieuVerdict *verdict)
{
  MilieuCellVerdict cell = milieu_facts_outcome (facts, verdict->thresholds);

  verdict->outcome = cell.outcome;
  verdict->evaluable = cell.evaluable;
  verdict->passed = cell.passed;
  verdict->exploratory = cell.evaluable < MILIEU_N_TESTS;
  for (guint t = 0; t < MILIEU_N_TESTS; t++)
    {
      verdict->tests[t].id = test_ids[t];
      verdict->tests[t].reason = milieu_facts_reason (facts, t, verdict->thresholds);
      if (!milieu_facts_evaluable (facts, t))
        verdict->tests[t].status = MILIEU_TEST_NOT_EVALUABLE;
      else
        verdict->tests[t].status = milieu_facts_pass (facts, t, verdict->thresholds) ? MILIEU_TEST_PASS : MILIEU_TEST_FAIL;
    }
}

static void
draw_thresholds (const MilieuBasis *basis, const MilieuFacts *facts, MilieuVerdict *verdict)
{
  MilieuRandom random;

  milieu_random_init (&random, basis->seed);
  for (verdict->draws = 0; verdict->draws < DRAWS; verdict->draws++)
    {
      double drawn[MILIEU_N_THRESHOLDS];
      for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
        {
          double factor = LEAST_FACTOR + (MOST_FACTOR - LEAST_FACTOR) * milieu_random_fraction (&random);
          drawn[i] = verdict->thresholds[i] * (milieu_threshold (i)->drawn ? factor : 1);
        }
      verdict->draws_same += milieu_facts_outcome (facts, drawn).outcome == verdict->outcome;
    }
}

static void
remove_each (const MilieuBasis *basis, MilieuVerdict *verdict)
{
  double work = (double) basis->n * basis->n_ties;
  gboolean asked = basis->force || (double) basis->n * basis->n * (basis->n + basis->n_ties) <= REMOVALS_LIMIT;

  if (!asked)
    verdict->seconds = work * (basis->draws / MILIEU_STEPS_PER_SECOND + basis->n / MILIEU_STEPS_PER_SECOND);
  for (guint i = 0; i < basis->n && asked && !milieu_basis_cancelled (basis); i++)
    {
      g_autoptr (MilieuBasis) without = milieu_basis_new (basis->snapshot, basis->filter, basis->actors[i]->record.key,
                                                          basis->cancel);
      MilieuFacts facts;

      without->memo = basis->memo;
      milieu_facts_gather (without, &facts);
      verdict->removals++;
      verdict->removals_same += milieu_facts_outcome (&facts, verdict->thresholds).outcome == verdict->outcome;
    }
}

/* the eight cells: each evidence set, strict and suggested */
static void
fill_cells (const MilieuBasis *basis, MilieuVerdict *verdict)
{
  for (guint evidence = 0; evidence < MILIEU_N_CELL_EVIDENCES; evidence++)
    for (guint suggested = 0; suggested < 2 && !milieu_basis_cancelled (basis); suggested++)
      {
        MilieuFilter filter = *basis->filter;
        g_autoptr (MilieuBasis) other = NULL;
        MilieuFacts facts;

        filter.evidence = MILIEU_EVIDENCE_STATED + evidence;
        filter.suggested = suggested;
        other = milieu_basis_new (basis->snapshot, &filter, MILIEU_NO_KEY, basis->cancel);
        other->memo = basis->memo;
        milieu_facts_gather (other, &facts);
        verdict->cells[evidence][suggested] = milieu_facts_outcome (&facts, verdict->thresholds);
      }
}

static MilieuPhrase *
outcome_phrase (const MilieuFacts *facts, const MilieuVerdict *verdict)
{
  static const char *const words[] = { NULL, N_("Accumulation of systems"), N_("Systems being coupled"),
                                       N_("Ecosystem (in the sense of the convention)") };
  MilieuPhrase *phrase;

  if (verdict->outcome != MILIEU_OUTCOME_UNDECIDABLE)
    return milieu_phrase_new (words[verdict->outcome]);
  phrase = milieu_phrase_new (N_("Undecidable ({reasons})"));
  milieu_facts_undecidable (facts, verdict->evaluable, phrase);
  return phrase;
}

static MilieuPhrase *
passed_phrase (const MilieuVerdict *verdict)
{
  /* the plural is of those passed, which other languages hear */
  MilieuPhrase *phrase = verdict->passed > 0
    ? milieu_phrase_new_plural ("{count} of {evaluable} evaluable tests passed ({list})",
                                "{count} of {evaluable} evaluable tests passed ({list})", verdict->passed)
    : milieu_phrase_new_plural ("{count} of {evaluable} evaluable tests passed",
                                "{count} of {evaluable} evaluable tests passed", verdict->passed);

  milieu_phrase_number (phrase, "evaluable", verdict->evaluable, 0);
  for (guint t = 0; t < MILIEU_N_TESTS; t++)
    if (verdict->tests[t].status == MILIEU_TEST_PASS)
      milieu_phrase_list (phrase, "list", milieu_phrase_new (test_ids[t]), N_(", "));
  return phrase;
}

/* those that could not be made, each with its reason; an empty phrase if there is none */
static MilieuPhrase *
missing_phrase (const MilieuVerdict *verdict)
{
  MilieuPhrase *phrase = milieu_phrase_new (verdict->evaluable < MILIEU_N_TESTS ? N_(" Not evaluable: {list}.") : "");

  for (guint t = 0; t < MILIEU_N_TESTS; t++)
    if (verdict->tests[t].status == MILIEU_TEST_NOT_EVALUABLE)
      {
        MilieuPhrase *one = milieu_phrase_new (N_("{test} ({reason})"));
        milieu_phrase_text (one, "test", test_ids[t]);
        milieu_phrase_phrase (one, "reason", milieu_phrase_copy (verdict->tests[t].reason));
        milieu_phrase_list (phrase, "list", one, N_(", "));
      }
  return phrase;
}

static MilieuPhrase *
stable_phrase (const MilieuVerdict *verdict, guint n_actors)
{
  MilieuPhrase *phrase;

  if (verdict->removals == 0)
    phrase = milieu_phrase_new (N_(" Verdict unchanged in {draws} of threshold draws."));
  else
    phrase = milieu_phrase_new (N_(" Verdict unchanged in {draws} of threshold draws and {removals} of single-actor removals."));
  milieu_phrase_phrase (phrase, "draws", milieu_percentage_phrase (verdict->draws_same, verdict->draws, n_actors));
  if (verdict->removals > 0)
    milieu_phrase_phrase (phrase, "removals", milieu_percentage_phrase (verdict->removals_same, verdict->removals, n_actors));
  return phrase;
}

static MilieuPhrase *
changes_phrase (const MilieuVerdict *verdict)
{
  MilieuPhrase *phrase;

  if (!verdict->changes)
    return milieu_phrase_new ("");
  phrase = milieu_phrase_new (N_(" {changes}"));
  return milieu_phrase_phrase (phrase, "changes", milieu_phrase_copy (verdict->changes));
}

static MilieuPhrase *
exploratory_phrase (const MilieuVerdict *verdict)
{
  MilieuPhrase *exploratory = milieu_verdict_exploratory (verdict);

  return exploratory ? milieu_phrase_phrase (milieu_phrase_new (" {exploratory}"), "exploratory", exploratory) : milieu_phrase_new ("");
}

static MilieuPhrase *
sentence_of (const MilieuFacts *facts, const MilieuVerdict *verdict)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("{verdict}: {passed}.{missing}{exploratory}{stable}{changes} It applies a convention that you may "
                                               "edit, and says nothing of undocumented ties."));

  milieu_phrase_phrase (phrase, "verdict", outcome_phrase (facts, verdict));
  milieu_phrase_phrase (phrase, "passed", passed_phrase (verdict));
  milieu_phrase_phrase (phrase, "missing", missing_phrase (verdict));
  milieu_phrase_phrase (phrase, "exploratory", exploratory_phrase (verdict));
  milieu_phrase_phrase (phrase, "changes", changes_phrase (verdict));
  return milieu_phrase_phrase (phrase, "stable", stable_phrase (verdict, facts->n));
}

MilieuVerdict *
milieu_read_verdict (MilieuBasis *basis)
{
  MilieuVerdict *verdict = g_new0 (MilieuVerdict, 1);
  MilieuFacts facts;

  for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
    verdict->thresholds[i] = milieu_threshold_value (basis->snapshot, i, &verdict->changed[i]);
  milieu_facts_gather (basis, &facts);
  for (guint i = 0; i < MILIEU_N_THRESHOLDS; i++)
    verdict->values[i] = milieu_facts_value (&facts, i);
  verdict->changes = milieu_convention_changes (basis->snapshot);
  take_tests (&facts, verdict);
  draw_thresholds (basis, &facts, verdict);
  remove_each (basis, verdict);
  fill_cells (basis, verdict);
  if (milieu_basis_cancelled (basis))
    {
      milieu_verdict_free (verdict);
      return NULL;
    }
  verdict->sentence = sentence_of (&facts, verdict);
  return verdict;
}

void
milieu_verdict_free (MilieuVerdict *verdict)
{
  if (!verdict)
    return;
  for (guint t = 0; t < MILIEU_N_TESTS; t++)
    milieu_phrase_free (verdict->tests[t].reason);
  milieu_phrase_free (verdict->changes);
  milieu_phrase_free (verdict->sentence);
  g_free (verdict);
}
