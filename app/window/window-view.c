/* The commands that change how one looks, and nothing of the map. */
#include "window/window-private.h"

/* under this width both views leave no room for the filters */
#define ROOM_FOR_BOTH 1500

/* both views need the room of the filters, and give it back */
static void
on_view_changed (MilieuWindow *self)
{
  gboolean both = milieu_views_shown (self->views) == MILIEU_VIEW_BOTH;
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (both && width > 0 && width < ROOM_FOR_BOTH && adw_flap_get_reveal_flap (self->filters_flap))
    {
      self->filters_before_both = TRUE;
      adw_flap_set_reveal_flap (self->filters_flap, FALSE);
    }
  else if (!both && self->filters_before_both)
    {
      self->filters_before_both = FALSE;
      adw_flap_set_reveal_flap (self->filters_flap, TRUE);
    }
}

static void
act_zoom_in (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_canvas_zoom_step (milieu_views_canvas (MILIEU_WINDOW (widget)->views), 1);
}

static void
act_zoom_out (GtkWidget *widget, const char *action, GVariant *target)
{
  milieu_canvas_zoom_step (milieu_views_canvas (MILIEU_WINDOW (widget)->views), -1);
}

static void
act_fit (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  if (milieu_views_shown (self->views) != MILIEU_VIEW_NETWORK)
    milieu_canvas_fit (milieu_views_map (self->views));
  if (milieu_views_shown (self->views) != MILIEU_VIEW_MAP)
    milieu_canvas_fit (milieu_views_network (self->views));
}

static void
act_zoom_selection (GtkWidget *widget, const char *action, GVariant *target)
{
  MilieuWindow *self = MILIEU_WINDOW (widget);

  if (milieu_views_shown (self->views) != MILIEU_VIEW_NETWORK)
    milieu_canvas_show_selection (milieu_views_map (self->views));
  if (milieu_views_shown (self->views) != MILIEU_VIEW_MAP)
    milieu_canvas_show_selection (milieu_views_network (self->views));
}

static void
act_find (GtkWidget *widget, const char *action, GVariant *target)
{
  gtk_menu_button_popup (MILIEU_WINDOW (widget)->search_button);
}

static void
act_fullscreen (GtkWidget *widget, const char *action, GVariant *target)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

void
milieu_window_view_class_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.zoom-in", NULL, act_zoom_in);
  gtk_widget_class_install_action (klass, "win.zoom-out", NULL, act_zoom_out);
  gtk_widget_class_install_action (klass, "win.zoom-fit", NULL, act_fit);
  gtk_widget_class_install_action (klass, "win.zoom-selection", NULL, act_zoom_selection);
  gtk_widget_class_install_action (klass, "win.find", NULL, act_find);
  gtk_widget_class_install_action (klass, "win.fullscreen", NULL, act_fullscreen);
}

static void
add_property_action (MilieuWindow *self, const char *name, gpointer object, const char *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, object, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
milieu_window_view_init (MilieuWindow *self)
{
  /* buttons and menus follow what is shown, whoever changed it */
  add_property_action (self, "view", self->views, "shown");
  add_property_action (self, "filters", self->filters_flap, "reveal-flap");
  add_property_action (self, "panel", self->panel_flap, "reveal-flap");
  add_property_action (self, "panel-page", milieu_side_panel_stack (self->side_panel), "visible-child-name");
  g_signal_connect_object (self->views, "notify::shown", G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);
}
