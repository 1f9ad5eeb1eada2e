/* Measures of a graph, as defined in the indicators (formulas and sources are
 * named with each). Plain results; NAN where undefined, with a status that
 * says why: 0 never stands for an undefined ratio.
 *
 * @grounds: functions that take it use it instead of the graph's own grounds
 * (for permutations); %NULL means the graph's own.
 */
#pragma once

#include "network/graph.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_MEASURE_VALUE,
  MILIEU_MEASURE_NO_ACTORS,  /* n is 0 */
  MILIEU_MEASURE_NO_TIES,    /* nothing that the ratio could be taken of */
  MILIEU_MEASURE_ONE_GROUND, /* a contrast of grounds needs two */
  MILIEU_MEASURE_TOO_FEW,    /* fewer actors or pairs than the definition asks for */
  MILIEU_MEASURE_TOO_LARGE,  /* cost over the limit: ask for it with force */
  MILIEU_MEASURE_CANCELLED,
  MILIEU_MEASURE_FAILED,
} MilieuMeasureStatus;

typedef struct
{
  double value; /* NAN unless status is VALUE */
  MilieuMeasureStatus status;
} MilieuMeasure;

/* above this n·m, what costs n·m is computed only with force */
#define MILIEU_MEASURES_LIMIT 200000000.0

/* Gould & Fernandez 1989 on undirected data: unordered pairs a, b of neighbours
 * of v that are not tied to each other */
typedef struct
{
  guint64 coordinator; /* AAA */
  guint64 itinerant;   /* ABA */
  guint64 gatekeeper;  /* ABB and AAB: gatekeeper and representative, merged */
  guint64 liaison;     /* ABC */
  gboolean defined;  /* FALSE for a vertex without ground; pairs with an end without ground count nowhere */
} MilieuRoles;

/* one value per vertex; free with milieu_measures_free() */
typedef struct
{
  gint count;              /* references, atomic */
  guint n;
  guint *degree;           /* §4.1 k */
  double *strength;        /* §4.1 s, weighted */
  double *betweenness;     /* §4.2, unordered pairs, unweighted; NAN if not computed */
  MilieuMeasureStatus betweenness_status;
  double *constraint;      /* §4.3 Burt, weighted; NAN for isolates */
  double *effective_size;  /* §4.3 k − 2t/k; NAN for isolates */
  double *participation;   /* §4.5 over neighbours with a ground; NAN if there are none */
  guint *core;             /* §4.7 coreness */
  guint8 *cut_point;       /* §4.7 1 for an articulation point */
  MilieuRoles *roles;      /* §4.4 */
  guint32 *ranking;        /* vertices by betweenness, falling (equal to 1e-9: by id) */
} MilieuMeasures;

/**
 * milieu_measures_new:
 * @force: compute what costs n·m whatever the size
 * @cancel: (nullable): see milieu_network_call()
 *
 * Returns: (transfer full) (nullable): the measures of each vertex; %NULL if cancelled
 */
MilieuMeasures *milieu_measures_new (const MilieuGraph *graph, gboolean force, const gint *cancel);
/** milieu_measures_ref: nobody changes them once they are there; each reference is freed */
MilieuMeasures *milieu_measures_ref (MilieuMeasures *measures);
void milieu_measures_free (MilieuMeasures *measures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuMeasures, milieu_measures_free)

/**
 * milieu_graph_betweenness:
 * @scores: (out caller-allocates) (array length=n): as MilieuMeasures.betweenness, whatever the size
 * @cancel: (nullable): see milieu_network_call()
 *
 * Returns: VALUE, or CANCELLED or FAILED, and then nothing can be read from @scores
 */
MilieuMeasureStatus milieu_graph_betweenness (const MilieuGraph *graph, double *scores, const gint *cancel);

/**
 * milieu_vertices_by_betweenness:
 * @ranking: (out caller-allocates) (array length=n): as MilieuMeasures.ranking; NAN counts as 0
 */
void milieu_vertices_by_betweenness (const double *betweenness, guint n, guint32 *ranking);

/** milieu_graph_coreness: the same for MilieuMeasures.core */
MilieuMeasureStatus milieu_graph_coreness (const MilieuGraph *graph, guint *core, const gint *cancel);

/** milieu_graph_cut_points: the same for MilieuMeasures.cut_point */
MilieuMeasureStatus milieu_graph_cut_points (const MilieuGraph *graph, guint8 *cut_point, const gint *cancel);

/** milieu_graph_constraint: Returns: (transfer full) (array length=n): as MilieuMeasures.constraint; g_free() */
double *milieu_graph_constraint (const MilieuGraph *graph);

/* components, numbered by falling size, equal sizes by their first vertex */
typedef struct
{
  guint n_components;
  guint isolates;  /* components of one vertex */
  guint *of;       /* component of each vertex */
  guint *sizes;
} MilieuComponents;

/** milieu_components_new: Returns: (transfer full): L1b the components of @graph; O(n + m) */
MilieuComponents *milieu_components_new (const MilieuGraph *graph);
void milieu_components_free (MilieuComponents *components);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuComponents, milieu_components_free)

/** milieu_graph_lambda: L1b λ = |largest component| / n. Undefined for n = 0; a graph without ties gives 1/n. */
MilieuMeasure milieu_graph_lambda (const MilieuGraph *graph);

/** milieu_graph_lambda_without: L6d λ after deleting all actors of @ground, over those that remain */
MilieuMeasure milieu_graph_lambda_without (const MilieuGraph *graph, MilieuGround ground);

/** milieu_graph_isolates: Returns: how many vertices have no edge */
guint milieu_graph_isolates (const MilieuGraph *graph);

typedef struct
{
  guint external, internal; /* edges between and within grounds */
  guint left_out;           /* edges with an end without ground */
  MilieuMeasure index;      /* (E − I) / (E + I) */
} MilieuExternalInternal;

/** milieu_graph_external_internal: §4.6, Krackhardt & Stern 1988. Undefined for E + I = 0. */
MilieuExternalInternal milieu_graph_external_internal (const MilieuGraph *graph, const guint8 *grounds);

/** milieu_graph_external_internal_of: the same over the edges of one vertex */
MilieuExternalInternal milieu_graph_external_internal_of (const MilieuGraph *graph, const guint8 *grounds, guint32 v);

/** milieu_graph_external_internal_in: the same over the edges that touch @ground */
MilieuExternalInternal milieu_graph_external_internal_in (const MilieuGraph *graph, const guint8 *grounds,
                                                          MilieuGround ground);

/** milieu_graph_assortativity: §4.6 (Tr e − ‖e²‖)/(1 − ‖e²‖), Newman 2003, over edges with both grounds known.
 *  Undefined without such edges or with one ground. */
MilieuMeasure milieu_graph_assortativity (const MilieuGraph *graph, const guint8 *grounds);

/** milieu_graph_modularity: §4.7 Q of the partition by ground, weighted, over edges with both grounds known */
MilieuMeasure milieu_graph_modularity (const MilieuGraph *graph, const guint8 *grounds);

/** milieu_graph_density: 2m / (n (n − 1)); undefined for n < 2 */
MilieuMeasure milieu_graph_density (const MilieuGraph *graph);

/** milieu_graph_density_in: S2 the same among the actors of @ground; @edges: (out) (optional): how many edges. Undefined for n < 3. */
MilieuMeasure milieu_graph_density_in (const MilieuGraph *graph, MilieuGround ground, guint *edges);

typedef struct
{
  double r;                  /* (1/n) Σ s(q), 1/n … 1/2; NAN unless status is VALUE */
  double r_star;             /* r · 2n/(n − 1): 1 for a complete graph */
  double r_without_isolates; /* r of the graph without its isolates; NAN if nothing remains */
  double r_star_without_isolates;
  MilieuMeasureStatus status;
} MilieuRobustness;

/**
 * milieu_graph_robustness:
 * @at_least: fewest vertices for which it is defined (the indicator asks for 10)
 *
 * L6a, Schneider et al. 2011: the vertex of the highest current degree goes
 * first, equal ones by id. A heap gives the order, union-find backwards the sizes:
 * O((n + m) log n).
 */
MilieuRobustness milieu_graph_robustness (const MilieuGraph *graph, guint at_least);

/** milieu_graph_robustness_by_betweenness: the same by recomputed betweenness (equal to 1e-9: by higher current degree,
 *  then id). Costs n·n·m: TOO_LARGE over the limit unless @force. */
MilieuRobustness milieu_graph_robustness_by_betweenness (const MilieuGraph *graph, guint at_least, gboolean force,
                                                         const gint *cancel);

/** milieu_graph_cross_pairs: L6b X(G): pairs of different grounds in one component, after taking @without away
 *  (MILIEU_NO_VERTEX: none) */
guint64 milieu_graph_cross_pairs (const MilieuGraph *graph, const guint8 *grounds, guint32 without);

/** milieu_graph_dependence: L6b SD = 1 − X(G∖v)/X(G); undefined for X(G) = 0 */
MilieuMeasure milieu_graph_dependence (const MilieuGraph *graph, const guint8 *grounds, guint32 v);

typedef struct
{
  guint64 connected; /* cross-ground pairs in one component */
  guint64 redundant; /* those in a common biconnected component of more than one edge */
  MilieuMeasure share;
} MilieuRedundancy;

/** milieu_graph_redundancy: L6c, Hopcroft & Tarjan 1973. Undefined without connected pair. */
MilieuRedundancy milieu_graph_redundancy (const MilieuGraph *graph, const guint8 *grounds, const gint *cancel);

typedef struct
{
  guint64 pairs, connected; /* |U|·|D| and those in one component */
  MilieuMeasure reach;      /* ρ; undefined for fewer than 9 pairs */
  MilieuMeasure mediation;  /* μ over connected pairs; undefined without any */
  MilieuMeasure bridging;   /* β = ρ·μ; 0 where ρ is 0 */
} MilieuMediation;

/**
 * milieu_graph_mediation:
 * @middle: the grounds that mediate, 1 << MilieuGround or'ed (M, or M and E)
 *
 * L3b. O(|U|·(n + m)): path counts are kept as doubles, exact up to 2⁵³.
 */
MilieuMediation milieu_graph_mediation (const MilieuGraph *graph, const guint8 *grounds, guint middle);

/** milieu_graph_roles: §4.4 Returns: (transfer full) (array): one per vertex; g_free() */
MilieuRoles *milieu_graph_roles (const MilieuGraph *graph, const guint8 *grounds);

/** milieu_graph_bridges: §4.7 @n: (out): how many. Returns: (transfer full) (nullable): the edges that are bridges, ascending; g_free() */
guint32 *milieu_graph_bridges (const MilieuGraph *graph, guint *n, const gint *cancel);

/** milieu_graph_distance: Returns: steps between two vertices, G_MAXUINT if there is no path */
guint milieu_graph_distance (const MilieuGraph *graph, guint32 from, guint32 to);

/** milieu_graph_reciprocity: §4.7 #{(u,v): (v,u) too}/#arcs; undefined without arcs. Ties without direction count as reciprocal. */
MilieuMeasure milieu_graph_reciprocity (const MilieuGraph *graph);

G_END_DECLS
