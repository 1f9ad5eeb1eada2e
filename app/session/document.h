/* The document: a map, its history, and the file that it came from. */
#pragma once

#include "edit/merge.h"
#include "model/history.h"
#include "session/jobs.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define MILIEU_TYPE_DOCUMENT (milieu_document_get_type ())
G_DECLARE_FINAL_TYPE (MilieuDocument, milieu_document, MILIEU, DOCUMENT, GObject)

/**
 * MilieuDocument::reset: another map stands here now: opened, or new
 *
 * MilieuDocument::changed:
 * @mask: 1 << MilieuRecordType for each type that a group touched
 *
 * Comes once per group, undo and redo included; not after a reset.
 *
 * MilieuDocument::state-changed: file, title, modified, undo or redo may be other than before
 *
 * MilieuDocument::changed-outside: another program has written the file; the map stands as it was
 *
 * MilieuDocument::trouble:
 * @words: (nullable): what threatens what the person does, and what to do about it, translated; %NULL once it is over
 */

MilieuDocument *milieu_document_new (MilieuJobs *jobs);

/** milieu_document_map: Returns: (transfer none): the map that stands here until a reset */
MilieuMap *milieu_document_map (MilieuDocument *document);
/** milieu_document_history: Returns: (transfer none): its history */
MilieuHistory *milieu_document_history (MilieuDocument *document);

/** milieu_document_snapshot: Returns: (transfer none): the map as it stands, held until the next change */
MilieuSnapshot *milieu_document_snapshot (MilieuDocument *document);

/** milieu_document_file: Returns: (nullable): where it is saved */
GFile *milieu_document_file (MilieuDocument *document);
/** milieu_document_title: Returns: (transfer full): the map's title, else the file's name, else "Untitled", translated */
char *milieu_document_title (MilieuDocument *document);
gboolean milieu_document_is_modified (MilieuDocument *document);

/**
 * milieu_document_commit:
 * @group: (transfer full) (nullable): what a verb of edit/ gave; %NULL does nothing
 *
 * Returns: whether the map changed or had no need to; a refusal is told in @error
 */
gboolean milieu_document_commit (MilieuDocument *document, MilieuGroup *group, GError **error);
void milieu_document_undo (MilieuDocument *document);
void milieu_document_redo (MilieuDocument *document);

/** milieu_document_clear: a new, empty map without a file; the caller has asked about unsaved changes */
void milieu_document_clear (MilieuDocument *document);

/** milieu_document_take: puts @map in place of the present one, as if opened from @file (nullable) */
void milieu_document_take (MilieuDocument *document, MilieuMap *map, GFile *file);

/**
 * milieu_document_open_async:
 *
 * Reads @file in a worker. The present map stands until the new one is whole; a broken
 * file changes nothing, and its error says file, line, what is wrong and what to do.
 */
void milieu_document_open_async (MilieuDocument *document, GFile *file, GAsyncReadyCallback callback, gpointer data);
/** milieu_document_open_copy_async: the same, but the map has no file of its own: an example stays as it is */
void milieu_document_open_copy_async (MilieuDocument *document, GFile *file, GAsyncReadyCallback callback, gpointer data);
gboolean milieu_document_open_finish (MilieuDocument *document, GAsyncResult *result, GError **error);

#define MILIEU_DOCUMENT_ERROR (milieu_document_error_quark ())
GQuark milieu_document_error_quark (void);
typedef enum
{
  MILIEU_DOCUMENT_ERROR_CHANGED, /* another program wrote the file since it was opened or saved here */
} MilieuDocumentError;

/**
 * milieu_document_save_async:
 * @file: where to, which becomes the document's file if it succeeds
 * @over: whether it may be written over what another program wrote there
 *
 * Writes the map as it stands now in a worker, whole or not at all.
 */
void milieu_document_save_async (MilieuDocument *document, GFile *file, gboolean over, GAsyncReadyCallback callback, gpointer data);
gboolean milieu_document_save_finish (MilieuDocument *document, GAsyncResult *result, GError **error);

/** milieu_document_merge_async: reads the map in @file, to be merged into this one */
void milieu_document_merge_async (MilieuDocument *document, GFile *file, GAsyncReadyCallback callback, gpointer data);
/** milieu_document_merge_finish: Returns: (transfer full) (nullable): what is to be decided, %NULL with @error */
MilieuMerge *milieu_document_merge_finish (MilieuDocument *document, GAsyncResult *result, GError **error);

/** milieu_document_theirs: Returns: (transfer none) (nullable): the other map, until the merge is committed */
MilieuMap *milieu_document_theirs (MilieuDocument *document);

/**
 * milieu_document_commit_merge:
 * @merge: with its choices made; what was edited since it began is refused
 * @of_file: whether the other map was that of the document's own file, which may be saved over from now on
 */
gboolean milieu_document_commit_merge (MilieuDocument *document, MilieuMerge *merge, gboolean of_file, GError **error);

G_END_DECLS
