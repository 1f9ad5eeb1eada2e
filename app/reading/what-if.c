#include "reading/what-if.h"

#include "model/short-name.h"
#include "reading/basis.h"
#include "reading/documentation.h"

#include <math.h>

/* names in a sentence before it says "and 3 more" */
#define MOST_NAMES 6

/* ---- who leaves ---- */

static guint8 *
mark_gone (const MilieuBasis *basis, const MilieuDeparture *departure)
{
  guint8 *gone = milieu_basis_no_actors (basis);

  for (guint i = 0; i < departure->n_actors; i++)
    if (departure->actors[i] < basis->n_actor_keys && basis->vertex[departure->actors[i]] != MILIEU_NO_VERTEX)
      gone[basis->vertex[departure->actors[i]]] = 1;
  for (guint v = 0; v < basis->n; v++)
    if (departure->grounds & (1u << basis->grounds[v]))
      gone[v] = 1;
  return gone;
}

static void
take_gone (MilieuWhatIf *what_if, const MilieuBasis *basis, const MilieuDeparture *departure, const guint8 *gone)
{
  what_if->gone = g_new (guint32, basis->n + 1);
  what_if->gone_ties = g_new (guint32, basis->n_ties + 1);
  for (guint v = 0; v < basis->n; v++)
    if (gone[v])
      what_if->gone[what_if->n_gone++] = basis->actors[v]->record.key;
  for (guint i = 0; i < basis->n_ties; i++)
    if (gone[milieu_basis_source (basis, basis->ties[i])] || gone[milieu_basis_target (basis, basis->ties[i])]
        || (departure->institutional_ties && basis->classes[i] == MILIEU_CLASS_INSTITUTION))
      what_if->gone_ties[what_if->n_gone_ties++] = basis->ties[i]->record.key;
  what_if->n_before = basis->n;
  what_if->n_after = basis->n - what_if->n_gone;
}

/* ---- what is lost ---- */

static gboolean
in_main (const MilieuComponents *components, guint v)
{
  return components->of[v] == 0 && components->sizes[0] > 1;
}

static void
take_loss (MilieuLoss *loss, const MilieuGraph *before, const MilieuGraph *remaining, const guint8 *gone)
{
  g_autoptr (MilieuGraph) after = milieu_graph_without (remaining, gone);
  g_autoptr (MilieuComponents) first = milieu_components_new (before);
  g_autoptr (MilieuComponents) then = milieu_components_new (after);
  guint w = 0;

  loss->component_before = first->n_components > 0 ? first->sizes[0] : 0;
  loss->component_after = then->n_components > 0 ? then->sizes[0] : 0;
  loss->pairs_before = milieu_graph_cross_pairs (before, NULL, MILIEU_NO_VERTEX);
  loss->pairs_after = milieu_graph_cross_pairs (after, NULL, MILIEU_NO_VERTEX);
  loss->dropped = g_new (guint32, before->n + 1);
  loss->stranded = g_new (guint32, before->n + 1);
  for (guint v = 0; v < before->n; v++)
    {
      if (gone[v])
        continue;
      if (in_main (first, v) && !in_main (then, w))
        loss->dropped[loss->n_dropped++] = before->actors[v];
      if (milieu_graph_degree (before, v) > 0 && milieu_graph_degree (after, w) == 0)
        loss->stranded[loss->n_stranded++] = before->actors[v];
      w++;
    }
}

double
milieu_loss_share (const MilieuLoss *loss)
{
  return loss->pairs_before > 0 ? 1 - (double) loss->pairs_after / loss->pairs_before : NAN;
}

/* ---- words ---- */

static MilieuPhrase *
name_phrase (const MilieuBasis *basis, guint32 key)
{
  const MilieuActor *actor = milieu_snapshot_actor (basis->snapshot, key);
  g_autofree char *brief = milieu_short_name (actor->name ? actor->name : actor->record.id);

  return milieu_phrase_text (milieu_phrase_new ("{name}"), "name", brief);
}

static void
list_names (MilieuPhrase *phrase, const MilieuBasis *basis, const guint32 *keys, guint n)
{
  guint told = n > MOST_NAMES + 1 ? MOST_NAMES : n;

  for (guint i = 0; i < told; i++)
    milieu_phrase_list (phrase, "names", name_phrase (basis, keys[i]), ", ");
  if (told < n)
    milieu_phrase_list (phrase, "names", milieu_phrase_new_plural ("{count} more", "{count} more", n - told), ", ");
}

static MilieuPhrase *
ground_phrase (MilieuGround ground)
{
  static const char *const names[] = { N_("all actors without a ground"), N_("the whole upperground"), N_("the whole emerging ground"),
                                       N_("the whole middleground"), N_("the whole underground") };

  return milieu_phrase_new (names[ground]);
}

static MilieuPhrase *
banner_phrase (const MilieuBasis *basis, const MilieuDeparture *departure, const guint8 *gone)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("Simulation: without {names}. The project is not changed."));
  g_autofree guint32 *named = g_new (guint32, basis->n + 1);
  guint n = 0;

  for (guint v = 0; v < basis->n; v++)
    if (gone[v] && !(departure->grounds & (1u << basis->grounds[v])))
      named[n++] = basis->actors[v]->record.key;
  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    if (departure->grounds & (1u << g))
      milieu_phrase_list (phrase, "names", ground_phrase (g), ", ");
  if (departure->institutional_ties)
    milieu_phrase_list (phrase, "names", milieu_phrase_new (N_("all institutional ties")), ", ");
  list_names (phrase, basis, named, n);
  if (n > 0 || departure->grounds || departure->institutional_ties)
    return phrase;
  milieu_phrase_free (phrase);
  return milieu_phrase_new (N_("Simulation: nobody leaves. The project is not changed."));
}

static MilieuPhrase *
pairs_phrase (const MilieuLoss *loss)
{
  /* xgettext:no-c-format */
  const char *msgid = N_("Cross-ground pairs that can reach each other: {before} → {after} (−{share}%).");
  MilieuPhrase *phrase;

  if (loss->pairs_before == 0)
    return milieu_phrase_new (N_("No cross-ground pair could reach each other before."));
  phrase = milieu_phrase_number (milieu_phrase_new (msgid), "before", loss->pairs_before, 0);
  milieu_phrase_number (phrase, "after", loss->pairs_after, 0);
  return milieu_phrase_number (phrase, "share", 100 * milieu_loss_share (loss), 0);
}

static MilieuPhrase *
sentence_phrase (const MilieuBasis *basis, const MilieuLoss *loss)
{
  MilieuPhrase *sentence = milieu_phrase_new (N_("{pairs} Largest component: {before} → {after} actors. {dropped}"));
  MilieuPhrase *dropped = loss->n_dropped == 0
    ? milieu_phrase_new (N_("Nobody else drops out of it."))
    : milieu_phrase_new_plural ("{count} actor drops out of it: {names}.", "{count} actors drop out of it: {names}.",
                                loss->n_dropped);

  list_names (dropped, basis, loss->dropped, loss->n_dropped);
  milieu_phrase_phrase (sentence, "pairs", pairs_phrase (loss));
  milieu_phrase_number (sentence, "before", loss->component_before, 0);
  milieu_phrase_number (sentence, "after", loss->component_after, 0);
  return milieu_phrase_phrase (sentence, "dropped", dropped);
}

static MilieuPhrase *
caution_phrase (const MilieuBasis *basis, const MilieuWhatIf *what_if)
{
  MilieuPhrase *general = milieu_phrase_new (N_("Only documented ties are taken away: others may hold what seems to fall apart."));
  g_autoptr (MilieuDocumentation) documentation = NULL;
  MilieuPhrase *ego, *both;

  if (what_if->n_gone != 1)
    return general;
  documentation = milieu_documentation_new (basis->snapshot, basis->filter);
  ego = milieu_ego_caution (milieu_documentation_find (documentation, what_if->gone[0]));
  if (!ego)
    return general;
  both = milieu_phrase_phrase (milieu_phrase_new ("{ego} {general}"), "ego", ego);
  return milieu_phrase_phrase (both, "general", general);
}

/* ---- the whole ---- */

MilieuWhatIf *
milieu_what_if_new (MilieuSnapshot *snapshot, const MilieuFilter *filter, const MilieuDeparture *departure, const gint *cancel)
{
  g_autoptr (MilieuBasis) basis = milieu_basis_new (snapshot, filter, MILIEU_NO_KEY, cancel);
  g_autofree guint8 *gone = mark_gone (basis, departure);
  MilieuGraph *interactions = basis->graphs[MILIEU_GRAPH_INTERACTION], *all = basis->graphs[MILIEU_GRAPH_ALL];
  MilieuWhatIf *what_if;

  if (milieu_basis_cancelled (basis))
    return NULL;
  what_if = g_new0 (MilieuWhatIf, 1);
  what_if->revision = milieu_snapshot_revision (snapshot);
  what_if->graph = departure->institutional_ties ? MILIEU_GRAPH_ALL : MILIEU_GRAPH_INTERACTION;
  take_gone (what_if, basis, departure, gone);
  take_loss (&what_if->losses[MILIEU_GRAPH_INTERACTION], interactions, interactions, gone);
  take_loss (&what_if->losses[MILIEU_GRAPH_ALL], all, departure->institutional_ties ? interactions : all, gone);
  what_if->banner = banner_phrase (basis, departure, gone);
  what_if->sentence = sentence_phrase (basis, &what_if->losses[what_if->graph]);
  what_if->caution = caution_phrase (basis, what_if);
  return what_if;
}

void
milieu_what_if_free (MilieuWhatIf *what_if)
{
  for (guint i = 0; i < MILIEU_N_GRAPHS; i++)
    {
      g_free (what_if->losses[i].dropped);
      g_free (what_if->losses[i].stranded);
    }
  g_free (what_if->gone);
  g_free (what_if->gone_ties);
  milieu_phrase_free (what_if->banner);
  milieu_phrase_free (what_if->sentence);
  milieu_phrase_free (what_if->caution);
  g_free (what_if);
}
