#include "model/date.h"

#include <string.h>

/* year << 10 | month << 6 | day << 1 | about: integers compare as dates do */

MilieuDate
milieu_date_new (guint year, guint month, guint day, gboolean about)
{
  g_return_val_if_fail (year >= 1 && year <= 9999 && month <= 12 && day <= 31, MILIEU_DATE_BLANK);

  return year << 10 | month << 6 | day << 1 | (about ? 1 : 0);
}

static gboolean
parse_digits (const char **text, guint count, guint *number)
{
  *number = 0;
  for (guint i = 0; i < count; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *number = *number * 10 + (guint) (**text - '0');
    }
  return TRUE;
}

static gboolean
is_calendar_date (guint year, guint month, guint day)
{
  if (year == 0 || month > 12)
    return FALSE;
  return day == 0 || g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

gboolean
milieu_date_parse (const char *text, MilieuDate *date)
{
  guint year, month = 0, day = 0;
  gboolean about;

  *date = MILIEU_DATE_BLANK;
  if (text == NULL || *text == '\0')
    return TRUE;
  if (!parse_digits (&text, 4, &year))
    return FALSE;
  if (*text == '-' && (text++, !parse_digits (&text, 2, &month) || month == 0))
    return FALSE;
  if (*text == '-' && (month == 0 || (text++, !parse_digits (&text, 2, &day)) || day == 0))
    return FALSE;
  about = *text == '~';
  text += about;
  if (*text != '\0' || !is_calendar_date (year, month, day))
    return FALSE;
  *date = milieu_date_new (year, month, day, about);
  return TRUE;
}

char *
milieu_date_format (MilieuDate date)
{
  const char *about = milieu_date_is_about (date) ? "~" : "";

  if (date == MILIEU_DATE_BLANK)
    return g_strdup ("");
  if (milieu_date_month (date) == 0)
    return g_strdup_printf ("%04u%s", milieu_date_year (date), about);
  if (milieu_date_day (date) == 0)
    return g_strdup_printf ("%04u-%02u%s", milieu_date_year (date), milieu_date_month (date), about);
  return g_strdup_printf ("%04u-%02u-%02u%s", milieu_date_year (date), milieu_date_month (date),
                          milieu_date_day (date), about);
}

guint
milieu_date_year (MilieuDate date)
{
  return date >> 10;
}

guint
milieu_date_month (MilieuDate date)
{
  return date >> 6 & 15;
}

guint
milieu_date_day (MilieuDate date)
{
  return date >> 1 & 31;
}

gboolean
milieu_date_is_about (MilieuDate date)
{
  return date & 1;
}

gboolean
milieu_date_is_after (MilieuDate a, MilieuDate b)
{
  guint parts_a[] = { milieu_date_year (a), milieu_date_month (a), milieu_date_day (a) };
  guint parts_b[] = { milieu_date_year (b), milieu_date_month (b), milieu_date_day (b) };

  if (a == MILIEU_DATE_BLANK || b == MILIEU_DATE_BLANK)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts_a); i++)
    {
      if (parts_a[i] == 0 || parts_b[i] == 0)
        return FALSE;
      if (parts_a[i] != parts_b[i])
        return parts_a[i] > parts_b[i];
    }
  return FALSE;
}
