/* Where a row comes from: the grammar of source texts.
 *
 *   text   := token ("; " token)*           outside parentheses
 *   token  := evidence [ "(" remark ")" ] [ ":" field ("," field)* ] [ "@" where ]
 *           | "@" where                     the token before, from another source
 *   where  := "idem" | any text
 *
 * "seed" is the evidence "stated", and its source the document itself. What
 * fits nothing is a claim on the whole row: no source text refuses a row. */
#include "format/import-rows.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  MilieuImporter *importer;
  MilieuPlace place;
  guint32 actor;
  const char *quote; /* of the row, until a claim on the whole row has taken it */
  /* the token before */
  MilieuEvidence evidence;
  char *fields, *note;
  char *where;       /* the last one, for "idem" */
  gboolean has_where;
} Provenance;

/* cuts @text at @separator where it stands outside parentheses */
static GPtrArray *
split (const char *text, const char *separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  const char *from = text, *c;
  int depth = 0;

  for (c = text; *c != '\0'; c++)
    {
      depth = *c == '(' ? depth + 1 : *c == ')' ? MAX (depth - 1, 0) : depth;
      if (depth == 0 && g_str_has_prefix (c, separator))
        {
          g_ptr_array_add (parts, g_strstrip (g_strndup (from, c - from)));
          from = c + strlen (separator);
        }
    }
  g_ptr_array_add (parts, g_strstrip (g_strdup (from)));
  return parts;
}

/* the value that the row has for a field of this name, "" where it has none */
static const char *
value_of (Provenance *provenance, const char *role)
{
  return role != NULL ? milieu_sheet_cell (provenance->place.sheet, provenance->place.row, role) : "";
}

/* one field as written, perhaps with a remark in parentheses: "end_year(approx)" */
static void
claim_field (Provenance *provenance, const char *written, guint32 source)
{
  g_autofree char *word = g_strstrip (g_strndup (written, strcspn (written, "(")));
  const char *role = milieu_role_find (milieu_actor_roles, word);
  gboolean is_field = role != NULL && milieu_field_find (MILIEU_RECORD_ACTOR, role) >= 0;
  g_autofree char *value = g_strstrip (g_strdup (value_of (provenance, is_field ? role : NULL)));
  MilieuClaimText claim = { MILIEU_RECORD_ACTOR, provenance->actor, is_field ? role : word, value };

  claim.evidence = provenance->evidence;
  claim.source = source;
  claim.note = strchr (written, '(') != NULL ? written : provenance->note;
  milieu_importer_claim (provenance->importer, &claim);
}

static void
claim_row (Provenance *provenance, guint32 source)
{
  MilieuClaimText claim = { MILIEU_RECORD_ACTOR, provenance->actor };

  claim.evidence = provenance->evidence;
  claim.source = source;
  claim.note = provenance->note;
  if (provenance->evidence == MILIEU_EVIDENCE_STATED)
    claim.quote = g_steal_pointer (&provenance->quote);
  milieu_importer_claim (provenance->importer, &claim);
}

static void
add_claims (Provenance *provenance)
{
  g_autoptr (GPtrArray) fields = NULL;
  guint32 source = MILIEU_NO_KEY;

  if (provenance->has_where)
    source = milieu_importer_source (provenance->importer, provenance->where);
  else if (provenance->evidence == MILIEU_EVIDENCE_STATED)
    source = milieu_importer_seed (provenance->importer);
  if (provenance->fields == NULL)
    {
      claim_row (provenance, source);
      return;
    }
  fields = split (provenance->fields, ",");
  for (guint i = 0; i < fields->len; i++)
    if (*(const char *) g_ptr_array_index (fields, i) != '\0')
      claim_field (provenance, g_ptr_array_index (fields, i), source);
}

static void
take_where (Provenance *provenance, const char *where)
{
  g_autofree char *stripped = g_strstrip (g_strdup (where));

  provenance->has_where = TRUE;
  if (g_str_equal (stripped, "idem") && provenance->where != NULL)
    return;
  g_free (provenance->where);
  provenance->where = g_steal_pointer (&stripped);
}

/* the parts of a token after its evidence; %FALSE if it is no token */
static gboolean
take_parts (Provenance *provenance, const char *token, const char *rest)
{
  const char *closing = *rest == '(' ? strchr (rest, ')') : NULL;
  const char *at;

  if (*rest == '(' && closing == NULL)
    return FALSE;
  rest = closing != NULL ? closing + 1 : rest;
  if (*rest != '\0' && *rest != ':' && *rest != '@')
    return FALSE;
  at = strchr (rest, '@');
  g_clear_pointer (&provenance->fields, g_free);
  g_clear_pointer (&provenance->note, g_free);
  if (*rest == ':')
    provenance->fields = g_strndup (rest + 1, at != NULL ? (gsize) (at - rest - 1) : strlen (rest + 1));
  if (closing != NULL)
    provenance->note = g_strndup (token, closing + 1 - token);
  provenance->has_where = FALSE;
  if (at != NULL)
    take_where (provenance, at + 1);
  return TRUE;
}

static void
take_token (Provenance *provenance, const char *token)
{
  g_autofree char *word = g_strndup (token, strspn (token, "abcdefghijklmnopqrstuvwxyz"));
  MilieuEvidence evidence = milieu_importer_evidence (word);
  MilieuClaimText claim = { MILIEU_RECORD_ACTOR, provenance->actor };

  if (*token == '@' && provenance->evidence != MILIEU_EVIDENCE_UNSET)
    {
      take_where (provenance, token + 1);
      add_claims (provenance);
      return;
    }
  if (evidence != MILIEU_EVIDENCE_UNSET && take_parts (provenance, token, token + strlen (word)))
    {
      provenance->evidence = evidence;
      add_claims (provenance);
      return;
    }
  claim.evidence = MILIEU_EVIDENCE_STATED;
  claim.source = MILIEU_NO_KEY;
  claim.note = token;
  milieu_importer_claim (provenance->importer, &claim);
  milieu_importer_say (provenance->importer, provenance->place, MILIEU_REPORT_REMARK, _("the source “%s” was kept as a claim on the whole row"), token);
}

/* words that say where a place comes from, and so how precise it is */
static void
claim_precision (Provenance *provenance)
{
  g_autofree char *basis = g_strstrip (g_strdup (value_of (provenance, "precision")));
  const MilieuRecord *actor = milieu_importer_get (provenance->importer, MILIEU_RECORD_ACTOR, provenance->actor);
  const char *token = milieu_vocabulary_token (MILIEU_VOCABULARY_PRECISION, ((const MilieuActor *) actor)->precision);
  g_autofree char *first = g_strndup (basis, strcspn (basis, "-"));
  MilieuClaimText claim = { MILIEU_RECORD_ACTOR, provenance->actor, "precision", token };

  if (*basis == '\0' || g_str_equal (basis, token) || *token == '\0')
    return;
  claim.evidence = milieu_importer_evidence (first);
  if (claim.evidence == MILIEU_EVIDENCE_UNSET)
    claim.evidence = MILIEU_EVIDENCE_IMPLIED;
  claim.source = MILIEU_NO_KEY;
  claim.note = basis;
  milieu_importer_claim (provenance->importer, &claim);
}

void
milieu_importer_provenance (MilieuImporter *importer, MilieuPlace place, guint32 actor)
{
  g_autofree char *text = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "source"));
  g_autofree char *quote = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "quote"));
  g_autoptr (GPtrArray) tokens = split (text, "; ");
  Provenance provenance = { importer, place, actor, *quote != '\0' ? quote : NULL };

  for (guint i = 0; i < tokens->len; i++)
    if (*(const char *) g_ptr_array_index (tokens, i) != '\0')
      take_token (&provenance, g_ptr_array_index (tokens, i));
  /* a quote says where the row comes from, even if no token does */
  if (provenance.quote != NULL)
    take_token (&provenance, "seed");
  claim_precision (&provenance);
  g_free (provenance.fields);
  g_free (provenance.where);
  g_free (provenance.note);
}

/* « quoted », with the spaces that stand within; *@rest is what follows */
static char *
take_quote (const char *words, const char **rest)
{
  const char *closing = g_str_has_prefix (words, "«") ? strstr (words, "»") : NULL;
  const char *from = words + strlen ("«"), *to = closing;

  *rest = words;
  if (closing == NULL)
    return NULL;
  *rest = closing + strlen ("»");
  while (from < to && g_unichar_isspace (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);
  while (to > from && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (to))))
    to = g_utf8_prev_char (to);
  return g_strndup (from, to - from);
}

/* the text of a remark: no " ; " before it */
static const char *
pass_separator (const char *text)
{
  while (*text == ' ' || *text == ';')
    text++;
  return text;
}

/* "seed: « quote » ; remark", "verified: where ; « quote » remark": source, quote and remark of a tie */
static void
read_tie_words (MilieuImporter *importer, const char *words, MilieuClaimText *claim, char **quote)
{
  const char *colon = strstr (words, ": ");
  g_autofree char *head = g_strndup (words, colon != NULL ? (gsize) (colon - words) : 0);
  MilieuEvidence told = milieu_importer_evidence (head);
  const char *rest = told != MILIEU_EVIDENCE_UNSET ? colon + 2 : words;
  gsize where = strstr (rest, " ; ") != NULL ? (gsize) (strstr (rest, " ; ") - rest) : strlen (rest);

  if (told == MILIEU_EVIDENCE_STATED)
    claim->source = milieu_importer_seed (importer);
  else if (told == MILIEU_EVIDENCE_VERIFIED)
    {
      g_autofree char *title = g_strndup (rest, where);

      claim->source = milieu_importer_source (importer, title);
      rest = pass_separator (rest + where);
    }
  *quote = take_quote (rest, &rest);
  claim->note = pass_separator (rest);
}

void
milieu_importer_tie_words (MilieuImporter *importer, MilieuPlace place, guint32 tie)
{
  g_autofree char *words = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "words"));
  g_autofree char *given = milieu_importer_text (importer, place, milieu_sheet_cell (place.sheet, place.row, "quote"));
  g_autofree char *quote = NULL;
  const MilieuTie *record = (const MilieuTie *) milieu_importer_get (importer, MILIEU_RECORD_TIE, tie);
  MilieuEvidence row = milieu_importer_evidence (milieu_sheet_cell (place.sheet, place.row, "evidence"));
  MilieuClaimText claim = { MILIEU_RECORD_TIE, tie };

  /* a token stood there, and was taken as one */
  if (milieu_importer_evidence (words) != MILIEU_EVIDENCE_UNSET)
    *words = '\0';
  if (*words == '\0' && *given == '\0')
    return;
  claim.evidence = row != MILIEU_EVIDENCE_UNSET ? row : record->evidence;
  claim.source = MILIEU_NO_KEY;
  read_tie_words (importer, words, &claim, &quote);
  claim.quote = *given != '\0' ? given : quote;
  milieu_importer_claim (importer, &claim);
}
