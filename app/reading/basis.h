/* What every indicator works from: the actors and ties that a filter asks
 * for, their graphs and measures. And the building of results. Private. */
#pragma once

#include "network/measures.h"
#include "reading/memo.h"
#include "reading/result.h"

G_BEGIN_DECLS

/* indices of actors are vertices of both graphs */
typedef struct
{
  MilieuSnapshot *snapshot;
  const MilieuFilter *filter;
  const gint *cancel;
  guint year;           /* reference year, 0 if none */
  gint64 seed;
  guint draws;          /* of P1; 0: values alone, without what chance or much work puts beside them */
  guint rewirings;      /* of P2 */
  gboolean force;       /* compute what takes long too */
  guint n;
  const MilieuActor **actors; /* by id; works left out */
  guint n_works;
  const MilieuActor **works;  /* by id: what is asked for but no interlocutor */
  guint8 *grounds;            /* of actors */
  GStringChunk *strings;      /* texts made on the way, as long as the basis */
  guint32 n_actor_keys;
  guint32 *vertex;            /* of each actor key, MILIEU_NO_VERTEX outside */
  guint n_ties;               /* interaction and institution ties between the n, by id; no loop */
  const MilieuTie **ties;
  guint8 *classes;            /* of ties */
  guint n_dated, n_datable;   /* ties between the n, location ones included */
  MilieuGraph *graphs[MILIEU_N_GRAPHS];
  MilieuMemo *memo; /* (nullable): borrowed */
  MilieuMeasures *measures[MILIEU_N_GRAPHS]; /* %NULL until milieu_basis_measure() */
} MilieuBasis;

/**
 * milieu_basis_new:
 * @without: key of an actor to leave out, MILIEU_NO_KEY for none
 *
 * Returns: (transfer full): the basis; it borrows @snapshot and @filter
 */
MilieuBasis *milieu_basis_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, guint32 without, const gint *cancel);
void milieu_basis_free (MilieuBasis *basis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuBasis, milieu_basis_free)

/** milieu_basis_measure: computes the measures of both graphs */
void milieu_basis_measure (MilieuBasis *basis);
gboolean milieu_basis_cancelled (const MilieuBasis *basis);

/* of a walk over all shortest paths, roughly, for those who wait */
#define MILIEU_STEPS_PER_SECOND 5e7

/**
 * milieu_basis_rests_on:
 * @what: the computation
 *
 * Returns: (transfer full): what it rests on: the edges, weights and grounds of @graph, the seed and the draws, whoever
 *   the actors are; to be added to, then its digest is the key in the memo
 */
GChecksum *milieu_basis_rests_on (const MilieuBasis *basis, const char *what, const MilieuGraph *graph);

/** milieu_basis_recall: Returns: whether @value could be filled from the memo */
gboolean milieu_basis_recall (const MilieuBasis *basis, GChecksum *rests_on, gpointer value, gsize size);
void milieu_basis_keep (const MilieuBasis *basis, GChecksum *rests_on, gconstpointer value, gsize size);

/** milieu_basis_allows: whether what costs so much (n·m) is computed unasked: indicators §0 */
gboolean milieu_basis_allows (const MilieuBasis *basis, double cost);

/* meanings */
const char *milieu_basis_type_id (const MilieuBasis *basis, const MilieuTie *tie);
const char *milieu_basis_kind_id (const MilieuBasis *basis, const MilieuActor *actor);
MilieuElement milieu_basis_element (const MilieuBasis *basis, const MilieuActor *actor);
/** milieu_basis_is_type: whether the tie's type is one of @ids, separated by spaces */
gboolean milieu_basis_is_type (const MilieuBasis *basis, const MilieuTie *tie, const char *ids);
gboolean milieu_basis_is_kind (const MilieuBasis *basis, const MilieuActor *actor, const char *ids);
/** milieu_basis_is_meeting_place: a located place or infrastructure that belongs to a ground, or school of the underground */
gboolean milieu_basis_is_meeting_place (const MilieuBasis *basis, guint v);
guint milieu_basis_source (const MilieuBasis *basis, const MilieuTie *tie);
guint milieu_basis_target (const MilieuBasis *basis, const MilieuTie *tie);
guint milieu_basis_count_ground (const MilieuBasis *basis, MilieuGround ground);

/* results: each returns what it is given, to be chained */
MilieuResult *milieu_results_add (GPtrArray *results, const char *id, MilieuSide side);
MilieuResult *milieu_result_set (MilieuResult *result, double value, guint decimals);
/** @reason: (transfer full) */
MilieuResult *milieu_result_refuse (MilieuResult *result, MilieuPhrase *reason);
MilieuResult *milieu_result_empty (MilieuResult *result, MilieuPhrase *reason);
MilieuResult *milieu_result_remark (MilieuResult *result, MilieuPhrase *remark);
MilieuResult *milieu_result_add (MilieuResult *result, const char *name, double value);
MilieuResult *milieu_result_add_text (MilieuResult *result, const char *name, const char *text);
MilieuResult *milieu_result_add_cell (MilieuResult *result, const char *table, const char *row, const char *name, double value);

/** milieu_result_set_measure: the value, or not evaluable for the reason of the status */
MilieuResult *milieu_result_set_measure (MilieuResult *result, MilieuMeasure measure, guint decimals);
/** milieu_result_postpone: not evaluable: takes about so long */
MilieuResult *milieu_result_postpone (MilieuResult *result, double seconds);
/** milieu_result_leave_out: the value stands, something beside it is not computed unasked; @msgid: of a remark with {takes} */
MilieuResult *milieu_result_leave_out (MilieuResult *result, const char *msgid, double seconds);
/** milieu_result_refuse_betweenness: no betweenness of @graph, and why */
MilieuResult *milieu_result_refuse_betweenness (MilieuResult *result, const MilieuBasis *basis, MilieuGraphKind graph);
/** milieu_takes_phrase: Returns: (transfer full): "takes about 40 s", in minutes or hours where that is shorter to say */
MilieuPhrase *milieu_takes_phrase (double seconds);
/** milieu_measure_reason: Returns: (transfer full): why there is no value */
MilieuPhrase *milieu_measure_reason (MilieuMeasureStatus status);

/* what lies behind: 1 for each actor (n) or tie (n_ties) that does */
guint8 *milieu_basis_no_actors (const MilieuBasis *basis);
guint8 *milieu_basis_no_ties (const MilieuBasis *basis);
MilieuResult *milieu_result_behind (MilieuResult *result, const MilieuBasis *basis, const guint8 *actors, const guint8 *ties);
/** milieu_result_ends: the ends of the ties behind are the actors behind */
MilieuResult *milieu_result_ends (MilieuResult *result, const MilieuBasis *basis, const guint8 *ties);
/** milieu_result_rank: actors in the order given, most central first */
MilieuResult *milieu_result_rank (MilieuResult *result, const MilieuBasis *basis, const guint32 *vertices, guint n);
/** milieu_result_graph: all actors with a tie in a graph, and its ties */
MilieuResult *milieu_result_graph (MilieuResult *result, const MilieuBasis *basis, MilieuGraphKind graph);
gboolean milieu_basis_in_graph (const MilieuBasis *basis, guint tie, MilieuGraphKind graph);

/* the chapters: each adds its indicators */
void milieu_read_landscape (MilieuBasis *basis, GPtrArray *results);  /* S1–S4 */
void milieu_read_space (MilieuBasis *basis, GPtrArray *results);      /* S5–S10 */
void milieu_read_coupling (MilieuBasis *basis, GPtrArray *results);   /* L1 */
void milieu_read_ideas (MilieuBasis *basis, GPtrArray *results);      /* L2 */
void milieu_read_middleground (MilieuBasis *basis, GPtrArray *results); /* L3 */
void milieu_read_devices (MilieuBasis *basis, GPtrArray *results);    /* L4 */
void milieu_read_attraction (MilieuBasis *basis, GPtrArray *results); /* L5 */
void milieu_read_resilience (MilieuBasis *basis, GPtrArray *results); /* L6 */
void milieu_read_network (MilieuBasis *basis, GPtrArray *results);    /* 4.0–4.6 */
void milieu_read_groups (MilieuBasis *basis, GPtrArray *results);     /* 4.7 */
void milieu_read_events (MilieuBasis *basis, GPtrArray *results);     /* 4.8, 4.9 */

G_END_DECLS
