#include "format/import.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "format/import-rows.h"
#include "model/defaults.h"

typedef struct
{
  MilieuSheet *actors, *ties, *grounds, *scope, *claims;
} Sheets;

/* the order matters: grounds and claims name actors and ties, "seed" is known once scopes are */
static const struct { gsize sheet; void (*take) (MilieuImporter *importer, MilieuPlace place); } phases[] = {
  { G_STRUCT_OFFSET (Sheets, actors), milieu_import_actor },
  { G_STRUCT_OFFSET (Sheets, scope), milieu_import_scope },
  { G_STRUCT_OFFSET (Sheets, actors), milieu_import_seed },
  { G_STRUCT_OFFSET (Sheets, actors), milieu_import_provenance },
  { G_STRUCT_OFFSET (Sheets, ties), milieu_import_tie },
  { G_STRUCT_OFFSET (Sheets, grounds), milieu_import_ground },
  { G_STRUCT_OFFSET (Sheets, claims), milieu_import_claim },
};

struct _MilieuImporting
{
  MilieuImport what; /* owned */
  Sheets sheets;
  MilieuImporter importer;
  guint phase, row;
  guint done, total; /* rows, those of a table once a phase */
};

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

static void
put_settings (MilieuImporter *importer)
{
  const MilieuImport *what = importer->what;
  g_autofree char *year = g_strdup_printf ("%u", what->year);

  if (what->title != NULL)
    put_setting (importer, "title", what->title);
  if (what->year != 0)
    put_setting (importer, "year", year);
}

static MilieuSheet *
sheet_of (MilieuImporting *self, guint phase)
{
  return G_STRUCT_MEMBER (MilieuSheet *, &self->sheets, phases[phase].sheet);
}

static guint
n_rows (MilieuImporting *self, guint phase)
{
  MilieuSheet *sheet = sheet_of (self, phase);

  return sheet != NULL ? milieu_table_n_rows (sheet->table) : 0;
}

static MilieuImport
copy_of (const MilieuImport *what)
{
  return (MilieuImport) { g_strdup (what->actors), g_strdup (what->ties), g_strdup (what->grounds), g_strdup (what->scope),
                          g_strdup (what->claims), g_strdup (what->title), what->year };
}

static void
free_copy (MilieuImport *what)
{
  g_free ((char *) what->actors);
  g_free ((char *) what->ties);
  g_free ((char *) what->grounds);
  g_free ((char *) what->scope);
  g_free ((char *) what->claims);
  g_free ((char *) what->title);
}

/* what is made of tables may take 64 MB and eight times their size, their own cells and what else is needed included */
static gint64
room_for (const Sheets *sheets)
{
  const MilieuSheet *all[] = { sheets->actors, sheets->ties, sheets->grounds, sheets->scope, sheets->claims };
  gint64 room = 46 << 20;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      room += 8 * (gint64) milieu_table_size (all[i]->table) - (gint64) milieu_table_weight (all[i]->table);
  return room;
}

MilieuImporting *
milieu_importing_new (MilieuMap *map, const MilieuImport *what, MilieuReport *report, GError **error)
{
  MilieuImporting *self;

  g_return_val_if_fail (MILIEU_IS_MAP (map) && what != NULL && report != NULL, NULL);
  self = g_new0 (MilieuImporting, 1);
  self->what = copy_of (what);
  milieu_importer_init (&self->importer, map, &self->what, report);
  if (!open_all (&self->sheets, what, report, error))
    {
      milieu_importing_free (self);
      return NULL;
    }
  put_defaults (&self->importer);
  put_settings (&self->importer);
  if (self->sheets.actors != NULL)
    milieu_import_look_at_actors (&self->importer, self->sheets.actors);
  self->importer.room = room_for (&self->sheets);
  for (guint phase = 0; phase < G_N_ELEMENTS (phases); phase++)
    self->total += n_rows (self, phase);
  return self;
}

void
milieu_importing_free (MilieuImporting *self)
{
  milieu_importer_clear (&self->importer);
  close_all (&self->sheets);
  free_copy (&self->what);
  g_free (self);
}

gboolean
milieu_importing_step (MilieuImporting *self, double *fraction)
{
  while (self->phase < G_N_ELEMENTS (phases) && self->row >= n_rows (self, self->phase))
    {
      self->phase++;
      self->row = 0;
    }
  if (self->phase >= G_N_ELEMENTS (phases) || !milieu_importer_goes_on (&self->importer))
    return FALSE;
  phases[self->phase].take (&self->importer, (MilieuPlace) { sheet_of (self, self->phase), self->row });
  self->row++;
  self->done++;
  if (fraction != NULL)
    *fraction = (double) self->done / self->total;
  return TRUE;
}

MilieuGroup *
milieu_importing_end (MilieuImporting *self, GError **error)
{
  MilieuGroup *group;

  milieu_report_sort (self->importer.report);
  if (self->importer.room < 0)
    {
      g_set_error_literal (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_CONTENT,
                           _("the tables hold more short rows than the memory for files of their size: are columns missing? If they are "
                             "right, import them in parts"));
      return NULL;
    }
  group = milieu_group_new ("import", _("Import Tables"));
  milieu_importer_commit (&self->importer, group);
  return group;
}

MilieuGroup *
milieu_import (MilieuMap *map, const MilieuImport *what, MilieuReport *report, GError **error)
{
  g_autoptr (MilieuImporting) importing = milieu_importing_new (map, what, report, error);

  if (importing == NULL)
    return NULL;
  while (milieu_importing_step (importing, NULL))
    continue;
  return milieu_importing_end (importing, error);
}
