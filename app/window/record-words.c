#include "window/record-words.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/labels.h"
#include "window/values.h"

static const char *
name_of_actor (MilieuSnapshot *snapshot, guint32 key)
{
  const MilieuActor *actor = key != MILIEU_NO_KEY ? milieu_snapshot_actor (snapshot, key) : NULL;

  return actor != NULL ? actor->name : "";
}

static char *record_name (MilieuSnapshot *snapshot, const MilieuRecord *record);

/* what a claim is about */
static char *
subject_name (MilieuSnapshot *snapshot, const MilieuClaim *claim)
{
  const MilieuRecord *subject = milieu_snapshot_get (snapshot, claim->subject_type, claim->subject_key);

  return subject != NULL ? record_name (snapshot, subject) : g_strdup (claim->record.id);
}

static char *
record_name (MilieuSnapshot *snapshot, const MilieuRecord *record)
{
  switch (record->type)
    {
    case MILIEU_RECORD_ACTOR:
      return g_strdup (((const MilieuActor *) record)->name);
    case MILIEU_RECORD_SPOT:
      return g_strdup (name_of_actor (snapshot, record->key));
    case MILIEU_RECORD_SOURCE:
      return g_strdup (((const MilieuSource *) record)->title != NULL ? ((const MilieuSource *) record)->title : record->id);
    case MILIEU_RECORD_KIND:
      return g_strdup (milieu_label_of_kind (snapshot, record->key));
    case MILIEU_RECORD_TYPE:
      return g_strdup (milieu_label_of_type (snapshot, record->key));
    case MILIEU_RECORD_TIE:
      /* Translators: the two ends of a tie */
      return g_strdup_printf (_("%s – %s"), name_of_actor (snapshot, ((const MilieuTie *) record)->source),
                              name_of_actor (snapshot, ((const MilieuTie *) record)->target));
    case MILIEU_RECORD_CLAIM:
      return subject_name (snapshot, (const MilieuClaim *) record);
    case MILIEU_RECORD_SETTING:
    default:
      return g_strdup (milieu_label (milieu_vocabulary_field_label (record->id)));
    }
}

char *
milieu_record_words (MilieuSnapshot *snapshot, const MilieuRecord *record)
{
  const char *label = milieu_label (milieu_vocabulary_field_label (milieu_record_type_token (record->type)));
  g_autofree char *name = record_name (snapshot, record);

  /* Translators: what it is and how it is called, as in: Actor “MEL” */
  return g_strdup_printf (_("%s “%s”"), label, name);
}

const char *
milieu_part_of (const MilieuField *field)
{
  return field->child != NULL ? field->child : field->token;
}

const char *
milieu_part_label (const char *part)
{
  if (g_str_equal (part, "extra"))
    return _("What a newer version wrote");
  return g_str_equal (part, "place") ? _("Place") : milieu_label (milieu_vocabulary_field_label (part));
}

char *
milieu_part_words (MilieuSnapshot *snapshot, const MilieuRecord *record, const char *part)
{
  GString *words = g_string_new (NULL);
  guint n;
  const MilieuField *fields = milieu_fields (record->type, &n);

  if (g_str_equal (part, "extra") && record->extra != NULL)
    g_string_append (words, record->extra);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = NULL;

      if (!g_str_equal (milieu_part_of (&fields[i]), part))
        continue;
      value = milieu_value_words_in (snapshot, &fields[i], milieu_record_get (record, i));
      if (*value == '\0')
        continue;
      if (words->len > 0)
        g_string_append (words, ", ");
      /* of a place, the numbers need their names */
      if (milieu_record_get (record, i).kind == MILIEU_VALUE_NUMBER && fields[i].child != NULL)
        g_string_append_printf (words, "%s ", milieu_field_words (&fields[i]));
      g_string_append (words, value);
    }
  return g_string_free (words, FALSE);
}
