#include "session/open-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "session/state.h"

struct _MilieuOpenLock
{
  int file;
  char *path;
};

/* whoever had the file before may have removed it between our opening and our locking it */
static gboolean
is_at (int file, const char *path)
{
  struct stat ours, there;

  return fstat (file, &ours) == 0 && stat (path, &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

static int
open_locked (const char *path, gboolean *elsewhere)
{
  for (guint attempt = 0; attempt < 10; attempt++)
    {
      int file = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (file < 0)
        return -1;
      if (flock (file, LOCK_EX | LOCK_NB) != 0)
        {
          *elsewhere = errno == EWOULDBLOCK;
          close (file);
          return -1;
        }
      if (is_at (file, path))
        return file;
      close (file);
    }
  return -1;
}

MilieuOpenLock *
milieu_open_lock_take (GFile *of, gboolean *elsewhere)
{
  g_autofree char *path = milieu_state_path (of, "open"), *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  MilieuOpenLock *self;
  int file;

  *elsewhere = FALSE;
  if (path == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return NULL;
  file = open_locked (path, elsewhere);
  if (file < 0)
    return NULL;
  self = g_new0 (MilieuOpenLock, 1);
  self->file = file;
  self->path = g_steal_pointer (&path);
  return self;
}

void
milieu_open_lock_free (MilieuOpenLock *self)
{
  if (self == NULL)
    return;
  g_remove (self->path);
  close (self->file);
  g_free (self->path);
  g_free (self);
}

int
milieu_save_lock_take (const char *path)
{
  char *real = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (real != NULL ? real : path);
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), taken;

  free (real);
  if (file < 0)
    return -1;
  do
    taken = flock (file, LOCK_EX);
  while (taken < 0 && errno == EINTR);
  if (taken == 0)
    return file;
  close (file);
  return -1;
}
