/* What tiles.c and tile-levels.c share. */
#pragma once

#include "session/tiles.h"

G_BEGIN_DECLS

#define SIDE MILIEU_TILE_SIDE

/* the tiles of one figure at one scale */
typedef struct
{
  guint id, content;
  double zoom;       /* device px per unit */
  MilieuTileSource *source;
  GHashTable *tiles; /* packed column and row → MilieuTile */
  guint64 sharp;     /* when all of a view was there last, 0 for never */
} MilieuTileLevel;

/* columns and rows of tiles, the last ones too */
typedef struct { gint64 left, top, right, bottom; } MilieuTileRange;

/** milieu_tile_level_new: Returns: (transfer full): without tiles; @source gets a reference */
MilieuTileLevel *milieu_tile_level_new (MilieuTileSource *source, guint id, guint content);
void milieu_tile_level_free (gpointer level);
/** milieu_tile_level_take: from now on @source, another window of the same scale, paints its tiles */
void milieu_tile_level_take (MilieuTileLevel *level, MilieuTileSource *source);

/** milieu_tile_level_has: Returns: whether that tile is there */
gboolean milieu_tile_level_has (const MilieuTileLevel *level, gint64 column, gint64 row);
/** milieu_tile_level_add: Returns: %FALSE if it was there already */
gboolean milieu_tile_level_add (MilieuTileLevel *level, const MilieuPaintedTile *painted, guint64 now);

/** milieu_tile_view_range: Returns: the tiles that a view of that scale sees, and @about it */
MilieuTileRange milieu_tile_view_range (const MilieuTileView *view, gint64 about);
/** milieu_tile_level_covers: Returns: whether all that @view sees is there, and of its scale */
gboolean milieu_tile_level_covers (const MilieuTileLevel *level, const MilieuTileView *view);

/** milieu_tile_level_wish: appends the tiles of @range that its figure shows and that are not there, nearest to the focus of
 *  @view first */
void milieu_tile_level_wish (const MilieuTileLevel *level, MilieuTileRange range, const MilieuTileView *view,
                             MilieuTilePainter *painter, GArray *requests);

/** milieu_tile_level_see: appends its tiles as @view sees them, and marks them as seen @now */
void milieu_tile_level_see (const MilieuTileLevel *level, const MilieuTileView *view, guint64 now, GArray *seen);

G_END_DECLS
