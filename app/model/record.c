#include "model/record.h"

#include <math.h>
#include <string.h>

#define TEXT(token, type, member, flags) \
  { token, MILIEU_VALUE_TEXT, 0, G_STRUCT_OFFSET (type, member), 0, 0, 0, flags, NULL }
#define TOKEN(token, type, member, vocabulary, flags) \
  { token, MILIEU_VALUE_TOKEN, MILIEU_VOCABULARY_##vocabulary, G_STRUCT_OFFSET (type, member), 0, 0, 0, flags, NULL }
#define DATE(token, type, member) \
  { token, MILIEU_VALUE_DATE, 0, G_STRUCT_OFFSET (type, member), 0, 0, 0, 0, NULL }
#define NUMBER(token, type, member, decimals, minimum, maximum, flags) \
  { token, MILIEU_VALUE_NUMBER, 0, G_STRUCT_OFFSET (type, member), decimals, minimum, maximum, flags, NULL }
#define REFERENCE(token, type, member, to, flags) \
  { token, MILIEU_VALUE_REFERENCE, MILIEU_RECORD_##to, G_STRUCT_OFFSET (type, member), 0, 0, 0, flags, NULL }
/* a field of the child element <place> */
#define PLACE(kind, of, token, member, decimals, minimum, maximum) \
  { token, kind, of, G_STRUCT_OFFSET (MilieuActor, member), decimals, minimum, maximum, 0, "place" }

/* a field of a child element of <figure> that says where a part stands */
#define PART(child, token, part) \
  { token, MILIEU_VALUE_TEXT, 0, G_STRUCT_OFFSET (MilieuPlate, parts[MILIEU_PART_##part]), 0, 0, 0, MILIEU_FIELD_PART, child }

/* a field of a child element of <figure> */
#define CHILD(child, kind, of, token, member, decimals, minimum, maximum) \
  { token, kind, of, G_STRUCT_OFFSET (MilieuPlate, member), decimals, minimum, maximum, 0, child }

static const MilieuField setting_fields[] = {
  TEXT ("value", MilieuSetting, value, MILIEU_FIELD_REQUIRED),
};

static const MilieuField source_fields[] = {
  TEXT ("title", MilieuSource, title, MILIEU_FIELD_REQUIRED),
  TEXT ("citation", MilieuSource, citation, 0),
  DATE ("date", MilieuSource, date),
  TEXT ("address", MilieuSource, address, 0),
};

static const MilieuField kind_fields[] = {
  TEXT ("label", MilieuKind, label, MILIEU_FIELD_REQUIRED),
  TOKEN ("symbol", MilieuKind, symbol, SYMBOL, 0),
  TOKEN ("element", MilieuKind, element, ELEMENT, 0),
  TOKEN ("graph", MilieuKind, graph, ANSWER, 0),
};

static const MilieuField type_fields[] = {
  TEXT ("label", MilieuTieType, label, MILIEU_FIELD_REQUIRED),
  TOKEN ("class", MilieuTieType, tie_class, CLASS, MILIEU_FIELD_REQUIRED),
  TOKEN ("directed", MilieuTieType, directed, ANSWER, 0),
};

static const MilieuField actor_fields[] = {
  TEXT ("name", MilieuActor, name, MILIEU_FIELD_REQUIRED),
  REFERENCE ("kind", MilieuActor, kind, KIND, MILIEU_FIELD_REQUIRED),
  TOKEN ("ground", MilieuActor, ground, GROUND, 0),
  TOKEN ("scope", MilieuActor, scope, SCOPE, 0),
  TEXT ("sector", MilieuActor, sector, 0),
  DATE ("start", MilieuActor, start),
  DATE ("end", MilieuActor, end),
  TEXT ("tags", MilieuActor, tags, 0),
  PLACE (MILIEU_VALUE_TEXT, 0, "municipality", municipality, 0, 0, 0),
  PLACE (MILIEU_VALUE_TEXT, 0, "insee", insee, 0, 0, 0),
  PLACE (MILIEU_VALUE_NUMBER, 0, "lon", lon, 6, -180, 180),
  PLACE (MILIEU_VALUE_NUMBER, 0, "lat", lat, 6, -90, 90),
  PLACE (MILIEU_VALUE_TOKEN, MILIEU_VOCABULARY_PRECISION, "precision", precision, 0, 0, 0),
  PLACE (MILIEU_VALUE_NUMBER, 0, "radius", radius, 3, 0, 1e7),
  TEXT ("note", MilieuActor, note, MILIEU_FIELD_LONG),
};

static const MilieuField tie_fields[] = {
  REFERENCE ("source", MilieuTie, source, ACTOR, MILIEU_FIELD_REQUIRED),
  REFERENCE ("target", MilieuTie, target, ACTOR, MILIEU_FIELD_REQUIRED),
  REFERENCE ("type", MilieuTie, type, TYPE, MILIEU_FIELD_REQUIRED),
  TOKEN ("directed", MilieuTie, directed, ANSWER, 0),
  DATE ("start", MilieuTie, start),
  DATE ("end", MilieuTie, end),
  NUMBER ("weight", MilieuTie, weight, 6, 0, 1e9, 0),
  TOKEN ("evidence", MilieuTie, evidence, EVIDENCE, MILIEU_FIELD_REQUIRED),
  TEXT ("note", MilieuTie, note, MILIEU_FIELD_LONG),
};

static const MilieuField claim_fields[] = {
  { "subject", MILIEU_VALUE_SUBJECT, 0, G_STRUCT_OFFSET (MilieuClaim, subject_key), 0, 0, 0, MILIEU_FIELD_REQUIRED, NULL },
  TEXT ("field", MilieuClaim, field, 0),
  TEXT ("value", MilieuClaim, value, 0),
  TOKEN ("evidence", MilieuClaim, evidence, EVIDENCE, MILIEU_FIELD_REQUIRED),
  REFERENCE ("source", MilieuClaim, source, SOURCE, 0),
  TEXT ("quote", MilieuClaim, quote, MILIEU_FIELD_LONG),
  TEXT ("note", MilieuClaim, note, MILIEU_FIELD_LONG),
};

static const MilieuField spot_fields[] = {
  NUMBER ("x", MilieuSpot, x, 3, -1e9, 1e9, MILIEU_FIELD_REQUIRED),
  NUMBER ("y", MilieuSpot, y, 3, -1e9, 1e9, MILIEU_FIELD_REQUIRED),
  TOKEN ("pinned", MilieuSpot, pinned, ANSWER, 0),
};

/* paper from a stamp to a banner */
static const MilieuField plate_fields[] = {
  TEXT ("name", MilieuPlate, name, MILIEU_FIELD_REQUIRED),
  TOKEN ("view", MilieuPlate, view, VIEW, MILIEU_FIELD_REQUIRED),
  TEXT ("title", MilieuPlate, title, 0),
  TOKEN ("frame", MilieuPlate, frame, FRAME, 0),
  TOKEN ("style", MilieuPlate, style, STYLE, 0),
  TOKEN ("language", MilieuPlate, language, LANGUAGE, 0),
  TOKEN ("legend", MilieuPlate, legend, ANSWER, 0),
  CHILD ("page", MILIEU_VALUE_NUMBER, 0, "width", width, 2, 30, 2000),
  CHILD ("page", MILIEU_VALUE_NUMBER, 0, "height", height, 2, 30, 2000),
  CHILD ("page", MILIEU_VALUE_NUMBER, 0, "margin", margin, 2, 0, 200),
  CHILD ("page", MILIEU_VALUE_NUMBER, 0, "dpi", dpi, 0, 36, 1200),
  CHILD ("page", MILIEU_VALUE_TEXT, 0, "family", family, 0, 0, 0),
  CHILD ("page", MILIEU_VALUE_NUMBER, 0, "smallest", smallest, 1, 3, 72),
  CHILD ("drawing", MILIEU_VALUE_TOKEN, MILIEU_VOCABULARY_SIZE, "size", size, 0, 0, 0),
  CHILD ("drawing", MILIEU_VALUE_TEXT, 0, "years", years, 0, 0, 0),
  CHILD ("drawing", MILIEU_VALUE_TEXT, 0, "insets", insets, 0, 0, 0),
  CHILD ("drawing", MILIEU_VALUE_TEXT, 0, "labels", labels, 0, 0, 0),
  CHILD ("drawing", MILIEU_VALUE_NUMBER, 0, "columns", columns, 0, 1, 8),
  CHILD ("question", MILIEU_VALUE_TOKEN, MILIEU_VOCABULARY_EVIDENCE, "evidence", evidence, 0, 0, 0),
  CHILD ("question", MILIEU_VALUE_TOKEN, MILIEU_VOCABULARY_ASKED_GROUNDS, "grounds", grounds, 0, 0, 0),
  CHILD ("question", MILIEU_VALUE_TOKEN, MILIEU_VOCABULARY_ASKED_SCOPE, "scope", scope, 0, 0, 0),
  CHILD ("question", MILIEU_VALUE_NUMBER, 0, "year", year, 0, 1, 9999),
  CHILD ("question", MILIEU_VALUE_NUMBER, 0, "slice", slice, 0, 1, 9999),
  CHILD ("question", MILIEU_VALUE_TEXT, 0, "hide", hide, 0, 0, 0),
  PART ("parts", "title-at", TITLE),
  PART ("parts", "map-at", MAP),
  PART ("parts", "network-at", NETWORK),
  PART ("parts", "chart-at", CHART),
  PART ("parts", "legend-at", LEGEND),
  PART ("parts", "notes-at", NOTES),
  PART ("map-parts", "inset-at", INSET),
  PART ("map-parts", "scale-at", SCALE),
  PART ("map-parts", "north-at", NORTH),
  PART ("map-parts", "locator-at", LOCATOR),
  TEXT ("note", MilieuPlate, note, MILIEU_FIELD_LONG),
  TEXT ("caption", MilieuPlate, caption, MILIEU_FIELD_LONG),
};

#define TYPE(token, type, fields) { token, sizeof (type), fields, G_N_ELEMENTS (fields) }
static const struct
{
  const char *token;
  gsize size;
  const MilieuField *fields;
  guint n;
} types[MILIEU_N_RECORD_TYPES] = {
  [MILIEU_RECORD_SETTING] = TYPE ("setting", MilieuSetting, setting_fields),
  [MILIEU_RECORD_SOURCE] = TYPE ("source", MilieuSource, source_fields),
  [MILIEU_RECORD_KIND] = TYPE ("kind", MilieuKind, kind_fields),
  [MILIEU_RECORD_TYPE] = TYPE ("type", MilieuTieType, type_fields),
  [MILIEU_RECORD_ACTOR] = TYPE ("actor", MilieuActor, actor_fields),
  [MILIEU_RECORD_TIE] = TYPE ("tie", MilieuTie, tie_fields),
  [MILIEU_RECORD_CLAIM] = TYPE ("claim", MilieuClaim, claim_fields),
  [MILIEU_RECORD_SPOT] = TYPE ("spot", MilieuSpot, spot_fields),
  [MILIEU_RECORD_FIGURE] = TYPE ("figure", MilieuPlate, plate_fields),
};

const MilieuField *
milieu_fields (MilieuRecordType type, guint *n)
{
  g_return_val_if_fail (type < MILIEU_N_RECORD_TYPES, NULL);

  if (n != NULL)
    *n = types[type].n;
  return types[type].fields;
}

int
milieu_field_find (MilieuRecordType type, const char *token)
{
  g_return_val_if_fail (type < MILIEU_N_RECORD_TYPES, -1);

  for (guint i = 0; i < types[type].n; i++)
    if (types[type].fields[i].token[0] == token[0] && strcmp (types[type].fields[i].token, token) == 0)
      return (int) i;
  return -1;
}

const char *
milieu_record_type_token (MilieuRecordType type)
{
  g_return_val_if_fail (type < MILIEU_N_RECORD_TYPES, NULL);

  return types[type].token;
}

static GRefString *
new_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_ref_string_new (text) : NULL;
}

/* what the file will hold is what the record holds, so that reading back changes nothing */
static double
round_to (double number, guint decimals)
{
  double power = 1;

  for (guint i = 0; i < decimals; i++)
    power *= 10;
  if (!isfinite (number) || fabs (number) > 1e15 / power)
    return number;
  return round (number * power) / power + 0.0;
}

static void
store (MilieuRecord *record, const MilieuField *field, MilieuValue value)
{
  gpointer member = G_STRUCT_MEMBER_P (record, field->offset);
  gboolean absent = value.kind == MILIEU_VALUE_NONE;

  switch (field->kind)
    {
    case MILIEU_VALUE_TEXT:
      *(GRefString **) member = absent ? NULL : new_text (value.text);
      break;
    case MILIEU_VALUE_TOKEN:
      *(guint8 *) member = absent ? 0 : (guint8) value.token;
      break;
    case MILIEU_VALUE_DATE:
      *(MilieuDate *) member = absent ? MILIEU_DATE_BLANK : value.date;
      break;
    case MILIEU_VALUE_NUMBER:
      *(double *) member = absent ? NAN : round_to (value.number, field->decimals);
      break;
    case MILIEU_VALUE_REFERENCE:
      *(guint32 *) member = absent ? MILIEU_NO_KEY : value.key;
      break;
    case MILIEU_VALUE_SUBJECT:
      ((MilieuClaim *) record)->subject_key = absent ? MILIEU_NO_KEY : value.key;
      ((MilieuClaim *) record)->subject_type = absent ? 0 : (guint8) value.type;
      break;
    case MILIEU_VALUE_NONE:
    default:
      g_assert_not_reached ();
    }
}

/* @id: (transfer full) */
static MilieuRecord *
allocate (MilieuRecordType type, guint32 key, GRefString *id, const char *extra)
{
  MilieuRecord *record = g_malloc0 (types[type].size);

  record->type = type;
  record->count = 1;
  record->key = key;
  record->id = id;
  record->extra = new_text (extra);
  return record;
}

static MilieuRecord *
fill (MilieuRecord *record, const MilieuValue *values)
{
  for (guint i = 0; i < types[record->type].n; i++)
    store (record, &types[record->type].fields[i], values != NULL ? values[i] : MILIEU_NO_VALUE);
  return record;
}

MilieuRecord *
milieu_record_new (MilieuRecordType type, guint32 key, const char *id, const MilieuValue *values, const char *extra)
{
  g_return_val_if_fail (type < MILIEU_N_RECORD_TYPES && id != NULL, NULL);

  return fill (allocate (type, key, g_ref_string_new (id), extra), values);
}

MilieuRecord *
milieu_record_new_shared (MilieuRecordType type, guint32 key, const GRefString *id, const MilieuValue *values,
                          const char *extra)
{
  g_return_val_if_fail (type < MILIEU_N_RECORD_TYPES && id != NULL, NULL);

  return fill (allocate (type, key, g_ref_string_acquire ((GRefString *) id), extra), values);
}

static MilieuRecord *
copy_with (const MilieuRecord *record, guint32 key, GRefString *id, int field, MilieuValue value)
{
  MilieuRecord *copy = allocate (record->type, key, id, record->extra);

  for (guint i = 0; i < types[record->type].n; i++)
    store (copy, &types[record->type].fields[i], (int) i == field ? value : milieu_record_get (record, i));
  return copy;
}

MilieuRecord *
milieu_record_with (const MilieuRecord *record, guint field, MilieuValue value)
{
  g_return_val_if_fail (record != NULL && field < types[record->type].n, NULL);
  g_return_val_if_fail (value.kind == MILIEU_VALUE_NONE || value.kind == types[record->type].fields[field].kind, NULL);

  return copy_with (record, record->key, g_ref_string_acquire (record->id), (int) field, value);
}

MilieuRecord *
milieu_record_copy_as (const MilieuRecord *record, guint32 key, const char *id)
{
  g_return_val_if_fail (record != NULL && id != NULL, NULL);

  return copy_with (record, key, g_ref_string_new (id), -1, MILIEU_NO_VALUE);
}

MilieuRecord *
milieu_record_ref (const MilieuRecord *record)
{
  MilieuRecord *counted = (MilieuRecord *) record;

  counted->count++;
  return counted;
}

void
milieu_record_unref (MilieuRecord *record)
{
  if (--record->count > 0)
    return;
  for (guint i = 0; i < types[record->type].n; i++)
    if (types[record->type].fields[i].kind == MILIEU_VALUE_TEXT)
      {
        GRefString **text = G_STRUCT_MEMBER_P (record, types[record->type].fields[i].offset);

        g_clear_pointer (text, g_ref_string_release);
      }
  g_clear_pointer (&record->extra, g_ref_string_release);
  g_ref_string_release (record->id);
  g_free (record);
}

MilieuValue
milieu_record_get (const MilieuRecord *record, guint index)
{
  const MilieuField *field;
  gconstpointer member;
  MilieuValue value = MILIEU_NO_VALUE;

  g_return_val_if_fail (record != NULL && index < types[record->type].n, value);

  field = &types[record->type].fields[index];
  member = G_STRUCT_MEMBER_P (record, field->offset);
  if (field->kind == MILIEU_VALUE_TEXT && *(const char *const *) member != NULL)
    value = MILIEU_TEXT (*(const char *const *) member);
  else if (field->kind == MILIEU_VALUE_TOKEN && *(const guint8 *) member != 0)
    value = MILIEU_TOKEN (*(const guint8 *) member);
  else if (field->kind == MILIEU_VALUE_DATE && *(const MilieuDate *) member != MILIEU_DATE_BLANK)
    value = MILIEU_DATE (*(const MilieuDate *) member);
  else if (field->kind == MILIEU_VALUE_NUMBER && !isnan (*(const double *) member))
    value = MILIEU_NUMBER (*(const double *) member);
  else if (field->kind == MILIEU_VALUE_REFERENCE && *(const guint32 *) member != MILIEU_NO_KEY)
    value = MILIEU_REFERENCE (*(const guint32 *) member);
  else if (field->kind == MILIEU_VALUE_SUBJECT && *(const guint32 *) member != MILIEU_NO_KEY)
    value = MILIEU_SUBJECT (((const MilieuClaim *) record)->subject_type, *(const guint32 *) member);
  return value;
}

gboolean
milieu_value_equal (MilieuValue a, MilieuValue b)
{
  if (a.kind != b.kind)
    return FALSE;
  switch (a.kind)
    {
    case MILIEU_VALUE_TEXT:
      return strcmp (a.text, b.text) == 0;
    case MILIEU_VALUE_TOKEN:
      return a.token == b.token;
    case MILIEU_VALUE_DATE:
      return a.date == b.date;
    case MILIEU_VALUE_NUMBER:
      return a.number == b.number;
    case MILIEU_VALUE_SUBJECT:
      return a.type == b.type && a.key == b.key;
    case MILIEU_VALUE_REFERENCE:
      return a.key == b.key;
    case MILIEU_VALUE_NONE:
    default:
      return TRUE;
    }
}

gboolean
milieu_record_equal (const MilieuRecord *a, const MilieuRecord *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->type != b->type || a->key != b->key || strcmp (a->id, b->id) != 0
      || g_strcmp0 (a->extra, b->extra) != 0)
    return FALSE;
  for (guint i = 0; i < types[a->type].n; i++)
    if (!milieu_value_equal (milieu_record_get (a, i), milieu_record_get (b, i)))
      return FALSE;
  return TRUE;
}
