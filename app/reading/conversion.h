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
  guint8 *nobody;         /* those of the many that nobody took part in */
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
  guint baseline_pairs;     /* pairs that the baseline is a share of */
  gboolean matched;         /* whether they are random ones of like degrees: nobody attended something else */
  double low, high;         /* 95 % interval of the lift, bootstrap over editions */
  guint once, twice;        /* pairs present at least once, at least twice */
  gboolean evaluable;       /* enough pairs and conversions */
} MilieuConversion;

/** milieu_attendance_returning: Returns: Jaccard of the attendees of each two following editions of one device, the
 *  mean of them; NAN if none has two editions with attendees */
double milieu_attendance_returning (const MilieuBasis *basis, const MilieuAttendance *attendance);

/** milieu_conversion_measure: what became of the pairs that met, against those of the same years that did not */
void milieu_conversion_measure (const MilieuBasis *basis, const MilieuAttendance *attendance, MilieuConversion *conversion);

/** milieu_attendance_add: adds the table "editions" (device and year × participants, first_time, blau and shannon by
 *  ground, kind and municipality) and "projection": a pair × Σ 1/(d − 1), the strongest ones (Newman 2001) */
void milieu_attendance_add (MilieuBasis *basis, const MilieuAttendance *attendance, MilieuResult *result);

/** milieu_edition_name: Returns: a device by its id, an edition of several by its year too; as long as the basis */
const char *milieu_edition_name (const MilieuBasis *basis, const MilieuAttendance *attendance, guint edition);

/** milieu_conversion_reason: Returns: (transfer full) (nullable): why there is no lift */
MilieuPhrase *milieu_conversion_reason (const MilieuAttendance *attendance, const MilieuConversion *conversion);

/** milieu_conversion_add: adds the indicator @id over devices of @kinds */
void milieu_conversion_add (MilieuBasis *basis, GPtrArray *results, const char *id, const char *kinds);

G_END_DECLS
