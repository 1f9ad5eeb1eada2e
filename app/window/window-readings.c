/* What leaves the readings: copies, tables, the report, the list of sources. */
#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "edit/convention.h"
#include "format/project-write.h"
#include "format/save.h"
#include "reading/study-window.h"
#include "session/listing.h"
#include "window/copy.h"
#include "window/labels.h"
#include "window/participants-dialog.h"
#include "window/report-dialog.h"
#include "window/sources-dialog.h"
#include "window/window-private.h"

static MilieuReading *
reading_of (GtkWidget *widget)
{
  return milieu_readings_get (milieu_session_readings (MILIEU_WINDOW (widget)->session));
}

static void
act_copy_sentences (GtkWidget *widget, const char *action, GVariant *target)
{
  if (reading_of (widget) == NULL)
    return;
  milieu_copy_sentence (widget, reading_of (widget), NULL);
  milieu_window_say (MILIEU_WINDOW (widget), _("The readings were copied as sentences"));
}

static void
act_copy_table (GtkWidget *widget, const char *action, GVariant *target)
{
  if (reading_of (widget) == NULL)
    return;
  milieu_copy_table (widget, reading_of (widget), NULL);
  milieu_window_say (MILIEU_WINDOW (widget), _("The readings were copied as a table"));
}

static void
act_report (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_report_dialog_present (MILIEU_WINDOW (widget)->session, GTK_WINDOW (widget));
}

static void
act_sources (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_sources_dialog_present (MILIEU_WINDOW (widget)->session, GTK_WINDOW (widget));
}

/* ---- the table ---- */

typedef struct
{
  MilieuReading *reading;
  char *path, *name; /* name: of the map */
  MilieuLanguage language;
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  milieu_reading_unref (table->reading);
  g_free (table->path);
  g_free (table->name);
  g_free (table);
}

static char *
print (const MilieuListing *listing, const char *path)
{
  static const struct { const char *suffix; char *(*print) (const MilieuListing *); } printers[] = {
    { ".json", milieu_listing_json }, { ".md", milieu_listing_markdown }, { ".txt", milieu_listing_text },
  };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (printers); i++)
    if (g_str_has_suffix (small, printers[i].suffix))
      return printers[i].print (listing);
  return milieu_listing_csv (listing);
}

static gpointer
write_table (MilieuJob *job, gpointer data, GError **error)
{
  const Table *table = data;
  g_autofree char *hash = milieu_project_hash (milieu_job_snapshot (job));
  const char *map = *table->reading->title != '\0' ? table->reading->title : table->name;
  MilieuListing listing = { table->reading, map, hash, table->language };
  char *text = print (&listing, table->path);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return milieu_save_bytes (table->path, bytes, error) ? g_strdup (table->path) : NULL;
}

static void
on_table_written (MilieuJob *job, gpointer path, const GError *error, gpointer owner)
{
  if (error != NULL)
    milieu_window_say (MILIEU_WINDOW (owner), error->message);
  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (owner), "win.say-written", "s", (const char *) path);
  g_free (path);
}

static void
on_table_chosen (GtkNativeDialog *chooser, int response, MilieuWindow *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  GFile *map = milieu_document_file (milieu_session_document (self->session));
  MilieuReading *reading = reading_of (GTK_WIDGET (self));

  if (file != NULL && g_file_peek_path (file) != NULL && reading != NULL)
    {
      Table *table = g_new0 (Table, 1);

      table->reading = milieu_reading_ref (reading);
      table->path = g_file_get_path (file);
      table->name = map != NULL ? g_file_get_basename (map) : g_strdup (_("Untitled"));
      table->language = milieu_language_of_window ();
      milieu_jobs_start (milieu_session_jobs (self->session), &(MilieuTask) {
        .lane = "table", .snapshot = milieu_session_snapshot (self->session), .work = write_table, .data = table,
        .free_data = table_free, .free_result = g_free, .done = on_table_written, .owner = self });
    }
  g_object_unref (chooser);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
act_export_table (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export the Table: .csv, .md, .json or .txt"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  g_autofree char *title = milieu_document_title (milieu_session_document (self->session));
  g_autofree char *name = g_strdup_printf ("%s.csv", g_strdelimit (title, "/", '-'));

  add_filter (GTK_FILE_CHOOSER (chooser), _("CSV, for spreadsheets"), "csv");
  add_filter (GTK_FILE_CHOOSER (chooser), "Markdown", "md");
  add_filter (GTK_FILE_CHOOSER (chooser), "JSON", "json");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_table_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
act_participants (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_participants_dialog_present (MILIEU_WINDOW (widget)->session, GTK_WINDOW (widget));
}

/* chooses the actors of a kind, and opens where their fields are */
static void
act_enter_kind (GtkWidget *widget, const char *action, GVariant *kind)
{
  gtk_widget_activate_action_variant (widget, "win.select-kind", kind);
  milieu_window_inspect (MILIEU_WINDOW (widget));
}

/* "" for the bounding box, "view" for what the map shows, else the setting itself */
static void
act_study_window (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  const char *asked = g_variant_get_string (target, NULL);
  g_autofree char *setting = g_strdup (asked);

  if (strcmp (asked, "view") == 0)
    {
      MilieuBounds ground = milieu_canvas_ground (milieu_views_map (self->views));

      if (milieu_bounds_is_empty (&ground))
        {
          milieu_window_say (self, _("The map has not been shown yet: open it, and look at the ground that is meant"));
          return;
        }
      g_free (setting);
      setting = milieu_study_window_box (ground);
    }
  milieu_window_commit (self, milieu_edit_set_study_window (milieu_session_map (self->session), MILIEU_SETTING_STUDY_WINDOW,
                                                            *setting != '\0' ? setting : NULL), NULL);
}

void
milieu_window_readings_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.copy-sentences", NULL, act_copy_sentences);
  gtk_widget_class_install_action (klass, "win.copy-table", NULL, act_copy_table);
  gtk_widget_class_install_action (klass, "win.export-table", NULL, act_export_table);
  gtk_widget_class_install_action (klass, "win.report", NULL, act_report);
  gtk_widget_class_install_action (klass, "win.sources", NULL, act_sources);
  gtk_widget_class_install_action (klass, "win.participants", NULL, act_participants);
  gtk_widget_class_install_action (klass, "win.enter-kind", "s", act_enter_kind);
  gtk_widget_class_install_action (klass, "win.study-window", "s", act_study_window);
}
