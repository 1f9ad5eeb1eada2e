/* The bars of the window of figures. */
#include "window/figures-window-private.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/rows.h"

static GtkWidget *
icon_new (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

GtkWidget *
milieu_figures_window_header_new (MilieuFiguresWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->back = icon_new ("go-previous-symbolic", _("All Figures"), "figures.back");
  self->add = icon_new ("list-add-symbolic", _("New Figure"), "figures.new");
  self->undo = icon_new ("edit-undo-symbolic", _("Undo"), "figures.undo");
  self->redo = icon_new ("edit-redo-symbolic", _("Redo"), "figures.redo");
  self->keep = milieu_mnemonic_button_new (_("_Keep in the Map"));
  self->export = milieu_mnemonic_button_new (_("_Export…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->keep), "figures.keep");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->export), "figures.export");
  gtk_widget_add_css_class (self->export, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->undo);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->redo);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->export);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->keep);
  return header;
}

static GtkWidget *
export_all_new (void)
{
  static const char *const kinds[][2] = { { "PDF", "pdf" }, { "SVG", "svg" }, { "PNG", "png" }, { "TikZ (LaTeX)", "tex" } };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *action = g_strdup_printf ("figures.export-all::%s", kinds[i][1]);

      g_menu_append (menu, kinds[i][0], action);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Export All"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Export All"), -1);
  return button;
}

GtkWidget *
milieu_figures_window_actions_new (MilieuFiguresWindow *self)
{
  static const char *const buttons[][2] = { { N_("Open"), "figures.open" }, { N_("Rename…"), "figures.rename" },
                                            { N_("Duplicate"), "figures.duplicate" }, { N_("Delete"), "figures.delete" } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *all = export_all_new ();

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_(buttons[i][0]));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i][1]);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_hexpand (all, TRUE);
  gtk_widget_set_halign (all, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), all);
  gtk_widget_add_css_class (box, "figures-actions");
  self->actions = box;
  return box;
}

GtkWidget *
milieu_figures_window_progress_new (MilieuFiguresWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *stop = gtk_button_new_with_label (_("Stop"));

  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->progress, TRUE);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Writing the figures"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (stop), "figures.stop");
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), stop);
  gtk_widget_add_css_class (box, "figures-actions");
  gtk_widget_hide (box);
  return box;
}
