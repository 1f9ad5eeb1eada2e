#include "window/import-dialog.h"

#include "milieu-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/import.h"
#include "window/import-report.h"
#include "window/labels.h"
#include "window/rows.h"

#define N_TABLES 5
#define STEP_MICROSECONDS 8000 /* of a frame */

#define MILIEU_TYPE_IMPORT_DIALOG (milieu_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MilieuImportDialog, milieu_import_dialog, MILIEU, IMPORT_DIALOG, AdwWindow)

struct _MilieuImportDialog
{
  AdwWindow parent_instance;

  MilieuSession *session;
  GtkStack *stack;
  char *paths[N_TABLES];
  AdwActionRow *rows[N_TABLES];
  guint choosing; /* the table that a file is being chosen for */
  GtkEditable *title, *year;
  GtkCheckButton *into_new;
  GtkWidget *back, *look, *add;
  GtkLabel *problem, *summary;
  GtkBox *lines;
  GtkProgressBar *progress;

  /* what is being read, and then what was read, until it is added */
  MilieuMap *map; /* the open one, or a new one */
  MilieuReport *report;
  MilieuImporting *importing;
  guint idle;
  MilieuGroup *group;
};

G_DEFINE_FINAL_TYPE (MilieuImportDialog, milieu_import_dialog, ADW_TYPE_WINDOW)

static const char *const titles[N_TABLES] = { N_("Actors"), N_("Ties"), N_("Suggested grounds"), N_("Scopes"),
                                              N_("Disputed values") };

static gboolean
makes_new_map (MilieuImportDialog *self)
{
  return gtk_check_button_get_active (self->into_new);
}

static void
show_page (MilieuImportDialog *self, gboolean report)
{
  gtk_stack_set_visible_child_name (self->stack, report ? "report" : "tables");
  gtk_widget_set_visible (self->back, report);
  gtk_widget_set_visible (self->look, !report);
  gtk_widget_set_visible (self->add, report);
  gtk_button_set_label (GTK_BUTTON (self->add), makes_new_map (self) ? _("_Make the Map") : _("_Add to the Map"));
}

static void
forget (MilieuImportDialog *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->importing, milieu_importing_free);
  g_clear_pointer (&self->report, milieu_report_free);
  g_clear_pointer (&self->group, milieu_group_unref);
  g_clear_object (&self->map);
}

static void
on_back (MilieuImportDialog *self)
{
  forget (self);
  show_page (self, FALSE);
}

/* other tables: what was read of those before is no more true */
static void
update (MilieuImportDialog *self)
{
  gboolean some = FALSE;

  forget (self);
  gtk_widget_hide (GTK_WIDGET (self->progress));
  show_page (self, FALSE);
  for (guint i = 0; i < N_TABLES; i++)
    {
      g_autofree char *name = self->paths[i] != NULL ? g_path_get_basename (self->paths[i]) : NULL;
      g_autofree char *escaped = name != NULL ? g_markup_escape_text (name, -1) : NULL;

      adw_action_row_set_subtitle (self->rows[i], escaped != NULL ? escaped : _("No file"));
      some = some || self->paths[i] != NULL;
    }
  gtk_widget_set_sensitive (self->look, some);
}

static void
say (MilieuImportDialog *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

static void
on_read (MilieuImportDialog *self)
{
  g_autoptr (GError) error = NULL;

  self->group = milieu_importing_end (self->importing, &error);
  g_clear_pointer (&self->importing, milieu_importing_free);
  gtk_widget_hide (GTK_WIDGET (self->progress));
  gtk_widget_set_sensitive (self->look, TRUE);
  say (self, error);
  if (self->group == NULL)
    return;
  milieu_import_report_fill (self->lines, self->summary, self->report);
  show_page (self, TRUE);
}

/* rows are records, which are the main thread's: a frame's worth at a time */
static gboolean
on_idle (gpointer data)
{
  MilieuImportDialog *self = data;
  gint64 end = g_get_monotonic_time () + STEP_MICROSECONDS;
  double fraction = 1;
  gboolean more;

  do
    more = milieu_importing_step (self->importing, &fraction);
  while (more && g_get_monotonic_time () < end);
  gtk_progress_bar_set_fraction (self->progress, fraction);
  if (more)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  on_read (self);
  return G_SOURCE_REMOVE;
}

static void
on_look (MilieuImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  const char *title = gtk_editable_get_text (self->title);
  MilieuImport tables = {
    .actors = self->paths[0], .ties = self->paths[1], .grounds = self->paths[2], .scope = self->paths[3],
    .claims = self->paths[4], .title = *title != '\0' ? title : NULL,
    .year = (guint) g_ascii_strtoull (gtk_editable_get_text (self->year), NULL, 10),
  };

  forget (self);
  self->map = makes_new_map (self) ? milieu_map_new () : g_object_ref (milieu_session_map (self->session));
  self->report = milieu_report_new ();
  self->importing = milieu_importing_new (self->map, &tables, self->report, &error);
  say (self, error);
  if (self->importing == NULL)
    return;
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_show (GTK_WIDGET (self->progress));
  gtk_widget_set_sensitive (self->look, FALSE);
  self->idle = g_idle_add (on_idle, self);
}

static void
finish (MilieuImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  MilieuDocument *document = milieu_session_document (self->session);

  /* the empty map first, so that the import is a change of it like any other */
  if (makes_new_map (self))
    milieu_document_take (document, self->map, NULL);
  milieu_document_commit (document, g_steal_pointer (&self->group), &error);
  if (error == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.zoom-fit", NULL);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  on_back (self);
  say (self, error);
}

static void
on_discard_answered (AdwMessageDialog *dialog, const char *response, MilieuImportDialog *self)
{
  if (g_str_equal (response, "discard"))
    finish (self);
}

static void
on_add (MilieuImportDialog *self)
{
  GtkWidget *dialog;

  if (!makes_new_map (self) || !milieu_document_is_modified (milieu_session_document (self->session)))
    {
      finish (self);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Discard Unsaved Changes?"),
                                   _("The new map takes the place of the open one, which has changes that were not saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_discard_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* the tables */

static void
on_chosen (GtkNativeDialog *chooser, int response, MilieuImportDialog *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      g_free (self->paths[self->choosing]);
      self->paths[self->choosing] = g_file_get_path (file);
      say (self, NULL);
      update (self);
    }
  g_object_unref (chooser);
}

static GtkFileFilter *
filter_new (const char *name, const char *const *suffixes)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, suffixes[i]);
  return filter;
}

static void
choose (GtkButton *button, MilieuImportDialog *self)
{
  static const char *const tables[] = { "*.csv", "*.tsv", "*.txt", NULL }, *const all[] = { "*", NULL };
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Choose a Table"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) some = filter_new (_("Tables (CSV)"), tables);
  g_autoptr (GtkFileFilter) any = filter_new (_("All files"), all);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), some);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), any);
  self->choosing = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "milieu-table"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* the table that a file is by its name; what says nothing is a table of actors */
static guint
table_of (const char *path)
{
  static const char *const stems[N_TABLES] = { "actor", "tie", "ground", "scope", "conflict" };
  g_autofree char *name = g_path_get_basename (path), *lower = g_ascii_strdown (name, -1);
  guint i = N_TABLES - 1;

  while (i > 0 && strstr (lower, stems[i]) == NULL)
    i--;
  return i;
}

static void
take_files (MilieuImportDialog *self, GSList *files)
{
  for (GSList *l = files; l != NULL; l = l->next)
    {
      char *path = g_file_get_path (l->data);
      guint i = path != NULL ? table_of (path) : 0;

      if (path == NULL)
        continue;
      g_free (self->paths[i]);
      self->paths[i] = path;
    }
  update (self);
}

/* several files dropped at once find their places by their names */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, MilieuImportDialog *self)
{
  take_files (self, g_value_get_boxed (value));
  return TRUE;
}

static GtkWidget *
table_row_new (MilieuImportDialog *self, guint i)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new ();
  g_autofree char *words = g_strdup_printf (_("Choose the table: %s"), milieu_label (titles[i]));

  self->rows[i] = ADW_ACTION_ROW (row);
  /* a child of its own, for a button with a label is named after it alone */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (_("Choose…")));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "milieu-table", GUINT_TO_POINTER (i));
  g_signal_connect (button, "clicked", G_CALLBACK (choose), self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), milieu_label (titles[i]));
  adw_action_row_add_suffix (self->rows[i], button);
  return row;
}

static GtkEditable *
add_entry (GtkWidget *group, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

static GtkCheckButton *
add_choice (GtkWidget *group, const char *title, GtkCheckButton *with)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), with);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_CHECK_BUTTON (check);
}

static GtkWidget *
tables_page_new (MilieuImportDialog *self)
{
  GtkWidget *page = adw_preferences_page_new (), *tables = adw_preferences_group_new ();
  GtkWidget *where = adw_preferences_group_new (), *about = adw_preferences_group_new ();
  gboolean is_empty = milieu_map_count (milieu_session_map (self->session), MILIEU_RECORD_ACTOR) == 0;
  GtkCheckButton *into_open;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (tables), _("Tables"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (tables), _("CSV files whose first row names the columns. Any of them will do; drop several at once."));
  for (guint i = 0; i < N_TABLES; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (tables), table_row_new (self, i));
  self->problem = GTK_LABEL (milieu_label_new ("", "error"));
  gtk_widget_hide (GTK_WIDGET (self->problem));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (tables), GTK_WIDGET (self->problem));
  into_open = add_choice (where, _("Into the open map"), NULL);
  self->into_new = add_choice (where, _("As a new map"), into_open);
  gtk_check_button_set_active (is_empty ? self->into_new : into_open, TRUE);
  self->title = add_entry (about, _("Title of the map"));
  self->year = add_entry (about, _("Reference year"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (tables));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (where));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (about));
  return page;
}

static GtkWidget *
header_button_new (MilieuImportDialog *self, const char *words, gboolean suggested, GCallback clicked)
{
  GtkWidget *button = milieu_mnemonic_button_new (words);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static void
build (MilieuImportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new (), *stack = gtk_stack_new ();
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->stack = GTK_STACK (stack);
  self->back = header_button_new (self, _("_Back"), FALSE, G_CALLBACK (on_back));
  self->look = header_button_new (self, _("_Read the Tables"), TRUE, G_CALLBACK (on_look));
  self->add = header_button_new (self, _("_Add to the Map"), TRUE, G_CALLBACK (on_add));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->look);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);
  gtk_stack_add_named (self->stack, tables_page_new (self), "tables");
  gtk_stack_add_named (self->stack, milieu_import_report_new (&self->lines, &self->summary), "report");
  gtk_widget_set_vexpand (stack, TRUE);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "osd");
  gtk_widget_hide (GTK_WIDGET (self->progress));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading the Tables"), -1);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), stack);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static void
milieu_import_dialog_finalize (GObject *object)
{
  MilieuImportDialog *self = MILIEU_IMPORT_DIALOG (object);

  forget (self);
  for (guint i = 0; i < N_TABLES; i++)
    g_free (self->paths[i]);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_import_dialog_parent_class)->finalize (object);
}

static void
milieu_import_dialog_class_init (MilieuImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = milieu_import_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
milieu_import_dialog_init (MilieuImportDialog *self)
{
}

void
milieu_import_dialog_present (MilieuSession *session, GtkWindow *parent, GSList *files)
{
  MilieuImportDialog *self = g_object_new (MILIEU_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE,
                                           "default-width", 600, "default-height", 720, "title", _("Import Tables"), NULL);

  self->session = g_object_ref (session);
  build (self);
  take_files (self, files);
  gtk_window_present (GTK_WINDOW (self));
}
