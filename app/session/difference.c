#include "session/difference.h"

#include "model/plain.h"

#include <string.h>

typedef struct { MilieuSnapshot *snapshot; MilieuMap *map; guint32 *keys; guint n, at; } Walk;

static const MilieuRecord *
here (const Walk *walk, MilieuRecordType type)
{
  return walk->at < walk->n ? milieu_snapshot_get (walk->snapshot, type, walk->keys[walk->at]) : NULL;
}

/* keys are those of their map: what they mean is compared in texts */
static gboolean
is_same (const Walk *before, const MilieuRecord *a, const Walk *after, const MilieuRecord *b)
{
  g_autoptr (MilieuPlain) one = NULL, other = NULL;

  if (before->map == after->map)
    return milieu_record_equal (a, b);
  one = milieu_plain_new (a, before->map);
  other = milieu_plain_new (b, after->map);
  return milieu_plain_compare (one, other) == 0;
}

/* both sides are sorted by id: they are walked side by side */
static void
add_of_type (GArray *differences, MilieuRecordType type, Walk *before, Walk *after)
{
  while (before->at < before->n || after->at < after->n)
    {
      const MilieuRecord *a = here (before, type), *b = here (after, type);
      int order = a == NULL ? 1 : b == NULL ? -1 : strcmp (a->id, b->id);
      MilieuDifference difference = { order <= 0 ? a : NULL, order >= 0 ? b : NULL };

      before->at += order <= 0;
      after->at += order >= 0;
      if (order != 0 || !is_same (before, a, after, b))
        g_array_append_val (differences, difference);
    }
}

GArray *
milieu_differences (MilieuSnapshot *before, MilieuMap *before_map, MilieuSnapshot *after, MilieuMap *after_map)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (MilieuDifference));

  for (guint type = 0; type < MILIEU_N_RECORD_TYPES; type++)
    {
      Walk a = { .snapshot = before, .map = before_map }, b = { .snapshot = after, .map = after_map };

      a.keys = milieu_snapshot_sorted (before, type, &a.n);
      b.keys = milieu_snapshot_sorted (after, type, &b.n);
      add_of_type (differences, type, &a, &b);
      g_free (a.keys);
      g_free (b.keys);
    }
  return differences;
}
