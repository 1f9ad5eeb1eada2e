#include "session/journal-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

typedef struct
{
  enum { BEGIN, APPEND, END, QUIT } verb;
  char *folder;
  GBytes *base;
  char *text;
} Order;

struct _MilieuJournalWriter
{
  pthread_t thread;
  pthread_mutex_t mutex;
  pthread_cond_t wake, settled;
  GQueue orders;      /* under the mutex, as the next three */
  guint given, done;  /* orders */
  gboolean is_behind; /* lines are not on the disk */
  MilieuJournalWriterFailed failed;
  gpointer data;

  /* the thread's own */
  char *folder; /* (nullable) */
  GBytes *base; /* (nullable): until it is on the disk */
  int file;     /* `changes`, or -1 */
  char *old_folder; /* (nullable): goes once the new one is on the disk */
  int old_file;
  off_t length; /* of what was written whole */
  GString *late; /* what the disk did not take yet */
  gboolean ails;
};

static void
order_free (Order *order)
{
  g_free (order->folder);
  g_free (order->text);
  g_clear_pointer (&order->base, g_bytes_unref);
  g_free (order);
}

static gboolean
write_all (int file, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (file, bytes, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      bytes += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static void
sync_folder (const char *folder)
{
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (file < 0)
    return;
  fsync (file);
  close (file);
}

static gboolean
write_base (const char *folder, GBytes *base)
{
  g_autofree char *path = g_build_filename (folder, "base", NULL);
  int file = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), code;
  gboolean good = file >= 0 && write_all (file, g_bytes_get_data (base, NULL), g_bytes_get_size (base)) && fsync (file) == 0;

  code = errno;
  if (file >= 0)
    close (file);
  errno = code;
  return good;
}

/* under another name until it is ours alone, so that nobody takes up a journal that has just begun */
static int
open_changes (const char *folder)
{
  g_autofree char *early = g_build_filename (folder, "changes.new", NULL);
  g_autofree char *path = g_build_filename (folder, "changes", NULL);
  int file = open (early, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600), code;

  if (file >= 0 && flock (file, LOCK_EX | LOCK_NB) == 0 && g_rename (early, path) == 0)
    return file;
  code = errno;
  if (file >= 0)
    close (file);
  errno = code;
  return -1;
}

static void
remove_old (MilieuJournalWriter *self)
{
  if (self->old_folder != NULL)
    milieu_journal_remove (self->old_folder);
  if (self->old_file >= 0)
    close (self->old_file);
  self->old_file = -1;
  g_clear_pointer (&self->old_folder, g_free);
}

static void
tell (MilieuJournalWriter *self, int code)
{
  if (self->ails != (code != 0))
    self->failed (code, self->data);
  self->ails = code != 0;
}

/* a journal that could not begin, since the disk was full, begins with a later line */
static gboolean
has_begun (MilieuJournalWriter *self)
{
  g_autofree char *parent = NULL;

  if (self->file >= 0 || self->base == NULL)
    return self->file >= 0;
  milieu_journal_remove (self->folder);
  if (g_mkdir_with_parents (self->folder, 0700) != 0 || !write_base (self->folder, self->base))
    return FALSE;
  self->file = open_changes (self->folder);
  if (self->file < 0)
    return FALSE;
  parent = g_path_get_dirname (self->folder);
  sync_folder (self->folder);
  sync_folder (parent);
  g_clear_pointer (&self->base, g_bytes_unref);
  return TRUE;
}

/* a line is there whole or not at all; what the disk refuses is tried again, with the next or after a second */
static void
flush (MilieuJournalWriter *self)
{
  if (self->late->len == 0)
    return;
  if (has_begun (self) && write_all (self->file, self->late->str, self->late->len) && fdatasync (self->file) == 0)
    {
      self->length += (off_t) self->late->len;
      g_string_truncate (self->late, 0);
      remove_old (self);
      tell (self, 0);
      return;
    }
  tell (self, errno != 0 ? errno : EIO);
  if (self->file >= 0 && (ftruncate (self->file, self->length) != 0 || lseek (self->file, self->length, SEEK_SET) < 0))
    return; /* the next line stands behind a torn one, which its checksum gives away */
}

static void
begin (MilieuJournalWriter *self, Order *order)
{
  if (self->folder != NULL && self->file >= 0)
    {
      remove_old (self);
      self->old_folder = g_steal_pointer (&self->folder);
      self->old_file = self->file;
    }
  self->file = -1;
  self->length = 0;
  g_free (self->folder);
  self->folder = g_strdup (order->folder);
  g_clear_pointer (&self->base, g_bytes_unref);
  self->base = g_bytes_ref (order->base);
  g_string_assign (self->late, order->text);
}

static void
end (MilieuJournalWriter *self)
{
  g_string_truncate (self->late, 0);
  remove_old (self);
  self->old_folder = g_steal_pointer (&self->folder);
  self->old_file = self->file;
  self->file = -1;
  g_clear_pointer (&self->base, g_bytes_unref);
  remove_old (self);
}

static gboolean
obey (MilieuJournalWriter *self, Order *order)
{
  switch (order->verb)
    {
    case BEGIN:
      begin (self, order);
      break;
    case APPEND:
      g_string_append (self->late, order->text);
      break;
    case END:
      end (self);
      break;
    case QUIT:
    default:
      break;
    }
  return order->verb != QUIT;
}

/* what the disk refused is tried again after a second */
static void
wait_for_order (MilieuJournalWriter *self)
{
  struct timespec until;
  int late = 0;

  clock_gettime (CLOCK_REALTIME, &until);
  until.tv_sec++;
  while (late == 0 && g_queue_is_empty (&self->orders))
    if (self->late->len > 0)
      late = pthread_cond_timedwait (&self->wake, &self->mutex, &until);
    else
      pthread_cond_wait (&self->wake, &self->mutex);
}

/* (transfer full) (nullable): the next order; %NULL if there is none yet and @wait is %FALSE, or what is late comes first */
static Order *
next_order (MilieuJournalWriter *self, gboolean wait)
{
  Order *order;

  pthread_mutex_lock (&self->mutex);
  if (wait)
    wait_for_order (self);
  order = g_queue_pop_head (&self->orders);
  pthread_mutex_unlock (&self->mutex);
  return order;
}

static void
tell_settled (MilieuJournalWriter *self, guint n)
{
  pthread_mutex_lock (&self->mutex);
  self->done += n;
  self->is_behind = self->late->len > 0;
  pthread_cond_broadcast (&self->settled);
  pthread_mutex_unlock (&self->mutex);
}

/* many lines that come at once are synced once */
static gpointer
run (gpointer data)
{
  MilieuJournalWriter *self = data;
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      Order *order = next_order (self, TRUE);
      guint n = 0;

      for (; order != NULL; order = goes_on ? next_order (self, FALSE) : NULL)
        {
          n++;
          goes_on = obey (self, order);
          order_free (order);
        }
      flush (self);
      tell_settled (self, n);
    }
  return NULL;
}

static void
give (MilieuJournalWriter *self, Order order)
{
  pthread_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->orders, g_memdup2 (&order, sizeof order));
  self->given++;
  pthread_cond_signal (&self->wake);
  pthread_mutex_unlock (&self->mutex);
}

MilieuJournalWriter *
milieu_journal_writer_new (MilieuJournalWriterFailed failed, gpointer data)
{
  MilieuJournalWriter *self = g_new0 (MilieuJournalWriter, 1);

  self->failed = failed;
  self->data = data;
  self->file = self->old_file = -1;
  self->late = g_string_new (NULL);
  g_queue_init (&self->orders);
  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->wake, NULL);
  pthread_cond_init (&self->settled, NULL);
  pthread_create (&self->thread, NULL, run, self);
  return self;
}

void
milieu_journal_writer_free (MilieuJournalWriter *self)
{
  if (self == NULL)
    return;
  give (self, (Order) { .verb = QUIT });
  pthread_join (self->thread, NULL);
  if (self->file >= 0)
    close (self->file);
  if (self->old_file >= 0)
    close (self->old_file);
  g_clear_pointer (&self->base, g_bytes_unref);
  g_free (self->old_folder);
  pthread_cond_destroy (&self->wake);
  pthread_cond_destroy (&self->settled);
  pthread_mutex_destroy (&self->mutex);
  g_string_free (self->late, TRUE);
  g_free (self->folder);
  g_free (self);
}

void
milieu_journal_writer_begin (MilieuJournalWriter *self, const char *folder, GBytes *base, const char *lines)
{
  give (self, (Order) { BEGIN, g_strdup (folder), g_bytes_ref (base), g_strdup (lines) });
}

void
milieu_journal_writer_append (MilieuJournalWriter *self, const char *line)
{
  give (self, (Order) { .verb = APPEND, .text = g_strdup (line) });
}

gboolean
milieu_journal_writer_settle (MilieuJournalWriter *self)
{
  gboolean whole;
  guint given;

  pthread_mutex_lock (&self->mutex);
  given = self->given;
  while (self->done < given)
    pthread_cond_wait (&self->settled, &self->mutex);
  whole = !self->is_behind;
  pthread_mutex_unlock (&self->mutex);
  return whole;
}

void
milieu_journal_writer_end (MilieuJournalWriter *self)
{
  give (self, (Order) { .verb = END });
}

void
milieu_journal_remove (const char *folder)
{
  /* the changes go first: without them a folder is no journal */
  static const char *const names[] = { "changes", "changes.new", "base" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}
