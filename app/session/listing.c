#include "session/listing.h"

#include <math.h>
#include <string.h>

MilieuListed *
milieu_listing_indicators (const MilieuReading *reading, guint *n)
{
  MilieuListed *listed = g_new0 (MilieuListed, reading->n_results + 1);

  *n = 0;
  for (guint i = 0; i < reading->n_results; i++)
    {
      const MilieuResult *result = reading->results[i];
      guint at = 0;
      while (at < *n && strcmp (listed[at].result->id, result->id) != 0)
        at++;
      if (at == *n)
        listed[(*n)++].result = result;
      else if (result->side == MILIEU_SIDE_STRUCTURAL)
        listed[at].all = result;
    }
  return listed;
}

const char *
milieu_listed_side (const MilieuListed *listed)
{
  static const char *const tokens[] = { "structural", "interactionist", "both" };

  return listed->all ? "both" : tokens[listed->result->side];
}

const char *
milieu_status_token (MilieuStatus status)
{
  static const char *const tokens[] = { "value", "empty", "not-evaluable" };

  return tokens[status];
}

const char *
milieu_outcome_token (MilieuOutcome outcome)
{
  static const char *const tokens[] = { "undecidable", "accumulation", "coupling", "ecosystem" };

  return tokens[outcome];
}

char *
milieu_number_shortest (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return g_strdup ("");
  for (guint digits = 1; digits <= 17; digits++)
    {
      char format[8];
      g_snprintf (format, sizeof format, "%%.%ug", digits);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  return g_strdup (text);
}
