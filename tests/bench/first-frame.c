/* first-frame PROGRAM ARGS…: from the start of a program to the first thing it
 * paints in a window of its own, on the X display of the environment. The
 * processor's seconds are those of its main thread, which others wait for. */
#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 60.0

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

/* windows that come and go while they are asked about are no error */
static int
ignore (Display *display, XErrorEvent *error)
{
  return 0;
}

/* a window of the screen, and no menu or hint of one pixel */
static int
is_window (const XMapEvent *mapped, Display *display)
{
  XWindowAttributes attributes;

  return XGetWindowAttributes (display, mapped->window, &attributes) && attributes.width > 100 && attributes.height > 100;
}

static double
wait_for_frame (Display *display, int damaged, double start)
{
  struct pollfd waiting = { ConnectionNumber (display), POLLIN, 0 };

  while (now () - start < PATIENCE)
    {
      XEvent event;

      if (!XPending (display))
        {
          poll (&waiting, 1, 100);
          continue;
        }
      XNextEvent (display, &event);
      if (event.type == MapNotify && is_window (&event.xmap, display))
        XDamageCreate (display, event.xmap.window, XDamageReportNonEmpty);
      if (event.type == damaged)
        return now () - start;
    }
  return -1;
}

/* seconds on the processor of the first thread of @child */
static double
main_thread (pid_t child)
{
  char path[64];
  double nanoseconds = 0;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%d/schedstat", (int) child);
  file = fopen (path, "r");
  if (file == NULL || fscanf (file, "%lf", &nanoseconds) != 1)
    nanoseconds = 0;
  if (file != NULL)
    fclose (file);
  return nanoseconds / 1e9;
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  double start, frame, processor;
  int damage, errors;
  pid_t child;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage, &errors))
    {
      fprintf (stderr, "first-frame PROGRAM ARGS…, on an X display with the damage extension\n");
      return 2;
    }
  XSetErrorHandler (ignore);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);
  start = now ();
  child = fork ();
  if (child == 0)
    {
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  frame = wait_for_frame (display, damage + XDamageNotify, start);
  processor = main_thread (child);
  kill (child, SIGTERM);
  waitpid (child, NULL, 0);
  printf ("first frame\t%.6f\t%.6f\n", frame, processor);
  return frame < 0;
}
