/* Where many actors stand close together, the map proposes an inset, over land
 * where nobody is; and the opening frame makes room for it. */
#pragma once

#include "figure/box.h"
#include "geo/basemap.h"
#include "geo/frame.h"

G_BEGIN_DECLS

typedef struct
{
  MilieuBox card;    /* of the view: head and map */
  double head;       /* height of the head */
  MilieuFrame frame; /* what the inset shows: the card below its head */
} MilieuInset;

typedef struct
{
  const MilieuMetres *places; /* (array length=n): of those who must show */
  guint n;
  double width, height;       /* of the view, px */
  double unit;                /* px of one px of look.md */
  double head;                /* of an inset, px; 0 if none is wanted */
  const MilieuBox *taken;     /* (array length=n_taken): boxes of the view that an inset leaves free */
  guint n_taken;
  const MilieuFeature *region;  /* (nullable): land that an inset had better not cover */
  const guint8 *chosen;         /* (nullable) per place: these are the crowd, whoever moves */
  double share;                 /* of the largest card, over 0 to 1 */
  const MilieuFrame *held;      /* (nullable): a frame that someone looks at: only the inset is chosen */
} MilieuCrowdRequest;

typedef struct
{
  MilieuFrame frame;    /* the opening frame */
  gboolean has_crowd;   /* eight or more would move over two sizes */
  guint8 *crowd;        /* per place: it is of the crowd; g_free() */
  gboolean has_inset;
  MilieuInset inset;
} MilieuCrowd;

/**
 * milieu_crowd_find:
 *
 * The frame shows all places with room for labels; if there is a crowd, the
 * frame and a corner for the inset are chosen together, so that the inset
 * covers no actor.
 */
void milieu_crowd_find (const MilieuCrowdRequest *request, MilieuCrowd *crowd);

/** milieu_crowd_fit: Returns: the frame of that size that shows @places with room for labels */
MilieuFrame milieu_crowd_fit (const MilieuMetres *places, guint n, double width, double height, double unit);

G_END_DECLS
