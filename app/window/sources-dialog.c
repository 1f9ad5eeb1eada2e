#include "window/sources-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "figure/study.h"
#include "window/labels.h"
#include "window/rows.h"

static void
on_copy (GtkButton *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), text);
}

static GtkWidget *
block_new (const MilieuBlock *block)
{
  gboolean quote = block->kind == MILIEU_BLOCK_QUOTE;
  GtkWidget *label = milieu_label_new (block->text, quote ? "quote" : block->kind == MILIEU_BLOCK_HEADING ? "heading" : "fact");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, quote ? 18 : 0);
  gtk_widget_set_margin_top (label, quote ? 0 : 6);
  return label;
}

static char *
text_of (const MilieuStudy *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->blocks->len; i++)
    {
      const MilieuBlock *block = list->blocks->pdata[i];

      g_string_append_printf (text, "%s%s\n", block->kind == MILIEU_BLOCK_QUOTE ? "    " : "", block->text);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
body_new (const MilieuStudy *list)
{
  GtkWidget *scroll = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint i = 0; i < list->blocks->len; i++)
    gtk_box_append (GTK_BOX (box), block_new (list->blocks->pdata[i]));
  gtk_widget_add_css_class (box, "dialog-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  return scroll;
}

void
milieu_sources_dialog_present (MilieuSession *session, GtkWindow *parent)
{
  MilieuReading *reading = milieu_readings_get (milieu_session_readings (session));
  GtkWidget *window, *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new (), *copy;
  GtkShortcutController *keys;
  g_autoptr (MilieuStudy) list = NULL;

  if (reading == NULL)
    return;
  list = milieu_bibliography_new (milieu_session_snapshot (session), milieu_session_filter (session), reading,
                                  milieu_language_of_window ());
  window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "default-width", 560, "default-height", 560,
                         "title", _("Sources"), NULL);
  keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  copy = milieu_mnemonic_button_new (_("_Copy"));
  g_signal_connect_data (copy, "clicked", G_CALLBACK (on_copy), text_of (list), (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), copy);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body_new (list));
  gtk_shortcut_controller_add_shortcut (keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                                gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (keys));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}
