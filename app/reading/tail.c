#include "reading/tail.h"

#include <math.h>

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
  return milieu_phrase_new (filter->suggested ? N_("suggested grounds") : N_("strict grounds"));
}

MilieuPhrase *
milieu_tail_phrase (const MilieuFilter *filter, guint n_actors, guint n_ties, guint n_dated, guint n_datable)
{
  /* xgettext:no-c-format */
  const char *msgid = N_("(evidence: {evidence}, {grounds}, {actors}, {ties}, {dated}% dated)");
  MilieuPhrase *phrase = milieu_phrase_new (msgid);

  milieu_phrase_phrase (phrase, "evidence", milieu_evidence_phrase (filter));
  milieu_phrase_phrase (phrase, "grounds", milieu_grounds_phrase (filter));
  milieu_phrase_phrase (phrase, "actors", milieu_phrase_new_plural ("{count} actor", "{count} actors", n_actors));
  milieu_phrase_phrase (phrase, "ties", milieu_phrase_new_plural ("{count} tie", "{count} ties", n_ties));
  return milieu_phrase_number (phrase, "dated", n_datable > 0 ? 100.0 * n_dated / n_datable : NAN, 0);
}
