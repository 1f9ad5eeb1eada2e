#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/document-salvage.h"

#include "format/project-read.h"
#include "session/document-private.h"

typedef struct
{
  GTask *task; /* its source object is the document; the worker leaves it alone */
  char *path;
  gboolean answered;
} Work;

typedef struct { MilieuMap *map; MilieuReport *report; } Salvaged;

static void
work_free (gpointer data)
{
  Work *work = data;

  /* a later request has taken its lane */
  if (!work->answered)
    g_task_return_new_error (work->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_object_unref (work->task);
  g_free (work->path);
  g_free (work);
}

static void
salvaged_free (gpointer data)
{
  Salvaged *salvaged = data;

  g_clear_object (&salvaged->map);
  g_clear_pointer (&salvaged->report, milieu_report_free);
  g_free (salvaged);
}

static gpointer
salvage (MilieuJob *job, gpointer data, GError **error)
{
  Work *work = data;
  Salvaged *salvaged = g_new0 (Salvaged, 1);

  salvaged->report = milieu_report_new ();
  salvaged->map = work->path != NULL ? milieu_project_salvage (work->path, salvaged->report) : NULL;
  if (salvaged->map != NULL)
    return salvaged;
  salvaged_free (salvaged);
  g_set_error_literal (error, MILIEU_FORMAT_ERROR, MILIEU_FORMAT_ERROR_CONTENT, _("Nothing in this file can be read. Open an older copy."));
  return NULL;
}

static void
on_salvaged (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  Work *work = milieu_job_data (job);

  work->answered = TRUE;
  if (result != NULL)
    g_task_return_pointer (work->task, result, salvaged_free);
  else
    g_task_return_error (work->task, g_error_copy (error));
}

void
milieu_document_salvage_async (MilieuDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  Work *work;

  g_return_if_fail (MILIEU_IS_DOCUMENT (self) && G_IS_FILE (file));
  work = g_new0 (Work, 1);
  work->task = g_task_new (self, NULL, callback, data);
  work->path = g_file_get_path (file);
  milieu_jobs_start (self->jobs, &(MilieuTask) {
    .lane = "salvage", .title = _("Opening…"), .work = salvage, .done = on_salvaged, .data = work, .free_data = work_free,
    .free_result = salvaged_free, .owner = self });
}

MilieuMap *
milieu_document_salvage_finish (MilieuDocument *self, GAsyncResult *result, MilieuReport **report, GError **error)
{
  Salvaged *salvaged = g_task_propagate_pointer (G_TASK (result), error);
  MilieuMap *map = salvaged != NULL ? g_steal_pointer (&salvaged->map) : NULL;

  *report = salvaged != NULL ? g_steal_pointer (&salvaged->report) : NULL;
  g_clear_pointer (&salvaged, salvaged_free);
  return map;
}

/* (transfer full): all of @map as one change of nothing */
static MilieuGroup *
whole_of (MilieuMap *map)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  MilieuGroup *group = milieu_group_new ("salvage", _("Open What Can Be Read"));

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      guint n;
      g_autofree guint32 *keys = milieu_snapshot_sorted (snapshot, type, &n);

      for (guint i = 0; i < n; i++)
        milieu_group_change (group, NULL, milieu_record_ref (milieu_map_get (map, type, keys[i])));
    }
  return group;
}

void
milieu_document_take_salvaged (MilieuDocument *self, MilieuMap *map)
{
  g_autoptr (MilieuGroup) group = NULL, inverse = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MILIEU_IS_DOCUMENT (self) && MILIEU_IS_MAP (map));
  group = whole_of (map);
  inverse = milieu_group_inverse (group);
  /* the empty map first, so that what was salvaged is a change of it like any other */
  if (!milieu_map_apply (map, inverse, &error))
    g_return_if_reached ();
  milieu_document_take (self, map, NULL);
  milieu_document_commit (self, g_steal_pointer (&group), &error);
}
