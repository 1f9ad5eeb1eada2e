/* Merging what another program wrote, or another map. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/merge-dialog.h"
#include "window/window-private.h"

typedef struct { MilieuWindow *window; gboolean of_file; } Merging;

/* undo takes all of it back at once */
static void
say_merged (MilieuWindow *self, guint changes)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u change merged", "%u changes merged", changes), changes);
  AdwToast *toast = adw_toast_new (changes > 0 ? words : _("Nothing to merge: all of it is here"));

  if (changes > 0)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
tell (MilieuWindow *self, const GError *error)
{
  GtkWidget *dialog;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The Maps Were Not Merged"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_decided (MilieuMerge *merge, gboolean of_file, gpointer window)
{
  MilieuWindow *self = window;
  MilieuDocument *document = milieu_session_document (self->session);
  MilieuHistory *history = milieu_document_history (document);
  g_autoptr (GError) error = NULL;
  guint before, after;

  milieu_history_size (history, &before);
  if (!milieu_document_commit_merge (document, merge, of_file, &error))
    {
      tell (self, error);
      return;
    }
  milieu_history_size (history, &after);
  if (of_file)
    milieu_notice_bar_clear (self->notices, MILIEU_NOTICE_OUTSIDE);
  say_merged (self, after > before ? milieu_group_size (milieu_history_get (history, after - 1)) : 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Merging *merging = data;
  g_autoptr (MilieuWindow) self = merging->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (MilieuMerge) merge = milieu_document_merge_finish (MILIEU_DOCUMENT (source), result, &error);

  if (merge == NULL)
    tell (self, error);
  else if (milieu_merge_n_conflicts (merge) == 0)
    on_decided (merge, merging->of_file, self);
  else
    milieu_merge_dialog_present (self->session, g_steal_pointer (&merge), merging->of_file, GTK_WINDOW (self), on_decided, self);
}

static void
merge_with (MilieuWindow *self, GFile *file)
{
  MilieuDocument *document = milieu_session_document (self->session);
  GFile *own = milieu_document_file (document);
  Merging *merging = g_new0 (Merging, 1);

  *merging = (Merging) { g_object_ref (self), own != NULL && g_file_equal (own, file) };
  milieu_document_merge_async (document, file, on_read, merging);
}

static void
act_merge_file (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  GFile *file = milieu_document_file (milieu_session_document (self->session));

  if (file != NULL)
    merge_with (self, file);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, gpointer data)
{
  MilieuWindow *self = MILIEU_WINDOW (gtk_native_dialog_get_transient_for (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      merge_with (self, file);
    }
  g_object_unref (chooser);
}

static void
act_merge_other (GtkWidget *widget, const char *action, GVariant *target)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Merge Another Map"), GTK_WINDOW (widget),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Merge"), NULL);

  milieu_window_add_map_filter (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
milieu_window_merge_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.merge-file", NULL, act_merge_file);
  gtk_widget_class_install_action (klass, "win.merge-other", NULL, act_merge_other);
}
