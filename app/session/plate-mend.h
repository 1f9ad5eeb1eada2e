/* What the program can do about a finding of the preflight. */
#pragma once

#include "figure/preflight.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *words;     /* msgid: what a button says */
  guint n;
  guint fields[2];       /* of a figure's record */
  MilieuValue values[2]; /* what they become */
  char *text;            /* (nullable) (owned): that a value borrows */
} MilieuMending;

/**
 * milieu_plate_mend:
 * @preset: for what the figure was judged
 * @mending: (out): to be let go with milieu_mending_clear()
 *
 * Returns: whether there is anything that a change of the figure can do about it
 */
gboolean milieu_plate_mend (const MilieuPlate *plate, MilieuSnapshot *snapshot, MilieuFindingKind kind, const MilieuPreset *preset,
                            MilieuMending *mending);

/** milieu_mending_clear: lets go of its text */
void milieu_mending_clear (MilieuMending *mending);

G_END_DECLS
