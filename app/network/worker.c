#include "network/worker.h"

#include <igraph/igraph.h>
#include <pthread.h>
#include <setjmp.h>

/* A call runs on the thread that asks, when its turn comes: to hand it over to
 * a thread of its own would cost two wakings, more than a short measure takes. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;
static guint64 next_turn, running_turn; /* guarded by lock */

/* of the thread whose turn it is */
static __thread gboolean is_worker;
static __thread const gint *running_cancel;
static __thread jmp_buf *fatal_return;

static void
on_igraph_error (const char *reason, const char *file, int line, igraph_error_t code)
{
  IGRAPH_FINALLY_FREE ();
}

static void
on_igraph_warning (const char *reason, const char *file, int line)
{
}

/* igraph aborts when this returns; what the call held is lost, the map is not */
static void
on_igraph_fatal (const char *reason, const char *file, int line)
{
  if (fatal_return != NULL)
    longjmp (*fatal_return, 1);
}

static igraph_error_t
on_igraph_interruption (void *data)
{
  if (!milieu_network_cancelled ())
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

static MilieuNetworkOutcome
run_call (MilieuNetworkFunc func, gpointer data)
{
  jmp_buf here;
  int code;

  if (milieu_network_cancelled ())
    return MILIEU_NETWORK_CANCELLED;
  fatal_return = &here;
  if (setjmp (here) != 0)
    {
      fatal_return = NULL;
      IGRAPH_FINALLY_CLEAN (IGRAPH_FINALLY_STACK_SIZE ()); /* a leak is better than freeing what may be half made */
      return MILIEU_NETWORK_FAILED;
    }
  code = func (data);
  fatal_return = NULL;
  if (code == IGRAPH_INTERRUPTED || milieu_network_cancelled ())
    return MILIEU_NETWORK_CANCELLED;
  return code == IGRAPH_SUCCESS ? MILIEU_NETWORK_DONE : MILIEU_NETWORK_FAILED;
}

static void
wait_for_turn (void)
{
  guint64 turn;

  pthread_mutex_lock (&lock);
  turn = next_turn++;
  while (turn != running_turn)
    pthread_cond_wait (&ended, &lock);
  pthread_mutex_unlock (&lock);
}

static void
end_turn (void)
{
  pthread_mutex_lock (&lock);
  running_turn++;
  pthread_cond_broadcast (&ended);
  pthread_mutex_unlock (&lock);
}

static void
take_handlers (void)
{
  igraph_set_error_handler (on_igraph_error);
  igraph_set_warning_handler (on_igraph_warning);
  igraph_set_fatal_handler (on_igraph_fatal);
  igraph_set_interruption_handler (on_igraph_interruption);
}

MilieuNetworkOutcome
milieu_network_call (MilieuNetworkFunc func, gpointer data, const gint *cancel)
{
  MilieuNetworkOutcome outcome;

  if (is_worker)
    return run_call (func, data);
  wait_for_turn ();
  take_handlers ();
  is_worker = TRUE;
  running_cancel = cancel;
  outcome = run_call (func, data);
  running_cancel = NULL;
  is_worker = FALSE;
  end_turn ();
  return outcome;
}

gboolean
milieu_network_cancelled (void)
{
  return running_cancel != NULL && g_atomic_int_get (running_cancel) != 0;
}
