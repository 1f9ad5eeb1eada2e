/* L4: what institutions do by decree, and what their devices bring together. */
#include "reading/conversion.h"
#include "reading/diversity.h"
#include "reading/levers.h"

#include <math.h>
#include <string.h>

/* indicators §2, L4 */
#define FEW_TIES 5

static gboolean
is_fiat (const MilieuBasis *basis, guint tie)
{
  return milieu_basis_is_type (basis, basis->ties[tie], "founds funds")
         && basis->grounds[milieu_basis_source (basis, basis->ties[tie])] == MILIEU_GROUND_UPPERGROUND;
}

static gboolean
touches_upperground (const MilieuBasis *basis, guint tie)
{
  return basis->grounds[milieu_basis_source (basis, basis->ties[tie])] == MILIEU_GROUND_UPPERGROUND
         || basis->grounds[milieu_basis_target (basis, basis->ties[tie])] == MILIEU_GROUND_UPPERGROUND;
}

static void
add_fiat (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L4b", MILIEU_SIDE_STRUCTURAL);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  guint decided = 0, together = 0;

  for (guint i = 0; i < basis->n_ties; i++)
    {
      gboolean fiat = is_fiat (basis, i);
      gboolean shared = basis->classes[i] == MILIEU_CLASS_INTERACTION && touches_upperground (basis, i);
      decided += fiat;
      together += shared;
      ties[i] = fiat || shared;
    }
  milieu_result_ends (result, basis, ties);
  milieu_result_add (milieu_result_add (result, "decided", decided), "together", together);
  if (decided + together < FEW_TIES)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} tie by which institutions decide or do with, {needed} needed",
      "{count} ties by which institutions decide or do with, {needed} needed", decided + together),
      "needed", FEW_TIES, 0));
  else
    milieu_result_set (result, (double) decided / (decided + together), 3);
}

double
milieu_ground_diversity (const MilieuBasis *basis, const guint8 *actors)
{
  return milieu_diversity_blau (basis, actors, MILIEU_BY_GROUND) * milieu_diversity_scale (basis, MILIEU_BY_GROUND);
}

/* sums of the scaled indices, and how many devices have one: those with fewer than three participants are listed alone */
static void
add_device (MilieuBasis *basis, MilieuResult *result, const MilieuAttendance *attendance, guint device, double *sums, guint *counts)
{
  const char *name = milieu_edition_name (basis, attendance, device);

  milieu_result_add_cell (result, "devices", name, "participants", attendance->sizes[device]);
  for (guint c = 0; c < MILIEU_N_CATEGORIES; c++)
    {
      double index = milieu_diversity_blau (basis, attendance->participants[device], c) * milieu_diversity_scale (basis, c);
      milieu_result_add_cell (result, "devices", name, milieu_category_name (c), index);
      if (isnan (index))
        continue;
      sums[c] += index;
      counts[c]++;
    }
}

static void
add_diversity (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "L4a", MILIEU_SIDE_INTERACTIONIST);
  g_autoptr (MilieuAttendance) attendance = milieu_attendance_new (basis, "event scheme infrastructure");
  double sums[MILIEU_N_CATEGORIES] = { 0 };
  guint counts[MILIEU_N_CATEGORIES] = { 0 };

  milieu_result_ends (result, basis, attendance->ties);
  for (guint d = 0; d < attendance->n; d++)
    if (attendance->sizes[d] > 0)
      add_device (basis, result, attendance, d, sums, counts);
  milieu_result_add (result, "participations", attendance->participations);
  milieu_result_add (result, "blau", counts[0] ? sums[0] / counts[0] / milieu_diversity_scale (basis, MILIEU_BY_GROUND) : NAN);
  milieu_result_add (result, "by_kind", counts[1] ? sums[1] / counts[1] : NAN);
  milieu_result_add (result, "by_municipality", counts[2] ? sums[2] / counts[2] : NAN);
  milieu_result_add (result, "by_sector", counts[3] ? sums[3] / counts[3] : NAN);
  if (attendance->n == 0)
    milieu_result_empty (result, milieu_phrase_new (N_("no event, scheme or infrastructure was entered")));
  else if (attendance->participations == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("no participation was entered")));
  else if (counts[0] == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("no device with three participants whose grounds are known")));
  else
    milieu_result_set (result, sums[0] / counts[0], 3);
}

void
milieu_read_devices (MilieuBasis *basis, GPtrArray *results)
{
  add_diversity (basis, results);
  add_fiat (basis, results);
  milieu_conversion_add (basis, results, "L4c", "scheme");
}
