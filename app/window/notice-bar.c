#include "window/notice-bar.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/rows.h"

struct _MilieuNoticeBar
{
  GtkBox parent;
};

G_DEFINE_FINAL_TYPE (MilieuNoticeBar, milieu_notice_bar, GTK_TYPE_BOX)

static void
on_closed (GtkInfoBar *bar, int response, MilieuNoticeBar *self)
{
  if (response == GTK_RESPONSE_CLOSE)
    gtk_box_remove (GTK_BOX (self), GTK_WIDGET (bar));
}

static void
milieu_notice_bar_class_init (MilieuNoticeBarClass *klass)
{
}

static void
milieu_notice_bar_init (MilieuNoticeBar *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

void
milieu_notice_bar_say (MilieuNoticeBar *self, const char *id, const char *words, const char *button, const char *action)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_INFO_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "message-type", GTK_MESSAGE_WARNING,
                                 "show-close-button", TRUE, "name", id, NULL);
  GtkWidget *label = milieu_label_new (words, NULL);

  milieu_notice_bar_clear (self, id);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (button != NULL)
    {
      GtkWidget *act = milieu_mnemonic_button_new (button);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (act), action);
      gtk_widget_set_valign (act, GTK_ALIGN_CENTER);
      gtk_info_bar_add_action_widget (GTK_INFO_BAR (bar), act, GTK_RESPONSE_NONE);
    }
  gtk_widget_add_css_class (bar, "notice");
  g_signal_connect (bar, "response", G_CALLBACK (on_closed), self);
  gtk_box_append (GTK_BOX (self), bar);
}

void
milieu_notice_bar_clear (MilieuNoticeBar *self, const char *id)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (id == NULL || g_str_equal (gtk_widget_get_name (child), id))
        gtk_box_remove (GTK_BOX (self), child);
      child = next;
    }
}
