/* The document as its two files see it. Private to the document. */
#pragma once

#include "session/document.h"
#include "session/journal.h"
#include "session/open-lock.h"

G_BEGIN_DECLS

struct _MilieuDocument
{
  GObject parent;
  MilieuJobs *jobs;
  MilieuMap *map;
  MilieuHistory *history;
  MilieuSnapshot *snapshot; /* (nullable): of the map as it stands */
  MilieuSnapshot *saved;    /* what the file holds: as it was opened, begun, saved or merged last */
  MilieuMap *saved_map;     /* of which that is a snapshot: ours, or the other of a merge */
  MilieuJournal *journal;
  gboolean journal_asked; /* for its base */
  gboolean is_quiet;      /* many groups come at once: who listens hears of the reset that follows */
  GFile *file;
  GFileMonitor *monitor; /* (nullable): of the file */
  MilieuOpenLock *lock;  /* (nullable): of the file */
  gboolean is_elsewhere; /* somebody else has the file open, and nobody was told yet */
  char *sum;             /* (nullable): SHA-256 of what the file held when we saw it last */
  MilieuMap *theirs;     /* (nullable): while a merge is decided */
  char *theirs_sum;
};

/* say that file, title or saved state may be other than before; that another map stands here; that the file is
 * another than was opened or saved */
void milieu_document_announce (MilieuDocument *document);
void milieu_document_announce_reset (MilieuDocument *document);
void milieu_document_announce_changed_outside (MilieuDocument *document);
/* say, once, that somebody else has the file open, if it is so */
void milieu_document_announce_elsewhere (MilieuDocument *document);

/**
 * milieu_document_stand_on: puts @map (transfer full) in place of the present one
 * @bytes: (nullable): what it was read from
 * @sum: (nullable): their SHA-256
 */
void milieu_document_stand_on (MilieuDocument *document, MilieuMap *map, GFile *file, GBytes *bytes, const char *sum);
/** milieu_document_keep_file: the map stands in @file (nullable), whose bytes have the SHA-256 @sum (nullable): watches it */
void milieu_document_keep_file (MilieuDocument *document, GFile *file, const char *sum);
/** milieu_document_keep_saved: @snapshot of @map is what the file holds */
void milieu_document_keep_saved (MilieuDocument *document, MilieuSnapshot *snapshot, MilieuMap *map);

G_END_DECLS
