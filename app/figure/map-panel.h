/* One window onto the ground with its actors: the map itself, or its inset.
 * First everything finds its place, then it becomes marks. */
#pragma once

#include "figure/arrange.h"
#include "figure/labels.h"
#include "figure/map-draw.h"
#include "figure/name-words.h"
#include "figure/pen.h"
#include "figure/ties.h"
#include "geo/frame.h"

G_BEGIN_DECLS

/* what all panels of a plan share, by index in the cast */
typedef struct
{
  MilieuCast *cast;
  MilieuMetres *metres;
  MilieuWords *wrapped, *line; /* names: at most two lines, one line */
  guint *rank;                 /* 0 has most ties */
  MilieuBasemap *basemap;      /* (nullable) */
  MilieuGazetteer *gazetteer;  /* (nullable) */
} MilieuMapContent;

typedef struct
{
  double x, y, radius; /* the dot; radius 0: no dot */
  MilieuPoint corner;  /* top left of the text */
  double width;
  char *name;
  gboolean large;
  gint align;
} MilieuTownLabel;

typedef struct
{
  guint tie;
  MilieuCurve curve;
  gboolean stub; /* leaves the panel */
} MilieuPanelTie;

typedef struct
{
  MilieuFrame frame;
  MilieuPoint origin;  /* of the frame on the page */
  double size, unit, pitch; /* pitch: the size for which symbols are arranged */
  gboolean inset;
  MilieuArrangement *arrangement;
  MilieuPoint *at;     /* per actor: where its ties end; NAN if it is not here */
  double *reach;       /* per actor */
  GArray *ties;        /* MilieuPanelTie */
  guint n_labels;      /* stands, then discs */
  MilieuWords **words; /* per label: (nullable) borrowed from the content */
  MilieuWords *names;  /* of discs, owned */
  MilieuLabelSide *sides;   /* eight per stand: in which order they are tried */
  MilieuLabelWish *wishes;
  MilieuLabelPlace *places;
  GArray *blocks;      /* MilieuBox: what labels of actors and towns keep clear of */
  GArray *towns;       /* MilieuTownLabel */
} MilieuMapPanel;

typedef struct
{
  const MilieuMapContent *content;
  const MilieuFigureTools *tools;
  MilieuFrame frame;
  MilieuPoint origin;
  const guint8 *here;   /* per actor of the cast: stands in this panel */
  const guint8 *dots;   /* (nullable) per actor: a dot in the lens of that number from 1, where ties end; 0 for none */
  gboolean inset;
  gboolean solve;       /* the label solver, inside the frame; else greedy, by the scale alone */
  const guint8 *sides;  /* (nullable) per actor: 1 + MilieuLabelSide to try first */
  const guint8 *muted;  /* (nullable) per actor: stands without its name */
  const MilieuBox *lenses; /* (array length=n_lenses): as avoid, but towns may stand in them */
  guint n_lenses;
  const MilieuBox *avoid; /* what discs and labels keep clear of */
  guint n_avoid;
  guint n_towns;        /* at most */
} MilieuPanelRequest;

/** milieu_map_panel_new: Returns: (transfer full): symbols, discs, ties, labels and towns in their places */
MilieuMapPanel *milieu_map_panel_new (const MilieuPanelRequest *request);
void milieu_map_panel_free (MilieuMapPanel *panel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuMapPanel, milieu_map_panel_free)

/** milieu_map_panel_place: Returns: page px of a place */
MilieuPoint milieu_map_panel_place (const MilieuFrame *frame, MilieuPoint origin, MilieuMetres metres);

/** milieu_map_panel_add_ties: once its symbols stand; for milieu_map_panel_new() */
void milieu_map_panel_add_ties (MilieuMapPanel *panel, const MilieuPanelRequest *request);

/** milieu_map_panel_towns: finds room for towns among all that stands in @panel */
void milieu_map_panel_towns (MilieuMapPanel *panel, const MilieuPanelRequest *request);

/**
 * milieu_map_panel_places:
 * @wanted: (nullable): per actor: its label must show; those in its way give way
 *
 * Returns: (transfer full) (array): where the labels stand; g_free()
 */
MilieuLabelPlace *milieu_map_panel_places (const MilieuMapPanel *panel, const guint8 *wanted);

/**
 * milieu_map_panel_draw:
 * @places: from milieu_map_panel_places()
 * @shift: of everything on the page, for a figure panned from where the panel was placed
 * @year: (nullable): of a series: who is absent is not drawn
 */
void milieu_map_panel_draw (const MilieuMapPanel *panel, const MilieuMapContent *content, const MilieuLabelPlace *places,
                            MilieuPen pen, MilieuPoint shift, double opacity, const MilieuMapYear *year);

G_END_DECLS
