/* Actors, and which of them are in scope. */
#include "format/import-rows.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

/* metres: how far an approximate place may be off if nobody says */
#define APPROXIMATE_RADIUS 300

static void
complete_place (MilieuRow *row, MilieuImporter *importer, MilieuPlace place)
{
  gboolean lon = row->values[MILIEU_ACTOR_LON].kind != MILIEU_VALUE_NONE;
  gboolean lat = row->values[MILIEU_ACTOR_LAT].kind != MILIEU_VALUE_NONE;
  MilieuValue *precision = &row->values[MILIEU_ACTOR_PRECISION];

  if (lon != lat)
    milieu_row_refuse (row, importer, place, lon ? MILIEU_ACTOR_LON : MILIEU_ACTOR_LAT, _("lon and lat go together, and one is missing"));
  if (!lon || !lat)
    return;
  if (!milieu_sheet_has (place.sheet, "precision"))
    *precision = MILIEU_TOKEN (MILIEU_PRECISION_EXACT);
  if (precision->kind != MILIEU_VALUE_NONE && precision->token == MILIEU_PRECISION_APPROXIMATE
      && row->values[MILIEU_ACTOR_RADIUS].kind == MILIEU_VALUE_NONE)
    {
      row->values[MILIEU_ACTOR_RADIUS] = MILIEU_NUMBER (APPROXIMATE_RADIUS);
      g_free (row->texts[MILIEU_ACTOR_RADIUS]);
      row->texts[MILIEU_ACTOR_RADIUS] = g_strdup (G_STRINGIFY (APPROXIMATE_RADIUS));
    }
}

static void
complete_actor (MilieuRow *row, MilieuImporter *importer, MilieuPlace place)
{
  gboolean is_new = milieu_importer_get (importer, MILIEU_RECORD_ACTOR, row->key) == NULL;

  complete_place (row, importer, place);
  if (is_new && row->values[MILIEU_ACTOR_NAME].kind == MILIEU_VALUE_NONE)
    {
      row->values[MILIEU_ACTOR_NAME] = MILIEU_TEXT (row->id);
      milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("actor “%s” has no name: its id stands for it"), row->id);
    }
  if (is_new && row->values[MILIEU_ACTOR_KIND].kind == MILIEU_VALUE_NONE)
    {
      row->values[MILIEU_ACTOR_KIND] = MILIEU_REFERENCE (milieu_importer_kind (importer, place, MILIEU_RECORD_KIND, "organisation"));
      milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("actor “%s” has no kind: it was added as an organisation"), row->id);
    }
}

/* the id of the row, or one made of its name */
static char *
actor_id (MilieuImporter *importer, MilieuPlace place)
{
  char *id = milieu_importer_id (milieu_sheet_cell (place.sheet, place.row, "id"));
  const char *name = milieu_sheet_cell (place.sheet, place.row, "name");
  const MilieuRecord *known;

  if (*id != '\0' || *name == '\0')
    return id;
  g_free (id);
  known = milieu_importer_actor (importer, name);
  return known != NULL ? g_strdup (known->id) : milieu_importer_new_id (importer, MILIEU_RECORD_ACTOR, name);
}

void
milieu_import_actor (MilieuImporter *importer, MilieuPlace place)
{
  g_autofree char *id = actor_id (importer, place);
  MilieuRow row;

  if (*id == '\0')
    {
      milieu_importer_say (importer, place, MILIEU_REPORT_REFUSED, _("the row has neither id nor name: it was not taken. Give it one"));
      return;
    }
  milieu_row_init (&row, importer, place, MILIEU_RECORD_ACTOR, milieu_map_intern (importer->map, MILIEU_RECORD_ACTOR, id), id);
  complete_actor (&row, importer, place);
  milieu_row_put (&row, importer, place);
  milieu_row_clear (&row);
}

void
milieu_import_look_at_actors (MilieuImporter *importer, MilieuSheet *sheet)
{
  if (!milieu_sheet_has (sheet, "precision") && milieu_sheet_has (sheet, "lon") && milieu_sheet_has (sheet, "lat"))
    milieu_report_add (importer->report, MILIEU_REPORT_REMARK, milieu_table_name (sheet->table), 1,
                       _("no column says how precise places are: all were taken as exact"));
}

void
milieu_import_scope (MilieuImporter *importer, MilieuPlace place)
{
  const char *cell = milieu_sheet_cell (place.sheet, place.row, "id");
  const MilieuRecord *actor = milieu_importer_actor (importer, cell);
  MilieuRow row;

  if (actor == NULL)
    {
      milieu_importer_say (importer, place, MILIEU_REPORT_REFUSED, _("“%s” is no actor: its scope was not taken. Add the actor, or mend the id"), cell);
      return;
    }
  milieu_row_init (&row, importer, place, MILIEU_RECORD_ACTOR, actor->key, actor->id);
  milieu_row_put (&row, importer, place);
  milieu_row_clear (&row);
}

static const MilieuActor *
actor_of_row (MilieuImporter *importer, MilieuPlace place)
{
  const char *id = milieu_sheet_cell (place.sheet, place.row, "id");

  return (const MilieuActor *) milieu_importer_actor (importer, *id != '\0' ? id : milieu_sheet_cell (place.sheet, place.row, "name"));
}

void
milieu_import_seed (MilieuImporter *importer, MilieuPlace place)
{
  const MilieuActor *actor = actor_of_row (importer, place);
  const char *quote = milieu_sheet_cell (place.sheet, place.row, "quote");

  if (actor == NULL || actor->scope != MILIEU_SCOPE_META || importer->seed_title != NULL)
    return;
  importer->seed_title = g_strdup (actor->name);
  importer->seed_citation = milieu_importer_text (importer, place, quote);
  g_free (importer->seed_id);
  importer->seed_id = g_strdup (actor->record.id);
}

void
milieu_import_provenance (MilieuImporter *importer, MilieuPlace place)
{
  const MilieuActor *actor = actor_of_row (importer, place);

  if (actor != NULL)
    milieu_importer_provenance (importer, place, actor->record.key);
}
