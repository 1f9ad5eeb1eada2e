#include "format/import.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "format/import-rows.h"
#include "model/defaults.h"

typedef struct
{
  MilieuSheet *actors, *ties, *grounds, *scope, *claims;
} Sheets;

/* a table without a column that everything else hangs on is another table */
static gboolean
check_columns (MilieuSheet *sheet, const char *one, const char *other, GError **error)
{
  g_autofree char *words = NULL;

  if (milieu_sheet_has (sheet, one) || milieu_sheet_has (sheet, other))
    return TRUE;
  words = g_strdup_printf (_("no column is named “%s”: name it in the first row, or choose another table"), one);
  g_set_error (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_CONTENT, "%s:1: %s", milieu_table_name (sheet->table), words);
  return FALSE;
}

static gboolean
open_sheet (MilieuSheet **sheet, const char *path, const MilieuRole *roles, const char *one, const char *other, MilieuReport *report, GError **error)
{
  *sheet = NULL;
  if (path == NULL)
    return TRUE;
  *sheet = milieu_sheet_open (path, roles, report, error);
  return *sheet != NULL && check_columns (*sheet, one, other, error);
}

static gboolean
open_all (Sheets *sheets, const MilieuImport *what, MilieuReport *report, GError **error)
{
  return open_sheet (&sheets->actors, what->actors, milieu_actor_roles, "id", "name", report, error)
         && open_sheet (&sheets->ties, what->ties, milieu_tie_roles, "source", "source", report, error)
         && (sheets->ties == NULL || check_columns (sheets->ties, "target", "target", error))
         && open_sheet (&sheets->grounds, what->grounds, milieu_ground_roles, "ground", "ground", report, error)
         && open_sheet (&sheets->scope, what->scope, milieu_scope_roles, "scope", "scope", report, error)
         && open_sheet (&sheets->claims, what->claims, milieu_claim_roles, "field", "field", report, error);
}

static void
close_all (Sheets *sheets)
{
  milieu_sheet_free (sheets->actors);
  milieu_sheet_free (sheets->ties);
  milieu_sheet_free (sheets->grounds);
  milieu_sheet_free (sheets->scope);
  milieu_sheet_free (sheets->claims);
}

static void
put_setting (MilieuImporter *importer, const char *id, const char *text)
{
  guint32 key = milieu_map_intern (importer->map, MILIEU_RECORD_SETTING, id);
  const MilieuValue value = MILIEU_TEXT (text);

  milieu_importer_put (importer, milieu_record_new (MILIEU_RECORD_SETTING, key, id, &value, NULL));
}

/* kinds and types are there before the first row asks for them */
static void
put_defaults (MilieuImporter *importer)
{
  g_autoptr (MilieuGroup) defaults = milieu_group_new ("defaults", "");

  milieu_defaults_add (importer->map, defaults);
  for (guint i = 0; i < milieu_group_size (defaults); i++)
    milieu_importer_put (importer, milieu_record_ref (milieu_group_get (defaults, i)->after));
}

/* the order matters: grounds and claims name actors and ties, "seed" is known once scopes are */
static void
import_all (MilieuImporter *importer, Sheets *sheets)
{
  put_defaults (importer);
  if (importer->what->title != NULL)
    put_setting (importer, "title", importer->what->title);
  if (importer->what->year != 0)
    {
      g_autofree char *year = g_strdup_printf ("%u", importer->what->year);
      put_setting (importer, "year", year);
    }
  if (sheets->actors != NULL)
    milieu_import_actors (importer, sheets->actors);
  if (sheets->scope != NULL)
    milieu_import_scope (importer, sheets->scope);
  if (sheets->actors != NULL)
    milieu_import_provenance (importer, sheets->actors);
  if (sheets->ties != NULL)
    milieu_import_ties (importer, sheets->ties);
  if (sheets->grounds != NULL)
    milieu_import_grounds (importer, sheets->grounds);
  if (sheets->claims != NULL)
    milieu_import_claims (importer, sheets->claims);
}

/* what is made of tables may take 64 MB and eight times their size, their own cells and what else is needed included */
static gint64
room_for (const Sheets *sheets)
{
  const MilieuSheet *all[] = { sheets->actors, sheets->ties, sheets->grounds, sheets->scope, sheets->claims };
  gint64 room = 56 << 20;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      room += 8 * (gint64) milieu_table_size (all[i]->table) - (gint64) milieu_table_weight (all[i]->table);
  return room;
}

MilieuGroup *
milieu_import (MilieuMap *map, const MilieuImport *what, MilieuReport *report, GError **error)
{
  MilieuGroup *group = NULL;
  MilieuImporter importer;
  Sheets sheets = { 0 };

  g_return_val_if_fail (MILIEU_IS_MAP (map) && what != NULL && report != NULL, NULL);
  if (open_all (&sheets, what, report, error))
    {
      group = milieu_group_new ("import", _("Import Tables"));
      milieu_importer_init (&importer, map, what, report);
      importer.room = room_for (&sheets);
      import_all (&importer, &sheets);
      milieu_importer_commit (&importer, group);
      milieu_importer_clear (&importer);
      milieu_report_sort (report);
      if (importer.room < 0)
        {
          g_clear_pointer (&group, milieu_group_unref);
          g_set_error_literal (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_CONTENT,
                               _("the tables hold more short rows than the memory for files of their size: are columns missing? If they are "
                                 "right, import them in parts"));
        }
    }
  close_all (&sheets);
  return group;
}
