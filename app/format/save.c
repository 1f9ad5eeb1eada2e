#include "format/save.h"

#include "milieu-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_error (GError **error, const char *path, int number, const char *what)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number),
               g_dgettext (GETTEXT_PACKAGE, "%s: %s: %s. Nothing was changed; free some room or save elsewhere"),
               path, what, g_strerror (number));
}

static void
set_folder_error (GError **error, const char *path, const char *folder, int number)
{
  if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number),
                 g_dgettext (GETTEXT_PACKAGE, "%s: there is no folder “%s”. Nothing was written; make it, or choose another"),
                 path, folder);
  else
    set_error (error, path, number, g_dgettext (GETTEXT_PACKAGE, "the folder takes no new file"));
}

/* where the bytes go once links are followed; a link to nothing names a file to be made */
static char *
resolve (const char *path, GError **error)
{
  g_autofree char *place = g_strdup (path);

  for (guint hops = 0; hops < 40; hops++)
    {
      g_autofree char *target = g_file_read_link (place, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&place);
      folder = g_path_get_dirname (place);
      g_free (place);
      place = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
    }
  set_error (error, path, ELOOP, g_dgettext (GETTEXT_PACKAGE, "the link leads nowhere"));
  return NULL;
}

static gboolean
look_at_target (const char *path, struct stat *old, gboolean *exists, GError **error)
{
  *exists = stat (path, old) == 0;
  if (!*exists && errno != ENOENT)
    {
      set_error (error, path, errno, g_dgettext (GETTEXT_PACKAGE, "the file cannot be reached"));
      return FALSE;
    }
  if (*exists && !S_ISREG (old->st_mode))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   g_dgettext (GETTEXT_PACKAGE, "%s: this is no regular file (a folder or a device). Nothing was changed; choose another name"), path);
      return FALSE;
    }
  return TRUE;
}

static int
write_all (int descriptor, const guint8 *data, gsize size)
{
  while (size > 0)
    {
      gssize written = write (descriptor, data, MIN (size, 1u << 30));

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return written < 0 ? errno : ENOSPC;
      data += written;
      size -= written;
    }
  return 0;
}

static int
sync_descriptor (int descriptor)
{
  int result;

  do
    result = fsync (descriptor);
  while (result < 0 && errno == EINTR);
  return result < 0 ? errno : 0;
}

static int
keep_mode_and_owner (int descriptor, const struct stat *old)
{
  /* only root may give files away; a group one is not in is refused too, and a new owner is better than no file */
  if (fchown (descriptor, old->st_uid, old->st_gid) < 0 && fchown (descriptor, -1, old->st_gid) < 0)
    g_debug ("owner not kept: %s", g_strerror (errno));
  return fchmod (descriptor, old->st_mode & 07777) < 0 ? errno : 0;
}

static int
fill (int descriptor, GBytes *bytes, const struct stat *old, gboolean exists)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  int number = write_all (descriptor, data, size);

  if (number == 0 && exists)
    number = keep_mode_and_owner (descriptor, old);
  if (number == 0)
    number = sync_descriptor (descriptor);
  if (close (descriptor) < 0 && number == 0 && errno != EINTR)
    number = errno;
  return number;
}

/* the new name is in the folder: from here nothing can be lost, so a failure is only noted */
static void
sync_folder (const char *folder)
{
  int descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor < 0)
    return;
  if (sync_descriptor (descriptor) != 0)
    g_debug ("%s: not synchronised", folder);
  close (descriptor);
}

static gboolean
replace (const char *path, GBytes *bytes, const struct stat *old, gboolean exists, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".milieu-XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, exists ? 0600 : 0666);
  int number;

  if (descriptor < 0)
    {
      set_folder_error (error, path, folder, errno);
      return FALSE;
    }
  number = fill (descriptor, bytes, old, exists);
  if (number == 0 && g_rename (temporary, path) < 0)
    number = errno;
  if (number != 0)
    {
      g_unlink (temporary);
      set_error (error, path, number, g_dgettext (GETTEXT_PACKAGE, "the file could not be written"));
      return FALSE;
    }
  sync_folder (folder);
  return TRUE;
}

gboolean
milieu_save_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *place = NULL;
  struct stat old;
  gboolean exists;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);
  place = resolve (path, error);
  if (place == NULL || !look_at_target (place, &old, &exists, error))
    return FALSE;
  /* rename() asks only for the folder's permission: a file that may not be written stays as it is */
  if (exists && g_access (place, W_OK) < 0)
    {
      set_error (error, path, errno, g_dgettext (GETTEXT_PACKAGE, "the file may not be written"));
      return FALSE;
    }
  return replace (place, bytes, &old, exists, error);
}
