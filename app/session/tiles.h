/* What a canvas shows of the plane: tiles, painted by workers, kept by scale.
 *
 * A level is one figure at one scale. Its grid begins at the origin of the
 * world, so that a tile is the same wherever one looks from. What is not there
 * yet is shown by the tiles of another scale, stretched. Main thread only.
 */
#pragma once

#include "session/tile-painter.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _MilieuTiles MilieuTiles;

/* A tile as it is shown: @shown is for who shows it, dropped with the tile. */
typedef struct
{
  gint64 column, row;
  GBytes *pixels;
  GObject *shown; /* (nullable) */
  guint64 used;   /* when it was last seen */
} MilieuTile;

/* where: device px of the view */
typedef struct
{
  MilieuTile *tile;
  int x, y, width, height;
  gboolean sharp; /* of the scale at which one looks */
} MilieuSeenTile;

/* A look at the plane: its px at @zoom device px per unit; the corner of the view lies on whole px. */
typedef struct
{
  double zoom;
  gint64 left, top;
  int width, height;
  double focus_x, focus_y; /* px of the view: what is painted first */
} MilieuTileView;

/** milieu_tiles_new: @changed: tiles have arrived; on the main thread */
MilieuTiles *milieu_tiles_new (void (*changed) (gpointer data), gpointer data);
void milieu_tiles_free (MilieuTiles *tiles);

/**
 * milieu_tiles_show:
 * @source: (transfer none): from now on, tiles are painted from it
 * @content: a number for what it shows: with the same number and scale, tiles are kept
 *
 * Another content at the scale that is shown takes the place of the old one
 * when all of the view is there: nobody sees half of either.
 */
void milieu_tiles_show (MilieuTiles *tiles, MilieuTileSource *source, guint content);

/** milieu_tiles_look: asks for what is seen and not there, then for what lies about it */
void milieu_tiles_look (MilieuTiles *tiles, const MilieuTileView *view);

/** milieu_tiles_seen: Returns: (transfer full) (element-type MilieuSeenTile): what to show, lowest first */
GArray *milieu_tiles_seen (MilieuTiles *tiles, const MilieuTileView *view);

/** milieu_tiles_faded: Returns: (transfer full) (nullable) (element-type MilieuSeenTile): what was shown before the last
 *  change of content, until milieu_tiles_forget() */
GArray *milieu_tiles_faded (MilieuTiles *tiles, const MilieuTileView *view);
void milieu_tiles_forget (MilieuTiles *tiles);

/** milieu_tiles_is_sharp: Returns: whether all of the last view is there, of the content and scale that were asked for */
gboolean milieu_tiles_is_sharp (MilieuTiles *tiles);
/** milieu_tiles_is_busy: Returns: whether anything is being painted, seen or not */
gboolean milieu_tiles_is_busy (MilieuTiles *tiles);
/** milieu_tiles_bytes: Returns: of pixels that are kept */
gsize milieu_tiles_bytes (MilieuTiles *tiles);
/** milieu_tiles_source: Returns: (nullable) (transfer none): the latest */
MilieuTileSource *milieu_tiles_source (MilieuTiles *tiles);

G_END_DECLS
