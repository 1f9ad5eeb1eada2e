#include "session/light.h"

#include <stdlib.h>

static void
add_tie (MilieuSession *session, guint32 key, GHashTable *actors, GHashTable *ties)
{
  const MilieuTie *tie = milieu_snapshot_tie (milieu_session_snapshot (session), key);

  if (!tie)
    return;
  g_hash_table_add (ties, GUINT_TO_POINTER (key));
  g_hash_table_add (actors, GUINT_TO_POINTER (tie->source));
  g_hash_table_add (actors, GUINT_TO_POINTER (tie->target));
}

/* neighbours by ties that the question does not ask for stay dark */
static void
add_neighbours (MilieuSession *session, guint32 actor, const guint8 *asked, GHashTable *actors, GHashTable *ties)
{
  guint n;
  const guint32 *keys = milieu_map_ties_of (milieu_session_map (session), actor, &n);

  g_hash_table_add (actors, GUINT_TO_POINTER (actor));
  for (guint i = 0; i < n; i++)
    if (asked[keys[i]])
      add_tie (session, keys[i], actors, ties);
}

static void
light_selection (MilieuSession *session, GHashTable *actors, GHashTable *ties)
{
  MilieuSelection *selection = milieu_session_selection (session);
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  const MilieuFilter *filter = milieu_session_filter (session);
  g_autofree guint8 *asked_actors = milieu_filter_actors (filter, snapshot, TRUE);
  g_autofree guint8 *asked_ties = milieu_filter_ties (filter, snapshot, asked_actors, TRUE);
  guint n;
  const guint32 *keys = milieu_selection_keys (selection, MILIEU_RECORD_ACTOR, &n);

  for (guint i = 0; i < n; i++)
    add_neighbours (session, keys[i], asked_ties, actors, ties);
  keys = milieu_selection_keys (selection, MILIEU_RECORD_TIE, &n);
  for (guint i = 0; i < n; i++)
    add_tie (session, keys[i], actors, ties);
}

static void
add_all (GHashTable *set, const guint32 *keys, guint n)
{
  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, GUINT_TO_POINTER (keys[i]));
}

void
milieu_light_sets (MilieuSession *session, GHashTable **actors, GHashTable **ties)
{
  MilieuSelection *selection = milieu_session_selection (session);
  gboolean lit = milieu_selection_is_lit (selection);
  guint n;

  *actors = *ties = NULL;
  if (!lit && milieu_selection_count (selection, MILIEU_RECORD_ACTOR) == 0
      && milieu_selection_count (selection, MILIEU_RECORD_TIE) == 0)
    return;
  *actors = g_hash_table_new (NULL, NULL);
  *ties = g_hash_table_new (NULL, NULL);
  if (lit)
    {
      const guint32 *keys = milieu_selection_lit (selection, MILIEU_RECORD_ACTOR, &n);
      add_all (*actors, keys, n);
      keys = milieu_selection_lit (selection, MILIEU_RECORD_TIE, &n);
      add_all (*ties, keys, n);
    }
  else
    light_selection (session, *actors, *ties);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  return x < y ? -1 : x > y;
}

guint32 *
milieu_light_wanted (MilieuSession *session, guint *n)
{
  g_autoptr (GHashTable) actors = NULL;
  g_autoptr (GHashTable) ties = NULL;
  g_autofree gpointer *keys = NULL;
  guint32 *wanted;

  milieu_light_sets (session, &actors, &ties);
  keys = actors ? g_hash_table_get_keys_as_array (actors, n) : NULL;
  if (!keys)
    *n = 0;
  wanted = g_new (guint32, *n + 1);
  for (guint i = 0; i < *n; i++)
    wanted[i] = GPOINTER_TO_UINT (keys[i]);
  qsort (wanted, *n, sizeof *wanted, compare_keys);
  return wanted;
}
