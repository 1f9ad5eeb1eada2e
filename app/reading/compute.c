/* The whole reading: every chapter over one basis, then copied free of it. */
#include "reading/tail.h"
#include "reading/tests.h"

#include <math.h>
#include <string.h>

static const char *
keep (MilieuReading *reading, const char *text)
{
  return text ? g_string_chunk_insert_const (reading->strings, text) : NULL;
}

/* equal betweenness (to 1e-9) shares a rank; where it was not computed all have 0 */
static void
take_ranks (MilieuReading *reading, const MilieuMeasures *measures, guint graph)
{
  for (guint i = 0; i < reading->n_actors && measures->betweenness_status == MILIEU_MEASURE_VALUE; i++)
    {
      guint32 v = measures->ranking[i];
      guint32 before = i > 0 ? measures->ranking[i - 1] : v;
      gboolean same = i > 0 && fabs (measures->betweenness[v] - measures->betweenness[before]) <= 1e-9;
      reading->actors[v].measures[graph].rank
        = same ? reading->actors[before].measures[graph].rank : i + 1;
    }
}

static void
take_measures (MilieuReading *reading, const MilieuBasis *basis, guint graph)
{
  const MilieuMeasures *from = basis->measures[graph];
  g_autoptr (MilieuComponents) components = milieu_components_new (basis->graphs[graph]);

  for (guint v = 0; v < reading->n_actors; v++)
    {
      MilieuActorMeasures *to = &reading->actors[v].measures[graph];
      to->degree = from->degree[v];
      to->strength = from->strength[v];
      to->betweenness = from->betweenness[v];
      to->constraint = from->constraint[v];
      to->effective_size = from->effective_size[v];
      to->core = from->core[v];
      to->external_internal = milieu_graph_external_internal_of (basis->graphs[graph], basis->grounds, v).index.value;
      to->participation = from->participation[v];
      to->component = components->of[v];
      to->cut_point = from->cut_point[v];
      to->coordinator = from->roles[v].coordinator;
      to->itinerant = from->roles[v].itinerant;
      to->gatekeeper = from->roles[v].gatekeeper;
      to->liaison = from->roles[v].liaison;
    }
  take_ranks (reading, from, graph);
}

/* X(G) without each cut point costs a walk over the graph; taking any other
 * actor away loses only its own pairs */
static void
take_reach (MilieuReading *reading, const MilieuBasis *basis, guint graph)
{
  guint64 whole = milieu_graph_cross_pairs (basis->graphs[graph], basis->grounds, MILIEU_NO_VERTEX);
  g_autoptr (MilieuComponents) components = milieu_components_new (basis->graphs[graph]);
  g_autofree guint *counts = g_new0 (guint, (gsize) components->n_components * MILIEU_N_GROUNDS + 1);

  for (guint v = 0; v < basis->n; v++)
    counts[components->of[v] * MILIEU_N_GROUNDS + basis->grounds[v]]++;
  for (guint v = 0; v < basis->n; v++)
    {
      MilieuActorMeasures *to = &reading->actors[v].measures[graph];
      guint64 own = 0;
      for (guint g = MILIEU_GROUND_UPPERGROUND; g < MILIEU_N_GROUNDS; g++)
        if (basis->grounds[v] != MILIEU_GROUND_NONE && g != basis->grounds[v])
          own += counts[components->of[v] * MILIEU_N_GROUNDS + g];
      to->reach_before = whole;
      to->reach_after = to->cut_point && !milieu_basis_cancelled (basis)
                          ? milieu_graph_cross_pairs (basis->graphs[graph], basis->grounds, v) : whole - own;
    }
}

static void
take_actors (MilieuReading *reading, const MilieuBasis *basis)
{
  reading->n_actors = basis->n;
  reading->actors = g_new0 (MilieuReadingActor, basis->n + 1);
  for (guint i = 0; i < basis->n; i++)
    {
      const MilieuActor *actor = basis->actors[i];
      reading->actors[i].key = actor->record.key;
      reading->actors[i].id = keep (reading, actor->record.id);
      reading->actors[i].name = keep (reading, actor->name ? actor->name : actor->record.id);
      reading->actors[i].ground = basis->grounds[i];
    }
  for (guint graph = 0; graph < MILIEU_N_GRAPHS; graph++)
    {
      take_measures (reading, basis, graph);
      take_reach (reading, basis, graph);
      reading->n_dyads[graph] = basis->graphs[graph]->m;
    }
}

static void
take_ties (MilieuReading *reading, const MilieuBasis *basis)
{
  reading->n_ties = basis->n_ties;
  reading->ties = g_new0 (MilieuReadingTie, basis->n_ties + 1);
  for (guint i = 0; i < basis->n_ties; i++)
    {
      reading->ties[i].key = basis->ties[i]->record.key;
      reading->ties[i].id = keep (reading, basis->ties[i]->record.id);
      reading->ties[i].source = milieu_basis_source (basis, basis->ties[i]);
      reading->ties[i].target = milieu_basis_target (basis, basis->ties[i]);
      reading->ties[i].tie_class = basis->classes[i];
    }
  reading->n_dated = basis->n_dated;
  reading->n_datable = basis->n_datable;
}

/* no number leaves that is none; what results borrowed from the map is copied */
static void
take_result (MilieuReading *reading, MilieuResult *result)
{
  if (isinf (result->value))
    milieu_result_refuse (result, milieu_measure_reason (MILIEU_MEASURE_FAILED));
  if (reading->n_actors < MILIEU_SMALL_N)
    result->decimals = MIN (result->decimals, 1);
  for (guint p = 0; p < result->n_parts; p++)
    {
      result->parts[p].table = keep (reading, result->parts[p].table);
      result->parts[p].row = keep (reading, result->parts[p].row);
      result->parts[p].name = keep (reading, result->parts[p].name);
      result->parts[p].text = keep (reading, result->parts[p].text);
    }
}

static void
take_results (MilieuReading *reading, GPtrArray *results)
{
  reading->n_results = results->len;
  for (guint i = 0; i < results->len; i++)
    take_result (reading, results->pdata[i]);
  reading->results = (MilieuResult **) g_ptr_array_free (results, FALSE);
}

static void
take_answers (MilieuReading *reading, GPtrArray *answers)
{
  g_autofree gpointer *taken = g_ptr_array_free (answers, FALSE);

  for (guint q = 0; q < MILIEU_N_QUESTIONS; q++)
    {
      take_result (reading, taken[q]);
      reading->answers[q] = taken[q];
    }
}

static MilieuReading *
reading_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuBasis *basis)
{
  MilieuReading *reading = g_new0 (MilieuReading, 1);
  const char *title = milieu_snapshot_setting (snapshot, "title");

  reading->count = 1;
  reading->strings = g_string_chunk_new (4096);
  reading->revision = milieu_snapshot_revision (snapshot);
  reading->filter = *filter;
  reading->year = basis->year;
  reading->emerging = milieu_filter_emerging (filter, snapshot);
  reading->seed = basis->seed;
  reading->title = g_strdup (title ? title : "");
  return reading;
}

static void (*const chapters[]) (MilieuBasis *basis, GPtrArray *results) = {
  milieu_read_landscape, milieu_read_space, milieu_read_coupling, milieu_read_ideas, milieu_read_middleground,
  milieu_read_devices, milieu_read_attraction, milieu_read_resilience, milieu_read_network, milieu_read_groups,
  milieu_read_events,
};

static void
result_free (gpointer data)
{
  MilieuResult *result = data;

  if (!result)
    return;
  milieu_phrase_free (result->reason);
  milieu_phrase_free (result->remark);
  g_free (result->parts);
  g_free (result->actors);
  g_free (result->ties);
  g_free (result->chance.counts);
  g_free (result);
}

MilieuReading *
milieu_reading_compute (MilieuSnapshot *snapshot, const MilieuFilter *filter, const gint *cancel,
                        MilieuReadingProgress progress, gpointer data)
{
  return milieu_reading_compute_after (NULL, snapshot, filter, cancel, progress, data);
}

MilieuReading *
milieu_reading_compute_after (const MilieuReading *before, MilieuSnapshot *snapshot, const MilieuFilter *filter,
                              const gint *cancel, MilieuReadingProgress progress, gpointer data)
{
  g_autoptr (MilieuMemo) memo = milieu_memo_new (before ? before->memo : NULL);
  g_autoptr (MilieuBasis) basis = milieu_basis_new (snapshot, filter, MILIEU_NO_KEY, cancel);
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (result_free);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (result_free);
  MilieuVerdict *verdict;
  MilieuReading *reading;

  basis->memo = memo;
  milieu_basis_measure (basis);
  for (guint i = 0; i < G_N_ELEMENTS (chapters) && !milieu_basis_cancelled (basis); i++)
    {
      chapters[i] (basis, results);
      if (progress)
        progress ((i + 1.0) / (G_N_ELEMENTS (chapters) + 1), data);
    }
  verdict = milieu_basis_cancelled (basis) ? NULL : milieu_read_verdict (basis);
  if (!verdict)
    return NULL;
  reading = reading_new (snapshot, filter, basis);
  reading->verdict = verdict;
  milieu_read_questions (basis, verdict, reading->questions, answers);
  take_actors (reading, basis);
  take_ties (reading, basis);
  take_results (reading, g_steal_pointer (&results));
  take_answers (reading, g_steal_pointer (&answers));
  reading->memo = milieu_memo_finish (g_steal_pointer (&memo), &reading->computed, &reading->recalled);
  return reading;
}

MilieuReading *
milieu_reading_ref (MilieuReading *reading)
{
  g_atomic_int_inc (&reading->count);
  return reading;
}

void
milieu_reading_unref (MilieuReading *reading)
{
  if (!reading || !g_atomic_int_dec_and_test (&reading->count))
    return;
  for (guint i = 0; i < reading->n_results; i++)
    result_free (reading->results[i]);
  g_free (reading->results);
  milieu_verdict_free (reading->verdict);
  for (guint i = 0; i < MILIEU_N_QUESTIONS; i++)
    {
      milieu_phrase_free (reading->questions[i]);
      result_free (reading->answers[i]);
    }
  g_free (reading->actors);
  g_free (reading->ties);
  g_free (reading->title);
  milieu_memo_unref (reading->memo);
  g_string_chunk_free (reading->strings);
  g_free (reading);
}

const MilieuResult *
milieu_reading_find (const MilieuReading *reading, const char *id, MilieuSide side)
{
  for (guint i = 0; i < reading->n_results; i++)
    if (strcmp (reading->results[i]->id, id) == 0 && (side == MILIEU_SIDE_BOTH || reading->results[i]->side == side))
      return reading->results[i];
  return NULL;
}

double
milieu_result_part (const MilieuResult *result, const char *name)
{
  for (guint i = 0; i < result->n_parts; i++)
    if (!result->parts[i].table && strcmp (result->parts[i].name, name) == 0)
      return result->parts[i].value;
  return NAN;
}

const MilieuReadingActor *
milieu_reading_actor (const MilieuReading *reading, guint32 key)
{
  for (guint i = 0; i < reading->n_actors; i++)
    if (reading->actors[i].key == key)
      return &reading->actors[i];
  return NULL;
}
