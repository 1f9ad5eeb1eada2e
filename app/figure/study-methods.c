/* Methods, whose every number is live, and the sources behind what is shown. */
#include "figure/study-private.h"

#include "milieu-config.h"

#include "reading/literature.h"
#include "reading/study-window.h"

#include <math.h>
#include <string.h>

/* ---- methods ---- */

static MilieuPhrase *
data_phrase (const MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  MilieuPhrase *phrase = milieu_phrase_new (N_("Read are {actors} and {ties}: {dyads_interaction} pairs of actors by interactions, {dyads_all} with institutional ties. {dated} of {datable} ties between them, location ties included, are dated. Location ties enter no measure of the network, works are no interlocutors."));

  milieu_phrase_phrase (phrase, "actors", milieu_phrase_new_plural ("{count} actor", "{count} actors", reading->n_actors));
  milieu_phrase_phrase (phrase, "ties", milieu_phrase_new_plural ("{count} tie", "{count} ties", reading->n_ties));
  milieu_phrase_number (phrase, "dyads_interaction", reading->n_dyads[MILIEU_GRAPH_INTERACTION], 0);
  milieu_phrase_number (phrase, "dyads_all", reading->n_dyads[MILIEU_GRAPH_ALL], 0);
  milieu_phrase_number (phrase, "dated", reading->n_dated, 0);
  return milieu_phrase_number (phrase, "datable", reading->n_datable, 0);
}

static MilieuPhrase *
question_phrase (const MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  const MilieuFilter *filter = &reading->filter;
  MilieuPhrase *phrase = milieu_phrase_new (N_("Evidence set: {evidence}; {grounds}; {scope}; {year}; {slice}."));

  milieu_phrase_phrase (phrase, "evidence", milieu_phrase_new (milieu_vocabulary_label (MILIEU_VOCABULARY_EVIDENCE, filter->evidence)));
  milieu_phrase_phrase (phrase, "grounds", milieu_phrase_new (filter->suggested ? N_("suggested grounds fill empty ones") : N_("grounds of the source alone")));
  milieu_phrase_phrase (phrase, "scope", milieu_phrase_new (filter->all_scopes ? N_("actors of every scope") : N_("core actors")));
  milieu_phrase_phrase (phrase, "year", reading->year
    ? milieu_phrase_year (milieu_phrase_new (N_("reference year {year}")), "year", reading->year)
    : milieu_phrase_new (N_("no reference year")));
  return milieu_phrase_phrase (phrase, "slice", filter->slice
    ? milieu_phrase_year (milieu_phrase_new (N_("only what is active in {year}")), "year", filter->slice)
    : milieu_phrase_new (N_("all years together")));
}

static MilieuPhrase *
chance_phrase (const MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  const MilieuResult *coupling = milieu_reading_find (reading, "L1a", MILIEU_SIDE_BOTH);
  g_autofree char *seed = g_strdup_printf ("%" G_GINT64_FORMAT, reading->seed);
  const MilieuResult *communities = milieu_reading_find (reading, "4.7", MILIEU_SIDE_INTERACTIONIST);
  double rewirings = communities ? milieu_result_part (communities, "rewirings") : NAN;
  MilieuPhrase *phrase = milieu_phrase_new (rewirings > 0
    ? N_("Null models are drawn with seed {seed}: grounds permuted among the actors with ties {draws} times, ties rewired {rewirings} times with every degree kept.")
    : N_("Null models are drawn with seed {seed}: grounds permuted among the actors with ties {draws} times."));

  milieu_phrase_text (phrase, "seed", seed);
  milieu_phrase_number (phrase, "rewirings", rewirings, 0);
  return milieu_phrase_number (phrase, "draws", coupling ? milieu_result_part (coupling, "draws") : NAN, 0);
}

static MilieuPhrase *
verdict_phrase (const MilieuChapter *chapter)
{
  const MilieuVerdict *verdict = chapter->parts->reading->verdict;
  MilieuPhrase *phrase = milieu_phrase_new (N_("The verdict was made again with {draws} draws of its thresholds (the same in {draws_same}) and without each of {removals} actors in turn (the same in {removals_same})."));

  milieu_phrase_number (phrase, "draws", verdict->draws, 0);
  milieu_phrase_number (phrase, "draws_same", verdict->draws_same, 0);
  milieu_phrase_number (phrase, "removals", verdict->removals, 0);
  return milieu_phrase_number (phrase, "removals_same", verdict->removals_same, 0);
}

/* the convention that the verdict applied: its own, or what of it this map has changed */
static void
add_convention (MilieuChapter *chapter)
{
  const MilieuVerdict *verdict = chapter->parts->reading->verdict;

  if (verdict->changes)
    milieu_chapter_phrase (chapter, milieu_phrase_copy (verdict->changes));
  else
    milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH,
                         milieu_chapter_words (chapter, N_("Thresholds and tie classes are those of the convention.")));
}

static MilieuPhrase *
uncertainty_phrase (const MilieuUncertainty *uncertainty)
{
  MilieuPhrase *phrase = milieu_phrase_new (N_("Rank intervals come from {bootstraps} draws of the ties with replacement, bands from hiding 10, 20 and 30 per cent of them {hidings} times. The most central actor by interactions stays the same in {same} of {bootstraps} draws."));

  milieu_phrase_number (phrase, "bootstraps", uncertainty->bootstraps, 0);
  milieu_phrase_number (phrase, "hidings", uncertainty->hidings, 0);
  return milieu_phrase_number (phrase, "same", uncertainty->same_centre[MILIEU_GRAPH_INTERACTION], 0);
}

static MilieuPhrase *
window_phrase (const MilieuChapter *chapter)
{
  const char *setting = milieu_snapshot_setting (chapter->parts->snapshot, MILIEU_SETTING_STUDY_WINDOW);

  return milieu_phrase_phrase (milieu_phrase_new (N_("The pattern of places is held against chance within this window: {window}.")),
                               "window", milieu_study_window_name (setting));
}

void
milieu_study_methods (MilieuChapter *chapter)
{
  const MilieuStudyParts *parts = chapter->parts;
  g_autofree char *made = NULL;

  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Methods")));
  milieu_chapter_phrase (chapter, data_phrase (chapter));
  milieu_chapter_phrase (chapter, question_phrase (chapter));
  milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, milieu_chapter_words (chapter, N_("Betweenness: Brandes 2001. Constraint: Burt 1992; effective size: Borgatti 1997. Brokerage: Gould and Fernandez 1989. Cores: Seidman 1983; communities: Leiden, Traag and others 2019. Robustness: Schneider and others 2011. E-I index: Krackhardt and Stern 1988. Nearest neighbours: Clark and Evans 1954, corrected after Donnelly 1978. Distances are measured in Lambert-93.")));
  milieu_chapter_phrase (chapter, window_phrase (chapter));
  milieu_chapter_phrase (chapter, chance_phrase (chapter));
  if (parts->reading->verdict && parts->reading->verdict->draws > 0)
    {
      milieu_chapter_phrase (chapter, verdict_phrase (chapter));
      add_convention (chapter);
    }
  if (parts->uncertainty && parts->uncertainty->n_ranks > 0)
    milieu_chapter_phrase (chapter, uncertainty_phrase (parts->uncertainty));
  milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, milieu_chapter_words (chapter, N_("Ties come from documents: a tie that nobody recorded is not an absent one. Data gathered through categories cannot confirm them.")));
  made = parts->hash ? g_strdup_printf ("Milieu %s · SHA-256 %s", MILIEU_VERSION, parts->hash) : g_strdup_printf ("Milieu %s", MILIEU_VERSION);
  milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, made);
}

/* ---- works ---- */

void
milieu_study_literature (MilieuChapter *chapter)
{
  g_autoptr (GPtrArray) works = milieu_literature_of (chapter->parts->reading);

  if (works->len == 0)
    return;
  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Works behind the methods")));
  for (guint i = 0; i < works->len; i++)
    milieu_chapter_text (chapter, MILIEU_BLOCK_ITEM, works->pdata[i]);
}

/* ---- sources ---- */

/* what a source says of what is shown; quotes once each, in the order of claims */
typedef struct
{
  guint claims;
  GPtrArray *quotes; /* borrowed from claims */
} Cited;

static gboolean
is_shown (const MilieuStudyParts *parts, const MilieuClaim *claim, const guint8 *ties)
{
  if (claim->subject_type == MILIEU_RECORD_ACTOR)
    return milieu_reading_actor (parts->reading, claim->subject_key) != NULL;
  return claim->subject_type == MILIEU_RECORD_TIE && milieu_snapshot_tie (parts->snapshot, claim->subject_key) && ties[claim->subject_key];
}

static void
cite (Cited *cited, const MilieuClaim *claim)
{
  cited->claims++;
  if (!claim->quote)
    return;
  if (!cited->quotes)
    cited->quotes = g_ptr_array_new ();
  for (guint i = 0; i < cited->quotes->len; i++)
    if (strcmp (cited->quotes->pdata[i], claim->quote) == 0)
      return;
  g_ptr_array_add (cited->quotes, claim->quote);
}

static char *
source_words (const MilieuChapter *chapter, const MilieuSource *source, guint claims)
{
  g_autofree char *date = milieu_date_format (source->date);
  g_autoptr (MilieuPhrase) used = milieu_phrase_new_plural ("{count} claim", "{count} claims", claims);
  g_autofree char *count = milieu_phrase_words (used, chapter->language);
  const char *name = source->citation ? source->citation : source->title ? source->title : source->record.id;
  GString *words = g_string_new (name);

  if (*date && !strstr (name, date))
    g_string_append_printf (words, ", %s", date);
  if (source->address && !strstr (name, source->address))
    g_string_append_printf (words, ", %s", source->address);
  g_string_append_printf (words, " (%s)", count);
  return g_string_free (words, FALSE);
}

static void
add_source (MilieuChapter *chapter, const MilieuSource *source, Cited *cited)
{
  g_autofree char *words = source_words (chapter, source, cited->claims);

  milieu_chapter_text (chapter, MILIEU_BLOCK_ITEM, words);
  for (guint i = 0; cited->quotes && i < cited->quotes->len; i++)
    milieu_chapter_text (chapter, MILIEU_BLOCK_QUOTE, cited->quotes->pdata[i]);
  g_clear_pointer (&cited->quotes, g_ptr_array_unref);
}

void
milieu_study_sources (MilieuChapter *chapter)
{
  const MilieuStudyParts *parts = chapter->parts;
  MilieuSnapshot *snapshot = parts->snapshot;
  g_autofree guint8 *actors = milieu_filter_actors (parts->filter, snapshot, FALSE);
  g_autofree guint8 *ties = milieu_filter_ties (parts->filter, snapshot, actors, FALSE);
  guint n_claims, n_sources;
  g_autofree guint32 *claims = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_CLAIM, &n_claims);
  g_autofree guint32 *sources = milieu_snapshot_sorted (snapshot, MILIEU_RECORD_SOURCE, &n_sources);
  g_autofree Cited *cited = g_new0 (Cited, milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_SOURCE) + 1);
  guint n = 0;

  for (guint i = 0; i < n_claims; i++)
    {
      const MilieuClaim *claim = milieu_snapshot_claim (snapshot, claims[i]);

      if (claim->source != MILIEU_NO_KEY && milieu_snapshot_source (snapshot, claim->source) && is_shown (parts, claim, ties))
        cite (&cited[claim->source], claim);
    }
  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Sources behind what is shown")));
  for (guint i = 0; i < n_sources; i++)
    if (cited[sources[i]].claims > 0)
      {
        add_source (chapter, milieu_snapshot_source (snapshot, sources[i]), &cited[sources[i]]);
        n++;
      }
  if (n == 0)
    milieu_chapter_text (chapter, MILIEU_BLOCK_PARAGRAPH, milieu_chapter_words (chapter, N_("No source is recorded.")));
}
