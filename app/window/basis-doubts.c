#include "window/basis-doubts.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "model/short-name.h"
#include "reading/persons.h"
#include "window/glance-card.h"
#include "window/labels.h"
#include "window/meter.h"
#include "window/rows.h"
#include "window/study-window-row.h"

/* actors whose rank intervals are told */
#define MOST_RANKED 8
#define BAR_HEIGHT 5

static void
append_title (GtkBox *box, const char *title)
{
  gtk_box_append (box, milieu_label_new (title, "question dim-label"));
}

static char *
time_words (double seconds)
{
  guint minutes = (guint) ceil (seconds / 60);

  if (seconds < 90)
    return g_strdup_printf (ngettext ("Compute Anyway (about %u second)", "Compute Anyway (about %u seconds)", (guint) ceil (seconds)),
                            (guint) ceil (seconds));
  return g_strdup_printf (ngettext ("Compute Anyway (about %u minute)", "Compute Anyway (about %u minutes)", minutes), minutes);
}

static void
append_button (GtkBox *box, MilieuSession *session, double seconds, GCallback clicked)
{
  g_autofree char *words = time_words (seconds);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_object (button, "clicked", clicked, session, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

/* ---- hidden ties ---- */

static const char *
part_label (const char *part)
{
  if (g_strcmp0 (part, "lambda_all") == 0)
    return _("λ with institutional ties");
  return g_strcmp0 (part, "lambda_interaction") == 0 ? _("λ by interactions alone") : NULL;
}

static void
append_band (GtkBox *box, const MilieuHeadlineBand *band, guint share)
{
  const MilieuHiddenBand *hidden = &band->bands[share];
  MilieuLanguage language = milieu_language_of_window ();
  g_autofree char *low = NULL, *high = NULL, *percent = NULL, *words = NULL;

  percent = milieu_words_number (language, 100 * milieu_hidden_share (share), 0);
  if (isnan (hidden->median))
    words = g_strdup_printf (_("%s%% hidden: never evaluable"), percent);
  else
    {
      low = milieu_words_number (language, hidden->low, band->decimals);
      high = milieu_words_number (language, hidden->high, band->decimals);
      words = g_strdup_printf (_("%s%% hidden: from %s to %s"), percent, low, high);
    }
  gtk_box_append (box, milieu_label_new (words, "sub numeric"));
  if (!isnan (hidden->median) && hidden->low >= 0 && hidden->high <= 1)
    {
      GtkWidget *meter = milieu_meter_new (BAR_HEIGHT, FALSE);

      milieu_meter_add (MILIEU_METER (meter), hidden->low, MAX (hidden->high, hidden->low + 0.01), MILIEU_COLOUR_SOFT);
      gtk_box_append (box, meter);
    }
}

static void
append_bands_title (GtkBox *box)
{
  /* xgettext:no-c-format */
  append_title (box, _("If some of the ties were hidden (95% of the draws)"));
}

static void
append_shares (GtkBox *box, const MilieuHeadlineBand *band)
{
  for (guint share = 0; share < MILIEU_N_HIDDEN_SHARES; share++)
    append_band (box, band, share);
}

/* Returns: whether it is one of the headline values, whose bands come with the reading */
static gboolean
append_bands (GtkBox *box, const MilieuUncertainty *uncertainty, const MilieuResult *result)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < uncertainty->n_bands; i++)
    {
      const MilieuHeadlineBand *band = &uncertainty->bands[i];

      if (strcmp (band->id, result->id) != 0 || band->side != result->side)
        continue;
      if (!titled)
        append_bands_title (box);
      titled = TRUE;
      if (part_label (band->part) != NULL)
        gtk_box_append (box, milieu_label_new (part_label (band->part), "sub dim-label"));
      append_shares (box, band);
    }
  return titled;
}

static void
on_hide (MilieuSession *session)
{
  milieu_trust_hide_ties (milieu_session_trust (session));
}

/* of any other value they are drawn when its card is opened, or when somebody says so where that takes long */
static void
append_hidden (GtkBox *box, MilieuSession *session, const MilieuReading *reading, const MilieuResult *result)
{
  MilieuTrust *trust = milieu_session_trust (session);
  const MilieuHidden *hidden = milieu_trust_hidden (trust);
  const MilieuHeadlineBand *band = hidden != NULL ? milieu_hidden_find (hidden, result->id, result->side) : NULL;
  double seconds = milieu_hidden_seconds (reading);

  if (band != NULL)
    {
      append_bands_title (box);
      append_shares (box, band);
      return;
    }
  if (hidden != NULL || result->n_ties == 0 || !isfinite (result->value))
    return;
  append_bands_title (box);
  if (seconds > 0)
    append_button (box, session, seconds, G_CALLBACK (on_hide));
  else
    {
      gtk_box_append (box, milieu_label_new (_("It is being computed."), "sub dim-label"));
      milieu_trust_hide_ties (trust);
    }
}

/* ---- ranks ---- */

static void
append_rank (GtkBox *box, const MilieuReadingActor *actor, const MilieuRankInterval *interval, guint bootstraps)
{
  g_autoptr (MilieuPhrase) phrase = milieu_rank_interval_phrase (interval, bootstraps);
  g_autofree char *rank = milieu_phrase_words (phrase, milieu_language_of_window ());
  g_autofree char *name = milieu_short_name (actor->name);
  g_autofree char *words = g_strdup_printf (_("%s: %s"), name, rank);

  gtk_box_append (box, milieu_label_new (words, "sub numeric"));
}

static void
append_ranks (GtkBox *box, MilieuSession *session, const MilieuReading *reading, const MilieuUncertainty *uncertainty,
              MilieuGraphKind graph)
{
  guint told = 0, persons = 0;
  g_autofree char *words = NULL;

  append_title (box, _("Rank intervals"));
  for (guint i = 0; i < uncertainty->n_ranks && told < MOST_RANKED; i++)
    {
      const MilieuRankInterval *interval = &uncertainty->ranks[graph][i];
      const MilieuReadingActor *actor = milieu_reading_actor (reading, interval->actor);

      if (actor == NULL)
        continue;
      if (!milieu_may_rank (milieu_session_snapshot (session), interval->actor))
        persons++;
      else
        {
          append_rank (box, actor, interval, uncertainty->bootstraps);
          told++;
        }
    }
  if (persons == 0)
    return;
  words = g_strdup_printf (ngettext ("%u person is not ranked.", "%u persons are not ranked.", persons), persons);
  gtk_box_append (box, milieu_label_new (words, "sub dim-label"));
}

/* ---- places and dates ---- */

static gboolean
is_one_of (const char *id, const char *const *ids)
{
  return g_strv_contains (ids, id);
}

static void
append_places (GtkBox *box, const MilieuReading *reading)
{
  const MilieuResult *precision = milieu_reading_find (reading, "S10", MILIEU_SIDE_BOTH);
  double located = precision != NULL ? milieu_result_part (precision, "located") : NAN;
  g_autofree char *words = NULL;

  if (isnan (located))
    return;
  /* Translators: how many places are exact, approximate, known to their municipality; then how many actors have none */
  words = g_strdup_printf (_("Of %.0f places, %.0f are exact, %.0f approximate and %.0f known to their municipality alone; %.0f actors have none."),
                           located, located * milieu_result_part (precision, "exact"), located * milieu_result_part (precision, "approximate"),
                           located * milieu_result_part (precision, "municipality"), milieu_result_part (precision, "unlocated"));
  append_title (box, _("Precision of the places"));
  gtk_box_append (box, milieu_label_new (words, "sub numeric"));
}

static void
append_dates (GtkBox *box, const MilieuReading *reading)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u of %u tie dated", "%u of %u ties dated", reading->n_datable),
                                            reading->n_dated, reading->n_datable);
  GtkWidget *meter = milieu_meter_new (BAR_HEIGHT, FALSE);

  if (reading->n_datable > 0)
    milieu_meter_add (MILIEU_METER (meter), 0, reading->n_dated / (double) reading->n_datable, MILIEU_COLOUR_SOFT);
  append_title (box, _("What is dated"));
  gtk_box_append (box, milieu_label_new (words, "sub numeric"));
  gtk_box_append (box, meter);
}

/* ---- what takes long ---- */

/* asks for what was left out, or, while that is being computed, lets go of it again */
static void
on_compute (MilieuSession *session)
{
  MilieuFilter filter = *milieu_session_filter (session);

  filter.compute_all = !filter.compute_all;
  milieu_question_set_filter (milieu_session_question (session), &filter);
}

static void
append_compute (GtkBox *box, MilieuSession *session, double seconds)
{
  GtkWidget *button;

  if (!milieu_session_filter (session)->compute_all)
    {
      append_button (box, session, seconds, G_CALLBACK (on_compute));
      return;
    }
  button = gtk_button_new_with_label (_("Stop Computing"));
  gtk_box_append (box, milieu_label_new (_("It is being computed."), "sub dim-label"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_compute), session, G_CONNECT_SWAPPED);
  gtk_box_append (box, button);
}

void
milieu_basis_doubts_fill (GtkBox *box, MilieuSession *session, const MilieuReading *reading, const MilieuResult *result)
{
  static const char *const spatial[] = { "S5", "S6", "S7", "S8", "S9", "S10", "4.9", NULL };
  static const char *const patterns[] = { "S8", "S9", NULL };
  static const char *const dated[] = { "L2a", "L4c", "L5a", "L5b", "4.8", NULL };
  const MilieuUncertainty *uncertainty = milieu_trust_uncertainty (milieu_session_trust (session));
  GtkWidget *chance = milieu_chance_chart_new (result);

  if (result->seconds > 0)
    append_compute (box, session, result->seconds);
  if (chance != NULL)
    {
      append_title (box, _("Against chance"));
      gtk_box_append (box, chance);
    }
  if (is_one_of (result->id, patterns))
    gtk_box_append (box, milieu_study_window_row_new (session));
  if (is_one_of (result->id, spatial))
    append_places (box, reading);
  if (is_one_of (result->id, dated))
    append_dates (box, reading);
  if (uncertainty == NULL)
    return;
  if (!append_bands (box, uncertainty, result))
    append_hidden (box, session, reading, result);
  if (strcmp (result->id, "4.2") == 0)
    append_ranks (box, session, reading, uncertainty,
                  result->side == MILIEU_SIDE_STRUCTURAL ? MILIEU_GRAPH_ALL : MILIEU_GRAPH_INTERACTION);
}
