#include "model/filter.h"

#include <string.h>

void
milieu_filter_init (MilieuFilter *filter)
{
  memset (filter, 0, sizeof *filter);
  filter->evidence = MILIEU_EVIDENCE_VERIFIED;
  filter->suggested = TRUE;
  filter->without = MILIEU_NO_KEY;
}

gboolean
milieu_filter_equal (const MilieuFilter *a, const MilieuFilter *b)
{
  return a->evidence == b->evidence && !a->suggested == !b->suggested && !a->all_scopes == !b->all_scopes
         && a->year == b->year && a->slice == b->slice && a->emerging == b->emerging
         && a->without == b->without && !a->simulated == !b->simulated && !a->compute_all == !b->compute_all && a->hidden_grounds == b->hidden_grounds
         && a->hidden_classes == b->hidden_classes
         && memcmp (a->hidden_kinds, b->hidden_kinds, sizeof a->hidden_kinds) == 0
         && memcmp (a->hidden_types, b->hidden_types, sizeof a->hidden_types) == 0
         && a->period_from == b->period_from && a->period_to == b->period_to
         && !a->hide_undated == !b->hide_undated;
}

static guint
latest_start (MilieuSnapshot *snapshot)
{
  guint latest = 0;
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);

  for (guint32 key = 0; key < n; key++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);

      if (actor != NULL)
        latest = MAX (latest, milieu_date_year (actor->start));
    }
  n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE);
  for (guint32 key = 0; key < n; key++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, key);

      if (tie != NULL)
        latest = MAX (latest, milieu_date_year (tie->start));
    }
  return latest;
}

guint
milieu_filter_year (const MilieuFilter *filter, MilieuSnapshot *snapshot)
{
  double setting;

  if (filter->year != 0)
    return filter->year;
  setting = milieu_snapshot_number (snapshot, "year", 0);
  return setting >= 1 && setting <= 9999 ? (guint) setting : latest_start (snapshot);
}

static gboolean
is_active (MilieuDate start, MilieuDate end, guint from, guint to)
{
  return (start == MILIEU_DATE_BLANK || to == 0 || milieu_date_year (start) <= to)
         && (end == MILIEU_DATE_BLANK || from == 0 || milieu_date_year (end) >= from);
}

static gboolean
is_hidden (const guint8 *bits, guint32 key)
{
  return key < 256 && (bits[key / 8] >> (key % 8) & 1);
}

static gboolean
in_period (const MilieuFilter *filter, MilieuDate start, MilieuDate end)
{
  if (filter->period_from == 0 && filter->period_to == 0)
    return TRUE;
  if (start == MILIEU_DATE_BLANK && end == MILIEU_DATE_BLANK)
    return !filter->hide_undated;
  return is_active (start, end, filter->period_from, filter->period_to);
}

static gboolean
asks_for_actor (const MilieuFilter *filter, const MilieuActor *actor)
{
  return (filter->all_scopes || milieu_actor_is_core (actor))
         && is_active (actor->start, actor->end, filter->slice, filter->slice);
}

static gboolean
shows_actor (const MilieuFilter *filter, const MilieuActor *actor, guint ground)
{
  return !(filter->hidden_grounds >> ground & 1) && !is_hidden (filter->hidden_kinds, actor->kind)
         && in_period (filter, actor->start, actor->end);
}

MilieuGround
milieu_filter_emerging (const MilieuFilter *filter, MilieuSnapshot *snapshot)
{
  const char *setting = milieu_snapshot_setting (snapshot, "emerging");
  guint ground;

  switch (filter->emerging)
    {
    case MILIEU_EMERGING_UPPERGROUND:
      return MILIEU_GROUND_UPPERGROUND;
    case MILIEU_EMERGING_MIDDLEGROUND:
      return MILIEU_GROUND_MIDDLEGROUND;
    case MILIEU_EMERGING_AS_MAP:
      if (setting && milieu_vocabulary_parse (MILIEU_VOCABULARY_GROUND, setting, &ground)
          && (ground == MILIEU_GROUND_UPPERGROUND || ground == MILIEU_GROUND_MIDDLEGROUND))
        return ground;
      return MILIEU_GROUND_EMERGING;
    default:
      return MILIEU_GROUND_EMERGING;
    }
}

guint8 *
milieu_filter_grounds (const MilieuFilter *filter, MilieuSnapshot *snapshot)
{
  guint8 *grounds = milieu_snapshot_grounds (snapshot, filter->suggested);
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  MilieuGround emerging = milieu_filter_emerging (filter, snapshot);

  for (guint32 key = 0; key < n; key++)
    if (grounds[key] == MILIEU_GROUND_EMERGING)
      grounds[key] = emerging;
  return grounds;
}

guint8 *
milieu_filter_actors (const MilieuFilter *filter, MilieuSnapshot *snapshot, gboolean shown)
{
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  guint8 *chosen = g_new0 (guint8, n + 1);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, filter->suggested);

  for (guint32 key = 0; key < n; key++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);

      chosen[key] = actor != NULL && key != filter->without && asks_for_actor (filter, actor)
                    && (!shown || shows_actor (filter, actor, grounds[key]));
    }
  return chosen;
}

static gboolean
asks_for_tie (const MilieuFilter *filter, const MilieuTie *tie, const guint8 *actors)
{
  return actors[tie->source] && actors[tie->target] && tie->evidence <= filter->evidence
         && is_active (tie->start, tie->end, filter->slice, filter->slice);
}

guint8 *
milieu_filter_ties (const MilieuFilter *filter, MilieuSnapshot *snapshot, const guint8 *actors, gboolean shown)
{
  guint32 n = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE);
  guint8 *chosen = g_new0 (guint8, n + 1);

  for (guint32 key = 0; key < n; key++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, key);

      chosen[key] = tie != NULL && asks_for_tie (filter, tie, actors)
                    && (filter->without_ties == NULL || !filter->without_ties[key])
                    && (!shown
                        || (!(filter->hidden_classes >> milieu_snapshot_tie_class (snapshot, tie) & 1)
                            && !is_hidden (filter->hidden_types, tie->type)
                            && in_period (filter, tie->start, tie->end)));
    }
  return chosen;
}
