#include "network/worker.h"

#include <igraph/igraph.h>
#include <pthread.h>
#include <setjmp.h>

typedef struct _Call Call;
struct _Call
{
  MilieuNetworkFunc func;
  gpointer data;
  const gint *cancel;
  MilieuNetworkOutcome outcome;
  gboolean finished;
  Call *next;
};

/* guarded by lock */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t arrived = PTHREAD_COND_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;
static Call *queue_head, *queue_tail;
static gboolean started;

/* only the worker touches these */
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

static Call *
next_call (void)
{
  Call *call;

  pthread_mutex_lock (&lock);
  while (queue_head == NULL)
    pthread_cond_wait (&arrived, &lock);
  call = queue_head;
  queue_head = call->next;
  if (queue_head == NULL)
    queue_tail = NULL;
  pthread_mutex_unlock (&lock);
  return call;
}

static void *
worker_main (void *data)
{
  is_worker = TRUE;
  igraph_set_error_handler (on_igraph_error);
  igraph_set_warning_handler (on_igraph_warning);
  igraph_set_fatal_handler (on_igraph_fatal);
  igraph_set_interruption_handler (on_igraph_interruption);
  for (;;)
    {
      Call *call = next_call ();
      MilieuNetworkOutcome outcome;

      running_cancel = call->cancel;
      outcome = run_call (call->func, call->data);
      running_cancel = NULL;
      pthread_mutex_lock (&lock);
      call->outcome = outcome;
      call->finished = TRUE;
      pthread_cond_broadcast (&ended);
      pthread_mutex_unlock (&lock);
    }
  return NULL;
}

/* with lock held */
static gboolean
start_worker (void)
{
  pthread_t thread;
  pthread_attr_t attributes;

  if (started)
    return TRUE;
  pthread_attr_init (&attributes);
  pthread_attr_setdetachstate (&attributes, PTHREAD_CREATE_DETACHED);
  started = pthread_create (&thread, &attributes, worker_main, NULL) == 0;
  pthread_attr_destroy (&attributes);
  return started;
}

MilieuNetworkOutcome
milieu_network_call (MilieuNetworkFunc func, gpointer data, const gint *cancel)
{
  Call call = { .func = func, .data = data, .cancel = cancel };

  if (is_worker)
    return run_call (func, data);
  pthread_mutex_lock (&lock);
  if (!start_worker ())
    {
      pthread_mutex_unlock (&lock);
      return MILIEU_NETWORK_FAILED;
    }
  if (queue_tail != NULL)
    queue_tail->next = &call;
  else
    queue_head = &call;
  queue_tail = &call;
  pthread_cond_signal (&arrived);
  while (!call.finished)
    pthread_cond_wait (&ended, &lock);
  pthread_mutex_unlock (&lock);
  return call.outcome;
}

gboolean
milieu_network_cancelled (void)
{
  return running_cancel != NULL && g_atomic_int_get (running_cancel) != 0;
}
