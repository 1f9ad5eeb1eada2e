/* A figure: marks in the order of painting, on panels.
 *
 * Built once by a builder, never changed afterwards; any thread may hold and
 * paint it. It knows no widget and no record: only keys, ids and texts.
 */
#pragma once

#include "figure/mark.h"
#include "model/plate-part.h"
#include "model/words.h"

G_BEGIN_DECLS

typedef struct _MilieuFigure MilieuFigure;
typedef struct _MilieuFigureBuilder MilieuFigureBuilder;

/* A window onto part of the page (map, inset). Panels are painted one after the
 * other, each with all its layers, so that an inset covers the map. */
typedef struct
{
  MilieuBox clip;
  double radius;   /* of the corners, px */
  gboolean opaque; /* what lies below cannot be picked through it */
} MilieuPanel;

typedef enum
{
  MILIEU_VIEW_MAP,
  MILIEU_VIEW_NETWORK,
  MILIEU_VIEW_BOTH,
  MILIEU_VIEW_SLOPE,   /* of a reading: these two are no views of the canvas */
  MILIEU_VIEW_VERDICT,
} MilieuView;

#define MILIEU_MOST_YEARS 12

/* A part of the page that can be moved: what it covers, px */
typedef struct
{
  MilieuPlatePart part;
  MilieuBox box;
} MilieuFigurePart;

/* What a figure shows, for captions and for those who do not see it. */
typedef struct
{
  MilieuView view;
  guint n_actors;
  guint n_grounds[MILIEU_N_GROUNDS];
  guint n_without_place; /* map: those of n_actors without a place */
  guint n_ties;
  guint n_classes[MILIEU_N_CLASSES];
  guint n_evidences[MILIEU_N_EVIDENCES];
  MilieuEvidence evidence; /* the question asked: up to which evidence */
  gboolean suggested;      /* with suggested grounds */
  guint slice;             /* the year in which all of it is active; 0 for no such filter */
  guint year;              /* of reference; 0 where the map has no date */
  const char *layout;      /* (nullable): msgid: of a network */
  guint seed;              /* of that layout */
  const char *size;        /* (nullable): msgid: the measure that makes symbols large */
  gboolean basemap;        /* map: on the shipped ground */
  guint years[MILIEU_MOST_YEARS], n_years; /* of small multiples */
  guint n_undated;         /* small multiples: those of n_actors in no panel for want of a start year */
} MilieuFigureFacts;

/**
 * milieu_figure_builder_new:
 * @width: of the page in px, over 0
 * @height: of the page in px, over 0
 * @language: of the words on it
 *
 * Returns: (transfer full): an empty figure with one panel, the page
 */
MilieuFigureBuilder *milieu_figure_builder_new (double width, double height, MilieuLanguage language);

/**
 * milieu_figure_builder_new_window:
 * @holder: (transfer full) (nullable): what keeps the ids of the marks, let go by @let_go with the figure
 *
 * A page that is a window onto a larger plane, for a canvas: marks that do not
 * meet it are left out, ties that leave it are cut, ids are not copied and
 * titles not kept.
 */
MilieuFigureBuilder *milieu_figure_builder_new_window (double width, double height, MilieuLanguage language,
                                                       gpointer holder, GDestroyNotify let_go);

/** milieu_figure_set_size: changes the page's size, in px; for a page that grows with its legend */
void milieu_figure_set_size (MilieuFigureBuilder *builder, double width, double height);
/** milieu_figure_set_title: the figure's title, for metadata; texts are copied and cleaned of control characters */
void milieu_figure_set_title (MilieuFigureBuilder *builder, const char *title);
void milieu_figure_set_author (MilieuFigureBuilder *builder, const char *author);
/** milieu_figure_set_recipe: how the figure was made, kept in files (PNG tEXt, PDF keywords, SVG metadata) */
void milieu_figure_set_recipe (MilieuFigureBuilder *builder, const char *recipe);
void milieu_figure_set_facts (MilieuFigureBuilder *builder, const MilieuFigureFacts *facts);

/** milieu_figure_add_part: tells that @part of the page covers @box, px */
void milieu_figure_add_part (MilieuFigureBuilder *builder, MilieuPlatePart part, MilieuBox box);

/**
 * milieu_figure_add_panel:
 *
 * Returns: its index, from 1; 0, the page itself, when all 255 are used
 */
guint8 milieu_figure_add_panel (MilieuFigureBuilder *builder, const MilieuPanel *panel);

/**
 * milieu_figure_add:
 * @mark: copied with its points and texts. A mark with a coordinate that is not finite is left out.
 */
void milieu_figure_add (MilieuFigureBuilder *builder, const MilieuMark *mark);

/**
 * milieu_figure_builder_finish:
 * @builder: (transfer full): freed
 *
 * Sorts marks by panel and layer, keeping the order of adding within, and
 * builds the index for picking.
 *
 * Returns: (transfer full): the figure
 */
MilieuFigure *milieu_figure_builder_finish (MilieuFigureBuilder *builder);

MilieuFigure *milieu_figure_ref (MilieuFigure *figure);
void milieu_figure_unref (MilieuFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuFigure, milieu_figure_unref)

/** milieu_figure_width: Returns: px */
double milieu_figure_width (const MilieuFigure *figure);
/** milieu_figure_height: Returns: px */
double milieu_figure_height (const MilieuFigure *figure);
/** milieu_figure_language: Returns: that of its words */
MilieuLanguage milieu_figure_language (const MilieuFigure *figure);
/** milieu_figure_title: Returns: (nullable): also for the two below */
const char *milieu_figure_title (const MilieuFigure *figure);
const char *milieu_figure_author (const MilieuFigure *figure);
const char *milieu_figure_recipe (const MilieuFigure *figure);
/** milieu_figure_facts: Returns: (nullable) */
const MilieuFigureFacts *milieu_figure_facts (const MilieuFigure *figure);

/** milieu_figure_panels: Returns: (array length=n): the page first */
const MilieuPanel *milieu_figure_panels (const MilieuFigure *figure, guint *n);

/** milieu_figure_parts: Returns: (array length=n): those that it shows */
const MilieuFigurePart *milieu_figure_parts (const MilieuFigure *figure, guint *n);
/** milieu_figure_find_part: Returns: (nullable): what @part covers, px */
const MilieuBox *milieu_figure_find_part (const MilieuFigure *figure, MilieuPlatePart part);

/** milieu_figure_marks: Returns: (array length=n): in the order of painting */
const MilieuMark *milieu_figure_marks (const MilieuFigure *figure, guint *n);

/** milieu_figure_mark_box: Returns: what mark @index covers, stroke, head and halo included; before clipping */
MilieuBox milieu_figure_mark_box (const MilieuFigure *figure, guint index);

/** milieu_figure_extents: Returns: what the marks cover together, clipped to their panels; all 0 for an empty figure */
MilieuBox milieu_figure_extents (const MilieuFigure *figure);

/**
 * milieu_figure_find_actor:
 * @key: of an actor
 * @nth: 0 for its first symbol, 1 for the next (an actor may stand on the map and in an inset)
 *
 * Returns: (nullable): the SYMBOL mark
 */
const MilieuMark *milieu_figure_find_actor (const MilieuFigure *figure, guint32 key, guint nth);

/** milieu_figure_find_tie: the same for the TIE marks of a tie */
const MilieuMark *milieu_figure_find_tie (const MilieuFigure *figure, guint32 key, guint nth);

/**
 * milieu_figure_marks_in:
 * @indices: (element-type guint32): becomes the marks whose cells @box touches, in the order of painting: all that
 *  meet it, and some that do not
 */
void milieu_figure_marks_in (const MilieuFigure *figure, const MilieuBox *box, GArray *indices);

G_END_DECLS
