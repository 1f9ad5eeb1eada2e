/* Structural reading, what there is: counts, institutions, visibility. */
#include "reading/basis.h"

#include <string.h>

/* fewest actors of the upperground, fewest ties: indicators §3 */
#define FEW_INSTITUTIONS 3
#define FEW_TIES 5

typedef const char *(*ColumnOf) (const MilieuBasis *basis, const MilieuActor *actor);

static const char *
kind_of (const MilieuBasis *basis, const MilieuActor *actor)
{
  const char *id = milieu_basis_kind_id (basis, actor);

  return *id ? id : "none";
}

static const char *
sector_of (const MilieuBasis *basis, const MilieuActor *actor)
{
  return actor->sector ? actor->sector : "none";
}

static const char *
decade_of (const MilieuBasis *basis, const MilieuActor *actor)
{
  guint year = milieu_date_year (actor->start);
  g_autofree char *decade = year ? g_strdup_printf ("%u", year / 10 * 10) : g_strdup ("undated");

  return g_string_chunk_insert_const (basis->strings, decade);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_table (MilieuBasis *basis, MilieuResult *result, const char *table, ColumnOf column)
{
  for (guint ground = 0; ground < MILIEU_N_GROUNDS; ground++)
    {
      /* the actors without ground are a row of their own, the last */
      MilieuGround of = (ground + 1) % MILIEU_N_GROUNDS;
      g_autofree const char **names = g_new0 (const char *, basis->n + 1);
      guint n = 0;

      for (guint i = 0; i < basis->n; i++)
        if (basis->grounds[i] == of)
          names[n++] = column (basis, basis->actors[i]);
      qsort (names, n, sizeof (char *), compare_names);
      for (guint i = 0, run; i < n; i += run)
        {
          for (run = 1; i + run < n && strcmp (names[i], names[i + run]) == 0; run++);
          milieu_result_add_cell (result, table, milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, of), names[i], run);
        }
    }
}

static void
add_counts (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "S1", MILIEU_SIDE_STRUCTURAL);
  g_autofree guint8 *all = milieu_basis_no_actors (basis);

  memset (all, 1, basis->n);
  milieu_result_behind (result, basis, all, NULL);
  if (basis->n == 0)
    {
      milieu_result_empty (result, milieu_phrase_new (N_("no actor")));
      return;
    }
  milieu_result_set (result, basis->n, 0);
  add_table (basis, result, "table", kind_of);
  add_table (basis, result, "sectors", sector_of);
  add_table (basis, result, "decades", decade_of);
}

static int
compare_pairs (const void *a, const void *b)
{
  guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return (one > other) - (one < other);
}

static guint
count_distinct (guint64 *pairs, guint n)
{
  guint distinct = 0;

  qsort (pairs, n, sizeof (guint64), compare_pairs);
  for (guint i = 0; i < n; i++)
    distinct += i == 0 || pairs[i] != pairs[i - 1];
  return distinct;
}

static void
add_institutional_density (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "S2", MILIEU_SIDE_STRUCTURAL);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  g_autofree guint64 *pairs = g_new (guint64, basis->n_ties + 1);
  guint n = 0, m;
  double institutions = milieu_basis_count_ground (basis, MILIEU_GROUND_UPPERGROUND);
  double inhabitants = milieu_snapshot_number (basis->snapshot, "population", 0);

  for (guint i = 0; i < basis->n_ties; i++)
    {
      guint64 a = milieu_basis_source (basis, basis->ties[i]), b = milieu_basis_target (basis, basis->ties[i]);
      if (basis->classes[i] != MILIEU_CLASS_INSTITUTION || basis->grounds[a] != MILIEU_GROUND_UPPERGROUND
          || basis->grounds[b] != MILIEU_GROUND_UPPERGROUND)
        continue;
      ties[i] = 1;
      pairs[n++] = MIN (a, b) << 32 | MAX (a, b);
    }
  m = count_distinct (pairs, n);
  milieu_result_ends (result, basis, ties);
  milieu_result_add (milieu_result_add (result, "ties", m), "institutions", institutions);
  if (institutions < FEW_INSTITUTIONS)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} actor of the upperground, {needed} needed", "{count} actors of the upperground, {needed} needed",
      institutions), "needed", FEW_INSTITUTIONS, 0));
  else
    milieu_result_set (result, 2.0 * m / (institutions * (institutions - 1)), 4);
  if (inhabitants > 0)
    milieu_result_add (result, "per_100000", institutions / inhabitants * 100000);
}

static void
add_institutional_share (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "S3", MILIEU_SIDE_STRUCTURAL);
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);
  double institutions = milieu_basis_count_ground (basis, MILIEU_GROUND_UPPERGROUND);
  guint none = milieu_basis_count_ground (basis, MILIEU_GROUND_NONE);
  double grounded = basis->n - none;

  for (guint i = 0; i < basis->n; i++)
    actors[i] = basis->grounds[i] == MILIEU_GROUND_UPPERGROUND;
  milieu_result_behind (result, basis, actors, NULL);
  milieu_result_add (milieu_result_add (result, "institutions", institutions), "with_ground", grounded);
  milieu_result_add (result, "without_ground", none);
  if (grounded == 0)
    milieu_result_refuse (result, milieu_phrase_new (N_("no actor has a ground")));
  else
    milieu_result_set (result, institutions / grounded, 3);
  if (none > 0)
    milieu_result_remark (result, milieu_phrase_new_plural ("{count} actor without ground left out",
                                                            "{count} actors without ground left out", none));
}

static void
add_visibility (MilieuBasis *basis, GPtrArray *results)
{
  MilieuResult *result = milieu_results_add (results, "S4", MILIEU_SIDE_STRUCTURAL);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  guint visible = 0, all = 0;

  for (guint i = 0; i < basis->n_ties; i++)
    {
      const MilieuTie *tie = basis->ties[i];
      guint target = milieu_basis_target (basis, tie);
      if (basis->grounds[milieu_basis_source (basis, tie)] != MILIEU_GROUND_UPPERGROUND
          || !milieu_basis_is_type (basis, tie, "founds funds hosts produces"))
        continue;
      ties[i] = 1;
      all++;
      visible += milieu_basis_is_kind (basis, basis->actors[target], "infrastructure event scheme");
    }
  milieu_result_ends (result, basis, ties);
  milieu_result_add (milieu_result_add (result, "visible", visible), "all", all);
  if (all < FEW_TIES)
    milieu_result_refuse (result, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} tie by which an institution founds, funds, hosts or produces, {needed} needed",
      "{count} ties by which an institution founds, funds, hosts or produces, {needed} needed", all),
      "needed", FEW_TIES, 0));
  else
    milieu_result_set (result, (double) visible / all, 3);
}

void
milieu_read_landscape (MilieuBasis *basis, GPtrArray *results)
{
  add_counts (basis, results);
  add_institutional_density (basis, results);
  add_institutional_share (basis, results);
  add_visibility (basis, results);
}
