/* The network of a map as arrays: copied once from a snapshot, never changed,
 * counted atomically, so any thread may hold and read it. */
#pragma once

#include "model/filter.h"

G_BEGIN_DECLS

/* which ties: 1 << MilieuClass, or'ed */
#define MILIEU_TIES_INTERACTION (1u << MILIEU_CLASS_INTERACTION)
#define MILIEU_TIES_ALL (MILIEU_TIES_INTERACTION | 1u << MILIEU_CLASS_INSTITUTION)
#define MILIEU_TIES_DRAWN (MILIEU_TIES_ALL | 1u << MILIEU_CLASS_LOCATION | 1u << MILIEU_CLASS_UNSET)

/* no vertex, no edge */
#define MILIEU_NO_VERTEX G_MAXUINT32

typedef struct
{
  guint32 a, b;            /* vertices, a < b */
  double weight;           /* sum over the parallel ties; a blank weight counts as 1 */
  guint classes;           /* 1 << MilieuClass of each tie, or'ed */
  guint32 first_tie, n_ties; /* the tie keys, in MilieuGraph.ties */
} MilieuEdge;

typedef struct
{
  guint32 from, to;
} MilieuArc;

/* Read it, never write it. Vertices are numbered in the bytewise order of the
 * actors' ids, edges by (a, b), arcs by (from, to). */
typedef struct
{
  int count;
  guint n;            /* vertices */
  guint m;            /* edges: simple, undirected, no loop */
  guint n_arcs;       /* distinct directed arcs: s→t, and t→s where a tie has no direction */
  guint n_ties;       /* underlying ties, loops left out */
  guint32 *actors;    /* key of each vertex */
  guint8 *grounds;    /* MilieuGround of each vertex */
  guint8 *elements;   /* MilieuElement of the vertex's kind */
  guint32 *kinds;     /* key of the vertex's kind, MILIEU_NO_KEY if unknown */
  guint8 *outside;    /* 1 for a kind that is left out of measures (graph=no: works) */
  MilieuEdge *edges;
  guint32 *ties;      /* tie keys, edge by edge, each edge's in ascending order of ids */
  MilieuArc *arcs;
  guint32 *first;     /* n + 1: the neighbours of v stand at first[v] … first[v + 1] - 1 */
  guint32 *neighbours; /* ascending for each vertex */
  guint32 *edge_of;   /* the edge to each neighbour */
  gpointer igraph;    /* private: the worker's copy, once it was asked for one */
} MilieuGraph;

typedef enum
{
  MILIEU_GRAPH_MEASURED = 0,    /* without kinds whose graph is no */
  MILIEU_GRAPH_WITH_WORKS = 1,  /* for drawings: with them */
} MilieuGraphFlags;

/**
 * milieu_graph_new:
 * @classes: which ties, 1 << MilieuClass or'ed
 *
 * What the canvas hides is not left out. Linear in actors and ties (plus sorting).
 *
 * Returns: (transfer full): the graph of the actors and ties that @filter asks for
 */
MilieuGraph *milieu_graph_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, guint classes,
                               MilieuGraphFlags flags);

/** milieu_graph_new_interaction: Returns: (transfer full): G_I of indicators §0: interaction ties, no works */
MilieuGraph *milieu_graph_new_interaction (MilieuSnapshot *snapshot, const MilieuFilter *filter);

/** milieu_graph_new_all: Returns: (transfer full): G_A: interaction and institution ties, no works */
MilieuGraph *milieu_graph_new_all (MilieuSnapshot *snapshot, const MilieuFilter *filter);

/** milieu_graph_new_drawn: Returns: (transfer full): what the network view draws: works too, ties of every class */
MilieuGraph *milieu_graph_new_drawn (MilieuSnapshot *snapshot, const MilieuFilter *filter);

/**
 * milieu_graph_new_from_arrays:
 * @grounds: (nullable) (array length=n): all without ground if %NULL
 * @pairs: (array): 2 · @n_ties vertices; a pair twice is a parallel tie
 * @weights: (nullable) (array length=n_ties): all 1 if %NULL; NAN is 1
 * @classes: (nullable) (array length=n_ties): MilieuClass; all interaction if %NULL
 * @directed: (nullable) (array length=n_ties): all undirected if %NULL
 *
 * Actor and tie keys are the indices.
 *
 * Returns: (transfer full): a graph
 */
MilieuGraph *milieu_graph_new_from_arrays (guint n, const guint8 *grounds, guint n_ties, const guint32 *pairs,
                                           const double *weights, const guint8 *classes, const guint8 *directed);

/**
 * milieu_graph_without:
 * @removed: (array): 1 for each vertex to leave out, n of them
 *
 * Returns: (transfer full): the graph induced by the other vertices
 */
MilieuGraph *milieu_graph_without (const MilieuGraph *graph, const guint8 *removed);

void milieu_graph_unref (MilieuGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuGraph, milieu_graph_unref)

/** milieu_graph_vertex: Returns: the vertex of the actor @key, MILIEU_NO_VERTEX if it has none; O(n) */
guint32 milieu_graph_vertex (const MilieuGraph *graph, guint32 key);

/** milieu_graph_edge: Returns: the edge between two vertices, MILIEU_NO_VERTEX if none; O(log degree) */
guint32 milieu_graph_edge (const MilieuGraph *graph, guint32 a, guint32 b);

/** milieu_graph_has_arc: Returns: whether the arc @from → @to is there; O(log arcs) */
gboolean milieu_graph_has_arc (const MilieuGraph *graph, guint32 from, guint32 to);

/** milieu_graph_degree: Returns: the number of neighbours of @v */
static inline guint
milieu_graph_degree (const MilieuGraph *graph, guint32 v)
{
  return graph->first[v + 1] - graph->first[v];
}

G_END_DECLS
