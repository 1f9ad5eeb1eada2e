#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/document.h"

#include "format/project-read.h"
#include "format/project-write.h"
#include "format/save.h"
#include "model/defaults.h"

#include <string.h>

struct _MilieuDocument
{
  GObject parent;
  MilieuJobs *jobs;
  MilieuMap *map;
  MilieuHistory *history;
  MilieuSnapshot *snapshot; /* (nullable): of the map as it stands */
  GFile *file;
};

G_DEFINE_FINAL_TYPE (MilieuDocument, milieu_document, G_TYPE_OBJECT)

enum { RESET, CHANGED, STATE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_map_changed (MilieuDocument *self, MilieuGroup *group)
{
  g_clear_pointer (&self->snapshot, milieu_snapshot_unref);
  g_signal_emit (self, signals[CHANGED], 0, milieu_group_mask (group));
}

static void
on_history_changed (MilieuDocument *self)
{
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
let_go (MilieuDocument *self)
{
  g_clear_pointer (&self->snapshot, milieu_snapshot_unref);
  if (self->map)
    g_signal_handlers_disconnect_by_data (self->map, self);
  if (self->history)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_object (&self->map);
}

/* @map: (transfer full) */
static void
stand_on (MilieuDocument *self, MilieuMap *map)
{
  let_go (self);
  self->map = map;
  self->history = milieu_history_new (map);
  milieu_history_mark_saved (self->history);
  g_signal_connect_swapped (map, "changed", G_CALLBACK (on_map_changed), self);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (on_history_changed), self);
}

/* an empty map knows the kinds of actors and the types of ties */
static MilieuMap *
new_map (void)
{
  g_autoptr (MilieuMap) map = milieu_map_new ();
  g_autoptr (MilieuGroup) group = milieu_group_new ("new-map", "");
  g_autoptr (GError) error = NULL;

  milieu_defaults_add (map, group);
  if (!milieu_map_apply (map, group, &error))
    g_critical ("the default kinds do not apply: %s", error->message);
  return g_steal_pointer (&map);
}

static void
milieu_document_dispose (GObject *object)
{
  MilieuDocument *self = MILIEU_DOCUMENT (object);

  let_go (self);
  g_clear_object (&self->file);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (milieu_document_parent_class)->dispose (object);
}

static void
milieu_document_class_init (MilieuDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_document_dispose;
  signals[RESET] = g_signal_new ("reset", MILIEU_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[STATE_CHANGED] = g_signal_new ("state-changed", MILIEU_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_document_init (MilieuDocument *self)
{
}

MilieuDocument *
milieu_document_new (MilieuJobs *jobs)
{
  MilieuDocument *self = g_object_new (MILIEU_TYPE_DOCUMENT, NULL);

  self->jobs = g_object_ref (jobs);
  stand_on (self, new_map ());
  return self;
}

MilieuMap *
milieu_document_map (MilieuDocument *self)
{
  return self->map;
}

MilieuHistory *
milieu_document_history (MilieuDocument *self)
{
  return self->history;
}

MilieuSnapshot *
milieu_document_snapshot (MilieuDocument *self)
{
  g_return_val_if_fail (MILIEU_IS_DOCUMENT (self), NULL);
  if (!self->snapshot)
    self->snapshot = milieu_map_snapshot (self->map);
  return self->snapshot;
}

GFile *
milieu_document_file (MilieuDocument *self)
{
  return self->file;
}

char *
milieu_document_title (MilieuDocument *self)
{
  const char *title = milieu_snapshot_setting (milieu_document_snapshot (self), "title");
  g_autofree char *name = NULL;
  char *dot;

  if (title && *title)
    return g_strdup (title);
  if (!self->file)
    return g_strdup (_("Untitled Map"));
  name = g_file_get_basename (self->file);
  dot = strrchr (name, '.');
  if (dot && dot != name)
    *dot = '\0';
  return g_filename_display_name (name);
}

gboolean
milieu_document_is_modified (MilieuDocument *self)
{
  return !milieu_history_is_saved (self->history);
}

gboolean
milieu_document_commit (MilieuDocument *self, MilieuGroup *taken, GError **error)
{
  g_autoptr (MilieuGroup) group = taken;

  g_return_val_if_fail (MILIEU_IS_DOCUMENT (self), FALSE);
  return !group || milieu_history_commit (self->history, group, error);
}

void
milieu_document_undo (MilieuDocument *self)
{
  milieu_history_undo (self->history);
}

void
milieu_document_redo (MilieuDocument *self)
{
  milieu_history_redo (self->history);
}

void
milieu_document_take (MilieuDocument *self, MilieuMap *map, GFile *file)
{
  g_return_if_fail (MILIEU_IS_DOCUMENT (self));
  stand_on (self, g_object_ref (map));
  g_set_object (&self->file, file);
  g_signal_emit (self, signals[RESET], 0);
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
milieu_document_clear (MilieuDocument *self)
{
  g_autoptr (MilieuMap) map = new_map ();

  milieu_document_take (self, map, NULL);
}

/* opening and saving */

typedef struct
{
  GTask *task; /* its source object is the document; the worker leaves it alone */
  GFile *file;
  gboolean is_copy; /* of an example, which stays as it is */
  gboolean answered;
} FileWork;

static void
file_work_free (gpointer data)
{
  FileWork *work = data;

  /* a later request has taken its lane */
  if (!work->answered)
    g_task_return_new_error (work->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  g_object_unref (work->task);
  g_object_unref (work->file);
  g_free (work);
}

static void
answer (FileWork *work, const GError *error)
{
  work->answered = TRUE;
  if (error)
    g_task_return_error (work->task, g_error_copy (error));
  else
    g_task_return_boolean (work->task, TRUE);
}

static char *
path_of (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (!path)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("This file is not on this computer. Copy it to a local folder first."));
  return path;
}

static gpointer
read_file (MilieuJob *job, gpointer data, GError **error)
{
  FileWork *work = data;
  g_autofree char *path = path_of (work->file, error);

  return path ? milieu_project_read (path, error) : NULL;
}

static void
on_read (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  FileWork *work = milieu_job_data (job);
  g_autoptr (MilieuMap) map = result;

  if (map)
    milieu_document_take (owner, map, work->is_copy ? NULL : work->file);
  answer (work, map ? NULL : error);
}

static gpointer
write_file (MilieuJob *job, gpointer data, GError **error)
{
  FileWork *work = data;
  g_autofree char *path = path_of (work->file, error);
  g_autoptr (GBytes) bytes = path ? milieu_project_write (milieu_job_snapshot (job)) : NULL;

  return GINT_TO_POINTER (bytes && milieu_save_bytes (path, bytes, error));
}

static void
on_written (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuDocument *self = owner;
  FileWork *work = milieu_job_data (job);

  if (result)
    {
      g_set_object (&self->file, work->file);
      /* what was edited while the worker wrote is not in the file */
      if (milieu_snapshot_revision (milieu_job_snapshot (job)) == milieu_map_revision (self->map))
        milieu_history_mark_saved (self->history);
      g_signal_emit (self, signals[STATE_CHANGED], 0);
    }
  answer (work, result ? NULL : error);
}

static void
start (MilieuDocument *self, GTask *task, GFile *file, gboolean is_copy, MilieuTask what)
{
  FileWork *work = g_new0 (FileWork, 1);

  work->task = task;
  work->file = g_object_ref (file);
  work->is_copy = is_copy;
  what.data = work;
  what.free_data = file_work_free;
  what.owner = self;
  milieu_jobs_start (self->jobs, &what);
}

static void
open_file (MilieuDocument *self, GFile *file, gboolean is_copy, GAsyncReadyCallback callback, gpointer data)
{
  start (self, g_task_new (self, NULL, callback, data), file, is_copy,
         (MilieuTask) { .lane = "open", .title = _("Opening…"), .work = read_file,
                        .done = on_read, .free_result = g_object_unref });
}

void
milieu_document_open_async (MilieuDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (MILIEU_IS_DOCUMENT (self));
  open_file (self, file, FALSE, callback, data);
}

void
milieu_document_open_copy_async (MilieuDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (MILIEU_IS_DOCUMENT (self));
  open_file (self, file, TRUE, callback, data);
}

gboolean
milieu_document_open_finish (MilieuDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
milieu_document_save_async (MilieuDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (MILIEU_IS_DOCUMENT (self));
  start (self, g_task_new (self, NULL, callback, data), file, FALSE,
         (MilieuTask) { .lane = "save", .title = _("Saving…"), .work = write_file,
                        .snapshot = milieu_document_snapshot (self), .done = on_written });
}

gboolean
milieu_document_save_finish (MilieuDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
