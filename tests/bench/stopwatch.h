/* How long something takes: one line "NAME<tab>SECONDS<tab>PROCESSOR SECONDS" a
 * run, after one that warms up. The second counts all threads, and holds on a
 * machine that has other work. What is short is done again and again in a run,
 * so that what the caches held before weighs little. */
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

/* seconds that a run lasts at least, where there are several */
#define STOPWATCH_LEAST 0.02

static inline void
stopwatch_once (const char *name, StopwatchFunc func, gpointer data, guint times)
{
  double wall = stopwatch_now (CLOCK_MONOTONIC), processor = stopwatch_now (CLOCK_PROCESS_CPUTIME_ID);

  for (guint i = 0; i < times; i++)
    func (data);
  wall = (stopwatch_now (CLOCK_MONOTONIC) - wall) / times;
  processor = (stopwatch_now (CLOCK_PROCESS_CPUTIME_ID) - processor) / times;
  printf ("%s\t%.8f\t%.8f\n", name, wall, processor);
  fflush (stdout);
}

static inline void
stopwatch_time (const char *name, guint rounds, StopwatchFunc func, gpointer data)
{
  guint times = 1;

  if (rounds > 1)
    {
      double warm = stopwatch_now (CLOCK_PROCESS_CPUTIME_ID);

      func (data);
      warm = stopwatch_now (CLOCK_PROCESS_CPUTIME_ID) - warm;
      times = warm < STOPWATCH_LEAST ? (guint) (STOPWATCH_LEAST / MAX (warm, 1e-5)) + 1 : 1;
    }
  for (guint i = 0; i < rounds; i++)
    stopwatch_once (name, func, data, times);
}
