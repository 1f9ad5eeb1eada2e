#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/application.h"

#include "geo/credits.h"
#include "window/labels.h"
#include "window/recovery-dialog.h"
#include "window/window.h"

struct _MilieuApplication
{
  AdwApplication parent;
  gboolean has_looked; /* for what was lost */
};

G_DEFINE_FINAL_TYPE (MilieuApplication, milieu_application, ADW_TYPE_APPLICATION)

typedef struct
{
  const char *action;
  const char *keys[4];
} Accel;

/* keys without a modifier belong to the canvas, not to every entry of the window;
 * beside each digit, what French and Belgian keyboards write on its key without Shift */
static const Accel accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.import", { "<Control>i" } },
  { "win.export", { "<Control>e" } },
  { "win.figures", { "<Control><Shift>e" } },
  { "win.print", { "<Control>p" } },
  { "window.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.find", { "<Control>f" } },
  { "win.select-all", { "<Control>a" } },
  { "win.select-none", { "<Control><Shift>a" } },
  { "win.duplicate", { "<Control>d" } },
  { "win.what-if-selected", { "<Control><Shift>d" } },
  { "win.could-meet", { "<Control>m" } },
  { "win.add-actor", { "<Control>Insert", "<Control>Return" } },
  { "win.tie", { "<Control>t" } },
  { "win.rename", { "F2" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0", "<Control>agrave" } },
  { "win.zoom-selection", { "<Control><Shift>0", "<Control>parenright" } },
  { "win.view('map')", { "<Control>1", "<Control>KP_1", "<Control>ampersand" } },
  { "win.view('network')", { "<Control>2", "<Control>KP_2", "<Control>eacute" } },
  { "win.view('both')", { "<Control>3", "<Control>KP_3", "<Control>quotedbl" } },
  { "win.filters", { "F9" } },
  { "win.panel", { "<Shift>F9" } },
  { "win.panel-page('readings')", { "<Alt>1", "<Alt>KP_1", "<Alt>ampersand" } },
  { "win.panel-page('inspector')", { "<Alt>2", "<Alt>KP_2", "<Alt>eacute" } },
  { "win.list", { "<Alt>3", "<Alt>KP_3", "<Alt>quotedbl" } },
  { "win.kinds", { "<Control>k" } },
  { "win.next-part(false)", { "F6" } },
  { "win.next-part(true)", { "<Shift>F6" } },
  { "win.fullscreen", { "F11" } },
  { "win.shortcuts", { "<Control>question" } },
};

static MilieuWindow *
blank_window (GtkApplication *self)
{
  for (GList *l = gtk_application_get_windows (self); l; l = l->next)
    if (MILIEU_IS_WINDOW (l->data) && milieu_window_is_blank (l->data))
      return l->data;
  return milieu_window_new (ADW_APPLICATION (self));
}

MilieuWindow *
milieu_application_find_window (GtkApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (self); file && l; l = l->next)
    if (MILIEU_IS_WINDOW (l->data) && milieu_window_has (l->data, file))
      return l->data;
  return NULL;
}

MilieuWindow *
milieu_application_window_for (GtkApplication *self, GFile *file)
{
  MilieuWindow *window = milieu_application_find_window (self, file);

  if (window && !milieu_document_is_modified (milieu_session_document (milieu_window_session (window))))
    return window;
  return blank_window (self);
}

/* what was done before an earlier program died, once a run */
static void
look_for_lost_edits (MilieuApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GPtrArray) found = NULL;

  if (self->has_looked || !MILIEU_IS_WINDOW (window))
    return;
  self->has_looked = TRUE;
  found = milieu_recovery_find ();
  if (found->len > 0)
    milieu_recovery_dialog_present (window, g_steal_pointer (&found));
}

static void
milieu_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (!window)
    window = GTK_WINDOW (milieu_window_new (ADW_APPLICATION (application)));
  gtk_window_present (window);
  look_for_lost_edits (MILIEU_APPLICATION (application));
}

static void
milieu_application_open (GApplication *application, GFile **files, int n, const char *hint)
{
  for (int i = 0; i < n; i++)
    {
      MilieuWindow *window = milieu_application_find_window (GTK_APPLICATION (application), files[i]);

      if (!window)
        {
          window = blank_window (GTK_APPLICATION (application));
          milieu_window_open (window, files[i]);
        }
      gtk_window_present (GTK_WINDOW (window));
    }
  look_for_lost_edits (MILIEU_APPLICATION (application));
}

static GFile *
example_file (void)
{
  const char *folder = g_getenv ("MILIEU_DATADIR");

  return g_file_new_build_filename (folder ? folder : MILIEU_PKGDATADIR, "example", "hauts-de-france.milieu", NULL);
}

static void
act_open_example (GSimpleAction *action, GVariant *target, gpointer application)
{
  g_autoptr (GFile) file = example_file ();
  MilieuWindow *window = blank_window (application);

  milieu_window_open_copy (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static void
act_quit (GSimpleAction *action, GVariant *target, gpointer application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  /* each window asks about its own changes */
  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

static void
act_about (GSimpleAction *action, GVariant *target, gpointer application)
{
  static const char *const developers[] = { "Milieu", NULL };
  GtkWindow *parent = gtk_application_get_active_window (application);
  g_autofree char *short_credit = g_markup_escape_text (milieu_label (MILIEU_CREDIT_SHORT), -1);
  g_autofree char *long_credit = g_markup_escape_text (milieu_label (MILIEU_CREDIT_LONG), -1);
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  g_object_set (about, "transient-for", parent, "application-name", "Milieu",
                "application-icon", MILIEU_APPLICATION_ID, "version", MILIEU_VERSION,
                "developer-name", _("The authors of Milieu"), "developers", developers,
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Draw an innovation ecosystem, and read it twice: as a landscape of institutions, "
                              "and as what its actors do together."),
                "translator-credits", _("translator-credits"), NULL);
  /* who made the ground of the map is said in full */
  adw_about_window_add_legal_section (about, _("Map data"), short_credit, GTK_LICENSE_CUSTOM, long_credit);
  gtk_window_present (GTK_WINDOW (about));
}

/* the desktop's style, or one that is asked for here */
static void
act_style (GSimpleAction *action, GVariant *style, gpointer application)
{
  const char *name = g_variant_get_string (style, NULL);
  AdwColorScheme scheme = g_str_equal (name, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                          : g_str_equal (name, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  g_simple_action_set_state (action, style);
}

/* not installed, the icons lie beside the other data */
static void
find_icons (void)
{
  const char *folder = g_getenv ("MILIEU_DATADIR");
  g_autofree char *icons = folder ? g_build_filename (folder, "icons", NULL) : NULL;

  if (icons)
    gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), icons);
}

static void
milieu_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = act_about },
    { .name = "open-example", .activate = act_open_example },
    { .name = "quit", .activate = act_quit },
    { .name = "style", .parameter_type = "s", .state = "'follow'", .change_state = act_style },
  };

  G_APPLICATION_CLASS (milieu_application_parent_class)->startup (application);
  find_icons ();
  gtk_window_set_default_icon_name (MILIEU_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, (const char **) accels[i].keys);
}

static void
milieu_application_class_init (MilieuApplicationClass *klass)
{
  G_APPLICATION_CLASS (klass)->startup = milieu_application_startup;
  G_APPLICATION_CLASS (klass)->activate = milieu_application_activate;
  G_APPLICATION_CLASS (klass)->open = milieu_application_open;
}

static void
milieu_application_init (MilieuApplication *self)
{
}

int
milieu_window_main (int argc, char **argv)
{
  g_autoptr (MilieuApplication) application = NULL;

  g_set_application_name ("Milieu");
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _("milieu: the window needs a display, and there is none; “milieu --help” tells what goes without"));
      return 1;
    }
  application = g_object_new (MILIEU_TYPE_APPLICATION, "application-id", MILIEU_APPLICATION_ID,
                              "flags", G_APPLICATION_HANDLES_OPEN,
                              "resource-base-path", "/org/milieu/Milieu", NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
