#include "model/map.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (milieu-value-error-quark, milieu_value_error)

/* A number that is k / 10^decimals rounded once, as those of records are, has
 * the digits of k: printf, which is exact for all, is slow. Returns: (nullable) */
static char *
digits_of (double value, guint decimals)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };
  char buffer[32], *at = buffer + sizeof buffer;
  gint64 k, rest;
  guint written = 0;

  if (decimals >= G_N_ELEMENTS (powers) || !(value > -1e9 && value < 1e9))
    return NULL;
  k = llround (value * powers[decimals]);
  if (k / powers[decimals] != value)
    return NULL;
  *--at = '\0';
  for (rest = ABS (k); rest > 0 || written <= decimals; rest /= 10)
    {
      if (written == decimals && *at != '\0')
        *--at = '.';
      if (written++ >= decimals || rest % 10 != 0 || *at != '\0')
        *--at = '0' + rest % 10;
    }
  if (k < 0)
    *--at = '-';
  return g_strdup (at);
}

char *
milieu_number_canonical (double value, guint decimals)
{
  char format[16], buffer[400];
  char *end = digits_of (value, decimals);

  if (end != NULL)
    return end;
  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (strchr (buffer, '.') != NULL)
    {
      for (end = buffer + strlen (buffer); end[-1] == '0'; end--)
        ;
      if (end[-1] == '.')
        end--;
      *end = '\0';
    }
  return g_strdup (strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static char *
format_subject (MilieuValue value, MilieuSnapshot *snapshot)
{
  const MilieuRecord *record = milieu_snapshot_get (snapshot, value.type, value.key);

  return g_strconcat (milieu_record_type_token (value.type), ":", record != NULL ? record->id : "", NULL);
}

char *
milieu_value_format (const MilieuField *field, MilieuValue value, MilieuSnapshot *snapshot)
{
  const MilieuRecord *record;

  switch (value.kind)
    {
    case MILIEU_VALUE_TEXT:
      return g_strdup (value.text);
    case MILIEU_VALUE_TOKEN:
      return g_strdup (milieu_vocabulary_token (field->of, value.token));
    case MILIEU_VALUE_DATE:
      return milieu_date_format (value.date);
    case MILIEU_VALUE_NUMBER:
      return milieu_number_canonical (value.number, field->decimals);
    case MILIEU_VALUE_REFERENCE:
      record = milieu_snapshot_get (snapshot, field->of, value.key);
      return g_strdup (record != NULL ? record->id : "");
    case MILIEU_VALUE_SUBJECT:
      return format_subject (value, snapshot);
    case MILIEU_VALUE_NONE:
    default:
      return g_strdup ("");
    }
}

static gboolean
refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (MILIEU_VALUE_ERROR, MILIEU_VALUE_ERROR_INVALID, format, arguments);
  va_end (arguments);
  return FALSE;
}

static gboolean
parse_token (const MilieuField *field, const char *text, MilieuValue *value, GError **error)
{
  guint token;
  g_autoptr (GString) words = NULL;

  if (milieu_vocabulary_parse (field->of, text, &token))
    {
      *value = MILIEU_TOKEN (token);
      return TRUE;
    }
  words = g_string_new (NULL);
  for (guint i = 0; i < milieu_vocabulary_size (field->of); i++)
    if (*milieu_vocabulary_token (field->of, i) != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", milieu_vocabulary_token (field->of, i));
  return refuse (error, _("“%s” is no %s: use one of %s"), text, field->token, words->str);
}

static gboolean
parse_date (const MilieuField *field, const char *text, MilieuValue *value, GError **error)
{
  MilieuDate date;

  if (!milieu_date_parse (text, &date))
    return refuse (error, _("“%s” is no date for %s: write 2019, 2019-03 or 2019-03-12, with ~ for “about”"), text,
                   field->token);
  *value = MILIEU_DATE (date);
  return TRUE;
}

/* Digits with at most one point: a whole number under 2^53 over a power of ten,
 * both exact, so that one division rounds as strtod does, ten times faster. */
static gboolean
parse_plain (const char *text, double *number)
{
  static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gboolean negative = *text == '-';
  const char *start = text + negative, *point = NULL, *at = start;
  gint64 digits = 0;

  for (; at - start < 15 && (g_ascii_isdigit (*at) || (*at == '.' && point == NULL)); at++)
    if (*at == '.')
      point = at;
    else
      digits = digits * 10 + (*at - '0');
  if (*at != '\0' || !g_ascii_isdigit (*start) || !g_ascii_isdigit (at[-1]))
    return FALSE;
  *number = digits / powers[point != NULL ? at - point - 1 : 0];
  if (negative)
    *number = -*number;
  return TRUE;
}

static gboolean
parse_number (const MilieuField *field, const char *text, MilieuValue *value, GError **error)
{
  char *end = NULL;
  double number;
  gboolean plain = parse_plain (text, &number);

  if (!plain)
    number = g_ascii_strtod (text, &end);
  if (!plain && (g_ascii_isspace (*text) || end == text || *end != '\0' || !isfinite (number)))
    return refuse (error, _("“%s” is no number for %s: write digits with a point, as 50.63"), text, field->token);
  if (number < field->minimum || number > field->maximum)
    return refuse (error, _("%s is out of range for %s: use a number from %g to %g"), text, field->token,
                   field->minimum, field->maximum);
  *value = MILIEU_NUMBER (number);
  return TRUE;
}

static gboolean
parse_subject (const char *text, MilieuMap *map, MilieuValue *value, GError **error)
{
  const char *colon = strchr (text, ':');

  for (guint type = 0; colon != NULL && colon[1] != '\0' && type < MILIEU_N_RECORD_TYPES; type++)
    if (strlen (milieu_record_type_token (type)) == (gsize) (colon - text)
        && strncmp (text, milieu_record_type_token (type), (gsize) (colon - text)) == 0)
      {
        *value = MILIEU_SUBJECT (type, milieu_map_intern (map, type, colon + 1));
        return TRUE;
      }
  return refuse (error, _("“%s” names no record: write its type and id, as actor:mel"), text);
}

static gboolean
parse_part (const MilieuField *field, const char *text, MilieuValue *value, GError **error)
{
  MilieuPartPlace place;

  if (!milieu_plate_part_parse (text, &place))
    return refuse (error, _("“%s” is no place for %s: write mm from the left and from the top, then width and height, as 12.5 30 80 60, or hidden"),
                   text, field->token);
  *value = MILIEU_TEXT (text);
  return TRUE;
}

gboolean
milieu_value_parse (const MilieuField *field, const char *text, MilieuMap *map, MilieuValue *value, GError **error)
{
  *value = MILIEU_NO_VALUE;
  if (text == NULL || *text == '\0')
    return TRUE;
  switch (field->kind)
    {
    case MILIEU_VALUE_TOKEN:
      return parse_token (field, text, value, error);
    case MILIEU_VALUE_DATE:
      return parse_date (field, text, value, error);
    case MILIEU_VALUE_NUMBER:
      return parse_number (field, text, value, error);
    case MILIEU_VALUE_REFERENCE:
      *value = MILIEU_REFERENCE (milieu_map_intern (map, field->of, text));
      return TRUE;
    case MILIEU_VALUE_SUBJECT:
      return parse_subject (text, map, value, error);
    case MILIEU_VALUE_TEXT:
    case MILIEU_VALUE_NONE:
    default:
      if (field->flags & MILIEU_FIELD_PART)
        return parse_part (field, text, value, error);
      *value = MILIEU_TEXT (text);
      return TRUE;
    }
}
