#include "model/short-name.h"

#include <string.h>

#define LONGEST 48
#define ABBREVIATE_OVER 26
#define KEEP_BRACKETS_UP_TO 14

/* whole phrases and their usual short forms, in both languages of the field */
static const struct { const char *full, *brief; } abbreviations[] = {
  { "Chambres de commerce et d’industrie", "CCI" },
  { "Chambre de commerce et d’industrie", "CCI" },
  { "Chamber of Commerce and Industry", "CCI" },
  { "Chambers of Commerce and Industry", "CCI" },
  { "Université", "Univ." },
  { "University", "Univ." },
  { "Association", "Assoc." },
  { "économie sociale", "éco. sociale" },
};
#define N_BODIES 4 /* bodies whose acronym is better known than their name */

static char *
replace_all (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);
  return g_strjoinv (new, parts);
}

static char *
abbreviate (const char *name, gsize first, gsize end)
{
  char *text = g_strdup (name);

  for (gsize i = first; i < end; i++)
    {
      char *next = replace_all (text, abbreviations[i].full, abbreviations[i].brief);
      g_free (text);
      text = next;
    }
  return text;
}

/* the capitals that begin the words of @text */
static char *
initials (const char *text)
{
  GString *letters = g_string_new (NULL);
  gboolean start = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (start && g_unichar_isupper (c))
        g_string_append_unichar (letters, c);
      start = g_unichar_isspace (c) || c == '-' || c == '\'' || c == 0x2019;
    }
  return g_string_free (letters, FALSE);
}

/* a name that ends in brackets: "Métropole Européenne de Lille (MEL)" */
static char *
without_brackets (const char *name)
{
  const char *open = strrchr (name, '(');
  g_autofree char *base = NULL, *inside = NULL, *capitals = NULL, *brief = NULL;
  glong letters;

  if (open == NULL || open == name || !g_str_has_suffix (name, ")"))
    return g_strdup (name);
  base = g_strchomp (g_strndup (name, open - name));
  inside = g_strndup (open + 1, strlen (open) - 2);
  capitals = initials (base);
  letters = g_utf8_strlen (inside, -1);
  if (letters >= 2 && letters <= 6 && g_str_equal (inside, capitals))
    return g_steal_pointer (&inside);
  brief = abbreviate (base, 0, N_BODIES);
  if (*brief == '\0')
    return g_strdup (name);
  if (g_utf8_strlen (brief, -1) + letters + 3 > KEEP_BRACKETS_UP_TO)
    return g_steal_pointer (&brief);
  return g_strdup_printf ("%s (%s)", brief, inside);
}

/* cuts at the last space that leaves room for the ellipsis */
static char *
cut (const char *name)
{
  g_autofree char *head = NULL;
  char *space;

  if (g_utf8_strlen (name, -1) <= LONGEST)
    return g_strdup (name);
  head = g_utf8_substring (name, 0, LONGEST - 1);
  space = strrchr (head, ' ');
  if (space != NULL && space - head > LONGEST / 2)
    *space = '\0';
  return g_strconcat (head, "…", NULL);
}

char *
milieu_typographic (const char *text)
{
  g_autofree char *apostrophes = replace_all (text, "'", "’");
  g_autofree char *opened = replace_all (apostrophes, "« ", "«\302\240");

  return replace_all (opened, " »", "\302\240»");
}

char *
milieu_short_name (const char *name)
{
  g_autofree char *typographic = NULL, *text = NULL, *brief = NULL;
  char *dash;

  g_return_val_if_fail (name != NULL, NULL);
  typographic = milieu_typographic (name);
  text = without_brackets (typographic);
  dash = strstr (text, " – ");
  if (dash != NULL && dash != text)
    *dash = '\0';
  if (g_utf8_strlen (text, -1) <= ABBREVIATE_OVER)
    return g_steal_pointer (&text);
  brief = abbreviate (text, 0, G_N_ELEMENTS (abbreviations));
  return cut (brief);
}
