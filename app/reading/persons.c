#include "reading/persons.h"

gboolean
milieu_persons_are_ranked (MilieuSnapshot *snapshot)
{
  return g_strcmp0 (milieu_snapshot_setting (snapshot, MILIEU_SETTING_PERSONS_RANKED), "yes") == 0;
}

gboolean
milieu_is_person (MilieuSnapshot *snapshot, guint32 key)
{
  const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);
  const MilieuKind *kind = actor && actor->kind != MILIEU_NO_KEY ? milieu_snapshot_kind (snapshot, actor->kind) : NULL;

  return kind && kind->symbol == MILIEU_SYMBOL_PERSON;
}

gboolean
milieu_may_rank (MilieuSnapshot *snapshot, guint32 actor)
{
  return !milieu_is_person (snapshot, actor) || milieu_persons_are_ranked (snapshot);
}

MilieuPhrase *
milieu_roles_phrase (const MilieuActorMeasures *measures)
{
  static const char *const words[][2] = {
    { NP_ ("liaison of {count} pair", "liaison of {count} pairs") },
    { NP_ ("gatekeeper or representative of {count} pair", "gatekeeper or representative of {count} pairs") },
    { NP_ ("itinerant broker of {count} pair", "itinerant broker of {count} pairs") },
    { NP_ ("coordinator of {count} pair", "coordinator of {count} pairs") },
  };
  const guint counts[] = { measures->liaison, measures->gatekeeper, measures->itinerant, measures->coordinator };
  MilieuPhrase *phrase = milieu_phrase_new ("{roles}");
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      {
        milieu_phrase_list (phrase, "roles", milieu_phrase_new_plural (words[i][0], words[i][1], counts[i]), ", ");
        any = TRUE;
      }
  return any ? phrase : milieu_phrase_phrase (phrase, "roles", milieu_phrase_new (N_("broker of no pair")));
}
