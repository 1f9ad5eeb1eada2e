/* Where the actors stand in the network view. Pure: the same graph, request
 * and seed give the same bytes on any machine.
 *
 * Units: 1 is one pixel at scale 1, x to the right, y down; positions are
 * rounded to 0.001. A position is the centre of the actor's symbol.
 */
#pragma once

#include "network/graph.h"

G_BEGIN_DECLS

typedef enum
{
  MILIEU_LAYOUT_STRATA,
  MILIEU_LAYOUT_ORGANIC,
  MILIEU_LAYOUT_CIRCLE,
  MILIEU_LAYOUT_COMMUNITIES,
  MILIEU_LAYOUT_FORCES, /* igraph's: the same on one machine only */
} MilieuLayoutKind;
#define MILIEU_N_LAYOUTS 5

/* room that a vertex needs about its centre, symbol and label together */
typedef struct
{
  double left, right, up, down;
} MilieuExtent;

/* what is assumed where no extents are given: half the slot of strata */
#define MILIEU_LAYOUT_EXTENT ((MilieuExtent) { 42, 42, 11, 38 })

/* above so many ties they are not compared pair by pair */
#define MILIEU_LAYOUT_MOST_CROSSING_TIES 2000

/* how far from its old place an actor may get while old places are kept; half a step of the network */
#define MILIEU_LAYOUT_LEEWAY 37.0

typedef struct
{
  MilieuGround ground; /* MILIEU_GROUND_NONE: the column of those without ground */
  double x0, y0, x1, y1;
} MilieuBand;

/**
 * MilieuLayoutProgress:
 * @fraction: 0 to 1
 *
 * Called from the thread that lays out.
 *
 * Returns: %FALSE to cancel
 */
typedef gboolean (*MilieuLayoutProgress) (double fraction, gpointer data);

/* zero it, then set what you need */
typedef struct
{
  MilieuLayoutKind kind;
  guint64 seed;
  gboolean keep;               /* stay near the old positions: but for strata and circle at most MILIEU_LAYOUT_LEEWAY away */
  guint threads;               /* at most; 0 for one a processor. The result is the same */
  const double *x, *y;         /* (nullable): old positions, one per vertex; NAN where there is none */
  const guint8 *pinned;        /* (nullable): 1 for a vertex that stays exactly where it was (if it has an old position) */
  const MilieuExtent *extents; /* (nullable): one per vertex */
  MilieuLayoutProgress progress; /* (nullable) */
  gpointer progress_data;
} MilieuLayoutRequest;

typedef struct
{
  guint n;
  double *x, *y;               /* one per vertex of the graph */
  guint n_bands;               /* strata only: bands that hold or could hold actors, top to bottom, then the column */
  MilieuBand bands[MILIEU_N_GROUNDS];
  double residual;             /* milieu_layout_stress() */
  guint crossings;             /* of ties as straight lines; G_MAXUINT above MILIEU_LAYOUT_MOST_CROSSING_TIES */
} MilieuLayout;

/**
 * milieu_layout_new:
 * @graph: from milieu_graph_new_drawn()
 *
 * Takes up to two seconds for 300 actors or fewer, seconds for thousands. Always ends.
 *
 * Returns: (transfer full) (nullable): the positions; %NULL if cancelled
 */
MilieuLayout *milieu_layout_new (const MilieuGraph *graph, const MilieuLayoutRequest *request);
void milieu_layout_free (MilieuLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuLayout, milieu_layout_free)

/**
 * milieu_layout_spots:
 * @x, @y: (out) (array): where each vertex stands in the map, NAN for those without spot; g_free()
 * @pinned: (out) (array): 1 for those who are pinned there; g_free()
 *
 * The old positions for a request.
 */
void milieu_layout_spots (const MilieuGraph *graph, MilieuSnapshot *snapshot, double **x, double **y, guint8 **pinned);

/**
 * milieu_layout_bands:
 * @grounds: (array length=n): MilieuGround of each actor in the view
 * @extents: (nullable) (array length=n): as given to the layout
 * @bands: (out caller-allocates): room for MILIEU_N_GROUNDS
 *
 * The bands that the layout strata gives to so many actors: upperground,
 * emerging, middleground, underground from top to bottom, each there even if
 * empty, then, if there are any, the column of those without ground. Depends
 * on how many actors each ground has (and on the largest extent), so a figure
 * gets the same bands from the map alone.
 *
 * Returns: how many bands
 */
guint milieu_layout_bands (guint n, const guint8 *grounds, const MilieuExtent *extents, MilieuBand *bands);

/** milieu_layout_kind_token: Returns: "strata", "organic", "circle", "communities", "forces": the value of the setting layout.kind */
const char *milieu_layout_kind_token (MilieuLayoutKind kind);

/** milieu_layout_kind_parse: Returns: %FALSE if @token names no layout */
gboolean milieu_layout_kind_parse (const char *token, MilieuLayoutKind *kind);

/**
 * milieu_layout_stress:
 *
 * How far distances on paper are from steps in the network, in the scale that
 * makes them nearest: min over s of Σ w (d − s l)² / Σ w d², w = d⁻². 0 is
 * perfect. Over the pairs of the largest connected part; where it has more
 * than 128 actors, over those pairs that hold one of 128 spread over it.
 *
 * Returns: 0 to 1; 0 where there is no tie
 */
double milieu_layout_stress (const MilieuGraph *graph, const double *x, const double *y);

/** milieu_layout_crossings: Returns: how many pairs of edges without a common end cross, as straight lines */
guint milieu_layout_crossings (const MilieuGraph *graph, const double *x, const double *y);

G_END_DECLS
