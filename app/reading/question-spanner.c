/* §5.2: who spans the grounds, and what do they do? */
#include "reading/questions.h"

#include "reading/documentation.h"
#include "reading/tail.h"

#include <math.h>
#include <string.h>

#define MANY_BROKERS 20

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_distribution (MilieuResult *answer, const char *table, const char **words, guint n)
{
  qsort (words, n, sizeof (char *), compare_words);
  for (guint i = 0, run; i < n; i += run)
    {
      for (run = 1; i + run < n && strcmp (words[i], words[i + run]) == 0; run++);
      milieu_result_add_cell (answer, table, NULL, words[i], run);
    }
}

static gboolean
is_interaction_of (const MilieuBasis *basis, guint tie, guint32 vertex)
{
  return basis->classes[tie] == MILIEU_CLASS_INTERACTION
         && (milieu_basis_source (basis, basis->ties[tie]) == vertex || milieu_basis_target (basis, basis->ties[tie]) == vertex);
}

/* what the first broker does: types of ties, and when each began */
static void
add_ties (const MilieuBasis *basis, guint32 broker, MilieuResult *answer)
{
  g_autofree const char **types = g_new (const char *, basis->n_ties + 1);
  g_autofree guint8 *ties = milieu_basis_no_ties (basis);
  guint n = 0;

  for (guint i = 0; i < basis->n_ties; i++)
    if (is_interaction_of (basis, i, broker))
      {
        ties[i] = 1;
        types[n++] = milieu_basis_type_id (basis, basis->ties[i]);
      }
  milieu_result_behind (answer, basis, NULL, ties);
  add_distribution (answer, "types", types, n);
  for (guint i = 0; i < basis->n_ties; i++)
    {
      guint year = ties[i] ? milieu_date_year (basis->ties[i]->start) : 0;
      if (ties[i])
        milieu_result_add_cell (answer, "career", NULL, basis->ties[i]->record.id, year > 0 ? year : NAN);
    }
}

/* with whom: each partner once */
static void
add_partners (const MilieuBasis *basis, guint32 broker, MilieuResult *answer)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  guint n = milieu_graph_degree (graph, broker);
  g_autofree const char **grounds = g_new (const char *, n + 1);
  g_autofree const char **kinds = g_new (const char *, n + 1);
  g_autofree const char **sectors = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint32 partner = graph->neighbours[graph->first[broker] + i];
      const char *kind = milieu_basis_kind_id (basis, basis->actors[partner]);
      grounds[i] = milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, basis->grounds[partner]);
      kinds[i] = *kind ? kind : "none";
      sectors[i] = basis->actors[partner]->sector ? basis->actors[partner]->sector : "none";
    }
  add_distribution (answer, "grounds", grounds, n);
  add_distribution (answer, "kinds", kinds, n);
  add_distribution (answer, "sectors", sectors, n);
}

static void
add_brokers (const MilieuBasis *basis, const guint32 *brokers, guint n, MilieuResult *answer)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  const MilieuMeasures *measures = basis->measures[MILIEU_GRAPH_INTERACTION];

  for (guint i = 0; i < MIN (n, MANY_BROKERS); i++)
    {
      guint32 v = brokers[i];
      const char *id = basis->actors[v]->record.id;
      milieu_result_add_cell (answer, "brokers", id, "crossing", milieu_brokerage (&measures->roles[v]));
      milieu_result_add_cell (answer, "brokers", id, "betweenness", measures->betweenness[v]);
      milieu_result_add_cell (answer, "brokers", id, "participation", measures->participation[v]);
      milieu_result_add_cell (answer, "brokers", id, "constraint", measures->constraint[v]);
      milieu_result_add_cell (answer, "brokers", id, "loss", milieu_graph_dependence (graph, basis->grounds, v).value);
    }
}

static guint
count_grounds_around (const MilieuBasis *basis, const MilieuGraph *graph, guint32 vertex)
{
  guint mask = 0, n = 0;

  for (guint i = graph->first[vertex]; i < graph->first[vertex + 1]; i++)
    mask |= 1u << basis->grounds[graph->neighbours[i]];
  for (guint g = MILIEU_GROUND_UPPERGROUND; g < MILIEU_N_GROUNDS; g++)
    n += mask >> g & 1;
  return n;
}

/* the types of an actor's interactions, each with its number, in the order of ids of ties */
static void
list_types (const MilieuBasis *basis, guint32 vertex, MilieuPhrase *phrase)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < basis->n_ties; i++)
      {
        const MilieuTieType *type = milieu_snapshot_type (basis->snapshot, basis->ties[i]->type);
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, type));
        if (!is_interaction_of (basis, i, vertex))
          continue;
        if (pass == 0)
          g_hash_table_insert (counts, (gpointer) type, GUINT_TO_POINTER (count + 1));
        else if (g_hash_table_remove (counts, type))
          {
            MilieuPhrase *one = milieu_phrase_new (N_("{type} ({count})"));
            milieu_phrase_phrase (one, "type", milieu_phrase_new (g_intern_string (type->label ? type->label : type->record.id)));
            milieu_phrase_list (phrase, "types", milieu_phrase_number (one, "count", count, 0), N_(", "));
          }
      }
}

/* how many actors owe all their ties to one list */
static guint
count_whole_lists (const MilieuDocumentation *documentation)
{
  guint n = 0;

  for (guint i = 0; i < documentation->n_actors; i++)
    n += documentation->actors[i].ego_sampled && documentation->actors[i].from_block == documentation->actors[i].ties;
  return n;
}

static MilieuPhrase *
caution_of (const MilieuBasis *basis, guint32 broker, MilieuResult *answer)
{
  g_autoptr (MilieuDocumentation) documentation = milieu_documentation_new (basis->snapshot, basis->filter);
  const MilieuActorDocumentation *actor = milieu_documentation_find (documentation, basis->actors[broker]->record.key);
  gboolean whole = actor->ego_sampled && actor->from_block == actor->ties;

  milieu_result_add (milieu_result_add (answer, "ego_sampled", actor->ego_sampled), "from_one_list", actor->from_block);
  if (whole && count_whole_lists (documentation) == 1)
    return milieu_phrase_new (N_("the only actor whose ego network is exhaustive: one list tells all of its ties, those of the others are known by chance"));
  if (actor->ego_sampled)
    return milieu_phrase_new (N_("one list tells most of its ties, while those of the others are known by chance"));
  return milieu_phrase_new (N_("its ties come from documents; those that nobody wrote down are missing"));
}

static MilieuPhrase *
sentence_of (const MilieuBasis *basis, guint32 broker, MilieuResult *answer)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  const MilieuRoles *roles = &basis->measures[MILIEU_GRAPH_INTERACTION]->roles[broker];
  guint64 before = milieu_graph_cross_pairs (graph, basis->grounds, MILIEU_NO_VERTEX);
  guint64 after = milieu_graph_cross_pairs (graph, basis->grounds, broker);
  MilieuPhrase *phrase = milieu_phrase_new (N_("{name} links {grounds} through {ties}; of {pairs} brokered pairs, {liaison} liaison, {gatekeeper} gatekeeper/representative, {itinerant} itinerant. Removing it loses {loss} of connected cross-ground pairs. Tie types: {types}. Caution: {caveat}."));

  milieu_phrase_text (phrase, "name", basis->actors[broker]->name ? basis->actors[broker]->name : basis->actors[broker]->record.id);
  milieu_phrase_phrase (phrase, "grounds", milieu_phrase_new_plural ("{count} ground", "{count} grounds",
                                                                     count_grounds_around (basis, graph, broker)));
  milieu_phrase_phrase (phrase, "ties", milieu_phrase_new_plural ("{count} tie", "{count} ties",
                                                                  milieu_graph_degree (graph, broker)));
  milieu_phrase_number (phrase, "pairs", roles->coordinator + roles->itinerant + roles->gatekeeper + roles->liaison, 0);
  milieu_phrase_number (phrase, "liaison", roles->liaison, 0);
  milieu_phrase_number (phrase, "gatekeeper", roles->gatekeeper, 0);
  milieu_phrase_number (phrase, "itinerant", roles->itinerant, 0);
  milieu_phrase_phrase (phrase, "loss", milieu_percentage_phrase (before - after, before, basis->n));
  milieu_result_add (milieu_result_add (answer, "before", before), "after", after);
  list_types (basis, broker, phrase);
  return milieu_phrase_phrase (phrase, "caveat", caution_of (basis, broker, answer));
}

MilieuPhrase *
milieu_ask_spanner (const MilieuBasis *basis, MilieuResult *answer)
{
  const MilieuGraph *graph = basis->graphs[MILIEU_GRAPH_INTERACTION];
  g_autofree guint32 *brokers = g_new (guint32, basis->n + 1);
  guint n = milieu_brokers_rank (basis->measures[MILIEU_GRAPH_INTERACTION], basis->n, brokers);

  if (n == 0)
    return milieu_answer_refuse (answer, milieu_phrase_new (N_("Not evaluable: nobody links two actors of different grounds. Enter interactions, and the grounds of their ends.")));
  milieu_result_set (answer, milieu_graph_dependence (graph, basis->grounds, brokers[0]).value, 2);
  milieu_result_add_text (answer, "actor", basis->actors[brokers[0]]->record.id);
  add_brokers (basis, brokers, n, answer);
  add_ties (basis, brokers[0], answer);
  add_partners (basis, brokers[0], answer);
  milieu_result_rank (answer, basis, brokers, n);
  return sentence_of (basis, brokers[0], answer);
}
