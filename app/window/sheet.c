#include "window/sheet.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/rows.h"

MilieuSheet
milieu_sheet_new (GtkWindow *parent, const char *title, int width, int height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  MilieuSheet sheet = {
    .window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title", title, "default-width", width,
                            "default-height", height, NULL),
    .header = ADW_HEADER_BAR (adw_header_bar_new ()),
    .page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ()),
  };

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (sheet.window), keys);
  gtk_widget_set_vexpand (GTK_WIDGET (sheet.page), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (sheet.header));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (sheet.page));
  adw_window_set_content (ADW_WINDOW (sheet.window), box);
  return sheet;
}

AdwPreferencesGroup *
milieu_sheet_group_new (MilieuSheet *sheet, const char *title, const char *words)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *escaped_title = g_markup_escape_text (title != NULL ? title : "", -1);
  g_autofree char *escaped_words = g_markup_escape_text (words != NULL ? words : "", -1);

  adw_preferences_group_set_title (group, escaped_title);
  adw_preferences_group_set_description (group, escaped_words);
  adw_preferences_page_add (sheet->page, group);
  return group;
}

GtkWidget *
milieu_sheet_button_new (const char *words, const char *name, const char *style)
{
  GtkWidget *button = gtk_button_new ();

  /* a child of its own, for a button with a label is named after it alone */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  return button;
}

GtkWidget *
milieu_sheet_line_new (const char *words, const char *remark)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = milieu_label_new (words, "fact");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (remark != NULL)
    {
      GtkWidget *small = milieu_label_new (remark, "sub dim-label numeric");

      gtk_label_set_wrap (GTK_LABEL (small), FALSE);
      gtk_box_append (GTK_BOX (row), small);
    }
  gtk_widget_add_css_class (row, "sheet-line");
  return row;
}

char *
milieu_sheet_time (gint64 time)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  /* xgettext:no-c-format Translators: a day and a time of day, as g_date_time_format() writes them */
  return when != NULL ? g_date_time_format (when, _("%Y-%m-%d at %H:%M")) : g_strdup ("");
}
