#include "edit/tie.h"

#include "edit/words.h"
#include "model/defaults.h"

guint32
milieu_edit_usual_type (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  guint32 usual = milieu_map_key (map, MILIEU_RECORD_TYPE, "collaborates");
  g_autofree guint32 *keys = NULL;
  guint n;

  if (usual != MILIEU_NO_KEY && milieu_map_get (map, MILIEU_RECORD_TYPE, usual) != NULL)
    return usual;
  keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TYPE, &n);
  for (guint i = 0; i < n; i++)
    if (milieu_snapshot_type (snapshot, keys[i])->tie_class == MILIEU_CLASS_INTERACTION)
      return keys[i];
  return n > 0 ? keys[0] : MILIEU_NO_KEY;
}

/* the defaults join the group if the map has no type at all */
static guint32
type_or_usual (MilieuMap *map, MilieuGroup *group, guint32 type)
{
  if (type != MILIEU_NO_KEY && milieu_map_get (map, MILIEU_RECORD_TYPE, type) != NULL)
    return type;
  type = milieu_edit_usual_type (map);
  if (type != MILIEU_NO_KEY)
    return type;
  milieu_defaults_add (map, group);
  return milieu_map_key (map, MILIEU_RECORD_TYPE, "collaborates");
}

/* who says that the tie is there, as an import says it: a claim about the whole record */
static void
claim_tie (MilieuMap *map, MilieuGroup *group, guint32 tie, MilieuEvidence evidence, const char *said_by)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_CLAIM_SUBJECT] = MILIEU_SUBJECT (MILIEU_RECORD_TIE, tie);
  values[MILIEU_CLAIM_EVIDENCE] = MILIEU_TOKEN (evidence);
  values[MILIEU_CLAIM_SOURCE] = milieu_edit_source (map, group, said_by);
  if (values[MILIEU_CLAIM_SOURCE].kind != MILIEU_VALUE_NONE)
    milieu_edit_put_claim (map, group, milieu_map_id (map, MILIEU_RECORD_TIE, tie), values);
}

static gboolean
parse_start (MilieuMap *map, const char *text, MilieuValue *value, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text != NULL ? text : ""));

  return milieu_value_parse (&milieu_fields (MILIEU_RECORD_TIE, NULL)[MILIEU_TIE_START], typed, map, value, error);
}

static guint32
put_tie (MilieuMap *map, MilieuGroup *group, const MilieuNewTie *tie, MilieuEvidence evidence, MilieuValue start)
{
  g_autofree char *stem = g_strdup_printf ("%s %s", milieu_map_id (map, MILIEU_RECORD_ACTOR, tie->source),
                                           milieu_map_id (map, MILIEU_RECORD_ACTOR, tie->target));
  g_autofree char *id = milieu_map_new_id (map, MILIEU_RECORD_TIE, stem);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_TIE_SOURCE] = MILIEU_REFERENCE (tie->source);
  values[MILIEU_TIE_TARGET] = MILIEU_REFERENCE (tie->target);
  values[MILIEU_TIE_TYPE] = MILIEU_REFERENCE (type_or_usual (map, group, tie->type));
  values[MILIEU_TIE_START] = start;
  values[MILIEU_TIE_EVIDENCE] = MILIEU_TOKEN (evidence);
  return milieu_edit_put (map, group, MILIEU_RECORD_TIE, id, values);
}

MilieuGroup *
milieu_edit_add_tie (MilieuMap *map, const MilieuNewTie *tie, guint32 *key, GError **error)
{
  MilieuEvidence evidence = tie->evidence != MILIEU_EVIDENCE_UNSET ? tie->evidence : MILIEU_EVIDENCE_STATED;
  g_autofree char *from = milieu_edit_name (map, MILIEU_RECORD_ACTOR, tie->source);
  g_autofree char *to = milieu_edit_name (map, MILIEU_RECORD_ACTOR, tie->target);
  /* Translators: the names of two actors */
  g_autofree char *words = g_strdup_printf (_("Tie “%s” to “%s”"), from, to);
  MilieuValue start;
  MilieuGroup *group;
  guint32 new_key;

  if (tie->source == tie->target)
    {
      g_set_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
                   _("“%s” cannot be tied to itself: choose another actor"), from);
      return NULL;
    }
  if (!parse_start (map, tie->start, &start, error))
    return NULL;
  group = milieu_group_new ("add-tie", words);
  new_key = put_tie (map, group, tie, evidence, start);
  claim_tie (map, group, new_key, evidence, tie->said_by);
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
