#include "window/views.h"

#include "window/motion.h"

struct _MilieuViews
{
  AdwBin parent;
  MilieuCanvas *map, *network;
  MilieuMotion *motion;
  MilieuView view;
  MilieuCanvas *touched;
};

G_DEFINE_FINAL_TYPE (MilieuViews, milieu_views, ADW_TYPE_BIN)

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_0, PROP_SHOWN };
static const char *const names[] = { "map", "network", "both" }; /* by MilieuView */

static void
on_activated (MilieuViews *self, guint actor)
{
  g_signal_emit (self, signals[ACTIVATED], 0, actor);
}

static void
on_focus (MilieuViews *self, GParamSpec *spec, GtkEventController *focus)
{
  if (gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (focus)))
    self->touched = MILIEU_CANVAS (gtk_event_controller_get_widget (focus));
}

static void
watch_focus (MilieuViews *self, MilieuCanvas *canvas)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "notify::contains-focus", G_CALLBACK (on_focus), self);
  gtk_widget_add_controller (GTK_WIDGET (canvas), focus);
}

static void
show_canvases (MilieuViews *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->map), self->view != MILIEU_VIEW_NETWORK);
  gtk_widget_set_visible (GTK_WIDGET (self->network), self->view != MILIEU_VIEW_MAP);
}

/* the view that is not shown is kept ready at the same size, so that the motion finds it painted */
static void
keep_ready (MilieuViews *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (width < 1 || self->view == MILIEU_VIEW_BOTH || !milieu_canvas_scene (self->map))
    return;
  milieu_scene_set_size (milieu_canvas_scene (self->view == MILIEU_VIEW_MAP ? self->network : self->map),
                         width, height, scale);
}

static void
milieu_views_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (adw_bin_get_child (ADW_BIN (widget)), &(GtkAllocation) { 0, 0, width, height }, baseline);
  keep_ready (MILIEU_VIEWS (widget));
}

static void
milieu_views_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                      int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
show (MilieuViews *self, MilieuView view)
{
  MilieuCanvas *from = self->view == MILIEU_VIEW_MAP ? self->map : self->network;
  MilieuCanvas *to = view == MILIEU_VIEW_MAP ? self->map : self->network;
  gboolean had_focus;

  if (self->view == view)
    return;
  if (self->view != MILIEU_VIEW_BOTH && view != MILIEU_VIEW_BOTH)
    milieu_motion_start (self->motion, from, to);
  self->view = view;
  had_focus = gtk_widget_is_focus (GTK_WIDGET (from));
  show_canvases (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (milieu_views_canvas (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
milieu_views_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_static_string (value, names[MILIEU_VIEWS (object)->view]);
}

static void
milieu_views_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  const char *name = g_value_get_string (value);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      show (MILIEU_VIEWS (object), i);
}

static void
milieu_views_class_init (MilieuViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = milieu_views_get_property;
  G_OBJECT_CLASS (klass)->set_property = milieu_views_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_SHOWN,
    g_param_spec_string ("shown", NULL, NULL, "map", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  widget_class->measure = milieu_views_measure;
  widget_class->size_allocate = milieu_views_size_allocate;
  g_type_ensure (MILIEU_TYPE_CANVAS);
  g_type_ensure (MILIEU_TYPE_MOTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/milieu/Milieu/views.ui");
  gtk_widget_class_bind_template_child (widget_class, MilieuViews, map);
  gtk_widget_class_bind_template_child (widget_class, MilieuViews, network);
  gtk_widget_class_bind_template_child (widget_class, MilieuViews, motion);
  signals[ACTIVATED] = g_signal_new ("activated", MILIEU_TYPE_VIEWS, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
milieu_views_init (MilieuViews *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = MILIEU_VIEW_MAP;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  watch_focus (self, self->map);
  watch_focus (self, self->network);
}

void
milieu_views_set_session (MilieuViews *self, MilieuSession *session)
{
  milieu_canvas_set_session (self->map, session);
  milieu_canvas_set_session (self->network, session);
  g_signal_connect_swapped (self->map, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->network, "activated", G_CALLBACK (on_activated), self);
}

MilieuView
milieu_views_shown (MilieuViews *self)
{
  return self->view;
}

MilieuCanvas *
milieu_views_canvas (MilieuViews *self)
{
  if (self->view == MILIEU_VIEW_BOTH)
    return self->touched ? self->touched : self->map;
  return self->view == MILIEU_VIEW_MAP ? self->map : self->network;
}

MilieuCanvas *
milieu_views_map (MilieuViews *self)
{
  return self->map;
}

MilieuCanvas *
milieu_views_network (MilieuViews *self)
{
  return self->network;
}
