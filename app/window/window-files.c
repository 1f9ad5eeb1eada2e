/* New, open, and what must be asked before a map is let go. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/window-private.h"

#include "session/state.h"
#include "window/application.h"

#define MAX_RECENT 8

/* state of the window, kept beside the file */

static MilieuWindowState
state_now (MilieuWindow *self)
{
  MilieuWindowState state = {
    .maximized = gtk_window_is_maximized (GTK_WINDOW (self)),
    .filters = adw_flap_get_reveal_flap (self->filters_flap),
    .panel = adw_flap_get_reveal_flap (self->panel_flap),
  };
  g_autofree char *view = NULL;

  gtk_window_get_default_size (GTK_WINDOW (self), &state.width, &state.height);
  g_object_get (self->views, "shown", &view, NULL);
  g_strlcpy (state.view, view, sizeof state.view);
  return state;
}

void
milieu_window_save_state (MilieuWindow *self)
{
  MilieuWindowState state = state_now (self);

  if (self->narrow || self->filters_before_both)
    state.filters = TRUE;
  if (self->narrow)
    state.panel = TRUE;
  milieu_state_save (milieu_document_file (milieu_session_document (self->session)), &state,
                     milieu_session_filter (self->session));
}

void
milieu_window_load_state (MilieuWindow *self, GFile *file)
{
  MilieuWindowState state = state_now (self);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  milieu_state_load (file, &state, &filter);
  milieu_question_set_filter (milieu_session_question (self->session), &filter);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_window_set_default_size (GTK_WINDOW (self), state.width, state.height);
      if (state.maximized)
        gtk_window_maximize (GTK_WINDOW (self));
    }
  adw_flap_set_reveal_flap (self->filters_flap, state.filters && !self->narrow);
  adw_flap_set_reveal_flap (self->panel_flap, state.panel && !self->narrow);
  g_object_set (self->views, "shown", state.view, NULL);
}

/* the guard */

static void
on_guard_answered (AdwMessageDialog *dialog, const char *response, gpointer then)
{
  MilieuWindow *self = MILIEU_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));

  if (g_str_equal (response, "discard"))
    ((MilieuThen) then) (self);
  else if (g_str_equal (response, "save"))
    milieu_window_save (self, then);
}

void
milieu_window_guard (MilieuWindow *self, MilieuThen then)
{
  MilieuDocument *document = milieu_session_document (self->session);
  g_autofree char *title = NULL;
  AdwMessageDialog *dialog;

  if (!milieu_document_is_modified (document))
    {
      then (self);
      return;
    }
  title = milieu_document_title (document);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL));
  adw_message_dialog_format_body (dialog, _("“%s” holds changes that are not saved. What is discarded is gone for good: it is not recovered at the next start."), title);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_guard_answered), then);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* opening */

static void
show_error (MilieuWindow *self, GFile *file, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->error_page, escaped);
  gtk_stack_set_visible_child_name (self->pages, "error");
  if (error->domain == MILIEU_FORMAT_ERROR && error->code != MILIEU_FORMAT_ERROR_FILE)
    milieu_window_offer_salvage (self, file);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MilieuWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (milieu_document_open_finish (MILIEU_DOCUMENT (source), result, &error))
    {
      GFile *file = milieu_document_file (MILIEU_DOCUMENT (source));

      g_clear_object (&self->opening);
      milieu_window_load_state (self, file);
      if (file)
        milieu_window_add_recent (file);
      milieu_window_show_recent (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autoptr (GFile) file = g_steal_pointer (&self->opening);

      show_error (self, file, error);
    }
}

static void
open_wanted (MilieuWindow *self)
{
  GFile *file = g_object_get_data (G_OBJECT (self), "wanted-file");

  if (!milieu_window_is_blank (self))
    milieu_window_save_state (self);
  milieu_window_forget_salvage (self);
  g_set_object (&self->opening, file);
  if (g_object_get_data (G_OBJECT (self), "wanted-copy"))
    milieu_document_open_copy_async (milieu_session_document (self->session), file, on_opened, g_object_ref (self));
  else
    milieu_document_open_async (milieu_session_document (self->session), file, on_opened, g_object_ref (self));
}

static void
want (MilieuWindow *self, GFile *file, gboolean copy)
{
  g_object_set_data_full (G_OBJECT (self), "wanted-file", g_object_ref (file), g_object_unref);
  g_object_set_data (G_OBJECT (self), "wanted-copy", GINT_TO_POINTER (copy));
  milieu_window_guard (self, open_wanted);
}

void
milieu_window_open (MilieuWindow *self, GFile *file)
{
  MilieuWindow *other = milieu_application_find_window (gtk_window_get_application (GTK_WINDOW (self)), file);

  if (other)
    gtk_window_present (GTK_WINDOW (other));
  else
    want (self, file, FALSE);
}

void
milieu_window_open_copy (MilieuWindow *self, GFile *file)
{
  want (self, file, TRUE);
}

gboolean
milieu_window_has (MilieuWindow *self, GFile *file)
{
  GFile *here = self->opening ? self->opening : milieu_document_file (milieu_session_document (self->session));

  return here && g_file_equal (here, file);
}

gboolean
milieu_window_is_blank (MilieuWindow *self)
{
  MilieuDocument *document = milieu_session_document (self->session);

  return !self->opening && !milieu_document_file (document) && !milieu_document_is_modified (document)
         && milieu_map_count (milieu_document_map (document), MILIEU_RECORD_ACTOR) == 0;
}

static void
on_open_chosen (GtkNativeDialog *chooser, int response, gpointer data)
{
  MilieuWindow *self = MILIEU_WINDOW (gtk_native_dialog_get_transient_for (chooser));

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      milieu_window_open (self, file);
    }
  g_object_unref (chooser);
}

static void
act_open (GtkWidget *widget, const char *action, GVariant *target)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Open a Map"), GTK_WINDOW (widget),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  milieu_window_add_map_filter (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_open_chosen), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
act_open_recent (GtkWidget *widget, const char *action, GVariant *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  milieu_window_open (MILIEU_WINDOW (widget), file);
}

static void
start_new (MilieuWindow *self)
{
  MilieuFilter filter;

  milieu_filter_init (&filter);
  milieu_question_set_filter (milieu_session_question (self->session), &filter);
  milieu_document_clear (milieu_session_document (self->session));
}

static void
act_new (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_window_guard (MILIEU_WINDOW (widget), start_new);
}

static void
act_dismiss_error (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_window_forget_salvage (MILIEU_WINDOW (widget));
  gtk_stack_set_visible_child_name (MILIEU_WINDOW (widget)->pages, "map");
}

static void
close_now (MilieuWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

gboolean
milieu_window_close_request (GtkWindow *window)
{
  MilieuWindow *self = MILIEU_WINDOW (window);

  if (!self->closing && milieu_document_is_modified (milieu_session_document (self->session)))
    {
      milieu_window_guard (self, close_now);
      return TRUE;
    }
  if (!milieu_window_is_blank (self))
    milieu_window_save_state (self);
  return GTK_WINDOW_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (window)))->close_request (window);
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

void
milieu_window_show_recent (MilieuWindow *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  items = g_list_sort (items, compare_recent);
  g_menu_remove_all (self->recent);
  for (GList *l = items; l && g_menu_model_get_n_items (G_MENU_MODEL (self->recent)) < MAX_RECENT; l = l->next)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MILIEU_MAP_MIME) != 0 || !gtk_recent_info_exists (l->data))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (l->data), NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (l->data));
      g_menu_append_item (self->recent, item);
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
milieu_window_files_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new", NULL, act_new);
  gtk_widget_class_install_action (klass, "win.open", NULL, act_open);
  gtk_widget_class_install_action (klass, "win.open-recent", "s", act_open_recent);
  gtk_widget_class_install_action (klass, "win.dismiss-error", NULL, act_dismiss_error);
}

void
milieu_window_files_init (MilieuWindow *self)
{
  milieu_window_show_recent (self);
}
