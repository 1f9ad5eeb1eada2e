#include "window/zoom-bar.h"

#include "milieu-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "figure/symbols.h"
#include "window/labels.h"
#include "window/rows.h"

#define AROUND 52.0 /* px beside a page that is shown whole */
#define LEAST 0.2   /* px per mm */
#define MOST 40.0

struct _MilieuZoomBar
{
  GtkBox parent_instance;

  GtkScrolledWindow *scroll; /* not owned */
  GtkWidget *percent;
  GtkLabel *size;
  double width, height;      /* mm */
  double px_per_mm;
  gboolean whole;
  guint resized;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MilieuZoomBar, milieu_zoom_bar, GTK_TYPE_BOX)

/* what a ruler on the screen would show, where the monitor knows its size */
static double
true_size (MilieuZoomBar *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  GdkRectangle geometry;
  double mm, px_per_mm;

  if (monitor == NULL)
    return MILIEU_PX_PER_MM;
  gdk_monitor_get_geometry (monitor, &geometry);
  mm = gdk_monitor_get_width_mm (monitor);
  px_per_mm = mm > 0 ? geometry.width / mm : 0;
  return px_per_mm > 2 && px_per_mm < 16 ? px_per_mm : MILIEU_PX_PER_MM;
}

static double
whole_page (MilieuZoomBar *self)
{
  double across = gtk_widget_get_width (GTK_WIDGET (self->scroll)) - AROUND;
  double down = gtk_widget_get_height (GTK_WIDGET (self->scroll)) - AROUND;

  if (self->width <= 0 || across <= 0 || down <= 0)
    return MILIEU_PX_PER_MM;
  return CLAMP (MIN (across / self->width, down / self->height), LEAST, MOST);
}

static void
show (MilieuZoomBar *self)
{
  MilieuLanguage language = milieu_language_of_window ();
  g_autofree char *percent = milieu_words_number (language, round (100 * self->px_per_mm / true_size (self)), 0);
  /* TRANSLATORS: percent */
  g_autofree char *words = g_strdup_printf (_("%s %%"), percent);
  g_autofree char *width = milieu_words_number (language, self->width, 0), *height = milieu_words_number (language, self->height, 0);
  g_autofree char *size = g_strdup_printf (_("%s × %s mm"), width, height);

  gtk_button_set_label (GTK_BUTTON (self->percent), words);
  gtk_label_set_label (self->size, self->width > 0 ? size : "");
}

static void
set (MilieuZoomBar *self, double px_per_mm)
{
  px_per_mm = CLAMP (px_per_mm, LEAST, MOST);
  if (fabs (px_per_mm - self->px_per_mm) > 1e-6)
    {
      self->px_per_mm = px_per_mm;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  show (self);
}

/* steps of the same ratio, which meet at true size */
void
milieu_zoom_bar_step (MilieuZoomBar *self, int step)
{
  double ratio = self->px_per_mm / true_size (self), at = log (ratio) / log (1.25);

  self->whole = step == G_MAXINT;
  if (self->whole)
    set (self, whole_page (self));
  else if (step == 0)
    set (self, true_size (self));
  else
    set (self, true_size (self) * pow (1.25, step > 0 ? floor (at + 1.01) : ceil (at - 1.01)));
}

static gboolean
fit (gpointer data)
{
  MilieuZoomBar *self = data;

  self->resized = 0;
  if (self->whole)
    set (self, whole_page (self));
  return G_SOURCE_REMOVE;
}

/* sizes are told while widgets get theirs, when none may ask for another */
static void
on_resized (MilieuZoomBar *self)
{
  if (self->resized == 0)
    self->resized = g_idle_add (fit, self);
}

static void
on_farther (MilieuZoomBar *self)
{
  milieu_zoom_bar_step (self, -1);
}

static void
on_nearer (MilieuZoomBar *self)
{
  milieu_zoom_bar_step (self, 1);
}

static void
on_true (MilieuZoomBar *self)
{
  milieu_zoom_bar_step (self, 0);
}

static void
on_whole (MilieuZoomBar *self)
{
  milieu_zoom_bar_step (self, G_MAXINT);
}

static GtkWidget *
button_new (MilieuZoomBar *self, const char *icon, const char *label, const char *name, GCallback pressed)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, name);
  if (icon != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", pressed, self);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
milieu_zoom_bar_dispose (GObject *object)
{
  g_clear_handle_id (&MILIEU_ZOOM_BAR (object)->resized, g_source_remove);
  G_OBJECT_CLASS (milieu_zoom_bar_parent_class)->dispose (object);
}

static void
milieu_zoom_bar_class_init (MilieuZoomBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = milieu_zoom_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", MILIEU_TYPE_ZOOM_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
milieu_zoom_bar_init (MilieuZoomBar *self)
{
  self->px_per_mm = MILIEU_PX_PER_MM;
  self->whole = TRUE;
}

GtkWidget *
milieu_zoom_bar_new (GtkScrolledWindow *scroll)
{
  MilieuZoomBar *self = g_object_new (MILIEU_TYPE_ZOOM_BAR, "spacing", 2, NULL);

  self->scroll = scroll;
  button_new (self, "zoom-out-symbolic", NULL, _("Smaller"), G_CALLBACK (on_farther));
  self->percent = button_new (self, NULL, "", _("True Size"), G_CALLBACK (on_true));
  button_new (self, "zoom-in-symbolic", NULL, _("Larger"), G_CALLBACK (on_nearer));
  button_new (self, "zoom-fit-best-symbolic", NULL, _("Whole Page"), G_CALLBACK (on_whole));
  self->size = GTK_LABEL (milieu_label_new ("", "sub dim-label numeric"));
  gtk_label_set_wrap (self->size, FALSE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->size), 8);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->size));
  gtk_widget_add_css_class (GTK_WIDGET (self), "zoom-bar");
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scroll), "notify::page-size", G_CALLBACK (on_resized), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (scroll), "notify::page-size", G_CALLBACK (on_resized), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
milieu_zoom_bar_set_page (MilieuZoomBar *self, double width, double height)
{
  self->width = width;
  self->height = height;
  on_resized (self);
  show (self);
}

double
milieu_zoom_bar_px_per_mm (MilieuZoomBar *self)
{
  return self->px_per_mm;
}

void
milieu_zoom_bar_scroll_to (MilieuZoomBar *self, MilieuBox box)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroll);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scroll);

  gtk_adjustment_clamp_page (across, box.x0 * self->px_per_mm, box.x1 * self->px_per_mm + AROUND);
  gtk_adjustment_clamp_page (down, box.y0 * self->px_per_mm, box.y1 * self->px_per_mm + AROUND);
}
