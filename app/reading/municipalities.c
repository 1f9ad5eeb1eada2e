#include "reading/municipalities.h"

#include "geo/statistics.h"

#include <string.h>

MilieuGazetteer *
milieu_municipalities (void)
{
  static MilieuGazetteer *loaded;
  static gsize done;

  if (g_once_init_enter (&done))
    {
      loaded = milieu_gazetteer_load (NULL, NULL);
      g_once_init_leave (&done, 1);
    }
  return loaded;
}

const MilieuMunicipality *
milieu_municipality_of (const MilieuActor *actor)
{
  MilieuGazetteer *gazetteer = milieu_municipalities ();
  const MilieuMunicipality *const *named;
  guint n = 0;

  if (!gazetteer)
    return NULL;
  if (actor->insee)
    return milieu_gazetteer_by_insee (gazetteer, actor->insee);
  named = actor->municipality ? milieu_gazetteer_by_name (gazetteer, actor->municipality, &n) : NULL;
  return n == 1 ? named[0] : NULL;
}

MilieuBounds
milieu_municipalities_box (const char *epci)
{
  MilieuGazetteer *gazetteer = milieu_municipalities ();
  const MilieuMunicipality *towns;
  MilieuBounds bounds;
  guint n = 0;

  milieu_bounds_init (&bounds);
  towns = gazetteer ? milieu_gazetteer_towns (gazetteer, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (strcmp (towns[i].epci, epci) == 0)
      milieu_bounds_add (&bounds, towns[i].metres);
  return bounds;
}

/* municipalities or groupings, each with how many actors stand there */
typedef struct
{
  const MilieuMunicipality **of;
  guint *counts;
  guint n;
} Tally;

static void
tally_clear (Tally *tally)
{
  g_free (tally->of);
  g_free (tally->counts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static const char *
code_of (const MilieuMunicipality *town, gboolean grouping)
{
  return grouping ? town->epci : town->insee;
}

/* a handful of them: each is looked for among those before */
static void
tally_add (Tally *tally, const MilieuMunicipality *town, gboolean grouping)
{
  guint i = 0;

  if (*code_of (town, grouping) == '\0')
    return;
  while (i < tally->n && strcmp (code_of (tally->of[i], grouping), code_of (town, grouping)) != 0)
    i++;
  if (i == tally->n)
    {
      tally->of = g_renew (const MilieuMunicipality *, tally->of, tally->n + 1);
      tally->counts = g_renew (guint, tally->counts, tally->n + 1);
      tally->of[tally->n] = town;
      tally->counts[tally->n++] = 0;
    }
  tally->counts[i]++;
}

const MilieuMunicipality *
milieu_main_grouping (MilieuSnapshot *snapshot)
{
  g_auto (Tally) tally = { NULL };
  guint best = 0;
  guint32 n_keys = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);

  for (guint32 key = 0; key < n_keys; key++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, key);
      const MilieuMunicipality *town = actor && milieu_actor_is_located (actor) ? milieu_municipality_of (actor) : NULL;

      if (town)
        tally_add (&tally, town, TRUE);
    }
  for (guint i = 1; i < tally.n; i++)
    if (tally.counts[i] > tally.counts[best]
        || (tally.counts[i] == tally.counts[best] && strcmp (tally.of[i]->epci, tally.of[best]->epci) < 0))
      best = i;
  return tally.n > 0 ? tally.of[best] : NULL;
}

static void
add_quotients (const Tally *towns, MilieuResult *result)
{
  double actors = 0, people = 0;

  for (guint i = 0; i < towns->n; i++)
    {
      actors += towns->of[i]->population > 0 ? towns->counts[i] : 0;
      people += towns->of[i]->population;
    }
  for (guint i = 0; i < towns->n && people > 0; i++)
    if (towns->of[i]->population > 0)
      milieu_result_add_cell (result, "quotients", NULL, towns->of[i]->name,
                              towns->counts[i] / actors / (towns->of[i]->population / people));
}

void
milieu_municipalities_add (const MilieuBasis *basis, const guint *actors, guint n, MilieuResult *result)
{
  g_auto (Tally) groupings = { NULL };
  g_auto (Tally) towns = { NULL };
  double effective, index;

  for (guint i = 0; i < n; i++)
    {
      const MilieuMunicipality *town = milieu_municipality_of (basis->actors[actors[i]]);

      if (!town)
        continue;
      tally_add (&groupings, town, TRUE);
      tally_add (&towns, town, FALSE);
    }
  if (groupings.n == 0)
    return;
  index = milieu_statistics_concentration (groupings.counts, groupings.n, &effective);
  milieu_result_add (milieu_result_add (result, "epci", index), "epci_effective", effective);
  for (guint i = 0; i < groupings.n; i++)
    milieu_result_add_cell (result, "groupings", NULL, groupings.of[i]->epci_name, groupings.counts[i]);
  add_quotients (&towns, result);
}
