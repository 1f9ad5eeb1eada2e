/* A disk that fails: stands in for the system's calls in the program that includes it, and lets the k-th of those that
 * write fail, or take half of what it was given. */
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int fails_at; /* counts down; the call that finds 1 fails */
static int fault;
static int halves; /* it is a write that takes half of what it was given, and nothing fails */

static gboolean
is_to_fail (void)
{
  if (g_atomic_int_get (&fails_at) <= 0 || g_atomic_int_add (&fails_at, -1) != 1)
    return FALSE;
  errno = fault;
  return TRUE;
}

/* Returns: whether fewer than @k calls were made since fail_at () */
static inline gboolean
has_not_failed (void)
{
  return g_atomic_int_get (&fails_at) > 0;
}

static inline void
fail_at (int k, int number, gboolean half)
{
  fault = number;
  g_atomic_int_set (&halves, half);
  g_atomic_int_set (&fails_at, k);
}

/* a pipe is no disk, nor is what wakes the main loop */
static gboolean
is_on_disk (int file)
{
  struct stat about;

  return file > 2 && fstat (file, &about) == 0 && S_ISREG (about.st_mode);
}

ssize_t
write (int file, const void *bytes, size_t length)
{
  gboolean fails = is_on_disk (file) && is_to_fail ();

  if (fails && !g_atomic_int_get (&halves))
    return -1;
  return syscall (SYS_write, file, bytes, fails ? (length + 1) / 2 : length);
}

int
fsync (int file)
{
  return !g_atomic_int_get (&halves) && is_to_fail () ? -1 : (int) syscall (SYS_fsync, file);
}

int
fdatasync (int file)
{
  return !g_atomic_int_get (&halves) && is_to_fail () ? -1 : (int) syscall (SYS_fdatasync, file);
}

int
rename (const char *from, const char *to)
{
  return !g_atomic_int_get (&halves) && is_to_fail () ? -1 : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
fchmod (int file, mode_t mode)
{
  return !g_atomic_int_get (&halves) && is_to_fail () ? -1 : (int) syscall (SYS_fchmod, file, mode);
}

static int
open_file (const char *path, int flags, mode_t mode)
{
  if ((flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0 && !g_atomic_int_get (&halves) && is_to_fail ())
    return -1;
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

/* with large files, `open` is called open64 */
int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = flags & O_CREAT ? va_arg (arguments, int) : 0;
  va_end (arguments);
  return open_file (path, flags, mode);
}

int open_plain (const char *path, int flags, ...) __asm__ ("open");

int
open_plain (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = flags & O_CREAT ? va_arg (arguments, int) : 0;
  va_end (arguments);
  return open_file (path, flags, mode);
}
