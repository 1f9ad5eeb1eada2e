#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session/document-private.h"

#include "format/project-read.h"
#include "format/project-write.h"
#include "format/save.h"
#include "session/versions.h"

G_DEFINE_QUARK (milieu-document-error, milieu_document_error)

/* what was read: a map, the bytes that it was read from, and their SHA-256 */
typedef struct { MilieuMap *map; GBytes *bytes; char *sum; } Read;

static void
read_free (gpointer data)
{
  Read *read = data;

  g_clear_object (&read->map);
  g_clear_pointer (&read->bytes, g_bytes_unref);
  g_free (read->sum);
  g_free (read);
}

typedef struct
{
  GTask *task; /* its source object is the document; the worker leaves it alone */
  GFile *file;
  gboolean is_copy; /* of an example, which stays as it is */
  char *expected;   /* (nullable): the sum that the file has if nobody else wrote it */
  MilieuJournal *journal; /* (nullable): of a save, if it has lines */
  guint mark;             /* of the journal, when the save began */
  GPtrArray *lines; /* (nullable): of the journal then */
  GBytes *before;   /* (nullable): what the document's file held before */
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
  g_clear_object (&work->journal);
  g_clear_pointer (&work->lines, g_ptr_array_unref);
  g_clear_pointer (&work->before, g_bytes_unref);
  g_free (work->expected);
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

/* (nullable): a device or a pipe has no bytes that could be kept */
static GBytes *
bytes_of (const char *path)
{
  char *text;
  gsize length;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) || (guint64) info.st_size > MILIEU_PROJECT_MAX_BYTES
      || !g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  return g_bytes_new_take (text, length);
}

/* (transfer full) (nullable) */
static Read *
read_path (const char *path, GError **error)
{
  Read *read = g_new0 (Read, 1);

  read->bytes = bytes_of (path);
  if (read->bytes)
    read->sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, read->bytes);
  read->map = read->bytes ? milieu_project_read_bytes (read->bytes, path, error) : milieu_project_read (path, error);
  if (!read->map)
    g_clear_pointer (&read, read_free);
  return read;
}

static gpointer
read_file (MilieuJob *job, gpointer data, GError **error)
{
  FileWork *work = data;
  g_autofree char *path = path_of (work->file, error);

  return path ? read_path (path, error) : NULL;
}

static void
on_read (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  FileWork *work = milieu_job_data (job);
  Read *read = result;

  if (read)
    {
      milieu_document_stand_on (owner, g_object_ref (read->map), work->is_copy ? NULL : work->file, read->bytes, read->sum);
      milieu_document_announce_reset (owner);
      read_free (read);
    }
  answer (work, read ? NULL : error);
}

/* another program may have written the file since we did */
static gboolean
is_as_expected (FileWork *work, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = work->expected ? bytes_of (path) : NULL;
  g_autofree char *sum = bytes ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  if (!sum || g_str_equal (sum, work->expected))
    return TRUE;
  g_set_error_literal (error, MILIEU_DOCUMENT_ERROR, MILIEU_DOCUMENT_ERROR_CHANGED,
                       _("Another program has changed the file since it was opened here. Merge its changes, or save under another name."));
  return FALSE;
}

/* nobody else writes between our look at the file and its new name */
static gboolean
replace (FileWork *work, const char *path, GBytes *bytes, GError **error)
{
  int lock = milieu_save_lock_take (path);
  gboolean good = is_as_expected (work, path, error) && milieu_save_bytes (path, bytes, error);

  if (lock >= 0)
    close (lock);
  return good;
}

static gpointer
write_file (MilieuJob *job, gpointer data, GError **error)
{
  FileWork *work = data;
  g_autofree char *path = path_of (work->file, error);
  g_autoptr (GBytes) bytes = path ? milieu_project_write (milieu_job_snapshot (job)) : NULL;
  Read *written;

  if (!bytes)
    return NULL;
  /* should we die between the save and the word of it, the mark must say what the file holds; a journal that the disk
   * refuses keeps nobody from saving */
  if (work->journal)
    milieu_journal_wait (work->journal);
  if (!replace (work, path, bytes, error))
    return NULL;
  milieu_versions_add (work->file, work->before, bytes, work->lines);
  written = g_new0 (Read, 1);
  written->sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  written->bytes = g_steal_pointer (&bytes);
  return written;
}

static void
on_written (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuDocument *self = owner;
  FileWork *work = milieu_job_data (job);
  Read *written = result;

  if (written)
    {
      milieu_document_keep_file (self, work->file, written->sum);
      milieu_document_keep_saved (self, milieu_job_snapshot (job), self->map);
      milieu_journal_saved (self->journal, work->mark, work->file, written->bytes);
      /* what was edited while the worker wrote is not in the file */
      if (milieu_snapshot_revision (milieu_job_snapshot (job)) == milieu_map_revision (self->map))
        milieu_history_mark_saved (self->history);
      milieu_document_announce (self);
      milieu_document_announce_elsewhere (self);
      read_free (written);
    }
  answer (work, written ? NULL : error);
}

static void
start (MilieuDocument *self, GTask *task, FileWork *work, MilieuTask what)
{
  work->task = task;
  what.data = work;
  what.free_data = file_work_free;
  what.free_result = read_free;
  what.owner = self;
  milieu_jobs_start (self->jobs, &what);
}

static FileWork *
work_on (GFile *file)
{
  FileWork *work = g_new0 (FileWork, 1);

  work->file = g_object_ref (file);
  return work;
}

static void
open_file (MilieuDocument *self, GFile *file, gboolean is_copy, GAsyncReadyCallback callback, gpointer data)
{
  FileWork *work = work_on (file);

  work->is_copy = is_copy;
  start (self, g_task_new (self, NULL, callback, data), work,
         (MilieuTask) { .lane = "open", .title = _("Opening…"), .work = read_file, .done = on_read });
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
milieu_document_save_async (MilieuDocument *self, GFile *file, gboolean over, GAsyncReadyCallback callback, gpointer data)
{
  FileWork *work;

  g_return_if_fail (MILIEU_IS_DOCUMENT (self));
  work = work_on (file);
  work->lines = milieu_journal_lines (self->journal);
  if (self->file && g_file_equal (self->file, file) && milieu_journal_base (self->journal))
    work->before = g_bytes_ref (milieu_journal_base (self->journal));
  work->mark = milieu_journal_mark (self->journal);
  if (milieu_journal_has_begun (self->journal))
    work->journal = g_object_ref (self->journal);
  if (!over && self->file && g_file_equal (self->file, file))
    work->expected = g_strdup (self->sum);
  start (self, g_task_new (self, NULL, callback, data), work,
         (MilieuTask) { .lane = "save", .title = _("Saving…"), .work = write_file,
                        .snapshot = milieu_document_snapshot (self), .done = on_written });
}

gboolean
milieu_document_save_finish (MilieuDocument *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* what another program does to the file */

static void
on_looked (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  MilieuDocument *self = owner;
  FileWork *work = milieu_job_data (job);
  Read *read = result;
  gboolean changed = read && self->file && g_file_equal (self->file, work->file) && self->sum
                     && !g_str_equal (self->sum, read->sum);

  work->answered = TRUE;
  g_clear_pointer (&read, read_free);
  if (changed)
    milieu_document_announce_changed_outside (self);
}

static gpointer
look (MilieuJob *job, gpointer data, GError **error)
{
  FileWork *work = data;
  g_autofree char *path = g_file_get_path (work->file);
  Read *read = g_new0 (Read, 1);

  read->bytes = path ? bytes_of (path) : NULL;
  if (!read->bytes)
    {
      read_free (read);
      return NULL;
    }
  read->sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, read->bytes);
  return read;
}

/* our own saves come here too, with the sum that is expected once they are told */
static void
on_file_event (MilieuDocument *self)
{
  if (self->file && !milieu_jobs_is_busy (self->jobs, "save"))
    start (self, g_task_new (self, NULL, NULL, NULL), work_on (self->file),
           (MilieuTask) { .lane = "look", .work = look, .done = on_looked });
}

void
milieu_document_keep_file (MilieuDocument *self, GFile *file, const char *sum)
{
  char *copy = g_strdup (sum);

  g_free (self->sum);
  self->sum = copy;
  if (self->file && file && g_file_equal (self->file, file))
    return;
  if (self->monitor)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  g_set_object (&self->file, file);
  g_clear_pointer (&self->lock, milieu_open_lock_free);
  self->is_elsewhere = FALSE;
  if (file)
    self->lock = milieu_open_lock_take (file, &self->is_elsewhere);
  if (file)
    self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_file_event), self);
}

/* merging what another program wrote */

static void
on_theirs (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  FileWork *work = milieu_job_data (job);
  Read *read = result;

  work->answered = TRUE;
  if (read)
    g_task_return_pointer (work->task, read, read_free);
  else
    g_task_return_error (work->task, g_error_copy (error));
}

void
milieu_document_merge_async (MilieuDocument *self, GFile *file, GAsyncReadyCallback callback, gpointer data)
{
  g_return_if_fail (MILIEU_IS_DOCUMENT (self));
  start (self, g_task_new (self, NULL, callback, data), work_on (file),
         (MilieuTask) { .lane = "merge", .title = _("Opening…"), .work = read_file, .done = on_theirs });
}

MilieuMerge *
milieu_document_merge_finish (MilieuDocument *self, GAsyncResult *result, GError **error)
{
  Read *read = g_task_propagate_pointer (G_TASK (result), error);
  MilieuMerge *merge;

  if (!read)
    return NULL;
  merge = milieu_merge_new (self->map, self->saved, self->saved_map, read->map);
  g_set_object (&self->theirs, read->map);
  g_free (self->theirs_sum);
  self->theirs_sum = g_steal_pointer (&read->sum);
  read_free (read);
  return merge;
}

MilieuMap *
milieu_document_theirs (MilieuDocument *self)
{
  return self->theirs;
}

gboolean
milieu_document_commit_merge (MilieuDocument *self, MilieuMerge *merge, gboolean of_file, GError **error)
{
  g_autoptr (MilieuSnapshot) theirs = NULL;
  MilieuGroup *group;

  g_return_val_if_fail (MILIEU_IS_DOCUMENT (self) && self->theirs, FALSE);
  group = milieu_merge_group (merge, error);
  if (!group || !milieu_document_commit (self, group, error))
    return FALSE;
  /* what the file holds is what both have now, and may be written over */
  if (of_file)
    {
      theirs = milieu_map_snapshot (self->theirs);
      milieu_document_keep_saved (self, theirs, self->theirs);
      g_free (self->sum);
      self->sum = g_steal_pointer (&self->theirs_sum);
    }
  g_clear_object (&self->theirs);
  return TRUE;
}
