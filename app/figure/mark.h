/* A mark: one thing on a figure, in page units (px at 96 dpi, y down).
 *
 * Six kinds only, so that every painter stays short. A mark names classes of
 * colour, never colours, and the record it stands for. Marks are plain data;
 * the figure copies points and texts when a mark is added, so that a compound
 * literal is enough:
 *
 *   milieu_figure_add (builder, &(MilieuMark) {
 *     .kind = MILIEU_MARK_DISC, .layer = MILIEU_LAYER_SYMBOLS, .panel = panel,
 *     .fill = MILIEU_COLOUR_TOWN, .disc = { x, y, 1.5 } });
 *
 * Kinds:
 *   DISC     a circle: fill, stroke (a ring has no fill)
 *   SYMBOL   an actor: one of the ten outlines with its ground's fill style
 *   LINE     open polylines: stroke
 *   POLYGON  closed rings (even-odd): fill, stroke
 *   TIE      a curve with casing, dash, head and tick
 *   LABEL    lines of text with a halo
 */
#pragma once

#include "figure/colour.h"
#include "model/record.h"

G_BEGIN_DECLS

typedef struct { double x, y; } MilieuPoint;
typedef struct { double x0, y0, x1, y1; } MilieuBox;
/* a quadratic Bézier; straight where the control point is the middle of the chord */
typedef struct { MilieuPoint start, control, end; } MilieuCurve;

typedef enum
{
  MILIEU_MARK_DISC,
  MILIEU_MARK_SYMBOL,
  MILIEU_MARK_LINE,
  MILIEU_MARK_POLYGON,
  MILIEU_MARK_TIE,
  MILIEU_MARK_LABEL,
} MilieuMarkKind;

/* painted in this order within a panel */
typedef enum
{
  MILIEU_LAYER_GROUND,    /* basemap, bands, region names */
  MILIEU_LAYER_TIES,
  MILIEU_LAYER_SYMBOLS,   /* with halos, discs, dots and hairlines */
  MILIEU_LAYER_LABELS,    /* leaders first, then text */
  MILIEU_LAYER_FURNITURE, /* scale bar, north, legend, frames */
} MilieuLayer;
#define MILIEU_N_LAYERS 5
#define MILIEU_LAYER_BIT(layer) (1u << (layer))
#define MILIEU_ALL_LAYERS ((1u << MILIEU_N_LAYERS) - 1)

typedef enum
{
  MILIEU_MARK_ROUND_CAPS = 1 << 0,
  MILIEU_MARK_INSIDE = 1 << 1, /* POLYGON: the stroke is clipped to the inside (the glow along the region's edge) */
  MILIEU_MARK_PINNED = 1 << 2, /* SYMBOL: with a pin */
  MILIEU_MARK_GONE = 1 << 3,   /* SYMBOL: simulated as gone: dashed outline only */
  MILIEU_MARK_GHOST = 1 << 4,  /* TIE: a proposal */
  MILIEU_MARK_FADES = 1 << 5,  /* TIE: a stub that fades out towards its end: no head, no tick, no dash */
  MILIEU_MARK_PLAIN = 1 << 6,  /* TIE and SYMBOL: no casing (ties over bands, samples) */
  MILIEU_MARK_SILENT = 1 << 7, /* never picked */
  MILIEU_MARK_NO_TICK = 1 << 8, /* TIE */
  MILIEU_MARK_QUIET = 1 << 9,   /* TIE: among too many: no tick, and a head only where it is lit; PLAIN too */
} MilieuMarkFlags;

/* SYMBOL: a kind without a ground, solid in soft text (legends) */
#define MILIEU_GROUND_PLAIN MILIEU_N_GROUNDS

typedef enum
{
  MILIEU_ALIGN_LEFT,
  MILIEU_ALIGN_CENTRE,
  MILIEU_ALIGN_RIGHT,
} MilieuAlign;

/* how text is set; see milieu_text_style() for the roles of look.md §5 */
typedef struct
{
  double size;     /* px */
  guint16 weight;  /* 400, 500, 600 */
  guint8 italic;
  guint8 tabular;  /* figures of one width */
  double tracking; /* px after each character */
  const char *family; /* (nullable): interned; tried before MILIEU_FONT_FAMILIES */
} MilieuTextStyle;

typedef struct
{
  guint8 kind;  /* MilieuMarkKind */
  guint8 layer; /* MilieuLayer */
  guint8 panel; /* index from milieu_figure_add_panel(); 0 is the whole page */
  guint8 fill, stroke; /* MilieuColour; of a SYMBOL and a TIE: chosen by ground and class. A LABEL: fill = text, stroke = halo */
  guint16 flags; /* MilieuMarkFlags */
  /* shares of 1; 0 counts as 1. A SYMBOL and a TIE: fill_opacity is that of the whole */
  double fill_opacity, stroke_opacity;
  double width;   /* of the stroke, px; a TIE: from milieu_tie_width(); a LABEL: of the halo, 0 for none */
  double dash[2]; /* px on, off; 0 0 is solid */

  /* the record that the mark stands for; none where id is %NULL */
  guint8 owner_type; /* MilieuRecordType: ACTOR, TIE */
  guint32 owner;     /* key */
  const char *id;
  const char *title; /* (nullable): full name, read aloud and shown by browsers */

  union
  {
    struct { double x, y, radius; } disc;
    struct { double x, y, size; guint8 symbol, ground; } symbol; /* MilieuSymbol, MilieuGround or PLAIN */
    /* LINE and POLYGON: parts[i] is the number of points of part i; n_parts 0 counts as one part of all points */
    struct { const MilieuPoint *points; const guint *parts; guint n_points, n_parts; } path;
    struct
    {
      MilieuCurve curve; /* trimmed where symbols begin: milieu_curve_trim() */
      double scale;      /* of head, tick and casing: 1 on screen, 0.85 in print; 0 counts as 1 */
      guint8 tie_class, evidence, directed;
    } tie;
    struct
    {
      double x, y, width; /* the box: left, top, width of the longest line; px */
      double line_height; /* px; 0 counts as 1.16 × size */
      double angle;       /* radians, clockwise, about the middle of the box */
      const char *text;   /* lines separated by \n */
      MilieuTextStyle style;
      guint8 align;       /* MilieuAlign, within the box */
    } label;
  };
} MilieuMark;

G_END_DECLS
