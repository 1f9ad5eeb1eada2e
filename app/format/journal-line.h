/* A group of changes as one line of text, and back. */
#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* longer lines are no line of ours */
#define MILIEU_JOURNAL_MAX_LINE (256 << 20)

/**
 * milieu_journal_line:
 * @map: the map to which @group was applied, which bears its ids
 *
 * The line begins with a checksum of the rest, so that one that was cut short is known.
 *
 * Returns: (transfer full): the line, with its line feed
 */
char *milieu_journal_line (MilieuGroup *group, MilieuMap *map);

/** milieu_journal_sealed: Returns: (transfer full): @text (of one line) behind its checksum, with a line feed */
char *milieu_journal_sealed (const char *text);

/**
 * milieu_journal_unseal:
 * @line: (array length=length): a line without its line feed
 * Returns: (transfer full) (nullable): what the seal holds; %NULL if the checksum is not that of the text
 */
char *milieu_journal_unseal (const char *line, gsize length);

/**
 * milieu_journal_group:
 * @text: what milieu_journal_unseal() gave
 * @map: the map as it stood before the group
 *
 * Returns: (transfer full) (nullable): the group, ready to be applied; %NULL with @error (MILIEU_FORMAT_ERROR) if
 *   the text is none, or if the map does not hold what the group found there
 */
MilieuGroup *milieu_journal_group (const char *text, MilieuMap *map, GError **error);

/**
 * MilieuJournalChanged:
 * @before: (nullable): the fields before, %NULL where there was no record
 * @after: (nullable): the fields after
 */
typedef void (*MilieuJournalChanged) (const char *type, const char *id, GVariant *before, GVariant *after, gpointer data);

/** milieu_journal_foreach_change: calls @func for each change of the group in @text; any thread */
void milieu_journal_foreach_change (const char *text, MilieuJournalChanged func, gpointer data);

/** milieu_journal_words: Returns: (transfer full) (nullable): the words of the group in @text; @time: (out): when, microseconds since 1970 */
char *milieu_journal_words (const char *text, gint64 *time);

G_END_DECLS
