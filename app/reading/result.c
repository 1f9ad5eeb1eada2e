#include "reading/basis.h"

#include <math.h>
#include <string.h>

MilieuResult *
milieu_results_add (GPtrArray *results, const char *id, MilieuSide side)
{
  MilieuResult *result = g_new0 (MilieuResult, 1);

  result->id = id;
  result->side = side;
  result->value = NAN;
  result->unit = "";
  g_ptr_array_add (results, result);
  return result;
}

MilieuResult *
milieu_result_set (MilieuResult *result, double value, guint decimals)
{
  result->status = MILIEU_STATUS_VALUE;
  result->value = value;
  result->decimals = decimals;
  return result;
}

MilieuResult *
milieu_result_refuse (MilieuResult *result, MilieuPhrase *reason)
{
  result->status = MILIEU_STATUS_NOT_EVALUABLE;
  result->value = NAN;
  g_clear_pointer (&result->reason, milieu_phrase_free);
  result->reason = reason;
  return result;
}

MilieuResult *
milieu_result_empty (MilieuResult *result, MilieuPhrase *reason)
{
  milieu_result_refuse (result, reason);
  result->status = MILIEU_STATUS_EMPTY;
  return result;
}

MilieuResult *
milieu_result_remark (MilieuResult *result, MilieuPhrase *remark)
{
  g_clear_pointer (&result->remark, milieu_phrase_free);
  result->remark = remark;
  return result;
}

static MilieuPart *
part_add (MilieuResult *result)
{
  result->parts = g_renew (MilieuPart, result->parts, result->n_parts + 1);
  result->parts[result->n_parts] = (MilieuPart) { .value = NAN };
  return &result->parts[result->n_parts++];
}

MilieuResult *
milieu_result_add (MilieuResult *result, const char *name, double value)
{
  MilieuPart *part = part_add (result);

  part->name = name;
  part->value = value;
  return result;
}

MilieuResult *
milieu_result_add_text (MilieuResult *result, const char *name, const char *text)
{
  MilieuPart *part = part_add (result);

  part->name = name;
  part->text = text;
  return result;
}

MilieuResult *
milieu_result_add_cell (MilieuResult *result, const char *table, const char *row, const char *name, double value)
{
  MilieuPart *part = part_add (result);

  part->table = table;
  part->row = row;
  part->name = name;
  part->value = value;
  return result;
}

MilieuPhrase *
milieu_measure_reason (MilieuMeasureStatus status)
{
  switch (status)
    {
    case MILIEU_MEASURE_NO_ACTORS:
      return milieu_phrase_new (N_("no actor"));
    case MILIEU_MEASURE_NO_TIES:
      return milieu_phrase_new (N_("no tie to take it of"));
    case MILIEU_MEASURE_ONE_GROUND:
      return milieu_phrase_new (N_("a contrast of grounds needs two of them"));
    case MILIEU_MEASURE_TOO_FEW:
      return milieu_phrase_new (N_("too few actors"));
    case MILIEU_MEASURE_TOO_LARGE:
      return milieu_phrase_new (N_("the map is too large to compute it unasked"));
    default:
      return milieu_phrase_new (N_("the computation did not end"));
    }
}

MilieuPhrase *
milieu_takes_phrase (double seconds)
{
  if (seconds < 100)
    return milieu_phrase_number (milieu_phrase_new (N_("takes about {time} s")), "time", ceil (seconds), 0);
  if (seconds < 6000)
    return milieu_phrase_number (milieu_phrase_new (N_("takes about {time} min")), "time", ceil (seconds / 60), 0);
  return milieu_phrase_number (milieu_phrase_new (N_("takes about {time} h")), "time", ceil (seconds / 3600), 0);
}

MilieuResult *
milieu_result_postpone (MilieuResult *result, double seconds)
{
  result->seconds = seconds;
  return milieu_result_refuse (result, milieu_takes_phrase (seconds));
}

MilieuResult *
milieu_result_leave_out (MilieuResult *result, const char *msgid, double seconds)
{
  result->seconds = seconds;
  return milieu_result_remark (result, milieu_phrase_phrase (milieu_phrase_new (msgid), "takes", milieu_takes_phrase (seconds)));
}

MilieuResult *
milieu_result_refuse_betweenness (MilieuResult *result, const MilieuBasis *basis, MilieuGraphKind graph)
{
  MilieuMeasureStatus status = basis->measures[graph]->betweenness_status;

  if (basis->n == 0)
    return milieu_result_refuse (result, milieu_measure_reason (MILIEU_MEASURE_NO_ACTORS));
  if (status == MILIEU_MEASURE_TOO_LARGE)
    return milieu_result_postpone (result, (double) basis->n * basis->graphs[graph]->m / MILIEU_STEPS_PER_SECOND);
  return milieu_result_refuse (result, milieu_measure_reason (status));
}

MilieuResult *
milieu_result_set_measure (MilieuResult *result, MilieuMeasure measure, guint decimals)
{
  if (measure.status == MILIEU_MEASURE_VALUE)
    return milieu_result_set (result, measure.value, decimals);
  return milieu_result_refuse (result, milieu_measure_reason (measure.status));
}

MilieuResult *
milieu_result_behind (MilieuResult *result, const MilieuBasis *basis, const guint8 *actors, const guint8 *ties)
{
  if (actors)
    {
      g_free (result->actors);
      result->actors = g_new (guint32, basis->n + 1);
      result->n_actors = 0;
      for (guint i = 0; i < basis->n; i++)
        if (actors[i])
          result->actors[result->n_actors++] = basis->actors[i]->record.key;
    }
  if (ties)
    {
      g_free (result->ties);
      result->ties = g_new (guint32, basis->n_ties + 1);
      result->n_ties = 0;
      for (guint i = 0; i < basis->n_ties; i++)
        if (ties[i])
          result->ties[result->n_ties++] = basis->ties[i]->record.key;
    }
  return result;
}

MilieuResult *
milieu_result_ends (MilieuResult *result, const MilieuBasis *basis, const guint8 *ties)
{
  g_autofree guint8 *actors = milieu_basis_no_actors (basis);

  for (guint i = 0; i < basis->n_ties; i++)
    if (ties[i])
      {
        actors[milieu_basis_source (basis, basis->ties[i])] = 1;
        actors[milieu_basis_target (basis, basis->ties[i])] = 1;
      }
  return milieu_result_behind (result, basis, actors, ties);
}

MilieuResult *
milieu_result_rank (MilieuResult *result, const MilieuBasis *basis, const guint32 *vertices, guint n)
{
  g_free (result->actors);
  result->actors = g_new (guint32, n + 1);
  result->n_actors = n;
  for (guint i = 0; i < n; i++)
    result->actors[i] = basis->actors[vertices[i]]->record.key;
  return result;
}

MilieuResult *
milieu_result_graph (MilieuResult *result, const MilieuBasis *basis, MilieuGraphKind graph)
{
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);

  for (guint i = 0; i < basis->n_ties; i++)
    ties[i] = milieu_basis_in_graph (basis, i, graph);
  return milieu_result_ends (result, basis, ties);
}
