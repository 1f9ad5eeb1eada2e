#include "format/check.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/check-schema.h"
#include "format/project-read.h"

typedef struct
{
  const char *path;
  MilieuReport *report;
  MilieuMap *map;
  MilieuSnapshot *snapshot;
  MilieuProjectLines *lines;
} Check;

static guint
line_of (Check *check, const MilieuRecord *record)
{
  return milieu_project_line (check->lines, record->type, record->key);
}

static void
check_period (Check *check, const MilieuRecord *record, MilieuDate start, MilieuDate end)
{
  g_autofree char *from = milieu_date_format (start);
  g_autofree char *to = milieu_date_format (end);

  if (milieu_date_is_after (start, end))
    milieu_report_add (check->report, MILIEU_REPORT_ERROR, check->path, line_of (check, record),
                       _("%s “%s” ends (%s) before it starts (%s): mend one of the dates"),
                       milieu_record_type_token (record->type), record->id, to, from);
}

static gboolean
has_source (Check *check, const MilieuRecord *record)
{
  guint n;
  const guint32 *keys = milieu_map_claims_of (check->map, record->type, record->key, &n);

  for (guint i = 0; i < n; i++)
    {
      const MilieuClaim *claim = milieu_snapshot_claim (check->snapshot, keys[i]);

      if (claim->source != MILIEU_NO_KEY || claim->quote != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
remark_source (Check *check, const MilieuRecord *record)
{
  if (!has_source (check, record))
    milieu_report_add (check->report, MILIEU_REPORT_REMARK, check->path, line_of (check, record),
                       _("%s “%s” has no source: add a claim that says who says so"),
                       milieu_record_type_token (record->type), record->id);
}

static void
remark_age (Check *check, const MilieuTie *tie, guint32 key)
{
  const MilieuActor *actor = milieu_snapshot_actor (check->snapshot, key);
  g_autofree char *tie_start = milieu_date_format (tie->start);
  g_autofree char *actor_start = milieu_date_format (actor->start);

  if (milieu_date_is_after (actor->start, tie->start))
    milieu_report_add (check->report, MILIEU_REPORT_REMARK, check->path, line_of (check, &tie->record),
                       _("tie “%s” starts (%s) before its actor “%s” does (%s): look at both dates"),
                       tie->record.id, tie_start, actor->record.id, actor_start);
}

/* the values that are claimed for one field of one record, the adopted one first */
static GPtrArray *
values_of (Check *check, const MilieuRecord *record, const char *field)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  int i = milieu_field_find (record->type, field);

  if (i >= 0)
    {
      MilieuValue adopted = milieu_record_get (record, i);

      if (adopted.kind != MILIEU_VALUE_NONE)
        g_ptr_array_add (values, milieu_value_format (&milieu_fields (record->type, NULL)[i], adopted, check->snapshot));
    }
  return values;
}

static void
remark_dispute (Check *check, const MilieuRecord *record, const char *field, GPtrArray *values)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (words, "%s“%s”", i > 0 ? ", " : "", (const char *) g_ptr_array_index (values, i));
  if (values->len > 1)
    milieu_report_add (check->report, MILIEU_REPORT_REMARK, check->path, line_of (check, record),
                       _("%s “%s”: its %s is disputed (%s): compare the claims"),
                       milieu_record_type_token (record->type), record->id, field, words->str);
  g_string_free (words, TRUE);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return *(const guint32 *) a < *(const guint32 *) b ? -1 : 1;
}

static void
remark_disputes (Check *check, const MilieuRecord *record)
{
  guint n;
  const guint32 *keys = milieu_map_claims_of (check->map, record->type, record->key, &n);
  g_autofree guint32 *sorted = g_memdup2 (keys, n * sizeof (guint32));
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  if (n > 1)
    qsort (sorted, n, sizeof (guint32), compare_keys);
  for (guint i = 0; i < n; i++)
    {
      const MilieuClaim *claim = milieu_snapshot_claim (check->snapshot, sorted[i]);
      GPtrArray *values;

      if (claim->field == NULL || claim->value == NULL)
        continue;
      values = g_hash_table_lookup (fields, claim->field);
      if (values == NULL)
        {
          values = values_of (check, record, claim->field);
          g_hash_table_insert (fields, claim->field, values);
          g_ptr_array_add (order, claim->field);
        }
      if (!g_ptr_array_find_with_equal_func (values, claim->value, g_str_equal, NULL))
        g_ptr_array_add (values, g_strdup (claim->value));
    }
  for (guint i = 0; i < order->len; i++)
    remark_dispute (check, record, g_ptr_array_index (order, i), g_hash_table_lookup (fields, g_ptr_array_index (order, i)));
}

static void
check_actor (Check *check, const MilieuActor *actor)
{
  check_period (check, &actor->record, actor->start, actor->end);
  remark_source (check, &actor->record);
  remark_disputes (check, &actor->record);
}

static void
check_tie (Check *check, const MilieuTie *tie)
{
  check_period (check, &tie->record, tie->start, tie->end);
  if (tie->source == tie->target)
    milieu_report_add (check->report, MILIEU_REPORT_REMARK, check->path, line_of (check, &tie->record),
                       _("tie “%s” joins an actor to itself: readings leave it out. Name another target"), tie->record.id);
  remark_age (check, tie, tie->source);
  if (tie->target != tie->source)
    remark_age (check, tie, tie->target);
  remark_source (check, &tie->record);
  remark_disputes (check, &tie->record);
}

static void
check_content (Check *check)
{
  guint n;
  g_autofree guint32 *actors = milieu_snapshot_sorted (check->snapshot, MILIEU_RECORD_ACTOR, &n);
  g_autofree guint32 *ties = NULL;

  for (guint i = 0; i < n; i++)
    check_actor (check, milieu_snapshot_actor (check->snapshot, actors[i]));
  ties = milieu_snapshot_sorted (check->snapshot, MILIEU_RECORD_TIE, &n);
  for (guint i = 0; i < n; i++)
    check_tie (check, milieu_snapshot_tie (check->snapshot, ties[i]));
}

gboolean
milieu_check (const char *path, MilieuReport *report)
{
  g_autoptr (MilieuProjectLines) lines = NULL;
  g_autoptr (MilieuMap) map = milieu_project_read_lines (path, report, &lines);
  Check check = { path, report, map, NULL, lines };

  if (map != NULL)
    {
      check.snapshot = milieu_map_snapshot (map);
      check_content (&check);
      milieu_snapshot_unref (check.snapshot);
    }
  if (lines != NULL && lines->newer)
    milieu_report_add (report, MILIEU_REPORT_REMARK, path, 0, _("a newer Milieu wrote this file: what is new in it was not checked"));
  else if (lines != NULL && !lines->broken)
    milieu_check_schema (path, report);
  milieu_report_sort (report);
  return milieu_report_count (report, MILIEU_REPORT_ERROR) == 0;
}
