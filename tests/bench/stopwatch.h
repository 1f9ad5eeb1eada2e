/* How long something takes: one line "NAME<tab>SECONDS<tab>PROCESSOR SECONDS" a
 * run, after one that warms up. The second counts all threads, and holds on a
 * machine that has other work. */
#pragma once

#include <glib.h>
#include <stdio.h>
#include <time.h>

typedef void (*StopwatchFunc) (gpointer data);

static inline double
stopwatch_now (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static inline void
stopwatch_once (const char *name, StopwatchFunc func, gpointer data)
{
  double wall = stopwatch_now (CLOCK_MONOTONIC), processor = stopwatch_now (CLOCK_PROCESS_CPUTIME_ID);

  func (data);
  wall = stopwatch_now (CLOCK_MONOTONIC) - wall;
  processor = stopwatch_now (CLOCK_PROCESS_CPUTIME_ID) - processor;
  printf ("%s\t%.6f\t%.6f\n", name, wall, processor);
  fflush (stdout);
}

static inline void
stopwatch_time (const char *name, guint rounds, StopwatchFunc func, gpointer data)
{
  if (rounds > 1)
    func (data);
  for (guint i = 0; i < rounds; i++)
    stopwatch_once (name, func, data);
}
