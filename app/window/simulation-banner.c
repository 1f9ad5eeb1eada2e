#include "window/simulation-banner.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/labels.h"

struct _MilieuSimulationBanner
{
  AdwBin parent;
  MilieuSession *session; /* not owned */
  GtkInfoBar *bar;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (MilieuSimulationBanner, milieu_simulation_banner, ADW_TYPE_BIN)

/* the names come with what is lost, a moment later */
static void
update (MilieuSimulationBanner *self)
{
  MilieuSimulation *simulation = milieu_session_simulation (self->session);
  const MilieuWhatIf *what_if = milieu_simulation_result (simulation);
  gboolean on = milieu_simulation_is_on (simulation);
  g_autofree char *words = what_if ? milieu_phrase_words (what_if->banner, milieu_language_of_window ()) : NULL;

  if (words)
    gtk_label_set_label (self->words, words);
  else if (on)
    gtk_label_set_label (self->words, _("Simulation. The project is not changed."));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->words), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), on);
}

static void
milieu_simulation_banner_class_init (MilieuSimulationBannerClass *klass)
{
}

static void
milieu_simulation_banner_init (MilieuSimulationBanner *self)
{
  GtkWidget *restore = gtk_button_new_with_label (_("Restore"));

  self->bar = GTK_INFO_BAR (g_object_new (GTK_TYPE_INFO_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                          "message-type", GTK_MESSAGE_WARNING, NULL));
  self->words = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_lines (self->words, 2);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "win.restore");
  gtk_widget_set_tooltip_text (restore, _("Back to the map as it is (Escape)"));
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  gtk_info_bar_add_child (self->bar, GTK_WIDGET (self->words));
  gtk_info_bar_add_action_widget (self->bar, restore, GTK_RESPONSE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "simulation");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
  gtk_widget_hide (GTK_WIDGET (self));
}

void
milieu_simulation_banner_set_session (MilieuSimulationBanner *self, MilieuSession *session)
{
  self->session = session;
  g_signal_connect_object (milieu_session_simulation (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
