#include "edit/spot.h"

#include "edit/words.h"

static void
put_spot (MilieuMap *map, MilieuGroup *group, const MilieuStand *stand)
{
  const MilieuRecord *actor = milieu_map_get (map, MILIEU_RECORD_ACTOR, stand->actor);
  const MilieuRecord *spot = milieu_map_get (map, MILIEU_RECORD_SPOT, stand->actor);
  MilieuValue values[] = { MILIEU_NUMBER (stand->x), MILIEU_NUMBER (stand->y), MILIEU_NO_VALUE };

  if (actor == NULL)
    return;
  if (spot != NULL)
    values[MILIEU_SPOT_PINNED] = milieu_record_get (spot, MILIEU_SPOT_PINNED);
  milieu_group_change (group, spot,
                       milieu_record_new (MILIEU_RECORD_SPOT, stand->actor, actor->id, values,
                                          spot != NULL ? spot->extra : NULL));
}

MilieuGroup *
milieu_edit_move_actors (MilieuMap *map, const MilieuStand *stands, guint n, guint moved)
{
  guint32 first = n > 0 ? stands[0].actor : MILIEU_NO_KEY;
  MilieuGroup *group = moved == 0
                           ? milieu_group_new ("move-actors", _("Keep the Layout"))
                           : milieu_edit_group (map, "move-actors", MILIEU_RECORD_ACTOR, &first, moved, _("Move “%s”"),
                                                ngettext ("Move %u Actor", "Move %u Actors", moved));

  for (guint i = 0; i < n; i++)
    put_spot (map, group, &stands[i]);
  return group;
}

void
milieu_edit_keep_stands (MilieuMap *map, MilieuGroup *group, const MilieuStand *stands, guint n)
{
  for (guint i = 0; i < n; i++)
    if (milieu_map_get (map, MILIEU_RECORD_SPOT, stands[i].actor) == NULL)
      put_spot (map, group, &stands[i]);
}

MilieuGroup *
milieu_edit_pin_actors (MilieuMap *map, const guint32 *actors, guint n, gboolean pinned)
{
  MilieuGroup *group = pinned ? milieu_edit_group (map, "pin-actors", MILIEU_RECORD_ACTOR, actors, n, _("Pin “%s”"),
                                                   ngettext ("Pin %u Actor", "Pin %u Actors", n))
                              : milieu_edit_group (map, "pin-actors", MILIEU_RECORD_ACTOR, actors, n, _("Unpin “%s”"),
                                                   ngettext ("Unpin %u Actor", "Unpin %u Actors", n));

  for (guint i = 0; i < n; i++)
    milieu_edit_with (map, group, MILIEU_RECORD_SPOT, actors[i], MILIEU_SPOT_PINNED,
                      pinned ? MILIEU_TOKEN (MILIEU_ANSWER_YES) : MILIEU_NO_VALUE);
  return group;
}

static void
put_setting (MilieuMap *map, MilieuGroup *group, const char *id, const char *value)
{
  MilieuValue values[] = { MILIEU_TEXT (value) };
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_SETTING, id);

  milieu_group_change (group, milieu_map_get (map, MILIEU_RECORD_SETTING, key),
                       milieu_record_new (MILIEU_RECORD_SETTING, key, id, values, NULL));
}

static const char *
layout_words (const char *kind)
{
  if (g_str_equal (kind, "strata"))
    return _("Lay Out in Strata");
  if (g_str_equal (kind, "organic"))
    return _("Lay Out Organically");
  if (g_str_equal (kind, "communities"))
    return _("Lay Out by Communities");
  if (g_str_equal (kind, "forces"))
    return _("Lay Out by Forces");
  return _("Lay Out in a Circle");
}

static gboolean
is_pinned (MilieuMap *map, guint32 actor)
{
  const MilieuSpot *spot = (const MilieuSpot *) milieu_map_get (map, MILIEU_RECORD_SPOT, actor);

  return spot != NULL && spot->pinned == MILIEU_ANSWER_YES;
}

MilieuGroup *
milieu_edit_lay_out (MilieuMap *map, const MilieuStand *stands, guint n, const char *kind, guint64 seed)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);
  MilieuGroup *group = milieu_group_new ("lay-out", layout_words (kind));

  put_setting (map, group, "layout.kind", kind);
  put_setting (map, group, "layout.seed", number);
  for (guint i = 0; i < n; i++)
    if (!is_pinned (map, stands[i].actor))
      put_spot (map, group, &stands[i]);
  return group;
}
