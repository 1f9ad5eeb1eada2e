/* A sentence before it has a language: a msgid with {named} places, and what
 * stands in them. So that a reading is computed once and worded in any. */
#pragma once

#include "model/words.h"

G_BEGIN_DECLS

typedef struct _MilieuPhrase MilieuPhrase;

/**
 * milieu_phrase_new:
 * @msgid: a static string marked with N_(), with places in braces: "{count} of {all} ties"
 *
 * Returns: (transfer full): a phrase without arguments
 */
MilieuPhrase *milieu_phrase_new (const char *msgid);

/**
 * milieu_phrase_new_plural:
 * @count: chooses the form, and fills {count}
 *
 * Returns: (transfer full): a phrase whose words depend on a number
 */
MilieuPhrase *milieu_phrase_new_plural (const char *singular, const char *plural, gulong count);

/** milieu_phrase_copy: Returns: (transfer full) (nullable): @phrase may be %NULL */
MilieuPhrase *milieu_phrase_copy (const MilieuPhrase *phrase);
void milieu_phrase_free (MilieuPhrase *phrase);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuPhrase, milieu_phrase_free)

/**
 * milieu_phrase_number:
 * @name: a static string, the place that it fills
 * @decimals: how many are written; a number that is no number becomes "–"
 *
 * Returns: (transfer none): @phrase
 */
MilieuPhrase *milieu_phrase_number (MilieuPhrase *phrase, const char *name, double value, guint decimals);

/** milieu_phrase_text: fills a place with a text that no language changes (a name); copied */
MilieuPhrase *milieu_phrase_text (MilieuPhrase *phrase, const char *name, const char *text);

/** milieu_phrase_year: fills a place with a number that is never grouped */
MilieuPhrase *milieu_phrase_year (MilieuPhrase *phrase, const char *name, guint year);

/** milieu_phrase_phrase: fills a place with another phrase; @part: (transfer full) */
MilieuPhrase *milieu_phrase_phrase (MilieuPhrase *phrase, const char *name, MilieuPhrase *part);

/** milieu_phrase_list: adds one more phrase to a place; several are joined by @separator's translation (", "); @part: (transfer full) */
MilieuPhrase *milieu_phrase_list (MilieuPhrase *phrase, const char *name, MilieuPhrase *part, const char *separator);

/**
 * milieu_phrase_words:
 * @phrase: (nullable)
 *
 * Returns: (transfer full): the sentence in @language, "" for %NULL
 */
char *milieu_phrase_words (const MilieuPhrase *phrase, MilieuLanguage language);

G_END_DECLS
