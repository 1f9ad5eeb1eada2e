#include "reading/documentation.h"

#include "reading/basis.h"

#include <string.h>

/* one source that speaks of one actor, or quotes one of his ties */
typedef struct
{
  guint32 vertex;
  guint32 source; /* place among the sources by id */
  guint32 block;  /* of what it quotes about that actor's ties, the claims that belong together; 0 before it is known */
  guint32 order;  /* of the claim, among those of the source that quote a tie */
  guint32 tie;
  const char *quote; /* (nullable) */
} Telling;

static int
compare_tellings (gconstpointer p, gconstpointer q)
{
  const Telling *a = p, *b = q;

  if (a->vertex != b->vertex)
    return a->vertex < b->vertex ? -1 : 1;
  if (a->source != b->source)
    return a->source < b->source ? -1 : 1;
  if (a->block != b->block)
    return a->block < b->block ? -1 : 1;
  if (a->block == 0)
    return (a->order > b->order) - (a->order < b->order);
  return (a->tie > b->tie) - (a->tie < b->tie);
}

typedef struct
{
  MilieuBasis *basis;
  MilieuDocumentation *documentation;
  guint32 *sources;      /* keys, by id */
  guint n_sources;
  guint32 *place;        /* of each source key among them */
  guint8 *asked;         /* ties of the evidence set between the n, location ones included */
  guint8 *counted;       /* of those, interaction and institution ones */
  guint32 *quoted;       /* of each source, how many of its claims quoted a tie so far */
  GArray *actors, *ties; /* Telling: by any claim; by claims that quote counted ties */
} Count;

static void
count_begin (Count *count)
{
  MilieuBasis *basis = count->basis;
  MilieuSnapshot *snapshot = basis->snapshot;
  g_autofree guint8 *actors = milieu_filter_actors (basis->filter, snapshot, FALSE);
  guint n_ties = milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_TIE);

  count->sources = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_SOURCE, &count->n_sources);
  count->place = g_new0 (guint32, milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_SOURCE) + 1);
  for (guint i = 0; i < count->n_sources; i++)
    count->place[count->sources[i]] = i;
  count->quoted = g_new0 (guint32, count->n_sources + 1);
  count->asked = milieu_filter_ties (basis->filter, snapshot, actors, FALSE);
  count->counted = g_new0 (guint8, n_ties + 1);
  for (guint i = 0; i < basis->n_ties; i++)
    count->counted[basis->ties[i]->record.key] = 1;
  count->actors = g_array_new (FALSE, FALSE, sizeof (Telling));
  count->ties = g_array_new (FALSE, FALSE, sizeof (Telling));
}

static void
count_end (Count *count)
{
  g_free (count->sources);
  g_free (count->place);
  g_free (count->quoted);
  g_free (count->asked);
  g_free (count->counted);
  g_array_unref (count->actors);
  g_array_unref (count->ties);
}

static gboolean
has_source (const Count *count, const MilieuClaim *claim)
{
  return claim->source != MILIEU_NO_KEY && milieu_snapshot_source (count->basis->snapshot, claim->source);
}

static void
tell_actor (Count *count, guint vertex, const MilieuClaim *claim, const MilieuTie *tie)
{
  Telling telling = { .vertex = vertex, .tie = tie ? tie->record.key : MILIEU_NO_KEY, .quote = claim->quote };

  if (vertex == MILIEU_NO_VERTEX)
    return;
  count->documentation->actors[vertex].claims++;
  if (!has_source (count, claim))
    return;
  telling.source = count->place[claim->source];
  telling.order = count->quoted[telling.source];
  g_array_append_val (count->actors, telling);
  if (tie && claim->quote && count->counted[tie->record.key])
    g_array_append_val (count->ties, telling);
}

static void
take_claim (Count *count, const MilieuClaim *claim)
{
  const MilieuBasis *basis = count->basis;
  const MilieuTie *tie;

  if (claim->subject_type == MILIEU_RECORD_ACTOR && claim->subject_key < basis->n_actor_keys)
    {
      guint vertex = basis->vertex[claim->subject_key];
      tell_actor (count, vertex, claim, NULL);
      if (vertex != MILIEU_NO_VERTEX && g_strcmp0 (claim->field, "ties") == 0 && g_strcmp0 (claim->value, "none") == 0)
        count->documentation->actors[vertex].none_found = TRUE;
    }
  if (claim->subject_type != MILIEU_RECORD_TIE)
    return;
  if (claim->quote && has_source (count, claim))
    count->quoted[count->place[claim->source]]++;
  tie = milieu_snapshot_tie (basis->snapshot, claim->subject_key);
  if (!tie || !count->asked[claim->subject_key])
    return;
  tell_actor (count, milieu_basis_source (basis, tie), claim, tie);
  if (tie->target != tie->source)
    tell_actor (count, milieu_basis_target (basis, tie), claim, tie);
}

/* each source once for each actor */
static void
take_sources (Count *count)
{
  g_array_sort (count->actors, compare_tellings);
  for (guint i = 0; i < count->actors->len; i++)
    {
      const Telling *telling = &g_array_index (count->actors, Telling, i);
      const Telling *before = telling - 1;
      MilieuActorDocumentation *actor = &count->documentation->actors[telling->vertex];
      const MilieuSource *source = milieu_snapshot_source (count->basis->snapshot, count->sources[telling->source]);

      if (i > 0 && before->vertex == telling->vertex && before->source == telling->source)
        continue;
      actor->sources++;
      actor->latest = MAX (actor->latest, source->date);
    }
}

static gboolean
is_of_same_source (const Telling *a, const Telling *b)
{
  return a->vertex == b->vertex && a->source == b->source;
}

/* A block is what a source says in one go of an actor: claims with one quote, or
 * lines of a list, that is quotes of his ties that follow one another. */
static void
find_blocks (Count *count)
{
  g_autoptr (GHashTable) blocks = g_hash_table_new (g_str_hash, g_str_equal);
  guint block = 0;

  g_array_sort (count->ties, compare_tellings);
  for (guint i = 0; i < count->ties->len; i++)
    {
      Telling *telling = &g_array_index (count->ties, Telling, i);
      const Telling *before = i > 0 ? telling - 1 : NULL;
      gboolean same = before && is_of_same_source (before, telling);

      if (!same)
        g_hash_table_remove_all (blocks);
      telling->block = GPOINTER_TO_UINT (g_hash_table_lookup (blocks, telling->quote));
      if (telling->block == 0)
        telling->block = same && telling->order <= before->order + 1 ? before->block : ++block;
      g_hash_table_insert (blocks, (gpointer) telling->quote, GUINT_TO_POINTER (telling->block));
    }
}

/* the block that tells most of an actor's ties; of equal ones that of the first source by id */
static void
take_blocks (Count *count)
{
  guint run = 0;

  find_blocks (count);
  g_array_sort (count->ties, compare_tellings);
  for (guint i = 0; i < count->ties->len; i++)
    {
      const Telling *telling = &g_array_index (count->ties, Telling, i);
      const Telling *before = telling - 1;
      MilieuActorDocumentation *actor = &count->documentation->actors[telling->vertex];
      gboolean same = i > 0 && before->vertex == telling->vertex && before->block == telling->block;

      if (same && before->tie == telling->tie)
        continue;
      run = same ? run + 1 : 1;
      if (run > actor->from_block)
        {
          actor->from_block = run;
          actor->block = count->sources[telling->source];
        }
    }
}

static void
conclude (MilieuDocumentation *documentation)
{
  for (guint i = 0; i < documentation->n_actors; i++)
    {
      MilieuActorDocumentation *actor = &documentation->actors[i];

      actor->gauge = actor->sources / (actor->sources + 1.0);
      actor->ego_sampled = actor->ties >= MILIEU_EGO_TIES && 2 * actor->from_block >= actor->ties;
      documentation->n_undocumented += actor->sources == 0;
      documentation->n_ego_sampled += actor->ego_sampled;
      documentation->n_none_found += actor->none_found;
    }
}

MilieuDocumentation *
milieu_documentation_new (MilieuSnapshot *snapshot, const MilieuFilter *filter)
{
  g_autoptr (MilieuBasis) basis = milieu_basis_new (snapshot, filter, MILIEU_NO_KEY, NULL);
  MilieuDocumentation *documentation = g_new0 (MilieuDocumentation, 1);
  Count count = { basis, documentation };
  guint n_claims;
  g_autofree guint32 *claims = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_CLAIM, &n_claims);

  documentation->revision = milieu_snapshot_revision (snapshot);
  documentation->n_actors = basis->n;
  documentation->actors = g_new0 (MilieuActorDocumentation, basis->n + 1);
  for (guint i = 0; i < basis->n; i++)
    {
      documentation->actors[i].actor = basis->actors[i]->record.key;
      documentation->actors[i].block = MILIEU_NO_KEY;
    }
  for (guint i = 0; i < basis->n_ties; i++)
    {
      documentation->actors[milieu_basis_source (basis, basis->ties[i])].ties++;
      documentation->actors[milieu_basis_target (basis, basis->ties[i])].ties++;
    }
  count_begin (&count);
  for (guint i = 0; i < n_claims; i++)
    take_claim (&count, milieu_snapshot_claim (snapshot, claims[i]));
  take_sources (&count);
  take_blocks (&count);
  count_end (&count);
  conclude (documentation);
  return documentation;
}

void
milieu_documentation_free (MilieuDocumentation *documentation)
{
  g_free (documentation->actors);
  g_free (documentation);
}

const MilieuActorDocumentation *
milieu_documentation_find (const MilieuDocumentation *documentation, guint32 actor)
{
  for (guint i = 0; i < documentation->n_actors; i++)
    if (documentation->actors[i].actor == actor)
      return &documentation->actors[i];
  return NULL;
}

MilieuPhrase *
milieu_documentation_phrase (const MilieuActorDocumentation *actor)
{
  MilieuPhrase *phrase;

  if (actor->claims == 0)
    return milieu_phrase_new (N_("nothing recorded about it"));
  phrase = milieu_phrase_new (actor->latest ? N_("{sources}, {claims}, the latest source of {year}")
                                            : N_("{sources}, {claims}"));
  milieu_phrase_phrase (phrase, "sources", milieu_phrase_new_plural ("{count} source", "{count} sources", actor->sources));
  milieu_phrase_phrase (phrase, "claims", milieu_phrase_new_plural ("{count} claim", "{count} claims", actor->claims));
  if (actor->latest)
    milieu_phrase_year (phrase, "year", milieu_date_year (actor->latest));
  if (!actor->none_found)
    return phrase;
  return milieu_phrase_phrase (milieu_phrase_new (N_("{documentation}; its ties were looked for and none was found")),
                               "documentation", phrase);
}

MilieuPhrase *
milieu_ego_caution (const MilieuActorDocumentation *actor)
{
  MilieuPhrase *phrase;

  if (!actor->ego_sampled)
    return NULL;
  phrase = milieu_phrase_new (actor->from_block == actor->ties
    ? N_("All {ties} ties come from one list of quotes: its place may be made by that list.")
    : N_("{block} of its {ties} ties come from one list of quotes: its place may be made by that list."));
  milieu_phrase_number (phrase, "block", actor->from_block, 0);
  return milieu_phrase_number (phrase, "ties", actor->ties, 0);
}
