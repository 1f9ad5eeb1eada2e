#include "model/names.h"

#include <string.h>

/* Half of opening a large map is to find ids again. A place of the table holds
 * all that is asked, so that finding one touches two places of memory, where
 * GHashTable touches four. */
typedef struct
{
  guint32 hash, key;
  GRefString *id; /* NULL where free */
} Place;

struct _MilieuNames
{
  GPtrArray *ids; /* (element-type GRefString) by key */
  Place *places;  /* at most three of four are taken */
  guint bits;     /* 2^bits places */
};

#define FIRST_BITS 6

MilieuNames *
milieu_names_new (void)
{
  MilieuNames *names = g_new0 (MilieuNames, 1);

  names->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  names->bits = FIRST_BITS;
  names->places = g_new0 (Place, 1 << FIRST_BITS);
  return names;
}

void
milieu_names_free (MilieuNames *names)
{
  g_ptr_array_unref (names->ids);
  g_free (names->places);
  g_free (names);
}

/* the place of @id, or the free one where it would stand; @id NULL: any free one */
static Place *
place_of (const MilieuNames *names, const char *id, guint32 hash)
{
  guint32 mask = (1u << names->bits) - 1;
  guint32 at = (hash * 2654435769u) >> (32 - names->bits); /* 2^32 over the golden ratio spreads what lies close */

  while (names->places[at].id != NULL
         && (id == NULL || names->places[at].hash != hash || strcmp (names->places[at].id, id) != 0))
    at = (at + 1) & mask;
  return &names->places[at];
}

static void
grow (MilieuNames *names)
{
  g_autofree Place *old = names->places;
  guint n = 1u << names->bits;

  names->bits++;
  names->places = g_new0 (Place, 2 * (gsize) n);
  for (guint i = 0; i < n; i++)
    if (old[i].id != NULL)
      *place_of (names, NULL, old[i].hash) = old[i];
}

guint32
milieu_names_find (const MilieuNames *names, const char *id)
{
  const Place *place = place_of (names, id, g_str_hash (id));

  return place->id != NULL ? place->key : G_MAXUINT32;
}

guint32
milieu_names_take (MilieuNames *names, const char *id)
{
  guint32 hash = g_str_hash (id);
  Place *place = place_of (names, id, hash);

  if (place->id != NULL)
    return place->key;
  *place = (Place) { hash, names->ids->len, g_ref_string_new (id) };
  g_ptr_array_add (names->ids, place->id);
  if (4 * (gsize) names->ids->len > (gsize) 3 << names->bits)
    grow (names);
  return names->ids->len - 1;
}

const GRefString *
milieu_names_get (const MilieuNames *names, guint32 key)
{
  return key < names->ids->len ? g_ptr_array_index (names->ids, key) : NULL;
}
