#include "edit/convention.h"

#include "edit/words.h"
#include "model/defaults.h"

#define THRESHOLD "threshold."

/* a setting of the convention: without a value it is let go of */
static MilieuGroup *
set (MilieuMap *map, const char *verb, const char *words, const char *id, const char *value)
{
  MilieuGroup *group = milieu_group_new (verb, words);
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_SETTING, id);
  const MilieuRecord *held = milieu_map_get (map, MILIEU_RECORD_SETTING, key);
  MilieuValue values[] = { value != NULL ? MILIEU_TEXT (value) : MILIEU_NO_VALUE };

  if (value != NULL)
    milieu_group_change (group, held, milieu_record_new (MILIEU_RECORD_SETTING, key, id, values, NULL));
  else if (held != NULL)
    milieu_group_change (group, held, NULL);
  return group;
}

MilieuGroup *
milieu_edit_set_threshold (MilieuMap *map, const char *id, const char *label, const char *value)
{
  /* Translators: what a threshold is of, as in "gap between the two readings, at most" */
  g_autofree char *words = g_strdup_printf (_("Change Threshold “%s”"), label);

  return set (map, "set-threshold", words, id, value);
}

MilieuGroup *
milieu_edit_set_emerging (MilieuMap *map, MilieuGround ground)
{
  static const char *const words[MILIEU_N_GROUNDS] = {
    [MILIEU_GROUND_UPPERGROUND] = N_("Count the Emerging Ground with the Upperground"),
    [MILIEU_GROUND_EMERGING] = N_("Count the Emerging Ground on Its Own"),
    [MILIEU_GROUND_MIDDLEGROUND] = N_("Count the Emerging Ground with the Middleground"),
  };

  g_return_val_if_fail (words[ground] != NULL, NULL);
  return set (map, "set-emerging", _(words[ground]), "emerging",
              ground == MILIEU_GROUND_EMERGING ? NULL : milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, ground));
}

MilieuGroup *
milieu_edit_set_study_window (MilieuMap *map, const char *id, const char *value)
{
  return set (map, "set-study-window", _("Change the Study Window"), id, value);
}

MilieuGroup *
milieu_edit_reset_thresholds (MilieuMap *map)
{
  MilieuGroup *group = milieu_group_new ("reset-thresholds", _("Reset the Thresholds"));
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_SETTING, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuRecord *held = milieu_map_get (map, MILIEU_RECORD_SETTING, keys[i]);

      if (g_str_has_prefix (held->id, THRESHOLD))
        milieu_group_change (group, held, NULL);
    }
  return group;
}

MilieuGroup *
milieu_edit_set_tie_class (MilieuMap *map, guint32 type, MilieuClass tie_class)
{
  g_autofree char *name = milieu_edit_name (map, MILIEU_RECORD_TYPE, type);
  /* Translators: a type of tie */
  g_autofree char *words = g_strdup_printf (_("Change Class of “%s”"), name);
  MilieuGroup *group = milieu_group_new ("set-tie-class", words);

  /* a type without a class could not be opened again */
  g_return_val_if_fail (tie_class != MILIEU_CLASS_UNSET, group);
  if (((const MilieuTieType *) milieu_map_get (map, MILIEU_RECORD_TYPE, type))->tie_class != tie_class)
    milieu_edit_with (map, group, MILIEU_RECORD_TYPE, type, MILIEU_TYPE_CLASS, MILIEU_TOKEN (tie_class));
  return group;
}

MilieuGroup *
milieu_edit_reset_tie_classes (MilieuMap *map)
{
  MilieuGroup *group = milieu_group_new ("reset-tie-classes", _("Reset the Tie Classes"));
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TYPE, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuTieType *type = milieu_snapshot_type (snapshot, keys[i]);
      MilieuClass usual = milieu_default_class (type->record.id);

      if (usual != MILIEU_CLASS_UNSET && type->tie_class != usual)
        milieu_edit_with (map, group, MILIEU_RECORD_TYPE, keys[i], MILIEU_TYPE_CLASS, MILIEU_TOKEN (usual));
    }
  return group;
}
