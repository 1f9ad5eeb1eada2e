/* An import at work: what stands for each record so far, and what the tables say. */
#pragma once

#include "format/import-sheet.h"
#include "format/import.h"

G_BEGIN_DECLS

/* a record as the import leaves it, and as the map has it */
typedef struct
{
  const MilieuRecord *before; /* (nullable) */
  MilieuRecord *after;
} MilieuDraft;

typedef struct
{
  MilieuMap *map;
  MilieuReport *report;
  const MilieuImport *what;

  GHashTable *drafts[MILIEU_N_RECORD_TYPES]; /* key → MilieuDraft */
  GPtrArray *order[MILIEU_N_RECORD_TYPES];   /* drafts as they came */

  GHashTable *claims; /* set: the content of each claim */
  guint last_claim;   /* the number in its id */
  guint last_tie;     /* of those that were given one */
  GHashTable *sources; /* title → key + 1 */
  GHashTable *names;   /* name of an actor → key + 1; 0 where two share it */
  GHashTable *ties;    /* what joins what → key + 1; (nullable) until asked for */
  gint64 room;         /* bytes of memory that what is made may still take */
  guint32 seed;        /* the source that "seed" means */
  char *seed_id, *seed_title, *seed_citation;
} MilieuImporter;

/* where we are, for reports */
typedef struct
{
  MilieuSheet *sheet;
  guint row;
} MilieuPlace;

/** milieu_importer_init: @map: to be added to; @report: takes what is refused. @importer is cleared by milieu_importer_clear() */
void milieu_importer_init (MilieuImporter *importer, MilieuMap *map, const MilieuImport *what, MilieuReport *report);
void milieu_importer_clear (MilieuImporter *importer);
/** milieu_importer_commit: adds all drafts that differ from the map to @group, in the order of the file's types */
void milieu_importer_commit (MilieuImporter *importer, MilieuGroup *group);

/** milieu_importer_goes_on: Returns: whether there is room for another row */
gboolean milieu_importer_goes_on (const MilieuImporter *importer);

/** milieu_importer_get: Returns: (nullable): the record as it stands now */
const MilieuRecord *milieu_importer_get (MilieuImporter *importer, MilieuRecordType type, guint32 key);
const MilieuRecord *milieu_importer_find (MilieuImporter *importer, MilieuRecordType type, const char *id);
/** milieu_importer_put: @after: (transfer full) */
void milieu_importer_put (MilieuImporter *importer, MilieuRecord *after);
/** milieu_importer_new_id: Returns: (transfer full): an id that no record bears, from a stem of at most 48 characters */
char *milieu_importer_new_id (MilieuImporter *importer, MilieuRecordType type, const char *stem);

/** milieu_importer_say: a line of the report about a row */
void milieu_importer_say (MilieuImporter *importer, MilieuPlace place, MilieuReportKind kind, const char *format, ...) G_GNUC_PRINTF (4, 5);
/** milieu_importer_row: the row was added or merged */
void milieu_importer_row (MilieuImporter *importer, MilieuPlace place, MilieuReportKind kind);

/** milieu_importer_id: Returns: (transfer full): a cell as an id: no space around it, a hyphen for each within */
char *milieu_importer_id (const char *cell);
/** milieu_importer_text: Returns: (transfer full): a cell as text; what no file can hold is replaced, with a remark */
char *milieu_importer_text (MilieuImporter *importer, MilieuPlace place, const char *cell);
/** milieu_importer_actor: Returns: (nullable): the actor that a cell names by id, or by its name if no other has it */
const MilieuRecord *milieu_importer_actor (MilieuImporter *importer, const char *cell);
/** milieu_importer_kind: the key of a kind (or tie type), made if it is not there, with a remark */
guint32 milieu_importer_kind (MilieuImporter *importer, MilieuPlace place, MilieuRecordType type, const char *cell);
/** milieu_importer_evidence: Returns: the evidence that a cell names, unset if none */
MilieuEvidence milieu_importer_evidence (const char *cell);

/* a claim about to be made; texts are borrowed */
typedef struct
{
  MilieuRecordType type; /* of the subject */
  guint32 key;
  const char *field, *value, *quote, *note; /* (nullable) */
  MilieuEvidence evidence;
  guint32 source; /* MILIEU_NO_KEY: unknown */
} MilieuClaimText;

/** milieu_importer_claim: Returns: whether it was not there yet */
void milieu_importer_remember_claims (MilieuImporter *importer);
gboolean milieu_importer_claim (MilieuImporter *importer, const MilieuClaimText *claim);

/** milieu_importer_source: Returns: the key of the source with that title, made if it is not there; none for "—" and blank */
guint32 milieu_importer_source (MilieuImporter *importer, const char *where);
/** milieu_importer_seed: Returns: the key of the source that the tables call "seed" */
guint32 milieu_importer_seed (MilieuImporter *importer);

/* the cells of a row as values of the fields; texts that the values borrow */
typedef struct
{
  MilieuRecordType type;
  guint32 key;
  char *id;
  MilieuValue values[MILIEU_MAX_FIELDS];
  char *texts[MILIEU_MAX_FIELDS];
} MilieuRow;

/** milieu_row_init: reads the cells of all fields but references to actors; a cell that is no value of its field stays as a claim, with a remark */
void milieu_row_init (MilieuRow *row, MilieuImporter *importer, MilieuPlace place, MilieuRecordType type, guint32 key, const char *id);
void milieu_row_clear (MilieuRow *row);
/** milieu_row_refuse: the cell of field @i stays as a claim, not as a value, with a remark that begins with @why */
void milieu_row_refuse (MilieuRow *row, MilieuImporter *importer, MilieuPlace place, guint i, const char *why);
/** milieu_row_put: a new record, or blank fields of an old one filled; a value that differs from the old one becomes a claim */
void milieu_row_put (MilieuRow *row, MilieuImporter *importer, MilieuPlace place);

/** milieu_importer_provenance: the claims of a row's source text, by the grammar of tokens */
void milieu_importer_provenance (MilieuImporter *importer, MilieuPlace place, guint32 actor);
/** milieu_importer_tie_words: the claim of a tie's evidence text */
void milieu_importer_tie_words (MilieuImporter *importer, MilieuPlace place, guint32 tie);

/** milieu_import_look_at_actors: what is to be said of the table as a whole */
void milieu_import_look_at_actors (MilieuImporter *importer, MilieuSheet *sheet);

/** milieu_import_actor: this and those below: drafts from one row, what is refused goes into the report */
void milieu_import_actor (MilieuImporter *importer, MilieuPlace place);
void milieu_import_scope (MilieuImporter *importer, MilieuPlace place);
/** milieu_import_seed: the actor that stands for the document from which the tables were made: the first whose scope is meta */
void milieu_import_seed (MilieuImporter *importer, MilieuPlace place);
void milieu_import_provenance (MilieuImporter *importer, MilieuPlace place);
void milieu_import_tie (MilieuImporter *importer, MilieuPlace place);
void milieu_import_ground (MilieuImporter *importer, MilieuPlace place);
void milieu_import_claim (MilieuImporter *importer, MilieuPlace place);

G_END_DECLS
