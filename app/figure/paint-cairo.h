/* Paints figures with cairo: screen, PNG, PDF, print. Any thread. */
#pragma once

#include <cairo.h>

#include "figure/figure.h"
#include "figure/style.h"

G_BEGIN_DECLS

/* What is lit up; the rest is dimmed: symbols 40 %, ties 22 %, labels soft at 72 %. */
typedef struct
{
  GHashTable *actors; /* (nullable): set of GUINT_TO_POINTER (key); %NULL: none is lit */
  GHashTable *ties;   /* (nullable): the same */
  double amount;      /* 0 nothing is dimmed … 1 in full, for easing */
  double tie_factor;  /* of the width of lit ties: 1.35 on the map, 1.5 in the network */
} MilieuLight;

/* A canvas that pans shows two sheets: what moves with the world, and what
 * stands before it like words on a window pane. */
typedef enum
{
  MILIEU_SHEET_ALL,
  MILIEU_SHEET_GROUND, /* the page and its first panel, without furniture */
  MILIEU_SHEET_GLASS,  /* furniture and the other panels (insets) */
} MilieuSheet;

/* Symbols and labels that were painted before, for who paints often: not for two threads at once. */
typedef struct _MilieuSprites MilieuSprites;

/** milieu_sprites_new: Returns: (transfer full): none yet */
MilieuSprites *milieu_sprites_new (void);
void milieu_sprites_free (MilieuSprites *sprites);

typedef struct
{
  double x, y;              /* the point of the page that comes to the origin of the cairo context, px */
  double scale;             /* device px per page px; 0 counts as 1 */
  guint layers;             /* MILIEU_LAYER_BIT()s; 0 counts as all */
  const MilieuLight *light; /* (nullable): %NULL: everything is lit */
  MilieuSheet sheet;
  gboolean no_background;   /* leave the page transparent */
  gboolean snap;            /* symbols stand on half pixels and labels on whole ones, as a screen draws them sharpest */
  MilieuSprites *sprites;   /* (nullable): with snap: of the calling thread */
  const gint *cancelled;    /* (nullable): atomic: the rest is not painted once it is 1 */
} MilieuPaintOptions;

/**
 * milieu_paint_figure:
 * @options: (nullable): the whole page at scale 1
 *
 * Paints what lies in the clip of @cr.
 */
void milieu_paint_figure (cairo_t *cr, const MilieuFigure *figure, const MilieuStyle *style,
                          const MilieuPaintOptions *options);

/** milieu_paint_pixels: paints a figure into premultiplied ARGB32 of @width × @height px, rows of @stride bytes */
void milieu_paint_pixels (guint8 *pixels, int width, int height, int stride, const MilieuFigure *figure,
                          const MilieuStyle *style, const MilieuPaintOptions *options);

/** milieu_mark_is_on_glass: Returns: whether a mark belongs to MILIEU_SHEET_GLASS */
gboolean milieu_mark_is_on_glass (const MilieuMark *mark);

/** milieu_paint_symbol: a symbol of @size px about @x, @y; @ground may be MILIEU_GROUND_PLAIN */
void milieu_paint_symbol (cairo_t *cr, const MilieuStyle *style, MilieuSymbol symbol, guint ground,
                          double x, double y, double size);

/** milieu_paint_ring: the gap and ring of a symbol that is selected or, if @hover, under the pointer; painted before the symbol */
void milieu_paint_ring (cairo_t *cr, const MilieuStyle *style, MilieuSymbol symbol,
                        double x, double y, double size, gboolean hover);

/** milieu_paint_tie_sample: a tie of @width px from @x to the right about @y, for legends and lists */
void milieu_paint_tie_sample (cairo_t *cr, const MilieuStyle *style, MilieuClass tie_class, MilieuEvidence evidence,
                              gboolean directed, double x, double y, double width);

/** milieu_paint_mark: one mark, without panel or light; for overlays and samples */
void milieu_paint_mark (cairo_t *cr, const MilieuStyle *style, const MilieuMark *mark);

G_END_DECLS
