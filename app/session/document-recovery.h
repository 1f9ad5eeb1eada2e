/* What was done before the program died, done again in a document. */
#pragma once

#include "session/document.h"
#include "session/recovery.h"

G_BEGIN_DECLS

typedef struct
{
  guint edits;   /* that the map has again, each of which can be undone */
  guint missing; /* that do not fit, since one before them cannot be read or applied */
  gboolean fits; /* %FALSE: the file was changed since, and the map is a copy without a file */
  char *aside;   /* (nullable) (owned): where the journal is kept, of which not all could be applied */
} MilieuRecovered;

/** milieu_recovered_clear: frees what @recovered holds */
void milieu_recovered_clear (MilieuRecovered *recovered);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MilieuRecovered, milieu_recovered_clear)

/**
 * milieu_document_recover:
 * @recovered: (out caller-allocates): what came of it
 *
 * Puts the map in place of the present one and of one that is being opened, which the caller has asked about, and does each edit again, journalled
 * anew. The old journal goes once the new one is on the disk; if it cannot be applied to the end it is put aside. On
 * a disk that takes no journal it stays, for another start.
 *
 * Returns: %FALSE with @error, which says where the journal is kept, if there is no map to begin with: the present
 *   one stands
 */
gboolean milieu_document_recover (MilieuDocument *document, MilieuRecovery *recovery, MilieuRecovered *recovered, GError **error);

G_END_DECLS
