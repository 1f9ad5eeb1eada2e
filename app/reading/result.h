/* What the two readings say of a map: results, each with what lies behind it.
 *
 * A reading holds keys and copied strings, never a record: it may outlive its
 * snapshot and cross threads. It never changes once computed. */
#pragma once

#include "model/filter.h"
#include "reading/phrase.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_SIDE_STRUCTURAL,     /* the landscape of institutions, all ties */
  MILIEU_SIDE_INTERACTIONIST, /* what actors do together, interactions alone */
  MILIEU_SIDE_BOTH,           /* one against the other */
} MilieuSide;

/* three outcomes, never two */
typedef enum
{
  MILIEU_STATUS_VALUE,
  MILIEU_STATUS_EMPTY,         /* empty by construction: nothing of that sort was entered */
  MILIEU_STATUS_NOT_EVALUABLE, /* and a reason why */
} MilieuStatus;

/* graphs: interactions alone, and interactions with institutional ties; never location */
typedef enum
{
  MILIEU_GRAPH_INTERACTION,
  MILIEU_GRAPH_ALL,
} MilieuGraphKind;
#define MILIEU_N_GRAPHS 2

/* what a value is made of; static strings, except those of a table and texts */
typedef struct
{
  const char *table; /* (nullable): the table that it is a cell of, in @row and column @name */
  const char *row;   /* (nullable) */
  const char *name;  /* a token for files: "lambda_all" */
  double value;      /* NAN where that part alone is undefined */
  const char *text;  /* (nullable): instead of a value, an id */
} MilieuPart;

/* what chance gave, as a histogram: how many draws of the null model fell into each of n bins of one width */
typedef struct
{
  guint n;          /* 0: there are no draws */
  guint *counts;
  double low, high; /* the middles of the first and the last bin */
} MilieuSpread;

/**
 * MilieuResult:
 *
 * One indicator. (id, side) is unique in a reading: 4.0, 4.2 and 4.6 stand
 * once in each column. @value is NAN unless @status is VALUE, and for what is
 * a point (S5, L1c), whose parts say it all.
 */
typedef struct
{
  const char *id; /* of indicators: "S1", "L1b", "4.6" */
  MilieuSide side;
  MilieuStatus status;
  double value;
  guint decimals;   /* that people read */
  const char *unit; /* "" or "km", "%" */
  MilieuPart *parts;
  guint n_parts;
  MilieuPhrase *reason;  /* (nullable): why it is empty or not evaluable */
  MilieuPhrase *remark;  /* (nullable): what must stand beside the value ("14 of 25 ties dated") */
  guint32 *actors;       /* keys of the actors behind it, by id; for a centre, ranked */
  guint n_actors;
  guint32 *ties;         /* keys of the ties behind it, by id */
  guint n_ties;
  double seconds;        /* about how long what was left out takes (filter.compute_all computes it); 0: nothing was left out */
  MilieuSpread chance;   /* of the same measure as the value */
} MilieuResult;

typedef struct
{
  guint degree;
  double strength;       /* sum of weights */
  double betweenness;    /* Brandes, each pair once */
  double constraint;     /* Burt; NAN for an isolate */
  double effective_size; /* Borgatti; NAN for an isolate */
  guint core;            /* k-core */
  double participation;  /* across grounds; NAN for an isolate */
  guint component;       /* number of its component, 0 the largest */
  guint rank;            /* by betweenness, 1 first; equal ones share a rank; 0 where it was not computed */
  guint64 reach_before, reach_after; /* cross-ground pairs in one component, with and without the actor */
  double external_internal; /* E-I index of its own pairs; NAN where none has both grounds known */
  gboolean cut_point;    /* whether the network falls apart without it */
  guint coordinator, itinerant, gatekeeper, liaison; /* Gould-Fernandez pairs; all 0 without a ground */
} MilieuActorMeasures;

/* one of the n actors of the graphs (scope, works out), by id */
typedef struct
{
  guint32 key;
  const char *id, *name;
  guint8 ground; /* MilieuGround, with the switch applied */
  MilieuActorMeasures measures[MILIEU_N_GRAPHS];
} MilieuReadingActor;

/* a tie of the evidence set between the n actors, location left out */
typedef struct
{
  guint32 key;
  const char *id;
  guint source, target; /* indices into actors */
  guint8 tie_class;
} MilieuReadingTie;

typedef enum
{
  MILIEU_OUTCOME_UNDECIDABLE,
  MILIEU_OUTCOME_ACCUMULATION,
  MILIEU_OUTCOME_COUPLING,
  MILIEU_OUTCOME_ECOSYSTEM,
} MilieuOutcome;

typedef enum
{
  MILIEU_TEST_PASS,
  MILIEU_TEST_FAIL,
  MILIEU_TEST_NOT_EVALUABLE,
} MilieuTestStatus;
#define MILIEU_N_TESTS 6

/* the thresholds of the tests: see verdict.h */
#define MILIEU_N_THRESHOLDS 10

/* the verdict on one evidence set with strict or suggested grounds */
typedef struct
{
  MilieuOutcome outcome;
  guint evaluable, passed;
} MilieuCellVerdict;
#define MILIEU_N_CELL_EVIDENCES 4 /* stated, implied, verified, recalled */

typedef struct
{
  const char *id; /* "T1" */
  MilieuTestStatus status;
  MilieuPhrase *reason; /* values against thresholds, or why it is not evaluable */
} MilieuTest;

typedef struct
{
  MilieuOutcome outcome;
  guint evaluable, passed;
  MilieuTest tests[MILIEU_N_TESTS];
  double thresholds[MILIEU_N_THRESHOLDS];
  gboolean changed[MILIEU_N_THRESHOLDS]; /* whether the map has its own */
  double values[MILIEU_N_THRESHOLDS];    /* what is held against them, NAN where undefined */
  MilieuPhrase *changes; /* (nullable): which thresholds and tie classes are not those of the convention */
  guint draws, draws_same;       /* threshold draws */
  guint removals, removals_same; /* actors taken away one at a time; 0 and 0 where the map is too large for it */
  MilieuCellVerdict cells[MILIEU_N_CELL_EVIDENCES][2]; /* evidence from stated; strict, suggested */
  gboolean exploratory; /* fewer than six tests could be made: mark the verdict as exploratory */
  double seconds;       /* about how long the removals take that were left out; 0: none was */
  MilieuPhrase *sentence;
} MilieuVerdict;

#define MILIEU_N_QUESTIONS 5

/* Tables of the answers, in their parts (MilieuPart.table; row, column):
 *   Q2 "brokers": actor × crossing, betweenness, participation, constraint, loss; "types", "grounds", "kinds",
 *      "sectors": how many ties of the first broker; "career": tie → year of its start
 *   Q3 "communities": actor × start, end, alive (1, 0; none where unknown), size_trend, hosting, funding, crossing,
 *      events, commons, kilometres; "first": actor × type of tie → year of the first one;
 *      "comparison": hosting … kilometres × active, ended (medians), delta, p
 *   Q4 "years": year × events, ties
 *   Q5 "municipalities": how many meeting places; "between": "a – b" × kilometres, tied, partner */

typedef struct
{
  gint count; /* references, atomic */
  GStringChunk *strings;
  guint64 revision; /* of the snapshot it was computed from */
  MilieuFilter filter;
  guint year;     /* reference year, 0 if the map has none */
  MilieuGround emerging; /* EMERGING if it stands apart, else the ground with which it counts as one */
  gint64 seed;    /* of null models */
  char *title;    /* of the map, "" if unset */
  MilieuReadingActor *actors; /* by id */
  guint n_actors;             /* n */
  MilieuReadingTie *ties;     /* by id */
  guint n_ties;
  guint n_dyads[MILIEU_N_GRAPHS]; /* m of each simple graph */
  guint n_dated, n_datable;       /* k of m ties between the n actors dated, location ties included */
  MilieuResult **results;         /* in the order of indicators */
  guint n_results;
  MilieuVerdict *verdict;                      /* (nullable) */
  MilieuPhrase *questions[MILIEU_N_QUESTIONS]; /* (nullable) each */
  MilieuResult *answers[MILIEU_N_QUESTIONS];   /* (nullable) each: "Q2" …: whether it can be answered, with what numbers, and who stands behind */
  struct _MilieuMemo *memo;      /* private: costly numbers, for the next reading */
  guint computed, recalled;      /* how many of them were computed, and how many taken from here or from the reading before */
} MilieuReading;

/** MilieuReadingProgress: @fraction: 0 to 1, from the computing thread */
typedef void (*MilieuReadingProgress) (double fraction, gpointer data);

/**
 * milieu_reading_compute:
 * @snapshot: read, not kept
 * @filter: what is asked; what the canvas hides is ignored
 * @cancel: (nullable): an atomic integer; not 0 to give up (milieu_job_cancel_flag())
 * @progress: (nullable): told between steps
 *
 * A pure function: the same snapshot and filter give the same reading. Any thread.
 *
 * Returns: (transfer full) (nullable): %NULL only if cancelled
 */
MilieuReading *milieu_reading_compute (MilieuSnapshot *snapshot, const MilieuFilter *filter, const gint *cancel,
                                       MilieuReadingProgress progress, gpointer data);

/**
 * milieu_reading_compute_after:
 * @before: (nullable): an earlier reading, of this map or another
 *
 * The same reading, sooner: costly numbers whose graph, grounds, places and
 * seed are those of @before are taken from it, as its computed and recalled tell.
 */
MilieuReading *milieu_reading_compute_after (const MilieuReading *before, MilieuSnapshot *snapshot,
                                             const MilieuFilter *filter, const gint *cancel,
                                             MilieuReadingProgress progress, gpointer data);

MilieuReading *milieu_reading_ref (MilieuReading *reading);
void milieu_reading_unref (MilieuReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuReading, milieu_reading_unref)

/** milieu_reading_find: Returns: (nullable) (transfer none): the result of @id in a column; of any column if @side is BOTH */
const MilieuResult *milieu_reading_find (const MilieuReading *reading, const char *id, MilieuSide side);

/** milieu_result_part: Returns: the part named @name, NAN if there is none */
double milieu_result_part (const MilieuResult *result, const char *name);

/** milieu_reading_actor: Returns: (nullable) (transfer none): the actor with this key, %NULL if it is not one of the n */
const MilieuReadingActor *milieu_reading_actor (const MilieuReading *reading, guint32 key);

G_END_DECLS
