#include "window/values.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "window/labels.h"

const char *
milieu_field_words (const MilieuField *field)
{
  return milieu_label (milieu_vocabulary_field_label (field->token));
}

static char *
reference_words (MilieuSnapshot *snapshot, guint of, guint32 key)
{
  const MilieuRecord *record = key != MILIEU_NO_KEY ? milieu_snapshot_get (snapshot, of, key) : NULL;

  if (record == NULL)
    return g_strdup ("");
  if (of == MILIEU_RECORD_KIND)
    return g_strdup (milieu_label_of_kind (snapshot, key));
  if (of == MILIEU_RECORD_TYPE)
    return g_strdup (milieu_label_of_type (snapshot, key));
  if (of == MILIEU_RECORD_ACTOR)
    return g_strdup (((const MilieuActor *) record)->name);
  return g_strdup (of == MILIEU_RECORD_SOURCE ? ((const MilieuSource *) record)->title : record->id);
}

/* the labels of kinds and types that a new map begins with are msgids */
static gboolean
is_label (const MilieuField *field)
{
  return g_str_equal (field->token, "label");
}

char *
milieu_value_words_in (MilieuSnapshot *snapshot, const MilieuField *field, MilieuValue value)
{
  switch (value.kind)
    {
    case MILIEU_VALUE_TEXT:
      return g_strdup (is_label (field) ? milieu_label (value.text) : value.text);
    case MILIEU_VALUE_TOKEN:
      return g_strdup (milieu_label (milieu_vocabulary_label (field->of, value.token)));
    case MILIEU_VALUE_REFERENCE:
      return reference_words (snapshot, field->of, value.key);
    case MILIEU_VALUE_DATE:
      return milieu_date_format (value.date);
    case MILIEU_VALUE_NUMBER:
      {
        /* as it can be typed again: no space between thousands */
        char *text = milieu_value_format (field, value, snapshot);

        if (milieu_language_of_window () == MILIEU_LANGUAGE_FRENCH)
          g_strdelimit (text, ".", ',');
        return text;
      }
    default:
      return g_strdup ("");
    }
}

char *
milieu_value_words (MilieuSession *session, const MilieuField *field, MilieuValue value)
{
  return milieu_value_words_in (milieu_session_snapshot (session), field, value);
}

char *
milieu_claim_words (MilieuSession *session, const MilieuClaim *claim)
{
  int index = claim->field != NULL ? milieu_field_find (claim->subject_type, claim->field) : -1;
  const MilieuField *field = index >= 0 ? &milieu_fields (claim->subject_type, NULL)[index] : NULL;
  guint token;

  if (claim->value == NULL)
    return g_strdup ("");
  if (field != NULL && field->kind == MILIEU_VALUE_TOKEN && milieu_vocabulary_parse (field->of, claim->value, &token))
    return g_strdup (milieu_label (milieu_vocabulary_label (field->of, token)));
  if (field != NULL && field->kind == MILIEU_VALUE_REFERENCE)
    {
      guint32 key = milieu_map_key (milieu_session_map (session), field->of, claim->value);
      g_autofree char *words = reference_words (milieu_session_snapshot (session), field->of, key);

      return *words != '\0' ? g_steal_pointer (&words) : g_strdup (claim->value);
    }
  return g_strdup (claim->value);
}

const char *
milieu_evidence_words (MilieuEvidence evidence)
{
  static const char *const words[MILIEU_N_EVIDENCES] = { "", N_("stated"), N_("implied"), N_("verified"), N_("recalled"),
                                                         N_("of a session") };

  return evidence < MILIEU_N_EVIDENCES ? milieu_label (words[evidence]) : "";
}

const char *
milieu_source_words (MilieuSession *session, const MilieuClaim *claim)
{
  const MilieuSource *source = claim->source != MILIEU_NO_KEY
                                 ? milieu_snapshot_source (milieu_session_snapshot (session), claim->source) : NULL;

  return source != NULL && source->title != NULL ? source->title : "";
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const MilieuClaim *x = *(const MilieuClaim *const *) a, *y = *(const MilieuClaim *const *) b;

  if (x->evidence != y->evidence)
    return (int) x->evidence - (int) y->evidence;
  return strcmp (x->record.id, y->record.id);
}

GPtrArray *
milieu_claims_about (MilieuSession *session, MilieuRecordType type, guint32 key, int field)
{
  MilieuMap *map = milieu_session_map (session);
  GPtrArray *claims = g_ptr_array_new ();
  const char *token = field >= 0 ? milieu_fields (type, NULL)[field].token : NULL;
  guint n;
  const guint32 *keys = milieu_map_claims_of (map, type, key, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuClaim *claim = (const MilieuClaim *) milieu_map_get (map, MILIEU_RECORD_CLAIM, keys[i]);

      if (field < 0 || g_strcmp0 (claim->field, token) == 0)
        g_ptr_array_add (claims, (gpointer) claim);
    }
  g_ptr_array_sort (claims, compare_claims);
  return claims;
}

gboolean
milieu_claim_differs (MilieuSession *session, const MilieuClaim *claim)
{
  const MilieuRecord *record = milieu_map_get (milieu_session_map (session), claim->subject_type, claim->subject_key);
  int index = claim->field != NULL ? milieu_field_find (claim->subject_type, claim->field) : -1;
  g_autofree char *value = NULL, *claimed = NULL;

  if (record == NULL || index < 0 || claim->value == NULL)
    return FALSE;
  value = milieu_value_format (&milieu_fields (claim->subject_type, NULL)[index], milieu_record_get (record, (guint) index),
                               milieu_session_snapshot (session));
  claimed = g_strstrip (g_strdup (claim->value));
  return !g_str_equal (value, claimed);
}

/* what the map's author decides, and no source says of a row */
static gboolean
is_editorial (const MilieuRecord *record, guint field)
{
  if (record->type == MILIEU_RECORD_ACTOR)
    return field == MILIEU_ACTOR_SCOPE || field == MILIEU_ACTOR_TAGS || field == MILIEU_ACTOR_NOTE;
  return record->type == MILIEU_RECORD_TIE && (field == MILIEU_TIE_EVIDENCE || field == MILIEU_TIE_NOTE);
}

static gboolean
lacks_ground (const MilieuRecord *record, guint field)
{
  return record->type == MILIEU_RECORD_ACTOR && field == MILIEU_ACTOR_GROUND
         && ((const MilieuActor *) record)->ground == MILIEU_GROUND_NONE;
}

char *
milieu_dispute_words (MilieuSession *session, const MilieuRecord *record, guint index, gboolean *is_suggestion)
{
  g_autoptr (GPtrArray) claims = milieu_claims_about (session, record->type, record->key, (int) index);
  const MilieuField *field = &milieu_fields (record->type, NULL)[index];
  g_autofree char *own = milieu_value_words (session, field, milieu_record_get (record, index));
  gboolean suggests = lacks_ground (record, index);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const MilieuClaim *claim = claims->pdata[i];
      g_autofree char *said = milieu_claim_words (session, claim);

      if (!milieu_claim_differs (session, claim))
        continue;
      if (words->len == 0 && !suggests)
        g_string_append (words, *own != '\0' ? own : _("blank"));
      if (words->len > 0)
        g_string_append (words, " ≠ ");
      /* Translators: a value and its evidence */
      g_string_append_printf (words, suggests ? _("suggested: %s (%s)") : _("%s (%s)"), said,
                              milieu_evidence_words (claim->evidence));
    }
  if (is_suggestion)
    *is_suggestion = suggests;
  return g_string_free (words, FALSE);
}

MilieuEvidence
milieu_evidence_of (MilieuSession *session, const MilieuRecord *record, guint field)
{
  g_autoptr (GPtrArray) claims = milieu_claims_about (session, record->type, record->key, -1);
  const char *token = milieu_fields (record->type, NULL)[field].token;
  MilieuEvidence whole = MILIEU_EVIDENCE_UNSET;

  for (guint i = 0; i < claims->len; i++)
    {
      const MilieuClaim *claim = claims->pdata[i];

      if (claim->field == NULL && whole == MILIEU_EVIDENCE_UNSET)
        whole = claim->evidence;
      if (g_strcmp0 (claim->field, token) == 0 && !milieu_claim_differs (session, claim))
        return claim->evidence;
    }
  return is_editorial (record, field) ? MILIEU_EVIDENCE_UNSET : whole;
}
