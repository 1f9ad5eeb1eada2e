/* The parser's side of reading: bytes (project-read.c) make events
 * (project-events.c), what we do not know is kept (project-unknown.c), elements
 * become checked records (project-record.c). */
#pragma once

#include <libxml/parser.h>

#include "format/project-extra.h"
#include "format/project-read.h"

G_BEGIN_DECLS

#define MILIEU_PROJECT_MAX_PROBLEMS 1000

/* one attribute as startElementNs has it: five pointers */
typedef struct
{
  const char *name, *prefix, *uri, *value, *end;
} MilieuAttribute;

/* one start or end tag; of an end tag only the first three */
typedef struct
{
  const char *name, *prefix, *uri; /* the last two (nullable) */
  int n_namespaces;
  const xmlChar **namespaces; /* prefix and URI of each */
  int n_attributes;
  const MilieuAttribute *attributes;
} MilieuTag;

/* an element that bears a record; texts stand in MilieuLoader.held, at milieu_loader_text() */
typedef struct
{
  MilieuRecordType type;
  guint line;
  gsize id;                       /* 0 if there is none */
  gsize texts[MILIEU_MAX_FIELDS]; /* the same */
  guint lines[MILIEU_MAX_FIELDS];
  guint64 children;               /* 1 << index of the first field of each child seen */
  MilieuExtra extra;
} MilieuElementText;

typedef struct
{
  const char *name; /* of the file, for errors */
  MilieuReport *report;
  MilieuMap *map;
  MilieuGroup *group;
  MilieuProjectLines *lines;

  /* bytes */
  GBytes *bytes; /* (nullable): else a descriptor */
  int descriptor;
  guint64 taken;
  gboolean ended;

  /* events */
  xmlParserCtxt *context;
  guint depth;
  gboolean stopped;
  gboolean ill_formed; /* the parser found a fault of XML */
  gboolean salvaging;  /* a fault is noted, and what can be read goes on being read */
  gboolean in_record;
  MilieuElementText element;
  GString *held;       /* its texts, each with a NUL, after a first byte that is none */
  const char *child;   /* (nullable): the known child element we are in */
  int long_field;      /* whose text we are in, or -1 */
  GString *text;       /* of that field */
  guint unknown;       /* how deep we are in what we do not know */
  GString *kept;       /* where that goes */
  gsize kept_from;     /* from there on it is the element that we are in */
  gboolean tag_open;   /* the last start tag of it still lacks its > */
  MilieuExtra rest;    /* of the root */
} MilieuLoader;

/** milieu_loader_line: Returns: the line that is being parsed */
guint milieu_loader_line (MilieuLoader *loader);

/** milieu_loader_problem: adds an error; after a thousand the loader stops */
void milieu_loader_problem (MilieuLoader *loader, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** milieu_loader_stop: nothing more is read */
void milieu_loader_stop (MilieuLoader *loader);

/** milieu_loader_events: sets the handlers of the parser, whose user data is a MilieuLoader */
void milieu_loader_events (xmlSAXHandler *handler);

/** milieu_loader_is_id: Returns: whether @id may be one: not empty, no white space, no control character */
gboolean milieu_loader_is_id (const char *id);

/** milieu_loader_finish_record: checks the element and adds its record to the group; clears the element */
void milieu_loader_finish_record (MilieuLoader *loader);

/** milieu_loader_check_references: each dangling reference is a problem on the referrer's line */
void milieu_loader_check_references (MilieuLoader *loader);

/** milieu_loader_salvage: leaves in the group what names nothing that was lost */
void milieu_loader_salvage (MilieuLoader *loader);

/** milieu_loader_text: @at: (nullable, as 0). Returns: (nullable): a text of the element, until it holds the next */
const char *milieu_loader_text (const MilieuLoader *loader, gsize at);

/** milieu_loader_clear_element: lets go what was gathered of it and leaves it empty */
void milieu_loader_clear_element (MilieuLoader *loader);

/* what we do not know, as XML that the writer puts back */
gboolean milieu_tag_is_ours (const MilieuTag *tag);
void milieu_unknown_keep_attribute (GString *text, const MilieuAttribute *attribute);
void milieu_unknown_keep_namespaces (GString *text, const MilieuTag *tag);
/** milieu_unknown_begin: the element that starts with the next milieu_unknown_start() goes into @into */
void milieu_unknown_begin (MilieuLoader *loader, GString *into, guint indent);
void milieu_unknown_start (MilieuLoader *loader, const MilieuTag *tag);
void milieu_unknown_text (MilieuLoader *loader, const char *text, int length);
void milieu_unknown_end (MilieuLoader *loader, const MilieuTag *tag);

G_END_DECLS
