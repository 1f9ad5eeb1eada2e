/* Who was at what, and whether being there made ties (indicators §4.8). Private. */
#pragma once

#include "reading/basis.h"

G_BEGIN_DECLS

/* an edition is a device in one year: of the participation, else of the device */
typedef struct
{
  guint n;                /* editions; a device without participant is one too */
  guint *devices;         /* vertex of each */
  guint *years;           /* 0 where unknown */
  guint8 **participants;  /* of each: 1 for each vertex that took part */
  guint *sizes;
  guint participations;   /* ties */
  guint8 *ties;           /* 1 for each participation */
} MilieuAttendance;

/** milieu_attendance_new: @kinds: ids of kinds of devices, separated by spaces */
MilieuAttendance *milieu_attendance_new (const MilieuBasis *basis, const char *kinds);
void milieu_attendance_free (MilieuAttendance *attendance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MilieuAttendance, milieu_attendance_free)

typedef struct
{
  guint pairs, conversions; /* co-attending, not tied before; those tied within two years */
  guint ambiguous;          /* left out: a tie of the very year, or undated */
  double share, baseline, lift; /* NAN where undefined */
  double low, high;         /* 95 % interval of the lift, bootstrap over editions */
  guint once, twice;        /* pairs present at least once, at least twice */
  gboolean evaluable;       /* enough pairs and conversions */
} MilieuConversion;

/** milieu_conversion_measure: what became of the pairs that met, against those of the same years that did not */
void milieu_conversion_measure (const MilieuBasis *basis, const MilieuAttendance *attendance, MilieuConversion *conversion);

/** milieu_conversion_reason: Returns: (transfer full) (nullable): why there is no lift */
MilieuPhrase *milieu_conversion_reason (const MilieuAttendance *attendance, const MilieuConversion *conversion);

/** milieu_conversion_add: adds the indicator @id over devices of @kinds */
void milieu_conversion_add (MilieuBasis *basis, GPtrArray *results, const char *id, const char *kinds);

G_END_DECLS
