#include "window/simulation-card.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/vocabulary.h"
#include "window/labels.h"
#include "window/meter.h"
#include "window/quotes.h"
#include "window/rows.h"

#define METER_HEIGHT 6
/* more rows than a person reads */
#define MOST_ROWS 40

struct _MilieuSimulationCard
{
  GtkBox parent;
  MilieuSession *session; /* not owned */
};

G_DEFINE_FINAL_TYPE (MilieuSimulationCard, milieu_simulation_card, GTK_TYPE_BOX)

/* ---- who left, each with a way back ---- */

static const char *
name_of (MilieuSession *session, guint32 actor)
{
  const MilieuActor *held = milieu_snapshot_actor (milieu_session_snapshot (session), actor);

  return held == NULL ? "" : held->name != NULL ? held->name : held->record.id;
}

static GtkWidget *
back_button_new (const char *name)
{
  GtkWidget *back = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: %s is who or what left in a simulation */
  g_autofree char *words = g_strdup_printf (_("Take back: %s"), name);

  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (back, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return back;
}

static GtkWidget *
line_new (GtkWidget *row, GtkWidget *button)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_set_hexpand (row, TRUE);
  gtk_box_append (GTK_BOX (line), row);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static void
append_departure (GtkWidget *box, GtkWidget *row, GtkWidget *back)
{
  gtk_box_append (GTK_BOX (box), line_new (row, back));
}

static void
append_actors (MilieuSimulationCard *self, GtkWidget *box, const MilieuDeparture *departure)
{
  for (guint i = 0; i < MIN (departure->n_actors, MOST_ROWS); i++)
    {
      GtkWidget *back = back_button_new (name_of (self->session, departure->actors[i]));

      gtk_actionable_set_action_target (GTK_ACTIONABLE (back), "u", departure->actors[i]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.what-if-actor");
      append_departure (box, milieu_actor_row_new (self->session, departure->actors[i], NULL), back);
    }
}

static void
append_departures (MilieuSimulationCard *self)
{
  const MilieuDeparture *departure = milieu_simulation_departure (milieu_session_simulation (self->session));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint g = 0; g < MILIEU_N_GROUNDS; g++)
    if (departure->grounds & 1u << g)
      {
        const char *label = milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, g));
        GtkWidget *back = back_button_new (label);

        gtk_actionable_set_action_target (GTK_ACTIONABLE (back), "s", milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, g));
        gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.what-if-ground");
        append_departure (box, milieu_label_new (label, "fact departure"), back);
      }
  if (departure->institutional_ties)
    {
      GtkWidget *back = back_button_new (_("all institutional ties"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.what-if-institutions");
      append_departure (box, milieu_label_new (_("all institutional ties"), "fact departure"), back);
    }
  append_actors (self, box, departure);
  gtk_box_append (GTK_BOX (self), box);
}

/* ---- what is lost ---- */

static char *
change_words (guint64 before, guint64 after, gboolean share)
{
  MilieuLanguage language = milieu_language_of_window ();
  g_autofree char *from = milieu_words_number (language, (double) before, 0);
  g_autofree char *to = milieu_words_number (language, (double) after, 0);
  g_autofree char *percent = before > 0 ? milieu_words_number (language, 100 * ((double) after - before) / before, 0) : NULL;

  if (!share || !percent)
    return g_strdup_printf ("%s → %s", from, to);
  /* Translators: before, after, the difference in percent */
  return g_strdup_printf (_("%s → %s (%s%%)"), from, to, percent);
}

static GtkWidget *
change_new (const char *caption, guint64 before, guint64 after, gboolean share, MilieuColour colour)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *words = change_words (before, after, share);

  gtk_box_append (GTK_BOX (box), milieu_label_new (words, "fact numeric change"));
  if (before > 0)
    {
      GtkWidget *meter = milieu_meter_new (METER_HEIGHT, FALSE);

      milieu_meter_add (MILIEU_METER (meter), 0, (double) after / before, colour);
      gtk_box_append (GTK_BOX (box), meter);
    }
  gtk_box_append (GTK_BOX (box), milieu_label_new (caption, "sub dim-label"));
  return box;
}

static void
append_losses (MilieuSimulationCard *self, const MilieuWhatIf *what_if)
{
  static const struct { MilieuGraphKind graph; const char *title; MilieuColour colour; } columns[] = {
    { MILIEU_GRAPH_ALL, N_("With institutional ties"), MILIEU_COLOUR_TIE_INSTITUTION },
    { MILIEU_GRAPH_INTERACTION, N_("Interactions alone"), MILIEU_COLOUR_TIE_INTERACTION },
  };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 10);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const MilieuLoss *loss = &what_if->losses[columns[i].graph];

      gtk_grid_attach (GTK_GRID (grid), milieu_label_new (_(columns[i].title), "question"), (int) i, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), change_new (_("pairs joined across grounds"), loss->pairs_before, loss->pairs_after,
                                                    TRUE, columns[i].colour), (int) i, 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), change_new (_("actors in the largest component"), loss->component_before,
                                                    loss->component_after, FALSE, columns[i].colour), (int) i, 2, 1, 1);
    }
  gtk_box_append (GTK_BOX (self), grid);
}

static void
light_dropped (MilieuSimulationCard *self)
{
  const MilieuWhatIf *what_if = milieu_simulation_result (milieu_session_simulation (self->session));

  if (what_if != NULL)
    milieu_selection_light (milieu_session_selection (self->session), what_if->losses[what_if->graph].dropped,
                            what_if->losses[what_if->graph].n_dropped, NULL, 0);
}

static void
append_dropped (MilieuSimulationCard *self, const MilieuWhatIf *what_if)
{
  const MilieuLoss *loss = &what_if->losses[what_if->graph];
  g_autofree char *words = g_strdup_printf (ngettext ("%u actor drops out of the largest component",
                                                      "%u actors drop out of the largest component", loss->n_dropped),
                                            loss->n_dropped);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *all;

  if (loss->n_dropped == 0)
    {
      gtk_box_append (GTK_BOX (self), milieu_label_new (_("Nobody else drops out of the largest component"), "sub"));
      return;
    }
  all = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (all), milieu_label_new (words, "heading"));
  gtk_widget_add_css_class (all, "flat");
  gtk_widget_add_css_class (all, "cell");
  gtk_widget_set_tooltip_text (all, _("Light Them"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (all), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (all, "clicked", G_CALLBACK (light_dropped), self);
  gtk_box_append (GTK_BOX (self), all);
  for (guint i = 0; i < MIN (loss->n_dropped, MOST_ROWS); i++)
    if (milieu_snapshot_actor (milieu_session_snapshot (self->session), loss->dropped[i]) != NULL)
      gtk_box_append (GTK_BOX (rows), milieu_leaving_row_new (self->session, loss->dropped[i]));
  gtk_box_append (GTK_BOX (self), rows);
}

static void
append_caution (MilieuSimulationCard *self, const MilieuWhatIf *what_if)
{
  g_autofree char *words = milieu_phrase_words (what_if->caution, milieu_language_of_window ());
  GtkWidget *caution = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (caution, "caution");
  gtk_box_append (GTK_BOX (caution), icon);
  gtk_box_append (GTK_BOX (caution), milieu_label_new (words, "sub"));
  gtk_box_append (GTK_BOX (self), caution);
}

/* ---- the card ---- */

static void
update (MilieuSimulationCard *self)
{
  MilieuSimulation *simulation = milieu_session_simulation (self->session);
  const MilieuWhatIf *what_if = milieu_simulation_result (simulation);

  milieu_box_clear (GTK_BOX (self));
  gtk_widget_set_visible (GTK_WIDGET (self), milieu_simulation_is_on (simulation));
  if (!milieu_simulation_is_on (simulation))
    return;
  gtk_box_append (GTK_BOX (self), milieu_label_new (_("Simulation: without"), "heading"));
  append_departures (self);
  if (what_if == NULL)
    {
      gtk_box_append (GTK_BOX (self), milieu_label_new (_("What is lost is being computed."), "sub dim-label"));
      return;
    }
  append_losses (self, what_if);
  append_dropped (self, what_if);
  append_caution (self, what_if);
}

static void
milieu_simulation_card_class_init (MilieuSimulationCardClass *klass)
{
}

static void
milieu_simulation_card_init (MilieuSimulationCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "simulation-card");
  gtk_widget_hide (GTK_WIDGET (self));
}

GtkWidget *
milieu_simulation_card_new (MilieuSession *session)
{
  MilieuSimulationCard *self = g_object_new (MILIEU_TYPE_SIMULATION_CARD, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  self->session = session;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Simulation"), -1);
  g_signal_connect_object (milieu_session_simulation (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* ---- one departure more ---- */

static void
show_departure (GtkWidget *button, const char *name, gboolean gone)
{
  /* Translators: %s is an actor */
  g_autofree char *words = g_strdup_printf (gone ? _("Take back: %s") : _("What if it left: %s"), name);

  gtk_button_set_icon_name (GTK_BUTTON (button), gone ? "edit-undo-symbolic" : "list-remove-symbolic");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

GtkWidget *
milieu_departure_button_new (MilieuSession *session, guint32 actor)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", actor);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.what-if-actor");
  show_departure (button, name_of (session, actor), milieu_simulation_names (milieu_session_simulation (session), actor));
  return button;
}

GtkWidget *
milieu_departure_bar_new (MilieuSession *session, guint32 actor)
{
  gboolean gone = milieu_simulation_names (milieu_session_simulation (session), actor);
  GtkWidget *button = gtk_button_new_with_label (gone ? _("Take It Back") : _("Simulate Its Departure"));

  gtk_widget_add_css_class (button, "section");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", actor);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.what-if-actor");
  return button;
}

GtkWidget *
milieu_leaving_row_new (MilieuSession *session, guint32 actor)
{
  return line_new (milieu_actor_row_new (session, actor, NULL), milieu_departure_button_new (session, actor));
}
