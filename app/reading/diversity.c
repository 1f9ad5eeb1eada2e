#include "reading/diversity.h"

#include <math.h>
#include <string.h>

#define FEW_ACTORS 3

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

typedef const char *(*Of) (const MilieuBasis *basis, guint actor);

static const struct
{
  const char *name;
  Of of;
} categories[MILIEU_N_CATEGORIES] = {
  { "ground", ground_of }, { "kind", kind_of }, { "municipality", municipality_of }, { "sector", sector_of },
};

const char *
milieu_category_name (MilieuCategory category)
{
  return categories[category].name;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* sorted categories of some actors; returns how many are known */
static guint
categories_of (const MilieuBasis *basis, const guint8 *actors, MilieuCategory category, const char **names)
{
  guint n = 0;

  for (guint i = 0; i < basis->n; i++)
    if (actors[i] && categories[category].of (basis, i))
      names[n++] = categories[category].of (basis, i);
  qsort (names, n, sizeof (char *), compare_names);
  return n;
}

/* over those whose category is known: Σp² and −Σ p ln p; FALSE for too few */
static gboolean
sum_shares (const MilieuBasis *basis, const guint8 *actors, MilieuCategory category, double *squares, double *entropy)
{
  g_autofree const char **names = g_new0 (const char *, basis->n + 1);
  guint n = categories_of (basis, actors, category, names);

  *squares = *entropy = 0;
  for (guint i = 0, run; i < n; i += run)
    {
      for (run = 1; i + run < n && strcmp (names[i], names[i + run]) == 0; run++);
      *squares += (double) run / n * run / n;
      *entropy -= (double) run / n * log ((double) run / n);
    }
  return n >= FEW_ACTORS;
}

double
milieu_diversity_blau (const MilieuBasis *basis, const guint8 *actors, MilieuCategory category)
{
  double squares, entropy;

  return sum_shares (basis, actors, category, &squares, &entropy) ? 1 - squares : NAN;
}

double
milieu_diversity_shannon (const MilieuBasis *basis, const guint8 *actors, MilieuCategory category)
{
  double squares, entropy;

  return sum_shares (basis, actors, category, &squares, &entropy) ? entropy : NAN;
}

double
milieu_diversity_scale (const MilieuBasis *basis, MilieuCategory category)
{
  g_autofree const char **names = g_new0 (const char *, basis->n + 1);
  g_autofree guint8 *everybody = milieu_basis_no_actors (basis);
  double possible = 0;
  guint n;

  if (category == MILIEU_BY_GROUND)
    return (MILIEU_N_GROUNDS - 1.0) / (MILIEU_N_GROUNDS - 2);
  memset (everybody, 1, basis->n);
  n = categories_of (basis, everybody, category, names);
  for (guint i = 0; i < n; i++)
    possible += i == 0 || strcmp (names[i], names[i - 1]) != 0;
  return possible < 2 ? NAN : possible / (possible - 1);
}
