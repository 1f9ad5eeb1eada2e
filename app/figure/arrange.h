/* Where symbols stand on a map: nothing lies about place (look.md §4).
 *
 * Exact and approximate actors stand at their places, moved apart where they
 * would overlap. Actors known only to their municipality share a disc that
 * gives way to them. Where too many would have to move, a crowd disc. */
#pragma once

#include "figure/box.h"
#include "figure/cast.h"

G_BEGIN_DECLS

typedef struct
{
  guint actor;    /* into the cast */
  double x, y;    /* where its symbol stands */
  double ax, ay;  /* its true place */
  double size;    /* of its symbol */
  gint disc;      /* into the discs, -1 if it stands by itself */
} MilieuStand;

typedef enum
{
  MILIEU_DISC_COMPACT,
  MILIEU_DISC_ROSETTE, /* open, a label beside each symbol */
  MILIEU_DISC_CROWD,   /* symbols of 6 px, no labels but the number */
} MilieuDiscKind;

typedef struct
{
  MilieuDiscKind kind;
  const char *name;  /* of the municipality, "" of a crowd; held by the cast */
  const char *insee; /* "" where unknown */
  guint first, n;    /* its stands */
  double x, y, radius;
  double ax, ay;     /* the true place */
  gboolean moved;    /* it does not cover its true place */
} MilieuDisc;

typedef struct
{
  const MilieuCast *cast;
  const guint *actors;       /* (array length=n): who stands here; into the cast */
  guint n;
  const MilieuPoint *places; /* true places by index in the cast, px */
  const double *label_widths; /* (nullable): one line, by index in the cast; without them no rosettes */
  double size;               /* of symbols */
  double unit;               /* px of one px of look.md */
  const MilieuBox *bounds;   /* (nullable): discs stay inside */
  const MilieuBox *avoid;    /* (array length=n_avoid): what discs do not touch */
  guint n_avoid;
} MilieuArrangeRequest;

typedef struct
{
  MilieuStand *stands;
  guint n_stands;
  MilieuDisc *discs;
  guint n_discs;
} MilieuArrangement;

/** milieu_arrange: Returns: (transfer full): a stand for each actor: those by themselves by ground and name, then disc by disc */
MilieuArrangement *milieu_arrange (const MilieuArrangeRequest *request);
void milieu_arrangement_free (MilieuArrangement *arrangement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuArrangement, milieu_arrangement_free)

/* symbols nearer than this, in sizes, move apart */
#define MILIEU_ARRANGE_PITCH 1.32
/* rows of a rosette, px of look.md */
#define MILIEU_ROSETTE_STEP 15.5

G_END_DECLS
