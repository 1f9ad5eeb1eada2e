/* What a damaged file still holds, as a map of its own. */
#pragma once

#include "format/report.h"
#include "session/document.h"

G_BEGIN_DECLS

/** milieu_document_salvage_async: reads, in a worker, what can be read of @file, which is not touched */
void milieu_document_salvage_async (MilieuDocument *document, GFile *file, GAsyncReadyCallback callback, gpointer data);
/**
 * milieu_document_salvage_finish:
 * @report: (out) (transfer full): all that is wrong in the file, and what was left out for it, each with its line
 *
 * Returns: (transfer full) (nullable): a map of the rest, for milieu_document_take_salvaged(); %NULL with @error if
 *   there is not one record, or if a later request came
 */
MilieuMap *milieu_document_salvage_finish (MilieuDocument *document, GAsyncResult *result, MilieuReport **report, GError **error);

/**
 * milieu_document_take_salvaged:
 * @map: of milieu_document_salvage_finish(), which nobody else uses
 *
 * Puts @map in place of the present one, as one change of a map that was never saved: it is in the journal, and nobody
 * closes it unasked.
 */
void milieu_document_take_salvaged (MilieuDocument *document, MilieuMap *map);

G_END_DECLS
