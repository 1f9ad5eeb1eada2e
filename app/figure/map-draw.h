/* The map as part of a page: private to figures. */
#pragma once

#include "figure/map-figure.h"

G_BEGIN_DECLS

/* one panel of a series: who is there, and whose name is written, per actor of the cast */
typedef enum { MILIEU_PRESENCE_ABSENT, MILIEU_PRESENCE_HERE, MILIEU_PRESENCE_GONE } MilieuPresence;
typedef struct
{
  guint year, before;  /* and the year of the panel before; 0 for the first */
  guint8 *presence;    /* MilieuPresence */
  guint8 *muted;       /* 1: without its name */
  guint n_here;
} MilieuMapYear;

/**
 * milieu_map_year_new:
 *
 * Who had started by @year and had not ended is there; who ended since the
 * panel before is drawn as gone. Names go to those who are new in the panel,
 * and to those who are gone. Without a start year one is in no panel.
 *
 * Returns: (transfer full): the panel's year
 */
MilieuMapYear *milieu_map_year_new (const MilieuMapPlan *plan, guint year, guint before);
void milieu_map_year_free (MilieuMapYear *year);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuMapYear, milieu_map_year_free)

/* what moves with the world, and what stands before it */
typedef enum
{
  MILIEU_MAP_WHOLE,
  MILIEU_MAP_GROUND,
  MILIEU_MAP_GLASS,
} MilieuMapSheet;

typedef struct
{
  MilieuMapPlan *plan;
  const MilieuFigureTools *tools;
  MilieuFrame frame;   /* what is seen */
  MilieuPoint origin;  /* of the frame on the page */
  double margin;       /* px beyond the frame */
  const MilieuBox *page; /* (nullable): in place of frame and margin, where the frame is the whole plane */
  MilieuMapSheet sheet;
  gboolean inset;      /* of the ground alone: the inset stands somewhere before it */
  const guint32 *wanted;
  guint n_wanted;
  const MilieuMapYear *year; /* (nullable): of a series */
} MilieuMapDrawing;

/** milieu_map_draw: adds panels and marks to @builder */
void milieu_map_draw (MilieuFigureBuilder *builder, const MilieuMapDrawing *drawing);

G_END_DECLS
