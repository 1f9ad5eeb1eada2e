#include "reading/basis.h"

#include <math.h>
#include <string.h>

/* indicators §0 */
#define PERMUTATIONS 2000
#define REWIRINGS 500
#define SEED 42

static gboolean
is_interlocutor (MilieuSnapshot *snapshot, const MilieuActor *actor)
{
  const MilieuKind *kind = actor->kind == MILIEU_NO_KEY ? NULL : milieu_snapshot_kind (snapshot, actor->kind);

  return !kind || kind->graph != MILIEU_ANSWER_NO;
}

static void
gather_actors (MilieuBasis *basis, const guint8 *asked)
{
  g_autofree guint8 *grounds = milieu_filter_grounds (basis->filter, basis->snapshot);
  guint total;
  g_autofree guint32 *keys = milieu_snapshot_sorted (basis->snapshot, MILIEU_RECORD_ACTOR, &total);

  basis->actors = g_new0 (const MilieuActor *, total + 1);
  basis->works = g_new0 (const MilieuActor *, total + 1);
  basis->grounds = g_new0 (guint8, total + 1);
  for (guint i = 0; i < total; i++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (basis->snapshot, keys[i]);
      if (!asked[keys[i]])
        continue;
      if (!is_interlocutor (basis->snapshot, actor))
        {
          basis->works[basis->n_works++] = actor;
          continue;
        }
      basis->vertex[keys[i]] = basis->n;
      basis->grounds[basis->n] = grounds[keys[i]];
      basis->actors[basis->n++] = actor;
    }
}

static void
gather_ties (MilieuBasis *basis, const guint8 *asked)
{
  guint total;
  g_autofree guint32 *keys = milieu_snapshot_sorted (basis->snapshot, MILIEU_RECORD_TIE, &total);
  g_autofree guint8 *chosen = milieu_filter_ties (basis->filter, basis->snapshot, asked, FALSE);

  basis->ties = g_new0 (const MilieuTie *, total + 1);
  basis->classes = g_new0 (guint8, total + 1);
  for (guint i = 0; i < total; i++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (basis->snapshot, keys[i]);
      MilieuClass tie_class = milieu_snapshot_tie_class (basis->snapshot, tie);
      if (!chosen[keys[i]] || tie->source == tie->target
          || milieu_basis_source (basis, tie) == MILIEU_NO_VERTEX || milieu_basis_target (basis, tie) == MILIEU_NO_VERTEX)
        continue;
      basis->n_datable++;
      basis->n_dated += milieu_date_year (tie->start) > 0;
      if (tie_class != MILIEU_CLASS_INTERACTION && tie_class != MILIEU_CLASS_INSTITUTION)
        continue;
      basis->classes[basis->n_ties] = tie_class;
      basis->ties[basis->n_ties++] = tie;
    }
}

static MilieuGraph *
graph_without (MilieuGraph *graph, guint32 key)
{
  g_autoptr (MilieuGraph) whole = graph;
  g_autofree guint8 *removed = g_new0 (guint8, graph->n + 1);
  guint32 vertex = key == MILIEU_NO_KEY ? MILIEU_NO_VERTEX : milieu_graph_vertex (graph, key);

  if (vertex == MILIEU_NO_VERTEX)
    return g_steal_pointer (&whole);
  removed[vertex] = 1;
  return milieu_graph_without (whole, removed);
}

MilieuBasis *
milieu_basis_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, guint32 without, const gint *cancel)
{
  MilieuBasis *basis = g_new0 (MilieuBasis, 1);
  g_autofree guint8 *asked = milieu_filter_actors (filter, snapshot, FALSE);

  basis->snapshot = snapshot;
  basis->filter = filter;
  basis->cancel = cancel;
  basis->strings = g_string_chunk_new (256);
  basis->year = milieu_filter_year (filter, snapshot);
  basis->seed = (gint64) milieu_snapshot_number (snapshot, "seed", SEED);
  basis->n_actor_keys = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_ACTOR);
  basis->vertex = g_new (guint32, basis->n_actor_keys + 1);
  memset (basis->vertex, 0xff, (basis->n_actor_keys + 1) * sizeof (guint32));
  if (without < basis->n_actor_keys)
    asked[without] = 0;
  gather_actors (basis, asked);
  gather_ties (basis, asked);
  basis->graphs[MILIEU_GRAPH_INTERACTION] = graph_without (milieu_graph_new_interaction (snapshot, filter), without);
  basis->graphs[MILIEU_GRAPH_ALL] = graph_without (milieu_graph_new_all (snapshot, filter), without);
  basis->draws = PERMUTATIONS;
  basis->rewirings = REWIRINGS;
  basis->force = filter->compute_all;
  return basis;
}

void
milieu_basis_free (MilieuBasis *basis)
{
  if (!basis)
    return;
  for (guint i = 0; i < MILIEU_N_GRAPHS; i++)
    {
      g_clear_pointer (&basis->measures[i], milieu_measures_free);
      g_clear_pointer (&basis->graphs[i], milieu_graph_unref);
    }
  g_string_chunk_free (basis->strings);
  g_free (basis->actors);
  g_free (basis->works);
  g_free (basis->grounds);
  g_free (basis->vertex);
  g_free (basis->ties);
  g_free (basis->classes);
  g_free (basis);
}

static MilieuMeasures *
measures_of (const MilieuBasis *basis, MilieuGraphKind graph)
{
  g_autoptr (GChecksum) rests_on = milieu_basis_rests_on (basis, "measures", basis->graphs[graph]);
  MilieuMeasures *measures = milieu_memo_measures (basis->memo, g_checksum_get_string (rests_on));

  if (measures)
    return measures;
  measures = milieu_measures_new (basis->graphs[graph], basis->force, basis->cancel);
  milieu_memo_keep_measures (basis->memo, g_checksum_get_string (rests_on), measures);
  return measures;
}

void
milieu_basis_measure (MilieuBasis *basis)
{
  for (guint i = 0; i < MILIEU_N_GRAPHS && !milieu_basis_cancelled (basis); i++)
    if (!basis->measures[i])
      basis->measures[i] = measures_of (basis, i);
}

GChecksum *
milieu_basis_rests_on (const MilieuBasis *basis, const char *what, const MilieuGraph *graph)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 numbers[] = { basis->seed, basis->draws, basis->rewirings, basis->force, graph->n, graph->m };

  g_checksum_update (checksum, (const guchar *) what, strlen (what) + 1);
  g_checksum_update (checksum, (const guchar *) numbers, sizeof numbers);
  g_checksum_update (checksum, basis->grounds, graph->n);
  g_checksum_update (checksum, graph->grounds, graph->n);
  for (guint e = 0; e < graph->m; e++)
    {
      const MilieuEdge *edge = &graph->edges[e];
      struct { guint32 a, b; double weight; } words = { edge->a, edge->b, edge->weight };

      g_checksum_update (checksum, (const guchar *) &words, sizeof words);
    }
  return checksum;
}

gboolean
milieu_basis_recall (const MilieuBasis *basis, GChecksum *rests_on, gpointer value, gsize size)
{
  return milieu_memo_recall (basis->memo, g_checksum_get_string (rests_on), value, size);
}

void
milieu_basis_keep (const MilieuBasis *basis, GChecksum *rests_on, gconstpointer value, gsize size)
{
  milieu_memo_keep (basis->memo, g_checksum_get_string (rests_on), value, size);
}

gboolean
milieu_basis_cancelled (const MilieuBasis *basis)
{
  return basis->cancel && g_atomic_int_get (basis->cancel) != 0;
}

gboolean
milieu_basis_allows (const MilieuBasis *basis, double cost)
{
  return basis->force || cost <= MILIEU_MEASURES_LIMIT;
}

const char *
milieu_basis_type_id (const MilieuBasis *basis, const MilieuTie *tie)
{
  const MilieuTieType *type = tie->type == MILIEU_NO_KEY ? NULL : milieu_snapshot_type (basis->snapshot, tie->type);

  return type ? type->record.id : "";
}

const char *
milieu_basis_kind_id (const MilieuBasis *basis, const MilieuActor *actor)
{
  const MilieuKind *kind = actor->kind == MILIEU_NO_KEY ? NULL : milieu_snapshot_kind (basis->snapshot, actor->kind);

  return kind ? kind->record.id : "";
}

/* tags say it where the kind does not: indicators §1 */
MilieuElement
milieu_basis_element (const MilieuBasis *basis, const MilieuActor *actor)
{
  const MilieuKind *kind = actor->kind == MILIEU_NO_KEY ? NULL : milieu_snapshot_kind (basis->snapshot, actor->kind);

  if (kind && kind->element != MILIEU_ELEMENT_NONE)
    return kind->element;
  if (milieu_actor_has_tag (actor, "space"))
    return MILIEU_ELEMENT_SPACE;
  if (milieu_actor_has_tag (actor, "project"))
    return MILIEU_ELEMENT_PROJECT;
  return MILIEU_ELEMENT_NONE;
}

static gboolean
is_one_of (const char *id, const char *ids)
{
  gsize length = strlen (id);

  for (const char *at = length > 0 ? strstr (ids, id) : NULL; at; at = strstr (at + 1, id))
    if ((at == ids || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

gboolean
milieu_basis_is_type (const MilieuBasis *basis, const MilieuTie *tie, const char *ids)
{
  return is_one_of (milieu_basis_type_id (basis, tie), ids);
}

gboolean
milieu_basis_is_kind (const MilieuBasis *basis, const MilieuActor *actor, const char *ids)
{
  return is_one_of (milieu_basis_kind_id (basis, actor), ids);
}

gboolean
milieu_basis_is_meeting_place (const MilieuBasis *basis, guint v)
{
  return basis->grounds[v] != MILIEU_GROUND_NONE && milieu_actor_is_located (basis->actors[v])
         && (milieu_basis_is_kind (basis, basis->actors[v], "place infrastructure")
             || (milieu_basis_is_kind (basis, basis->actors[v], "school") && basis->grounds[v] == MILIEU_GROUND_UNDERGROUND));
}

guint
milieu_basis_source (const MilieuBasis *basis, const MilieuTie *tie)
{
  return tie->source < basis->n_actor_keys ? basis->vertex[tie->source] : MILIEU_NO_VERTEX;
}

guint
milieu_basis_target (const MilieuBasis *basis, const MilieuTie *tie)
{
  return tie->target < basis->n_actor_keys ? basis->vertex[tie->target] : MILIEU_NO_VERTEX;
}

guint
milieu_basis_count_ground (const MilieuBasis *basis, MilieuGround ground)
{
  guint count = 0;

  for (guint i = 0; i < basis->n; i++)
    count += basis->grounds[i] == ground;
  return count;
}

gboolean
milieu_basis_in_graph (const MilieuBasis *basis, guint tie, MilieuGraphKind graph)
{
  return graph == MILIEU_GRAPH_ALL || basis->classes[tie] == MILIEU_CLASS_INTERACTION;
}

guint8 *
milieu_basis_no_actors (const MilieuBasis *basis)
{
  return g_new0 (guint8, basis->n + 1);
}

guint8 *
milieu_basis_no_ties (const MilieuBasis *basis)
{
  return g_new0 (guint8, basis->n_ties + 1);
}
