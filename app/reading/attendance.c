#include "reading/conversion.h"

static guint
edition_find (MilieuAttendance *attendance, guint device, guint year)
{
  for (guint e = 0; e < attendance->n; e++)
    if (attendance->devices[e] == device && attendance->years[e] == year)
      return e;
  return MILIEU_NO_VERTEX;
}

static guint
edition_add (const MilieuBasis *basis, MilieuAttendance *attendance, guint device, guint year)
{
  guint e = attendance->n++;

  attendance->devices = g_renew (guint, attendance->devices, attendance->n);
  attendance->years = g_renew (guint, attendance->years, attendance->n);
  attendance->sizes = g_renew (guint, attendance->sizes, attendance->n);
  attendance->participants = g_renew (guint8 *, attendance->participants, attendance->n);
  attendance->devices[e] = device;
  attendance->years[e] = year;
  attendance->sizes[e] = 0;
  attendance->participants[e] = milieu_basis_no_actors (basis);
  return e;
}

static void
attend (const MilieuBasis *basis, MilieuAttendance *attendance, guint tie)
{
  guint source = milieu_basis_source (basis, basis->ties[tie]), device = milieu_basis_target (basis, basis->ties[tie]);
  guint year = milieu_date_year (basis->ties[tie]->start);
  guint e;

  if (year == 0)
    year = milieu_date_year (basis->actors[device]->start);
  e = edition_find (attendance, device, year);
  if (e == MILIEU_NO_VERTEX)
    e = edition_add (basis, attendance, device, year);
  attendance->ties[tie] = 1;
  attendance->participations++;
  attendance->sizes[e] += !attendance->participants[e][source];
  attendance->participants[e][source] = 1;
}

MilieuAttendance *
milieu_attendance_new (const MilieuBasis *basis, const char *kinds)
{
  MilieuAttendance *attendance = g_new0 (MilieuAttendance, 1);
  g_autofree guint8 *attended = milieu_basis_no_actors (basis);

  attendance->ties = milieu_basis_no_ties (basis);
  for (guint i = 0; i < basis->n_ties; i++)
    {
      guint device = milieu_basis_target (basis, basis->ties[i]);
      if (!milieu_basis_is_type (basis, basis->ties[i], "participates")
          || !milieu_basis_is_kind (basis, basis->actors[device], kinds))
        continue;
      attended[device] = 1;
      attend (basis, attendance, i);
    }
  for (guint i = 0; i < basis->n; i++)
    if (!attended[i] && milieu_basis_is_kind (basis, basis->actors[i], kinds))
      edition_add (basis, attendance, i, milieu_date_year (basis->actors[i]->start));
  return attendance;
}

void
milieu_attendance_free (MilieuAttendance *attendance)
{
  if (!attendance)
    return;
  for (guint e = 0; e < attendance->n; e++)
    g_free (attendance->participants[e]);
  g_free (attendance->participants);
  g_free (attendance->devices);
  g_free (attendance->years);
  g_free (attendance->sizes);
  g_free (attendance->ties);
  g_free (attendance);
}
