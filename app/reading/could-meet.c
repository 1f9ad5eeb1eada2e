#include "reading/could-meet.h"

#include "model/short-name.h"
#include "reading/basis.h"

/* interactions apart up to which two actors have met, C3 */
#define NEAR 3
/* proposals kept at a time, however many there are */
#define MOST_GHOSTS 10000

typedef struct
{
  guint32 a, b;  /* vertices, a < b */
  guint steps, reasons, n_partners;
  guint32 partner; /* vertex */
  guint64 gain;
} Found;

typedef struct
{
  guint n;
  guint32 first; /* by id */
} Shared;

typedef struct
{
  MilieuBasis *basis;
  const MilieuGraph *interactions, *all;
  MilieuGraph *drawn;            /* ties of every class */
  MilieuComponents *components;  /* of interactions */
  guint *counts;                 /* of each component and ground */
  guint8 *chosen;                /* vertices compared */
  gboolean among;
  guint *town;                   /* of each vertex, 0 unknown */
  GPtrArray *towns;              /* GArray of vertices, of each town; the first is %NULL */
  /* of the vertex in hand */
  guint *steps;                  /* interactions to each vertex */
  guint32 *queue;
  Shared *shared[MILIEU_N_GRAPHS]; /* partners in common with each vertex */
  guint n_found, most;           /* in all; kept */
  GArray *found;                 /* Found */
} Search;

/* ---- towns ---- */

/* an INSEE code; else the name, and the code that others of that name bear */
static char *
town_of (const MilieuActor *actor, GHashTable *codes)
{
  g_autofree char *name = actor->municipality ? milieu_words_fold (actor->municipality) : NULL;
  const char *code = name ? g_hash_table_lookup (codes, name) : NULL;

  if (actor->insee)
    return g_strdup (actor->insee);
  return code ? g_strdup (code) : g_steal_pointer (&name);
}

static GHashTable *
codes_new (const MilieuBasis *basis)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint v = 0; v < basis->n; v++)
    if (basis->actors[v]->municipality && basis->actors[v]->insee)
      g_hash_table_insert (codes, milieu_words_fold (basis->actors[v]->municipality), basis->actors[v]->insee);
  return codes;
}

static void
take_towns (Search *search)
{
  const MilieuBasis *basis = search->basis;
  g_autoptr (GHashTable) codes = codes_new (basis);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  search->town = g_new0 (guint, basis->n + 1);
  search->towns = g_ptr_array_new ();
  g_ptr_array_add (search->towns, NULL);
  for (guint v = 0; v < basis->n; v++)
    {
      g_autofree char *town = town_of (basis->actors[v], codes);
      guint number = town ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, town)) : 0;

      if (!town)
        continue;
      if (number == 0)
        {
          number = search->towns->len;
          g_ptr_array_add (search->towns, g_array_new (FALSE, FALSE, sizeof (guint32)));
          g_hash_table_insert (numbers, g_steal_pointer (&town), GUINT_TO_POINTER (number));
        }
      search->town[v] = number;
      g_array_append_val ((GArray *) search->towns->pdata[number], v);
    }
}

/* ---- a search ---- */

static void
search_begin (Search *search, const MilieuMeetingRequest *request)
{
  MilieuBasis *basis = search->basis;

  search->interactions = basis->graphs[MILIEU_GRAPH_INTERACTION];
  search->all = basis->graphs[MILIEU_GRAPH_ALL];
  search->drawn = milieu_graph_new (basis->snapshot, basis->filter, MILIEU_TIES_DRAWN, MILIEU_GRAPH_MEASURED);
  search->components = milieu_components_new (search->interactions);
  search->counts = g_new0 (guint, (gsize) search->components->n_components * MILIEU_N_GROUNDS + 1);
  for (guint v = 0; v < basis->n; v++)
    search->counts[search->components->of[v] * MILIEU_N_GROUNDS + basis->grounds[v]]++;
  search->among = request->among != NULL;
  search->chosen = milieu_basis_no_actors (basis);
  for (guint v = 0; !search->among && v < basis->n; v++)
    search->chosen[v] = 1;
  for (guint i = 0; search->among && i < request->n_among; i++)
    if (request->among[i] < basis->n_actor_keys && basis->vertex[request->among[i]] != MILIEU_NO_VERTEX)
      search->chosen[basis->vertex[request->among[i]]] = 1;
  search->most = request->limit > 0 ? MIN (request->limit, MOST_GHOSTS) : MOST_GHOSTS;
  search->steps = g_new (guint, basis->n + 1);
  search->queue = g_new (guint32, basis->n + 1);
  for (guint g = 0; g < MILIEU_N_GRAPHS; g++)
    search->shared[g] = g_new0 (Shared, basis->n + 1);
  search->found = g_array_new (FALSE, FALSE, sizeof (Found));
  take_towns (search);
}

static void
search_end (Search *search)
{
  milieu_graph_unref (search->drawn);
  milieu_components_free (search->components);
  for (guint i = 1; i < search->towns->len; i++)
    g_array_unref (search->towns->pdata[i]);
  g_ptr_array_unref (search->towns);
  g_free (search->counts);
  g_free (search->chosen);
  g_free (search->town);
  g_free (search->steps);
  g_free (search->queue);
  for (guint g = 0; g < MILIEU_N_GRAPHS; g++)
    g_free (search->shared[g]);
  g_array_unref (search->found);
}

static gboolean
compared (const Search *search, guint32 a, guint32 b)
{
  guint8 one = search->basis->grounds[a], other = search->basis->grounds[b];

  return search->chosen[a] && search->chosen[b]
         && (search->among || (one != other && one != MILIEU_GROUND_NONE && other != MILIEU_GROUND_NONE));
}

static void
walk (Search *search, guint32 from)
{
  const MilieuGraph *graph = search->interactions;
  guint n = 0;

  for (guint v = 0; v < graph->n; v++)
    search->steps[v] = G_MAXUINT;
  search->steps[from] = 0;
  search->queue[n++] = from;
  for (guint done = 0; done < n; done++)
    for (guint32 i = graph->first[search->queue[done]]; i < graph->first[search->queue[done] + 1]; i++)
      if (search->steps[graph->neighbours[i]] == G_MAXUINT)
        {
          search->steps[graph->neighbours[i]] = search->steps[search->queue[done]] + 1;
          search->queue[n++] = graph->neighbours[i];
        }
}

/* pairs of different grounds that a tie between two components would join */
static guint64
gain_of (const Search *search, guint32 a, guint32 b)
{
  const guint *one = search->counts + search->components->of[a] * MILIEU_N_GROUNDS;
  const guint *other = search->counts + search->components->of[b] * MILIEU_N_GROUNDS;
  guint64 gain = 0;

  if (one == other)
    return 0;
  for (guint g = MILIEU_GROUND_UPPERGROUND; g < MILIEU_N_GROUNDS; g++)
    for (guint h = MILIEU_GROUND_UPPERGROUND; h < MILIEU_N_GROUNDS; h++)
      gain += g != h ? (guint64) one[g] * other[h] : 0;
  return gain;
}

static guint
n_reasons (const Found *found)
{
  return !!(found->reasons & MILIEU_MEETING_PLACE) + !!(found->reasons & ~MILIEU_MEETING_PLACE);
}

static int
compare_found (gconstpointer p, gconstpointer q)
{
  const Found *a = p, *b = q;
  gboolean partner = a->reasons & MILIEU_MEETING_PARTNER, other_partner = b->reasons & MILIEU_MEETING_PARTNER;

  if (n_reasons (a) != n_reasons (b))
    return n_reasons (a) > n_reasons (b) ? -1 : 1;
  if (partner != other_partner)
    return partner ? -1 : 1;
  if (a->n_partners != b->n_partners)
    return a->n_partners > b->n_partners ? -1 : 1;
  if (a->gain != b->gain)
    return a->gain > b->gain ? -1 : 1;
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;
  return (a->b > b->b) - (a->b < b->b);
}

static void
keep_best (Search *search)
{
  g_array_sort (search->found, compare_found);
  if (search->found->len > search->most)
    g_array_set_size (search->found, search->most);
}

static void
consider (Search *search, guint32 a, guint32 b)
{
  gboolean town = search->town[a] != 0 && search->town[a] == search->town[b];
  gboolean partner = search->shared[MILIEU_GRAPH_INTERACTION][b].n > 0;
  Shared shared = search->shared[partner ? MILIEU_GRAPH_INTERACTION : MILIEU_GRAPH_ALL][b];
  Found found = { a, b, search->steps[b], town ? MILIEU_MEETING_PLACE : 0, shared.n, shared.first, 0 };

  if (!compared (search, a, b) || (!search->among && found.steps <= NEAR)
      || milieu_graph_edge (search->drawn, a, b) != MILIEU_NO_VERTEX)
    return;
  if (shared.n > 0)
    found.reasons |= partner ? MILIEU_MEETING_PARTNER : MILIEU_MEETING_PATRON;
  found.gain = gain_of (search, a, b);
  g_array_append_val (search->found, found);
  search->n_found++;
  if (search->found->len >= 2 * MOST_GHOSTS)
    keep_best (search);
}

/* counts, for each later vertex, the partners it shares with @a; ascending, so the first is the first by id */
static void
share_partners (const MilieuGraph *graph, Shared *shared, guint32 a, int sign)
{
  for (guint32 i = graph->first[a]; i < graph->first[a + 1]; i++)
    for (guint32 k = graph->first[graph->neighbours[i]]; k < graph->first[graph->neighbours[i] + 1]; k++)
      {
        guint32 b = graph->neighbours[k];

        if (b <= a)
          continue;
        if (sign > 0 && shared[b].n == 0)
          shared[b].first = graph->neighbours[i];
        shared[b].n += sign;
      }
}

static void
search_from (Search *search, MilieuMeetings *meetings, guint32 a)
{
  const Shared *partners = search->shared[MILIEU_GRAPH_INTERACTION], *patrons = search->shared[MILIEU_GRAPH_ALL];
  GArray *neighbours = search->town[a] ? search->towns->pdata[search->town[a]] : NULL;

  walk (search, a);
  for (guint g = 0; g < MILIEU_N_GRAPHS; g++)
    share_partners (search->basis->graphs[g], search->shared[g], a, 1);
  for (guint32 b = a + 1; b < search->basis->n; b++)
    {
      gboolean tied;

      if (!compared (search, a, b))
        continue;
      meetings->n_pairs++;
      tied = milieu_graph_edge (search->all, a, b) != MILIEU_NO_VERTEX;
      meetings->n_tied += tied;
      meetings->n_shared += !tied && partners[b].n > 0;
      if (patrons[b].n > 0)
        consider (search, a, b);
    }
  for (guint i = 0; neighbours && i < neighbours->len; i++)
    {
      guint32 b = g_array_index (neighbours, guint32, i);

      if (b > a && patrons[b].n == 0)
        consider (search, a, b);
    }
  for (guint g = 0; g < MILIEU_N_GRAPHS; g++)
    share_partners (search->basis->graphs[g], search->shared[g], a, -1);
}

/* ---- words ---- */

static MilieuPhrase *
name_of (const MilieuBasis *basis, guint32 vertex)
{
  const MilieuActor *actor = basis->actors[vertex];
  g_autofree char *brief = milieu_short_name (actor->name ? actor->name : actor->record.id);

  return milieu_phrase_text (milieu_phrase_new ("{name}"), "name", brief);
}

static MilieuPhrase *
partner_phrase (const MilieuBasis *basis, const Found *found)
{
  gboolean patron = found->reasons & MILIEU_MEETING_PATRON;
  MilieuPhrase *phrase = found->n_partners == 1
    ? milieu_phrase_new (patron ? N_("both tied to {partner} if institutional ties count") : N_("both tied to {partner}"))
    : patron ? milieu_phrase_new_plural ("both tied to {partner} and {count} other if institutional ties count",
                                         "both tied to {partner} and {count} others if institutional ties count",
                                         found->n_partners - 1)
             : milieu_phrase_new_plural ("both tied to {partner} and {count} other", "both tied to {partner} and {count} others",
                                         found->n_partners - 1);

  return milieu_phrase_phrase (phrase, "partner", name_of (basis, found->partner));
}

static MilieuPhrase *
ghost_phrase (const MilieuBasis *basis, const Found *found)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("{a} and {b}: {reasons}"));
  const MilieuActor *actor = basis->actors[found->a];

  milieu_phrase_phrase (phrase, "a", name_of (basis, found->a));
  milieu_phrase_phrase (phrase, "b", name_of (basis, found->b));
  if (found->n_partners > 0)
    milieu_phrase_list (phrase, "reasons", partner_phrase (basis, found), ", ");
  if (found->reasons & MILIEU_MEETING_PLACE)
    milieu_phrase_list (phrase, "reasons",
                        milieu_phrase_text (milieu_phrase_new (N_("both in {town}")), "town",
                                            actor->municipality ? actor->municipality : actor->insee), ", ");
  return phrase;
}

static MilieuPhrase *
meetings_phrase (const MilieuMeetings *meetings)
{
  MilieuPhrase *phrase = milieu_phrase_new_plural ("{tied} of {count} pair is tied directly, {shared} more share a partner; {ghosts} could meet.",
                                                   "{tied} of {count} pairs are tied directly, {shared} more share a partner; {ghosts} could meet.",
                                                   meetings->n_pairs);

  milieu_phrase_number (phrase, "tied", meetings->n_tied, 0);
  milieu_phrase_number (phrase, "shared", meetings->n_shared, 0);
  return milieu_phrase_number (phrase, "ghosts", meetings->n_ghosts_in_all, 0);
}

static void
take_ghosts (MilieuMeetings *meetings, Search *search)
{
  const MilieuBasis *basis = search->basis;

  keep_best (search);
  meetings->n_ghosts_in_all = search->n_found;
  meetings->n_ghosts = search->found->len;
  meetings->ghosts = g_new0 (MilieuGhost, meetings->n_ghosts + 1);
  for (guint i = 0; i < meetings->n_ghosts; i++)
    {
      const Found *found = &g_array_index (search->found, Found, i);

      meetings->ghosts[i] = (MilieuGhost) {
        basis->actors[found->a]->record.key, basis->actors[found->b]->record.key, found->steps, found->reasons,
        found->n_partners, found->n_partners > 0 ? basis->actors[found->partner]->record.key : MILIEU_NO_KEY, found->gain,
        ghost_phrase (basis, found) };
    }
}

MilieuMeetings *
milieu_could_meet (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuMeetingRequest *request, const gint *cancel)
{
  g_autoptr (MilieuBasis) basis = milieu_basis_new (snapshot, filter, MILIEU_NO_KEY, cancel);
  g_autoptr (MilieuMeetings) meetings = g_new0 (MilieuMeetings, 1);
  MilieuMeetingRequest everybody = { 0 };
  Search search = { basis };

  search_begin (&search, request ? request : &everybody);
  meetings->revision = milieu_snapshot_revision (snapshot);
  for (guint v = 0; v < basis->n && !milieu_basis_cancelled (basis); v++)
    if (search.chosen[v])
      {
        meetings->n_actors++;
        search_from (&search, meetings, v);
      }
  take_ghosts (meetings, &search);
  search_end (&search);
  meetings->sentence = meetings_phrase (meetings);
  meetings->caution = milieu_phrase_new (N_("A tie that nobody recorded is not an absent one: look into these pairs before tying them."));
  return milieu_basis_cancelled (basis) ? NULL : g_steal_pointer (&meetings);
}

guint32 *
milieu_meeting_places (MilieuSnapshot *snapshot, const MilieuFilter *filter, guint *n)
{
  g_autoptr (MilieuBasis) basis = milieu_basis_new (snapshot, filter, MILIEU_NO_KEY, NULL);
  guint32 *keys = g_new (guint32, basis->n + 1);

  *n = 0;
  for (guint v = 0; v < basis->n; v++)
    if (milieu_basis_is_meeting_place (basis, v))
      keys[(*n)++] = basis->actors[v]->record.key;
  return keys;
}

void
milieu_meetings_free (MilieuMeetings *meetings)
{
  for (guint i = 0; i < meetings->n_ghosts; i++)
    milieu_phrase_free (meetings->ghosts[i].sentence);
  g_free (meetings->ghosts);
  milieu_phrase_free (meetings->sentence);
  milieu_phrase_free (meetings->caution);
  g_free (meetings);
}
