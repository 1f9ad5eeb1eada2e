#include "window/what-if-menu.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "model/vocabulary.h"
#include "window/labels.h"

static void
append_grounds (GMenu *menu)
{
  static const MilieuGround grounds[] = { MILIEU_GROUND_UPPERGROUND, MILIEU_GROUND_EMERGING, MILIEU_GROUND_MIDDLEGROUND,
                                          MILIEU_GROUND_UNDERGROUND };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      const char *label = milieu_label (milieu_vocabulary_label (MILIEU_VOCABULARY_GROUND, grounds[i]));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.what-if-ground", "s",
                                         milieu_vocabulary_token (MILIEU_VOCABULARY_GROUND, grounds[i]));
      g_menu_append_item (menu, item);
    }
}

GMenuModel *
milieu_what_if_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) departures = g_menu_new (), grounds = g_menu_new (), ways = g_menu_new ();

  g_menu_append (departures, _("The _Selected Actors Left"), "win.what-if-selected");
  append_grounds (grounds);
  g_menu_append_submenu (departures, _("A Whole _Ground Left"), G_MENU_MODEL (grounds));
  g_menu_append (departures, _("All _Institutional Ties Went"), "win.what-if-institutions");
  g_menu_append (ways, _("_Pairs That Could Meet"), "win.could-meet");
  g_menu_append (ways, _("_Restore"), "win.restore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (departures));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  return G_MENU_MODEL (menu);
}

GtkWidget *
milieu_what_if_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = milieu_what_if_menu_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("What If"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What If"), -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "what-if");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  return button;
}
