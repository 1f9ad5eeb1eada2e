#include "window/measures-card.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "edit/field.h"
#include "reading/persons.h"
#include "window/labels.h"
#include "window/meter.h"
#include "window/quotes.h"
#include "window/rows.h"
#include "window/simulation-card.h"
#include "window/values.h"

#define METER_HEIGHT 6

static GtkWidget *
cell_new (double value, guint decimals, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *number, *caption;
  g_autofree char *text = isnan (value) ? NULL : milieu_words_number (milieu_language_of_window (), value, decimals);

  number = milieu_label_new (text != NULL ? text : _("not evaluable"), text != NULL ? "num2" : "not-evaluable dim-label");
  caption = milieu_label_new (words, "sub dim-label");
  gtk_label_set_xalign (GTK_LABEL (number), 0.5);
  gtk_label_set_xalign (GTK_LABEL (caption), 0.5);
  gtk_label_set_justify (GTK_LABEL (caption), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_widget_add_css_class (box, "measure");
  return box;
}

static char *
rank_words (const MilieuActorMeasures *measures, gboolean ranked)
{
  if (measures->betweenness == 0 || measures->rank == 0 || !ranked)
    return g_strdup (_("betweenness"));
  if (measures->rank == 1)
    return g_strdup (_("betweenness, 1st"));
  /* Translators: a rank, from the second on */
  return g_strdup_printf (_("betweenness, no. %u"), measures->rank);
}

static void
append_grid (GtkBox *box, const MilieuActorMeasures *measures, gboolean ranked)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *rank = rank_words (measures, ranked);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_attach (GTK_GRID (grid), cell_new (measures->betweenness, measures->betweenness >= 100 ? 0 : 1, rank), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), cell_new (measures->degree, 0, ngettext ("neighbour", "neighbours", measures->degree)),
                   1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), cell_new (measures->constraint, 3, _("constraint")), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), cell_new (measures->participation, 3, _("participation")), 1, 1, 1, 1);
  gtk_widget_add_css_class (grid, "card");
  gtk_box_append (box, grid);
}

static void
append_without (GtkBox *box, const MilieuActorMeasures *measures)
{
  double before = (double) measures->reach_before, after = (double) measures->reach_after;
  GtkWidget *meter;
  g_autofree char *from = NULL, *to = NULL, *share = NULL, *words = NULL;

  if (measures->reach_before == 0)
    return;
  from = milieu_words_number (milieu_language_of_window (), before, 0);
  to = milieu_words_number (milieu_language_of_window (), after, 0);
  share = milieu_words_number (milieu_language_of_window (), 100 * (after - before) / before, 0);
  /* Translators: how many pairs before and after an actor is gone, and the difference in percent */
  words = g_strdup_printf (_("%s → %s pairs joined across grounds (%s%%)"), from, to, share);
  meter = milieu_meter_new (METER_HEIGHT, FALSE);
  milieu_meter_add (MILIEU_METER (meter), 0, after / before, MILIEU_COLOUR_TIE_INTERACTION);
  gtk_box_append (box, milieu_label_new (_("Without it"), "heading section"));
  gtk_box_append (box, milieu_label_new (words, "fact numeric"));
  gtk_box_append (box, meter);
}

/* a rank with its interval; who may not be ranked is told by what it does */
static void
append_standing (GtkBox *box, MilieuSession *session, const MilieuReadingActor *actor)
{
  const MilieuUncertainty *uncertainty = milieu_trust_uncertainty (milieu_session_trust (session));
  const MilieuRankInterval *interval = uncertainty != NULL && uncertainty->n_ranks > 0
                                         ? milieu_uncertainty_rank (uncertainty, MILIEU_GRAPH_INTERACTION, actor->key) : NULL;
  const MilieuActorMeasures *measures = &actor->measures[MILIEU_GRAPH_INTERACTION];
  g_autoptr (MilieuPhrase) phrase = NULL;
  g_autofree char *words = NULL;

  if (measures->betweenness == 0)
    return;
  if (!milieu_may_rank (milieu_session_snapshot (session), actor->key))
    phrase = milieu_roles_phrase (measures);
  else if (interval != NULL)
    phrase = milieu_rank_interval_phrase (interval, uncertainty->bootstraps);
  words = milieu_phrase_words (phrase, milieu_language_of_window ());
  if (*words != '\0')
    gtk_box_append (box, milieu_label_new (words, "sub dim-label standing"));
}

/* the simulation reads everything again without the actor: the way out of what one list has made */
static GtkWidget *
without_button_new (guint32 actor)
{
  GtkWidget *button = gtk_button_new_with_label (_("Read Without This Actor"));

  gtk_widget_set_tooltip_text (button, _("Simulates its departure: both readings are computed without it"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", actor);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.what-if-actor");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
append_caution (GtkBox *box, MilieuSession *session, const MilieuActorDocumentation *documentation)
{
  MilieuLanguage language = milieu_language_of_window ();
  g_autoptr (MilieuPhrase) phrase = milieu_ego_caution (documentation);
  g_autofree char *said = milieu_phrase_words (phrase, language);
  const MilieuSource *source = documentation->block != MILIEU_NO_KEY
                                 ? milieu_snapshot_source (milieu_session_snapshot (session), documentation->block) : NULL;
  g_autofree char *words = source != NULL && source->title != NULL ? g_strdup_printf (_("%s (“%s”)"), said, source->title) : g_strdup (said);
  GtkWidget *caution, *icon, *column;

  if (phrase == NULL)
    return;
  caution = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (caution, "caution");
  gtk_box_append (GTK_BOX (caution), icon);
  column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (column), milieu_label_new (words, "sub"));
  gtk_box_append (GTK_BOX (column), without_button_new (documentation->actor));
  gtk_box_append (GTK_BOX (caution), column);
  gtk_box_append (box, caution);
}

static void
append_gone (GtkBox *box, MilieuSession *session, guint32 actor)
{
  gtk_box_append (box, milieu_label_new (_("Gone in the simulation"), "heading section"));
  if (milieu_simulation_names (milieu_session_simulation (session), actor))
    gtk_box_append (box, milieu_departure_bar_new (session, actor));
}

static const MilieuClaim *
none_found_of (MilieuSession *session, guint32 actor)
{
  g_autoptr (GPtrArray) claims = milieu_claims_about (session, MILIEU_RECORD_ACTOR, actor, -1);

  for (guint i = 0; i < claims->len; i++)
    {
      const MilieuClaim *claim = claims->pdata[i];
      if (g_strcmp0 (claim->field, "ties") == 0 && g_strcmp0 (claim->value, "none") == 0)
        return claim;
    }
  return NULL;
}

static void
on_none_found (GtkButton *button, MilieuSession *session)
{
  guint32 actor = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-actor"));
  const MilieuClaim *held = none_found_of (session, actor);
  MilieuMap *map = milieu_session_map (session);

  milieu_document_commit (milieu_session_document (session),
                          held != NULL ? milieu_edit_delete_claim (map, held->record.key) : milieu_edit_none_found (map, actor), NULL);
}

/* an actor without ties may be one whose ties nobody looked for */
static void
append_search (GtkBox *box, MilieuSession *session, guint32 actor)
{
  gboolean held = none_found_of (session, actor) != NULL;
  GtkWidget *button;

  button = milieu_wrapping_button_new (held ? _("Its Ties Were Not Looked For") : _("Its Ties Were Looked For, None Found"));
  g_object_set_data (G_OBJECT (button), "milieu-actor", GUINT_TO_POINTER (actor));
  g_signal_connect (button, "clicked", G_CALLBACK (on_none_found), session);
  gtk_widget_set_margin_top (button, 4);
  gtk_box_append (box, button);
}

/* the gauge: how well the actor is documented */
static void
append_documentation (GtkBox *box, MilieuSession *session, guint32 actor)
{
  const MilieuDocumentation *all = milieu_trust_documentation (milieu_session_trust (session));
  const MilieuActorDocumentation *documentation = all != NULL ? milieu_documentation_find (all, actor) : NULL;
  g_autoptr (MilieuPhrase) phrase = NULL;
  g_autofree char *words = NULL;
  GtkWidget *meter;

  if (documentation == NULL)
    return;
  phrase = milieu_documentation_phrase (documentation);
  words = milieu_phrase_words (phrase, milieu_language_of_window ());
  meter = milieu_meter_new (METER_HEIGHT, FALSE);
  milieu_meter_add (MILIEU_METER (meter), 0, documentation->gauge, MILIEU_COLOUR_SOFT);
  gtk_box_append (box, milieu_label_new (_("Documentation"), "heading section"));
  gtk_box_append (box, milieu_label_new (words, "fact numeric"));
  gtk_box_append (box, meter);
  if (documentation->ties == 0)
    append_search (box, session, actor);
  append_caution (box, session, documentation);
}

void
milieu_measures_fill (GtkBox *box, MilieuSession *session, guint32 actor)
{
  MilieuReadings *readings = milieu_session_readings (session);
  MilieuReading *reading = milieu_readings_get (readings);
  const MilieuReadingActor *read = reading != NULL ? milieu_reading_actor (reading, actor) : NULL;

  milieu_box_clear (box);
  if (milieu_simulation_is_gone (milieu_session_simulation (session), MILIEU_RECORD_ACTOR, actor))
    {
      append_gone (box, session, actor);
      return;
    }
  gtk_widget_set_opacity (GTK_WIDGET (box), milieu_readings_is_stale (readings) ? 0.5 : 1);
  gtk_box_append (box, milieu_label_new (_("Measures, interactions alone"), "heading section"));
  if (read == NULL)
    {
      gtk_box_append (box, milieu_label_new (reading == NULL ? _("The readings are being computed.")
                                                             : _("Not among the actors that the readings count."),
                                             "sub dim-label"));
      return;
    }
  append_grid (box, &read->measures[MILIEU_GRAPH_INTERACTION], milieu_may_rank (milieu_session_snapshot (session), actor));
  append_standing (box, session, read);
  append_without (box, &read->measures[MILIEU_GRAPH_INTERACTION]);
  gtk_box_append (box, milieu_departure_bar_new (session, actor));
  append_documentation (box, session, actor);
}
