#include "model/names.h"

#include <string.h>

#define INSIDE 12 /* bytes of an id that stand in the table: as few as keep dangling names in a hostile file small */

/* Half of opening a large map is to find ids again, and most of that to wait
 * for memory: a place of the table holds all that is asked of a short id, so
 * that finding one touches one line of the cache or two, where GHashTable touches four. */
typedef struct
{
  guint32 hash, key;   /* G_MAXUINT32 where free */
  char start[INSIDE];  /* of the id; its last byte is 0 if that is all of it */
} Place;

struct _MilieuNames
{
  GPtrArray *ids; /* (element-type GRefString) by key */
  Place *places;  /* at most three of four are taken */
  guint bits;     /* 2^bits places */
};

#define FIRST_BITS 6

static Place *
free_places (guint bits)
{
  gsize size = sizeof (Place) << bits;

  return memset (g_malloc (size), 0xff, size);
}

MilieuNames *
milieu_names_new (void)
{
  MilieuNames *names = g_new0 (MilieuNames, 1);

  names->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  names->bits = FIRST_BITS;
  names->places = free_places (FIRST_BITS);
  return names;
}

void
milieu_names_free (MilieuNames *names)
{
  g_ptr_array_unref (names->ids);
  g_free (names->places);
  g_free (names);
}

static guint32
begin (const MilieuNames *names, guint32 hash)
{
  return (hash * 2654435769u) >> (32 - names->bits); /* 2^32 over the golden ratio spreads what lies close */
}

static gboolean
holds (const MilieuNames *names, const Place *place, const char *id)
{
  return strncmp (place->start, id, INSIDE) == 0
         && (place->start[INSIDE - 1] == '\0' || strcmp (g_ptr_array_index (names->ids, place->key), id) == 0);
}

/* the place of @id, or the free one where it would stand; @id NULL: any free one */
static Place *
place_of (const MilieuNames *names, const char *id, guint32 hash)
{
  guint32 mask = (1u << names->bits) - 1, at = begin (names, hash);

  while (names->places[at].key != G_MAXUINT32
         && (id == NULL || names->places[at].hash != hash || !holds (names, &names->places[at], id)))
    at = (at + 1) & mask;
  return &names->places[at];
}

static void
grow (MilieuNames *names)
{
  Place *old = names->places;
  guint n = 1u << names->bits;

  names->bits++;
  names->places = free_places (names->bits);
  for (guint i = 0; i < n; i++)
    if (old[i].key != G_MAXUINT32)
      *place_of (names, NULL, old[i].hash) = old[i];
  g_free (old);
}

void
milieu_names_expect (const MilieuNames *names, const char *id)
{
  __builtin_prefetch (&names->places[begin (names, g_str_hash (id))]);
}

guint32
milieu_names_find (const MilieuNames *names, const char *id)
{
  return place_of (names, id, g_str_hash (id))->key;
}

guint32
milieu_names_take (MilieuNames *names, const char *id)
{
  guint32 hash = g_str_hash (id);
  gsize length = strlen (id);
  Place *place = place_of (names, id, hash);

  if (place->key != G_MAXUINT32)
    return place->key;
  place->hash = hash;
  place->key = names->ids->len;
  memcpy (place->start, id, MIN (length + 1, INSIDE));
  place->start[INSIDE - 1] = length < INSIDE ? '\0' : id[INSIDE - 1];
  g_ptr_array_add (names->ids, g_ref_string_new (id));
  if (4 * (gsize) names->ids->len > (gsize) 3 << names->bits)
    grow (names);
  return names->ids->len - 1;
}

const GRefString *
milieu_names_get (const MilieuNames *names, guint32 key)
{
  return key < names->ids->len ? g_ptr_array_index (names->ids, key) : NULL;
}
