#include "edit/participants.h"

#include "edit/words.h"
#include "model/date.h"
#include "model/defaults.h"

#define TYPE "participates"

static guint32
participates (MilieuMap *map, MilieuGroup *group)
{
  guint32 type = milieu_map_key (map, MILIEU_RECORD_TYPE, TYPE);

  if (type != MILIEU_NO_KEY && milieu_map_get (map, MILIEU_RECORD_TYPE, type))
    return type;
  milieu_defaults_add (map, group);
  return milieu_map_key (map, MILIEU_RECORD_TYPE, TYPE);
}

static gboolean
takes_part (MilieuMap *map, guint32 actor, guint32 event, guint32 type, guint year)
{
  guint n;
  const guint32 *ties = milieu_map_ties_of (map, actor, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuTie *tie = (const MilieuTie *) milieu_map_get (map, MILIEU_RECORD_TIE, ties[i]);

      if (tie && tie->source == actor && tie->target == event && tie->type == type && milieu_date_year (tie->start) == year)
        return TRUE;
    }
  return FALSE;
}

static void
add_tie (MilieuMap *map, MilieuGroup *group, guint32 actor, guint32 event, guint32 type, guint year, MilieuEvidence evidence)
{
  g_autofree char *stem = g_strdup_printf ("%s %s", milieu_map_id (map, MILIEU_RECORD_ACTOR, actor),
                                           milieu_map_id (map, MILIEU_RECORD_ACTOR, event));
  g_autofree char *id = milieu_edit_new_id (map, group, MILIEU_RECORD_TIE, stem);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_TIE_SOURCE] = MILIEU_REFERENCE (actor);
  values[MILIEU_TIE_TARGET] = MILIEU_REFERENCE (event);
  values[MILIEU_TIE_TYPE] = MILIEU_REFERENCE (type);
  values[MILIEU_TIE_EVIDENCE] = MILIEU_TOKEN (evidence != MILIEU_EVIDENCE_UNSET ? evidence : MILIEU_EVIDENCE_STATED);
  if (year > 0)
    values[MILIEU_TIE_START] = MILIEU_DATE (milieu_date_new (year, 0, 0, FALSE));
  milieu_edit_put (map, group, MILIEU_RECORD_TIE, id, values);
}

MilieuGroup *
milieu_edit_add_participants (MilieuMap *map, guint32 event, guint year, const guint32 *actors, guint n,
                              MilieuEvidence evidence, GError **error)
{
  g_autofree char *name = milieu_edit_name (map, MILIEU_RECORD_ACTOR, event);
  g_autofree char *words = g_strdup_printf (_("Add Participants of “%s”"), name);
  g_autoptr (MilieuGroup) group = milieu_group_new ("add-participants", words);
  guint32 type = participates (map, group);
  guint added = 0;

  for (guint i = 0; i < n; i++)
    if (actors[i] != event && !takes_part (map, actors[i], event, type, year))
      {
        add_tie (map, group, actors[i], event, type, year, evidence);
        added++;
      }
  if (added > 0)
    return g_steal_pointer (&group);
  g_set_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED,
               _("Nobody was added to “%s”: choose actors who are not yet among its participants of that year"), name);
  return NULL;
}
