/* Map, network, slope chart, and how far to trust the numbers. */
#include "figure/study-private.h"

#include "figure/page.h"
#include "figure/slope-chart.h"
#include "model/short-name.h"
#include "reading/documentation.h"
#include "reading/indicator.h"
#include "reading/persons.h"

#include <math.h>

/* actors whose rank intervals are listed */
#define MOST_RANKED 5

/* ---- map and network ---- */

/* a map that was never laid out gets a layout from its seed, for this study alone */
static MilieuFigure *
draw_page (MilieuChapter *chapter, MilieuView view)
{
  const MilieuStudyParts *parts = chapter->parts;
  g_autoptr (MilieuGraph) graph = NULL;
  g_autoptr (MilieuLayout) layout = NULL;
  MilieuPageOptions options = { .view = view, .width = parts->width, .title = "" };

  options.kind = milieu_network_kind (parts->snapshot);
  options.seed = milieu_snapshot_number (parts->snapshot, "layout.seed", 42);
  if (view == MILIEU_VIEW_NETWORK && milieu_snapshot_count (parts->snapshot, MILIEU_RECORD_SPOT) == 0)
    {
      g_autofree MilieuExtent *extents = NULL;

      graph = milieu_graph_new_drawn (parts->snapshot, parts->filter);
      extents = milieu_network_extents (parts->snapshot, graph, options.kind, &chapter->tools);
      layout = milieu_layout_new (graph, &(MilieuLayoutRequest) { .kind = options.kind, .seed = options.seed, .extents = extents });
      options.graph = graph;
      options.layout = layout;
    }
  return milieu_page_new (parts->snapshot, parts->filter, &chapter->tools, &options);
}

void
milieu_study_figures (MilieuChapter *chapter)
{
  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Map and network")));
  milieu_chapter_figure (chapter, "map", draw_page (chapter, MILIEU_VIEW_MAP), milieu_chapter_words (chapter, N_("The actors on the map.")));
  milieu_chapter_figure (chapter, "network", draw_page (chapter, MILIEU_VIEW_NETWORK),
                         milieu_chapter_words (chapter, N_("The actors by their ties.")));
}

/* ---- ranks ---- */

static char *
number (const MilieuChapter *chapter, double value, guint decimals)
{
  return isfinite (value) ? milieu_words_number (chapter->language, value, decimals) : g_strdup ("–");
}

static void
add_intervals (MilieuChapter *chapter, const MilieuUncertainty *uncertainty)
{
  const MilieuReading *reading = chapter->parts->reading;

  for (guint i = 0, told = 0; i < uncertainty->n_ranks && told < MOST_RANKED; i++)
    {
      const MilieuRankInterval *interval = &uncertainty->ranks[MILIEU_GRAPH_INTERACTION][i];
      const MilieuReadingActor *actor = milieu_reading_actor (reading, interval->actor);
      g_autofree char *name = milieu_short_name (actor->name);
      g_autoptr (MilieuPhrase) said = milieu_phrase_text (milieu_phrase_new (N_("{name}: {rank}.")), "name", name);
      g_autofree char *words = NULL;

      if (!chapter->parts->persons && milieu_is_person (chapter->parts->snapshot, interval->actor))
        continue;
      milieu_phrase_phrase (said, "rank", milieu_rank_interval_phrase (interval, uncertainty->bootstraps));
      words = milieu_phrase_words (said, chapter->language);
      milieu_chapter_text (chapter, MILIEU_BLOCK_ITEM, words);
      told++;
    }
}

static char *
band_words (const MilieuChapter *chapter, const MilieuHeadlineBand *band, const MilieuHiddenBand *hidden)
{
  g_autofree char *low = number (chapter, hidden->low, band->decimals), *high = number (chapter, hidden->high, band->decimals);

  return isnan (hidden->median) ? g_strdup ("–") : g_strdup_printf ("%s … %s", low, high);
}

static char *
band_name (const MilieuChapter *chapter, const MilieuHeadlineBand *band)
{
  const MilieuIndicator *indicator = milieu_indicator_find (band->id);
  const char *label = g_strcmp0 (band->part, "lambda_all") == 0 ? N_("λ with institutional ties")
                      : g_strcmp0 (band->part, "lambda_interaction") == 0 ? N_("λ by interactions alone")
                      : indicator ? indicator->label : band->id;

  return g_strdup_printf ("%s (%s)", milieu_chapter_words (chapter, label),
                          milieu_chapter_words (chapter, milieu_side_label (band->side)));
}

static void
add_bands (MilieuChapter *chapter, const MilieuUncertainty *uncertainty)
{
  g_autoptr (MilieuPhrase) caption
    /* xgettext:no-c-format */
    = milieu_phrase_number (milieu_phrase_new (N_("What becomes of the values when ties are hidden at random, {draws} times: 95% of the draws lie between the two numbers.")),
                            "draws", uncertainty->hidings, 0);
  g_autofree char *words = milieu_phrase_words (caption, chapter->language);
  GPtrArray *cells = milieu_chapter_table (chapter, 2 + MILIEU_N_HIDDEN_SHARES, words);

  g_ptr_array_add (cells, g_strdup (milieu_chapter_words (chapter, N_("Indicator"))));
  g_ptr_array_add (cells, g_strdup (milieu_chapter_words (chapter, N_("Every tie"))));
  for (guint s = 0; s < MILIEU_N_HIDDEN_SHARES; s++)
    {
      /* xgettext:no-c-format */
      g_autoptr (MilieuPhrase) share = milieu_phrase_number (milieu_phrase_new (N_("{share}% hidden")), "share",
                                                             100 * milieu_hidden_share (s), 0);
      g_ptr_array_add (cells, milieu_phrase_words (share, chapter->language));
    }
  for (guint b = 0; b < uncertainty->n_bands; b++)
    {
      const MilieuHeadlineBand *band = &uncertainty->bands[b];

      g_ptr_array_add (cells, band_name (chapter, band));
      g_ptr_array_add (cells, number (chapter, band->value, band->decimals));
      for (guint s = 0; s < MILIEU_N_HIDDEN_SHARES; s++)
        g_ptr_array_add (cells, band_words (chapter, band, &band->bands[s]));
    }
}

static void
add_documentation (MilieuChapter *chapter)
{
  const MilieuReading *reading = chapter->parts->reading;
  g_autoptr (MilieuDocumentation) documentation = milieu_documentation_new (chapter->parts->snapshot, chapter->parts->filter);

  if (documentation->n_actors == 0)
    return;
  if (documentation->n_undocumented == 0)
    milieu_chapter_phrase (chapter, milieu_phrase_new (N_("Every actor has a source.")));
  else
    milieu_chapter_phrase (chapter, milieu_phrase_number (milieu_phrase_new_plural (
      "{count} actor of {all} has no source.", "{count} actors of {all} have no source.", documentation->n_undocumented),
      "all", documentation->n_actors, 0));
  for (guint i = 0; i < documentation->n_actors; i++)
    {
      const MilieuActorDocumentation *actor = &documentation->actors[i];
      MilieuPhrase *caution = milieu_ego_caution (actor);
      g_autofree char *name = milieu_short_name (milieu_reading_actor (reading, actor->actor)->name);
      g_autoptr (MilieuPhrase) said = NULL;
      g_autofree char *words = NULL;

      if (!caution)
        continue;
      said = milieu_phrase_text (milieu_phrase_new (N_("{name}: {caution}")), "name", name);
      milieu_phrase_phrase (said, "caution", caution);
      words = milieu_phrase_words (said, chapter->language);
      milieu_chapter_text (chapter, MILIEU_BLOCK_ITEM, words);
    }
}

void
milieu_study_ranks (MilieuChapter *chapter)
{
  const MilieuStudyParts *parts = chapter->parts;
  MilieuSlopeOptions options = { .width = parts->width, .persons = parts->persons };

  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("Rank against rank")));
  milieu_chapter_figure (chapter, "ranks", milieu_slope_chart_new (parts->snapshot, parts->reading, &chapter->tools, &options),
                         milieu_chapter_words (chapter, N_("Ranks by betweenness: all ties against interactions alone")));
  milieu_chapter_text (chapter, MILIEU_BLOCK_HEADING, milieu_chapter_words (chapter, N_("How far to trust it")));
  if (parts->uncertainty)
    {
      milieu_chapter_phrase (chapter, milieu_phrase_copy (parts->uncertainty->reason));
      add_intervals (chapter, parts->uncertainty);
      add_bands (chapter, parts->uncertainty);
    }
  add_documentation (chapter);
}
