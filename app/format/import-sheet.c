#include "format/import-sheet.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const MilieuRole milieu_actor_roles[] = {
  { "id", "id|identifier|identifiant|key|code" },
  { "name", "name|name_fr|name_en|nom|label|libellé|libelle|title|titre" },
  { "kind", "kind|type|nature|category|catégorie|categorie|genre" },
  { "ground", "ground|strate|couche" },
  { "scope", "scope|périmètre|perimetre" },
  { "sector", "sector|secteur" },
  { "start", "start|start_year|start_date|from|since|début|debut|année_début|depuis" },
  { "end", "end|end_year|end_date|until|fin|année_fin" },
  { "tags", "tags|étiquettes|etiquettes" },
  { "municipality", "municipality|city|town|commune|ville" },
  { "insee", "insee|insee_code|code_insee" },
  { "lon", "lon|lng|long|longitude" },
  { "lat", "lat|latitude" },
  { "precision", "precision|coord_basis|précision" },
  { "radius", "radius|radius_m|rayon|rayon_m" },
  { "source", "source|sources" },
  { "quote", "quote|seed_quote|citation" },
  { "note", "note|note_fr|note_en|notes|description|comment|comment_fr|remarque" },
  { NULL, NULL }
};

const MilieuRole milieu_tie_roles[] = {
  { "id", "id|identifier|identifiant" },
  { "source", "source|from|de|origine" },
  { "target", "target|to|vers|cible" },
  { "type", "type|kind|relation|lien" },
  { "directed", "directed|direction|orienté|oriente" },
  { "start", "start|start_year|start_date|since|début|debut|depuis" },
  { "end", "end|end_year|end_date|until|fin" },
  { "weight", "weight|poids|strength" },
  { "evidence", "basis|evidence_level|preuve" },
  { "words", "evidence|source_text|justification" },
  { "quote", "quote|seed_quote|citation" },
  { "note", "note|note_fr|note_en|notes|description|label|comment|comment_fr|remarque" },
  { NULL, NULL }
};

const MilieuRole milieu_ground_roles[] = {
  { "id", "id|actor|acteur" },
  { "ground", "ground|suggested_ground|strate" },
  { "evidence", "basis|evidence" },
  { "note", "rationale_fr|rationale|note|note_fr|comment|comment_fr" },
  { NULL, NULL }
};

const MilieuRole milieu_scope_roles[] = {
  { "id", "id|actor|acteur" },
  { "scope", "scope|périmètre|perimetre" },
  { NULL, NULL }
};

const MilieuRole milieu_claim_roles[] = {
  { "id", "id|subject|sujet" },
  { "field", "field|champ" },
  { "stated", "seed_value|stated_value" },
  { "value", "other_value|value|valeur" },
  { "evidence", "evidence|basis" },
  { "source", "source|sources" },
  { "quote", "quote|citation" },
  { "note", "comment_fr|comment|note|note_fr|remarque" },
  { NULL, NULL }
};

static gboolean
is_named (const char *names, const char *folded)
{
  g_auto (GStrv) each = g_strsplit (names, "|", -1);

  return g_strv_contains ((const char *const *) each, folded);
}

static char *
fold (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_strdelimit (g_strdup (g_strstrip (composed)), " -", '_');
}

static int
role_index (const MilieuRole *roles, const char *role)
{
  for (int i = 0; roles[i].role != NULL; i++)
    if (g_str_equal (roles[i].role, role))
      return i;
  return -1;
}

static void
remark_columns (MilieuSheet *sheet, MilieuReport *report)
{
  const MilieuTable *table = sheet->table;

  for (guint column = 0; column < milieu_table_n_columns (table); column++)
    {
      const char *role = milieu_role_find (sheet->roles, milieu_table_column (table, column));
      int *place = role != NULL ? &g_array_index (sheet->columns, int, role_index (sheet->roles, role)) : NULL;

      if (place != NULL && *place < 0)
        *place = column;
      else if (place != NULL)
        milieu_report_add (report, MILIEU_REPORT_REMARK, milieu_table_name (table), 1, _("column “%s” was not taken: “%s” says the same"),
                           milieu_table_column (table, column), milieu_table_column (table, *place));
      else
        milieu_report_add (report, MILIEU_REPORT_REMARK, milieu_table_name (table), 1, _("column “%s” was not taken: its name is not known here. Rename it and import again"),
                           milieu_table_column (table, column));
    }
}

static void
remark_rows (MilieuSheet *sheet, MilieuReport *report)
{
  guint n = milieu_table_n_columns (sheet->table);

  for (guint row = 0; row < milieu_table_n_rows (sheet->table); row++)
    for (guint i = n; i < milieu_table_n_cells (sheet->table, row); i++)
      if (*milieu_table_cell (sheet->table, row, i) != '\0')
        milieu_report_add (report, MILIEU_REPORT_REMARK, milieu_table_name (sheet->table), milieu_table_line (sheet->table, row),
                           _("“%s” stands beyond the last column and was not taken: is a quotation mark missing?"), milieu_table_cell (sheet->table, row, i));
}

MilieuSheet *
milieu_sheet_open (const char *path, const MilieuRole *roles, MilieuReport *report, GError **error)
{
  MilieuTable *table = milieu_table_read (path, error);
  MilieuSheet *sheet;
  const int none = -1;

  if (table == NULL)
    return NULL;
  sheet = g_new0 (MilieuSheet, 1);
  sheet->table = table;
  sheet->roles = roles;
  sheet->columns = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; roles[i].role != NULL; i++)
    g_array_append_val (sheet->columns, none);
  remark_columns (sheet, report);
  remark_rows (sheet, report);
  return sheet;
}

void
milieu_sheet_free (MilieuSheet *sheet)
{
  if (sheet == NULL)
    return;
  milieu_table_free (sheet->table);
  g_array_unref (sheet->columns);
  g_free (sheet);
}

static int
column_of (const MilieuSheet *sheet, const char *role)
{
  int i = role_index (sheet->roles, role);

  return i >= 0 ? g_array_index (sheet->columns, int, i) : -1;
}

gboolean
milieu_sheet_has (const MilieuSheet *sheet, const char *role)
{
  return column_of (sheet, role) >= 0;
}

const char *
milieu_sheet_cell (const MilieuSheet *sheet, guint row, const char *role)
{
  return milieu_table_cell (sheet->table, row, column_of (sheet, role));
}

const char *
milieu_role_find (const MilieuRole *roles, const char *name)
{
  g_autofree char *folded = fold (name);

  for (guint i = 0; roles[i].role != NULL; i++)
    if (is_named (roles[i].names, folded))
      return roles[i].role;
  return NULL;
}
