#include "figure/svg.h"

#include <string.h>

void
milieu_svg_number (MilieuSvg *svg, double value, guint decimals)
{
  static const char *const formats[] = { "%.0f", "%.1f", "%.2f", "%.3f", "%.4f" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, formats[MIN (decimals, 4)], value);
  if (strchr (buffer, '.'))
    {
      for (end = buffer + strlen (buffer); end[-1] == '0'; end--)
        end[-1] = '\0';
      if (end[-1] == '.')
        end[-1] = '\0';
    }
  g_string_append (svg->text, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

void
milieu_svg_attribute (MilieuSvg *svg, const char *name, double value)
{
  g_string_append_printf (svg->text, " %s=\"", name);
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

  if (colour == MILIEU_COLOUR_NONE)
    {
      g_string_append_printf (svg->text, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (svg->text, " %s=\"%s\"", name, milieu_style_hex (milieu_style_rgb (svg->style, colour), hex));
  if (opacity < 1)
    {
      g_string_append_printf (svg->text, " %s-opacity=\"", name);
      milieu_svg_number (svg, opacity, 3);
      g_string_append_c (svg->text, '"');
    }
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
  g_string_append_printf (svg->text, " id=\"%s\"", name->str);
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
