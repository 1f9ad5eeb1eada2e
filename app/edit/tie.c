#include "edit/tie.h"

#include "edit/words.h"
#include "model/defaults.h"

/* the type a tie gets when none is asked for: an interaction if there is one */
static guint32
type_or_first (MilieuMap *map, MilieuGroup *group, guint32 type)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autofree guint32 *keys = NULL;
  guint n;

  if (type == MILIEU_NO_KEY)
    type = milieu_map_key (map, MILIEU_RECORD_TYPE, "collaborates");
  if (type != MILIEU_NO_KEY && milieu_map_get (map, MILIEU_RECORD_TYPE, type) != NULL)
    return type;
  keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TYPE, &n);
  for (guint i = 0; i < n; i++)
    if (milieu_snapshot_type (snapshot, keys[i])->tie_class == MILIEU_CLASS_INTERACTION)
      return keys[i];
  if (n > 0)
    return keys[0];
  milieu_defaults_add (map, group);
  return milieu_map_key (map, MILIEU_RECORD_TYPE, "collaborates");
}

MilieuGroup *
milieu_edit_add_tie (MilieuMap *map, guint32 source, guint32 target, guint32 type, MilieuEvidence evidence,
                     guint32 *key, GError **error)
{
  g_autofree char *from = milieu_edit_name (map, MILIEU_RECORD_ACTOR, source);
  g_autofree char *to = milieu_edit_name (map, MILIEU_RECORD_ACTOR, target);
  /* Translators: the names of two actors */
  g_autofree char *words = g_strdup_printf (_("Tie “%s” to “%s”"), from, to);
  g_autofree char *stem = NULL, *id = NULL;
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  MilieuGroup *group;
  guint32 new_key;

  if (source == target)
    {
      g_set_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
                   _("“%s” cannot be tied to itself: choose another actor"), from);
      return NULL;
    }
  group = milieu_group_new ("add-tie", words);
  stem = g_strdup_printf ("%s %s", milieu_map_id (map, MILIEU_RECORD_ACTOR, source),
                          milieu_map_id (map, MILIEU_RECORD_ACTOR, target));
  id = milieu_map_new_id (map, MILIEU_RECORD_TIE, stem);
  values[MILIEU_TIE_SOURCE] = MILIEU_REFERENCE (source);
  values[MILIEU_TIE_TARGET] = MILIEU_REFERENCE (target);
  values[MILIEU_TIE_TYPE] = MILIEU_REFERENCE (type_or_first (map, group, type));
  values[MILIEU_TIE_EVIDENCE] = MILIEU_TOKEN (evidence != MILIEU_EVIDENCE_UNSET ? evidence : MILIEU_EVIDENCE_STATED);
  new_key = milieu_edit_put (map, group, MILIEU_RECORD_TIE, id, values);
  if (key != NULL)
    *key = new_key;
  return group;
}

MilieuGroup *
milieu_edit_reverse_ties (MilieuMap *map, const guint32 *ties, guint n)
{
  MilieuGroup *group = milieu_edit_group (map, "reverse-ties", MILIEU_RECORD_TIE, ties, n, _("Reverse Tie “%s”"),
                                          ngettext ("Reverse %u Tie", "Reverse %u Ties", n));

  for (guint i = 0; i < n; i++)
    {
      const MilieuTie *tie = (const MilieuTie *) milieu_map_get (map, MILIEU_RECORD_TIE, ties[i]);

      if (tie == NULL)
        continue;
      milieu_edit_with (map, group, MILIEU_RECORD_TIE, ties[i], MILIEU_TIE_SOURCE, MILIEU_REFERENCE (tie->target));
      milieu_edit_with (map, group, MILIEU_RECORD_TIE, ties[i], MILIEU_TIE_TARGET, MILIEU_REFERENCE (tie->source));
    }
  return group;
}
