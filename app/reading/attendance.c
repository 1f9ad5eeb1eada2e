#include "reading/conversion.h"

#include "reading/diversity.h"

#include <math.h>
#include <stdlib.h>

/* the strongest pairs that files name */
#define MANY_PAIRS 20

static guint
edition_find (MilieuAttendance *attendance, guint device, guint year)
{
  for (guint e = 0; e < attendance->n; e++)
    if (attendance->devices[e] == device && attendance->years[e] == year)
      return e;
  return MILIEU_NO_VERTEX;
}

static guint
edition_add (MilieuAttendance *attendance, guint device, guint year)
{
  guint e = attendance->n++;

  attendance->devices = g_renew (guint, attendance->devices, attendance->n);
  attendance->years = g_renew (guint, attendance->years, attendance->n);
  attendance->sizes = g_renew (guint, attendance->sizes, attendance->n);
  attendance->participants = g_renew (guint8 *, attendance->participants, attendance->n);
  attendance->devices[e] = device;
  attendance->years[e] = year;
  attendance->sizes[e] = 0;
  attendance->participants[e] = attendance->nobody;
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
    e = edition_add (attendance, device, year);
  if (attendance->participants[e] == attendance->nobody)
    attendance->participants[e] = milieu_basis_no_actors (basis);
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
  attendance->nobody = milieu_basis_no_actors (basis);
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
      edition_add (attendance, i, milieu_date_year (basis->actors[i]->start));
  return attendance;
}

void
milieu_attendance_free (MilieuAttendance *attendance)
{
  if (!attendance)
    return;
  for (guint e = 0; e < attendance->n; e++)
    if (attendance->participants[e] != attendance->nobody)
      g_free (attendance->participants[e]);
  g_free (attendance->participants);
  g_free (attendance->nobody);
  g_free (attendance->devices);
  g_free (attendance->years);
  g_free (attendance->sizes);
  g_free (attendance->ties);
  g_free (attendance);
}

const char *
milieu_edition_name (const MilieuBasis *basis, const MilieuAttendance *attendance, guint edition)
{
  const char *id = basis->actors[attendance->devices[edition]]->record.id;
  g_autofree char *name = g_strdup_printf ("%s %u", id, attendance->years[edition]);
  guint editions = 0;

  for (guint e = 0; e < attendance->n; e++)
    editions += attendance->devices[e] == attendance->devices[edition];
  return g_string_chunk_insert_const (basis->strings, editions > 1 ? name : id);
}

/* the edition of the same device before this one, n if there is none */
static guint
edition_before (const MilieuAttendance *attendance, guint edition)
{
  guint before = attendance->n;

  for (guint e = 0; e < attendance->n; e++)
    if (attendance->devices[e] == attendance->devices[edition] && attendance->sizes[e] > 0 && attendance->years[e] > 0
        && attendance->years[e] < attendance->years[edition]
        && (before == attendance->n || attendance->years[e] > attendance->years[before]))
      before = e;
  return before;
}

double
milieu_attendance_returning (const MilieuBasis *basis, const MilieuAttendance *attendance)
{
  double sum = 0;
  guint n = 0;

  for (guint e = 0; e < attendance->n; e++)
    {
      guint before = edition_before (attendance, e), both = 0, either = 0;
      if (before == attendance->n || attendance->sizes[e] == 0)
        continue;
      for (guint v = 0; v < basis->n; v++)
        {
          both += attendance->participants[e][v] && attendance->participants[before][v];
          either += attendance->participants[e][v] || attendance->participants[before][v];
        }
      sum += (double) both / either;
      n++;
    }
  return n > 0 ? sum / n : NAN;
}

/* share of the attendees who were at nothing in the years before */
static double
first_time_share (const MilieuBasis *basis, const MilieuAttendance *attendance, guint edition)
{
  guint first = attendance->sizes[edition];

  for (guint v = 0; v < basis->n && attendance->years[edition] > 0; v++)
    for (guint e = 0; attendance->participants[edition][v] && e < attendance->n; e++)
      if (attendance->participants[e][v] && attendance->years[e] > 0 && attendance->years[e] < attendance->years[edition])
        {
          first--;
          break;
        }
  return attendance->years[edition] > 0 ? (double) first / attendance->sizes[edition] : NAN;
}

static void
add_edition (const MilieuBasis *basis, const MilieuAttendance *attendance, guint e, MilieuResult *result)
{
  static const char *const blau[] = { "blau_ground", "blau_kind", "blau_municipality" };
  static const char *const shannon[] = { "shannon_ground", "shannon_kind", "shannon_municipality" };
  const char *name = milieu_edition_name (basis, attendance, e);

  milieu_result_add_cell (result, "editions", name, "participants", attendance->sizes[e]);
  milieu_result_add_cell (result, "editions", name, "first_time", first_time_share (basis, attendance, e));
  for (guint c = 0; c < G_N_ELEMENTS (blau); c++)
    {
      milieu_result_add_cell (result, "editions", name, blau[c], milieu_diversity_blau (basis, attendance->participants[e], c));
      milieu_result_add_cell (result, "editions", name, shannon[c],
                              milieu_diversity_shannon (basis, attendance->participants[e], c));
    }
}

typedef struct
{
  guint a, b;
  double weight;
} Pair;

static int
compare_pairs (gconstpointer p, gconstpointer q)
{
  const Pair *a = p, *b = q;

  if (a->weight != b->weight)
    return a->weight > b->weight ? -1 : 1;
  return a->a != b->a ? (a->a > b->a) - (a->a < b->a) : (a->b > b->b) - (a->b < b->b);
}

/* what a pair shared: 1/(d − 1) for each edition of d attendees */
static double
weight_of (const MilieuAttendance *attendance, guint a, guint b)
{
  double weight = 0;

  for (guint e = 0; e < attendance->n; e++)
    if (attendance->participants[e][a] && attendance->participants[e][b])
      weight += 1.0 / (attendance->sizes[e] - 1);
  return weight;
}

static void
add_projection (const MilieuBasis *basis, const MilieuAttendance *attendance, MilieuResult *result)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autofree guint8 *ever = milieu_basis_no_actors (basis);

  for (guint e = 0; e < attendance->n; e++)
    for (guint v = 0; v < basis->n; v++)
      ever[v] |= attendance->participants[e][v];
  for (guint a = 0; a < basis->n; a++)
    for (guint b = a + 1; ever[a] && b < basis->n; b++)
      {
        Pair pair = { a, b, ever[b] ? weight_of (attendance, a, b) : 0 };
        if (pair.weight > 0)
          g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < MIN (pairs->len, MANY_PAIRS); i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      g_autofree char *name = g_strdup_printf ("%s – %s", basis->actors[pair->a]->record.id, basis->actors[pair->b]->record.id);
      milieu_result_add_cell (result, "projection", NULL, g_string_chunk_insert_const (basis->strings, name), pair->weight);
    }
}

void
milieu_attendance_add (MilieuBasis *basis, const MilieuAttendance *attendance, MilieuResult *result)
{
  for (guint e = 0; e < attendance->n; e++)
    if (attendance->sizes[e] > 0)
      add_edition (basis, attendance, e, result);
  if ((double) basis->n * basis->n * attendance->n <= MILIEU_MEASURES_LIMIT)
    add_projection (basis, attendance, result);
}
