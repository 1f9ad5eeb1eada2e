#include "window/report-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "session/study-work.h"
#include "window/labels.h"
#include "window/rows.h"

#define LANE "report"

#define MILIEU_TYPE_REPORT_DIALOG (milieu_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MilieuReportDialog, milieu_report_dialog, MILIEU, REPORT_DIALOG, AdwWindow)

struct _MilieuReportDialog
{
  AdwWindow parent_instance;

  MilieuSession *session;
  AdwComboRow *language, *format;
  GtkWidget *write;
  GtkSpinner *spinner;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (MilieuReportDialog, milieu_report_dialog, ADW_TYPE_WINDOW)

static const char *const suffixes[] = { "pdf", "md" };

static void
on_written (MilieuJob *job, gpointer path, const GError *error, gpointer owner)
{
  MilieuReportDialog *self = owner;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_set_sensitive (self->write, TRUE);
  gtk_spinner_stop (self->spinner);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (path == NULL)
    return;
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.say-written", "s", (const char *) path);
  g_free (path);
  gtk_window_close (GTK_WINDOW (self));
}

/* what the canvas hides is no part of what is asked: `milieu report` knows no hiding */
static MilieuFilter
question_of (MilieuSession *session)
{
  const MilieuFilter *asked = milieu_session_filter (session);
  MilieuFilter filter;

  milieu_filter_init (&filter);
  filter.evidence = asked->evidence;
  filter.suggested = asked->suggested;
  filter.all_scopes = asked->all_scopes;
  filter.year = asked->year;
  filter.slice = asked->slice;
  filter.emerging = asked->emerging;
  filter.without = asked->without;
  return filter;
}

static void
start (MilieuReportDialog *self, const char *path)
{
  GFile *file = milieu_document_file (milieu_session_document (self->session));
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  MilieuStudyRequest request = { .filter = question_of (self->session), .name = name, .path = (char *) path };

  request.language = adw_combo_row_get_selected (self->language) == 1 ? MILIEU_LANGUAGE_FRENCH : MILIEU_LANGUAGE_ENGLISH;
  gtk_widget_set_sensitive (self->write, FALSE);
  gtk_spinner_start (self->spinner);
  milieu_jobs_start (milieu_session_jobs (self->session), &(MilieuTask) {
    .lane = LANE, .title = _("Writing the report"), .snapshot = milieu_session_snapshot (self->session),
    .work = milieu_study_work, .data = milieu_study_request_copy (&request), .free_data = milieu_study_request_free,
    .free_result = g_free, .done = on_written, .owner = self });
}

static void
on_chosen (GtkNativeDialog *chooser, int response, MilieuReportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        start (self, path);
    }
  g_object_unref (chooser);
}

static void
on_write (MilieuReportDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Write the Report"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Write"), NULL);
  g_autofree char *title = milieu_document_title (milieu_session_document (self->session));
  g_autofree char *name = g_strdup_printf ("%s.%s", g_strdelimit (title, "/", '-'),
                                           suffixes[MIN (adw_combo_row_get_selected (self->format), 1)]);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static AdwComboRow *
add_combo (GtkWidget *group, const char *title, const char *const *names, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
body_new (MilieuReportDialog *self)
{
  const char *const languages[] = { "English", "Français", NULL }, *const formats[] = { "PDF", "Markdown", NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *group = adw_preferences_group_new ();

  self->language = add_combo (group, _("Language"), languages, milieu_language_of_window () == MILIEU_LANGUAGE_FRENCH);
  self->format = add_combo (group, _("Format"), formats, 0);
  self->problem = GTK_LABEL (milieu_label_new ("", "error"));
  gtk_widget_hide (GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), milieu_label_new (_("Both readings, the verdict, figures, methods and sources, on the evidence and the grounds that the filters ask for."), "dim-label"));
  if (milieu_simulation_is_on (milieu_session_simulation (self->session)))
    gtk_box_append (GTK_BOX (box), milieu_label_new (_("The report is about the map as it is, not about the simulation."), "caution"));
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_widget_add_css_class (box, "dialog-body");
  return box;
}

static void
milieu_report_dialog_dispose (GObject *object)
{
  MilieuReportDialog *self = MILIEU_REPORT_DIALOG (object);

  if (self->session != NULL)
    milieu_jobs_cancel (milieu_session_jobs (self->session), LANE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_report_dialog_parent_class)->dispose (object);
}

static void
milieu_report_dialog_class_init (MilieuReportDialogClass *class)
{
  G_OBJECT_CLASS (class)->dispose = milieu_report_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (class), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
milieu_report_dialog_init (MilieuReportDialog *self)
{
}

void
milieu_report_dialog_present (MilieuSession *session, GtkWindow *parent)
{
  MilieuReportDialog *self = g_object_new (MILIEU_TYPE_REPORT_DIALOG, "transient-for", parent, "modal", TRUE,
                                           "default-width", 420, "title", _("Report"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();

  self->session = g_object_ref (session);
  self->write = milieu_mnemonic_button_new (_("_Write…"));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_add_css_class (self->write, "suggested-action");
  g_signal_connect_swapped (self->write, "clicked", G_CALLBACK (on_write), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->write);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body_new (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_present (GTK_WINDOW (self));
}
