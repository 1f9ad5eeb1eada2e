/* Paints tiles off the main thread, from an immutable figure, on as many
 * threads as help. For tiles.c alone.
 *
 * Everything here is called from the main thread; what comes back comes there.
 */
#pragma once

#include "figure/figure.h"
#include "figure/paint-cairo.h"

G_BEGIN_DECLS

#define MILIEU_TILE_SIDE 256 /* device px */

/* What tiles are painted from. Counted atomically, never changed. */
typedef struct
{
  gint count;               /* atomic */
  MilieuFigure *figure;
  MilieuPoint corner;       /* px of the plane at which its page begins: whole ones */
  double zoom;              /* px per unit of the world */
  const MilieuStyle *style;
  MilieuLight light;        /* its sets are owned; without them all is lit */
  int device_scale;
} MilieuTileSource;

/* A square of the plane that begins at @column and @row times its side, in device px. */
typedef struct
{
  MilieuTileSource *source;
  guint level;    /* what it was asked for, to tell the stale ones */
  gint64 column, row;
} MilieuTileRequest;

typedef struct
{
  guint level;
  gint64 column, row;
  GBytes *pixels; /* premultiplied ARGB32, MILIEU_TILE_SIDE square */
} MilieuPaintedTile;

typedef void (*MilieuTileArrived) (const MilieuPaintedTile *tile, gpointer data);
typedef void (*MilieuTilesDone) (gpointer data);

typedef struct _MilieuTilePainter MilieuTilePainter;

/** milieu_tile_source_new: @from: its figure and sets get a reference; Returns: (transfer full) */
MilieuTileSource *milieu_tile_source_new (const MilieuTileSource *from);
/* any thread */
MilieuTileSource *milieu_tile_source_ref (MilieuTileSource *source);
void milieu_tile_source_unref (MilieuTileSource *source);

/**
 * milieu_tile_painter_new:
 * @arrived: on the main thread, for each tile
 * @done: after the tiles of one turn of the main loop
 */
MilieuTilePainter *milieu_tile_painter_new (MilieuTileArrived arrived, MilieuTilesDone done, gpointer data);

/** milieu_tile_painter_free: what is being painted is given up; waits for its thread */
void milieu_tile_painter_free (MilieuTilePainter *painter);

/**
 * milieu_tile_painter_ask:
 * @requests: (array length=n) (transfer none): most wanted first
 *
 * Takes the place of whatever was asked before and has not begun. What is being
 * painted for another level is given up.
 */
void milieu_tile_painter_ask (MilieuTilePainter *painter, const MilieuTileRequest *requests, guint n);

/** milieu_tile_painter_has: Returns: whether that tile is being painted now, or on its way back */
gboolean milieu_tile_painter_has (MilieuTilePainter *painter, guint level, gint64 column, gint64 row);

/** milieu_tile_painter_is_busy: Returns: whether anything waits or is being painted */
gboolean milieu_tile_painter_is_busy (MilieuTilePainter *painter);

G_END_DECLS
