#include "model/store.h"

#include <string.h>

#define CHUNK 256

typedef struct
{
  guint count;
  MilieuRecord *records[CHUNK];
} Chunk;

struct _MilieuStore
{
  guint count;
  guint n_records;
  guint n_chunks;
  Chunk **chunks; /* an element is NULL until a key in it is used */
};

static Chunk *
chunk_copy (Chunk *chunk)
{
  Chunk *copy = g_new0 (Chunk, 1);

  copy->count = 1;
  if (chunk != NULL)
    for (guint i = 0; i < CHUNK; i++)
      copy->records[i] = chunk->records[i] != NULL ? milieu_record_ref (chunk->records[i]) : NULL;
  return copy;
}

static void
chunk_unref (Chunk *chunk)
{
  if (chunk == NULL || --chunk->count > 0)
    return;
  for (guint i = 0; i < CHUNK; i++)
    g_clear_pointer (&chunk->records[i], milieu_record_unref);
  g_free (chunk);
}

MilieuStore *
milieu_store_new (void)
{
  MilieuStore *store = g_new0 (MilieuStore, 1);

  store->count = 1;
  return store;
}

MilieuStore *
milieu_store_ref (MilieuStore *store)
{
  store->count++;
  return store;
}

void
milieu_store_unref (MilieuStore *store)
{
  if (--store->count > 0)
    return;
  for (guint i = 0; i < store->n_chunks; i++)
    chunk_unref (store->chunks[i]);
  g_free (store->chunks);
  g_free (store);
}

static MilieuStore *
store_copy (MilieuStore *store)
{
  MilieuStore *copy = g_memdup2 (store, sizeof *store);

  copy->count = 1;
  copy->chunks = g_memdup2 (store->chunks, sizeof (Chunk *) * store->n_chunks);
  for (guint i = 0; i < copy->n_chunks; i++)
    if (copy->chunks[i] != NULL)
      copy->chunks[i]->count++;
  return copy;
}

static void
make_own (MilieuStore **store)
{
  MilieuStore *copy;

  if ((*store)->count == 1)
    return;
  copy = store_copy (*store);
  milieu_store_unref (*store);
  *store = copy;
}

static void
make_room (MilieuStore *store, guint wanted)
{
  guint old = store->n_chunks;

  if (wanted <= old)
    return;
  store->n_chunks = MAX (wanted, old + old / 2);
  store->chunks = g_renew (Chunk *, store->chunks, store->n_chunks);
  memset (store->chunks + old, 0, sizeof (Chunk *) * (store->n_chunks - old));
}

static Chunk *
own_chunk (MilieuStore *store, guint i)
{
  Chunk *chunk = store->chunks[i];

  if (chunk == NULL || chunk->count > 1)
    {
      store->chunks[i] = chunk_copy (chunk);
      chunk_unref (chunk);
    }
  return store->chunks[i];
}

void
milieu_store_put (MilieuStore **store, guint32 key, const MilieuRecord *record)
{
  MilieuRecord *old, **place;

  make_own (store);
  make_room (*store, key / CHUNK + 1);
  place = &own_chunk (*store, key / CHUNK)->records[key % CHUNK];
  old = *place;
  *place = record != NULL ? milieu_record_ref (record) : NULL;
  (*store)->n_records += (record != NULL) - (old != NULL);
  if (old != NULL)
    milieu_record_unref (old);
}

const MilieuRecord *
milieu_store_get (MilieuStore *store, guint32 key)
{
  guint i = key / CHUNK;

  if (i >= store->n_chunks || store->chunks[i] == NULL)
    return NULL;
  return store->chunks[i]->records[key % CHUNK];
}

guint
milieu_store_count (MilieuStore *store)
{
  return store->n_records;
}

guint32
milieu_store_n_keys (MilieuStore *store)
{
  return store->n_chunks * CHUNK;
}
