#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/document-private.h"

#include "format/project-write.h"
#include "model/defaults.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (MilieuDocument, milieu_document, G_TYPE_OBJECT)

enum { RESET, CHANGED, STATE_CHANGED, CHANGED_OUTSIDE, TROUBLE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* the journal begins with the map as it was before the first change, which a worker writes */

static gpointer
write_base (MilieuJob *job, gpointer data, GError **error)
{
  return milieu_project_write (milieu_job_snapshot (job));
}

static void
on_base (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  g_autoptr (GBytes) base = result;

  milieu_journal_set_base (milieu_job_data (job), base);
}

static void
ask_base (MilieuDocument *self)
{
  if (self->journal_asked)
    return;
  self->journal_asked = TRUE;
  milieu_jobs_start (self->jobs, &(MilieuTask) {
    .lane = "journal", .snapshot = self->saved, .work = write_base, .done = on_base, .owner = self,
    .data = g_object_ref (self->journal), .free_data = g_object_unref, .free_result = (GDestroyNotify) g_bytes_unref,
    .patient = TRUE });
}

static void
on_map_changed (MilieuDocument *self, MilieuGroup *group)
{
  g_clear_pointer (&self->snapshot, milieu_snapshot_unref);
  ask_base (self);
  milieu_journal_append (self->journal, group, self->map);
  if (!self->is_quiet)
    g_signal_emit (self, signals[CHANGED], 0, milieu_group_mask (group));
}

static void
on_journal_failed (MilieuDocument *self, const char *words)
{
  g_signal_emit (self, signals[TROUBLE], 0, words);
}

/* whoever lets a map go has asked the person, so that its journal goes too */
static void
let_go (MilieuDocument *self)
{
  g_clear_pointer (&self->snapshot, milieu_snapshot_unref);
  g_clear_pointer (&self->saved, milieu_snapshot_unref);
  if (self->map)
    g_signal_handlers_disconnect_by_data (self->map, self);
  if (self->history)
    g_signal_handlers_disconnect_by_data (self->history, self);
  if (self->journal)
    {
      g_signal_handlers_disconnect_by_data (self->journal, self);
      milieu_journal_close (self->journal);
    }
  g_clear_object (&self->journal);
  g_clear_object (&self->saved_map);
  g_clear_object (&self->theirs);
  g_clear_object (&self->history);
  g_clear_object (&self->map);
}

static void
begin_journal (MilieuDocument *self, GBytes *bytes)
{
  g_autofree char *title = milieu_document_title (self);

  self->journal = milieu_journal_new (self->file, title, bytes);
  self->journal_asked = bytes != NULL;
  g_signal_connect_swapped (self->journal, "failed", G_CALLBACK (on_journal_failed), self);
}

void
milieu_document_stand_on (MilieuDocument *self, MilieuMap *map, GFile *file, GBytes *bytes, const char *sum)
{
  let_go (self);
  self->map = map;
  self->history = milieu_history_new (map);
  milieu_history_mark_saved (self->history);
  milieu_document_keep_saved (self, milieu_document_snapshot (self), map);
  milieu_document_keep_file (self, file, sum);
  begin_journal (self, bytes);
  g_signal_connect_swapped (map, "changed", G_CALLBACK (on_map_changed), self);
  g_signal_connect_swapped (self->history, "changed", G_CALLBACK (milieu_document_announce), self);
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
  milieu_document_keep_file (self, NULL, NULL);
  g_clear_pointer (&self->theirs_sum, g_free);
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
  signals[CHANGED_OUTSIDE] = g_signal_new ("changed-outside", MILIEU_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", MILIEU_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
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
  milieu_document_stand_on (self, new_map (), NULL, NULL, NULL);
  return self;
}

void
milieu_document_announce (MilieuDocument *self)
{
  if (!self->is_quiet)
    g_signal_emit (self, signals[STATE_CHANGED], 0);
}

void
milieu_document_announce_reset (MilieuDocument *self)
{
  g_signal_emit (self, signals[RESET], 0);
  milieu_document_announce (self);
  milieu_document_announce_elsewhere (self);
}

void
milieu_document_announce_elsewhere (MilieuDocument *self)
{
  if (!self->is_elsewhere)
    return;
  self->is_elsewhere = FALSE;
  g_signal_emit (self, signals[TROUBLE], 0,
                 _("This map is open in another window or program too. Whoever saves second is asked to merge first."));
}

void
milieu_document_announce_changed_outside (MilieuDocument *self)
{
  g_signal_emit (self, signals[CHANGED_OUTSIDE], 0);
}

void
milieu_document_keep_saved (MilieuDocument *self, MilieuSnapshot *snapshot, MilieuMap *map)
{
  milieu_snapshot_ref (snapshot);
  g_clear_pointer (&self->saved, milieu_snapshot_unref);
  self->saved = snapshot;
  g_set_object (&self->saved_map, map);
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
  milieu_document_stand_on (self, g_object_ref (map), file, NULL, NULL);
  milieu_document_announce_reset (self);
}

void
milieu_document_clear (MilieuDocument *self)
{
  g_autoptr (MilieuMap) map = new_map ();

  milieu_document_take (self, map, NULL);
}
