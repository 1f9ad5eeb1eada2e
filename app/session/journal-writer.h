/* The thread that puts a journal on the disk. Private to the journal. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MilieuJournalWriter MilieuJournalWriter;

/**
 * MilieuJournalWriterFailed:
 * @code: an errno, or 0: the disk takes lines again
 * Called from the writer's thread.
 */
typedef void (*MilieuJournalWriterFailed) (int code, gpointer data);

/** milieu_journal_writer_new: Returns: (transfer full): a writer with nothing to do */
MilieuJournalWriter *milieu_journal_writer_new (MilieuJournalWriterFailed failed, gpointer data);
/** milieu_journal_writer_free: does what is left to do, then ends the thread and lets the journal's lock go */
void milieu_journal_writer_free (MilieuJournalWriter *writer);

/**
 * milieu_journal_writer_begin:
 * @folder: to be made, with the files `base` and `changes`; taken for this process alone
 * @base: what the first holds
 * @lines: what the second begins with
 * The folder before it is removed once the new one is on the disk.
 */
void milieu_journal_writer_begin (MilieuJournalWriter *writer, const char *folder, GBytes *base, const char *lines);
/** milieu_journal_writer_append: writes @line behind the others, and syncs */
void milieu_journal_writer_append (MilieuJournalWriter *writer, const char *line);
/** milieu_journal_writer_settle: waits until all that was given is done; Returns: whether all lines are on the disk */
gboolean milieu_journal_writer_settle (MilieuJournalWriter *writer);
/** milieu_journal_writer_end: removes the folder */
void milieu_journal_writer_end (MilieuJournalWriter *writer);

/** milieu_journal_remove: removes the files of a journal and its folder; what is not there is passed over */
void milieu_journal_remove (const char *folder);

G_END_DECLS
