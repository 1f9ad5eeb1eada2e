/* Cells into values, rows into records. */
#include "format/import-rows.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/project-write.h"

typedef struct { const char *word, *token; } Synonym;

static const Synonym precisions[] = {
  { "verified", "exact" }, { "recalled-high", "approximate" }, { "recalled-medium", "approximate" },
  { "recalled-low", "approximate" }, { "municipality-centroid", "municipality" }, { "centroid", "municipality" },
  { NULL, NULL }
};
static const Synonym answers[] = {
  { "1", "yes" }, { "true", "yes" }, { "oui", "yes" }, { "vrai", "yes" }, { "directed", "yes" }, { "y", "yes" },
  { "0", "no" }, { "false", "no" }, { "non", "no" }, { "faux", "no" }, { "undirected", "no" }, { "n", "no" },
  { NULL, NULL }
};
static const Synonym evidences[] = {
  { "seed", "stated" },
  { "recalled-high", "recalled" }, { "recalled-medium", "recalled" }, { "recalled-low", "recalled" },
  { "énoncé", "stated" }, { "implicite", "implied" }, { "vérifié", "verified" }, { "de mémoire", "recalled" },
  { "séance", "session" }, { NULL, NULL }
};
static const Synonym nothing[] = { { NULL, NULL } };

static const Synonym *
synonyms_of (MilieuVocabulary vocabulary)
{
  if (vocabulary == MILIEU_VOCABULARY_PRECISION)
    return precisions;
  if (vocabulary == MILIEU_VOCABULARY_ANSWER)
    return answers;
  return vocabulary == MILIEU_VOCABULARY_EVIDENCE ? evidences : nothing;
}

/* the token that files write for what people wrote */
static char *
token_text (const char *cell, MilieuVocabulary vocabulary)
{
  char *lower = g_utf8_strdown (cell, -1);

  for (const Synonym *synonym = synonyms_of (vocabulary); synonym->word != NULL; synonym++)
    if (g_str_equal (lower, synonym->word))
      {
        g_free (lower);
        return g_strdup (synonym->token);
      }
  return lower;
}

static char *
canonical_text (MilieuImporter *importer, MilieuPlace place, const MilieuField *field, const char *cell)
{
  g_autofree char *stripped = g_strstrip (g_strdup (cell));
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number;

  if (field->kind == MILIEU_VALUE_TOKEN)
    return token_text (stripped, field->of);
  if (field->kind == MILIEU_VALUE_NUMBER && milieu_table_number (place.sheet->table, stripped, &number))
    return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, number));
  if (field->kind == MILIEU_VALUE_TEXT)
    return milieu_importer_text (importer, place, cell);
  return g_steal_pointer (&stripped);
}

static gboolean
is_text (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

char *
milieu_importer_text (MilieuImporter *importer, MilieuPlace place, const char *cell)
{
  GString *text = g_string_new (NULL);
  gboolean replaced = FALSE;

  for (const char *c = cell; *c != '\0'; c = g_utf8_next_char (c))
    if (is_text (g_utf8_get_char (c)))
      g_string_append_unichar (text, g_utf8_get_char (c));
    else
      {
        g_string_append_unichar (text, 0xfffd);
        replaced = TRUE;
      }
  if (replaced)
    milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("a control character became “\357\277\275”: no map file can hold it"));
  return g_string_free (text, FALSE);
}

char *
milieu_importer_id (const char *cell)
{
  g_autofree char *stripped = g_strstrip (g_strdup (cell));
  GString *id = g_string_new (NULL);

  for (const char *c = stripped; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)) && !g_unichar_iscntrl (g_utf8_get_char (c)))
      g_string_append_unichar (id, g_utf8_get_char (c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  return g_string_free (id, FALSE);
}

MilieuEvidence
milieu_importer_evidence (const char *cell)
{
  g_autofree char *stripped = g_strstrip (g_strdup (cell));
  g_autofree char *token = token_text (stripped, MILIEU_VOCABULARY_EVIDENCE);
  guint value;

  return milieu_vocabulary_parse (MILIEU_VOCABULARY_EVIDENCE, token, &value) ? value : MILIEU_EVIDENCE_UNSET;
}

const MilieuRecord *
milieu_importer_actor (MilieuImporter *importer, const char *cell)
{
  g_autofree char *id = milieu_importer_id (cell);
  const MilieuRecord *actor = milieu_importer_find (importer, MILIEU_RECORD_ACTOR, id);
  g_autofree char *name = NULL;
  guint32 key;

  if (actor != NULL || *id == '\0')
    return actor;
  name = g_strstrip (g_strdup (cell));
  key = GPOINTER_TO_UINT (g_hash_table_lookup (importer->names, name));
  return key != 0 ? milieu_importer_get (importer, MILIEU_RECORD_ACTOR, key - 1) : NULL;
}

guint32
milieu_importer_kind (MilieuImporter *importer, MilieuPlace place, MilieuRecordType type, const char *cell)
{
  g_autofree char *id = milieu_importer_id (cell);
  const MilieuRecord *record = milieu_importer_find (importer, type, id);
  g_autofree char *lower = g_utf8_strdown (id, -1);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint32 key;

  if (*id == '\0') /* a cell of control characters alone; an id is none */
    return milieu_importer_kind (importer, place, type, "unnamed");
  if (record == NULL)
    record = milieu_importer_find (importer, type, lower);
  if (record != NULL)
    return record->key;
  key = milieu_map_intern (importer->map, type, id);
  values[0] = MILIEU_TEXT (cell);
  if (type == MILIEU_RECORD_TYPE)
    values[MILIEU_TYPE_CLASS] = MILIEU_TOKEN (MILIEU_CLASS_INTERACTION);
  milieu_importer_put (importer, milieu_record_new (type, key, id, values, NULL));
  if (type == MILIEU_RECORD_TYPE)
    milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("tie type “%s” is new: it was added as an interaction. Choose its class"), id);
  else
    milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("kind “%s” is new: it was added. Choose its symbol"), id);
  return key;
}

static void
read_field (MilieuRow *row, MilieuImporter *importer, MilieuPlace place, guint i)
{
  const MilieuField *field = &milieu_fields (row->type, NULL)[i];
  const char *cell = milieu_sheet_cell (place.sheet, place.row, field->token);
  g_autoptr (GError) error = NULL;

  if (field->kind == MILIEU_VALUE_REFERENCE && field->of == MILIEU_RECORD_ACTOR)
    return;
  row->texts[i] = canonical_text (importer, place, field, cell);
  if (*row->texts[i] == '\0')
    return;
  if (field->kind == MILIEU_VALUE_REFERENCE)
    row->values[i] = MILIEU_REFERENCE (milieu_importer_kind (importer, place, field->of, row->texts[i]));
  else if (!milieu_value_parse (field, row->texts[i], importer->map, &row->values[i], &error))
    milieu_row_refuse (row, importer, place, i, error->message);
  else if (row->values[i].kind == MILIEU_VALUE_TOKEN && row->values[i].token == 0)
    row->values[i] = MILIEU_NO_VALUE;
}

void
milieu_row_init (MilieuRow *row, MilieuImporter *importer, MilieuPlace place, MilieuRecordType type, guint32 key, const char *id)
{
  guint n;

  memset (row, 0, sizeof *row);
  row->type = type;
  row->key = key;
  row->id = g_strdup (id);
  milieu_fields (type, &n);
  for (guint i = 0; i < n; i++)
    read_field (row, importer, place, i);
}

void
milieu_row_clear (MilieuRow *row)
{
  for (guint i = 0; i < MILIEU_MAX_FIELDS; i++)
    g_free (row->texts[i]);
  g_free (row->id);
}

void
milieu_row_refuse (MilieuRow *row, MilieuImporter *importer, MilieuPlace place, guint i, const char *why)
{
  const char *token = milieu_fields (row->type, NULL)[i].token;
  g_autofree char *cell = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, token));
  const MilieuClaimText claim = { row->type, row->key, token, cell, NULL, NULL, MILIEU_EVIDENCE_STATED, MILIEU_NO_KEY };

  row->values[i] = MILIEU_NO_VALUE;
  milieu_importer_claim (importer, &claim);
  milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("%s “%s”: %s; the cell was kept as a claim"),
                       milieu_record_type_token (row->type), row->id, why);
}

/* the record keeps its value; what the table says stands beside it */
static void
keep_difference (MilieuRow *row, MilieuImporter *importer, MilieuPlace place, guint i)
{
  const char *token = milieu_fields (row->type, NULL)[i].token;
  const MilieuClaimText claim = { row->type, row->key, token, row->texts[i], NULL, NULL, MILIEU_EVIDENCE_STATED, MILIEU_NO_KEY };

  if (milieu_importer_claim (importer, &claim))
    milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("%s “%s” has another %s already: “%s” was kept as a claim"),
                         milieu_record_type_token (row->type), row->id, token, row->texts[i]);
}

static void
merge (MilieuRow *row, MilieuImporter *importer, MilieuPlace place)
{
  guint n;

  milieu_fields (row->type, &n);
  for (guint i = 0; i < n; i++)
    {
      const MilieuRecord *record = milieu_importer_get (importer, row->type, row->key);
      MilieuValue held = milieu_record_get (record, i);
      g_autoptr (MilieuRecord) changed = NULL;

      if (row->values[i].kind == MILIEU_VALUE_NONE)
        continue;
      changed = milieu_record_with (record, i, row->values[i]);
      if (held.kind == MILIEU_VALUE_NONE)
        milieu_importer_put (importer, g_steal_pointer (&changed));
      else if (!milieu_record_equal (record, changed))
        keep_difference (row, importer, place, i);
    }
}

void
milieu_row_put (MilieuRow *row, MilieuImporter *importer, MilieuPlace place)
{
  if (milieu_importer_get (importer, row->type, row->key) == NULL)
    {
      milieu_importer_put (importer, milieu_record_new (row->type, row->key, row->id, row->values, NULL));
      milieu_importer_row (importer, place, MILIEU_REPORT_ADDED);
    }
  else
    {
      merge (row, importer, place);
      milieu_importer_row (importer, place, MILIEU_REPORT_MERGED);
    }
}
