/* The commands that simulate: nothing of the map changes by them. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "model/vocabulary.h"
#include "window/simulation-banner.h"
#include "window/what-if-menu.h"
#include "window/window-private.h"

static MilieuSimulation *
simulation_of (gpointer window)
{
  return milieu_session_simulation (MILIEU_WINDOW (window)->session);
}

/* what is lost stands on the readings' page */
static void
show_loss (MilieuWindow *self)
{
  if (!milieu_simulation_is_on (simulation_of (self)))
    return;
  adw_flap_set_reveal_flap (self->panel_flap, !self->narrow || adw_flap_get_reveal_flap (self->panel_flap));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.panel-page", "s", "readings");
}

static void
act_selected (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuSelection *selection = milieu_session_selection (MILIEU_WINDOW (widget)->session);
  guint n;
  const guint32 *actors = milieu_selection_keys (selection, MILIEU_RECORD_ACTOR, &n);

  milieu_simulation_set_actors (simulation_of (widget), actors, n, TRUE);
  /* so that the whole is seen without them, not their neighbours alone */
  milieu_selection_clear (selection);
  show_loss (MILIEU_WINDOW (widget));
}

/* one actor, by its key: who has left comes back */
static void
act_actor (GtkWidget *widget, const char *action, GVariant *target)
{
  guint32 key = g_variant_get_uint32 (target);
  MilieuSimulation *simulation = simulation_of (widget);

  milieu_simulation_set_actors (simulation, &key, 1, !milieu_simulation_names (simulation, key));
}

static void
act_ground (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuSimulation *simulation = simulation_of (widget);
  guint ground;

  if (!milieu_vocabulary_parse (MILIEU_VOCABULARY_GROUND, g_variant_get_string (target, NULL), &ground))
    return;
  milieu_simulation_set_ground (simulation, ground, !(milieu_simulation_departure (simulation)->grounds & 1u << ground));
  show_loss (MILIEU_WINDOW (widget));
}

static void
act_institutions (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuSimulation *simulation = simulation_of (widget);

  milieu_simulation_set_institutional_ties (simulation, !milieu_simulation_departure (simulation)->institutional_ties);
  show_loss (MILIEU_WINDOW (widget));
}

static void
act_restore (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_simulation_restore (simulation_of (widget));
}

static void
act_could_meet (GtkWidget *widget, const char *action, GVariant *target)
{
  adw_flap_set_reveal_flap (MILIEU_WINDOW (widget)->panel_flap, TRUE);
  gtk_widget_activate_action (widget, "win.panel-page", "s", "meetings");
}

static void
update_actions (MilieuWindow *self)
{
  gboolean selected = milieu_selection_count (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.what-if-selected", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore", milieu_simulation_is_on (simulation_of (self)));
}

void
milieu_window_what_if_class_init (GtkWidgetClass *klass)
{
  g_type_ensure (MILIEU_TYPE_SIMULATION_BANNER);
  gtk_widget_class_install_action (klass, "win.what-if-selected", NULL, act_selected);
  gtk_widget_class_install_action (klass, "win.what-if-actor", "u", act_actor);
  gtk_widget_class_install_action (klass, "win.what-if-ground", "s", act_ground);
  gtk_widget_class_install_action (klass, "win.what-if-institutions", NULL, act_institutions);
  gtk_widget_class_install_action (klass, "win.restore", NULL, act_restore);
  gtk_widget_class_install_action (klass, "win.could-meet", NULL, act_could_meet);
  /* what has the focus comes first: its own Escape stays its own */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "win.restore", NULL);
}

void
milieu_window_what_if_init (MilieuWindow *self)
{
  g_autoptr (GMenuModel) menu = milieu_what_if_menu_new ();

  g_menu_append_submenu (self->what_if_section, _("What _If"), menu);
  milieu_simulation_banner_set_session (self->banner, self->session);
  g_signal_connect_object (simulation_of (self), "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_selection (self->session), "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}
