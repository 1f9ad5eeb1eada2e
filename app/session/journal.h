/* What was done since the last save, on disk: nothing that a person did is
 * older than a second and not there. A journal is a folder of two files,
 * `base`, the map as it was saved or opened, and `changes`, a line a group. */
#pragma once

#include "model/map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* the text of a line that says: the map as it stands here was being saved */
#define MILIEU_JOURNAL_MARK "'save'"

#define MILIEU_TYPE_JOURNAL (milieu_journal_get_type ())
G_DECLARE_FINAL_TYPE (MilieuJournal, milieu_journal, MILIEU, JOURNAL, GObject)

/**
 * MilieuJournal::failed:
 * @words: (nullable): what happened and what to do, translated; %NULL once all of it is written after all
 *
 * The disk is full, or the folder cannot be written: it is tried again each second.
 */

/**
 * milieu_journal_new:
 * @file: (nullable): where the map is saved; %NULL if it never was
 * @title: what a person knows the map by
 * @base: (nullable): the bytes of the map before the first line; %NULL if milieu_journal_set_base() comes later
 *
 * Nothing is on disk before the first line. The folder is $XDG_STATE_HOME/milieu/journals/, and nobody else can
 * take it up while this process lives.
 */
MilieuJournal *milieu_journal_new (GFile *file, const char *title, GBytes *base);

/** milieu_journal_set_base: the bytes of the map before the first line, for which the lines have waited */
void milieu_journal_set_base (MilieuJournal *journal, GBytes *base);

/**
 * milieu_journal_append:
 * @group: was applied to @map
 *
 * Hands the line to the system at once, so that it outlives this process, and has it synced to the disk by a thread
 * within a second, so that it outlives the machine.
 */
void milieu_journal_append (MilieuJournal *journal, MilieuGroup *group, MilieuMap *map);

/** milieu_journal_has_begun: Returns: whether lines are on their way to the disk */
gboolean milieu_journal_has_begun (MilieuJournal *journal);

/** milieu_journal_wait: waits, in any thread, until what was given to a journal that has begun is on the disk or refused by it */
void milieu_journal_wait (MilieuJournal *journal);

/** milieu_journal_settle: waits until the lines are on the disk; Returns: whether they are, %FALSE too while there is no base */
gboolean milieu_journal_settle (MilieuJournal *journal);

/** milieu_journal_mark: says that the map as it stands now is being saved; Returns: a number for milieu_journal_saved() */
guint milieu_journal_mark (MilieuJournal *journal);

/**
 * milieu_journal_saved:
 * @mark: of the save that succeeded
 * @file: where to
 * @base: the bytes that the file now holds
 *
 * What came after @mark stays, on the new base; the rest goes.
 */
void milieu_journal_saved (MilieuJournal *journal, guint mark, GFile *file, GBytes *base);

/** milieu_journal_base: Returns: (transfer none) (nullable): the bytes of the map before the first line, if they are known */
GBytes *milieu_journal_base (MilieuJournal *journal);
/** milieu_journal_lines: Returns: (transfer full) (element-type utf8): the lines since the base, for another thread */
GPtrArray *milieu_journal_lines (MilieuJournal *journal);

/** milieu_journal_close: the person saved or said that the changes may go: takes the journal off the disk */
void milieu_journal_close (MilieuJournal *journal);

/** milieu_journal_folder: Returns: (transfer full): where the journals are */
char *milieu_journal_folder (void);

G_END_DECLS
