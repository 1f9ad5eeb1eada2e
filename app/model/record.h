/* Records: what a map is made of. A record is written once and never again.
 *
 * One static table of fields per type drives equality, XML, tables, the
 * inspector, comparison and merge. To add a field: a member, an index, a row.
 * Records are created, counted and freed by the main thread only; any thread
 * may read one that its snapshot holds.
 */
#pragma once

#include <glib.h>

#include "model/date.h"
#include "model/plate-part.h"
#include "model/vocabulary.h"

G_BEGIN_DECLS

/* in the order of the file */
typedef enum
{
  MILIEU_RECORD_SETTING,
  MILIEU_RECORD_SOURCE,
  MILIEU_RECORD_KIND,
  MILIEU_RECORD_TYPE,
  MILIEU_RECORD_ACTOR,
  MILIEU_RECORD_TIE,
  MILIEU_RECORD_CLAIM,
  MILIEU_RECORD_SPOT,
  MILIEU_RECORD_FIGURE,
} MilieuRecordType;
#define MILIEU_N_RECORD_TYPES 9

/* what the map looks like on screen and on paper: no fact rests on it */
#define MILIEU_RECORDS_OF_LOOKS (1u << MILIEU_RECORD_SPOT | 1u << MILIEU_RECORD_FIGURE)

/* a key is an id turned into a dense integer, once and for ever in one map;
 * a spot has the key of its actor */
#define MILIEU_NO_KEY G_MAXUINT32

typedef struct
{
  MilieuRecordType type;
  guint count; /* references; main thread only */
  guint32 key;
  GRefString *id;
  GRefString *extra; /* (nullable): what a newer file held and we do not know, as XML */
} MilieuRecord;

typedef struct { MilieuRecord record; GRefString *value; } MilieuSetting;

typedef struct
{
  MilieuRecord record;
  GRefString *title, *citation;
  MilieuDate date;
  GRefString *address;
} MilieuSource;

typedef struct
{
  MilieuRecord record;
  GRefString *label;
  guint8 symbol, element, graph; /* MilieuSymbol, MilieuElement, MilieuAnswer: unset is yes */
} MilieuKind;

typedef struct
{
  MilieuRecord record;
  GRefString *label;
  guint8 tie_class, directed; /* MilieuClass, MilieuAnswer */
} MilieuTieType;

typedef struct
{
  MilieuRecord record;
  GRefString *name;
  guint32 kind; /* key */
  guint8 ground, scope, precision;
  GRefString *sector;
  MilieuDate start, end;
  GRefString *tags; /* separated by spaces */
  GRefString *municipality, *insee;
  double lon, lat; /* degrees, both NAN where unknown */
  double radius;   /* metres, NAN where unknown */
  GRefString *note;
} MilieuActor;

typedef struct
{
  MilieuRecord record;
  guint32 source, target; /* keys of actors */
  guint32 type;           /* key of a tie type */
  guint8 directed, evidence;
  MilieuDate start, end;
  double weight; /* NAN where unknown, which counts as 1 */
  GRefString *note;
} MilieuTie;

typedef struct
{
  MilieuRecord record;
  guint32 subject_key;
  guint8 subject_type; /* MilieuRecordType */
  guint8 evidence;
  GRefString *field; /* a token of the subject's fields, another word, or %NULL for the whole row */
  GRefString *value;
  guint32 source; /* key of a source, MILIEU_NO_KEY where unknown */
  GRefString *quote, *note;
} MilieuClaim;

typedef struct
{
  MilieuRecord record;
  double x, y; /* network units, y down */
  guint8 pinned;
} MilieuSpot;

/* a figure as the map keeps it: all that is needed to draw it again */
typedef struct
{
  MilieuRecord record;
  GRefString *name;
  guint8 view, frame, style, language, legend; /* MilieuPlateView, MilieuPlateFrame … ; unset: as export has it */
  GRefString *title;      /* printed; %NULL: the map's */
  double width, height;   /* mm, NAN: 170 and by content */
  double margin;          /* mm, NAN: none */
  double dpi;             /* of a PNG */
  GRefString *family;     /* of its text; %NULL: the look's */
  double smallest;        /* points that its smallest text has at least; NAN: as drawn */
  guint8 size;            /* MilieuSizeBy: what makes symbols large */
  GRefString *years;      /* of small multiples: milieu_plate_years() */
  GRefString *insets;     /* words of milieu_inset_parse(); %NULL: what is proposed */
  GRefString *labels;     /* placed by hand: milieu_plate_labels() */
  double columns;         /* of the legend, NAN: as many as fit */
  guint8 evidence, grounds, scope;
  double year, slice;
  GRefString *hide;       /* words of milieu_plate_hidden() */
  GRefString *parts[MILIEU_N_PARTS]; /* as model/plate-part.h says; %NULL: where the part stands by itself */
  GRefString *note;       /* printed above the credit */
  GRefString *caption;
} MilieuPlate;

/* indices of fields, in the order of the schema */
enum { MILIEU_SETTING_VALUE };
enum { MILIEU_SOURCE_TITLE, MILIEU_SOURCE_CITATION, MILIEU_SOURCE_DATE, MILIEU_SOURCE_ADDRESS };
enum { MILIEU_KIND_LABEL, MILIEU_KIND_SYMBOL, MILIEU_KIND_ELEMENT, MILIEU_KIND_GRAPH };
enum { MILIEU_TYPE_LABEL, MILIEU_TYPE_CLASS, MILIEU_TYPE_DIRECTED };
enum
{
  MILIEU_ACTOR_NAME, MILIEU_ACTOR_KIND, MILIEU_ACTOR_GROUND, MILIEU_ACTOR_SCOPE, MILIEU_ACTOR_SECTOR,
  MILIEU_ACTOR_START, MILIEU_ACTOR_END, MILIEU_ACTOR_TAGS,
  MILIEU_ACTOR_MUNICIPALITY, MILIEU_ACTOR_INSEE, MILIEU_ACTOR_LON, MILIEU_ACTOR_LAT,
  MILIEU_ACTOR_PRECISION, MILIEU_ACTOR_RADIUS, MILIEU_ACTOR_NOTE,
};
enum
{
  MILIEU_TIE_SOURCE, MILIEU_TIE_TARGET, MILIEU_TIE_TYPE, MILIEU_TIE_DIRECTED, MILIEU_TIE_START,
  MILIEU_TIE_END, MILIEU_TIE_WEIGHT, MILIEU_TIE_EVIDENCE, MILIEU_TIE_NOTE,
};
enum
{
  MILIEU_CLAIM_SUBJECT, MILIEU_CLAIM_FIELD, MILIEU_CLAIM_VALUE, MILIEU_CLAIM_EVIDENCE,
  MILIEU_CLAIM_SOURCE, MILIEU_CLAIM_QUOTE, MILIEU_CLAIM_NOTE,
};
enum { MILIEU_SPOT_X, MILIEU_SPOT_Y, MILIEU_SPOT_PINNED };
enum
{
  MILIEU_PLATE_NAME, MILIEU_PLATE_VIEW, MILIEU_PLATE_TITLE, MILIEU_PLATE_FRAME, MILIEU_PLATE_STYLE,
  MILIEU_PLATE_LANGUAGE, MILIEU_PLATE_LEGEND,
  MILIEU_PLATE_WIDTH, MILIEU_PLATE_HEIGHT, MILIEU_PLATE_MARGIN, MILIEU_PLATE_DPI, MILIEU_PLATE_FAMILY, MILIEU_PLATE_SMALLEST,
  MILIEU_PLATE_SIZE, MILIEU_PLATE_YEARS, MILIEU_PLATE_INSETS, MILIEU_PLATE_LABELS, MILIEU_PLATE_COLUMNS,
  MILIEU_PLATE_EVIDENCE, MILIEU_PLATE_GROUNDS, MILIEU_PLATE_SCOPE, MILIEU_PLATE_YEAR, MILIEU_PLATE_SLICE, MILIEU_PLATE_HIDE,
  MILIEU_PLATE_PART, /* the first of MILIEU_N_PARTS */
  MILIEU_PLATE_NOTE = MILIEU_PLATE_PART + MILIEU_N_PARTS, MILIEU_PLATE_CAPTION,
};
#define MILIEU_MAX_FIELDS 36

typedef enum
{
  MILIEU_VALUE_NONE,
  MILIEU_VALUE_TEXT,
  MILIEU_VALUE_TOKEN,     /* a value of a vocabulary */
  MILIEU_VALUE_DATE,
  MILIEU_VALUE_NUMBER,
  MILIEU_VALUE_REFERENCE, /* the key of a record */
  MILIEU_VALUE_SUBJECT,   /* type and key of a record */
} MilieuValueKind;

typedef struct
{
  MilieuValueKind kind; /* NONE where absent */
  MilieuRecordType type; /* of a SUBJECT */
  union
  {
    const char *text;
    guint token;
    MilieuDate date;
    double number;
    guint32 key;
  };
} MilieuValue;

typedef enum
{
  MILIEU_FIELD_REQUIRED = 1 << 0,
  MILIEU_FIELD_LONG = 1 << 1, /* a text of several lines, an element of its own in the file */
  MILIEU_FIELD_PART = 1 << 2, /* a text that says where a part of a page stands: model/plate-part.h */
} MilieuFieldFlags;

typedef struct
{
  const char *token; /* in files */
  MilieuValueKind kind;
  guint of;          /* MilieuVocabulary of a TOKEN, MilieuRecordType of a REFERENCE */
  gsize offset;
  guint decimals;    /* of a NUMBER, as written */
  double minimum, maximum; /* of a NUMBER, both allowed */
  MilieuFieldFlags flags;
  const char *child; /* (nullable): the child element that bears the attribute ("place") */
} MilieuField;

/**
 * milieu_fields:
 * @n: (out) (optional): how many
 *
 * Returns: (array length=n): the fields of records of @type, in schema order
 */
const MilieuField *milieu_fields (MilieuRecordType type, guint *n);

/**
 * milieu_field_find:
 *
 * Returns: the index of the field named @token, or -1
 */
int milieu_field_find (MilieuRecordType type, const char *token);

/** milieu_record_type_token: Returns: "actor", "tie" … the element's name in the file */
const char *milieu_record_type_token (MilieuRecordType type);

/**
 * milieu_record_new:
 * @type: the type
 * @key: the key of @id in the map, from milieu_map_intern()
 * @id: the id
 * @values: (nullable): one value per field, in the order of milieu_fields(); %NULL for all absent
 * @extra: (nullable): unknown XML to be kept
 *
 * Texts are copied; an empty text counts as absent; numbers are rounded to the field's decimals.
 *
 * Returns: (transfer full): a record
 */
MilieuRecord *milieu_record_new (MilieuRecordType type, guint32 key, const char *id,
                                 const MilieuValue *values, const char *extra);

/** milieu_record_new_shared: the same, with an @id that the map holds already (milieu_map_id()) and that is not copied */
MilieuRecord *milieu_record_new_shared (MilieuRecordType type, guint32 key, const GRefString *id,
                                        const MilieuValue *values, const char *extra);

/**
 * milieu_record_with:
 *
 * Returns: (transfer full): a copy of @record with one field changed
 */
MilieuRecord *milieu_record_with (const MilieuRecord *record, guint field, MilieuValue value);

/**
 * milieu_record_copy_as:
 *
 * Returns: (transfer full): a copy of @record under another key and id (for "duplicate")
 */
MilieuRecord *milieu_record_copy_as (const MilieuRecord *record, guint32 key, const char *id);

MilieuRecord *milieu_record_ref (const MilieuRecord *record);
void milieu_record_unref (MilieuRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuRecord, milieu_record_unref)

/**
 * milieu_record_get:
 *
 * Returns: the value of a field; texts are borrowed from the record
 */
MilieuValue milieu_record_get (const MilieuRecord *record, guint field);

/** milieu_record_equal: whether two records have the same type, id, fields and extra; either may be %NULL */
gboolean milieu_record_equal (const MilieuRecord *a, const MilieuRecord *b);

/** milieu_value_equal: whether two values are of one kind and the same; no number equals NAN */
gboolean milieu_value_equal (MilieuValue a, MilieuValue b);

#define MILIEU_NO_VALUE ((MilieuValue) { .kind = MILIEU_VALUE_NONE })
#define MILIEU_TEXT(t) ((MilieuValue) { .kind = MILIEU_VALUE_TEXT, .text = (t) })
#define MILIEU_TOKEN(v) ((MilieuValue) { .kind = MILIEU_VALUE_TOKEN, .token = (v) })
#define MILIEU_DATE(d) ((MilieuValue) { .kind = MILIEU_VALUE_DATE, .date = (d) })
#define MILIEU_NUMBER(d) ((MilieuValue) { .kind = MILIEU_VALUE_NUMBER, .number = (d) })
#define MILIEU_REFERENCE(k) ((MilieuValue) { .kind = MILIEU_VALUE_REFERENCE, .key = (k) })
#define MILIEU_SUBJECT(t, k) ((MilieuValue) { .kind = MILIEU_VALUE_SUBJECT, .type = (t), .key = (k) })

G_END_DECLS
