#include "edit/spot.h"

#include "edit/words.h"

/* how far a copy stands from its original, network units */
#define STEP 24

typedef struct
{
  MilieuMap *map;
  MilieuGroup *group;
  const MilieuStand *stands;
  guint n_stands;
  guint8 *grounds; /* with suggestions */
} Copying;

static gboolean
stand_of (const Copying *copying, guint32 actor, MilieuStand *stand)
{
  const MilieuSpot *spot = (const MilieuSpot *) milieu_map_get (copying->map, MILIEU_RECORD_SPOT, actor);

  *stand = (MilieuStand) { actor, 0, 0 };
  for (guint i = 0; spot == NULL && i < copying->n_stands; i++)
    if (copying->stands[i].actor == actor)
      {
        *stand = copying->stands[i];
        return TRUE;
      }
  if (spot != NULL)
    *stand = (MilieuStand) { actor, spot->x, spot->y };
  return spot != NULL;
}

/* the lowest of those without a ground, who stand in a column of their own */
static gboolean
lowest_without_ground (const Copying *copying, MilieuStand *lowest)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (copying->map);
  gboolean any = FALSE;
  MilieuStand stand;

  for (guint32 key = 0; key < milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR); key++)
    if (milieu_snapshot_actor (snapshot, key) != NULL && copying->grounds[key] == MILIEU_GROUND_NONE
        && stand_of (copying, key, &stand) && (!any || stand.y > lowest->y))
      {
        *lowest = stand;
        any = TRUE;
      }
  return any;
}

/* bands lie across, the column of those without a ground stands: a step within either */
static gboolean
stand_of_copy (const Copying *copying, const MilieuActor *original, MilieuStand *stand)
{
  gboolean stands = stand_of (copying, original->record.key, stand);

  if (!stands)
    return FALSE;
  if (original->ground != MILIEU_GROUND_NONE)
    stand->x += STEP;
  else if (copying->grounds[original->record.key] == MILIEU_GROUND_NONE || lowest_without_ground (copying, stand))
    stand->y += STEP;
  return TRUE;
}

static guint32
duplicate_actor (const Copying *copying, guint32 actor)
{
  MilieuMap *map = copying->map;
  MilieuGroup *group = copying->group;
  const MilieuRecord *original = milieu_map_get (map, MILIEU_RECORD_ACTOR, actor);
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), ((const MilieuActor *) original)->name);
  g_autofree char *id = milieu_edit_new_id (map, group, MILIEU_RECORD_ACTOR, name);
  g_autoptr (MilieuRecord) copy = NULL;
  MilieuStand stand;
  guint32 key;

  key = milieu_map_intern (map, MILIEU_RECORD_ACTOR, id);
  copy = milieu_record_copy_as (original, key, id);
  milieu_group_change (group, NULL, milieu_record_with (copy, MILIEU_ACTOR_NAME, MILIEU_TEXT (name)));
  if (stand_of_copy (copying, (const MilieuActor *) original, &stand))
    {
      MilieuValue values[] = { MILIEU_NUMBER (stand.x), MILIEU_NUMBER (stand.y), MILIEU_NO_VALUE };

      milieu_edit_put (map, group, MILIEU_RECORD_SPOT, id, values);
    }
  return key;
}

static void
duplicate_tie (MilieuMap *map, MilieuGroup *group, const MilieuTie *tie, guint32 source, guint32 target)
{
  g_autofree char *stem = g_strdup_printf ("%s-%s", milieu_map_id (map, MILIEU_RECORD_ACTOR, source),
                                           milieu_map_id (map, MILIEU_RECORD_ACTOR, target));
  g_autofree char *id = milieu_edit_new_id (map, group, MILIEU_RECORD_TIE, stem);
  g_autoptr (MilieuRecord) copy = NULL, moved = NULL;

  copy = milieu_record_copy_as (&tie->record, milieu_map_intern (map, MILIEU_RECORD_TIE, id), id);
  moved = milieu_record_with (copy, MILIEU_TIE_SOURCE, MILIEU_REFERENCE (source));
  milieu_group_change (group, NULL, milieu_record_with (moved, MILIEU_TIE_TARGET, MILIEU_REFERENCE (target)));
}

static guint
place_of (const guint32 *actors, guint n, guint32 actor)
{
  guint i = 0;

  while (i < n && actors[i] != actor)
    i++;
  return i;
}

/* the ties from one of the actors to another of them */
static void
duplicate_ties (const Copying *copying, const guint32 *actors, const guint32 *copies, guint n, guint i)
{
  guint n_ties;
  const guint32 *ties = milieu_map_ties_of (copying->map, actors[i], &n_ties);

  for (guint j = 0; j < n_ties; j++)
    {
      const MilieuTie *tie = (const MilieuTie *) milieu_map_get (copying->map, MILIEU_RECORD_TIE, ties[j]);
      guint target = place_of (actors, n, tie->target);

      if (tie->source == actors[i] && target < n)
        duplicate_tie (copying->map, copying->group, tie, copies[i], copies[target]);
    }
}

MilieuGroup *
milieu_edit_duplicate_actors (MilieuMap *map, const guint32 *actors, guint n, const MilieuStand *stands, guint n_stands,
                              guint32 **copies)
{
  MilieuGroup *group = milieu_edit_group (map, "duplicate-actors", MILIEU_RECORD_ACTOR, actors, n, _("Duplicate “%s”"),
                                          ngettext ("Duplicate %u Actor", "Duplicate %u Actors", n));
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree guint8 *grounds = milieu_snapshot_grounds (snapshot, TRUE);
  Copying copying = { map, group, stands, n_stands, grounds };
  g_autofree guint32 *new_keys = g_new (guint32, n + 1);

  milieu_edit_keep_stands (map, group, stands, n_stands);
  for (guint i = 0; i < n; i++)
    new_keys[i] = duplicate_actor (&copying, actors[i]);
  for (guint i = 0; i < n; i++)
    duplicate_ties (&copying, actors, new_keys, n, i);
  if (copies != NULL)
    *copies = g_steal_pointer (&new_keys);
  return group;
}
