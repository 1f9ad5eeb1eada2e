#include "window/counts.h"

static void
see_year (MilieuCounts *counts, MilieuDate date)
{
  guint year = milieu_date_year (date);

  if (year == 0)
    return;
  counts->first = counts->first ? MIN (counts->first, year) : year;
  counts->last = MAX (counts->last, year);
}

static void
count_actors (MilieuCounts *counts, MilieuSnapshot *snapshot, const guint8 *asked, const guint8 *grounds)
{
  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    {
      const MilieuActor *actor = asked[key] ? milieu_snapshot_actor (snapshot, key) : NULL;
      if (!actor)
        continue;
      counts->grounds[grounds[key]]++;
      if (actor->kind < counts->n_kinds)
        counts->kinds[actor->kind]++;
      if (actor->start == MILIEU_DATE_BLANK && actor->end == MILIEU_DATE_BLANK)
        counts->undated++;
      see_year (counts, actor->start);
      see_year (counts, actor->end);
    }
}

static void
count_ties (MilieuCounts *counts, MilieuSnapshot *snapshot, const guint8 *asked, const MilieuFilter *filter)
{
  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE); key++)
    {
      const MilieuTie *tie = asked[key] ? milieu_snapshot_tie (snapshot, key) : NULL;
      if (!tie)
        continue;
      counts->evidences[tie->evidence]++;
      if (tie->evidence <= filter->evidence)
        counts->classes[milieu_snapshot_tie_class (snapshot, tie)]++;
      see_year (counts, tie->start);
      see_year (counts, tie->end);
    }
}

void
milieu_counts (MilieuCounts *counts, MilieuSnapshot *snapshot, const MilieuFilter *filter)
{
  MilieuFilter all = *filter;
  g_autofree guint8 *actors = NULL;
  g_autofree guint8 *ties = NULL;
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, filter->suggested);

  *counts = (MilieuCounts) { .n_kinds = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_KIND) };
  counts->kinds = g_new0 (guint, counts->n_kinds + 1);
  all.evidence = MILIEU_EVIDENCE_SESSION;
  actors = milieu_filter_actors (&all, snapshot, FALSE);
  ties = milieu_filter_ties (&all, snapshot, actors, FALSE);
  count_actors (counts, snapshot, actors, grounds);
  count_ties (counts, snapshot, ties, filter);
}

void
milieu_counts_clear (MilieuCounts *counts)
{
  g_clear_pointer (&counts->kinds, g_free);
}
