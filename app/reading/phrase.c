#include "reading/phrase.h"

#include <math.h>
#include <string.h>

typedef enum
{
  ARGUMENT_NUMBER,
  ARGUMENT_TEXT,
  ARGUMENT_PHRASES,
} ArgumentKind;

typedef struct
{
  const char *name;
  ArgumentKind kind;
  double number;
  guint decimals;
  char *text;
  GPtrArray *phrases;
  const char *separator;
} Argument;

struct _MilieuPhrase
{
  const char *msgid;
  const char *plural;
  gulong count;
  GArray *arguments;
};

static void
argument_clear (gpointer data)
{
  Argument *argument = data;

  g_free (argument->text);
  g_clear_pointer (&argument->phrases, g_ptr_array_unref);
}

static Argument *
argument_find (const MilieuPhrase *phrase, const char *name, gsize length)
{
  for (guint i = 0; i < phrase->arguments->len; i++)
    {
      Argument *argument = &g_array_index (phrase->arguments, Argument, i);
      if (strlen (argument->name) == length && strncmp (argument->name, name, length) == 0)
        return argument;
    }
  return NULL;
}

/* a second argument of one name replaces the first */
static Argument *
argument_add (MilieuPhrase *phrase, const char *name, ArgumentKind kind)
{
  Argument *old = argument_find (phrase, name, strlen (name));
  Argument argument = { .name = name, .kind = kind };

  if (old)
    {
      argument_clear (old);
      *old = argument;
      return old;
    }
  g_array_append_val (phrase->arguments, argument);
  return &g_array_index (phrase->arguments, Argument, phrase->arguments->len - 1);
}

static char *
argument_words (const Argument *argument, MilieuLanguage language)
{
  GString *joined;

  if (argument->kind == ARGUMENT_TEXT)
    return g_strdup (argument->text);
  if (argument->kind == ARGUMENT_NUMBER)
    return isfinite (argument->number)
             ? milieu_words_number (language, argument->number, argument->decimals)
             : g_strdup ("–");

  joined = g_string_new (NULL);
  for (guint i = 0; i < argument->phrases->len; i++)
    {
      g_autofree char *words = milieu_phrase_words (argument->phrases->pdata[i], language);
      if (i > 0)
        g_string_append (joined, milieu_words (language, argument->separator));
      g_string_append (joined, words);
    }
  return g_string_free (joined, FALSE);
}

static void
phrase_free (gpointer phrase)
{
  milieu_phrase_free (phrase);
}

MilieuPhrase *
milieu_phrase_new (const char *msgid)
{
  MilieuPhrase *phrase = g_new0 (MilieuPhrase, 1);

  phrase->msgid = msgid;
  phrase->arguments = g_array_new (FALSE, TRUE, sizeof (Argument));
  g_array_set_clear_func (phrase->arguments, argument_clear);
  return phrase;
}

MilieuPhrase *
milieu_phrase_new_plural (const char *singular, const char *plural, gulong count)
{
  MilieuPhrase *phrase = milieu_phrase_new (singular);

  phrase->plural = plural;
  phrase->count = count;
  return milieu_phrase_number (phrase, "count", count, 0);
}

MilieuPhrase *
milieu_phrase_copy (const MilieuPhrase *phrase)
{
  MilieuPhrase *copy;

  if (!phrase)
    return NULL;
  copy = milieu_phrase_new (phrase->msgid);
  copy->plural = phrase->plural;
  copy->count = phrase->count;
  for (guint i = 0; i < phrase->arguments->len; i++)
    {
      const Argument *from = &g_array_index (phrase->arguments, Argument, i);
      Argument *to = argument_add (copy, from->name, from->kind);
      to->number = from->number;
      to->decimals = from->decimals;
      to->text = g_strdup (from->text);
      to->separator = from->separator;
      if (from->phrases)
        to->phrases = g_ptr_array_new_with_free_func (phrase_free);
      for (guint j = 0; from->phrases && j < from->phrases->len; j++)
        g_ptr_array_add (to->phrases, milieu_phrase_copy (from->phrases->pdata[j]));
    }
  return copy;
}

void
milieu_phrase_free (MilieuPhrase *phrase)
{
  if (!phrase)
    return;
  g_array_unref (phrase->arguments);
  g_free (phrase);
}

MilieuPhrase *
milieu_phrase_number (MilieuPhrase *phrase, const char *name, double value, guint decimals)
{
  Argument *argument = argument_add (phrase, name, ARGUMENT_NUMBER);

  argument->number = value;
  argument->decimals = decimals;
  return phrase;
}

MilieuPhrase *
milieu_phrase_text (MilieuPhrase *phrase, const char *name, const char *text)
{
  argument_add (phrase, name, ARGUMENT_TEXT)->text = g_strdup (text);
  return phrase;
}

MilieuPhrase *
milieu_phrase_year (MilieuPhrase *phrase, const char *name, guint year)
{
  argument_add (phrase, name, ARGUMENT_TEXT)->text = g_strdup_printf ("%u", year);
  return phrase;
}

MilieuPhrase *
milieu_phrase_phrase (MilieuPhrase *phrase, const char *name, MilieuPhrase *part)
{
  Argument *argument = argument_add (phrase, name, ARGUMENT_PHRASES);

  argument->separator = "";
  argument->phrases = g_ptr_array_new_with_free_func (phrase_free);
  g_ptr_array_add (argument->phrases, part);
  return phrase;
}

MilieuPhrase *
milieu_phrase_list (MilieuPhrase *phrase, const char *name, MilieuPhrase *part, const char *separator)
{
  Argument *argument = argument_find (phrase, name, strlen (name));

  if (!argument || argument->kind != ARGUMENT_PHRASES)
    {
      milieu_phrase_phrase (phrase, name, part);
      argument_find (phrase, name, strlen (name))->separator = separator;
      return phrase;
    }
  argument->separator = separator;
  g_ptr_array_add (argument->phrases, part);
  return phrase;
}

char *
milieu_phrase_words (const MilieuPhrase *phrase, MilieuLanguage language)
{
  const char *words, *open, *close;
  GString *out;

  if (!phrase || *phrase->msgid == '\0') /* gettext keeps its header under the empty msgid */
    return g_strdup ("");
  words = phrase->plural ? milieu_words_plural (language, phrase->msgid, phrase->plural, phrase->count)
                         : milieu_words (language, phrase->msgid);
  out = g_string_new (NULL);
  while ((open = strchr (words, '{')) && (close = strchr (open, '}')))
    {
      const Argument *argument = argument_find (phrase, open + 1, close - open - 1);
      g_string_append_len (out, words, open - words);
      if (argument)
        {
          g_autofree char *text = argument_words (argument, language);
          g_string_append (out, text);
        }
      else /* a place that nothing fills stays as it is, so that a test sees it */
        g_string_append_len (out, open, close + 1 - open);
      words = close + 1;
    }
  g_string_append (out, words);
  return g_string_free (out, FALSE);
}
