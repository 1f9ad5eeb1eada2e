#include "session/recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "format/journal-line.h"
#include "format/project-read.h"
#include "format/project-write.h"
#include "session/journal-writer.h"
#include "session/journal.h"

struct _MilieuRecovery
{
  char *folder;
  int lock; /* `changes`, held */
  GFile *file;
  char *title;
  GPtrArray *groups; /* the texts */
  GArray *marks;     /* (element-type guint): how many groups stood before each save */
  gint64 last;       /* when the last group was */
  gboolean damaged;  /* lines stand behind one that cannot be read */
};

static gboolean
take_heading (MilieuRecovery *self, const char *text)
{
  g_autoptr (GVariant) whole = g_variant_parse (G_VARIANT_TYPE ("(uss)"), text, NULL, NULL, NULL);
  const char *uri;

  if (whole == NULL)
    return FALSE;
  g_variant_get (whole, "(u&ss)", NULL, &uri, &self->title);
  self->file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  return TRUE;
}

/* a line that was cut short, and what stands behind it, are not taken */
static gboolean
take_line (MilieuRecovery *self, const char *line, gsize length)
{
  g_autofree char *text = milieu_journal_unseal (line, length);

  if (text == NULL)
    return FALSE;
  if (self->title == NULL)
    return take_heading (self, text);
  if (g_str_equal (text, MILIEU_JOURNAL_MARK))
    g_array_append_val (self->marks, self->groups->len);
  else
    g_ptr_array_add (self->groups, g_steal_pointer (&text));
  return TRUE;
}

static void
take_lines (MilieuRecovery *self, GMappedFile *changes)
{
  const char *at = g_mapped_file_get_contents (changes);
  const char *end = at + g_mapped_file_get_length (changes);
  gboolean good = at != NULL;

  while (good && at < end)
    {
      const char *feed = memchr (at, '\n', end - at);

      good = feed != NULL && take_line (self, at, feed - at);
      at = feed != NULL ? feed + 1 : end;
    }
  /* the last line may be cut short, by the death of the program */
  self->damaged = !good && at < end;
}

/* (nullable): %NULL if somebody holds it, or if there is nothing in it to recover */
static MilieuRecovery *
take_up (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "changes", NULL);
  int lock = open (path, O_RDWR | O_CLOEXEC);
  g_autoptr (MilieuRecovery) self = NULL;
  g_autoptr (GMappedFile) changes = NULL;

  if (lock < 0 || flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      if (lock >= 0)
        close (lock);
      return NULL;
    }
  self = g_new0 (MilieuRecovery, 1);
  self->folder = g_strdup (folder);
  self->lock = lock;
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint));
  changes = g_mapped_file_new_from_fd (lock, FALSE, NULL);
  if (changes != NULL)
    take_lines (self, changes);
  if (self->groups->len == 0)
    {
      milieu_recovery_forget (self);
      return NULL;
    }
  g_free (milieu_journal_words (self->groups->pdata[self->groups->len - 1], &self->last));
  return g_steal_pointer (&self);
}

/* the program went after the last of it was saved and before it could take the journal off the disk */
static gboolean
is_in_file (MilieuRecovery *self)
{
  guint n = self->marks->len, first;
  gboolean fits;
  g_autoptr (MilieuMap) map = NULL;

  if (n == 0 || g_array_index (self->marks, guint, n - 1) != self->groups->len)
    return FALSE;
  map = milieu_recovery_open (self, &fits, &first, NULL);
  return map != NULL && fits && first == self->groups->len;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const MilieuRecovery *one = *(MilieuRecovery *const *) a, *other = *(MilieuRecovery *const *) b;

  return one->last != other->last ? (one->last < other->last ? 1 : -1) : strcmp (one->folder, other->folder);
}

GPtrArray *
milieu_recovery_find (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) milieu_recovery_free);
  g_autofree char *parent = milieu_journal_folder ();
  g_autoptr (GDir) folder = g_dir_open (parent, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      MilieuRecovery *recovery = take_up (path);

      if (recovery != NULL && is_in_file (recovery))
        {
          milieu_recovery_forget (recovery);
          milieu_recovery_free (recovery);
        }
      else if (recovery != NULL)
        g_ptr_array_add (found, recovery);
    }
  g_ptr_array_sort (found, compare_times);
  return found;
}

void
milieu_recovery_free (MilieuRecovery *self)
{
  if (self == NULL)
    return;
  close (self->lock);
  g_clear_object (&self->file);
  g_ptr_array_unref (self->groups);
  g_array_unref (self->marks);
  g_free (self->title);
  g_free (self->folder);
  g_free (self);
}

GFile *
milieu_recovery_file (MilieuRecovery *self)
{
  return self->file;
}

const char *
milieu_recovery_title (MilieuRecovery *self)
{
  return self->title;
}

guint
milieu_recovery_size (MilieuRecovery *self)
{
  return self->groups->len;
}

char *
milieu_recovery_words (MilieuRecovery *self, guint i, gint64 *time)
{
  g_return_val_if_fail (i < self->groups->len, NULL);
  return milieu_journal_words (self->groups->pdata[i], time);
}

static GBytes *
bytes_of (const char *path)
{
  g_autoptr (GMappedFile) mapped = path != NULL ? g_mapped_file_new (path, FALSE, NULL) : NULL;

  return mapped != NULL ? g_mapped_file_get_bytes (mapped) : NULL;
}

static gboolean
is_map (MilieuMap *map, GBytes *bytes)
{
  g_autoptr (MilieuSnapshot) snapshot = milieu_map_snapshot (map);
  g_autoptr (GBytes) ours = milieu_project_write (snapshot);

  return g_bytes_equal (ours, bytes);
}

/* the program went between the save and the word of it: the file holds what stood at one of the marks */
static gboolean
go_to_mark (MilieuRecovery *self, MilieuMap *map, GBytes *now, guint *first)
{
  guint done = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      for (; done < g_array_index (self->marks, guint, i); done++)
        {
          g_autoptr (MilieuGroup) group = milieu_recovery_group (self, done, map, NULL);

          if (group == NULL || !milieu_map_apply (map, group, NULL))
            return FALSE;
        }
      if (is_map (map, now))
        {
          *first = done;
          return TRUE;
        }
    }
  return FALSE;
}

MilieuMap *
milieu_recovery_open (MilieuRecovery *self, gboolean *fits, guint *first, GError **error)
{
  g_autofree char *base_path = g_build_filename (self->folder, "base", NULL);
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autoptr (GBytes) base = bytes_of (base_path), now = bytes_of (path);
  g_autoptr (MilieuMap) map = milieu_project_read (base_path, error);
  guint done = 0;

  *first = 0;
  *fits = self->file == NULL || (base != NULL && now != NULL && g_bytes_equal (base, now));
  if (map == NULL || *fits || now == NULL)
    return g_steal_pointer (&map);
  *fits = go_to_mark (self, map, now, &done);
  if (*fits)
    {
      *first = done;
      return g_steal_pointer (&map);
    }
  return milieu_project_read (base_path, error);
}

GBytes *
milieu_recovery_base (MilieuRecovery *self)
{
  g_autofree char *path = g_build_filename (self->folder, "base", NULL);

  return bytes_of (path);
}

gboolean
milieu_recovery_is_damaged (MilieuRecovery *self)
{
  return self->damaged;
}

MilieuGroup *
milieu_recovery_group (MilieuRecovery *self, guint i, MilieuMap *map, GError **error)
{
  g_return_val_if_fail (i < self->groups->len, NULL);
  return milieu_journal_group (self->groups->pdata[i], map, error);
}

void
milieu_recovery_forget (MilieuRecovery *self)
{
  if (self->damaged)
    g_free (milieu_recovery_put_aside (self));
  else
    milieu_journal_remove (self->folder);
}

char *
milieu_recovery_put_aside (MilieuRecovery *self)
{
  g_autofree char *parent = milieu_journal_folder (), *name = g_path_get_basename (self->folder);
  g_autofree char *aside = g_strconcat (parent, "-aside", NULL);
  char *path = g_build_filename (aside, name, NULL);

  if (g_mkdir_with_parents (aside, 0700) == 0 && g_rename (self->folder, path) == 0)
    {
      g_free (self->folder);
      self->folder = g_strdup (path);
      return path;
    }
  g_free (path);
  return g_strdup (self->folder);
}
