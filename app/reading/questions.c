/* §5: the five answers, each with what it rests on at its end. */
#include "reading/questions.h"

#include "reading/tail.h"
#include "reading/tests.h"

#include <math.h>

MilieuPhrase *
milieu_answer_refuse (MilieuResult *answer, MilieuPhrase *sentence)
{
  milieu_result_refuse (answer, milieu_phrase_copy (sentence));
  return sentence;
}

/* the passed share is no score: the outcome stands in the verdict */
static MilieuPhrase *
ask_verdict (const MilieuVerdict *verdict, MilieuResult *answer)
{
  if (verdict->outcome == MILIEU_OUTCOME_UNDECIDABLE)
    milieu_result_refuse (answer, milieu_phrase_copy (verdict->sentence));
  else
    milieu_result_set (answer, NAN, 0);
  milieu_result_add (milieu_result_add (answer, "evaluable", verdict->evaluable), "passed", verdict->passed);
  return milieu_phrase_copy (verdict->sentence);
}

static MilieuPhrase *
with_tail (const MilieuBasis *basis, MilieuPhrase *sentence)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("{sentence} {tail}"));

  milieu_phrase_phrase (phrase, "sentence", sentence);
  return milieu_phrase_phrase (phrase, "tail", milieu_tail_phrase (basis->filter, basis->n, basis->n_ties, basis->n_dated,
                                                                   basis->n_datable));
}

void
milieu_read_questions (MilieuBasis *basis, const MilieuVerdict *verdict, MilieuPhrase **sentences, GPtrArray *answers)
{
  static const char *const ids[MILIEU_N_QUESTIONS] = { "Q1", "Q2", "Q3", "Q4", "Q5" };
  static MilieuPhrase *(*const ask[MILIEU_N_QUESTIONS]) (const MilieuBasis *basis, MilieuResult *answer)
    = { NULL, milieu_ask_spanner, milieu_ask_communities, milieu_ask_events, milieu_ask_dispersion };

  for (guint q = 0; q < MILIEU_N_QUESTIONS; q++)
    {
      MilieuResult *answer = milieu_results_add (answers, ids[q], MILIEU_SIDE_BOTH);
      sentences[q] = with_tail (basis, ask[q] ? ask[q] (basis, answer) : ask_verdict (verdict, answer));
    }
}
