#include "window/figures-window.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "session/figure-home.h"
#include "window/figure-file.h"
#include "window/figures-window-private.h"
#include "window/labels.h"

G_DEFINE_FINAL_TYPE (MilieuFiguresWindow, milieu_figures_window, ADW_TYPE_WINDOW)

static MilieuFigureHome *
home_of (MilieuFiguresWindow *self)
{
  return self->composer != NULL ? milieu_composer_home (self->composer) : NULL;
}

static void
say (MilieuFiguresWindow *self, const char *words)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (words));
}

/* ---- what can be done ---- */

static void
update_actions (MilieuFiguresWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean composing = self->composer != NULL, draft = composing && milieu_figure_home_is_draft (home_of (self));
  gboolean chosen = !composing && milieu_figures_list_selected (self->list) != MILIEU_NO_KEY;
  guint n = milieu_snapshot_count (milieu_session_snapshot (self->session), MILIEU_RECORD_FIGURE);
  const char *undo = milieu_history_undo_words (self->history), *redo = milieu_history_redo_words (self->history);
  static const char *const of_chosen[] = { "figures.open", "figures.rename", "figures.duplicate", "figures.delete" };

  for (guint i = 0; i < G_N_ELEMENTS (of_chosen); i++)
    gtk_widget_action_set_enabled (widget, of_chosen[i], chosen);
  gtk_widget_action_set_enabled (widget, "figures.export-all", n > 0 && !composing);
  gtk_widget_action_set_enabled (widget, "figures.export", composing);
  gtk_widget_action_set_enabled (widget, "figures.undo", undo != NULL);
  gtk_widget_action_set_enabled (widget, "figures.redo", redo != NULL);
  gtk_widget_set_tooltip_text (self->undo, undo);
  gtk_widget_set_tooltip_text (self->redo, redo);
  gtk_widget_set_visible (self->back, composing && !draft);
  gtk_widget_set_visible (self->add, !composing);
  gtk_widget_set_visible (self->keep, draft);
  gtk_widget_set_visible (self->export, composing);
  gtk_widget_set_visible (self->actions, !composing && n > 0);
}

static void show_list (MilieuFiguresWindow *self);

static void
on_history (MilieuFiguresWindow *self)
{
  MilieuFigureHome *home = home_of (self);
  const MilieuPlate *plate = home != NULL ? milieu_figure_home_plate (home) : NULL;

  if (home != NULL && plate == NULL)
    show_list (self);
  if (home != NULL && plate != NULL && !milieu_figure_home_is_draft (home))
    gtk_window_set_title (GTK_WINDOW (self), plate->name);
  update_actions (self);
}

static void
follow (MilieuFiguresWindow *self, MilieuHistory *history)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_set_object (&self->history, history);
  g_signal_connect_swapped (history, "changed", G_CALLBACK (on_history), self);
}

/* ---- list and page ---- */

static void
drop_composer (MilieuFiguresWindow *self)
{
  if (self->composer != NULL)
    gtk_stack_remove (self->pages, GTK_WIDGET (self->composer));
  self->composer = NULL;
}

static void
show_list (MilieuFiguresWindow *self)
{
  guint32 key = self->composer != NULL ? milieu_figure_home_key (home_of (self)) : MILIEU_NO_KEY;

  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->list));
  drop_composer (self);
  follow (self, milieu_document_history (milieu_session_document (self->session)));
  gtk_window_set_title (GTK_WINDOW (self), _("Figures"));
  milieu_figures_list_select (self->list, key);
  update_actions (self);
}

static void
on_written (MilieuFiguresWindow *self, const char *path)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *name = g_path_get_basename (path), *words = g_strdup_printf (_("“%s” was written"), name);

  if (self->composer == NULL || !milieu_figure_home_is_draft (home_of (self)))
    {
      say (self, words);
      return;
    }
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.say-written", "s", path);
  gtk_window_close (GTK_WINDOW (self));
}

/* @home: (transfer full) */
static void
show_composer (MilieuFiguresWindow *self, MilieuFigureHome *home)
{
  g_autoptr (MilieuFigureHome) taken = home;
  const MilieuPlate *plate = milieu_figure_home_plate (home);

  drop_composer (self);
  self->composer = MILIEU_COMPOSER (milieu_composer_new (self->session, home));
  g_signal_connect_swapped (self->composer, "written", G_CALLBACK (on_written), self);
  g_signal_connect_swapped (self->composer, "failed", G_CALLBACK (say), self);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->composer));
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->composer));
  follow (self, milieu_figure_home_history (home));
  gtk_window_set_title (GTK_WINDOW (self), milieu_figure_home_is_draft (home) || plate == NULL ? _("Export a Figure") : plate->name);
  update_actions (self);
}

static void
on_opened (MilieuFiguresWindow *self, guint key)
{
  show_composer (self, milieu_figure_home_new (self->session, key));
}

/* ---- actions ---- */

static gboolean
commit (MilieuFiguresWindow *self, MilieuGroup *group, GError *refused)
{
  g_autoptr (GError) error = refused;

  if (error == NULL && milieu_document_commit (milieu_session_document (self->session), group, &error))
    return TRUE;
  say (self, error->message);
  return FALSE;
}

static void
act_new (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);
  MilieuMap *map = milieu_session_map (self->session);
  MilieuNewFigure figure = milieu_present_figure (self->session, MILIEU_PLATE_VIEW_MAP + self->view, milieu_language_of_window ());
  g_autofree char *name = milieu_edit_figure_name (map, _("Figure"));
  GError *error = NULL;
  MilieuGroup *group;
  guint32 key;

  figure.name = name;
  group = milieu_edit_add_figure (map, &figure, &key, &error);
  if (commit (self, group, error))
    on_opened (self, key);
}

static void
act_open (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);

  on_opened (self, milieu_figures_list_selected (self->list));
}

static void
act_duplicate (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);
  guint32 copy;
  MilieuGroup *group = milieu_edit_duplicate_figure (milieu_session_map (self->session), milieu_figures_list_selected (self->list), &copy);

  if (commit (self, group, NULL))
    milieu_figures_list_select (self->list, copy);
}

static void
act_delete (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);

  commit (self, milieu_edit_delete_figure (milieu_session_map (self->session), milieu_figures_list_selected (self->list)), NULL);
}

static void
on_renamed (AdwMessageDialog *dialog, const char *response, MilieuFiguresWindow *self)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  GError *error = NULL;
  MilieuGroup *group;

  if (!g_str_equal (response, "rename"))
    return;
  group = milieu_edit_rename_figure (milieu_session_map (self->session), milieu_figures_list_selected (self->list),
                                     gtk_editable_get_text (entry), &error);
  commit (self, group, error);
}

static void
act_rename (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);
  const MilieuPlate *plate = milieu_snapshot_plate (milieu_session_snapshot (self->session), milieu_figures_list_selected (self->list));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Rename the Figure"), NULL), *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), plate->name != NULL ? plate->name : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "rename");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_renamed), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
act_export (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_composer_export (MILIEU_FIGURES_WINDOW (widget)->composer);
}

static void
on_all_written (GObject *owner, const char *path, const char *problem)
{
  if (problem != NULL)
    say (MILIEU_FIGURES_WINDOW (owner), problem);
  else
    on_written (MILIEU_FIGURES_WINDOW (owner), path);
}

static void
act_export_all (GtkWidget *widget, const char *action, GVariant *suffix)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);

  milieu_figure_files_ask (self->session, g_variant_get_string (suffix, NULL), G_OBJECT (self), on_all_written);
}

static void
act_stop (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_figure_files_stop (MILIEU_FIGURES_WINDOW (widget)->session);
}

static void
act_keep (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  guint32 key = milieu_figure_home_keep (home_of (self), &error);

  if (key == MILIEU_NO_KEY)
    say (self, error->message);
  else
    on_opened (self, key);
}

static void
act_back (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);

  if (self->composer != NULL && !milieu_figure_home_is_draft (home_of (self)))
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
act_undo (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_history_undo (MILIEU_FIGURES_WINDOW (widget)->history);
}

static void
act_redo (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_history_redo (MILIEU_FIGURES_WINDOW (widget)->history);
}

static void
act_zoom (GtkWidget *widget, const char *action, GVariant *step)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (widget);

  if (self->composer != NULL)
    milieu_composer_zoom (self->composer, g_variant_get_int32 (step));
}

/* ---- how far the writing is ---- */

static void
show_progress (MilieuFiguresWindow *self)
{
  gboolean busy = milieu_jobs_is_busy (milieu_session_jobs (self->session), "export");
  double fraction = -1;
  gint64 since;

  gtk_widget_set_visible (gtk_widget_get_parent (self->progress), busy);
  if (!busy || milieu_jobs_progress (milieu_session_jobs (self->session), &fraction, &since) == NULL)
    return;
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), fraction);
  else
    gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
}

/* ---- the window ---- */

static void
build (MilieuFiguresWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *toasts = adw_toast_overlay_new (), *pages = gtk_stack_new ();

  self->toasts = ADW_TOAST_OVERLAY (toasts);
  self->pages = GTK_STACK (pages);
  self->list = MILIEU_FIGURES_LIST (milieu_figures_list_new (self->session));
  g_signal_connect_swapped (self->list, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->list, "selected", G_CALLBACK (update_actions), self);
  gtk_stack_add_child (self->pages, GTK_WIDGET (self->list));
  adw_toast_overlay_set_child (self->toasts, pages);
  gtk_widget_set_vexpand (toasts, TRUE);
  gtk_box_append (GTK_BOX (box), milieu_figures_window_header_new (self));
  gtk_box_append (GTK_BOX (box), toasts);
  gtk_box_append (GTK_BOX (box), milieu_figures_window_actions_new (self));
  gtk_box_append (GTK_BOX (box), milieu_figures_window_progress_new (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

static void
milieu_figures_window_dispose (GObject *object)
{
  MilieuFiguresWindow *self = MILIEU_FIGURES_WINDOW (object);

  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (self->history, self);
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (milieu_figures_window_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *klass)
{
  static const struct { guint key; GdkModifierType held; const char *action; } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "figures.undo" }, { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "figures.redo" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "figures.new" }, { GDK_KEY_e, GDK_CONTROL_MASK, "figures.export" },
    { GDK_KEY_F2, 0, "figures.rename" }, { GDK_KEY_d, GDK_CONTROL_MASK, "figures.duplicate" },
    { GDK_KEY_Delete, 0, "figures.delete" }, { GDK_KEY_Left, GDK_ALT_MASK, "figures.back" }, { GDK_KEY_Escape, 0, "figures.back" } };
  static const struct { guint key; int step; } zooms[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_1, 0 }, { GDK_KEY_0, G_MAXINT } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].held, keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding_action (klass, zooms[i].key, GDK_CONTROL_MASK, "figures.zoom", "i", zooms[i].step);
}

static void
milieu_figures_window_class_init (MilieuFiguresWindowClass *klass)
{
  static const struct { const char *name, *type; GtkWidgetActionActivateFunc activate; } actions[] = {
    { "figures.new", NULL, act_new }, { "figures.open", NULL, act_open }, { "figures.rename", NULL, act_rename },
    { "figures.duplicate", NULL, act_duplicate }, { "figures.delete", NULL, act_delete }, { "figures.export", NULL, act_export },
    { "figures.export-all", "s", act_export_all }, { "figures.stop", NULL, act_stop }, { "figures.keep", NULL, act_keep },
    { "figures.back", NULL, act_back }, { "figures.undo", NULL, act_undo }, { "figures.redo", NULL, act_redo },
    { "figures.zoom", "i", act_zoom } };

  G_OBJECT_CLASS (klass)->dispose = milieu_figures_window_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), actions[i].name, actions[i].type, actions[i].activate);
  add_keys (GTK_WIDGET_CLASS (klass));
}

static void
milieu_figures_window_init (MilieuFiguresWindow *self)
{
}

/* another map: what was open belongs to the one before */
static void
on_reset (MilieuFiguresWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_gone (GtkWidget *window, GtkWindow *parent)
{
  g_object_set_data (G_OBJECT (parent), "figures-window", NULL);
}

static MilieuFiguresWindow *
window_for (MilieuSession *session, MilieuView view, GtkWindow *parent)
{
  MilieuFiguresWindow *self = g_object_get_data (G_OBJECT (parent), "figures-window");

  if (self == NULL)
    {
      self = g_object_new (MILIEU_TYPE_FIGURES_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE,
                           "default-width", 1180, "default-height", 760, "title", _("Figures"), NULL);
      self->session = g_object_ref (session);
      build (self);
      g_signal_connect_object (milieu_session_document (session), "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (milieu_session_jobs (session), "changed", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
      g_object_set_data (G_OBJECT (parent), "figures-window", self);
      g_signal_connect_object (self, "destroy", G_CALLBACK (on_gone), parent, 0);
    }
  self->view = view;
  return self;
}

void
milieu_figures_window_present (MilieuSession *session, MilieuView view, GtkWindow *parent)
{
  MilieuFiguresWindow *self = window_for (session, view, parent);

  show_list (self);
  gtk_window_present (GTK_WINDOW (self));
}

void
milieu_figures_window_present_draft (MilieuSession *session, MilieuView view, GtkWindow *parent)
{
  MilieuFiguresWindow *self = window_for (session, view, parent);
  MilieuNewFigure figure = milieu_present_figure (session, MILIEU_PLATE_VIEW_MAP + view, milieu_language_of_window ());

  show_composer (self, milieu_figure_home_new_draft (session, &figure));
  gtk_window_present (GTK_WINDOW (self));
}
