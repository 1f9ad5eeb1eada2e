#include "figure/tikz.h"

#include <string.h>

#define BP_PER_PX 0.75

static const struct { gunichar c; const char *tex; } accents[] =
{
  { 0x300, "\\`" }, { 0x301, "\\'" }, { 0x302, "\\^" }, { 0x303, "\\~" }, { 0x304, "\\=" }, { 0x306, "\\u" },
  { 0x307, "\\." }, { 0x308, "\\\"" }, { 0x30A, "\\r" }, { 0x30B, "\\H" }, { 0x30C, "\\v" }, { 0x327, "\\c" },
};

/* sorted by character only for reading */
static const struct { gunichar c; const char *tex; } characters[] =
{
  { '\\', "\\textbackslash{}" }, { '{', "\\{" }, { '}', "\\}" }, { '$', "\\char36{}" }, { '&', "\\&" }, { '#', "\\#" },
  { '_', "\\_" }, { '%', "\\%" }, { '^', "\\^{}" }, { '~', "\\~{}" }, { '<', "\\textless{}" }, { '>', "\\textgreater{}" },
  { '|', "\\textbar{}" }, { '"', "{''}" }, { '`', "\\`{}" }, { '\'', "{'}" }, { '-', "{-}" }, { '[', "{[}" }, { ']', "{]}" },
  { 0xA0, "~" }, { 0xA9, "\\milieuchar{A9}{{\\ooalign{\\hfil\\raise.07ex\\hbox{\\scalebox{.7}{c}}\\hfil\\crcr$\\bigcirc$}}}" }, { 0xAB, "\\milieuchar{AB}{\\raisebox{.2ex}{$\\scriptscriptstyle\\ll$}}" },
  { 0xB0, "$^{\\circ}$" }, { 0xB1, "$\\pm$" }, { 0xB2, "$^{2}$" }, { 0xB7, "$\\cdot$" },
  { 0xBB, "\\milieuchar{BB}{\\raisebox{.2ex}{$\\scriptscriptstyle\\gg$}}" },
  { 0xC6, "\\AE{}" }, { 0xD7, "$\\times$" }, { 0xD8, "\\O{}" }, { 0xDF, "\\ss{}" }, { 0xE6, "\\ae{}" }, { 0xF8, "\\o{}" },
  { 0x131, "\\i{}" }, { 0x141, "\\L{}" }, { 0x142, "\\l{}" }, { 0x152, "\\OE{}" }, { 0x153, "\\oe{}" },
  { 0x394, "$\\Delta$" }, { 0x3BB, "$\\lambda$" }, { 0x2009, "\\," }, { 0x2011, "{-}" }, { 0x2013, "{--}" },
  { 0x2014, "{---}" }, { 0x2018, "{`}" }, { 0x2019, "{'}" }, { 0x201C, "{``}" }, { 0x201D, "{''}" }, { 0x2022, "$\\bullet$" },
  { 0x2026, "\\dots{}" }, { 0x202F, "\\," }, { 0x20AC, "\\milieuchar{20AC}{EUR}" }, { 0x2190, "$\\leftarrow$" },
  { 0x2192, "$\\rightarrow$" }, { 0x2212, "$-$" }, { 0x2264, "$\\leq$" }, { 0x2265, "$\\geq$" },
};

void
milieu_tikz_number (MilieuTikz *tikz, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.3f", value);
  for (end = buffer + strlen (buffer); end[-1] == '0'; end--)
    end[-1] = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  g_string_append (tikz->text, strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

void
milieu_tikz_point (MilieuTikz *tikz, double x, double y)
{
  g_string_append_c (tikz->text, '(');
  milieu_tikz_number (tikz, x);
  g_string_append_c (tikz->text, ',');
  milieu_tikz_number (tikz, y);
  g_string_append_c (tikz->text, ')');
}

void
milieu_tikz_length (MilieuTikz *tikz, const char *name, double px)
{
  g_string_append_printf (tikz->text, ", %s=", name);
  milieu_tikz_number (tikz, px * BP_PER_PX);
  g_string_append (tikz->text, "bp");
}

void
milieu_tikz_colour (MilieuTikz *tikz, const char *name, MilieuColour colour, double opacity)
{
  if (colour == MILIEU_COLOUR_NONE)
    return;
  g_string_append_printf (tikz->text, ", %s=milieu-%s", name, milieu_colour_token (colour));
  if (opacity < 1)
    {
      g_string_append_printf (tikz->text, ", %s opacity=", name);
      milieu_tikz_number (tikz, opacity);
    }
}

void
milieu_tikz_dash (MilieuTikz *tikz, const double *dash, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += dash[i];
  if (sum <= 0)
    return;
  g_string_append (tikz->text, ", dash pattern=");
  for (guint i = 0; i < n; i++)
    {
      g_string_append (tikz->text, i % 2 ? " off " : i > 0 ? " on " : "on ");
      milieu_tikz_number (tikz, dash[i] * BP_PER_PX);
      g_string_append (tikz->text, "bp");
    }
}

void
milieu_tikz_comment (MilieuTikz *tikz, const char *first, const char *rest)
{
  g_autofree char *line = g_strdup (rest != NULL ? rest : "");

  for (char *p = line; *p; p++)
    if ((guchar) *p < ' ')
      *p = ' ';
  g_string_append_printf (tikz->text, "%% %s%s\n", first, line);
}

/* ---- text ---- */

static void
append_character (GString *text, gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    if (characters[i].c == c)
      {
        g_string_append (text, characters[i].tex);
        return;
      }
  if (c >= ' ' && c < 127)
    g_string_append_c (text, c);
  else if (c > 127)
    g_string_append_printf (text, "\\milieuchar{%X}{[U+%04X]}", c, c);
}

static const char *
accent_of (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].c == c)
      return accents[i].tex;
  return NULL;
}

void
milieu_tikz_escape (MilieuTikz *tikz, const char *text, gssize length, double tracking)
{
  g_autofree char *apart = g_utf8_normalize (text, length, G_NORMALIZE_DEFAULT);

  for (const char *p = apart; p != NULL && *p;)
    {
      g_autoptr (GString) letter = g_string_new (NULL);
      const char *accent;

      append_character (letter, g_utf8_get_char (p));
      for (p = g_utf8_next_char (p); *p && (accent = accent_of (g_utf8_get_char (p))) != NULL; p = g_utf8_next_char (p))
        {
          g_string_prepend (letter, "{");
          g_string_prepend (letter, accent);
          g_string_append_c (letter, '}');
        }
      g_string_append (tikz->text, letter->str);
      if (tracking > 0 && *p)
        {
          g_string_append (tikz->text, "\\kern");
          milieu_tikz_number (tikz, tracking * BP_PER_PX);
          g_string_append (tikz->text, "bp{}");
        }
    }
}
