#include "bench/territory.h"

#include "model/defaults.h"
#include "model/random.h"

#include <math.h>

#define TOWNS 400
/* the hundredth try outside a full block finds room anywhere */
#define TRIES 100

typedef struct
{
  TerritoryKind kind;
  MilieuMap *map;
  MilieuGroup *group;
  MilieuRandom random;
  guint actors, n_blocks, n_ties;
  GArray *ends;    /* an actor as often as it has ties */
  GArray **blocks; /* the same, of each block */
  GHashTable *tied;
} Territory;

static const char *const kinds[] = { "organisation", "company", "school", "community", "place", "scheme", "person" };
static const char *const types[] = { "collaborates", "participates", "member_of", "hosts", "funds", "part_of", "founds" };

static gboolean
chance (Territory *t, double share)
{
  return milieu_random_fraction (&t->random) < share;
}

static guint
block_of (guint actor)
{
  return actor / TERRITORY_BLOCK;
}

static MilieuDate
some_date (Territory *t, guint first, guint last)
{
  guint year = first + milieu_random_below (&t->random, last - first + 1);
  guint month = chance (t, 0.5) ? 1 + milieu_random_below (&t->random, 12) : 0;

  return milieu_date_new (year, month, 0, chance (t, 0.1));
}

static void
put (Territory *t, MilieuRecordType type, const char *id, const MilieuValue *values)
{
  milieu_group_change (t->group, NULL, milieu_record_new (type, milieu_map_intern (t->map, type, id), id, values, NULL));
}

/* ---- actors ---- */

/* towns lie in rows over the region; an actor within three kilometres of its own */
static void
add_place (Territory *t, MilieuValue *values, char *town_name, char *insee)
{
  guint town = milieu_random_below (&t->random, TOWNS);
  MilieuPrecision precision = 1 + milieu_random_below (&t->random, MILIEU_N_PRECISIONS - 1);

  g_snprintf (town_name, 32, "Ville-%u", town);
  g_snprintf (insee, 32, "%05u", 59000 + town);
  values[MILIEU_ACTOR_MUNICIPALITY] = MILIEU_TEXT (town_name);
  values[MILIEU_ACTOR_INSEE] = MILIEU_TEXT (insee);
  values[MILIEU_ACTOR_LON] = MILIEU_NUMBER (1.6 + 2.4 * (town % 20) / 20 + 0.03 * milieu_random_fraction (&t->random));
  values[MILIEU_ACTOR_LAT] = MILIEU_NUMBER (49.0 + 2.0 * (town / 20) / 20 + 0.03 * milieu_random_fraction (&t->random));
  values[MILIEU_ACTOR_PRECISION] = MILIEU_TOKEN (precision);
}

static MilieuValue
some_kind (Territory *t)
{
  const char *id = kinds[milieu_random_below (&t->random, G_N_ELEMENTS (kinds))];

  return MILIEU_REFERENCE (milieu_map_intern (t->map, MILIEU_RECORD_KIND, id));
}

static void
add_spot (Territory *t, guint actor, const char *id)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  guint side = (guint) ceil (sqrt (t->n_blocks)), block = block_of (actor);

  values[MILIEU_SPOT_X] = MILIEU_NUMBER (900.0 * (block % side) + 700 * milieu_random_fraction (&t->random));
  values[MILIEU_SPOT_Y] = MILIEU_NUMBER (900.0 * (block / side) + 700 * milieu_random_fraction (&t->random));
  put (t, MILIEU_RECORD_SPOT, id, values);
}

static void
add_actor (Territory *t, guint actor)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  char id[32], name[48], town[32], insee[32];

  g_snprintf (id, sizeof id, "a%07u", actor);
  g_snprintf (name, sizeof name, "Acteur %u de la communauté %u", actor, block_of (actor));
  values[MILIEU_ACTOR_NAME] = MILIEU_TEXT (name);
  values[MILIEU_ACTOR_KIND] = some_kind (t);
  if (chance (t, 0.9))
    values[MILIEU_ACTOR_GROUND] = MILIEU_TOKEN (1 + milieu_random_below (&t->random, MILIEU_N_GROUNDS - 1));
  if (chance (t, 0.9))
    values[MILIEU_ACTOR_START] = MILIEU_DATE (some_date (t, 1990, 2012));
  if (chance (t, 0.1))
    values[MILIEU_ACTOR_END] = MILIEU_DATE (some_date (t, 2014, 2018));
  if (chance (t, 0.9))
    add_place (t, values, town, insee);
  put (t, MILIEU_RECORD_ACTOR, id, values);
  add_spot (t, actor, id);
}

/* ---- ties ---- */

static gboolean
join (Territory *t, guint a, guint b)
{
  guint64 pair = (guint64) MIN (a, b) << 32 | MAX (a, b);

  if (a == b || g_hash_table_contains (t->tied, &pair))
    return FALSE;
  g_hash_table_add (t->tied, g_memdup2 (&pair, sizeof pair));
  g_array_append_val (t->ends, a);
  g_array_append_val (t->ends, b);
  g_array_append_val (t->blocks[block_of (a)], a);
  g_array_append_val (t->blocks[block_of (b)], b);
  return TRUE;
}

static void
add_tie (Territory *t, guint a, guint b)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };
  const char *type = types[milieu_random_below (&t->random, G_N_ELEMENTS (types))];
  char id[32], ends[2][32];

  if (!join (t, a, b))
    return;
  g_snprintf (id, sizeof id, "t%07u", ++t->n_ties);
  g_snprintf (ends[0], sizeof ends[0], "a%07u", a);
  g_snprintf (ends[1], sizeof ends[1], "a%07u", b);
  values[MILIEU_TIE_SOURCE] = MILIEU_REFERENCE (milieu_map_intern (t->map, MILIEU_RECORD_ACTOR, ends[0]));
  values[MILIEU_TIE_TARGET] = MILIEU_REFERENCE (milieu_map_intern (t->map, MILIEU_RECORD_ACTOR, ends[1]));
  values[MILIEU_TIE_TYPE] = MILIEU_REFERENCE (milieu_map_intern (t->map, MILIEU_RECORD_TYPE, type));
  values[MILIEU_TIE_EVIDENCE] = MILIEU_TOKEN (MILIEU_EVIDENCE_STATED + milieu_random_below (&t->random, 3));
  if (chance (t, 0.9))
    values[MILIEU_TIE_START] = MILIEU_DATE (some_date (t, 2000, 2018));
  if (chance (t, 0.1))
    values[MILIEU_TIE_WEIGHT] = MILIEU_NUMBER (1 + milieu_random_below (&t->random, 4));
  put (t, MILIEU_RECORD_TIE, id, values);
}

static guint
one_of (Territory *t, const GArray *ends)
{
  return g_array_index (ends, guint, milieu_random_below (&t->random, ends->len));
}

/* whom one of @block turns to: in the block three times of four */
static guint
partner_of (Territory *t, guint block)
{
  gboolean inside = t->kind == TERRITORY_COMMUNITIES && chance (t, TERRITORY_INSIDE);

  return one_of (t, inside && t->blocks[block]->len > 0 ? t->blocks[block] : t->ends);
}

static void
add_ties (Territory *t, guint ties)
{
  guint tries = 0;

  for (guint actor = 1; actor < t->actors; actor++)
    add_tie (t, actor, actor == 1 ? 0 : partner_of (t, block_of (actor)));
  while (t->n_ties < ties && tries < TRIES * ties)
    {
      guint actor = milieu_random_below (&t->random, t->actors);

      tries++;
      add_tie (t, actor, partner_of (t, block_of (actor)));
    }
}

static void
begin (Territory *t, guint actors, guint64 seed)
{
  MilieuValue values[MILIEU_MAX_FIELDS] = { 0 };

  t->map = milieu_map_new ();
  t->group = milieu_group_new ("generate", "Generate");
  t->actors = actors;
  t->n_blocks = block_of (actors - 1) + 1;
  t->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  t->blocks = g_new (GArray *, t->n_blocks);
  t->tied = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint b = 0; b < t->n_blocks; b++)
    t->blocks[b] = g_array_new (FALSE, FALSE, sizeof (guint));
  milieu_random_init (&t->random, seed);
  milieu_defaults_add (t->map, t->group);
  values[MILIEU_SETTING_VALUE] = MILIEU_TEXT ("A territory that nobody made");
  put (t, MILIEU_RECORD_SETTING, "title", values);
  values[MILIEU_SETTING_VALUE] = MILIEU_TEXT ("2018");
  put (t, MILIEU_RECORD_SETTING, "year", values);
}

MilieuMap *
territory_new (TerritoryKind kind, guint actors, guint ties, guint64 seed)
{
  Territory t = { .kind = kind };
  g_autoptr (GError) error = NULL;

  begin (&t, actors, seed);
  for (guint actor = 0; actor < actors; actor++)
    add_actor (&t, actor);
  add_ties (&t, ties);
  if (!milieu_map_apply (t.map, t.group, &error))
    g_error ("%s", error->message);
  for (guint b = 0; b < t.n_blocks; b++)
    g_array_unref (t.blocks[b]);
  g_free (t.blocks);
  g_array_unref (t.ends);
  g_hash_table_unref (t.tied);
  milieu_group_unref (t.group);
  return t.map;
}
