/* Where labels stand: no label on a label, on a symbol or across the edge, and
 * no leader across any of them. What has no room is left out.
 *
 * Pure geometry in one unit of length, y down; no text, no drawing. */
#pragma once

#include <glib.h>

#include "figure/box.h"

G_BEGIN_DECLS

/* which side of the symbol a label stands on */
typedef enum
{
  MILIEU_SIDE_EAST,
  MILIEU_SIDE_WEST,
  MILIEU_SIDE_NORTH_EAST,
  MILIEU_SIDE_SOUTH_EAST,
  MILIEU_SIDE_NORTH_WEST,
  MILIEU_SIDE_SOUTH_WEST,
  MILIEU_SIDE_NORTH,
  MILIEU_SIDE_SOUTH,
  MILIEU_SIDE_LEADER, /* away from its symbol, tied to it by a line */
} MilieuLabelSide;
#define MILIEU_N_SIDES 8

/* beside a crowd labels line up: their near edge at x, their middles at first, first + step … up to last */
typedef struct
{
  double x;
  gboolean leftwards; /* the column stands left of its crowd */
  double first, last, step;
} MilieuLabelColumn;

typedef struct
{
  guint owner;           /* its own symbol, which it may come near; any number */
  double x, y, radius;   /* that symbol, half its side */
  double width, height;  /* of the text */
  double gap;            /* between symbol and text */
  guint rank;            /* 0 is placed first and left out last */
  gboolean leader;       /* may stand away from its symbol */
  const MilieuLabelSide *sides; /* in order of preference */
  guint n_sides;
  MilieuLabelColumn columns[2];
  guint n_columns;
} MilieuLabelWish;

typedef struct
{
  guint owner;
  double x, y, radius;
} MilieuLabelSymbol;

typedef struct
{
  const MilieuLabelWish *wishes;
  guint n_wishes;
  const MilieuLabelSymbol *symbols;
  guint n_symbols;
  const MilieuBox *blocks; /* what nothing may touch */
  guint n_blocks;
  const MilieuChord *ties; /* better not covered */
  guint n_ties;
  MilieuBox frame;   /* labels stay inside */
  double tie_weight; /* cost of each unit of a tie under a label: 0.16 on maps, 0.34 in networks */
  double padding;    /* between two labels */
  double unit;       /* of leaders and costs: 1 on screen, the figure's scale elsewhere */
  guint steps;       /* of each start of the solver: 9000 to 16000 */
  guint32 seed;
} MilieuLabelProblem;

typedef struct
{
  gboolean placed;
  MilieuLabelSide side;
  MilieuAlign align;
  double x, y; /* top left corner of the text */
  MilieuChord leader; /* from the symbol's rim to the text, if side is LEADER */
} MilieuLabelPlace;

/* above this many labels the solver gives way to milieu_labels_greedy() */
#define MILIEU_LABELS_SOLVER_LIMIT 300

/**
 * milieu_labels_place:
 *
 * Greedy by rank, then threshold accepting from four seeded starts, the best
 * kept; above %MILIEU_LABELS_SOLVER_LIMIT labels milieu_labels_greedy(). Same
 * problem, same places on any machine.
 *
 * Returns: (transfer full) (array): one place per wish; g_free()
 */
MilieuLabelPlace *milieu_labels_place (const MilieuLabelProblem *problem);

/**
 * milieu_labels_greedy:
 *
 * By rank, then in the order of the wishes: the first side that is free.
 * No leaders, ties are not looked at. Takes time in proportion to the labels.
 *
 * Returns: (transfer full) (array): one place per wish; g_free()
 */
MilieuLabelPlace *milieu_labels_greedy (const MilieuLabelProblem *problem);

/* labels of one size in px, at every scale of a plane */
typedef struct
{
  const MilieuLabelWish *wishes; /* (array length=n): where each stands is in @places; ranks all differ */
  const MilieuPoint *places;     /* (array length=n): of their symbols, units of the plane */
  const guint8 *sides;           /* (array length=n): 1 + the MilieuLabelSide that a label keeps, 0 to choose */
  guint n;
  double padding;                /* px between two labels */
  double least, most;            /* scales, px per unit: of which it is asked */
  MilieuLabelSide *chosen;       /* (array length=n) (out caller-allocates): the side of each that shows */
} MilieuLabelScales;

/**
 * milieu_labels_scales:
 *
 * At every scale those that show meet neither a symbol nor each other, and who
 * shows at a scale shows at all finer ones.
 *
 * Returns: (transfer full) (array): per label: over this scale it shows; @most or more: never; g_free()
 */
double *milieu_labels_scales (const MilieuLabelScales *request);

/**
 * milieu_label_box:
 *
 * Returns: the box of the text of @wish at @side, which is not LEADER
 */
MilieuBox milieu_label_box (const MilieuLabelWish *wish, MilieuLabelSide side);
MilieuAlign milieu_label_align (MilieuLabelSide side);

/** milieu_label_by_hand: Returns: the place of a label whose middle stands @dx, @dy off its symbol's, with a leader if it is away from it */
MilieuLabelPlace milieu_label_by_hand (const MilieuLabelWish *wish, double dx, double dy);

G_END_DECLS
