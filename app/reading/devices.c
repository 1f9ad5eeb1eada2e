/* L4: what institutions do by decree, and what their devices bring together. */
#include "reading/conversion.h"
#include "reading/levers.h"

#include <math.h>
#include <string.h>

/* indicators §2, L4 */
#define FEW_PARTICIPANTS 3
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

/* what a participant is, in the words that are compared; NULL unknown */
static const char *
ground_of (const MilieuBasis *basis, guint actor)
{
  return basis->grounds[actor] == MILIEU_GROUND_NONE
           ? NULL : milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, basis->grounds[actor]);
}

static const char *
kind_of (const MilieuBasis *basis, guint actor)
{
  const char *id = milieu_basis_kind_id (basis, basis->actors[actor]);

  return *id ? id : NULL;
}

static const char *
municipality_of (const MilieuBasis *basis, guint actor)
{
  return basis->actors[actor]->municipality;
}

static const char *
sector_of (const MilieuBasis *basis, guint actor)
{
  return basis->actors[actor]->sector;
}

typedef const char *(*Category) (const MilieuBasis *basis, guint actor);

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* sorted categories of some actors; returns how many are known */
static guint
categories_of (const MilieuBasis *basis, const guint8 *actors, Category category, const char **names)
{
  guint n = 0;

  for (guint i = 0; i < basis->n; i++)
    if (actors[i] && category (basis, i))
      names[n++] = category (basis, i);
  qsort (names, n, sizeof (char *), compare_names);
  return n;
}

/* Blau's 1 − Σp² */
static double
blau (const MilieuBasis *basis, const guint8 *actors, Category category)
{
  g_autofree const char **names = g_new0 (const char *, basis->n + 1);
  double index = 1;
  guint n = categories_of (basis, actors, category, names);

  if (n < FEW_PARTICIPANTS)
    return NAN;
  for (guint i = 0, run; i < n; i += run)
    {
      for (run = 1; i + run < n && strcmp (names[i], names[i + run]) == 0; run++);
      index -= (double) run / n * run / n;
    }
  return index;
}

/* grounds are a closed list; of the rest, what the map holds is possible.
 * Returns k/(k − 1), so that an even mix of all of them gives 1 */
static double
scale_of (const MilieuBasis *basis, Category category)
{
  g_autofree const char **names = g_new0 (const char *, basis->n + 1);
  g_autofree guint8 *everybody = milieu_basis_no_actors (basis);
  double possible = 0;
  guint n;

  if (category == ground_of)
    return (MILIEU_N_GROUNDS - 1.0) / (MILIEU_N_GROUNDS - 2);
  memset (everybody, 1, basis->n);
  n = categories_of (basis, everybody, category, names);
  for (guint i = 0; i < n; i++)
    possible += i == 0 || strcmp (names[i], names[i - 1]) != 0;
  return possible < 2 ? NAN : possible / (possible - 1);
}

static const struct
{
  const char *name;
  Category of;
} categories[] = {
  { "ground", ground_of }, { "kind", kind_of }, { "municipality", municipality_of }, { "sector", sector_of },
};
#define N_CATEGORIES G_N_ELEMENTS (categories)

/* a device by its id, an edition of several by its year too */
static const char *
edition_name (MilieuBasis *basis, const MilieuAttendance *attendance, guint edition)
{
  const char *id = basis->actors[attendance->devices[edition]]->record.id;
  g_autofree char *name = g_strdup_printf ("%s %u", id, attendance->years[edition]);
  guint editions = 0;

  for (guint e = 0; e < attendance->n; e++)
    editions += attendance->devices[e] == attendance->devices[edition];
  return g_string_chunk_insert_const (basis->strings, editions > 1 ? name : id);
}

/* sums of the scaled indices, and how many devices have one */
static void
add_device (MilieuBasis *basis, MilieuResult *result, const char *name, const guint8 *participants, double *sums,
            guint *counts)
{
  for (guint c = 0; c < N_CATEGORIES; c++)
    {
      double index = blau (basis, participants, categories[c].of) * scale_of (basis, categories[c].of);
      milieu_result_add_cell (result, "devices", name, categories[c].name, index);
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
  double sums[N_CATEGORIES] = { 0 };
  guint counts[N_CATEGORIES] = { 0 };

  milieu_result_ends (result, basis, attendance->ties);
  for (guint d = 0; d < attendance->n; d++)
    if (attendance->sizes[d] >= FEW_PARTICIPANTS)
      add_device (basis, result, edition_name (basis, attendance, d), attendance->participants[d], sums, counts);
  milieu_result_add (result, "participations", attendance->participations);
  milieu_result_add (result, "blau", counts[0] ? sums[0] / counts[0] / scale_of (basis, ground_of) : NAN);
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
