#include "model/words.h"

#include "milieu-config.h"

#include <math.h>
#include <string.h>

/* A compiled catalogue (.mo): a sorted table of msgids, one of translations. */
typedef struct
{
  GMappedFile *file;
  const guint8 *data;
  gsize size;
  gboolean swapped;
  guint32 n, ids, texts;
} Catalogue;

static const char *const codes[] = { "en", "fr" };

static guint32
word_at (const Catalogue *catalogue, gsize offset)
{
  guint32 word;

  if (offset > catalogue->size || catalogue->size - offset < sizeof word)
    return 0;
  memcpy (&word, catalogue->data + offset, sizeof word);
  return catalogue->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* the text of an entry of a table, NULL if the file is damaged */
static const char *
text_at (const Catalogue *catalogue, guint32 table, guint32 i)
{
  gsize length = word_at (catalogue, table + 8 * (gsize) i);
  gsize offset = word_at (catalogue, table + 8 * (gsize) i + 4);

  if (offset == 0 || offset >= catalogue->size || length >= catalogue->size - offset
      || catalogue->data[offset + length] != '\0')
    return NULL;
  return (const char *) catalogue->data + offset;
}

static Catalogue *
catalogue_open (const char *path)
{
  Catalogue *catalogue = g_new0 (Catalogue, 1);
  guint32 magic;

  catalogue->file = g_mapped_file_new (path, FALSE, NULL);
  if (catalogue->file == NULL)
    return catalogue;
  catalogue->data = (const guint8 *) g_mapped_file_get_contents (catalogue->file);
  catalogue->size = g_mapped_file_get_length (catalogue->file);
  magic = word_at (catalogue, 0);
  catalogue->swapped = magic == 0xde120495;
  if (magic != 0x950412de && !catalogue->swapped)
    return catalogue;
  catalogue->n = word_at (catalogue, 8);
  catalogue->ids = word_at (catalogue, 12);
  catalogue->texts = word_at (catalogue, 16);
  return catalogue;
}

/* catalogues are opened once and live as long as the program */
static const Catalogue *
catalogue_of (MilieuLanguage language)
{
  static gsize catalogues[G_N_ELEMENTS (codes)];

  if (g_once_init_enter (&catalogues[language]))
    {
      const char *folder = g_getenv ("MILIEU_LOCALEDIR");
      g_autofree char *path = g_build_filename (folder != NULL ? folder : MILIEU_LOCALEDIR, codes[language],
                                                "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      g_once_init_leave (&catalogues[language], (gsize) catalogue_open (path));
    }
  return (const Catalogue *) catalogues[language];
}

static const char *
look_up (MilieuLanguage language, const char *msgid)
{
  const Catalogue *catalogue;
  guint32 low = 0, high;

  if (language == MILIEU_LANGUAGE_ENGLISH || *msgid == '\0')
    return NULL;
  catalogue = catalogue_of (language);
  high = catalogue->n;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *id = text_at (catalogue, catalogue->ids, middle);
      int order = id != NULL ? strcmp (msgid, id) : -1;

      if (order == 0)
        return text_at (catalogue, catalogue->texts, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

gboolean
milieu_language_parse (const char *code, MilieuLanguage *language)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (codes); i++)
    if (strncmp (code, codes[i], 2) == 0 && strchr ("_-.@", code[2]) != NULL)
      {
        *language = i;
        return TRUE;
      }
  return FALSE;
}

const char *
milieu_language_code (MilieuLanguage language)
{
  return codes[language];
}

MilieuLanguage
milieu_language_of_user (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");
  MilieuLanguage language;

  for (guint i = 0; names[i] != NULL; i++)
    if (milieu_language_parse (names[i], &language))
      return language;
  return MILIEU_LANGUAGE_ENGLISH;
}

const char *
milieu_words (MilieuLanguage language, const char *msgid)
{
  const char *found = look_up (language, msgid);

  return found != NULL && *found != '\0' ? found : msgid;
}

const char *
milieu_words_context (MilieuLanguage language, const char *context, const char *msgid)
{
  g_autofree char *key = g_strconcat (context, "\004", msgid, NULL);
  const char *found = look_up (language, key);

  return found != NULL && *found != '\0' ? found : msgid;
}

const char *
milieu_words_plural (MilieuLanguage language, const char *singular, const char *plural, gulong n)
{
  /* the table's msgid is "singular\0plural", which strcmp() sees as the singular;
   * French counts 0 and 1 as singular, and so does its catalogue's rule */
  const char *found = look_up (language, singular);

  if (language == MILIEU_LANGUAGE_ENGLISH || found == NULL || *found == '\0')
    return n == 1 ? singular : plural;
  return n <= 1 ? found : found + strlen (found) + 1;
}

static void
group_digits (GString *digits, gsize end, const char *separator)
{
  gsize start = g_ascii_isdigit (digits->str[0]) ? 0 : strcspn (digits->str, "0123456789");

  /* French typography leaves four digits together */
  for (gsize at = end; at > start + 3;)
    {
      at -= 3;
      g_string_insert (digits, (gssize) at, separator);
    }
}

char *
milieu_words_number (MilieuLanguage language, double value, guint decimals)
{
  gboolean french = language == MILIEU_LANGUAGE_FRENCH;
  char format[16], buffer[400];
  GString *text;
  gsize whole;

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 17));
  g_ascii_formatd (buffer, sizeof buffer, format, fabs (value));
  text = g_string_new (buffer);
  whole = strspn (text->str, "0123456789");
  if (whole < text->len && text->str[whole] == '.')
    text->str[whole] = french ? ',' : '.';
  if (whole > 4 || (!french && whole > 3))
    group_digits (text, whole, french ? "\u202f" : ",");
  /* −0,0 would say something that is not there */
  if (value < 0 && strspn (buffer, "0.") != strlen (buffer))
    g_string_prepend (text, "−");
  return g_string_free (text, FALSE);
}

static const char *
spell_ligature (gunichar c)
{
  switch (c)
    {
    case 0x153: /* œ */
      return "oe";
    case 0xe6: /* æ */
      return "ae";
    case 0xf8: /* ø */
      return "o";
    case 0x142: /* ł */
      return "l";
    default:
      return NULL;
    }
}

char *
milieu_words_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *parts = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_new (NULL);

  for (const char *at = parts; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c))
        continue;
      if (spell_ligature (c) != NULL)
        g_string_append (folded, spell_ligature (c));
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}
