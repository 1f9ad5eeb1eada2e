#include "window/glance-card.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/mark.h"
#include "window/histogram.h"
#include "window/labels.h"
#include "window/meter.h"
#include "window/rows.h"
#include "window/sample.h"

#define SYMBOL_SIZE 12.5
#define BAR_HEIGHT 6
#define MOST_BINS 30 /* over this, bins widen */

/* ---- bars: a row a thing, its name, its bar, its number ---- */

static GtkWidget *
bars_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  return grid;
}

static void
bars_add (GtkWidget *grid, int row, GtkWidget *sample, const char *name, guint count, guint most, MilieuColour colour)
{
  g_autofree char *number = milieu_words_number (milieu_language_of_window (), count, 0);
  GtkWidget *label = milieu_label_new (name, "fact"), *meter = milieu_meter_new (BAR_HEIGHT, FALSE);
  GtkWidget *value = milieu_label_new (number, "fact numeric");

  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (meter, TRUE);
  gtk_widget_set_valign (meter, GTK_ALIGN_CENTER);
  milieu_meter_add (MILIEU_METER (meter), 0, most > 0 ? count / (double) most : 0, colour);
  if (sample != NULL)
    gtk_grid_attach (GTK_GRID (grid), sample, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), meter, 2, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), value, 3, row, 1, 1);
}

static guint
most_of (const guint *counts, guint n)
{
  guint most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, counts[i]);
  return most;
}

static GtkWidget *
by_ground_new (const MilieuReading *reading)
{
  GtkWidget *grid = bars_new ();
  guint counts[MILIEU_N_GROUNDS] = { 0 }, most;

  for (guint i = 0; i < reading->n_actors; i++)
    counts[reading->actors[i].ground]++;
  most = most_of (counts, MILIEU_N_GROUNDS);
  for (guint i = 0; i < MILIEU_N_GROUNDS; i++)
    {
      /* without ground comes last */
      guint ground = (i + 1) % MILIEU_N_GROUNDS;

      bars_add (grid, (int) i, milieu_sample_new_symbol (MILIEU_SYMBOL_ORGANISATION, ground, SYMBOL_SIZE),
                milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, ground)), counts[ground], most,
                ground == MILIEU_GROUND_NONE ? MILIEU_COLOUR_LINE (ground) : MILIEU_COLOUR_FILL (ground));
    }
  return grid;
}

static GtkWidget *
by_kind_new (MilieuSnapshot *snapshot, const MilieuReading *reading)
{
  GtkWidget *grid = bars_new ();
  g_autofree guint *counts = g_new0 (guint, milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_KIND) + 1);
  guint n, most;
  g_autofree guint32 *kinds = milieu_kinds_in_order (snapshot, &n);
  int row = 0;

  for (guint i = 0; i < reading->n_actors; i++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, reading->actors[i].key);

      if (actor != NULL && actor->kind != MILIEU_NO_KEY)
        counts[actor->kind]++;
    }
  most = most_of (counts, milieu_snapshot_n_keys (snapshot, MILIEU_RECORD_KIND));
  for (guint i = 0; i < n; i++)
    if (counts[kinds[i]] > 0)
      bars_add (grid, row++, milieu_sample_new_symbol (milieu_symbol_of_kind (snapshot, kinds[i]), MILIEU_GROUND_PLAIN, SYMBOL_SIZE),
                milieu_label_of_kind (snapshot, kinds[i]), counts[kinds[i]], most, MILIEU_COLOUR_SOFT);
  return grid;
}

/* ---- histograms ---- */

/* bins from @from, each @width wide, as "0: 20 · 1–2: 11", and as a picture */
static GtkWidget *
histogram_of (const guint *counts, guint n, guint from, guint width, MilieuColour colour)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1), *picture;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) bins = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      guint first = from + i * width;
      /* Translators: an interval of numbers and how many lie in it */
      char *bin = width == 1 ? g_strdup_printf (_("%u: %u"), first, counts[i])
                             : g_strdup_printf (_("%u–%u: %u"), first, first + width - 1, counts[i]);

      g_ptr_array_add (bins, bin);
      if (counts[i] > 0)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", bin);
    }
  picture = milieu_histogram_new (colour, words->str);
  for (guint i = 0; i < n; i++)
    milieu_histogram_add (MILIEU_HISTOGRAM (picture), counts[i], g_ptr_array_index (bins, i));
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), milieu_label_new (words->str, "sub dim-label numeric"));
  return box;
}

static GtkWidget *
degrees_new (const MilieuReading *reading, MilieuGraphKind graph)
{
  guint most = 0, width, n;
  g_autofree guint *counts = NULL;

  for (guint i = 0; i < reading->n_actors; i++)
    most = MAX (most, reading->actors[i].measures[graph].degree);
  width = most / MOST_BINS + 1;
  n = most / width + 1;
  counts = g_new0 (guint, n);
  for (guint i = 0; i < reading->n_actors; i++)
    counts[reading->actors[i].measures[graph].degree / width]++;
  return histogram_of (counts, n, 0, width,
                       graph == MILIEU_GRAPH_ALL ? MILIEU_COLOUR_TIE_INSTITUTION : MILIEU_COLOUR_TIE_INTERACTION);
}

GtkWidget *
milieu_chance_chart_new (const MilieuResult *result)
{
  const MilieuSpread *chance = &result->chance;
  MilieuLanguage language = milieu_language_of_window ();
  GtkWidget *box, *picture;
  g_autofree char *low = NULL, *high = NULL, *value = NULL, *share = NULL, *words = NULL;
  double step;

  if (chance->n == 0)
    return NULL;
  low = milieu_words_number (language, chance->low, result->decimals);
  high = milieu_words_number (language, chance->high, result->decimals);
  value = milieu_words_number (language, result->value, result->decimals);
  share = milieu_words_number (language, 100 * milieu_result_part (result, "percentile"), 0);
  /* Translators: an observed value, the least and the most that chance gave, and a percentage */
  words = g_strdup_printf (_("Observed: %s (the line). Chance gives from %s to %s, and as little or less in %s%% of the draws."),
                           value, low, high, share);
  picture = milieu_histogram_new (MILIEU_COLOUR_SOFT, words);
  step = chance->n > 1 ? (chance->high - chance->low) / (chance->n - 1) : 1;
  for (guint i = 0; i < chance->n; i++)
    {
      g_autofree char *middle = milieu_words_number (language, chance->low + i * step, result->decimals);
      g_autofree char *count = milieu_words_number (language, chance->counts[i], 0);
      /* Translators: a value, and in how many draws chance gave it */
      g_autofree char *bin = g_strdup_printf (_("%s: %s draws"), middle, count);

      milieu_histogram_add (MILIEU_HISTOGRAM (picture), chance->counts[i], bin);
    }
  milieu_histogram_mark (MILIEU_HISTOGRAM (picture), CLAMP ((result->value - chance->low) / step, -0.5, chance->n - 0.5));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), milieu_label_new (words, "sub dim-label numeric"));
  return box;
}

/* ---- dates ---- */

static int
compare_years (gconstpointer p, gconstpointer q)
{
  guint a = *(const guint *) p, b = *(const guint *) q;

  return (a > b) - (a < b);
}

/* first years of the ties that the reading rests on */
static GtkWidget *
years_new (MilieuSnapshot *snapshot, const MilieuReading *reading)
{
  g_autofree guint *years = g_new (guint, reading->n_ties + 1);
  g_autofree guint *counts = NULL;
  guint n = 0, width, n_bins;

  for (guint i = 0; i < reading->n_ties; i++)
    {
      const MilieuTie *tie = milieu_snapshot_tie (snapshot, reading->ties[i].key);

      if (tie != NULL && milieu_date_year (tie->start) > 0)
        years[n++] = milieu_date_year (tie->start);
    }
  if (n == 0)
    return NULL;
  qsort (years, n, sizeof (guint), compare_years);
  width = (years[n - 1] - years[0]) / MOST_BINS + 1;
  n_bins = (years[n - 1] - years[0]) / width + 1;
  counts = g_new0 (guint, n_bins);
  for (guint i = 0; i < n; i++)
    counts[(years[i] - years[0]) / width]++;
  return histogram_of (counts, n_bins, years[0], width, MILIEU_COLOUR_SOFT);
}

static GtkWidget *
coverage_new (MilieuSnapshot *snapshot, const MilieuReading *reading)
{
  GtkWidget *grid = bars_new ();
  g_autofree char *actors = g_strdup_printf (_("Actors dated, of %u"), reading->n_actors);
  g_autofree char *ties = g_strdup_printf (_("Ties dated, of %u"), reading->n_datable);
  guint started = 0;

  for (guint i = 0; i < reading->n_actors; i++)
    {
      const MilieuActor *actor = milieu_snapshot_actor (snapshot, reading->actors[i].key);

      started += actor != NULL && milieu_date_year (actor->start) > 0;
    }
  bars_add (grid, 0, NULL, actors, started, reading->n_actors, MILIEU_COLOUR_SOFT);
  bars_add (grid, 1, NULL, ties, reading->n_dated, reading->n_datable, MILIEU_COLOUR_SOFT);
  return grid;
}

/* ---- the card ---- */

static void
append (GtkWidget *box, const char *title, GtkWidget *chart)
{
  if (chart == NULL)
    return;
  gtk_box_append (GTK_BOX (box), milieu_label_new (title, "question dim-label"));
  gtk_box_append (GTK_BOX (box), chart);
}

GtkWidget *
milieu_glance_card_new (MilieuSession *session, const MilieuReading *reading)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const MilieuResult *coupling = milieu_reading_find (reading, "L1a", MILIEU_SIDE_BOTH);

  gtk_box_append (GTK_BOX (box), milieu_label_new (_("At a glance"), "heading section"));
  if (reading->n_actors == 0)
    {
      gtk_box_append (GTK_BOX (box), milieu_label_new (_("There is nothing to count yet."), "sub dim-label"));
      return box;
    }
  append (box, _("Actors by ground"), by_ground_new (reading));
  append (box, _("Actors by kind"), by_kind_new (snapshot, reading));
  append (box, _("Neighbours of an actor, all ties: how many actors have so many"), degrees_new (reading, MILIEU_GRAPH_ALL));
  append (box, _("Neighbours of an actor, interactions alone"), degrees_new (reading, MILIEU_GRAPH_INTERACTION));
  append (box, _("Interactions between grounds, against chance"), coupling != NULL ? milieu_chance_chart_new (coupling) : NULL);
  append (box, _("What is dated"), coverage_new (snapshot, reading));
  append (box, _("First years of the ties"), years_new (snapshot, reading));
  return box;
}
