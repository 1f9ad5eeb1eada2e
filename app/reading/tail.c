#include "reading/tail.h"

MilieuPhrase *
milieu_evidence_phrase (const MilieuFilter *filter)
{
  static const char *const names[] = { N_("stated"), N_("stated"), N_("implied"), N_("verified"), N_("recalled"),
                                       N_("session") };

  return milieu_phrase_new (names[MIN (filter->evidence, G_N_ELEMENTS (names) - 1)]);
}

MilieuPhrase *
milieu_grounds_phrase (const MilieuFilter *filter)
{
  MilieuPhrase *grounds = milieu_phrase_new (filter->suggested ? N_("suggested grounds") : N_("strict grounds"));

  if (!filter->simulated)
    return grounds;
  return milieu_phrase_phrase (milieu_phrase_new (N_("{grounds}, simulated departures")), "grounds", grounds);
}

guint
milieu_small_decimals (double cases, guint decimals)
{
  return cases < MILIEU_SMALL_N ? MIN (decimals, 1) : decimals;
}

MilieuPhrase *
milieu_percentage_phrase (double part, double whole, guint n_actors)
{
  /* xgettext:no-c-format */
  const char *alone = N_("{percent}%");
  /* xgettext:no-c-format */
  const char *counted = N_("{percent}% ({part} of {whole})");
  MilieuPhrase *phrase;

  if (!(whole > 0))
    return milieu_phrase_new ("–");
  phrase = milieu_phrase_new (n_actors < MILIEU_SMALL_N ? counted : alone);
  milieu_phrase_number (phrase, "percent", 100 * part / whole, 0);
  return milieu_phrase_number (milieu_phrase_number (phrase, "part", part, 0), "whole", whole, 0);
}

MilieuPhrase *
milieu_tail_phrase (const MilieuFilter *filter, guint n_actors, guint n_ties, guint n_dated, guint n_datable)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("(evidence: {evidence}, {grounds}, {actors}, {ties}, {dated} dated)"));

  milieu_phrase_phrase (phrase, "evidence", milieu_evidence_phrase (filter));
  milieu_phrase_phrase (phrase, "grounds", milieu_grounds_phrase (filter));
  milieu_phrase_phrase (phrase, "actors", milieu_phrase_new_plural ("{count} actor", "{count} actors", n_actors));
  milieu_phrase_phrase (phrase, "ties", milieu_phrase_new_plural ("{count} tie", "{count} ties", n_ties));
  return milieu_phrase_phrase (phrase, "dated", milieu_percentage_phrase (n_dated, n_datable, n_actors));
}
