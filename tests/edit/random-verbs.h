/* Verbs by chance, for tests of undo and of merging. */
#pragma once

#include "scene.h"

/* a random record of a type that exists, or MILIEU_NO_KEY */
static inline guint32
any (Scene *scene, MilieuRandom *random, MilieuRecordType type)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (scene->map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, type, &n);

  return n > 0 ? keys[milieu_random_below (random, n)] : MILIEU_NO_KEY;
}

static inline MilieuGroup *
add_any_actor (Scene *scene, MilieuRandom *random)
{
  static const char *const names[] = { "Été", "MEL", "« POP »", "中文", "<&>", "a" };
  MilieuNewActor actor = { .name = names[milieu_random_below (random, G_N_ELEMENTS (names))],
                           .kind = any (scene, random, MILIEU_RECORD_KIND),
                           .ground = milieu_random_below (random, MILIEU_N_GROUNDS),
                           .spotted = milieu_random_below (random, 2), .x = 1.5,
                           .placed = milieu_random_below (random, 2), .lon = 3.1, .lat = 50.5, .radius = 10 };

  return milieu_edit_add_actor (scene->map, &actor, NULL);
}

static inline MilieuGroup *
set_any_field (Scene *scene, MilieuRandom *random, guint32 actor)
{
  static const char *const texts[] = { "", "2001", "50.5", "upperground", "exact", "core", "déjà", "nowhere" };
  guint n;

  milieu_fields (MILIEU_RECORD_ACTOR, &n);
  return milieu_edit_set_text (scene->map, MILIEU_RECORD_ACTOR, &actor, 1, milieu_random_below (random, n),
                               texts[milieu_random_below (random, G_N_ELEMENTS (texts))], NULL);
}

/* a verb on a figure, or the first figure */
static inline MilieuGroup *
any_figure_verb (Scene *scene, MilieuRandom *random)
{
  static const char *const names[] = { "Fig. 1", "é / ..", "中文", " " };
  guint32 key = any (scene, random, MILIEU_RECORD_FIGURE);
  MilieuNewFigure figure = { .name = names[milieu_random_below (random, G_N_ELEMENTS (names))],
                             .view = 1 + milieu_random_below (random, MILIEU_PLATE_VIEW_VERDICT),
                             .style = milieu_random_below (random, 5), .width = 30 + milieu_random_below (random, 300) };

  milieu_filter_init (&figure.filter);
  figure.filter.hidden_grounds = milieu_random_below (random, 1 << MILIEU_N_GROUNDS);
  switch (key != MILIEU_NO_KEY ? milieu_random_below (random, 7) : 6)
    {
    case 0:
      return milieu_edit_change_figure (scene->map, key, &figure, NULL);
    case 1:
      return milieu_edit_rename_figure (scene->map, key, figure.name, NULL);
    case 2:
      return milieu_edit_duplicate_figure (scene->map, key, NULL);
    case 4:
      return milieu_edit_place_part (scene->map, key, milieu_random_below (random, MILIEU_N_PARTS),
                                     &(MilieuPartPlace) { TRUE, milieu_random_below (random, 2), milieu_random_below (random, 2),
                                                          milieu_random_below (random, 100) / 4.0, 20, 30, 40 });
    case 5:
      return milieu_edit_place_parts_anew (scene->map, key);
    case 3:
      return milieu_edit_delete_figure (scene->map, key);
    default:
      return milieu_edit_add_figure (scene->map, &figure, NULL, NULL);
    }
}

static inline MilieuGroup *
any_verb (Scene *scene, MilieuRandom *random)
{
  guint32 a = any (scene, random, MILIEU_RECORD_ACTOR), b = any (scene, random, MILIEU_RECORD_ACTOR);
  guint32 tie = any (scene, random, MILIEU_RECORD_TIE), claim = any (scene, random, MILIEU_RECORD_CLAIM);
  guint32 type = any (scene, random, MILIEU_RECORD_TYPE);
  MilieuStand stand = { a, milieu_random_below (random, 100), 5 };

  if (a == MILIEU_NO_KEY)
    return add_any_actor (scene, random);
  switch (milieu_random_below (random, 23))
    {
    case 0:
      return milieu_edit_rename_actor (scene->map, a, "Renamed", NULL);
    case 1:
      return milieu_edit_duplicate_actors (scene->map, &a, 1, &stand, 1, NULL);
    case 2:
      return milieu_edit_delete (scene->map, &a, 1, NULL, 0);
    case 3:
      return milieu_edit_place_actors (scene->map, &a, 1, 2.5, 50, 0, "Arras", NULL);
    case 4:
      return milieu_edit_unplace_actors (scene->map, &a, 1);
    case 5:
      return milieu_edit_move_actors (scene->map, &stand, 1, 1);
    case 6:
      return milieu_edit_pin_actors (scene->map, &a, 1, milieu_random_below (random, 2));
    case 7:
      return milieu_edit_lay_out (scene->map, &stand, 1, "organic", milieu_random_next (random));
    case 8:
      return milieu_edit_add_claim (scene->map, MILIEU_RECORD_ACTOR, a, "start", "1999", 0, "A book", "q");
    case 9:
      return claim != MILIEU_NO_KEY ? milieu_edit_adopt_claim (scene->map, claim, NULL) : NULL;
    case 10:
      return claim != MILIEU_NO_KEY ? milieu_edit_delete_claim (scene->map, claim) : NULL;
    case 11:
      return milieu_edit_set_setting (scene->map, "title", milieu_random_below (random, 2) ? "T" : NULL);
    case 12:
      return tie != MILIEU_NO_KEY ? milieu_edit_reverse_ties (scene->map, &tie, 1) : NULL;
    case 13:
      return tie != MILIEU_NO_KEY ? milieu_edit_delete (scene->map, NULL, 0, &tie, 1) : NULL;
    case 14:
      return set_any_field (scene, random, a);
    case 15:
      return milieu_edit_add_tie (scene->map, &(MilieuNewTie) { a, b, any (scene, random, MILIEU_RECORD_TYPE), "2017", 0, "A book" },
                                  NULL, NULL);
    case 16:
      return milieu_edit_set_threshold (scene->map, "threshold.T1.gap", "gap", milieu_random_below (random, 2) ? "0.5" : NULL);
    case 17:
      if (milieu_random_below (random, 3) == 0)
        return milieu_edit_set_study_window (scene->map, "space.window", milieu_random_below (random, 2) ? "region" : NULL);
      return milieu_random_below (random, 2) ? milieu_edit_reset_thresholds (scene->map) : milieu_edit_reset_tie_classes (scene->map);
    case 18:
      return type != MILIEU_NO_KEY ? milieu_edit_set_tie_class (scene->map, type, 1 + milieu_random_below (random, MILIEU_N_CLASSES - 1)) : NULL;
    case 19:
      return milieu_edit_set_municipality (scene->map, NULL, &a, 1, milieu_random_below (random, 2) ? "Arras" : "", NULL);
    case 20:
    case 21:
      return any_figure_verb (scene, random);
    default:
      return add_any_actor (scene, random);
    }
}
