#include "window/versions-dialog.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "format/project-read.h"
#include "session/versions.h"
#include "window/application.h"
#include "window/comparison-dialog.h"
#include "window/sheet.h"

typedef struct
{
  MilieuSheet sheet;
  MilieuSession *session;
  GPtrArray *versions; /* (element-type MilieuVersion) */
} Dialog;

typedef struct { Dialog *dialog; const MilieuVersion *version; } Choice;

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  milieu_jobs_cancel (milieu_session_jobs (dialog->session), "compare");
  g_ptr_array_unref (dialog->versions);
  g_object_unref (dialog->session);
  g_free (dialog);
}

static void
on_open (GtkButton *button, Choice *choice)
{
  GtkWindow *sheet = choice->dialog->sheet.window, *parent = gtk_window_get_transient_for (sheet);
  MilieuWindow *window = milieu_application_window_for (gtk_window_get_application (parent), NULL);
  g_autoptr (GFile) file = g_file_new_for_path (choice->version->path);

  milieu_window_open_copy (window, file);
  gtk_window_close (sheet);
  gtk_window_present (GTK_WINDOW (window));
}

static gpointer
read_version (MilieuJob *job, gpointer choice, GError **error)
{
  return milieu_project_read (((Choice *) choice)->version->path, error);
}

static void
on_version_read (MilieuJob *job, gpointer result, const GError *error, gpointer owner)
{
  Choice *choice = milieu_job_data (job);
  g_autoptr (MilieuMap) map = result;
  g_autofree char *time = milieu_sheet_time (choice->version->time);
  GtkWidget *dialog;

  if (map != NULL)
    {
      milieu_comparison_dialog_present (choice->dialog->session, map, time, choice->dialog->sheet.window);
      return;
    }
  dialog = adw_message_dialog_new (choice->dialog->sheet.window, _("This Version Cannot Be Read"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_compare (GtkButton *button, Choice *choice)
{
  milieu_jobs_start (milieu_session_jobs (choice->dialog->session), &(MilieuTask) {
    .lane = "compare", .title = _("Opening…"), .work = read_version, .done = on_version_read,
    .data = g_memdup2 (choice, sizeof *choice), .free_data = g_free, .free_result = g_object_unref,
    .owner = choice->dialog->sheet.window });
}

static void
choice_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
add_button (Dialog *dialog, GtkWidget *row, const MilieuVersion *version, const char *words, const char *name, GCallback clicked)
{
  GtkWidget *button = milieu_sheet_button_new (words, name, NULL);
  Choice choice = { dialog, version };

  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_data (button, "clicked", clicked, g_memdup2 (&choice, sizeof choice), choice_free, 0);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
}

/* "3 added, 2 changed" */
static char *
counts_words (const MilieuVersion *version)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *added = g_strdup_printf (ngettext ("%u added", "%u added", version->added), version->added);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u changed", "%u changed", version->changed), version->changed);
  g_autofree char *removed = g_strdup_printf (ngettext ("%u removed", "%u removed", version->removed), version->removed);
  g_autofree char *moved = g_strdup_printf (ngettext ("%u moved in the network", "%u moved in the network", version->moved),
                                            version->moved);

  if (version->added > 0)
    g_strv_builder_add (parts, added);
  if (version->changed > 0)
    g_strv_builder_add (parts, changed);
  if (version->removed > 0)
    g_strv_builder_add (parts, removed);
  if (version->moved > 0)
    g_strv_builder_add (parts, moved);
  strings = g_strv_builder_end (parts);
  if (strings[0] == NULL)
    return g_strdup (version->words[0] == NULL ? _("As the file was found") : _("Nothing changed"));
  return g_strjoinv (", ", strings);
}

static void
add_version (Dialog *dialog, AdwPreferencesGroup *group, const MilieuVersion *version)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *time = milieu_sheet_time (version->time), *words = counts_words (version);
  g_autofree char *open = g_strdup_printf (_("Open a copy of the version of %s"), time);
  g_autofree char *compare = g_strdup_printf (_("Compare the version of %s with the map as it is now"), time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), words);
  /* an action goes before those that are there */
  add_button (dialog, row, version, _("Open a Copy"), open, G_CALLBACK (on_open));
  add_button (dialog, row, version, _("Compare"), compare, G_CALLBACK (on_compare));
  for (guint i = g_strv_length (version->words); i > 0; i--)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), milieu_sheet_line_new (version->words[i - 1], NULL));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), version->words[0] != NULL);
  adw_preferences_group_add (group, row);
}

void
milieu_versions_dialog_present (MilieuSession *session, GtkWindow *parent)
{
  GFile *file = milieu_document_file (milieu_session_document (session));
  Dialog *dialog = g_new0 (Dialog, 1);
  AdwPreferencesGroup *group;

  dialog->sheet = milieu_sheet_new (parent, _("Versions"), 640, 560);
  dialog->session = g_object_ref (session);
  dialog->versions = file != NULL ? milieu_versions_list (file) : g_ptr_array_new ();
  group = milieu_sheet_group_new (&dialog->sheet, NULL, dialog->versions->len > 0
                                                          ? _("The last ten saves of this map, and what was done before each.")
                                                          : _("The last ten saves of a map are kept. This one was not saved yet."));
  for (guint i = 0; i < dialog->versions->len; i++)
    add_version (dialog, group, dialog->versions->pdata[i]);
  g_object_set_data_full (G_OBJECT (dialog->sheet.window), "milieu-dialog", dialog, dialog_free);
  gtk_window_present (dialog->sheet.window);
}
