/* Ties: what joins whom. */
#include "format/import-rows.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
join_text (guint32 source, guint32 target, guint32 type, MilieuDate start, MilieuDate end)
{
  return g_strdup_printf ("%u %u %u %u %u", source, target, type, start, end);
}

static void
remember_ties (MilieuImporter *importer)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (importer->map);
  guint n;
  g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_TIE, &n);

  importer->ties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, keys[i]);

      g_hash_table_insert (importer->ties, join_text (tie->source, tie->target, tie->type, tie->start, tie->end), GUINT_TO_POINTER (keys[i] + 1));
    }
}

static char *
next_tie_id (MilieuImporter *importer)
{
  char *id = NULL;

  do
    {
      g_free (id);
      id = g_strdup_printf ("t%03u", ++importer->last_tie);
    }
  while (milieu_importer_find (importer, MILIEU_RECORD_TIE, id) != NULL);
  return id;
}

/* a tie without an id is the one of the map that joins the same, or a new one */
static char *
tie_id (MilieuImporter *importer, MilieuPlace place, guint32 source, guint32 target)
{
  char *id = milieu_importer_id (milieu_sheet_cell (place.sheet, place.row, "id"));
  const char *type = milieu_sheet_cell (place.sheet, place.row, "type");
  g_autofree char *joined = NULL;
  MilieuDate start = MILIEU_DATE_BLANK, end = MILIEU_DATE_BLANK;
  guint32 known;

  if (*id != '\0')
    return id;
  g_free (id);
  if (importer->ties == NULL)
    remember_ties (importer);
  milieu_date_parse (milieu_sheet_cell (place.sheet, place.row, "start"), &start);
  milieu_date_parse (milieu_sheet_cell (place.sheet, place.row, "end"), &end);
  joined = join_text (source, target, milieu_importer_kind (importer, place, MILIEU_RECORD_TYPE, type), start, end);
  known = GPOINTER_TO_UINT (g_hash_table_lookup (importer->ties, joined));
  return known != 0 ? g_strdup (milieu_map_id (importer->map, MILIEU_RECORD_TIE, known - 1)) : next_tie_id (importer);
}

static const MilieuRecord *
find_end (MilieuImporter *importer, MilieuPlace place, const char *role)
{
  const char *cell = milieu_sheet_cell (place.sheet, place.row, role);
  const MilieuRecord *actor = milieu_importer_actor (importer, cell);

  if (actor == NULL && *cell == '\0')
    milieu_importer_say (importer, place, MILIEU_REPORT_REFUSED, _("the tie has no %s: it was not taken. Name an actor"), role);
  else if (actor == NULL)
    milieu_importer_say (importer, place, MILIEU_REPORT_REFUSED, _("its %s “%s” is no actor: the tie was not taken. Add the actor, or mend the id"), role, cell);
  return actor;
}

/* one word that is no evidence we know vouches for nothing; several are what somebody says of the tie */
static gboolean
is_unknown_word (MilieuPlace place)
{
  const char *cell = milieu_sheet_cell (place.sheet, place.row, "evidence");
  const char *words = milieu_sheet_cell (place.sheet, place.row, "words");

  return *cell != '\0' || (*words != '\0' && strpbrk (words, " \n:/") == NULL);
}

/* where no column tells tokens of evidence apart, the words may be one */
static void
complete_evidence (MilieuImporter *importer, MilieuPlace place, MilieuRow *row)
{
  MilieuValue *evidence = &row->values[MILIEU_TIE_EVIDENCE];
  MilieuEvidence token = milieu_importer_evidence (milieu_sheet_cell (place.sheet, place.row, "words"));

  if (evidence->kind == MILIEU_VALUE_NONE && token != MILIEU_EVIDENCE_UNSET)
    {
      *evidence = MILIEU_TOKEN (token);
      g_free (row->texts[MILIEU_TIE_EVIDENCE]);
      row->texts[MILIEU_TIE_EVIDENCE] = g_strdup (milieu_vocabulary_token (MILIEU_VOCABULARY_EVIDENCE, token));
    }
  else if (evidence->kind == MILIEU_VALUE_NONE && milieu_importer_get (importer, MILIEU_RECORD_TIE, row->key) == NULL)
    {
      gboolean unknown = is_unknown_word (place);

      *evidence = MILIEU_TOKEN (unknown ? MILIEU_EVIDENCE_SESSION : MILIEU_EVIDENCE_STATED);
      milieu_importer_say (importer, place, MILIEU_REPORT_REMARK,
                           unknown ? _("its evidence is none that is known: the tie was taken as said in a session, to be verified")
                                   : _("the tie has no evidence: it was taken as stated"));
    }
}

static void
set_end (MilieuRow *row, guint i, const MilieuRecord *actor)
{
  row->values[i] = MILIEU_REFERENCE (actor->key);
  row->texts[i] = g_strdup (actor->id);
}

static void
put_tie (MilieuImporter *importer, MilieuPlace place, const MilieuRecord *source, const MilieuRecord *target)
{
  g_autofree char *id = tie_id (importer, place, source->key, target->key);
  guint32 key = milieu_map_intern (importer->map, MILIEU_RECORD_TIE, id);
  MilieuRow row;

  milieu_row_init (&row, importer, place, MILIEU_RECORD_TIE, key, id);
  set_end (&row, MILIEU_TIE_SOURCE, source);
  set_end (&row, MILIEU_TIE_TARGET, target);
  complete_evidence (importer, place, &row);
  milieu_row_put (&row, importer, place);
  milieu_row_clear (&row);
  milieu_importer_tie_words (importer, place, key);
}

void
milieu_import_tie (MilieuImporter *importer, MilieuPlace place)
{
  g_autofree char *type = g_strstrip (g_strdup (milieu_sheet_cell (place.sheet, place.row, "type")));
  const MilieuRecord *source = find_end (importer, place, "source");
  const MilieuRecord *target = source != NULL ? find_end (importer, place, "target") : NULL;

  if (target != NULL && *type != '\0')
    put_tie (importer, place, source, target);
  else if (target != NULL)
    milieu_importer_say (importer, place, MILIEU_REPORT_REFUSED, _("the tie has no type: it was not taken. Give it one"));
}
