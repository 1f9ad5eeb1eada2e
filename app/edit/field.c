#include "edit/field.h"

#include <string.h>

#include "edit/words.h"

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED, words);
  return FALSE;
}

/* the claim about the whole record: the source that its values come from */
static const MilieuClaim *
row_claim (MilieuMap *map, MilieuRecordType type, guint32 key)
{
  guint n;
  const guint32 *claims = milieu_map_claims_of (map, type, key, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuClaim *claim = (const MilieuClaim *) milieu_map_get (map, MILIEU_RECORD_CLAIM, claims[i]);

      if (claim->field == NULL)
        return claim;
    }
  return NULL;
}

static gboolean
is_claimed (MilieuMap *map, MilieuRecordType type, guint32 key, const char *field, const char *value)
{
  guint n;
  const guint32 *claims = milieu_map_claims_of (map, type, key, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuClaim *claim = (const MilieuClaim *) milieu_map_get (map, MILIEU_RECORD_CLAIM, claims[i]);

      if (g_strcmp0 (claim->field, field) == 0 && g_strcmp0 (claim->value, value) == 0)
        return TRUE;
    }
  return FALSE;
}

void
milieu_edit_keep_value (MilieuMap *map, MilieuGroup *group, const MilieuRecord *record, guint index)
{
  const MilieuField *field = &milieu_fields (record->type, NULL)[index];
  const MilieuClaim *row = row_claim (map, record->type, record->key);
  MilieuValue old = milieu_record_get (record, index);
  g_autoptr (MilieuSnapshot) snapshot = NULL;
  g_autofree char *text = NULL, *stem = NULL;
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  if (row == NULL || old.kind == MILIEU_VALUE_NONE)
    return;
  snapshot = milieu_map_snapshot (map);
  text = milieu_value_format (field, old, snapshot);
  if (is_claimed (map, record->type, record->key, field->token, text))
    return;
  stem = g_strdup_printf ("%s %s", record->id, field->token);
  values[MILIEU_CLAIM_SUBJECT] = MILIEU_SUBJECT (record->type, record->key);
  values[MILIEU_CLAIM_FIELD] = MILIEU_TEXT (field->token);
  values[MILIEU_CLAIM_VALUE] = MILIEU_TEXT (text);
  values[MILIEU_CLAIM_EVIDENCE] = MILIEU_TOKEN (row->evidence);
  if (row->source != MILIEU_NO_KEY)
    values[MILIEU_CLAIM_SOURCE] = MILIEU_REFERENCE (row->source);
  milieu_edit_put_claim (map, group, stem, values);
}

static gboolean
is_backwards (MilieuRecordType type, guint field, const MilieuRecord *record, MilieuValue value)
{
  MilieuDate start, end;

  if (type == MILIEU_RECORD_ACTOR && (field == MILIEU_ACTOR_START || field == MILIEU_ACTOR_END))
    {
      start = field == MILIEU_ACTOR_START ? value.date : ((const MilieuActor *) record)->start;
      end = field == MILIEU_ACTOR_END ? value.date : ((const MilieuActor *) record)->end;
    }
  else if (type == MILIEU_RECORD_TIE && (field == MILIEU_TIE_START || field == MILIEU_TIE_END))
    {
      start = field == MILIEU_TIE_START ? value.date : ((const MilieuTie *) record)->start;
      end = field == MILIEU_TIE_END ? value.date : ((const MilieuTie *) record)->end;
    }
  else
    return FALSE;
  return value.kind != MILIEU_VALUE_NONE && milieu_date_is_after (start, end);
}

static gboolean
is_blank (const MilieuField *field, MilieuValue value)
{
  return value.kind == MILIEU_VALUE_NONE || (value.kind == MILIEU_VALUE_TEXT && *value.text == '\0')
         || (value.kind == MILIEU_VALUE_TOKEN && value.token == 0)
         || (value.kind == MILIEU_VALUE_DATE && value.date == MILIEU_DATE_BLANK);
}

/* longitude and latitude come and go together: a file that holds one alone could not be opened again */
static gboolean
is_half_a_place (const MilieuRecord *record, guint field)
{
  return record->type == MILIEU_RECORD_ACTOR && (field == MILIEU_ACTOR_LON || field == MILIEU_ACTOR_LAT)
         && !milieu_actor_is_located ((const MilieuActor *) record);
}

static MilieuRecord *
with_value (const MilieuRecord *record, guint field, MilieuValue value)
{
  MilieuRecord *with = milieu_record_with (record, field, value), *without;

  if (!is_half_a_place (with, field))
    return with;
  without = milieu_record_with (with, field == MILIEU_ACTOR_LON ? MILIEU_ACTOR_LAT : MILIEU_ACTOR_LON, MILIEU_NO_VALUE);
  milieu_record_unref (with);
  return without;
}

static gboolean
set_one (MilieuMap *map, MilieuGroup *group, const MilieuRecord *record, guint index, MilieuValue value, GError **error)
{
  const MilieuField *field = &milieu_fields (record->type, NULL)[index];
  MilieuValue old = milieu_record_get (record, index);

  if (is_backwards (record->type, index, record, value))
    return refuse (error, _("The end would be before the start: correct one of the two dates"));
  if (milieu_value_equal (old, value) || (is_blank (field, old) && is_blank (field, value)))
    return TRUE;
  if (!is_blank (field, value) && is_half_a_place (record, index))
    return refuse (error, _("A place needs longitude and latitude: give both at once, or drag the actor onto the map"));
  milieu_edit_keep_value (map, group, record, index);
  milieu_group_change (group, record, with_value (record, index, value));
  return TRUE;
}

MilieuGroup *
milieu_edit_set_field (MilieuMap *map, MilieuRecordType type, const guint32 *keys, guint n, guint index,
                       MilieuValue value, GError **error)
{
  const MilieuField *field = &milieu_fields (type, NULL)[index];
  const char *label = _(milieu_vocabulary_field_label (field->token));
  g_autofree char *name = n == 1 ? milieu_edit_name (map, type, keys[0]) : NULL;
  /* Translators: a field and a name; a field and how many records */
  g_autofree char *words = n == 1 ? g_strdup_printf (_("Change %s of “%s”"), label, name)
                                  : g_strdup_printf (_("Change %s of %u Records"), label, n);
  g_autoptr (MilieuGroup) group = milieu_group_new ("set-field", words);

  if (is_blank (field, value))
    value = MILIEU_NO_VALUE;
  if (value.kind == MILIEU_VALUE_NONE && field->flags & MILIEU_FIELD_REQUIRED)
    {
      g_set_error (error, MILIEU_EDIT_ERROR, MILIEU_EDIT_ERROR_REFUSED, _("%s cannot be empty"), label);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    {
      const MilieuRecord *record = milieu_map_get (map, type, keys[i]);

      if (record != NULL && !set_one (map, group, record, index, value, error))
        return NULL;
    }
  return g_steal_pointer (&group);
}

MilieuGroup *
milieu_edit_set_text (MilieuMap *map, MilieuRecordType type, const guint32 *keys, guint n, guint index,
                      const char *text, GError **error)
{
  const MilieuField *field = &milieu_fields (type, NULL)[index];
  g_autofree char *typed = g_strstrip (g_strdup (text));
  MilieuValue value;

  if (field->kind == MILIEU_VALUE_NUMBER)
    g_strdelimit (typed, ",", '.');
  if (!milieu_value_parse (field, typed, map, &value, error))
    return NULL;
  return milieu_edit_set_field (map, type, keys, n, index, value, error);
}

MilieuGroup *
milieu_edit_add_claim (MilieuMap *map, MilieuRecordType type, guint32 key, const char *field, const char *value,
                       MilieuEvidence evidence, const char *source, const char *quote)
{
  g_autofree char *name = milieu_edit_name (map, type, key);
  g_autofree char *words = g_strdup_printf (_("Add Claim about “%s”"), name);
  g_autofree char *stem = g_strdup_printf ("%s %s", milieu_map_id (map, type, key), field != NULL ? field : "");
  MilieuGroup *group = milieu_group_new ("add-claim", words);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_CLAIM_SUBJECT] = MILIEU_SUBJECT (type, key);
  values[MILIEU_CLAIM_FIELD] = milieu_edit_text (field);
  values[MILIEU_CLAIM_VALUE] = milieu_edit_text (value);
  values[MILIEU_CLAIM_EVIDENCE] = MILIEU_TOKEN (evidence != MILIEU_EVIDENCE_UNSET ? evidence : MILIEU_EVIDENCE_STATED);
  values[MILIEU_CLAIM_SOURCE] = milieu_edit_source (map, group, source);
  values[MILIEU_CLAIM_QUOTE] = milieu_edit_text (quote);
  milieu_edit_put_claim (map, group, stem, values);
  return group;
}

MilieuGroup *
milieu_edit_none_found (MilieuMap *map, guint32 actor)
{
  g_autofree char *name = milieu_edit_name (map, MILIEU_RECORD_ACTOR, actor);
  g_autofree char *words = g_strdup_printf (_("Ties of “%s” Looked For, None Found"), name);
  MilieuGroup *group = milieu_group_new ("none-found", words);
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  values[MILIEU_CLAIM_SUBJECT] = MILIEU_SUBJECT (MILIEU_RECORD_ACTOR, actor);
  values[MILIEU_CLAIM_FIELD] = milieu_edit_text ("ties");
  values[MILIEU_CLAIM_VALUE] = milieu_edit_text ("none");
  values[MILIEU_CLAIM_EVIDENCE] = MILIEU_TOKEN (MILIEU_EVIDENCE_SESSION);
  milieu_edit_put_claim (map, group, milieu_map_id (map, MILIEU_RECORD_ACTOR, actor), values);
  return group;
}

MilieuGroup *
milieu_edit_adopt_claim (MilieuMap *map, guint32 key, GError **error)
{
  const MilieuClaim *claim = (const MilieuClaim *) milieu_map_get (map, MILIEU_RECORD_CLAIM, key);
  int field;

  g_return_val_if_fail (claim != NULL, NULL);

  field = claim->field != NULL ? milieu_field_find (claim->subject_type, claim->field) : -1;
  if (field < 0 || claim->value == NULL)
    {
      refuse (error, _("This claim names no field of the record: copy its words by hand where they belong"));
      return NULL;
    }
  return milieu_edit_set_text (map, claim->subject_type, &claim->subject_key, 1, (guint) field, claim->value, error);
}

MilieuGroup *
milieu_edit_delete_claim (MilieuMap *map, guint32 claim)
{
  MilieuGroup *group = milieu_group_new ("delete-claim", _("Delete Claim"));

  milieu_group_change (group, milieu_map_get (map, MILIEU_RECORD_CLAIM, claim), NULL);
  return group;
}

MilieuGroup *
milieu_edit_set_setting (MilieuMap *map, const char *id, const char *value)
{
  g_autofree char *words = g_strdup_printf (_("Change Setting “%s”"), id);
  MilieuGroup *group = milieu_group_new ("set-setting", words);
  guint32 key = milieu_map_intern (map, MILIEU_RECORD_SETTING, id);
  const MilieuRecord *held = milieu_map_get (map, MILIEU_RECORD_SETTING, key);
  MilieuValue values[] = { milieu_edit_text (value) };

  if (values[0].kind != MILIEU_VALUE_NONE)
    milieu_group_change (group, held, milieu_record_new (MILIEU_RECORD_SETTING, key, id, values, NULL));
  else if (held != NULL)
    milieu_group_change (group, held, NULL);
  return group;
}
