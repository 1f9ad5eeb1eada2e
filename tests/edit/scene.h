/* A small map for the tests of verbs, and its bytes. */
#pragma once

#include "edit/actor.h"
#include "edit/convention.h"
#include "edit/field.h"
#include "edit/figure.h"
#include "edit/kinds.h"
#include "edit/municipality.h"
#include "edit/participants.h"
#include "edit/spot.h"
#include "edit/tie.h"
#include "format/project-write.h"
#include "model/history.h"
#include "model/random.h"

typedef struct
{
  MilieuMap *map;
  MilieuHistory *history;
} Scene;

static inline char *
scene_bytes (Scene *scene)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (scene->map);
  g_autoptr (GBytes) bytes = milieu_project_write (snapshot);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* commits and drops @group */
static inline void
scene_do (Scene *scene, MilieuGroup *group)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (group);
  milieu_history_commit (scene->history, group, &error);
  g_assert_no_error (error);
  milieu_group_unref (group);
}

static inline guint32
scene_add (Scene *scene, const char *name)
{
  MilieuNewActor actor = { .name = name, .kind = MILIEU_NO_KEY, .spotted = TRUE, .x = 10, .y = 20 };
  guint32 key;

  scene_do (scene, milieu_edit_add_actor (scene->map, &actor, &key));
  return key;
}

static inline guint32
scene_tie (Scene *scene, guint32 source, guint32 target)
{
  MilieuNewTie tie = { .source = source, .target = target, .type = MILIEU_NO_KEY };
  guint32 key;

  scene_do (scene, milieu_edit_add_tie (scene->map, &tie, &key, NULL));
  return key;
}

static inline void
scene_open (Scene *scene, gconstpointer data)
{
  scene->map = milieu_map_new ();
  scene->history = milieu_history_new (scene->map);
}

static inline void
scene_close (Scene *scene, gconstpointer data)
{
  g_object_unref (scene->history);
  g_object_unref (scene->map);
}

static inline const MilieuActor *
actor_of (Scene *scene, guint32 key)
{
  return (const MilieuActor *) milieu_map_get (scene->map, MILIEU_RECORD_ACTOR, key);
}

static inline const MilieuSpot *
spot_of (Scene *scene, guint32 key)
{
  return (const MilieuSpot *) milieu_map_get (scene->map, MILIEU_RECORD_SPOT, key);
}

static inline void
assert_undo_redo (Scene *scene, const char *before)
{
  g_autofree char *after = scene_bytes (scene), *undone = NULL, *redone = NULL;

  g_assert_cmpstr (after, !=, before);
  g_assert_true (milieu_history_undo (scene->history));
  undone = scene_bytes (scene);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (milieu_history_redo (scene->history));
  redone = scene_bytes (scene);
  g_assert_cmpstr (redone, ==, after);
}
