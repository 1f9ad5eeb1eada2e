#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/figures-window.h"
#include "window/import-dialog.h"
#include "window/kinds-dialog.h"
#include "window/print.h"
#include "window/window-private.h"

static void
act_export (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  milieu_figures_window_present_draft (self->session, milieu_views_shown (self->views), GTK_WINDOW (self));
}

static void
act_figures (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  milieu_figures_window_present (self->session, milieu_views_shown (self->views), GTK_WINDOW (self));
}

static void
act_print (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  milieu_print (self->session, milieu_views_shown (self->views), GTK_WINDOW (self));
}

static void
act_import (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_import_dialog_present (MILIEU_WINDOW (widget)->session, GTK_WINDOW (widget), NULL);
}

static void
act_kinds (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_kinds_dialog_present (MILIEU_WINDOW (widget)->session, GTK_WINDOW (widget));
}

/* a toast that leads to the file that was written */
static void
act_say_written (GtkWidget *widget, const char *action, GVariant *path)
{
  g_autofree char *name = g_path_get_basename (g_variant_get_string (path, NULL));
  g_autofree char *words = g_strdup_printf (_("“%s” was written"), name);
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_button_label (toast, _("Open Folder"));
  adw_toast_set_action_name (toast, "win.open-folder-of");
  adw_toast_set_action_target_value (toast, path);
  adw_toast_overlay_add_toast (MILIEU_WINDOW (widget)->toasts, toast);
}

static void
act_open_folder_of (GtkWidget *widget, const char *action, GVariant *path)
{
  g_autofree char *folder = g_path_get_dirname (g_variant_get_string (path, NULL));
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (widget), uri, GDK_CURRENT_TIME);
}

/* what the canvas shows, as a list, with the keyboard in it */
static void
act_list (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  gtk_widget_activate_action (widget, "win.panel-page", "s", "list");
  gtk_widget_child_focus (gtk_stack_get_visible_child (milieu_side_panel_stack (self->side_panel)), GTK_DIR_TAB_FORWARD);
}

/* F6 goes from part to part: canvas, side panel, filters */
static void
act_next_part (GtkWidget *widget, const char *action, GVariant *back)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  GtkWidget *parts[] = { GTK_WIDGET (milieu_views_canvas (self->views)), GTK_WIDGET (self->side_panel), GTK_WIDGET (self->tray),
                         GTK_WIDGET (self->filters) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint n = G_N_ELEMENTS (parts), at = n - 1, step = g_variant_get_boolean (back) ? n - 1 : 1;

  for (guint i = 0; i < n; i++)
    if (focus != NULL && (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i])))
      at = i;
  for (guint i = 0; i < n; i++)
    {
      at = (at + step) % n;
      if (gtk_widget_get_mapped (parts[at])
          && (at == 0 ? gtk_widget_grab_focus (parts[at]) : gtk_widget_child_focus (parts[at], GTK_DIR_TAB_FORWARD)))
        return;
    }
}

static gboolean
is_table (GFile *file)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".txt" };
  g_autofree char *name = g_file_get_basename (file), *lower = name ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower && i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* a map is opened, tables are imported */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, MilieuWindow *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files && is_table (files->data))
    milieu_import_dialog_present (self->session, GTK_WINDOW (self), files);
  else if (files)
    milieu_window_open (self, files->data);
  return files != NULL;
}

void
milieu_window_dialogs_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.export", NULL, act_export);
  gtk_widget_class_install_action (klass, "win.figures", NULL, act_figures);
  gtk_widget_class_install_action (klass, "win.print", NULL, act_print);
  gtk_widget_class_install_action (klass, "win.import", NULL, act_import);
  gtk_widget_class_install_action (klass, "win.kinds", NULL, act_kinds);
  gtk_widget_class_install_action (klass, "win.say-written", "s", act_say_written);
  gtk_widget_class_install_action (klass, "win.open-folder-of", "s", act_open_folder_of);
  gtk_widget_class_install_action (klass, "win.list", NULL, act_list);
  gtk_widget_class_install_action (klass, "win.next-part", "b", act_next_part);
}

void
milieu_window_dialogs_init (MilieuWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (drop, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
