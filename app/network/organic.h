/* The layout organic while it is made. */
#pragma once

#include "network/layout-kinds.h"
#include "network/part.h"

G_BEGIN_DECLS

#define MILIEU_ORGANIC_STEP 74.0 /* one step of the network, on paper */

typedef struct
{
  const MilieuGraph *graph;
  const MilieuLayoutRequest *request;
  const guint8 *stays; /* pinned, or there before */
  MilieuRandom random;
  MilieuCrew *crew;
  guint32 *local;      /* scratch */
  guint *tried;        /* vertices that were tried from many starts */
  double *x, *y;
} MilieuOrganic;

/**
 * milieu_organic_lay:
 * @stays: 1 for those who must not move yet, who have a position
 * @tried: (inout): vertices that were tried from many starts; few may be
 *
 * Lays out all parts of @graph and shelves them; boxes do not overlap unless someone stays.
 *
 * Returns: %FALSE if cancelled
 */
gboolean milieu_organic_lay (const MilieuGraph *graph, const MilieuLayoutRequest *request, const guint8 *stays,
                             MilieuCrew *crew, guint *tried, double *x, double *y);

/** milieu_organic_try_starts: lays a part of a few hundred vertices. Returns: %FALSE if cancelled */
gboolean milieu_organic_try_starts (MilieuOrganic *organic, const MilieuPart *part, gboolean any_stays);

/** milieu_organic_descend: lays a part of any size, with room for its boxes or in the scale of those who stay.
 *  Returns: %FALSE if cancelled */
gboolean milieu_organic_descend (MilieuOrganic *organic, const MilieuPart *part);

/** milieu_organic_pull: lays a part by igraph's forces. Returns: %FALSE if cancelled */
gboolean milieu_organic_pull (MilieuOrganic *organic, const MilieuPart *part);

/** milieu_organic_spread: scales positions about 0 so that the boxes cover no more than a part of their area */
void milieu_organic_spread (const MilieuOrganic *organic, const guint32 *vertices, guint n);

/* the connected parts of a graph by falling size, their vertices one after the other */
typedef struct
{
  guint n;
  guint *first;
  guint32 *vertices;
  guint8 *any_stays;
} MilieuGroups;

/** milieu_groups_init: @stays: 1 for those who stay */
void milieu_groups_init (MilieuGroups *groups, const MilieuGraph *graph, const guint8 *stays);
/** milieu_groups_clear: frees what is in them */
void milieu_groups_clear (MilieuGroups *groups);

/** milieu_groups_shelve: groups that hold no one who stays move into rows below the others, or below nothing;
 *  their boxes do not touch */
void milieu_groups_shelve (const MilieuGroups *groups, const MilieuLayoutRequest *request, double *x, double *y);

/** milieu_layout_box: @box: (out): left, top, right, bottom of the boxes of @vertices */
void milieu_layout_box (const MilieuLayoutRequest *request, const guint32 *vertices, guint n, const double *x,
                        const double *y, double box[4]);

G_END_DECLS
