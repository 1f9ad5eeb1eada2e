#include "window/export-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "session/page-work.h"
#include "window/export-notes.h"
#include "window/labels.h"
#include "window/rows.h"

#define PREVIEW_LANE "export-preview"
#define WRITE_LANE "export"
#define PREVIEW_PX 1400
#define WIDTH_MM 170
#define PRESET 2 /* the page of that width */
#define DPI 300

#define MILIEU_TYPE_EXPORT_DIALOG (milieu_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MilieuExportDialog, milieu_export_dialog, MILIEU, EXPORT_DIALOG, AdwWindow)

struct _MilieuExportDialog
{
  AdwWindow parent_instance;

  MilieuSession *session;
  AdwComboRow *view, *extent, *format, *style, *language, *preset;
  AdwActionRow *width_row, *dpi_row;
  GtkSpinButton *width, *dpi;
  GtkEditable *title;
  GtkSwitch *legend;
  GtkPicture *preview;
  GtkWidget *spinner, *write;
  GtkLabel *problem, *facts;
  MilieuExportNotes *notes;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (MilieuExportDialog, milieu_export_dialog, ADW_TYPE_WINDOW)

static const char *const suffixes[] = { "pdf", "svg", "png", "tex" };
/* in the order of the list: paper first */
static const MilieuStyleName styles[] = { MILIEU_STYLE_PRINT, MILIEU_STYLE_GREY, MILIEU_STYLE_CONTRAST, MILIEU_STYLE_LIGHT,
                                          MILIEU_STYLE_DARK };

static const MilieuPreset *
preset_of (MilieuExportDialog *self)
{
  guint n, chosen = adw_combo_row_get_selected (self->preset);
  const MilieuPreset *presets = milieu_presets (&n);

  return &presets[MIN (chosen, n - 1)];
}

/* the map's own title is no wish of the figure: it goes with the map, as on the command line */
static const char *
title_asked (MilieuExportDialog *self)
{
  const char *own = milieu_snapshot_setting (milieu_session_snapshot (self->session), "title");
  const char *typed = gtk_editable_get_text (self->title);

  return g_str_equal (typed, own != NULL ? own : "") ? NULL : typed;
}

static MilieuPageRequest
request_of (MilieuExportDialog *self)
{
  return (MilieuPageRequest) {
    .filter = *milieu_session_filter (self->session),
    .language = adw_combo_row_get_selected (self->language) == 0 ? MILIEU_LANGUAGE_ENGLISH : MILIEU_LANGUAGE_FRENCH,
    .style = styles[MIN (adw_combo_row_get_selected (self->style), G_N_ELEMENTS (styles) - 1)],
    .view = adw_combo_row_get_selected (self->view),
    .extent = adw_combo_row_get_selected (self->extent),
    .width_mm = gtk_spin_button_get_value (self->width),
    .departure = *milieu_simulation_departure (milieu_session_simulation (self->session)),
    .no_legend = !gtk_switch_get_active (self->legend),
    .title = (char *) title_asked (self),
    .format = adw_combo_row_get_selected (self->format),
    .dpi = gtk_spin_button_get_value (self->dpi),
  };
}

static void
start (MilieuExportDialog *self, const char *lane, const char *title, const MilieuPageRequest *request, MilieuJobDone done)
{
  MilieuTask task = {
    .lane = lane,
    .title = title,
    .snapshot = milieu_session_snapshot (self->session),
    .work = milieu_page_work,
    .data = milieu_page_request_copy (request),
    .free_data = milieu_page_request_free,
    .free_result = milieu_page_result_free,
    .done = done,
    .owner = self,
  };

  milieu_jobs_start (milieu_session_jobs (self->session), &task);
}

/* the preview */

static void
show_facts (MilieuExportDialog *self, const MilieuFigure *figure)
{
  MilieuLanguage language = milieu_language_of_window ();
  double per_mm = 96 / 25.4;
  g_autofree char *width = milieu_words_number (language, milieu_figure_width (figure) / per_mm, 0);
  g_autofree char *height = milieu_words_number (language, milieu_figure_height (figure) / per_mm, 0);
  g_autofree char *words = g_strdup_printf (_("%s × %s mm"), width, height);

  gtk_label_set_label (self->facts, words);
}

static void
on_previewed (MilieuJob *job, gpointer data, const GError *error, gpointer owner)
{
  MilieuExportDialog *self = owner;
  MilieuPageResult *result = data;
  g_autoptr (GdkTexture) texture = NULL;

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  if (result == NULL)
    return;
  texture = gdk_memory_texture_new (result->width, result->height, GDK_MEMORY_DEFAULT, result->pixels, (gsize) result->stride);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  show_facts (self, result->figure);
  milieu_export_notes_show (self->notes, result);
  milieu_page_result_free (result);
}

static gboolean
ask_preview (gpointer data)
{
  MilieuExportDialog *self = data;
  MilieuPageRequest request = request_of (self);

  self->timeout = 0;
  request.preview = PREVIEW_PX;
  request.preset = preset_of (self);
  request.findings = milieu_language_of_window ();
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  start (self, PREVIEW_LANE, NULL, &request, on_previewed);
  return G_SOURCE_REMOVE;
}

/* a moment after the last change, for a title is typed letter by letter */
static void
update (MilieuExportDialog *self)
{
  gboolean is_png = adw_combo_row_get_selected (self->format) == MILIEU_PAGE_PNG;

  gtk_widget_set_sensitive (GTK_WIDGET (self->dpi_row), is_png);
  gtk_widget_set_sensitive (GTK_WIDGET (self->extent), adw_combo_row_get_selected (self->view) != MILIEU_VIEW_NETWORK);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (250, ask_preview, self);
}

/* the page takes the width of what it is made for; the person may change it */
static void
on_preset (MilieuExportDialog *self)
{
  gtk_spin_button_set_value (self->width, preset_of (self)->width_mm);
  update (self);
}

/* writing */

static void
on_written (MilieuJob *job, gpointer data, const GError *error, gpointer owner)
{
  MilieuExportDialog *self = owner;
  MilieuPageResult *result = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_set_sensitive (self->write, TRUE);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (result == NULL)
    return;
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.say-written", "s", result->path);
  milieu_page_result_free (result);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_chosen (GtkNativeDialog *chooser, int response, MilieuExportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      g_autofree char *path = g_file_get_path (file);
      MilieuPageRequest request = request_of (self);

      request.path = path;
      gtk_widget_set_sensitive (self->write, path == NULL);
      if (path != NULL)
        start (self, WRITE_LANE, _("Writing the figure"), &request, on_written);
    }
  g_object_unref (chooser);
}

static void
on_write (MilieuExportDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Export the Figure"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  g_autofree char *title = milieu_document_title (milieu_session_document (self->session));
  g_autofree char *name = g_strdup_printf ("%s.%s", g_strdelimit (title, "/", '-'),
                                           suffixes[MIN (adw_combo_row_get_selected (self->format),
                                                        G_N_ELEMENTS (suffixes) - 1)]);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* the form */

static AdwComboRow *
add_combo (MilieuExportDialog *self, GtkWidget *group, const char *title, const char *const *msgids, guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; msgids[i] != NULL; i++)
    gtk_string_list_append (list, milieu_label (msgids[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (update), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

static AdwActionRow *
add_number (MilieuExportDialog *self, GtkWidget *group, const char *title, GtkSpinButton **spin, double from, double to,
            double step, double value)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_spin_button_new_with_range (from, to, step);

  *spin = GTK_SPIN_BUTTON (button);
  gtk_spin_button_set_value (*spin, value);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_signal_connect_swapped (button, "value-changed", G_CALLBACK (update), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_ACTION_ROW (row);
}

static void
add_figure (MilieuExportDialog *self, GtkWidget *group, MilieuView view)
{
  static const char *const views[] = { N_("Map"), N_("Network"), N_("Both"), NULL };
  static const char *const extents[] = { N_("Region"), N_("Densest place"), N_("All actors"), NULL };
  static const char *const style_names[] = { N_("Paper"), N_("Greys"), N_("High contrast"), N_("Light screen"),
                                             N_("Dark screen"), NULL };
  static const char *const languages[] = { "English", "Français", NULL };
  const char *title = milieu_snapshot_setting (milieu_session_snapshot (self->session), "title");
  GtkWidget *entry = adw_entry_row_new (), *legend = adw_action_row_new (), *toggle = gtk_switch_new ();

  self->view = add_combo (self, group, _("Shows"), views, view);
  self->extent = add_combo (self, group, _("Frame"), extents, 0);
  self->title = GTK_EDITABLE (entry);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Title"));
  gtk_editable_set_text (self->title, title != NULL ? title : "");
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  self->legend = GTK_SWITCH (toggle);
  gtk_switch_set_active (self->legend, TRUE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (update), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (legend), _("Legend"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (legend), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (legend), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), legend);
  self->style = add_combo (self, group, _("Style"), style_names, 0);
  self->language = add_combo (self, group, _("Language"), languages, milieu_language_of_window () == MILIEU_LANGUAGE_FRENCH);
}

static void
add_file (MilieuExportDialog *self, GtkWidget *group)
{
  static const char *const formats[] = { "PDF", "SVG", "PNG", "TikZ (LaTeX)", NULL };
  guint n;
  const MilieuPreset *presets = milieu_presets (&n);
  g_autofree const char **labels = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    labels[i] = presets[i].label;
  self->format = add_combo (self, group, _("Format"), formats, MILIEU_PAGE_PDF);
  self->preset = add_combo (self, group, _("Made for"), labels, PRESET);
  g_signal_connect_swapped (self->preset, "notify::selected", G_CALLBACK (on_preset), self);
  self->width_row = add_number (self, group, _("Width (mm)"), &self->width, 60, 1000, 5, WIDTH_MM);
  self->dpi_row = add_number (self, group, _("Pixels per inch"), &self->dpi, 36, 1200, 50, DPI);
}

static GtkWidget *
form_new (MilieuExportDialog *self, MilieuView view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14), *scroll = gtk_scrolled_window_new ();
  GtkWidget *figure = adw_preferences_group_new (), *file = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (figure), _("Figure"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (file), _("File"));
  add_figure (self, figure, view);
  add_file (self, file);
  self->problem = GTK_LABEL (milieu_label_new ("", "error"));
  gtk_widget_hide (GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), file);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_widget_add_css_class (box, "dialog-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroll, 340, -1);
  return scroll;
}

static GtkWidget *
preview_new (MilieuExportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *picture = gtk_picture_new ();

  self->preview = GTK_PICTURE (picture);
  gtk_picture_set_alternative_text (self->preview, _("Preview of the figure"));
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_widget_set_hexpand (picture, TRUE);
  self->facts = GTK_LABEL (milieu_label_new ("", "sub dim-label numeric"));
  gtk_label_set_xalign (self->facts, 0.5);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->facts));
  self->notes = MILIEU_EXPORT_NOTES (milieu_export_notes_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));
  gtk_widget_add_css_class (box, "export-preview");
  return box;
}

static void
build (MilieuExportDialog *self, MilieuView view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->write = milieu_mnemonic_button_new (_("_Export…"));
  gtk_widget_add_css_class (self->write, "suggested-action");
  g_signal_connect_swapped (self->write, "clicked", G_CALLBACK (on_write), self);
  self->spinner = gtk_spinner_new ();
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->write);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->spinner);
  gtk_box_append (GTK_BOX (body), form_new (self, view));
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (body), preview_new (self));
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
milieu_export_dialog_dispose (GObject *object)
{
  MilieuExportDialog *self = MILIEU_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->session != NULL)
    milieu_jobs_cancel (milieu_session_jobs (self->session), PREVIEW_LANE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_export_dialog_parent_class)->dispose (object);
}

static void
milieu_export_dialog_class_init (MilieuExportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_export_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
milieu_export_dialog_init (MilieuExportDialog *self)
{
}

void
milieu_export_dialog_present (MilieuSession *session, MilieuView view, GtkWindow *parent)
{
  MilieuExportDialog *self = g_object_new (MILIEU_TYPE_EXPORT_DIALOG, "transient-for", parent, "modal", TRUE,
                                           "default-width", 980, "default-height", 700, "title", _("Export a Figure"), NULL);

  self->session = g_object_ref (session);
  build (self, view);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
