#include "milieu-config.h"

#include <glib/gi18n-lib.h>

#include "window/period.h"

#define HANDLE 16
#define TROUGH 4

struct _MilieuPeriod
{
  GtkWidget parent;
  GtkWidget *trough, *highlight;
  GtkWidget *handles[2];
  guint limits[2], years[2];
  int dragged; /* index of a handle, -1 for none */
};

G_DEFINE_FINAL_TYPE (MilieuPeriod, milieu_period, GTK_TYPE_WIDGET)

/* a box would hand the focus to its children, of which it has none */
#define MILIEU_TYPE_PERIOD_HANDLE (milieu_period_handle_get_type ())
G_DECLARE_FINAL_TYPE (MilieuPeriodHandle, milieu_period_handle, MILIEU, PERIOD_HANDLE, GtkWidget)

struct _MilieuPeriodHandle
{
  GtkWidget parent;
};

G_DEFINE_FINAL_TYPE (MilieuPeriodHandle, milieu_period_handle, GTK_TYPE_WIDGET)

static void
milieu_period_handle_class_init (MilieuPeriodHandleClass *class)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
milieu_period_handle_init (MilieuPeriodHandle *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static double
span (MilieuPeriod *self)
{
  return MAX (1, self->limits[1] - self->limits[0]);
}

static int
x_of (MilieuPeriod *self, guint i)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * HANDLE;
  double share = (self->years[i] - self->limits[0]) / span (self);

  /* each handle has its own half of the middle, so that both can be taken when they meet */
  return (int) (share * room) + (i ? HANDLE : 0);
}

static guint
year_at (MilieuPeriod *self, double x, guint i)
{
  double room = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * HANDLE);
  double share = (x - HANDLE / 2.0 - (i ? HANDLE : 0)) / room;

  return self->limits[0] + (guint) (CLAMP (share, 0, 1) * span (self) + 0.5);
}

static void
tell (MilieuPeriod *self)
{
  for (guint i = 0; i < 2; i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[i]),
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, (double) self->limits[0],
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->limits[1],
                                    GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->years[i], -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
move (MilieuPeriod *self, guint i, gint64 year)
{
  guint least = i == 0 ? self->limits[0] : self->years[0];
  guint most = i == 0 ? self->years[1] : self->limits[1];
  guint wanted = (guint) CLAMP (year, (gint64) least, (gint64) most);

  if (wanted == self->years[i])
    return;
  self->years[i] = wanted;
  tell (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, MilieuPeriod *self)
{
  double middle = (x_of (self, 0) + x_of (self, 1) + HANDLE) / 2.0;

  self->dragged = x < middle ? 0 : 1;
  gtk_widget_grab_focus (self->handles[self->dragged]);
  move (self, self->dragged, year_at (self, x, self->dragged));
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, MilieuPeriod *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  move (self, self->dragged, year_at (self, x + dx, self->dragged));
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, MilieuPeriod *self)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint i = handle == self->handles[1];
  gint64 year = self->years[i];

  switch (keyval)
    {
    case GDK_KEY_Left: case GDK_KEY_Down: move (self, i, year - 1); break;
    case GDK_KEY_Right: case GDK_KEY_Up: move (self, i, year + 1); break;
    case GDK_KEY_Page_Down: move (self, i, year - 10); break;
    case GDK_KEY_Page_Up: move (self, i, year + 10); break;
    case GDK_KEY_Home: move (self, i, self->limits[0]); break;
    case GDK_KEY_End: move (self, i, self->limits[1]); break;
    default: return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static void
milieu_period_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 4 * HANDLE : HANDLE + 8;
  *natural = *minimum;
}

static void
milieu_period_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MilieuPeriod *self = MILIEU_PERIOD (widget);
  int top = (height - HANDLE) / 2, middle = (height - TROUGH) / 2;
  int from = x_of (self, 0), to = x_of (self, 1);

  gtk_widget_size_allocate (self->trough, &(GtkAllocation) { 0, middle, width, TROUGH }, -1);
  gtk_widget_size_allocate (self->highlight, &(GtkAllocation) { from + HANDLE / 2, middle, to - from, TROUGH }, -1);
  gtk_widget_size_allocate (self->handles[0], &(GtkAllocation) { from, top, HANDLE, HANDLE }, -1);
  gtk_widget_size_allocate (self->handles[1], &(GtkAllocation) { to, top, HANDLE, HANDLE }, -1);
}

static void
milieu_period_dispose (GObject *object)
{
  MilieuPeriod *self = MILIEU_PERIOD (object);

  g_clear_pointer (&self->trough, gtk_widget_unparent);
  g_clear_pointer (&self->highlight, gtk_widget_unparent);
  g_clear_pointer (&self->handles[0], gtk_widget_unparent);
  g_clear_pointer (&self->handles[1], gtk_widget_unparent);
  G_OBJECT_CLASS (milieu_period_parent_class)->dispose (object);
}

static void
milieu_period_class_init (MilieuPeriodClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = milieu_period_dispose;
  widget_class->measure = milieu_period_measure;
  widget_class->size_allocate = milieu_period_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "range");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_PERIOD, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
part (MilieuPeriod *self, const char *class)
{
  GtkWidget *widget = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (widget, class);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  return widget;
}

static GtkWidget *
handle (MilieuPeriod *self, const char *label)
{
  GtkWidget *widget = g_object_new (MILIEU_TYPE_PERIOD_HANDLE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (widget, "handle");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  return widget;
}

static void
milieu_period_init (MilieuPeriod *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "period");
  self->trough = part (self, "trough");
  self->highlight = part (self, "highlight");
  self->handles[0] = handle (self, _("First year shown"));
  self->handles[1] = handle (self, _("Last year shown"));
  self->dragged = -1;
  self->limits[1] = self->years[1] = 1;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
milieu_period_set_limits (MilieuPeriod *self, guint first, guint last)
{
  g_return_if_fail (MILIEU_IS_PERIOD (self) && first <= last);
  self->limits[0] = first;
  self->limits[1] = last;
  milieu_period_set (self, self->years[0], self->years[1]);
}

void
milieu_period_set (MilieuPeriod *self, guint from, guint to)
{
  g_return_if_fail (MILIEU_IS_PERIOD (self));
  self->years[0] = CLAMP (from, self->limits[0], self->limits[1]);
  self->years[1] = CLAMP (to, self->years[0], self->limits[1]);
  tell (self);
}

void
milieu_period_get (MilieuPeriod *self, guint *from, guint *to)
{
  *from = self->years[0];
  *to = self->years[1];
}
