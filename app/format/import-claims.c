/* Claims and their sources; tables of grounds and of disputed values. */
#include "format/import-rows.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* two claims are the same if they say the same of the same, from the same source */
static char *
content_of (const MilieuClaimText *claim)
{
  g_autofree char *numbers = g_strdup_printf ("%u %u %u %u", claim->type, claim->key, claim->evidence, claim->source);
  const char *texts[] = { claim->field, claim->value, claim->quote, claim->note };
  GString *content = g_string_new (numbers);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (content, "\037%s", texts[i] != NULL ? texts[i] : "");
  return g_string_free (content, FALSE);
}

static guint
number_of (const char *id)
{
  guint64 number = 0;

  if (id[0] == 'c' && g_ascii_string_to_unsigned (id + 1, 10, 1, 1000000000, &number, NULL))
    return (guint) number;
  return 0;
}

void
milieu_importer_remember_claims (MilieuImporter *importer)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (importer->map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_CLAIM, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuClaim *claim = milieu_snapshot_claim (snapshot, keys[i]);
      const MilieuClaimText text = { claim->subject_type, claim->subject_key, claim->field, claim->value, claim->quote,
                                     claim->note, claim->evidence, claim->source };

      g_hash_table_add (importer->claims, content_of (&text));
      importer->last_claim = MAX (importer->last_claim, number_of (claim->record.id));
    }
}

static MilieuValue
text_or_none (const char *text)
{
  return text != NULL && *text != '\0' ? MILIEU_TEXT (text) : MILIEU_NO_VALUE;
}

gboolean
milieu_importer_claim (MilieuImporter *importer, const MilieuClaimText *claim)
{
  g_autofree char *content = content_of (claim);
  g_autofree char *id = NULL;
  const MilieuValue values[] = {
    [MILIEU_CLAIM_SUBJECT] = MILIEU_SUBJECT (claim->type, claim->key),
    [MILIEU_CLAIM_FIELD] = text_or_none (claim->field),
    [MILIEU_CLAIM_VALUE] = text_or_none (claim->value),
    [MILIEU_CLAIM_EVIDENCE] = MILIEU_TOKEN (claim->evidence),
    [MILIEU_CLAIM_SOURCE] = claim->source != MILIEU_NO_KEY ? MILIEU_REFERENCE (claim->source) : MILIEU_NO_VALUE,
    [MILIEU_CLAIM_QUOTE] = text_or_none (claim->quote),
    [MILIEU_CLAIM_NOTE] = text_or_none (claim->note),
  };

  if (g_hash_table_contains (importer->claims, content))
    return FALSE;
  g_hash_table_add (importer->claims, g_steal_pointer (&content));
  id = g_strdup_printf ("c%04u", ++importer->last_claim);
  milieu_importer_put (importer, milieu_record_new (MILIEU_RECORD_CLAIM, milieu_map_intern (importer->map, MILIEU_RECORD_CLAIM, id), id, values, NULL));
  return TRUE;
}

/* the first word, if it looks like a host, perhaps with a path; else %NULL */
static char *
address_of (const char *where)
{
  char *word = g_strndup (where, strcspn (where, " "));
  const char *dot = strchr (word, '.');

  if (dot == NULL || dot == word || !g_ascii_isalpha (dot[1]) || strcspn (word, "/") < (gsize) (dot - word))
    g_clear_pointer (&word, g_free);
  return word;
}

static guint32
add_source (MilieuImporter *importer, const char *stem, const char *title, const char *citation, const char *address)
{
  g_autofree char *id = milieu_importer_new_id (importer, MILIEU_RECORD_SOURCE, stem);
  guint32 key = milieu_map_intern (importer->map, MILIEU_RECORD_SOURCE, id);
  const MilieuValue values[] = {
    [MILIEU_SOURCE_TITLE] = MILIEU_TEXT (title),
    [MILIEU_SOURCE_CITATION] = text_or_none (citation),
    [MILIEU_SOURCE_DATE] = MILIEU_NO_VALUE,
    [MILIEU_SOURCE_ADDRESS] = text_or_none (address),
  };

  milieu_importer_put (importer, milieu_record_new (MILIEU_RECORD_SOURCE, key, id, values, NULL));
  g_hash_table_insert (importer->sources, g_strdup (title), GUINT_TO_POINTER (key + 1));
  return key;
}

guint32
milieu_importer_source (MilieuImporter *importer, const char *where)
{
  g_autofree char *title = g_strstrip (g_strdup (where));
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (importer->sources, title));
  g_autofree char *address = NULL;

  if (*title == '\0' || g_str_equal (title, "—") || g_str_equal (title, "-"))
    return MILIEU_NO_KEY;
  if (known != 0)
    return known - 1;
  address = address_of (title);
  return add_source (importer, title, title, NULL, address);
}

/* what the map calls the document, where no row of this import does: the first actor by id whose scope is meta */
static const MilieuActor *
find_meta (MilieuImporter *importer)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (importer->map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_ACTOR, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuActor *actor = (const MilieuActor *) milieu_map_get (importer->map, MILIEU_RECORD_ACTOR, keys[i]);

      if (actor->scope == MILIEU_SCOPE_META)
        return actor;
    }
  return NULL;
}

guint32
milieu_importer_seed (MilieuImporter *importer)
{
  g_autofree char *file = NULL;
  const char *title = importer->seed_title;
  const MilieuActor *meta = title == NULL ? find_meta (importer) : NULL;
  guint32 known;

  if (importer->seed != MILIEU_NO_KEY)
    return importer->seed;
  if (meta != NULL)
    title = meta->name;
  /* no row stands for the document: the table does */
  if (title == NULL)
    title = file = g_path_get_basename (importer->what->actors != NULL ? importer->what->actors : importer->what->ties != NULL ? importer->what->ties : "tables");
  known = GPOINTER_TO_UINT (g_hash_table_lookup (importer->sources, title));
  importer->seed = known != 0 ? known - 1
                              : add_source (importer, importer->seed_id != NULL ? importer->seed_id : meta != NULL ? meta->record.id : title, title, importer->seed_citation, NULL);
  return importer->seed;
}

void
milieu_import_ground (MilieuImporter *importer, MilieuPlace place)
{
  const char *cell = milieu_sheet_cell (place.sheet, place.row, "id");
  const MilieuRecord *actor = milieu_importer_actor (importer, cell);
  MilieuEvidence evidence = milieu_importer_evidence (milieu_sheet_cell (place.sheet, place.row, "evidence"));
  g_autofree char *ground = g_ascii_strdown (milieu_sheet_cell (place.sheet, place.row, "ground"), -1);
  g_autofree char *note = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "note"));
  MilieuClaimText claim = { MILIEU_RECORD_ACTOR, 0, "ground", g_strstrip (ground), NULL, note, evidence, MILIEU_NO_KEY };
  guint token;

  if (actor == NULL)
    {
      milieu_importer_say (importer, place, MILIEU_REPORT_REFUSED, _("“%s” is no actor: its ground was not taken. Add the actor, or mend the id"), cell);
      return;
    }
  claim.key = actor->key;
  if (evidence == MILIEU_EVIDENCE_UNSET)
    claim.evidence = MILIEU_EVIDENCE_IMPLIED;
  if (!milieu_vocabulary_parse (MILIEU_VOCABULARY_GROUND, ground, &token) || token == MILIEU_GROUND_NONE)
    milieu_importer_say (importer, place, MILIEU_REPORT_REMARK, _("“%s” is no ground: it stands as a claim and suggests none"), ground);
  milieu_importer_row (importer, place, milieu_importer_claim (importer, &claim) ? MILIEU_REPORT_ADDED : MILIEU_REPORT_MERGED);
}

/* the field as records name it, where the tables have another name */
static const char *
field_name (MilieuRecordType type, const char *word)
{
  const char *role = milieu_role_find (type == MILIEU_RECORD_ACTOR ? milieu_actor_roles : milieu_tie_roles, word);

  return role != NULL && milieu_field_find (type, role) >= 0 ? role : word;
}

static const MilieuRecord *
find_subject (MilieuImporter *importer, const char *cell)
{
  g_autofree char *id = milieu_importer_id (cell);
  const MilieuRecord *record;

  if (g_str_has_prefix (id, "actor:"))
    return milieu_importer_find (importer, MILIEU_RECORD_ACTOR, id + strlen ("actor:"));
  if (g_str_has_prefix (id, "tie:"))
    return milieu_importer_find (importer, MILIEU_RECORD_TIE, id + strlen ("tie:"));
  record = milieu_importer_actor (importer, cell);
  return record != NULL ? record : milieu_importer_find (importer, MILIEU_RECORD_TIE, id);
}

/* one row is two claims: what the document says, and what another source does */
static gboolean
add_two_claims (MilieuImporter *importer, MilieuPlace place, const MilieuRecord *subject)
{
  g_autofree char *field = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "field"));
  g_autofree char *stated = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "stated"));
  g_autofree char *value = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "value"));
  g_autofree char *quote = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "quote"));
  g_autofree char *note = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "note"));
  MilieuEvidence evidence = milieu_importer_evidence (milieu_sheet_cell (place.sheet, place.row, "evidence"));
  MilieuClaimText claim = { subject->type, subject->key, field_name (subject->type, g_strstrip (field)) };
  gboolean added = FALSE;

  claim.evidence = MILIEU_EVIDENCE_STATED;
  claim.value = stated;
  claim.source = *stated != '\0' ? milieu_importer_seed (importer) : MILIEU_NO_KEY;
  if (*stated != '\0')
    added = milieu_importer_claim (importer, &claim);
  claim.evidence = evidence != MILIEU_EVIDENCE_UNSET ? evidence : MILIEU_EVIDENCE_VERIFIED;
  claim.value = value;
  claim.quote = quote;
  claim.note = note;
  claim.source = milieu_importer_source (importer, milieu_sheet_cell (place.sheet, place.row, "source"));
  if (*value != '\0' || *quote != '\0' || *note != '\0')
    added = milieu_importer_claim (importer, &claim) || added;
  return added;
}

void
milieu_import_claim (MilieuImporter *importer, MilieuPlace place)
{
  const char *cell = milieu_sheet_cell (place.sheet, place.row, "id");
  const MilieuRecord *subject = find_subject (importer, cell);

  if (subject == NULL)
    milieu_importer_say (importer, place, MILIEU_REPORT_REFUSED, _("“%s” is no actor and no tie: the claim was not taken. Add it, or mend the id"), cell);
  else
    milieu_importer_row (importer, place, add_two_claims (importer, place, subject) ? MILIEU_REPORT_ADDED : MILIEU_REPORT_MERGED);
}
