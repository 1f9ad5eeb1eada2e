/* What became of pairs: shared by those who met and those they are compared with. Private. */
#pragma once

#include "reading/conversion.h"

G_BEGIN_DECLS

typedef struct
{
  guint pairs, conversions, ambiguous; /* not tied before; tied within two years; left out */
} MilieuTally;

/** milieu_tally_pair: counts what became of two actors, unless they were tied before @year */
void milieu_tally_pair (const MilieuBasis *basis, guint a, guint b, guint year, MilieuTally *tally);

/** milieu_members_of: @members: (out): those marked in @mask. Returns: how many */
guint milieu_members_of (const MilieuBasis *basis, const guint8 *mask, guint *members);

/** milieu_met_in: Returns: whether both attended one edition of @year */
gboolean milieu_met_in (const MilieuAttendance *attendance, guint a, guint b, guint year);

/** milieu_tally_elsewhere: Returns: pairs of the same years who both attended, but nothing together */
MilieuTally milieu_tally_elsewhere (const MilieuBasis *basis, const MilieuAttendance *attendance);

/** milieu_tally_alike: Returns: random pairs who did not meet, of the degrees of those who did; seeded */
MilieuTally milieu_tally_alike (const MilieuBasis *basis, const MilieuAttendance *attendance);

G_END_DECLS
