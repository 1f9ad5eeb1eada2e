#include "figure/svg.h"

#include <math.h>
#include <string.h>

/* whole numbers of up to 2^53 units of the last decimal, rounded once: printf, which is exact for all, is slow */
static gboolean
add_digits (GString *text, double value, guint decimals)
{
  static const double units[] = { 1, 1e1, 1e2, 1e3, 1e4 };
  char buffer[32], *at = buffer + sizeof buffer, *end = at;
  guint64 rest;

  if (!(fabs (value) < 1e11))
    return FALSE;
  rest = (guint64) rint (fabs (value) * units[decimals]);
  if (value < 0 && rest > 0)
    g_string_append_c (text, '-');
  for (guint i = 0; i < decimals; i++, rest /= 10)
    if (rest % 10 != 0 || at != end)
      *--at = '0' + rest % 10;
  if (at != end)
    *--at = '.';
  do
    *--at = '0' + rest % 10;
  while ((rest /= 10) > 0);
  g_string_append_len (text, at, end - at);
  return TRUE;
}

void
milieu_svg_number (MilieuSvg *svg, double value, guint decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!add_digits (svg->text, value, MIN (decimals, 4)))
    g_string_append (svg->text, g_ascii_formatd (buffer, sizeof buffer, "%.0f", value));
}

void
milieu_svg_attribute (MilieuSvg *svg, const char *name, double value)
{
  g_string_append_c (svg->text, ' ');
  g_string_append (svg->text, name);
  g_string_append (svg->text, "=\"");
  milieu_svg_number (svg, value, 2);
  g_string_append_c (svg->text, '"');
}

void
milieu_svg_escape (MilieuSvg *svg, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (svg->text, escaped);
}

void
milieu_svg_paint (MilieuSvg *svg, const char *name, MilieuColour colour, double opacity)
{
  char hex[8];

  g_string_append_c (svg->text, ' ');
  g_string_append (svg->text, name);
  g_string_append (svg->text, "=\"");
  g_string_append (svg->text, colour == MILIEU_COLOUR_NONE ? "none" : milieu_style_hex (milieu_style_rgb (svg->style, colour), hex));
  g_string_append_c (svg->text, '"');
  if (colour == MILIEU_COLOUR_NONE || opacity >= 1)
    return;
  g_string_append_c (svg->text, ' ');
  g_string_append (svg->text, name);
  g_string_append (svg->text, "-opacity=\"");
  milieu_svg_number (svg, opacity, 3);
  g_string_append_c (svg->text, '"');
}

void
milieu_svg_id (MilieuSvg *svg, const char *prefix, const char *id)
{
  GString *name = g_string_new (prefix);
  gsize length;

  for (const char *p = id; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 128 && (g_ascii_isalnum (c) || strchr ("-_.", c)))
        g_string_append_c (name, c);
      else
        g_string_append_printf (name, "_%x", c);
    }
  length = name->len;
  for (guint i = 2; g_hash_table_contains (svg->ids, name->str); i++)
    {
      g_string_truncate (name, length);
      g_string_append_printf (name, "-%u", i);
    }
  g_string_append (svg->text, " id=\"");
  g_string_append_len (svg->text, name->str, name->len);
  g_string_append_c (svg->text, '"');
  g_hash_table_add (svg->ids, g_string_free (name, FALSE));
}

void
milieu_svg_points (MilieuSvg *svg, const MilieuPoint *points, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (svg->text, ' ');
      milieu_svg_number (svg, points[i].x, 2);
      g_string_append_c (svg->text, ' ');
      milieu_svg_number (svg, points[i].y, 2);
    }
}
