/* Saving, and what is asked when the file is not as it was. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/window-private.h"

#define SUFFIX ".milieu"

typedef struct
{
  MilieuWindow *window;
  GFile *file;
  MilieuThen then; /* (nullable) */
} Saving;

void
milieu_window_add_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &(GtkRecentData) {
    .mime_type = (char *) MILIEU_MAP_MIME, .app_name = (char *) "Milieu", .app_exec = (char *) "milieu %u" });
}

static void save_to (MilieuWindow *self, GFile *file, gboolean over, MilieuThen then);
static void ask_save (MilieuWindow *self, MilieuThen then);

/* another program wrote the file: what it wrote goes only if the person says so */

static void
on_stands_answered (AdwMessageDialog *dialog, const char *response, gpointer then)
{
  MilieuWindow *self = MILIEU_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (g_str_equal (response, "merge"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.merge-file", NULL);
  else if (g_str_equal (response, "save-as"))
    ask_save (self, then);
  else if (g_str_equal (response, "over"))
    save_to (self, milieu_document_file (milieu_session_document (self->session)), TRUE, then);
}

static void
ask_what_stands (MilieuWindow *self, const char *words, MilieuThen then)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("The Map Was Not Saved"), words));

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "over", _("Save _Over"), "save-as", _("Save _As…"),
                                    "merge", _("_Merge…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "over", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "merge");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_stands_answered), then);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  MilieuWindow *self = saving->window;
  g_autoptr (GError) error = NULL;

  if (milieu_document_save_finish (MILIEU_DOCUMENT (source), result, &error))
    {
      milieu_window_add_recent (saving->file);
      milieu_window_show_recent (self);
      milieu_notice_bar_clear (self->notices, MILIEU_NOTICE_OUTSIDE);
      milieu_window_say (self, _("Saved"));
      if (saving->then)
        saving->then (self);
    }
  else if (g_error_matches (error, MILIEU_DOCUMENT_ERROR, MILIEU_DOCUMENT_ERROR_CHANGED))
    ask_what_stands (self, error->message, saving->then);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The Map Was Not Saved"), error->message);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
    }
  g_object_unref (saving->window);
  g_object_unref (saving->file);
  g_free (saving);
}

static void
save_to (MilieuWindow *self, GFile *file, gboolean over, MilieuThen then)
{
  Saving *saving = g_new0 (Saving, 1);

  *saving = (Saving) { g_object_ref (self), g_object_ref (file), then };
  milieu_document_save_async (milieu_session_document (self->session), file, over, on_saved, saving);
}

void
milieu_window_add_map_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) maps = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (maps, _("Maps"));
  gtk_file_filter_add_suffix (maps, SUFFIX + 1);
  gtk_file_chooser_add_filter (chooser, maps);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static GFile *
with_suffix (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *longer = NULL;

  if (!path || g_str_has_suffix (path, SUFFIX))
    return g_object_ref (file);
  longer = g_strconcat (path, SUFFIX, NULL);
  return g_file_new_for_path (longer);
}

static void
on_save_chosen (GtkNativeDialog *chooser, int response, gpointer then)
{
  MilieuWindow *self = MILIEU_WINDOW (gtk_native_dialog_get_transient_for (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autoptr (GFile) file = with_suffix (chosen);
      save_to (self, file, FALSE, then);
    }
  g_object_unref (chooser);
}

static void
ask_save (MilieuWindow *self, MilieuThen then)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save the Map"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  MilieuDocument *document = milieu_session_document (self->session);
  g_autofree char *title = milieu_document_title (document);
  g_autofree char *name = g_strconcat (g_strdelimit (title, "/\\:", '-'), SUFFIX, NULL);

  if (milieu_document_file (document))
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), milieu_document_file (document), NULL);
  else
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  milieu_window_add_map_filter (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_save_chosen), then);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
milieu_window_save (MilieuWindow *self, MilieuThen then)
{
  GFile *file = milieu_document_file (milieu_session_document (self->session));

  if (file)
    save_to (self, file, FALSE, then);
  else
    ask_save (self, then);
}

static void
act_save (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_window_save (MILIEU_WINDOW (widget), NULL);
}

static void
act_save_as (GtkWidget *widget, const char *action, GVariant *target)
{
  ask_save (MILIEU_WINDOW (widget), NULL);
}

void
milieu_window_save_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save", NULL, act_save);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, act_save_as);
}
