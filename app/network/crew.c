#include "network/crew.h"

#include <pthread.h>

#define MOST_THREADS 8

struct _MilieuCrew
{
  pthread_t threads[MOST_THREADS];
  guint n_threads;
  gint next; /* atomic: the next block of the loop */
  MilieuCrewFunc func;
  gpointer data;
  guint n_blocks;
  /* guarded by lock */
  pthread_mutex_t lock;
  pthread_cond_t called, rested;
  guint round, working;
  gboolean leaving;
};

static void
take_blocks (MilieuCrew *crew)
{
  for (;;)
    {
      guint block = (guint) g_atomic_int_add (&crew->next, 1);

      if (block >= crew->n_blocks)
        return;
      crew->func (crew->data, block);
    }
}

static void *
work (void *data)
{
  MilieuCrew *crew = data;
  guint done = 0;

  pthread_mutex_lock (&crew->lock);
  for (;;)
    {
      while (crew->round == done && !crew->leaving)
        pthread_cond_wait (&crew->called, &crew->lock);
      if (crew->leaving)
        break;
      done = crew->round;
      pthread_mutex_unlock (&crew->lock);
      take_blocks (crew);
      pthread_mutex_lock (&crew->lock);
      if (--crew->working == 0)
        pthread_cond_signal (&crew->rested);
    }
  pthread_mutex_unlock (&crew->lock);
  return NULL;
}

MilieuCrew *
milieu_crew_new (guint threads)
{
  MilieuCrew *crew = g_new0 (MilieuCrew, 1);
  guint wanted = MIN (threads > 0 ? threads : g_get_num_processors (), MOST_THREADS);

  pthread_mutex_init (&crew->lock, NULL);
  pthread_cond_init (&crew->called, NULL);
  pthread_cond_init (&crew->rested, NULL);
  while (crew->n_threads + 1 < wanted && pthread_create (&crew->threads[crew->n_threads], NULL, work, crew) == 0)
    crew->n_threads++;
  return crew;
}

void
milieu_crew_free (MilieuCrew *crew)
{
  pthread_mutex_lock (&crew->lock);
  crew->leaving = TRUE;
  pthread_cond_broadcast (&crew->called);
  pthread_mutex_unlock (&crew->lock);
  for (guint i = 0; i < crew->n_threads; i++)
    pthread_join (crew->threads[i], NULL);
  pthread_cond_destroy (&crew->called);
  pthread_cond_destroy (&crew->rested);
  pthread_mutex_destroy (&crew->lock);
  g_free (crew);
}

void
milieu_crew_run (MilieuCrew *crew, guint n_blocks, MilieuCrewFunc func, gpointer data)
{
  pthread_mutex_lock (&crew->lock);
  crew->func = func;
  crew->data = data;
  crew->n_blocks = n_blocks;
  g_atomic_int_set (&crew->next, 0);
  crew->working = n_blocks > 1 ? crew->n_threads : 0;
  crew->round += crew->working > 0;
  pthread_cond_broadcast (&crew->called);
  pthread_mutex_unlock (&crew->lock);
  take_blocks (crew);
  pthread_mutex_lock (&crew->lock);
  while (crew->working > 0)
    pthread_cond_wait (&crew->rested, &crew->lock);
  pthread_mutex_unlock (&crew->lock);
}
