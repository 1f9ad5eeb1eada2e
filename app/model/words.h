/* Words in a language that is an argument, not the process's locale.
 *
 * A French figure from an English window, painted by a worker: the words come
 * from the installed .mo, read once by a small reader of our own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MILIEU_LANGUAGE_ENGLISH,
  MILIEU_LANGUAGE_FRENCH,
} MilieuLanguage;

/** milieu_language_parse: Returns: %FALSE unless @code is "en", "fr" or begins with one of them and _, - or . */
gboolean milieu_language_parse (const char *code, MilieuLanguage *language);
const char *milieu_language_code (MilieuLanguage language);

/** milieu_language_of_user: Returns: the language of LANGUAGE, LC_ALL, LC_MESSAGES and LANG, in gettext's order */
MilieuLanguage milieu_language_of_user (void);

/**
 * milieu_words:
 * @msgid: the English words; mark them with N_() where they stand alone
 *
 * Returns: the words in @language, @msgid itself where there is no translation. Never freed. Any thread.
 */
const char *milieu_words (MilieuLanguage language, const char *msgid);

/** milieu_words_context: as milieu_words(), with gettext's context */
const char *milieu_words_context (MilieuLanguage language, const char *context, const char *msgid);

/** milieu_words_plural: as ngettext() */
const char *milieu_words_plural (MilieuLanguage language, const char *singular, const char *plural, gulong n);

/**
 * milieu_words_number:
 * @decimals: how many are written
 *
 * Returns: (transfer full): a number for people: French comma and narrow no-break spaces, English point and commas, − for minus
 */
char *milieu_words_number (MilieuLanguage language, double value, guint decimals);

/** milieu_words_fold: Returns: (transfer full): @text without accents, case, punctuation and double spaces, for finding and sorting */
char *milieu_words_fold (const char *text);

#ifndef N_
#define N_(String) (String)
#endif
/* marks a singular and its plural, where they stand alone, as one message */
#define NP_(one, many) one, many

G_END_DECLS
