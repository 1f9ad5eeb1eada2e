#include "window/source-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "window/field-row.h"

typedef struct
{
  MilieuSession *session;
  guint32 source;
  GtkWidget *list;
} Dialog;

static void
on_changed (MilieuDocument *document, guint mask, GtkWindow *window)
{
  Dialog *dialog = g_object_get_data (G_OBJECT (window), "milieu-dialog");

  if (milieu_snapshot_source (milieu_session_snapshot (dialog->session), dialog->source) == NULL)
    gtk_window_close (window);
  else
    milieu_field_list_show (GTK_BOX (dialog->list), &dialog->source, 1);
}

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_object_unref (dialog->session);
  g_free (dialog);
}

void
milieu_source_dialog_present (MilieuSession *session, guint32 source, GtkWindow *parent)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->session = g_object_ref (session);
  dialog->source = source;
  dialog->list = milieu_boxed_list_new (_("Source"));
  milieu_field_list_fill (GTK_BOX (dialog->list), session, MILIEU_RECORD_SOURCE, MILIEU_SOURCE_TITLE, MILIEU_SOURCE_ADDRESS);
  milieu_field_list_show (GTK_BOX (dialog->list), &source, 1);
  g_object_set_data_full (G_OBJECT (window), "milieu-dialog", dialog, dialog_free);
  gtk_widget_add_css_class (body, "dialog-body");
  gtk_box_append (GTK_BOX (body), dialog->list);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), body);
  g_object_set (window, "title", _("Source"), "transient-for", parent, "modal", TRUE, "default-width", 460, "content", box, NULL);
  g_signal_connect_object (milieu_session_document (session), "changed", G_CALLBACK (on_changed), window, 0);
  gtk_window_present (GTK_WINDOW (window));
}
