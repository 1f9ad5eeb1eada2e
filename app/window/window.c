#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/window-private.h"

/* under this width the columns fold over the canvas */
#define NARROW 1000
#define PROGRESS_AFTER_MS 300
#define PROGRESS_STEP_MS 120

G_DEFINE_FINAL_TYPE (MilieuWindow, milieu_window, ADW_TYPE_APPLICATION_WINDOW)

/* progress: a bar over the canvas, for what takes long enough to be noticed */

static gboolean
show_progress (gpointer data)
{
  MilieuWindow *self = data;
  double fraction;
  gint64 since;
  const char *title = milieu_jobs_progress (milieu_session_jobs (self->session), &fraction, &since);
  gboolean shown = title && g_get_monotonic_time () - since > PROGRESS_AFTER_MS * 1000;

  gtk_widget_set_visible (GTK_WIDGET (self->progress), shown);
  if (shown && fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else if (shown)
    gtk_progress_bar_pulse (self->progress);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->progress), title);
  if (title)
    return G_SOURCE_CONTINUE;
  self->progress_source = 0;
  return G_SOURCE_REMOVE;
}

static void
on_jobs_changed (MilieuWindow *self)
{
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (PROGRESS_STEP_MS, show_progress, self);
}

/* what the document is, in title, menus and pages */

static void
show_title (MilieuWindow *self)
{
  MilieuDocument *document = milieu_session_document (self->session);
  g_autofree char *title = milieu_document_title (document);
  g_autofree char *words = g_strdup_printf (milieu_document_is_modified (document) ? "• %s — Milieu" : "%s — Milieu", title);

  gtk_window_set_title (GTK_WINDOW (self), words);
}

static void
show_step (GtkWidget *button, GMenu *section, const char *action, const char *format, const char *plain, const char *what)
{
  g_autofree char *words = what && *what ? g_strdup_printf (format, what) : g_strdup (plain);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_menu_append (section, words, action);
}

static void
show_history (MilieuWindow *self)
{
  MilieuHistory *history = milieu_document_history (milieu_session_document (self->session));
  const char *undo = milieu_history_undo_words (history), *redo = milieu_history_redo_words (history);

  g_menu_remove_all (self->undo_section);
  /* Translators: %s is what was done, as in "Move 3 Actors" */
  show_step (self->undo_button, self->undo_section, "win.undo", _("Undo “%s”"), _("Undo"), undo);
  show_step (self->redo_button, self->undo_section, "win.redo", _("Redo “%s”"), _("Redo"), redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
}

static void
on_state_changed (MilieuWindow *self)
{
  show_title (self);
  show_history (self);
}

static void
show_emptiness (MilieuWindow *self)
{
  gtk_widget_set_visible (self->empty_page, milieu_map_count (milieu_session_map (self->session), MILIEU_RECORD_ACTOR) == 0);
}

static void
on_document_changed (MilieuWindow *self, guint mask)
{
  if (mask & 1u << MILIEU_RECORD_ACTOR)
    show_emptiness (self);
  if (mask & 1u << MILIEU_RECORD_KIND)
    milieu_window_update_edit_actions (self);
  show_title (self);
}

static void
on_reset (MilieuWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "map");
  show_emptiness (self);
  milieu_window_update_edit_actions (self);
}

/* who is found may be outside of what is asked or shown */
static void
say_if_hidden (MilieuWindow *self, guint32 actor)
{
  MilieuSnapshot *snapshot = milieu_session_snapshot (self->session);
  g_autofree guint8 *shown = milieu_filter_actors (milieu_session_filter (self->session), snapshot, TRUE);

  if (!shown[actor])
    milieu_window_say (self, _("The filters leave this actor out: its scope, kind, ground or period is not shown"));
}

static void
on_found (MilieuWindow *self, guint actor)
{
  MilieuCanvas *canvas = milieu_views_canvas (self->views);

  say_if_hidden (self, actor);
  milieu_selection_only (milieu_session_selection (self->session), MILIEU_RECORD_ACTOR, actor);
  milieu_canvas_reveal (canvas, actor);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

/* the page of an empty map lies over the canvas, which takes a new actor where one clicks */
static void
on_empty_pressed (MilieuWindow *self, int n, double x, double y)
{
  MilieuCanvas *canvas = milieu_views_canvas (self->views);
  graphene_point_t point;

  if (n != 2 || !gtk_widget_compute_point (self->empty_page, GTK_WIDGET (canvas), &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return;
  gtk_widget_set_visible (self->empty_page, FALSE);
  milieu_canvas_ask_actor (canvas, &(MilieuPoint) { point.x, point.y });
}

/* who had the focus before a menu or the search took it gets it back when they close */
static void
on_focus_moved (MilieuWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)
    g_set_weak_pointer (&self->focus_popover, NULL);
  else if (self->focus_popover == NULL)
    {
      g_set_weak_pointer (&self->focus_popover, gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER));
      g_set_weak_pointer (&self->focus_before, self->focus_last);
    }
  if (focus != NULL)
    g_set_weak_pointer (&self->focus_last, focus);
}

/* a menu that closes on one of its further pages leaves the focus in it (GTK 4.8), where no key is heard */
static void
on_popover_closed (MilieuWindow *self, GtkPopover *popover)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self)), *button = gtk_widget_get_parent (GTK_WIDGET (popover));

  if (focus != NULL && !gtk_widget_is_ancestor (focus, button))
    return;
  if (self->focus_before == NULL || !gtk_widget_get_mapped (self->focus_before) || !gtk_widget_grab_focus (self->focus_before))
    gtk_widget_grab_focus (GTK_WIDGET (milieu_views_canvas (self->views)));
}

/* under NARROW px the columns lie over the canvas, and are closed until asked for */
static void
on_layout (MilieuWindow *self, int width)
{
  gboolean narrow = width < NARROW;

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  adw_flap_set_fold_policy (self->filters_flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_fold_policy (self->panel_flap, narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  if (narrow)
    {
      adw_flap_set_reveal_flap (self->filters_flap, FALSE);
      adw_flap_set_reveal_flap (self->panel_flap, FALSE);
    }
}

static void
milieu_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (milieu_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (on_layout), widget, G_CONNECT_SWAPPED);
}

static void
milieu_window_dispose (GObject *object)
{
  MilieuWindow *self = MILIEU_WINDOW (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_weak_pointer (&self->focus_popover);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_weak_pointer (&self->focus_last);
  G_OBJECT_CLASS (milieu_window_parent_class)->dispose (object);
}

static void
milieu_window_finalize (GObject *object)
{
  g_clear_object (&MILIEU_WINDOW (object)->opening);
  g_clear_object (&MILIEU_WINDOW (object)->salvaged);
  g_clear_pointer (&MILIEU_WINDOW (object)->salvage_report, milieu_report_free);
  g_clear_object (&MILIEU_WINDOW (object)->session);
  G_OBJECT_CLASS (milieu_window_parent_class)->finalize (object);
}

/* made when it is asked for, where GtkApplication would make it with each window */
static void
act_shortcuts (GtkWidget *widget, const char *action, GVariant *nothing)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/milieu/Milieu/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
act_say (GtkWidget *widget, const char *action, GVariant *words)
{
  milieu_window_say (MILIEU_WINDOW (widget), g_variant_get_string (words, NULL));
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, MilieuWindow, undo_button);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, redo_button);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, menu_button);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, menu);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, search_button);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, search);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, toasts);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, notices);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, pages);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, filters_flap);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, panel_flap);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, filters);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, side_panel);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, views);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, tray);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, empty_page);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, error_page);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, salvage_button);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, progress);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, recent);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, undo_section);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, select_kind);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, dialogs_section);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, what_if_section);
  gtk_widget_class_bind_template_child (klass, MilieuWindow, banner);
}

static void
milieu_window_class_init (MilieuWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = milieu_window_dispose;
  object_class->finalize = milieu_window_finalize;
  widget_class->realize = milieu_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = milieu_window_close_request;
  g_type_ensure (MILIEU_TYPE_FILTERS);
  g_type_ensure (MILIEU_TYPE_NOTICE_BAR);
  g_type_ensure (MILIEU_TYPE_SEARCH);
  g_type_ensure (MILIEU_TYPE_SIDE_PANEL);
  g_type_ensure (MILIEU_TYPE_SIMULATION_BANNER);
  g_type_ensure (MILIEU_TYPE_TRAY);
  g_type_ensure (MILIEU_TYPE_VIEWS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/milieu/Milieu/window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "win.say", "s", act_say);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, act_shortcuts);
  milieu_window_files_class_init (widget_class);
  milieu_window_save_class_init (widget_class);
  milieu_window_merge_class_init (widget_class);
  milieu_window_salvage_class_init (widget_class);
  milieu_window_safety_class_init (widget_class);
  milieu_window_edit_class_init (widget_class);
  milieu_window_view_class_init (widget_class);
  milieu_window_dialogs_class_init (widget_class);
  milieu_window_what_if_class_init (widget_class);
  milieu_window_readings_class_init (widget_class);
}

static void
watch_empty_page (MilieuWindow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();

  g_signal_connect_swapped (press, "pressed", G_CALLBACK (on_empty_pressed), self);
  gtk_widget_add_controller (self->empty_page, GTK_EVENT_CONTROLLER (press));
}

static void
connect_session (MilieuWindow *self)
{
  MilieuDocument *document = milieu_session_document (self->session);

  g_signal_connect_object (document, "state-changed", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (on_document_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_selection (self->session), "changed",
                           G_CALLBACK (milieu_window_update_edit_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (milieu_session_jobs (self->session), "changed",
                           G_CALLBACK (on_jobs_changed), self, G_CONNECT_SWAPPED);
}

static void
fill_menu (MilieuWindow *self)
{
  gtk_menu_button_set_menu_model (self->menu_button, self->menu);
  g_signal_connect_swapped (gtk_menu_button_get_popover (self->menu_button), "closed", G_CALLBACK (on_popover_closed), self);
}

/* what is not seen at first comes after the first frame, a part a frame: a window that opens shows at once */
static gboolean
fill (GtkWidget *widget, GdkFrameClock *clock, gpointer nothing)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);
  guint frame = self->frames++;

  if (frame == 1)
    fill_menu (self);
  return frame < 1 || milieu_side_panel_fill (self->side_panel, self->session) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
milieu_window_init (MilieuWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->session = milieu_session_new ();
  connect_session (self);
  milieu_filters_set_session (self->filters, self->session);
  milieu_tray_set_session (self->tray, self->session);
  milieu_search_set_session (self->search, self->session);
  milieu_views_set_session (self->views, self->session);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), fill, NULL, NULL);
  g_signal_connect_swapped (self->search, "found", G_CALLBACK (on_found), self);
  g_signal_connect_swapped (self->views, "activated", G_CALLBACK (milieu_window_inspect), self);
  g_signal_connect_swapped (self->tray, "activated", G_CALLBACK (milieu_window_inspect), self);
  g_signal_connect_swapped (gtk_menu_button_get_popover (self->search_button), "closed", G_CALLBACK (on_popover_closed), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_moved), NULL);
  watch_empty_page (self);
  milieu_window_view_init (self);
  milieu_window_files_init (self);
  milieu_window_safety_init (self);
  milieu_window_what_if_init (self);
  milieu_window_dialogs_init (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (milieu_views_map (self->views)));
  on_state_changed (self);
  on_reset (self);
}

MilieuWindow *
milieu_window_new (AdwApplication *application)
{
  return g_object_new (MILIEU_TYPE_WINDOW, "application", application, NULL);
}

MilieuSession *
milieu_window_session (MilieuWindow *self)
{
  return self->session;
}

void
milieu_window_say (MilieuWindow *self, const char *words)
{
  AdwToast *toast = adw_toast_new (words);

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
milieu_window_inspect (MilieuWindow *self)
{
  adw_flap_set_reveal_flap (self->panel_flap, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.panel-page", "s", "inspector");
}

gboolean
milieu_window_commit (MilieuWindow *self, MilieuGroup *group, const GError *refusal)
{
  g_autoptr (GError) error = NULL;

  if (!group && refusal)
    milieu_window_say (self, refusal->message);
  else if (!milieu_document_commit (milieu_session_document (self->session), group, &error))
    milieu_window_say (self, error->message);
  else
    return group != NULL;
  return FALSE;
}
